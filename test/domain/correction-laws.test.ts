// The laws of corrections, over random records of every plan on disk and of invented ones that migrate and reopen. A record
// that was corrected is the record in which it had been typed right; every day of it folds, and what was known stays known.
import fc from 'fast-check';
import { loadPlans, PlanCatalogue, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { daysAfter } from '../../src/domain/calendar.js';
import type { DossierEvent, EventType } from '../../src/domain/dossier/events.js';
import { effective, type RecordedFact } from '../../src/domain/fold/effective.js';
import { kindOfFact } from '../../src/domain/fold/fact-kinds.js';
import { emptyHistory, grow, lookBack, now } from '../../src/domain/fold/history.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Day } from '../../src/domain/vocabulary.js';
import type { Plan, Plans } from '../../src/domain/workflow/plan.js';
import { atOnce, fold } from '../support/fold.js';
import { lastDay, mended, told, type Mend } from '../support/mend.js';
import { chanceFrom, plans, randomPlay, type Chance } from '../support/random-history.js';
import { movesOf, playAtRandom } from '../support/random-play.js';
import { testWorkflows } from '../support/workflows.js';

const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);
const onDisk = catalogue.all().filter(({ workflow }) => !workflow.open);
const invented = new PlanCatalogue([...plans]);
/** SLUIS_MOMENTS, the sign of a long run before a release, makes more of them, and longer. */
const isLong = process.env.SLUIS_MOMENTS !== undefined;
const times = isLong ? 3 : 1;
const attemptsEach = isLong ? 8 : 6;
const longest = isLong ? 350 : 140;

interface Story {
  plans: Plans;
  events: readonly DossierEvent[];
  chance: Chance;
}

/** Stories of this plan, or of those that migrate. */
function forAnyStory(plan: Plan | null, numRuns: number, run: (story: Story) => void): void {
  const often = { numRuns: numRuns * times, endOnFailure: true };
  const seeded = (seed: number) => {
    const chance = chanceFrom(seed);
    run({ plans: invented, events: randomPlay(chance, longest), chance });
  };
  const drawn = movesOf(isLong ? 140 : 60);
  if (!plan) fc.assert(fc.property(fc.nat(), seeded), often);
  else
    fc.assert(
      fc.property(drawn, fc.nat(), (moves, seed) => {
        run({ plans: new PlanCatalogue([plan]), events: playAtRandom(plan, moves), chance: chanceFrom(seed) });
      }),
      often,
    );
}

const dayField: Partial<Record<EventType, string>> = {
  GateRuled: 'ruledOn',
  MeetingRecorded: 'heldOn',
  ItemScheduled: 'meetingOn',
  DossierStarted: 'startedOn',
};

/** Some fact that can be corrected, and how: another day, or that it never was. */
function anyMend({ events, chance }: Story): { reading: DossierEvent; mend: Mend; back: Mend } | null {
  const facts = effective(events).filter(({ first }) => kindOfFact(first.type));
  const fact = facts[chance(facts.length)];
  if (!fact) return null;
  const reading = fact.newest;
  const field = dayField[reading.type] ?? 'on';
  const former = (kindOfFact(reading.type)?.askedOf(reading) as Record<string, Day | undefined>)[field];
  if (chance(4) === 0 || former === undefined) return { reading, mend: { never: true }, back: {} };
  return { reading, mend: { [field]: daysAfter(former, chance(41) - 20) }, back: { [field]: former } };
}

const correctedTypes = new Set<EventType>();

function mustHold(story: Story): void {
  const { plans: known, events, chance } = story;
  const today = daysAfter(lastDay(events), 1);
  for (let n = 0; n < attemptsEach; n++) {
    const any = anyMend(story);
    if (!any) return;
    const { reading, mend, back } = any;
    const after = mended(known, events, reading, mend, today);
    if (after instanceof Refusal) continue;
    correctedTypes.add(reading.type);
    const what = [reading.sequence, reading.type, mend];
    const correction = after[events.length];
    if (!correction) throw new Error('a correction was accepted and is not there');
    const dossier = fold(known, after, now);
    expect([what, outOfOrder(effective(after))]).toEqual([what, outOfOrder(effective(events))]);
    // As if it had been typed right, on every day.
    const typed = asTyped(events, reading, mend.never ? null : correction);
    const reopened = after.slice(events.length + 1);
    for (const asOf of [null, ...someDays(dossier.days.open, chance)]) {
      const moment = { asOf, knownAt: null };
      const right = told(fold(known, after, moment));
      if (reopened.length === 0) expect([what, asOf, right]).toEqual([what, asOf, told(fold(known, typed, moment))]);
    }
    // What was known is known.
    const knownAt = events.at(-1)?.recordedAt ?? null;
    const before = atOnce(lookBack(known, atOnce(grow(known, emptyHistory, after)), { asOf: null, knownAt }));
    expect([what, told(before)]).toEqual([what, told(fold(known, events, now))]);
    // Said again it changes nothing but the log, and said back nothing is left of it.
    const again = mended(known, after, correction, mend, today);
    if (again instanceof Refusal) throw new Error(`${JSON.stringify(what)} is not said again: ${again.code}`);
    expect([what, again.length]).toEqual([what, after.length + 1]);
    expect([what, told(fold(known, again, now))]).toEqual([what, told(dossier)]);
    if (reopened.length > 0) continue;
    const restored = mended(known, after, correction, back, today);
    if (restored instanceof Refusal)
      throw new Error(`${JSON.stringify(what)} is not said back: ${restored.code} ${JSON.stringify(restored.errors)}`);
    if (restored.length === after.length + 1)
      expect([what, told(fold(known, restored, now))]).toEqual([what, told(fold(known, events, now))]);
  }
}

