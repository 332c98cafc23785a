// What happened to a gate while it was open: the versions of its text and who decided on which, who came and went, and
// rules that were amended, and each time that it was put. Nothing is shown where nothing happened.
import type { AmendmentView, GateView } from '../../../wording/gates/views.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import type { Asks, BodyId, Day } from '../../../domain/vocabulary.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import type { Round } from '../../../domain/dossier/state.js';
import { Alert, Link, Lines, Paragraph, Section } from '../../../http/page/basics.js';
import type { Addresses } from '../addresses.js';

interface HistoryProps {
  gate: GateView;
  plan: Plan;
}

const namesOf = (plan: Plan, bodies: readonly BodyId[], { listWords }: Wording): string =>
  listWords(bodies.map((body) => titleOf(plan, body)));

/** What was put: who was put which text, and whether all decided on the same. */
export const Texts = (props: HistoryProps) => (
  <>
    <Variants {...props} />
    <Versions {...props} />
  </>
);

/** Which text was put to whom, where it was not the same for all. */
const Variants = ({ gate: { variants }, plan }: HistoryProps) => {
  const wording = useWording();
  const { gatePage } = wording;
  return variants.length === 0 ? null : (
    <Section title={gatePage.variants}>
      <ul className="sluis-list">
        {variants.map(({ title, url, bodies }, i) => (
          <li key={i} className="sluis-list__item">
            <p>
              <strong>{url === null ? title : <Link href={url}>{title ?? url}</Link>}</strong>
            </p>
            <p>{gatePage.putTo(namesOf(plan, bodies, wording))}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Whether all decided on the same text. */
const Versions = ({ gate: { proposals }, plan }: HistoryProps) => {
  const wording = useWording();
  const { gatePage } = wording;
  return proposals.length < 2 ? null : (
    <Section title={gatePage.versions}>
      <ul className="sluis-list">
        {proposals.map(({ version, on, title, url, decidedBy, notConform, textualMandate }) => (
          <li key={version} className="sluis-list__item">
            <p>
              <strong>{gatePage.versionOf(version, on)}</strong>{' '}
              {url === null ? title : <Link href={url}>{title ?? url}</Link>}
            </p>
            <p>{decidedBy.length === 0 ? gatePage.nobodyOn : gatePage.decidedOn(namesOf(plan, decidedBy, wording))}</p>
            {textualMandate.length > 0 && <p>{gatePage.covers(namesOf(plan, textualMandate, wording))}</p>}
            {notConform.length > 0 && <p>{gatePage.notConform(namesOf(plan, notConform, wording))}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
};

interface SplitProps extends HistoryProps {
  parts: NonNullable<GateView['split']>['parts'];
}

/** Who goes on with which option. */
export const SplitParts = ({ parts, gate, plan }: SplitProps) => {
  const wording = useWording();
  const { gatePage } = wording;
  return (
    <ul className="sluis-list">
      {parts.map(({ option, bodies }) => (
        <li key={option} className="sluis-list__item">
          <p>
            <strong>{gate.options.find(({ id }) => id === option)?.title ?? option}</strong>
          </p>
          <p>{gatePage.goOn(namesOf(plan, bodies, wording))}</p>
        </li>
      ))}
    </ul>
  );
};

/** How a gate ended that did not end in one. */
export const Split = ({ gate, plan }: HistoryProps) => {
  const { gatePage } = useWording();
  return (
    gate.split && (
      <Section title={gatePage.split(gate.split.on)}>
        <SplitParts parts={gate.split.parts} gate={gate} plan={plan} />
        {gate.split.reason !== null && <Lines text={gate.split.reason} />}
      </Section>
    )
  );
};

/** Changes of who decides and by which rule, each with its reason. */
export function Changes({ gate, plan }: HistoryProps) {
  const wording = useWording();
  const { gatePage } = wording;
  const { electorateChanges, amendments, extensions, withdrawn } = gate;
  return (
    <>
      {withdrawn && (
        <Alert tone="warning">
          <Paragraph>{gatePage.withdrawn(withdrawn.on)}</Paragraph>
          {withdrawn.reason !== null && <Lines text={withdrawn.reason} />}
        </Alert>
      )}
      {electorateChanges.length + amendments.length + extensions.length > 0 && (
        <Section title={gatePage.changes}>
          <ul className="sluis-list">
            {electorateChanges.map((change, i) => (
              <li key={`e${i}`} className="sluis-list__item">
                <WhoDecide change={change} plan={plan} />
              </li>
            ))}
            {extensions.map((extension, i) => (
              <li key={`t${i}`} className="sluis-list__item">
                <Extended extension={extension} gate={gate} plan={plan} />
              </li>
            ))}
            {amendments.map((amendment, i) => (
              <li key={`r${i}`} className="sluis-list__item">
                <Amended amendment={amendment} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Who came and went: by whose word, why, and since when all know. */
const WhoDecide = ({ change, plan }: { change: GateView['electorateChanges'][number]; plan: Plan }) => {
  const wording = useWording();
  const { longDay, gatePage, electoratePage: words, meetingIn } = wording;
  const { kind, on, reason, reference, joins, leaves, merges, meeting, ground, notifiedOn } = change;
  const named = (bodies: readonly BodyId[]) => namesOf(plan, bodies, wording);
  return (
    <>
      <p>
        <strong>{longDay(on)}</strong>{' '}
        {[
          ...(joins.length > 0 ? [words.joined(named(joins))] : []),
          ...(leaves.length > 0 ? [kind === 'exit' ? words.exited(named(leaves)) : words.parted(named(leaves))] : []),
          ...merges.map(({ from, into }) => words.merged(titleOf(plan, into), named(from))),
        ].join('; ')}
      </p>
      {[reason, ground && words.ground(ground), reference].map(
        (text, i) =>
          text && (
            <p key={i}>
              <Lines text={text} />
            </p>
          ),
      )}
      {meeting && (
        <p>
          {gatePage.amendedIn(meetingIn(meeting))} {notifiedOn !== null && gatePage.notified(notifiedOn)}
        </p>
      )}
    </>
  );
};

/** More time: for whom, until when, given by whom, and that the law names a shorter term. */
const Extended = ({ extension, gate, plan }: HistoryProps & { extension: GateView['extensions'][number] }) => {
  const { longDay, termWords: words } = useWording();
  const { body, on, until, reason, grantedBy, flags } = extension;
  const step = plan.phases.get(gate.phase)?.step;
  return (
    <>
      <p>
        <strong>{longDay(on)}</strong> {words.extendedFor(body && titleOf(plan, body), until)}
        {grantedBy !== null && ` ${words.grantedBy(grantedBy)}`}
      </p>
      {reason !== null && <Lines text={reason} />}
      {flags.includes('beyond-law') && (
        <p className="sluis-quiet">{words.beyondLaw(gate.weeksFromReceipt ?? 0, step === 'view')}</p>
      )}
    </>
  );
};

/** A rule that took the place of another: where that was decided, and whether everyone was told. */
const Amended = ({ amendment }: { amendment: AmendmentView }) => {
  const { longDay, gatePage, meetingIn } = useWording();
  const { on, reason, rule, former, inForce, meeting, notifiedOn } = amendment;
  return (
    <>
      <p>
        <strong>{longDay(on)}</strong> {gatePage.amended[inForce](rule)}
      </p>
      {former !== null && <p className="sluis-quiet">{gatePage.amendedFrom(former)}</p>}
      {reason !== null && <Lines text={reason} />}
      <p>
        {meeting && `${gatePage.amendedIn(meetingIn(meeting))} `}
        {notifiedOn === null ? <strong>{gatePage.notNotified}</strong> : gatePage.notified(notifiedOn)}
      </p>
    </>
  );
};

/** One time that the gate was put, and how that ended. */
export interface RoundLine {
  round: number;
  submittedOn: Day;
  withdrawnOn: Day | null;
  ruling: string | null;
}

export const roundLine = (
  { number, submittedOn, withdrawn, rulings }: Round,
  asked: Asks,
  { speech }: Wording,
): RoundLine => {
  const last = rulings.at(-1);
  const ruling = last ? speech[asked].rulings[last.ruling] : null;
  return { round: number, submittedOn, withdrawnOn: withdrawn?.on ?? null, ruling };
};

interface RoundsProps {
  gate: GateView;
  rounds: RoundLine[];
  at: Addresses;
}

const hrefOf = (at: Addresses, gate: GateView, round: number): string => at.gate(gate.id, { ronde: String(round) });

/** Where the gate is not put any more: that its last submission was taken back, and where it can be read. */
export function TakenBack({ gate, rounds, at }: RoundsProps) {
  const { gatePage } = useWording();
  const last = rounds.at(-1);
  if (!last?.withdrawnOn || gate.round <= last.round) return null;
  return (
    <Alert tone="warning">
      <Paragraph>
        {gatePage.takenBack(last.round, last.withdrawnOn)}{' '}
        <Link href={hrefOf(at, gate, last.round)}>{gatePage.toTakenBack}</Link>
      </Paragraph>
    </Alert>
  );
}

/** Every time that it was put, where one of them is not the one that is shown. */
export const Rounds = ({ gate, rounds, at }: RoundsProps) => {
  const { gatePage } = useWording();
  return rounds.every(({ round }) => round === gate.round) ? null : (
    <Section title={gatePage.rounds}>
      <ul className="sluis-plain">
        {rounds.map(({ round, submittedOn, withdrawnOn, ruling }) => (
          <li key={round}>
            <Link href={hrefOf(at, gate, round)} current={round === gate.round}>
              {gatePage.roundOf(round, submittedOn)}
            </Link>
            {withdrawnOn === null ? ruling && `: ${ruling}` : `: ${gatePage.withdrawnOn(withdrawnOn)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
};
