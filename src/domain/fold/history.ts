// How a dossier stood on a day, and what was known at a moment: the same fold over fewer events. It begins where the
// moment still leaves everything as it was, and stops at times, so that whoever runs it can let others go first.
import type { Day, Id, Instant } from '../vocabulary.js';
import type { CarriedPlans } from '../workflow/plan.js';
import { closedOn } from '../dossier/days.js';
import type { DossierEvent } from '../dossier/events.js';
import { countsFrom, subjectOf } from '../dossier/release.js';
import { outsideFact, type Dossier } from '../dossier/state.js';
import { evolve } from './evolve.js';
import { before, inFormerTerms, type FormerTerms } from './former-terms.js';

export interface Moment {
  asOf: Day | null;
  knownAt: Instant | null;
}

export const now: Moment = { asOf: null, knownAt: null };

/** A record with what it was folded to. */
export interface History {
  /** From the first on. */
  readonly events: readonly DossierEvent[];
  /** The dossier after every `checkpointEvery` events. */
  readonly checkpoints: readonly Dossier[];
  /** The dossier after all of them; null before the first. */
  readonly dossier: Dossier | null;
}

export const emptyHistory: History = { events: [], checkpoints: [], dossier: null };

/** Work that can be interrupted wherever it yields; what it returns is its outcome. */
export type InSteps<T> = Generator<undefined, T>;

const checkpointEvery = 100;
/** After so many events others can have a turn: less than a millisecond. */
const eventsPerStep = 50;

/** A history with the events that follow it. @throws CannotFollow */
export function* grown(plans: CarriedPlans, history: History, added: readonly DossierEvent[]): InSteps<History> {
  const checkpoints = [...history.checkpoints];
  let { dossier } = history;
  for (const event of added) {
    dossier = evolve(plans, dossier, event);
    if (event.sequence % checkpointEvery === 0) checkpoints.push(dossier);
    if (event.sequence % eventsPerStep === 0) yield;
  }
  return { events: [...history.events, ...added], checkpoints, dossier };
}

/**
 * Folds what counts at that moment: first what was recorded by `knownAt`; then corrections apply, whatever their own
 * date; then facts dated after `asOf` are left out, and of what was closed on that day those recorded after it; the
 * rest by sequence.
 * @throws Error when no event is left, or the record is corrupt
 */
export function* lookedBack(plans: CarriedPlans, history: History, { asOf, knownAt }: Moment): InSteps<Dossier> {
  const { events } = history;
  const later = knownAt === null ? -1 : events.findIndex(({ recordedAt }) => recordedAt > knownAt);
  const known = later < 0 ? events : events.slice(0, later); // what is recorded later stands later in the record
  const whole = known === events ? history.dossier : yield* refolded(plans, history, known);
  if (!whole) throw new Error('nothing of this dossier is left to fold');
  return asOf === null ? whole : yield* foldedAsOf(plans, history, { known, whole }, asOf);
}

/** The dossier after these events, which are the first of its history. */
function* refolded(plans: CarriedPlans, history: History, known: readonly DossierEvent[]): InSteps<Dossier | null> {
  const checkpoint = checkpointBefore(history, known.length);
  const rest = known.slice(checkpoint?.sequence ?? 0);
  return (yield* grown(plans, { ...emptyHistory, dossier: checkpoint }, rest)).dossier;
}

/** The last dossier that was kept of its first so many events; null when there is none. */
const checkpointBefore = ({ checkpoints }: History, events: number): Dossier | null =>
  checkpoints[Math.floor(events / checkpointEvery) - 1] ?? null;

/** What was known, and the dossier that it comes to. */
interface Known {
  known: readonly DossierEvent[];
  whole: Dossier;
}

function* foldedAsOf(plans: CarriedPlans, history: History, { known, whole }: Known, asOf: Day): InSteps<Dossier> {
  const closed = closedOn(whole.days, asOf);
  const isHidden = (event: DossierEvent) => closed.has(subjectOf(event) ?? '');
  /** A fact from outside counts from the day that its newest record says, or it would be known before that. */
  const dayOf = (event: DossierEvent): Day =>
    (event.type === 'FactRecorded' ? outsideFact(whole, event.facts.fact)?.on : null) ??
    countsFrom(event, isHidden(event));
  const isLater = (event: DossierEvent) => dayOf(event) > asOf;
  const first = known.findIndex(isLater);
  if (first < 0) return whole;
  let dossier = checkpointBefore(history, first);
  let former: FormerTerms | null = null;
  for (const stored of known.slice(dossier?.sequence ?? 0)) {
    if (stored.sequence % eventsPerStep === 0) yield;
    if (isLater(stored)) {
      if (stored.type === 'DossierMigrated') former = before(former, stored.facts.map);
      continue;
    }
    const event: DossierEvent | null = former && dossier ? inFormerTerms(former, dossier.plan, stored) : stored;
    if (event) dossier = evolve(plans, dossier, event);
  }
  if (!dossier) throw new Error('nothing of this dossier is left to fold');
  const corrections = known.flatMap((event) => {
    const found = correctionIn(event);
    return found.length > 0 && isHidden(event) && isLater(event) ? [] : found;
  });
  const corrected = { ...Object.fromEntries(corrections), ...dossier.corrected };
  const { days, sequence, hash } = whole;
  return { ...dossier, corrected, days, sequence, hash };
}

/** What an event corrects, with what it puts in its place. */
function correctionIn({ type, facts }: DossierEvent): [Id, Id][] {
  if (type === 'DecisionCorrected') return [[facts.corrects, facts.decision]];
  return type === 'MeetingRecorded' && facts.corrects !== undefined ? [[facts.corrects, facts.meeting]] : [];
}
