// Which act of a body stands in a round on a day, by the days of its acts and never by the order of their recording:
// only acts of one body on one day stand in that order. What a body did goes before what the region recorded for it; what
// is closed takes the place of nothing that is known.
import { dayOf } from '../calendar.js';
import { actsOf, readingOf } from '../dossier/acts.js';
import { isClosed } from '../dossier/release.js';
import { endedOn } from '../dossier/successors.js';
import { joinedOn, type Act, type Decision, type Dossier, type Round, type TakenBack } from '../dossier/state.js';
import {
  kindOfDecision,
  sideOf,
  type BodyId,
  type Day,
  type DecisionKind,
  type MissingWhy,
  type Side,
  type Slug,
} from '../vocabulary.js';
import type { Gate } from '../workflow/workflow.js';

/** A gate as it was put, looked at on a day. */
export interface GateOnDay extends RoundOnDay {
  gate: Gate;
  round: Round;
}

/** As much of it as the acts of a body need. */
interface RoundOnDay {
  dossier: Dossier;
  id: Slug;
  round: Pick<Round, 'number' | 'electorateChanges'>;
  day: Day;
}

/** What holds of a body on a day. */
export interface Course {
  /** hidden: it recorded something that it keeps to itself, and nothing that is known stands. */
  by: 'own' | 'shadow' | 'hidden' | 'none';
  /** The act that stands; null where that is hidden, or where none is. */
  decision: Decision | null;
  /** What was taken back last, where nothing was decided since. */
  takenBack: TakenBack | null;
  /** The last act that it keeps to itself, for its own eyes. */
  hidden: Decision | null;
  /** Whether what the region recorded since was disputed. */
  disputed: boolean;
  /** What the region recorded and the body has said nothing of, beside what stands. */
  beside: readonly Decision[];
  /** The day and place of the last of its acts that is known; null where it has none. */
  last: ActPlace | null;
}

/** Where an act stands among others. */
export interface ActPlace {
  day: Day;
  sequence: number;
}

export const isLater = (one: ActPlace, other: ActPlace | null): boolean =>
  other === null || one.day > other.day || (one.day === other.day && one.sequence > other.sequence);

interface Placed extends ActPlace {
  decision: Decision;
  proposed: Decision | null;
}

export function courseOf(at: RoundOnDay, body: BodyId): Course {
  const { own, hidden, shadows, disputed } = sorted(at, body);
  const back = newerOf(own, lastTakenBack(at, body));
  const last: ActPlace | null = back ?? own;
  const decision = back ? null : decisionOf(own);
  const later = shadows.filter((shadow) => isLater(shadow, last)).map(({ decision: recorded }) => recorded);
  const proposed = own?.proposed ? [own.proposed] : [];
  const rest = {
    takenBack: back?.taken ?? null,
    hidden: decisionOf(hidden),
    disputed: disputed !== null && isLater(disputed, last),
    last,
  };
  const newest = shadows.findLast((shadow) => isLater(shadow, last));
  if (decision && !isOpen(decision)) return { by: 'own', decision, beside: [...later, ...proposed], ...rest };
  if (hidden && isLater(hidden, last))
    return { by: 'hidden', decision: null, beside: [...later, ...proposed], ...rest };
  if (newest) return { by: 'shadow', decision: newest.decision, beside: proposed, ...rest, last: newest };
  return { by: decision ? 'own' : 'none', decision, beside: proposed, ...rest };
}

const decisionOf = (placed: { decision: Decision } | null): Decision | null => placed?.decision ?? null;

/** What was taken back, where nothing was decided since. */
const newerOf = (own: Placed | null, back: Back | null): Back | null => (back && isLater(back, own) ? back : null);

interface Sorted {
  /** The last own act that is known. */
  own: Placed | null;
  /** The last one that is closed, in the place of the day on which it was recorded. */
  hidden: (ActPlace & { decision: Decision }) | null;
  /** What the region recorded, in order of their days. */
  shadows: Placed[];
  disputed: ActPlace | null;
}

