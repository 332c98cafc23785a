// What is asked at a gate, by when, on which papers and by which rule: the same on its page and on its forms.
import type { ReactNode } from 'react';
import { daysUntil } from '../../domain/calendar.js';
import type { Day, Slug } from '../../domain/vocabulary.js';
import type { Plan } from '../../domain/workflow/plan.js';
import { Terms } from '../../http/page/basics.js';
import { PaperLink } from '../../http/page/paper-link.js';
import { useWording } from '../../http/page/wording.js';
import type { GateView } from '../../wording/gates/views.js';
import type { Wording } from '../../wording/wording.js';
import { WeightSources } from './weight-sources.js';

interface AskedProps {
  gate: GateView;
  /** The option that the submission put, where the plan knows several. */
  proposed: Slug | null;
  plan: Plan;
  today: Day;
  /** Until when the body may answer that one answers for, where it has a term of its own. */
  own?: Day | null;
  /** Without the rule, for who has only to say what was decided. */
  brief?: boolean;
}

/** What is known once it was put. */
function whenPut(gate: GateView, own: Day | null, today: Day, wording: Wording): [string, ReactNode][] {
  const { gatePage, longDay } = wording;
  const { submittedOn } = gate;
  if (submittedOn === null) return [];
  return [
    [gatePage.submitted, longDay(submittedOn)],
    [gatePage.until, untilWords(own === null ? gate : { ...gate, dueOn: own, weeksFromReceipt: null }, today, wording)],
    [gatePage.papers, <Papers key="p" gate={gate} />],
  ];
}

function ruleTerms(
  gate: GateView,
  plan: Plan,
  { gatePage, concluderWords, foundedWords }: Wording,
): [string, ReactNode][] {
  const founded = gate.submittedOn === null ? foundedWords(plan, [...gate.electorate, gate.ruledBy]) : [];
  return [
    [gatePage.rule, <RuleWords key="r" gate={gate} />],
    [gatePage.ruledBy, concluderWords(plan, gate)],
    ...(founded.length > 0 ? [[gatePage.founded, founded.join('; ')] satisfies [string, ReactNode]] : []),
  ];
}

/** What is asked, by when, and on which papers: the same on the gate and on the form. */
export const Asked = ({ gate, proposed, plan, today, own = null, brief }: AskedProps) => {
  const wording = useWording();
  const { gatePage } = wording;
  return (
    <div className="sluis-asked">
      <Terms
        items={[
          [gate.questions.length === 1 ? gatePage.question : gatePage.questions, <Questions key="q" gate={gate} />],
          ...optionTerm(gate, proposed, wording),
          ...whenPut(gate, own, today, wording),
          ...(brief ? [] : ruleTerms(gate, plan, wording)),
        ]}
      />
    </div>
  );
};

export function Questions({ gate: { questions } }: { gate: GateView }) {
  if (questions.length === 1) return <>{questions[0]?.text}</>;
  return (
    <ol className="sluis-questions">
      {questions.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ol>
  );
}

function optionTerm({ options }: GateView, proposed: Slug | null, { gatePage }: Wording): [string, string][] {
  const option = options.find(({ id }) => id === proposed);
  if (!option) return [];
  const { title, consequence } = option;
  return [[gatePage.proposed, consequence === null ? title : `${title}: ${consequence}`]];
}

function untilWords(
  { dueOn, late, status, weeksFromReceipt }: GateView,
  today: Day,
  { gatePage, longDay }: Wording,
): string {
  const isCounted = dueOn !== null && status === 'open' && (late !== null || dueOn >= today);
  const day =
    dueOn === null
      ? []
      : [isCounted ? `${longDay(dueOn)} (${gatePage.left(daysUntil(today, dueOn))})` : longDay(dueOn)];
  if (weeksFromReceipt !== null) return [gatePage.weeks(weeksFromReceipt), ...day.map(gatePage.orPromised)].join(', ');
  return day[0] ?? gatePage.noTerm;
}

export function Papers({ gate: { proposal, documents } }: { gate: GateView }) {
  const { gatePage } = useWording();
  if (!proposal && documents.length === 0) return <>{gatePage.noPapers}</>;
  return (
    <>
      {proposal && (
        <>
          <PaperLink {...proposal} /> ({gatePage.version(proposal.version)})
        </>
      )}
      {documents.map((document, i) => (
        <span key={i} className={i > 0 || proposal ? 'sluis-under-rule' : undefined}>
          <PaperLink {...document} />
        </span>
      ))}
    </>
  );
}

const RuleWords = ({ gate: { rule, asks } }: { gate: GateView }) => {
  const { gatePage } = useWording();
  return (
    <>
      {gatePage.ruleIs(asks, rule.text)}
      {rule.assumed !== null && <span className="sluis-under-rule">{gatePage.assumed(rule.assumed)}</span>}
      <WeightSources sources={rule.sources} />
    </>
  );
};
