// One gate: the question, the papers, the rule in words, everyone who decides, and why it stands as it does.
import type { ReactNode } from 'react';
import type { Plan } from '../../domain/workflow/plan.js';
import type { DossierHeading } from '../../domain/views/dossier-view.js';
import type { GateOnPage, GateView } from '../../wording/views.js';
import type { BodyId, Day, Slug } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import { daysUntil } from '../../domain/calendar.js';
import { Alert, Link, Paragraph, Recorded, Section, Terms, type Tone } from '../../http/page/basics.js';
import { Frame, inDossier, type Course, type Surroundings } from '../../http/page/frame.js';
import type { Addresses } from './addresses.js';
import { type BodyLine } from './body-lines.js';
import { BodyTable } from './body-table.js';
import { ConditionList } from './condition-list.js';
import { Changes, Rounds, Split, TakenBack, Texts, type RoundLine } from './gate-history.js';
import { Controls, type Control } from './controls.js';
import { RequirementList } from './requirement-list.js';
import { Rulings } from './rulings.js';
import { Sentence } from './sentence.js';
import { TermTable } from './term-table.js';
import { outcomeTones, Reasons } from './reasons.js';
import { WithoutChair } from './without-chair.js';
import { ReadOtherwise, type ToldGate } from './told-otherwise.js';
import { WeightSources } from './weight-sources.js';

interface GatePageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  gate: GateOnPage;
  /** The round that the gate is in. */
  current: number;
  lines: BodyLine[];
  rounds: RoundLine[];
  proposed: Slug | null;
  plan: Plan;
  today: Day;
  /** Whether only those who are missing are shown. */
  onlyMissing: boolean;
  /** The command by which something was recorded just now. */
  recorded: string | null;
  /** Null in a look back and in a former round. */
  controls: Control[] | null;
  /** What else this person can do here, seldom needed. */
  more: Control[];
  /** The conditions that this person may answer. */
  answerable: ReadonlySet<string>;
  /** The papers and criteria that this person may bring or state. */
  bringable: ReadonlySet<Slug>;
  course: Course;
  /** Who is to conclude here, where nobody may. */
  withoutChair: BodyId[];
  /** What is read otherwise than before, and not seen. */
  told: ToldGate[];
  /** What modules add. */
  added: ReactNode;
}

export function GatePage(props: GatePageProps) {
  const { dossierPage, frame, gatePage } = useWording();
  const { around, at, dossier, gate, current, plan, today, controls } = props;
  const phase = plan.phases.get(gate.phase);
  return (
    <Frame
      title={gate.title}
      around={inDossier(around, dossier)}
      kicker={dossierPage.gate(phase?.number ?? '', phase?.title ?? '', gate.asks)}
      trail={[
        { href: '/trajecten', label: frame.dossiers },
        { href: at.dossier, label: dossier.title },
      ]}
      past={{ moment: gate, toNow: at.now.gate(gate.id), ...props.course }}
    >
      {props.recorded && <Recorded what={props.recorded} />}
      <ReadOtherwise gates={props.told} plan={plan} at={at} />
      <WithoutChair bodies={props.withoutChair} plan={plan} />
      {gate.round < current && (
        <Alert tone="warning">
          <Paragraph>
            {gatePage.formerRound}{' '}
            <Link href={at.gate(gate.id)}>{gate.rounds.length < current ? gatePage.toGate : gatePage.toCurrent}</Link>
          </Paragraph>
        </Alert>
      )}
      <TakenBack gate={gate} rounds={props.rounds} at={at} />
      <div className="sluis-two">
        <Asked gate={gate} proposed={props.proposed} plan={plan} today={gate.asOf ?? today} />
        {controls && (
          <aside className="sluis-aside" aria-labelledby="controls">
            <h2 className="nl-heading nl-heading--level-3" id="controls">
              {gatePage.controls}
            </h2>
            <Controls controls={controls} />
            <More controls={props.more} />
          </aside>
        )}
      </div>
      <Split gate={gate} plan={plan} />
      <Changes gate={gate} plan={plan} />
      <Stand gate={gate} />
      <RequirementList {...props} />
      {gate.submittedOn !== null && <BodyTable {...props} />}
      <TermTable gate={gate} plan={plan} />
      <ConditionList title={gatePage.conditions} conditions={gate.conditions} {...props} />
      {gate.decisionsLeftOut > 0 && (
        <Paragraph quiet>
          {gatePage.leftOut(gate.decisionsLeftOut)} <Link href={at.log()}>{gatePage.inLog}</Link>
        </Paragraph>
      )}
      <ConditionList title={gatePage.carriedHere} conditions={gate.carriedHere} {...props} />
      <Texts gate={gate} plan={plan} />
      <Rulings gate={gate} plan={plan} />
      <Rounds gate={gate} rounds={props.rounds} at={at} />
      {props.added}
    </Frame>
  );
}

