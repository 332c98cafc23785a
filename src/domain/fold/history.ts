// How a dossier stood on a day, and what was known at a moment: the same fold over fewer events. It begins at the last
// checkpoint before the first event that is left out, and yields now and then, so that other requests get a turn.
import type { Day, Id, Instant } from '../vocabulary.js';
import type { CarriedPlans } from '../workflow/plan.js';
import { closedOn } from '../dossier/days.js';
import type { DossierEvent, EventType } from '../dossier/events.js';
import { countsFrom, subjectOf } from '../dossier/release.js';
import { outsideFact, type Dossier } from '../dossier/state.js';
import { asConcluded, type StoodByPlace } from './as-concluded.js';
import { correctionIn, effective, factsIn, stands, type RecordedFact } from './effective.js';
import { CannotFollow, evolve } from './evolve.js';
import { termsBefore, inFormerTerms, type FormerTerms } from './former-terms.js';
import { eventsPerStep, folded, type InSteps } from './in-steps.js';

export interface Moment {
  asOf: Day | null;
  knownAt: Instant | null;
}

export const now: Moment = { asOf: null, knownAt: null };

/** A record with what it was folded to. */
export interface History {
  /** From the first on. */
  readonly events: readonly DossierEvent[];
  /** The dossier after some of them: those before which nothing was rewritten by a later one. */
  readonly checkpoints: readonly Dossier[];
  /** The dossier after all of them; null before the first. */
  readonly dossier: Dossier | null;
  /** How every body stood at the conclusions before which something was corrected, as far as it was asked for. */
  readonly stood: StoodByPlace;
}

export const emptyHistory: History = { events: [], checkpoints: [], dossier: null, stood: new Map() };

/** A history with the events that follow it; where one corrects a former one it is folded anew. @throws CannotFollow */
export function* grow(plans: CarriedPlans, history: History, added: readonly DossierEvent[]): InSteps<History> {
  const events = [...history.events, ...added];
  const stood = new Map(history.stood);
  if (!added.some(correctionIn)) {
    const checkpoints = [...history.checkpoints];
    const dossier = yield* folded(plans, history.dossier, factsIn(added), checkpoints);
    return { events, checkpoints, dossier, stood };
  }
  const facts = effectiveIn(events);
  const rewritten = facts.all.filter(({ newest, first }) => newest !== first);
  const since = rewritten.filter(({ newest }) => newest.sequence > history.events.length);
  const from = Math.min(...since.map(({ first }) => first.sequence));
  const checkpoints = history.checkpoints.filter(({ sequence }) => sequence < from);
  const begun = checkpoints.at(-1) ?? null;
  const rest = facts.standing.filter(({ first }) => first.sequence > (begun?.sequence ?? 0));
  const passed: Dossier[] = [];
  const dossier = yield* folded(plans, begun, rest, passed);
  const isWhole = (at: number) => !rewritten.some(({ first, newest }) => first.sequence <= at && at < newest.sequence);
  return {
    events,
    checkpoints: [...checkpoints, ...passed.filter(({ sequence }) => isWhole(sequence))],
    dossier: dossier && atHead(yield* asConcluded(plans, stood, events, dossier), events),
    stood,
  };
}

function effectiveIn(events: readonly DossierEvent[]): { all: RecordedFact[]; standing: RecordedFact[] } {
  const all = factsIn(events);
  return { all, standing: all.filter(stands) };
}

/** The dossier before the first event that cannot follow, and before this place; null where there is none. */
export function asFarAsItHolds(plans: CarriedPlans, events: readonly DossierEvent[], place: number): Dossier | null {
  let dossier: Dossier | null = null;
  try {
    for (const { newest, first } of effective(events).filter((fact) => fact.first.sequence < place))
      dossier = evolve(plans, dossier, newest, first);
  } catch (error) {
    if (!(error instanceof CannotFollow)) throw error;
  }
  return dossier;
}

/** At the end of its record, whatever fact was folded last. */
function atHead(dossier: Dossier, events: readonly DossierEvent[]): Dossier {
  const { sequence, hash, recordedAt } = events.at(-1) ?? dossier;
  return { ...dossier, sequence, hash, recordedAt };
}

/**
 * Folds what counts at that moment: of what was recorded by `knownAt`, as it was corrected by then, all that happened by
 * `asOf`, by its place; of what was closed on that day, what was recorded by it. What is said of the record and not of
 * the world holds for every day: decisions as they were recorded, corrected, confirmed and disputed. Which of them stands
 * on a day is for `stand/`.
 * @throws Error when no event is left, or the record is corrupt
 */
