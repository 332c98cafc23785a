// A gate at which nobody concludes: the decision itself is its end. Whatever is recorded that makes its outcome certain
// concludes it in the same breath, and a change of mind opens it again and concludes it anew.
import { latest } from '../calendar.js';
import type { EventContent, EventType, NewEvent, NewEventOf } from '../dossier/events.js';
import { folded, type Folds } from '../dossier/folds.js';
import { machineEvent } from '../dossier/machine-event.js';
import { reopeningFolds } from '../dossier/reopening.js';
import { statusOf, type Dossier, type Round } from '../dossier/state.js';
import { standing, type Standing } from '../stand/at-gate.js';
import { chosenAt } from '../stand/chosen.js';
import type { Day, Slug } from '../vocabulary.js';
import { isByItself } from '../workflow/asks.js';
import type { Context } from './command.js';
import { earlierDays, prerequisites, stoodAs } from './conclusion.js';
import { nextPlace } from './late-change.js';
import { derived, ruleGate } from './rule-gate.js';
import { gateAt, stillAwaited } from './targets.js';

/**
 * The events that a command decided, and the conclusions that follow from them.
 * @param folds of that command; what it does not fold is left to the next command
 */
export function withConclusions(
  dossier: Dossier,
  events: NewEvent[],
  folds: Partial<Folds<EventType>>,
  context: Context,
): NewEvent[] {
  const { plan } = dossier;
  if (![...plan.gates.values()].some(isByItself)) return events;
  const all: Partial<Folds<EventType>> = { ...folds, ...reopeningFolds };
  if (events.some(({ type }) => all[type] === undefined)) return events;
  let after = events.reduce((before, event) => withEvent(all as Folds<EventType>, before, event, context), dossier); // each is there
  const found: NewEvent[] = [...events];
  for (const gate of after.plan.gates.keys()) {
    const concluded = conclusionAt(after, gate, context);
    if (!concluded) continue;
    found.push(concluded);
    after = withEvent(ruleGate.folds, after, concluded, context);
  }
  return found;
}

function withEvent<T extends EventType>(
  folds: Folds<T>,
  dossier: Dossier,
  event: EventContent<T> & NewEvent,
  context: Context,
): Dossier {
  const moving = machineEvent(event);
  const snapshot = moving ? dossier.plan.machine.step(dossier.snapshot, moving) : null;
  return { ...folded(folds, dossier, event, nextPlace(dossier, context)), snapshot: snapshot ?? dossier.snapshot };
}

function conclusionAt(dossier: Dossier, gate: Slug, { today, newId }: Context): NewEventOf<'GateRuled'> | null {
  if (statusOf(dossier, gate) !== 'at-gate') return null;
  const target = gateAt(dossier, gate);
  const { round } = target;
  if (!round || !isByItself(round.terms.gate)) return null;
  const now = standing(dossier, gate, round, today);
  const { outcome, certain } = now;
  if (outcome === 'open' || !certain) return null;
  const passes = outcome === 'go';
  if (passes && stillAwaited(dossier, prerequisites(target)).phases.length > 0) return null;
  const option = passes ? chosenAt(dossier, gate, round, now) : undefined;
  if (option === null) return null;
  const on = dayOf(dossier, gate, round, today, latest(...earlierDays({ ...target, round }, now, today, passes)));
  const ruling = derived(dossier, now, { ruling: outcome, ruledOn: on });
  const came = { gate, round: round.number, id: newId(), ruling, option, dissent: [] };
  const stood = stoodAs(standing(dossier, gate, round, on));
  return { type: 'GateRuled', on, facts: { ...stood, ...came, byItself: true }, texts: {} };
}

/** The day of the last fact that it rests on, where it stood so on that day; a release or a term brings it about today. */
function dayOf(dossier: Dossier, gate: Slug, round: Round, today: Day, rests: Day | null): Day {
  if (rests === null || rests > today) return today;
  const same = ({ outcome, certain }: Standing, other: Standing): boolean =>
    outcome === other.outcome && certain === other.certain;
  return same(standing(dossier, gate, round, rests), standing(dossier, gate, round, today)) ? rests : today;
}
