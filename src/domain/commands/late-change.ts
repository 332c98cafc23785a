// What changes a gate after its ruling follows the policy of that gate: it is flagged, or it opens the gate again.
import { latest } from '../calendar.js';
import type { EventContent, EventType, NewEvent, NewEventOf } from '../dossier/events.js';
import { folded, type Folds } from '../dossier/folds.js';
import { isClosed, subjectOf } from '../dossier/release.js';
import { standing, type Standing } from '../dossier/standing.js';
import { currentRound, type Dossier, type Recorded } from '../dossier/state.js';
import { isUnspoken, type Position } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import type { Context } from './command.js';
import type { GateTarget } from './targets.js';

/**
 * The events that a command decided; and a reopening of its gate when that has passed, its plan says that a change
 * opens it again, and these events change how it stands. Nobody decides to reopen: the event beside it is the reason.
 * @param folds of the command that decided it
 */
export function withReopening<T extends EventType, E extends NewEvent & NewEventOf<T>>(
  target: GateTarget,
  events: E[],
  folds: Folds<T>,
  context: Context,
): (E | NewEventOf<'GateReopened'>)[] {
  const { dossier, gate, phase, state, status, round } = target;
  if (gate.afterRuling !== 'reopen' || status !== 'passed' || !round?.settled) return events;
  const { today } = context;
  const next = nextPlace(dossier, context);
  const after = events.reduce((before, event) => folded(folds, before, event, next), dossier);
  const [was, is] = [openStanding(dossier, phase.id, today), openStanding(after, phase.id, today)];
  if (!changes(was, is, gate.poll === true) && (is.outcome === was.outcome || is.outcome === round.settled.outcome))
    return events;
  const days = events.map((event) => (isAboutClosed(after, event, today) ? today : event.on));
  const on = latest(...days, state.movedOn) ?? today;
  return [...events, { type: 'GateReopened', on, facts: { gate: phase.id, round: state.round }, texts: {} }];
}

/** Where what was decided will stand in the record, as far as it is known before the store has sealed it. */
const nextPlace = ({ sequence, recordedAt }: Dossier, { by }: Context): Recorded => ({
  sequence: sequence + 1,
  recordedAt,
  by: { id: by.person, role: by.role, body: by.body },
  hash: '',
});

/**
 * How the gate stands on that day, ruled or not, by what the region knows. A closed decision is left out: recording it
 * reopens nothing, and its release may.
 */
function openStanding(dossier: Dossier, gate: Slug, day: Day): Standing {
  const round = currentRound(dossier, gate);
  if (!round) throw new Error(`gate ${gate} of dossier ${dossier.id} has passed and was never put`);
  const decisions = round.decisions.filter((decision) => decision.withdrawn !== null || !isClosed(decision, day));
  const open = { ...round, decisions, settled: null, split: null };
  return standing({ ...dossier, rounds: { ...dossier.rounds, [gate]: [open] } }, gate, open, day);
}

/** Whether a body changed its side or its option. One that had not spoken changes something only when it is against. */
function changes(was: Standing, is: Standing, poll: boolean): boolean {
  const former = new Map(was.bodies.map((stand) => [stand.body, stand]));
  const optionOf = ({ side, option }: Position) => (poll && side === 'for' ? option : null);
  return is.bodies.some((now) => {
    const then = former.get(now.body);
    if (!then || isUnspoken(then)) return now.side === 'against';
    return now.side !== then.side || optionOf(now) !== optionOf(then);
  });
}

/**
 * Whether the event is about a decision that is closed on that day. A reopening dated on the day of such an event would
 * reveal when the body withdrew what the region did not know of; it is dated on the day of recording.
 */
function isAboutClosed({ rounds }: Dossier, event: EventContent<EventType>, day: Day): boolean {
  const id = subjectOf(event);
  const decisions = Object.values(rounds).flatMap((all) => all.flatMap((round) => round.decisions));
  return decisions.some((one) => one.id === id && isClosed(one, day));
}
