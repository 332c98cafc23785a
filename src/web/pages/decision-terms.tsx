// Everything that was decided, as terms and what stands behind them, in the order of the table. What was not said is left
// out; only what shows otherwise than by itself is said here.
import type { ReactNode } from 'react';
import { decisionFacts } from '../../domain/facts/of-decisions.js';
import type { Facts } from '../../domain/facts/fact.js';
import type { ConditionView, DecisionView } from '../../domain/views/decision-view.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import { longDay } from '../../wording/dates.js';
import { factValue, wordsOfFact } from '../../wording/fact-names.js';
import { receipt as words } from '../../wording/forms.js';
import { dossierPage } from '../../wording/pages.js';
import {
  capital,
  conditionWords,
  confirmationWords,
  decisionWords,
  effectWords,
  flagWords,
  roleWords,
} from '../../wording/words.js';
import type { GateView } from '../../wording/views.js';
import { Lines, Link } from '../../http/page/basics.js';
import { Verdict, type Sign } from '../../http/page/sign.js';

/** What must be known to describe a decision. */
export interface Described {
  gate: GateView;
  decision: DecisionView;
  plan: Plan;
  /** How it stands. */
  mark: Sign;
}

type Term = [string, ReactNode];

export function termsOf(described: Described): Term[] {
  const { decision } = described;
  const said = Object.entries<Facts[string]>(decisionFacts).map(([name, row]): [string, ReactNode] => [
    termOf(name),
    Object.hasOwn(own, name) ? own[name]?.(described) : plain(row, decision[name as keyof DecisionView], name),
  ]);
  const kept: [string, ReactNode][] = [
    [words.flags, decision.flags.map((flag) => flagWords[flag] ?? flag).join(', ') || null],
    [words.confirmation, confirmationWords[decision.confirmation]],
    [words.recordedAs, recordedWords(decision)],
    [words.fingerprint, <code className="sluis-hash">{decision.recorded.hash}</code>],
  ];
  return [...said, ...kept].filter(([, shown]) => shown !== null && shown !== undefined);
}

export const recordedWords = ({ recorded: { sequence, recordedAt, recordedBy } }: DecisionView): string =>
  words.line(sequence, recordedAt, recordedBy.name ?? roleWords[recordedBy.role]);

const termOf = (name: string): string => {
  const { many, name: one = name } = wordsOfFact(name, 'record-decision') ?? {};
  return many ?? one;
};

function plain({ keeps, value: { sort } }: Facts[string], value: unknown, name: string): ReactNode {
  if (keeps === 'said' || value === null || value === undefined) return null;
  if (keeps === 'texts') return bullets(value as string[]);
  const told = factValue(value, wordsOfFact(name, 'record-decision'));
  if (sort.is === 'lines') return <Lines text={told} />;
  return sort.is === 'address' ? <Link href={told}>{told}</Link> : told;
}

/** Null: it is not said here, or with another. */
const own: Readonly<Record<string, (described: Described) => ReactNode>> = {
  decision: ({ decision, mark }) => <Verdict sign={mark} word={capital(decisionWords[decision.decision])} />,
  answers: ({ gate, decision }) =>
    Object.values(decision.answers).some((kind) => kind !== decision.decision) ? (
      <Answers gate={gate} decision={decision} />
    ) : null,
  decidedOn: ({ decision }) => longDay(decision.decidedOn),
  remarks: ({ decision }) =>
    bullets(decision.remarks.map((text, i) => withAnswer(text, decision.remarkAnswers[i] ?? null))),
  conditions: ({ gate, decision }) => {
    const made = gate.conditions.filter((condition) => condition.decision === decision.id);
    return made.length > 0 ? <Conditions conditions={made} /> : null;
  },
  option: ({ gate, decision }) => gate.options.find(({ id }) => id === decision.option)?.title,
  subjectTo: ({ plan, decision: { subjectTo } }) =>
    subjectTo &&
    words.subjectToWords(titleOf(plan, subjectTo.body), plan.gates.get(subjectTo.gate)?.title ?? subjectTo.gate),
  points: ({ decision }) => bullets(decision.points.map(({ text, answer }) => withAnswer(text, answer))),
  // The plain decision of a college or a council goes without saying.
  form: ({ decision: { form } }) =>
    form === 'college-decision' || form === 'council-decision' ? null : factValue(form, wordsOfFact('form')),
  proposalVersion: ({ gate, decision }) => (gate.proposals.length > 1 ? String(decision.proposalVersion) : null),
  publishedOn: ({ decision: { publishedOn, publicationUrl } }) =>
    publishedOn === null || publicationUrl === null ? (
      publishedOn && longDay(publishedOn)
    ) : (
      <Link href={publicationUrl}>{longDay(publishedOn)}</Link>
    ),
  publicationUrl: ({ decision: { publishedOn, publicationUrl } }) =>
    publishedOn === null && publicationUrl !== null ? <Link href={publicationUrl}>{publicationUrl}</Link> : null,
  release: ({ decision }) => releaseWords(decision.release),
  evidence: ({ decision }) => (decision.evidence.length > 0 ? <Evidence decision={decision} /> : null),
};

const withAnswer = (text: string, answer: string | null): string =>
  answer === null ? text : `${text} (${words.answered(answer)})`;

/** Open to the region at once goes without saying. */
function releaseWords({ scope, from, ground }: DecisionView['release']): string | null {
  if (scope === 'own') return [words.own, ground].filter(Boolean).join('; ');
  if (from === null && scope === 'region') return null;
  return [factValue(scope, wordsOfFact('scope')), from && words.from(from)].filter(Boolean).join(', ');
}

const bullets = (items: string[]): ReactNode =>
  items.length === 0 ? null : (
    <ul>
      {items.map((item) => (
        <li key={item}>
          <Lines text={item} />
        </li>
      ))}
    </ul>
  );

const Answers = ({ gate, decision }: { gate: GateView; decision: DecisionView }) => (
  <ul>
    {gate.questions.map(({ id, text }) => (
      <li key={id}>
        {text} <strong>{decisionWords[decision.answers[id] ?? decision.decision]}</strong>
      </li>
    ))}
  </ul>
);

const Conditions = ({ conditions }: { conditions: ConditionView[] }) => (
  <ul>
    {conditions.map(({ id, text, effect, status, owner, dueOn }) => (
      <li key={id}>
        <Lines text={text} />{' '}
        <span className="sluis-quiet">
          {effectWords[effect]}: {conditionWords[status]}
          {owner !== null && `, ${words.workedOutBy(owner)}`}
          {dueOn !== null && `, ${dossierPage.dueOn(dueOn)}`}
        </span>
      </li>
    ))}
  </ul>
);

const Evidence = ({ decision }: { decision: DecisionView }) => (
  <ul>
    {decision.evidence.map(({ title, url }) => (
      <li key={`${title} ${url}`}>{url === '' ? title : <Link href={url}>{title}</Link>}</li>
    ))}
  </ul>
);