function sorted(at: RoundOnDay, body: BodyId): Sorted {
  const { dossier, id, round, day } = at;
  const entry = joinedOn(round, body) ?? '';
  const end = endedOn(dossier, body);
  const found: Sorted = { own: null, hidden: null, shadows: [], disputed: null };
  for (const act of actsOf(dossier, id, body)) {
    const decision = readingOf(act);
    if (decision.round !== round.number || !isAct(decision)) continue;
    if (end !== null && decision.decidedOn >= end) continue; // it was no more, and cannot have decided
    const closed = isClosed(decision, day);
    const place = { day: closed ? recordedOn(act) : decision.decidedOn, sequence: act.sequence };
    if (place.day > day || place.day < entry) continue;
    if (act.disputed) found.disputed = newer(found.disputed, place);
    else if (closed) found.hidden = newer(found.hidden, { ...place, decision });
    else if (act.own) found.own = newer(found.own, { ...place, decision, proposed: proposedOf(act) });
    else found.shadows.push({ ...place, decision, proposed: null });
  }
  found.shadows.sort((one, other) => (isLater(one, other) ? 1 : -1));
  return found;
}

const newer = <P extends ActPlace>(former: P | null, one: P): P => (isLater(one, former) ? one : (former ?? one));

/** Whether the body did this here at all. */
export const isAct = ({ noDecision, belongsTo }: Decision): boolean => noDecision !== true && belongsTo === null;

/** What the body wrote down behind closed doors is there from the day of recording: its own day must not show. */
const recordedOn = ({ readings: [first] }: Act): Day => (first ? dayOf(first.recorded.recordedAt) : '');

const proposedOf = ({ readings, proposed }: Act): Decision | null => readings.find(({ id }) => id === proposed) ?? null;

interface Back extends ActPlace {
  taken: TakenBack;
}

/** The last time that the body took back what it decided. */
function lastTakenBack({ dossier, id, round, day }: RoundOnDay, body: BodyId): Back | null {
  let last: Back | null = null;
  for (const taken of dossier.takenBack[id] ?? []) {
    if (taken.body !== body || taken.round !== round.number) continue;
    const place = { day: takenBackOn(dossier, id, taken, day), sequence: taken.sequence };
    if (place.day <= day && isLater(place, last)) last = { ...place, taken };
  }
  return last;
}

/** Whether its body took this back by that day, with everything before it in its round. */
export function isTakenBack({ dossier, id, day }: Omit<RoundOnDay, 'round'>, decision: Decision): boolean {
  const { act, body, round } = decision;
  const place = placeOf(dossier, id, decision);
  return (dossier.takenBack[id] ?? []).some(
    (taken) =>
      taken.body === body &&
      taken.round === round &&
      takenBackOn(dossier, id, taken, day) <= day &&
      (taken.act === act || isLater({ day: taken.on, sequence: taken.sequence }, place)),
  );
}

/** Where the act of which this is a reading stands: on the day that it says, in the order of first recording. */
export const placeOf = (dossier: Dossier, gate: Slug, { act, body, decidedOn }: Decision): ActPlace => ({
  day: decidedOn,
  sequence: actsOf(dossier, gate, body).find(({ id }) => id === act)?.sequence ?? 0,
});

/** That a closed decision was taken back counts from the day of recording: its own would tell when it was decided. */
function takenBackOn(dossier: Dossier, gate: Slug, { act, body, on, recordedAt }: TakenBack, day: Day): Day {
  const found = actsOf(dossier, gate, body).find(({ id }) => id === act);
  return found && isClosed(readingOf(found), day) ? dayOf(recordedAt) : on;
}

/** What was answered, and which kinds of that the plan did not name. */
export interface Answered {
  readonly answers: Readonly<Record<Slug, DecisionKind>>;
  readonly unplanned?: readonly DecisionKind[] | undefined;
}

/** On which side one answer counts by itself: what the plan does not name counts for nothing. */
export const sideOfKind = ({ unplanned }: Pick<Answered, 'unplanned'>, kind: DecisionKind): Side =>
  unplanned?.includes(kind) ? 'undecided' : kindOfDecision(kind).side;

/** On which side an act counts by its answers alone. */
export const sideByKinds = (said: Answered): Side =>
  sideOf(Object.values(said.answers).map((kind) => sideOfKind(said, kind)));

/** Whether the body has still to decide after it: it deferred, or said nothing that counts here. */
export const isOpen = (said: Answered): boolean => sideByKinds(said) === 'undecided';

/** Why what was answered leaves the body undecided. */
export function whyOpen({ answers, unplanned = [] }: Answered): MissingWhy {
  const given = new Set(Object.values(answers));
  if (given.has('deferred')) return 'deferred';
  if (unplanned.some((kind) => kindOfDecision(kind).side !== 'undecided')) return 'not-in-plan';
  return given.has('noted') ? 'noted' : 'forwarded';
}
