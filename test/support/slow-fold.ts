// What a look back must come to: the whole record folded anew for each moment, with nothing remembered, and what is closed
// found in the events alone. Slow, short, and with no part in how the product does it.
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { evolve } from '../../src/domain/fold/evolve.js';
import { termsBefore, inFormerTerms, type FormerTerms } from '../../src/domain/fold/former-terms.js';
import type { Moment } from '../../src/domain/fold/history.js';
import { countsFrom, isClosedFrom, subjectOf, widened } from '../../src/domain/dossier/release.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import type { BodyId, Day, Id, ReleaseScope } from '../../src/domain/vocabulary.js';
import type { Plans } from '../../src/domain/workflow/plan.js';

/** Without its days: they are compared with the events themselves. */
export type Folded = Omit<Dossier, 'days'>;

export function slowFold(plans: Plans, events: readonly DossierEvent[], { asOf, knownAt }: Moment): Folded {
  const known = events.filter((event) => knownAt === null || event.recordedAt <= knownAt);
  const closed = asOf === null ? new Map() : closedIn(known, asOf);
  const isHidden = (event: DossierEvent) => closed.has(subjectOf(event) ?? '');
  const newest = new Map(
    known.flatMap((event) => (event.type === 'FactRecorded' ? [[event.facts.fact, event.on]] : [])),
  );
  const dayOf = (event: DossierEvent): Day =>
    (event.type === 'FactRecorded' ? newest.get(event.facts.fact) : null) ?? countsFrom(event, isHidden(event));
  const isLater = (event: DossierEvent) => asOf !== null && !ofTheRecord.has(event.type) && dayOf(event) > asOf;
  const corrected: Dossier['corrected'] = Object.fromEntries(known.flatMap(correctionIn));
  let dossier: Dossier | null = null;
  let former: FormerTerms | null = null;
  for (const stored of known) {
    if (isLater(stored)) {
      if (stored.type === 'DossierMigrated') former = termsBefore(former, stored.facts.map);
      continue;
    }
    const event: DossierEvent | null = former && dossier ? inFormerTerms(former, dossier.plan, stored) : stored;
    if (!event) continue;
    dossier = evolve(plans, dossier, event);
    if (event.type === 'DossierStarted') dossier = { ...dossier, corrected };
  }
  const last = known.at(-1);
  if (!dossier || !last) throw new Error('nothing of this dossier is left to fold');
  const { days: _days, ...folded } = dossier;
  return { ...folded, sequence: last.sequence, hash: last.hash };
}

/** What a body decided is there on every day: which of it stands on a day is found by the days of its acts. */
const ofTheRecord: ReadonlySet<string> = new Set([
  'DecisionRecorded',
  'DecisionRevised',
  'DecisionCorrected',
  'DecisionConfirmed',
  'DecisionDisputed',
]);

function correctionIn({ type, facts }: DossierEvent): [Id, Id][] {
  return type === 'MeetingRecorded' && facts.corrects !== undefined ? [[facts.corrects, facts.meeting]] : [];
}

interface Released {
  scope: ReleaseScope;
  from?: Day | null;
}

/** The decisions that are closed on a day and their conditions, each with its body. */
export function closedIn(events: readonly DossierEvent[], day: Day): ReadonlyMap<Id, BodyId> {
  const taken = new Map<Id, { act: Id; body: BodyId; release: Released; subjects: Id[] }>();
  for (const event of events) {
    if ('answers' in event.facts) {
      const { decision, body, release = { scope: 'region' }, conditions = [] } = event.facts;
      const act = event.type === 'DecisionCorrected' ? (taken.get(event.facts.corrects)?.act ?? decision) : decision;
      taken.set(decision, { act, body, release, subjects: [decision, ...conditions.map(({ id }) => id)] });
    } else if (event.type === 'DecisionReleased' && event.on <= day) {
      const act = taken.get(event.facts.decision)?.act;
      for (const one of taken.values()) if (one.act === act) one.release = widened(one.release, event.on, event.facts);
    }
  }
  const closed = [...taken.values()].filter(({ release }) => isClosedFrom(release, day));
  return new Map(closed.flatMap(({ body, subjects }) => subjects.map((id): [Id, BodyId] => [id, body])));
}
