// How a dossier stood on a day, and what was known at a moment: the same fold over fewer events.
import type { Day, Id, Instant } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import type { DossierEvent } from './events.js';
import { evolve } from './evolve.js';
import type { Dossier } from './state.js';

export interface Moment {
  asOf: Day | null;
  knownAt: Instant | null;
}

export const now: Moment = { asOf: null, knownAt: null };

/**
 * Folds what counts at that moment: first what was recorded by `knownAt`; then corrections apply, whatever their own
 * date; then facts dated after `asOf` are left out; the rest by sequence.
 * @throws Error when no event is left, or the record is corrupt
 */
export function fold(plan: Plan, events: readonly DossierEvent[], { asOf, knownAt }: Moment): Dossier {
  const known = events.filter((event) => knownAt === null || event.recordedAt <= knownAt);
  const corrected: Dossier['corrected'] = Object.fromEntries(known.flatMap(correctionIn));
  const newest = new Map(
    known.flatMap((event) => (event.type === 'FactRecorded' ? [[event.facts.fact, event.on]] : [])),
  );
  /** A fact from outside counts from the day that its newest record says, or it would be known before that. */
  const countsFrom = (event: DossierEvent): Day =>
    (event.type === 'FactRecorded' ? newest.get(event.facts.fact) : null) ?? event.on;
  let dossier: Dossier | null = null;
  for (const event of known) {
    if (asOf !== null && countsFrom(event) > asOf) continue;
    dossier = evolve(plan, dossier, event);
    if (event.type === 'DossierStarted') dossier = { ...dossier, corrected };
  }
  if (!dossier) throw new Error('nothing of this dossier is left to fold');
  const last = known.at(-1);
  return last ? { ...dossier, sequence: last.sequence, hash: last.hash } : dossier;
}

/** What an event corrects, with what it puts in its place. */
function correctionIn({ type, facts }: DossierEvent): [Id, Id][] {
  if (type === 'DecisionCorrected') return [[facts.corrects, facts.decision]];
  return type === 'MeetingRecorded' && facts.corrects !== undefined ? [[facts.corrects, facts.meeting]] : [];
}

/** What both folds keep of the events: for the list of events itself. */
export const within = (event: DossierEvent, { asOf, knownAt }: Moment): boolean =>
  (knownAt === null || event.recordedAt <= knownAt) && (asOf === null || event.on <= asOf);
