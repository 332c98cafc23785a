// What changes a gate after its ruling follows the policy of that gate: it is flagged, or it opens the gate again.
import { latest } from '../calendar.js';
import { actAnywhere, readingOf } from '../dossier/acts.js';
import type { EventContent, EventType, NewEvent, NewEventOf } from '../dossier/events.js';
import { folded, type Folds } from '../dossier/folds.js';
import { isClosed, subjectOf } from '../dossier/release.js';
import { openStanding, stoodAs, type Standing } from '../stand/at-gate.js';
import { isOtherwise } from '../stand/changed.js';
import { currentRound, phaseState, statusOf, type Dossier, type Recorded } from '../dossier/state.js';
import type { Day, Slug } from '../vocabulary.js';
import { isByItself, opensAgain } from '../workflow/asks.js';
import type { Context } from './command.js';
import { gateAt, type GateTarget } from './targets.js';

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
  const { dossier } = target;
  const next = nextPlace(dossier, context);
  const after = events.reduce((before, event) => folded(folds, before, event, next), dossier);
  return [...events, ...reopeningAt(target, after, events, context)];
}

/** The same of what changes no gate alone. */
export function withReopenings<T extends EventType, E extends NewEvent & NewEventOf<T>>(
  dossier: Dossier,
  event: E,
  folds: Folds<T>,
  context: Context,
): (E | NewEventOf<'GateReopened'>)[] {
  const after = folded(folds, dossier, event, nextPlace(dossier, context));
  return [event, ...reopenings(dossier, after, event, context)];
}

/**
 * The reopenings of all gates that follow when a correction of what was recorded changes how they stand. That a migration
 * never was changes that nowhere: each gate has its former name again.
 */
export function reopenings(
  before: Dossier,
  after: Dossier,
  event: NewEvent,
  context: Context,
): NewEventOf<'GateReopened'>[] {
  if (after.migrations.length < before.migrations.length) return [];
  return [...after.plan.gates.keys()].flatMap((gate) =>
    isConcluded(after, gate) ? reopeningAt(gateAt(before, gate), after, [event], context) : [],
  );
}

/** Whether the conclusion there can open again: a no-go only where nobody concluded, since it takes the phase anew. */
function isConcluded(dossier: Dossier, gate: Slug): boolean {
  const status = statusOf(dossier, gate);
  return status === 'passed' || (status === 'refused' && isByItself(gateAt(dossier, gate).gate));
}

/** @param target the gate as it was */
function reopeningAt(
  { dossier, gate, phase, state }: GateTarget,
  after: Dossier,
  events: readonly NewEvent[],
  { today }: Context,
): NewEventOf<'GateReopened'>[] {
  if (!opensAgain(gate) || !isConcluded(dossier, phase.id)) return [];
  const [was, is] = [standingNow(dossier, phase.id, today), standingNow(after, phase.id, today)];
  if (!isOtherwise(after, phase.id, today) || !differs({ gate }, was, is)) return [];
  if (statusOf(dossier, phase.id) === 'refused' && is.outcome === 'no-go') return [];
  const days = events.map((event) => (isAboutClosed(after, event, today) ? today : event.on));
  const on = latest(...days, state.movedOn, phaseState(after, phase.id).movedOn) ?? today;
  return [{ type: 'GateReopened', on, facts: { gate: phase.id, round: state.round }, texts: {} }];
}

/** Whether these events changed how anyone stands, or what the rule comes to. */
const differs = (at: Pick<GateTarget, 'gate'>, was: Standing, is: Standing): boolean => {
  const kept = ({ outcome, bodies }: Standing) => JSON.stringify([outcome, bodies.map((stand) => stoodAs(at, stand))]);
  return kept(was) !== kept(is);
};

/** Where what was decided will stand in the record, as far as it is known before the store has sealed it. */
export const nextPlace = ({ sequence, recordedAt }: Dossier, { by }: Context): Recorded => ({
  sequence: sequence + 1,
  recordedAt,
  by: { id: by.person, role: by.role, body: by.body },
  hash: '',
});

/** How the gate stands on that day, ruled or not. */
function standingNow(dossier: Dossier, gate: Slug, day: Day): Standing {
  const round = currentRound(dossier, gate);
  if (!round) throw new Error(`gate ${gate} of dossier ${dossier.id} has passed and was never put`);
  return openStanding(dossier, gate, round, day);
}

/**
 * Whether the event is about a decision that is closed on that day. A reopening dated on the day of such an event would
 * reveal when the body withdrew what the region did not know of; it is dated on the day of recording.
 */
function isAboutClosed(dossier: Dossier, event: EventContent<EventType>, day: Day): boolean {
  const id = subjectOf(event) ?? '';
  const decision = dossier.conditions[id]?.decision ?? id;
  const act = actAnywhere(dossier, decision);
  return act !== undefined && isClosed(readingOf(act), day);
}