const steps = new Set<EventType>([
  'PhaseStarted',
  'PhaseCompleted',
  'GateSubmitted',
  'GateRuled',
  'GateSplit',
  'GateReopened',
  'PhaseReworked',
  'GateWithdrawn',
]);

/** The days on which a phase took a step before the one that it took last: none, or some day of it would not fold. */
function outOfOrder(facts: readonly RecordedFact[]): string[] {
  const last = new Map<string, Day>();
  return facts.flatMap(({ newest: { type, on, facts: said } }) => {
    if (!steps.has(type)) return [];
    const { phase, gate } = said as { phase?: string; gate?: string };
    const id = phase ?? gate ?? '';
    const before = last.get(id) ?? '';
    last.set(id, on);
    return on < before ? [`${id} ${type}`] : [];
  });
}

/** The record in which the fact was recorded as it is read now, or in which it was not. */
function asTyped(events: readonly DossierEvent[], reading: DossierEvent, right: DossierEvent | null): DossierEvent[] {
  const { sequence, recordedAt, hash } = reading;
  if (reading.type === 'DossierStarted' && !right)
    return events.map(
      (event) =>
        ({
          ...event,
          ...(event === reading ? { facts: { ...event.facts, correction: { of: 1, never: true } } } : {}),
        }) as DossierEvent,
    );
  return events.flatMap((event): DossierEvent[] => {
    if (event !== reading) return [event];
    if (!right) return [];
    const { correction: _, ...facts } = right.facts;
    return [{ ...right, facts, sequence, recordedAt, hash } as DossierEvent]; // of its own type
  });
}

const someDays = (days: readonly Day[], chance: Chance): Day[] =>
  days.length === 0 ? [] : Array.from({ length: 6 }, () => days[chance(days.length)] ?? '');

it.each(onDisk.map((plan) => [`${plan.workflow.id}@${plan.workflow.version}`, plan] as const))(
  'a record of %s that was corrected is the one in which it was typed right',
  (_, plan) => forAnyStory(plan, 2, mustHold),
);

it('a record that migrates and reopens, too', () => {
  forAnyStory(null, 3, mustHold);
});

it('were tried on the commonest facts', () => {
  // Short stories do not always come to what is rare.
  const rare: EventType[] = isLong ? ['FactRecorded', 'MeetingRecorded'] : [];
  const tried: EventType[] = ['PhaseStarted', 'GateSubmitted', ...rare];
  expect([...correctedTypes]).toEqual(expect.arrayContaining(tried));
});

it('what was played back still says where it stands written', () => {
  const [started, ...others] = randomPlay(chanceFrom(1), 5);
  if (started?.type !== 'DossierStarted') throw new Error('a play begins with the start of its dossier');
  const texts = { ...started.texts, source: 'Brief van 11 april' };
  const events = [{ ...started, facts: { ...started.facts, replayed: true }, texts }, ...others];
  const found = mended(invented, events, events[0]!, { title: 'De goede naam' }, lastDay(events));
  if (found instanceof Refusal) throw found;
  expect(fold(invented, found, now)).toMatchObject({ title: 'De goede naam', source: 'Brief van 11 april' });
});

it('the order of two corrections of different facts does not matter', () => {
  let both = 0;
  forAnyStory(null, 10, (story) => {
    const { plans: known, events } = story;
    const today = daysAfter(lastDay(events), 1);
    const [one, other] = [anyMend(story), anyMend(story)];
    if (!one || !other || one.reading === other.reading) return;
    const orders = [[one, other] as const, [other, one] as const].map((order) =>
      order.reduce<readonly DossierEvent[] | Refusal>(
        (found, { reading, mend }) => (found instanceof Refusal ? found : mended(known, found, reading, mend, today)),
        events,
      ),
    );
    const [left, right] = orders;
    if (!left || !right || left instanceof Refusal || right instanceof Refusal) return;
    if (left.length !== right.length || left.length !== events.length + 2) return;
    both++;
    expect(told(fold(known, left, now))).toEqual(told(fold(known, right, now)));
  });
  expect(both).toBeGreaterThan(0);
});
