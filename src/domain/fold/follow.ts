// Whether what stands later in a record can still follow when a former fact is read otherwise. It is told by the record as
// it was: what could follow before and cannot now, stands in the way.
import { kindOfFact } from './fact-kinds.js';
import type { Context } from '../commands/command.js';
import type { DossierEvent } from '../dossier/events.js';
import type { Dossier } from '../dossier/state.js';
import { countsFrom, subjectOf } from '../dossier/release.js';
import { Refusal, refused } from '../refusal.js';
import type { BodyId, Id } from '../vocabulary.js';
import type { CarriedPlans } from '../workflow/plan.js';
import type { RecordedFact } from './effective.js';
import { CannotFollow, evolve } from './evolve.js';
import { eventsPerStep, type InSteps } from './in-steps.js';

/** One telling of the record, as far as it was folded; null before its first event. */
interface Telling {
  was: Dossier | null;
  is: Dossier | null;
}

/**
 * The dossier after the rest of its record.
 * @param later what stands after the fact that is read otherwise
 * @param closed what its body keeps to itself today: no refusal may tell on which day that was
 * @throws Refusal not-in-this-state, naming the first that cannot follow
 */
export function* followed(
  plans: CarriedPlans,
  tellings: Telling,
  later: readonly RecordedFact[],
  closed: ReadonlyMap<Id, BodyId>,
  context: Context,
): InSteps<Dossier | null> {
  let { was, is } = tellings;
  for (const { newest, first } of later) {
    const place = first.sequence;
    const shown = countsFrom({ on: newest.on, recordedAt: first.recordedAt }, closed.has(subjectOf(newest) ?? ''));
    const canFollow = (dossier: Dossier) => shown >= dossier.startedOn && follows(dossier, newest, context);
    if (is && !canFollow(is) && (!was || canFollow(was))) throw inTheWay({ ...newest, on: shown });
    try {
      is = evolve(plans, is, newest, place);
    } catch (error) {
      throw error instanceof CannotFollow ? inTheWay({ ...newest, on: shown }) : error;
    }
    was = evolve(plans, was, newest, place);
    if (place % eventsPerStep === 0) yield;
  }
  return is;
}

export const inTheWay = ({ sequence, type: what, on }: DossierEvent): Refusal =>
  refused('not-in-this-state', { followedBy: { sequence, what, on } }, { exists: [String(sequence)] });

/** Whether this could be recorded here, but for how the gate stood: that was stored. */
function follows(dossier: Dossier, event: DossierEvent, context: Context): boolean {
  if (!isInRound(dossier, event)) return false;
  const kind = kindOfFact(event.type);
  if (!kind) return true;
  try {
    const target = kind.locate(dossier, event.facts, () => true);
    const asked = kind.askedOf(event);
    kind.ready(target);
    kind.fact.follows?.(target, asked, context);
    return kind.fields(target, asked, context).length === 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** What was said in a round of a gate is lost where that was never put; what bodies decided waits until it is. */
function isInRound({ rounds }: Dossier, { type, facts }: DossierEvent): boolean {
  if (type === 'GateSubmitted' || 'decision' in facts || !('gate' in facts) || !('round' in facts)) return true;
  return rounds[facts.gate]?.some(({ number }) => number === facts.round) ?? false;
}
