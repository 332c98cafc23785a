// One decision: the receipt for who recorded it, and for everyone what was decided and how it came into the record.
import type { ConditionView, DecisionView } from '../../domain/views/decision-view.js';
import type { DossierHeading } from '../../domain/views/dossier-view.js';
import type { GateView } from '../../wording/views.js';
import type { Day } from '../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import type { ReactNode } from 'react';
import { longDay } from '../../wording/dates.js';
import { decisionForm as form } from '../../wording/decision-form.js';
import { receipt as words } from '../../wording/forms.js';
import { dossierPage, frame } from '../../wording/pages.js';
import {
  capital,
  conditionWords,
  confirmationWords,
  decisionWords,
  effectWords,
  flagWords,
  roleWords,
} from '../../wording/words.js';
import { Alert, ButtonLink, Link, Lines, Paragraph, Recorded, Terms } from '../components/basics.js';
import { Frame, inDossier, type Surroundings } from '../components/frame.js';
import { Verdict, type Sign } from '../components/sign.js';
import type { Addresses } from './addresses.js';
import type { Control } from './controls.js';

interface ReceiptProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  gate: GateView;
  decision: DecisionView;
  /** How it stands. */
  mark: Sign;
  plan: Plan;
  /** When and why its body took it back. */
  withdrawn: { on: Day; reason: string | null } | null;
  /** What was recorded just now: this decision, or something about it. */
  fresh: 'decision' | 'about' | null;
  /** What this person may do with it. */
  may: { replace: boolean; confirm: boolean };
  /** What else may become of it. */
  also: Control[];
}

export function ReceiptPage(props: ReceiptProps) {
  const { around, at, dossier, gate, decision, plan, fresh } = props;
  const body = titleOf(plan, decision.body);
  return (
    <Frame
      title={words.title(body)}
      around={inDossier(around, dossier)}
      kicker={gate.title}
      trail={[
        { href: '/trajecten', label: frame.dossiers },
        { href: at.dossier, label: dossier.title },
        { href: at.gate(gate.id), label: plan.phases.get(gate.phase)?.title ?? gate.title },
      ]}
      past={{ moment: gate, toNow: at.now.decision(gate.id, decision.id) }}
    >
      {fresh === 'about' && <Recorded />}
      {fresh === 'decision' && (
        <Alert tone="ok" title={words.recorded} live>
          <Paragraph>{capital(recordedWords(decision))}.</Paragraph>
        </Alert>
      )}
      <Replaced {...props} />
      <Notices {...props} />
      <div className="sluis-asked">
        <Terms items={termsOf(props)} />
      </div>
      <Ways {...props} />
    </Frame>
  );
}

const recordedWords = ({ recorded: { sequence, recordedAt, recordedBy } }: DecisionView): string =>
  words.line(sequence, recordedAt, recordedBy.name ?? roleWords[recordedBy.role]);

const Replaced = ({ at, gate, decision }: ReceiptProps) => {
  const former = decision.corrects ?? decision.revises;
  return (
    <>
      {decision.supersededBy !== null && (
        <Alert tone="warning">
          <Paragraph>
            {words.superseded} <Link href={at.decision(gate.id, decision.supersededBy)}>{words.toNewest}</Link>
          </Paragraph>
        </Alert>
      )}
      {former !== null && (
        <Alert tone="info">
          <Paragraph>
            {words.replaces} <Link href={at.decision(gate.id, former)}>{words.toFormer}</Link>
          </Paragraph>
        </Alert>
      )}
    </>
  );
};

const isStale = ({ supersededBy, flags }: DecisionView): boolean =>
  supersededBy === null && flags.includes('stale') && !flags.includes('withdrawn');

/** That it was taken back, or no longer fits the text that is put. */
const Notices = ({ at, decision, withdrawn }: ReceiptProps) => (
  <>
    {withdrawn && (
      <Alert tone="warning">
        <p className="sluis-strong">{words.withdrawn(withdrawn.on)}</p>
        {withdrawn.reason !== null && <Lines text={withdrawn.reason} />}
        <Paragraph>
          <Link href={at.log({ toon: 'besluiten' })}>{words.toLog}</Link>
        </Paragraph>
      </Alert>
    )}
    {isStale(decision) && (
      <Alert tone="warning">
        <Paragraph>{words.stale}</Paragraph>
      </Alert>
    )}
  </>
);

/** What must be known to describe a decision. */
type Described = Pick<ReceiptProps, 'gate' | 'decision' | 'plan' | 'mark'>;

