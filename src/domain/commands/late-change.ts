// What changes a gate after its ruling follows the policy of that gate: it is flagged, or it opens the gate again.
import { latest } from '../calendar.js';
import type { DossierEvent, NewEvent } from '../dossier/events.js';
import { evolve } from '../dossier/evolve.js';
import { isClosed, subjectOf } from '../dossier/release.js';
import { standing, type Standing } from '../dossier/standing.js';
import { currentRound, type Dossier } from '../dossier/state.js';
import { isUnspoken, type Position } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import type { Context } from './command.js';
import type { AtGate } from './places.js';

/**
 * What was decided, and the reopening that follows from it when the gate has passed, its plan says so, and it stands
 * otherwise than before. Nobody decides to reopen: the reason is the change itself, in the event beside it.
 */
export function withReopening(target: AtGate, events: NewEvent[], context: Context): NewEvent[] {
  const { dossier, gate, phase, state, status, round } = target;
  if (gate.afterRuling !== 'reopen' || status !== 'passed' || !round?.settled) return events;
  const { today } = context;
  const stored = events.map((event) => asStored(event, dossier, context));
  const after = stored.reduce<Dossier>((folded, event) => evolve(context.plans, folded, event), dossier);
  const [was, is] = [openStanding(dossier, phase.id, today), openStanding(after, phase.id, today)];
  if (!changes(was, is, gate.poll === true) && (is.outcome === was.outcome || is.outcome === round.settled.outcome))
    return events;
  const days = stored.map((event) => (isAboutClosed(after, event, today) ? today : event.on));
  const on = latest(...days, state.movedOn) ?? today;
  return [...events, { type: 'GateReopened', on, facts: { gate: phase.id, round: state.round }, texts: {} }];
}

/** An event as the fold takes it; of its place in the record nothing is looked at. */
const asStored = (event: NewEvent, { sequence, recordedAt, hash }: Dossier, { by }: Context): DossierEvent =>
  ({
    ...event,
    facts: { ...event.facts, by: { role: by.role, body: by.body ?? undefined } },
    sequence: sequence + 1,
    format: 2,
    recordedAt,
    recordedBy: by.person,
    previous: hash,
    hash,
  }) as DossierEvent; // the same type with the same facts

/**
 * How the gate stands on that day, ruled or not, by what the region knows: a closed decision is not there until it is
 * released, so that nothing happens when it is recorded, and what it changes happens when it is known.
 */
function openStanding(dossier: Dossier, gate: Slug, day: Day): Standing {
  const round = currentRound(dossier, gate);
  if (!round) throw new Error(`gate ${gate} of dossier ${dossier.id} has passed and was never put`);
  const decisions = round.decisions.filter((decision) => decision.withdrawn !== null || !isClosed(decision, day));
  const open = { ...round, decisions, settled: null, split: null };
  return standing({ ...dossier, rounds: { ...dossier.rounds, [gate]: [open] } }, gate, open, day);
}

/** Whether a body stands otherwise. One that had not spoken and is for, or still has not, changes nothing by itself. */
function changes(was: Standing, is: Standing, poll: boolean): boolean {
  const former = new Map(was.bodies.map((stand) => [stand.body, stand]));
  const optionOf = ({ side, option }: Position) => (poll && side === 'for' ? option : null);
  return is.bodies.some((now) => {
    const then = former.get(now.body);
    if (!then || isUnspoken(then)) return now.side === 'against';
    return now.side !== then.side || optionOf(now) !== optionOf(then);
  });
}

/** Its own day would tell when the body did behind closed doors what it did: took back what the region did not know. */
function isAboutClosed({ rounds }: Dossier, event: DossierEvent, day: Day): boolean {
  const id = subjectOf(event);
  const decisions = Object.values(rounds).flatMap((all) => all.flatMap((round) => round.decisions));
  return decisions.some((one) => one.id === id && isClosed(one, day));
}