const More = ({ controls }: { controls: Control[] }) => {
  const { gatePage } = useWording();
  return controls.length === 0 ? null : (
    <details className="sluis-details">
      <summary>{gatePage.more}</summary>
      <ul className="sluis-plain">
        {controls.map(({ label, href }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
};

interface AskedProps {
  gate: GateView;
  /** The option that the submission put, where the plan knows several. */
  proposed: Slug | null;
  plan: Plan;
  today: Day;
  /** Without the rule, for who has only to say what was decided. */
  brief?: boolean;
}

/** What is known once it was put. */
function whenPut(gate: GateView, today: Day, wording: Wording): [string, ReactNode][] {
  const { gatePage, longDay } = wording;
  const { submittedOn } = gate;
  if (submittedOn === null) return [[gatePage.submitted, gatePage.notSubmitted]];
  return [
    [gatePage.submitted, longDay(submittedOn)],
    [gatePage.until, untilWords(gate, today, wording)],
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
export const Asked = ({ gate, proposed, plan, today, brief }: AskedProps) => {
  const wording = useWording();
  const { gatePage } = wording;
  return (
    <div className="sluis-asked">
      <Terms
        items={[
          [gate.questions.length === 1 ? gatePage.question : gatePage.questions, <Questions key="q" gate={gate} />],
          ...optionTerm(gate, proposed, wording),
          ...whenPut(gate, today, wording),
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
          <Paper {...proposal} /> ({gatePage.version(proposal.version)})
        </>
      )}
      {documents.map((document, i) => (
        <span key={i} className={i > 0 || proposal ? 'sluis-under-rule' : undefined}>
          <Paper {...document} />
        </span>
      ))}
    </>
  );
}

const Paper = ({ title, url }: { title: string; url: string | null }) =>
  url === null ? <>{title}</> : <Link href={url}>{title}</Link>;

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

function Stand({ gate }: { gate: GateOnPage }) {
  const wording = useWording();
  const { gatePage } = wording;
  if (gate.outcome === null || gate.sentence === null) return null;
  const last = gate.status === 'open' ? null : gate.rulings.at(-1);
  const concludedOn = gate.split?.on ?? gate.rulings.at(-1)?.ruledOn;
  const late = gate.decisions.filter((d) => d.supersededBy === null && d.flags.includes('after-ruling')).length;
  return (
    <Section title={gatePage.stand}>
      <Alert tone={toneOf(gate, last)}>
        <p className="sluis-strong">{headOf(gate, last, wording)}</p>
        <Paragraph>
          <Sentence gate={gate} titled />
        </Paragraph>
      </Alert>
      {late > 0 && concludedOn !== undefined && (
        <Alert tone="warning">
          <Paragraph>{gatePage.changedAfter(late, concludedOn)}</Paragraph>
        </Alert>
      )}
      {gate.explanation && <Reasons explanation={gate.explanation} asked={gate.asks} />}
    </Section>
  );
}

type Concluded = GateView['rulings'][number] | null | undefined;

function toneOf({ split, outcome }: GateView, last: Concluded): Tone {
  if (split) return 'ok';
  return last ? (last.ruling === 'no-go' ? 'error' : 'ok') : outcomeTones[outcome ?? 'open'];
}

function headOf({ split, outcome, asks }: GateView, last: Concluded, { gatePage, speech }: Wording): string {
  const { heads, rulings } = speech[asks];
  if (split) return gatePage.isSplit;
  return last ? gatePage.concluded(rulings[last.ruling]) : heads[outcome ?? 'open'];
}