export function* lookBack(plans: CarriedPlans, history: History, { asOf, knownAt }: Moment): InSteps<Dossier> {
  const known = knownIn(history, knownAt);
  const whole = known === history.events ? history.dossier : yield* refold(plans, history, known);
  if (!whole) throw new Error('nothing of this dossier is left to fold');
  return asOf === null ? whole : yield* foldAsOf(plans, history, { known, whole }, asOf);
}

/** The day on which the dossier began, as it was known then; undefined where nothing was. */
export const beginning = (history: History, { knownAt }: Pick<Moment, 'knownAt'>): Day | undefined =>
  factsIn(knownIn(history, knownAt))[0]?.newest.on;

/** What was recorded by then: what is recorded later stands later in the record. */
function knownIn({ events }: History, knownAt: Instant | null): readonly DossierEvent[] {
  const later = knownAt === null ? -1 : events.findIndex(({ recordedAt }) => recordedAt > knownAt);
  return later < 0 ? events : events.slice(0, later);
}

/** The dossier after these events, which are the first of its history. */
function* refold(plans: CarriedPlans, history: History, known: readonly DossierEvent[]): InSteps<Dossier | null> {
  const checkpoint = checkpointBefore(history, known.length);
  const rest = effective(known).filter(({ first }) => first.sequence > (checkpoint?.sequence ?? 0));
  const dossier = yield* folded(plans, checkpoint, rest);
  return dossier && atHead(yield* asConcluded(plans, history.stood, known, dossier), known);
}

/** The newest checkpoint within the first so many events; null when there is none. */
const checkpointBefore = ({ checkpoints }: History, events: number): Dossier | null =>
  checkpoints.findLast(({ sequence }) => sequence <= events) ?? null;

/** The events that were known, and the dossier after them. */
interface Known {
  known: readonly DossierEvent[];
  whole: Dossier;
}

function* foldAsOf(plans: CarriedPlans, history: History, { known, whole }: Known, asOf: Day): InSteps<Dossier> {
  const facts = effective(known);
  const closed = closedOn(whole.days, asOf);
  const isHidden = ({ newest }: RecordedFact) => closed.has(subjectOf(newest) ?? '');
  /** An outside fact counts from the day in its newest record: an earlier record may name a day that was wrong. */
  const dayOf = (fact: RecordedFact): Day =>
    (fact.newest.type === 'FactRecorded' ? outsideFact(whole, fact.newest.facts.fact)?.on : null) ??
    countsFrom({ on: fact.newest.on, recordedAt: fact.first.recordedAt }, isHidden(fact));
  const isLater = (fact: RecordedFact) => !ofTheRecord.has(fact.newest.type) && dayOf(fact) > asOf;
  const first = facts.find(isLater);
  if (!first) return whole;
  let dossier = checkpointBefore(history, first.first.sequence - 1);
  const begun = dossier?.sequence ?? 0;
  let former: FormerTerms | null = null;
  for (const fact of facts) {
    const place = fact.first.sequence;
    if (place <= begun) continue;
    if (place % eventsPerStep === 0) yield;
    const { newest } = fact;
    if (isLater(fact)) {
      if (newest.type === 'DossierMigrated') former = termsBefore(former, newest.facts.map);
      continue;
    }
    const event: DossierEvent | null = former && dossier ? inFormerTerms(former, dossier.plan, newest) : newest;
    if (event) dossier = evolve(plans, dossier, event, fact.first);
  }
  if (!dossier) throw new Error('nothing of this dossier is left to fold');
  const corrected = { ...Object.fromEntries(facts.flatMap(superseding)), ...dossier.corrected };
  const { days, sequence, hash } = whole;
  const told = yield* asConcluded(plans, history.stood, known, dossier);
  return { ...told, corrected, days, sequence, hash };
}

const ofTheRecord: ReadonlySet<EventType> = new Set<EventType>([
  'DecisionRecorded',
  'DecisionRevised',
  'DecisionCorrected',
  'DecisionConfirmed',
  'DecisionDisputed',
]);

/** What the record of a meeting takes the place of, with what it puts there. */
function superseding({ newest: { type, facts } }: RecordedFact): [Id, Id][] {
  return type === 'MeetingRecorded' && facts.corrects !== undefined ? [[facts.corrects, facts.meeting]] : [];
}
