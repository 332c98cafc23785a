// Whether what stands later in a record can still follow when a former fact is read otherwise. It is told by the record as
// it was: what could follow before and cannot now, stands in the way.
import { kindOfFact } from './fact-kinds.js';
import type { Context } from '../commands/command.js';
import type { DossierEvent } from '../dossier/events.js';
import type { Dossier } from '../dossier/state.js';
import { countsFrom, subjectOf } from '../dossier/release.js';
import { isSame } from '../facts/correcting.js';
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

/** A fact that is told otherwise because what it took from before it is another. */
interface Retold {
  newest: DossierEvent;
  said: DossierEvent;
  /** The dossier in its place. */
  there: Dossier;
}

/**
 * The dossier after the rest of its record, and what of that is said again as it took something from what is now otherwise.
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
): InSteps<{ after: Dossier | null; retold: Retold[] }> {
  let { was, is } = tellings;
  const retold: Retold[] = [];
  for (const fact of later) {
    const { newest, first } = fact;
    const shown = shownIn(fact, closed);
    const canFollow = (dossier: Dossier) => shown.on >= dossier.startedOn && follows(dossier, newest, context);
    if (is && !canFollow(is) && (!was || canFollow(was))) throw inTheWay(shown);
    const said = was && is ? toldAgain(was, is, newest) : newest;
    if (is && said !== newest) retold.push({ newest, said, there: is });
    try {
      is = evolve(plans, is, said, first);
    } catch (error) {
      throw error instanceof CannotFollow ? inTheWay(shown) : error;
    }
    was = evolve(plans, was, newest, first);
    if (first.sequence % eventsPerStep === 0) yield;
  }
  return { after: is, retold };
}

/** With what it took from the record as that is now told, where that is another; the words that were shown go. */
function toldAgain(was: Dossier, is: Dossier, event: DossierEvent): DossierEvent {
  const [before, now] = [was, is].map((dossier) => takenFrom(dossier, event));
  if (!now || isSame(before, now)) return event;
  const texts = Object.entries(event.texts).filter(([key]) => !key.startsWith('said/'));
  return { ...event, facts: { ...event.facts, ...now }, texts: Object.fromEntries(texts) } as DossierEvent; // the same type
}

function takenFrom(dossier: Dossier, event: DossierEvent): object | null {
  const kind = kindOfFact(event.type);
  if (!kind?.fact.takes) return null;
  try {
    return kind.fact.takes(
      kind.locate(dossier, event.facts, () => true),
      event as never,
    ); // of its own type
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** As it may be named to everyone: what is closed happened on the day of recording. */
export const shownIn = ({ newest, first }: RecordedFact, closed: ReadonlyMap<Id, BodyId>): DossierEvent => ({
  ...newest,
  on: countsFrom({ on: newest.on, recordedAt: first.recordedAt }, closed.has(subjectOf(newest) ?? '')),
});

export const inTheWay = ({ sequence, type: what, on }: DossierEvent, cure?: 'migrate-back'): Refusal =>
  refused(
    'not-in-this-state',
    { followedBy: { sequence, what, on, ...(cure ? { cure } : {}) } },
    { exists: [String(sequence)] },
  );

/** Whether this could be recorded here, but for how the gate stood: that was stored. */
function follows(dossier: Dossier, event: DossierEvent, context: Context): boolean {
  if (!isInRound(dossier, event) || !isOfParty(dossier, event)) return false;
  const kind = kindOfFact(event.type);
  if (!kind) return true;
  try {
    const target = kind.locate(dossier, event.facts, () => true);
    const asked = kind.askedOf(event);
    kind.ready(target);
    kind.fact.follows?.(target, asked, context);
    const isSaid = !kind.fact.derived?.(event as never); // of its own type
    return !isSaid || kind.fields(target, asked, context).length === 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Nobody decides or is visited who takes no part. */
const isOfParty = ({ plan }: Dossier, { facts }: DossierEvent): boolean =>
  !('body' in facts) || facts.body === undefined || plan.bodies.has(facts.body);

/** What was said in a round of a gate is lost where that was never put; what bodies decided waits until it is. */
function isInRound({ rounds }: Dossier, { type, facts }: DossierEvent): boolean {
  if (type === 'GateSubmitted' || 'decision' in facts || !('gate' in facts) || !('round' in facts)) return true;
  return rounds[facts.gate]?.some(({ number }) => number === facts.round) ?? false;
}
