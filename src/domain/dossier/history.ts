// How a dossier stood on a day, and what was known at a moment: the same fold over fewer events.
import type { Day, Id, Instant } from '../vocabulary.js';
import type { CarriedPlans } from '../workflow/plan.js';
import type { DossierEvent } from './events.js';
import { evolve } from './evolve.js';
import { before, inFormerTerms, type FormerTerms } from './former-terms.js';
import { closedOn, countsFrom, subjectOf } from './release.js';
import type { Dossier } from './state.js';

export interface Moment {
  asOf: Day | null;
  knownAt: Instant | null;
}

export const now: Moment = { asOf: null, knownAt: null };

/**
 * Folds what counts at that moment: first what was recorded by `knownAt`; then corrections apply, whatever their own
 * date; then facts dated after `asOf` are left out, and of what was closed on that day those recorded after it; the
 * rest by sequence.
 * @throws Error when no event is left, or the record is corrupt
 */
export function fold(plans: CarriedPlans, events: readonly DossierEvent[], { asOf, knownAt }: Moment): Dossier {
  const known = events.filter((event) => knownAt === null || event.recordedAt <= knownAt);
  const closed = asOf === null ? nothing : closedOn(known, asOf);
  const isHidden = (event: DossierEvent) => closed.has(subjectOf(event) ?? '');
  const newest = new Map(
    known.flatMap((event) => (event.type === 'FactRecorded' ? [[event.facts.fact, event.on]] : [])),
  );
  /** A fact from outside counts from the day that its newest record says, or it would be known before that. */
  const dayOf = (event: DossierEvent): Day =>
    (event.type === 'FactRecorded' ? newest.get(event.facts.fact) : null) ?? countsFrom(event, isHidden(event));
  const isLater = (event: DossierEvent) => asOf !== null && dayOf(event) > asOf;
  const corrected: Dossier['corrected'] = Object.fromEntries(
    known.flatMap((event) => (isHidden(event) && isLater(event) ? [] : correctionIn(event))),
  );
  let dossier: Dossier | null = null;
  let former: FormerTerms | null = null;
  for (const stored of known) {
    if (isLater(stored)) {
      if (stored.type === 'DossierMigrated') former = before(former, stored.facts.map);
      continue;
    }
    const event: DossierEvent | null = former && dossier ? inFormerTerms(former, dossier.plan, stored) : stored;
    if (!event) continue;
    dossier = evolve(plans, dossier, event);
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

const nothing: ReadonlyMap<string, string> = new Map();
