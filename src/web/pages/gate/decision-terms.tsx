// Everything that was decided, as terms and what stands behind them, in the order of the table. What was not said is left
// out; only what shows otherwise than by itself is said here.
import type { ReactNode } from 'react';
import { decisionFacts } from '../../../domain/facts/of-decisions.js';
import type { Facts } from '../../../domain/facts/fact.js';
import type { ConditionView, DecisionView } from '../../../domain/views/decision-view.js';
import type { Slug } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { PaperLink } from '../../../http/page/paper-link.js';
import { useWording } from '../../../http/page/wording.js';
import type { Wording } from '../../../wording/wording.js';
import type { GateView, StandOnPage } from '../../../wording/gates/views.js';
import { Lines, Link } from '../../../http/page/basics.js';
import { OtherDossier, type Elsewhere } from '../log/log.js';
import { standFor, Verdict } from '../../../http/page/sign.js';

/** What must be known to describe a decision. */
export interface Described {
  wording: Wording;
  gate: GateView;
  decision: DecisionView;
  plan: Plan;
  /** How its body stands by it; null where it is not what stands. */
  stand: StandOnPage | null;
  /** The dossier to which it belongs, where it was recorded here by mistake. */
  elsewhere: Elsewhere | null;
}

type Term = [string, ReactNode];

const rows = Object.entries<Facts[string]>(decisionFacts);

export function termsOf(described: Described): Term[] {
  const { receipt: words } = described.wording;
  const { decision } = described;
  return [
    ...decidedTerms(described),
    [words.recordedAs, recordedWords(decision, described.wording)],
    [words.fingerprint, <code className="sluis-hash">{decision.recorded.hash}</code>],
  ];
}

/** The same without how it came into the record. */
export function decidedTerms(described: Described): Term[] {
  const { receipt: words, flagWords, confirmationWords } = described.wording;
  const { decision } = described;
  const said = rows.map(([name, row]): Term => [
    name,
    Object.hasOwn(own, name)
      ? own[name]?.(described)
      : plain(row, decision[name as keyof DecisionView], name, described.wording),
  ]);
  const kept: Term[] = [
    [words.flags, decision.flags.map((flag) => flagWords[flag] ?? flag).join(', ') || null],
    [
      words.confirmation,
      [confirmationWords[decision.confirmation], decision.confirmationReason].filter(Boolean).join(': '),
    ],
  ];
  const isSaid = ([, shown]: Term): boolean => shown !== null && shown !== undefined;
  return [
    ...said.filter(isSaid).map(([name, shown]): Term => [termOf(name, described.wording), shown]),
    ...kept.filter(isSaid),
  ];
}

export const recordedWords = (
  { recorded: { sequence, recordedAt, recordedBy, link } }: DecisionView,
  { receipt: words, roleWords, linkUseWords }: Wording,
): string => {
  const who = recordedBy.name ?? roleWords[recordedBy.role];
  return words.line(sequence, recordedAt, link ? `${who}, ${linkUseWords[link]}` : who);
};

const termOf = (name: string, { wordsOfFact }: Wording): string => {
  const { many, name: one = name } = wordsOfFact(name, 'record-decision') ?? {};
  return many ?? one;
};

function plain(
  { keeps, value: { sort } }: Facts[string],
  value: unknown,
  name: string,
  { factValue, wordsOfFact }: Wording,
): ReactNode {
  if (keeps === 'said' || value === null || value === undefined) return null;
  if (keeps === 'texts') return bullets(value as string[]);
  const told = factValue(value, wordsOfFact(name, 'record-decision'));
  if (sort.is === 'lines') return <Lines text={told} />;
  return sort.is === 'address' ? <Link href={told}>{told}</Link> : told;
}

