// What became of a decision, above what it says: what it replaces or corrects, what stands in its place, and why it does
// not count.
import type { DecisionView } from '../../../domain/views/decision-view.js';
import type { Day, Id } from '../../../domain/vocabulary.js';
import type { GateView } from '../../../wording/gates/views.js';
import { Alert, Lines, Link, Paragraph } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';
import type { Addresses } from '../addresses.js';

export interface Became {
  at: Addresses;
  gate: GateView;
  decision: DecisionView;
  /** Another reading of its act that holds now. */
  mendedBy: Id | null;
  /** When and why its body took it back. */
  withdrawn: { on: Day; reason: string | null } | null;
  /** Whether it belongs to another dossier. */
  isElsewhere: boolean;
  /** Where this person can record it in the dossier to which it belongs. */
  recordThere: string | null;
}

/** Whether a newer text is put than the one that it was taken on. */
export const isStale = ({ supersededBy, flags }: DecisionView): boolean =>
  supersededBy === null && flags.includes('stale') && !flags.includes('withdrawn');

/** Whether there was such a decision here, as it reads now. */
export const wasTaken = ({ flags }: DecisionView): boolean => !flags.includes('no-decision');

/** What was recorded just now, by what it says of what was there. */
export function recordedAs({ corrects, revises, belongsTo, ...decision }: DecisionView) {
  if (belongsTo !== null) return 'elsewhere';
  if (decision.noDecision) return 'never';
  if (corrects !== null) return 'corrected';
  return revises === null ? 'decided' : 'revised';
}

export const Notices = (props: Became) => (
  <>
    <InItsPlace {...props} />
    <NotCounting {...props} />
    <OfTheFormer {...props} />
  </>
);

const InItsPlace = ({ at, gate, decision, mendedBy }: Became) => {
  const { receipt: words } = useWording();
  if (decision.supersededBy === null) return null;
  const isMended = decision.supersededBy === mendedBy;
  return (
    <Alert tone="warning">
      <Paragraph>
        {isMended ? words.mended : words.superseded}{' '}
        <Link href={at.decision(gate.id, decision.supersededBy)}>{isMended ? words.toMended : words.toNewest}</Link>
      </Paragraph>
    </Alert>
  );
};

/** Which one it corrects, or took the place of; while it waits beside that one, what it waits for. */
const OfTheFormer = ({ at, gate, decision }: Became) => {
  const { receipt: words } = useWording();
  const { corrects, revises, flags } = decision;
  if (corrects !== null)
    return (
      <Alert tone="info">
        <Paragraph>
          {words.mends} <Link href={at.decision(gate.id, corrects)}>{words.toMistake}</Link>
        </Paragraph>
      </Alert>
    );
  if (revises === null) return null;
  const waits = gate.stands.some(({ act, beside }) => act !== null && beside.includes(decision.id));
  const unconfirmed = waits && !flags.includes('closed') ? `${words.unconfirmed} ` : '';
  return (
    <Alert tone="info">
      <Paragraph>
        {unconfirmed}
        {waits ? words.untilThen : words.replaces} <Link href={at.decision(gate.id, revises)}>{words.toFormer}</Link>
      </Paragraph>
    </Alert>
  );
};

/** That it is not released, that there was none, that it was taken back, or that it no longer fits the text that is put. */
const NotCounting = ({ at, decision, withdrawn, isElsewhere, recordThere }: Became) => {
  const { receipt: words } = useWording();
  return (
    <>
      {decision.flags.includes('closed') && wasTaken(decision) && decision.supersededBy === null && (
        <Alert tone="warning">
          <Paragraph>{words.closed}</Paragraph>
        </Alert>
      )}
      {decision.noDecision && (
        <Alert tone="warning">
          <Paragraph>{words.never}</Paragraph>
        </Alert>
      )}
      {withdrawn && (
        <Alert tone="warning">
          <p className="sluis-strong">{words.withdrawn(withdrawn.on)}</p>
          {withdrawn.reason !== null && <Lines text={withdrawn.reason} />}
          <Paragraph>
            <Link href={at.log({ toon: 'besluiten' })}>{words.toLog}</Link>
          </Paragraph>
        </Alert>
      )}
      {isElsewhere && (
        <Alert tone="info">
          <Paragraph>
            {words.notThere} {recordThere !== null && <Link href={recordThere}>{words.recordThere}</Link>}
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
};