/** Everything that was decided; what was not said is left out. */
export function termsOf(props: Described): [string, ReactNode][] {
  const { gate, decision } = props;
  const own = gate.conditions.filter((condition) => condition.decision === decision.id);
  const remarks = decision.remarks.map((text, i) => withAnswer(text, decision.remarkAnswers[i] ?? null));
  const differs = Object.values(decision.answers).some((kind) => kind !== decision.decision);
  const terms: [string, ReactNode | null][] = [
    [words.decision, <Verdict key="d" sign={props.mark} word={capital(decisionWords[decision.decision])} />],
    [words.perQuestion, differs ? <Answers key="a" gate={gate} decision={decision} /> : null],
    [words.decidedOn, longDay(decision.decidedOn)],
    [words.reference, decision.reference],
    [words.reason, decision.reason === null ? null : <Lines key="r" text={decision.reason} />],
    [words.remarks, remarks.length > 0 ? <Bullets key="b" items={remarks} /> : null],
    [words.conditions, own.length > 0 ? <Conditions key="c" conditions={own} /> : null],
    [words.option, gate.options.find(({ id }) => id === decision.option)?.title ?? null],
    [words.nextDate, decision.nextDate === null ? null : longDay(decision.nextDate)],
    ...moreTerms(props),
    [words.evidence, decision.evidence.length > 0 ? <Evidence key="e" decision={decision} /> : null],
    [words.flags, decision.flags.length > 0 ? decision.flags.map((flag) => flagWords[flag] ?? flag).join(', ') : null],
    [words.confirmation, confirmationWords[decision.confirmation]],
    [words.recordedAs, recordedWords(decision)],
    [
      words.fingerprint,
      <code key="h" className="sluis-hash">
        {decision.recorded.hash}
      </code>,
    ],
  ];
  return terms.filter((term): term is [string, ReactNode] => term[1] !== null);
}

const withAnswer = (text: string, answer: string | null): string =>
  answer === null ? text : `${text} (${words.answered(answer)})`;

/** What few decisions have. */
function moreTerms({ decision, gate, plan }: Described): [string, ReactNode | null][] {
  const { subjectTo, points, signatory, capacity, release, publishedOn, publicationUrl } = decision;
  const bullets = (items: string[]) => (items.length > 0 ? <Bullets items={items} /> : null);
  const isPlain = decision.form === 'college-decision' || decision.form === 'council-decision';
  const answered = points.map(({ text, answer }) => withAnswer(text, answer));
  return [
    [words.ground, decision.ground === null ? null : form.grounds[decision.ground]],
    [
      words.subjectTo,
      subjectTo &&
        words.subjectToWords(titleOf(plan, subjectTo.body), plan.gates.get(subjectTo.gate)?.title ?? subjectTo.gate),
    ],
    [words.tenor, decision.tenor === null ? null : form.tenors[decision.tenor]],
    [words.points, bullets(answered)],
    [words.signatory, signatory === null ? null : [signatory, capacity].filter(Boolean).join(', ')],
    [words.form, isPlain ? null : form.forms[decision.form]],
    [words.text, decision.text === null ? null : <Lines key="t" text={decision.text} />],
    [words.version, gate.proposals.length > 1 ? String(decision.proposalVersion) : null],
    [words.portfolioHolder, decision.portfolioHolder],
    [words.amendments, bullets(decision.amendments)],
    [words.motions, bullets(decision.motions)],
    [words.commitments, bullets(decision.commitments)],
    [words.list, decision.listAdoptedOn === null ? null : words.adopted(decision.listAdoptedOn)],
    [words.publication, publishedOn === null ? null : <Published key="p" on={publishedOn} url={publicationUrl} />],
    [words.release, releaseWords(release)],
  ];
}

const Published = ({ on, url }: { on: string; url: string | null }) =>
  url === null ? <>{longDay(on)}</> : <Link href={url}>{longDay(on)}</Link>;

/** Open to the region at once goes without saying. */
function releaseWords({ scope, from, ground }: DecisionView['release']): string | null {
  if (scope === 'own') return [words.own, ground].filter(Boolean).join('; ');
  return from === null && scope === 'region'
    ? null
    : [form.scopes[scope], from && words.from(from)].filter(Boolean).join(', ');
}

const Bullets = ({ items }: { items: string[] }) => (
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
          {owner !== null && `, ${words.owner(owner)}`}
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

function Ways({ at, gate, decision, may, also }: ReceiptProps) {
  const revise = at.now.decide(gate.id, { revises: decision.id });
  const again = may.replace && isStale(decision);
  return (
    <div className="sluis-noprint">
      <p className="sluis-actions">
        {may.confirm && (
          <ButtonLink href={at.now.confirm(gate.id, decision.id)} primary>
            {words.confirmTitle}
          </ButtonLink>
        )}
        {again && (
          <ButtonLink href={revise} primary>
            {words.revise}
          </ButtonLink>
        )}
        <ButtonLink href={at.gate(gate.id)}>{words.toGate}</ButtonLink>
      </p>
      <ul className="sluis-plain sluis-ways">
        {may.replace && (
          <li>
            {words.wrong} <Link href={at.now.decide(gate.id, { corrects: decision.id })}>{words.correct}</Link>
          </li>
        )}
        {may.replace && !again && (
          <li>
            {words.again} <Link href={revise}>{words.revise}</Link>
          </li>
        )}
        {also.map(({ label, href }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