/** Null: it is not said here, or with another. */
const own: Readonly<Record<string, (described: Described) => ReactNode>> = {
  decision: ({ gate, decision, stand, wording: { capital, saidWord } }) =>
    stand ? (
      <Verdict sign={stand.drawn} word={capital(stand.word)} of={stand} />
    ) : (
      capital(saidWord({ answers: decision.answers, tenor: decision.tenor, asks: gate.asks }))
    ),
  answers: ({ gate, decision, stand }) =>
    Object.values(decision.answers).some((kind) => kind !== decision.decision) ? (
      <Answers gate={gate} decision={decision} stand={stand} />
    ) : null,
  decidedOn: ({ decision, wording: { longDay } }) => longDay(decision.decidedOn),
  remarks: ({ decision, wording }) =>
    bullets(decision.remarks.map((text, i) => withAnswer(text, decision.remarkAnswers[i] ?? null, wording))),
  conditions: ({ gate, decision }) => {
    const made = gate.conditions.filter((condition) => condition.decision === decision.id);
    return made.length > 0 ? <Conditions conditions={made} /> : null;
  },
  option: ({ gate, decision }) => gate.options.find(({ id }) => id === decision.option)?.title,
  subjectTo: ({ plan, decision: { subjectTo }, wording: { receipt: words } }) =>
    subjectTo &&
    words.subjectToWords(titleOf(plan, subjectTo.body), plan.gates.get(subjectTo.gate)?.title ?? subjectTo.gate),
  points: ({ decision, wording }) =>
    bullets(decision.points.map(({ text, answer }) => withAnswer(text, answer, wording))),
  decisionPoints: ({ decision: { decisionPoints: all }, wording }) => bullets(all.map(wording.pointLine)),
  tabled: ({ decision, wording }) => bullets(decision.tabled.map(wording.tabledLine)),
  pledges: ({ decision, wording }) => bullets(decision.pledges.map(wording.pledgeLine)),
  groupVotes: ({ decision, wording }) => bullets(decision.groupVotes.map(wording.voteLine)),
  // The plain decision of a college or a council goes without saying.
  form: ({ decision: { form }, wording: { factValue, wordsOfFact } }) =>
    form === 'college-decision' || form === 'council-decision' ? null : factValue(form, wordsOfFact('form')),
  proposalVersion: ({ gate, decision }) => (gate.proposals.length > 1 ? String(decision.proposalVersion) : null),
  publishedOn: ({ decision: { publishedOn, publicationUrl }, wording: { longDay } }) =>
    publishedOn === null || publicationUrl === null ? (
      publishedOn && longDay(publishedOn)
    ) : (
      <Link href={publicationUrl}>{longDay(publishedOn)}</Link>
    ),
  publicationUrl: ({ decision: { publishedOn, publicationUrl } }) =>
    publishedOn === null && publicationUrl !== null ? <Link href={publicationUrl}>{publicationUrl}</Link> : null,
  release: ({ decision, wording }) => releaseWords(decision.release, wording),
  secrecy: ({ decision, plan, wording }) =>
    bullets(decision.secrecy.map((secret) => secretWords(secret, plan, wording))),
  belongsTo: ({ elsewhere }) => elsewhere && <OtherDossier {...elsewhere} />,
  evidence: ({ decision }) => (decision.evidence.length > 0 ? <Evidence decision={decision} /> : null),
};

const withAnswer = (text: string, answer: string | null, { receipt: words }: Wording): string =>
  answer === null ? text : `${text} (${words.answered(answer)})`;

/** Open to the region at once goes without saying. */
function releaseWords(
  { scope, from, ground }: DecisionView['release'],
  { receipt: words, factValue, wordsOfFact }: Wording,
): string | null {
  if (scope === 'own') return [words.own, ground].filter(Boolean).join('; ');
  if (from === null && scope === 'region') return null;
  return [factValue(scope, wordsOfFact('scope')), from && words.from(from)].filter(Boolean).join(', ');
}

/** On what it rests and for which interest, and who said so; never what is in it. */
const secretWords = (secret: DecisionView['secrecy'][number], plan: Plan, { secrecyWords: words }: Wording): string =>
  [
    `${secret.object} (${words.interests[secret.interest]})`,
    secret.imposedBy === null ? words.on(secret.imposedOn) : words.by(secret.imposedBy, secret.imposedOn),
    secret.power,
    secret.sharedWith && words.sharedWith(titleOf(plan, secret.sharedWith)),
    secret.liftedOn !== null && secret.liftedBy !== null
      ? words.lifted(secret.liftedBy, secret.liftedOn)
      : secret.liftableBy && words.liftableBy(secret.liftableBy),
  ]
    .filter(Boolean)
    .join('; ');

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

const Answers = ({ gate, decision, stand }: Pick<Described, 'gate' | 'decision' | 'stand'>) => {
  const { decisionWords } = useWording();
  return (
    <ul>
      {gate.questions.map(({ id, text }) => (
        <li key={id}>
          {text} <strong {...answerFor(stand, id)}>{decisionWords[decision.answers[id] ?? decision.decision]}</strong>
        </li>
      ))}
    </ul>
  );
};

/** The stand on one question, where the decision is the one that stands. */
const answerFor = (stand: StandOnPage | null, question: Slug): object =>
  stand ? standFor({ body: stand.body, side: stand.answers[question] ?? stand.side, why: null, question }) : {};

const Conditions = ({ conditions }: { conditions: ConditionView[] }) => {
  const { effectWords, conditionWords, receipt: words, dossierPage } = useWording();
  return (
    <ul>
      {conditions.map(({ id, text, effect, status, owner, dueOn, ofPoint }) => (
        <li key={id}>
          <Lines text={text} />{' '}
          <span className="sluis-quiet">
            {effectWords[effect]}: {conditionWords[status]}
            {ofPoint !== null && `, ${words.atPoint(ofPoint)}`}
            {owner !== null && `, ${words.workedOutBy(owner)}`}
            {dueOn !== null && `, ${dossierPage.dueOn(dueOn)}`}
          </span>
        </li>
      ))}
    </ul>
  );
};

const Evidence = ({ decision }: { decision: DecisionView }) => (
  <ul>
    {decision.evidence.map((one, i) => (
      <li key={i}>
        <PaperLink {...one} />
      </li>
    ))}
  </ul>
);
