// A look back begins where its moment still leaves everything as it was. What comes of it is what comes of folding the
// whole record anew; and the days that a dossier keeps are those of its events.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { visibleDays } from '../../src/domain/dossier/days.js';
import { emptyHistory, grow, lookBack, type Moment } from '../../src/domain/fold/history.js';
import type { DossierEvent, EventType } from '../../src/domain/dossier/events.js';
import { countsFrom, subjectOf } from '../../src/domain/dossier/release.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import { shownEvents } from '../../src/domain/views/visibility.js';
import type { Viewer } from '../../src/domain/views/viewer.js';
import { atOnce } from '../support/fold.js';
import { chanceFrom, dayAt, plans, randomPlay, type Chance } from '../support/random-history.js';
import { closedIn, slowFold } from '../support/slow-fold.js';
import { colleges } from '../support/staged-play.js';

const catalogue = new PlanCatalogue([...plans]);
/** About 250 events: beyond the second checkpoint. */
const attempts = 800;
const dossiers = 6;
const dossiersMax = 30;
/** What makes a look back hard, in some of them. */
const needed: EventType[] = [
  ...(['DecisionCorrected', 'DecisionReleased', 'ConditionAnswered'] as const),
  ...(['FactRecorded', 'MeetingRecorded', 'DossierMigrated'] as const),
];
/** SLUIS_MOMENTS sets how many: 150 before a release, which makes a thousand. */
const momentsEach = Number(process.env.SLUIS_MOMENTS ?? 20);

/** @param run with a dossier of its own, and more chance */
const forAnyDossier = (numRuns: number, run: (events: readonly DossierEvent[], chance: Chance) => void): void =>
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const chance = chanceFrom(seed);
      run(randomPlay(chance, attempts), chance);
    }),
    { numRuns, endOnFailure: true },
  );

const lastDay = attempts / 2;

function randomMoment(events: readonly DossierEvent[], chance: Chance): Moment {
  const asOf = chance(4) === 0 ? null : dayAt(chance(lastDay));
  const knownAt = chance(2) === 0 ? null : (events[chance(events.length)]?.recordedAt ?? null);
  return { asOf, knownAt };
}

const withoutDays = ({ days: _days, ...dossier }: Dossier) => dossier;

it('is what the whole record comes to, at any random moment', () => {
  const happened = new Set<EventType>();
  const isLacking = (): boolean => needed.some((type) => !happened.has(type));
  const look = (events: readonly DossierEvent[], chance: Chance): void => {
    for (const { type } of events) happened.add(type);
    const history = atOnce(grow(catalogue, emptyHistory, events));
    expect(history.checkpoints.length).toBeGreaterThanOrEqual(2);
    for (let n = 0; n < momentsEach; n++) {
      const moment = randomMoment(events, chance);
      const found = withoutDays(atOnce(lookBack(catalogue, history, moment)));
      const same = isDeepStrictEqual(found, slowFold(catalogue, events, moment));
      expect([moment, same]).toEqual([moment, true]);
    }
  };
  forAnyDossier(dossiers, look);
  // What is rare comes in a dossier more.
  for (let more = 0; isLacking() && more < dossiersMax; more++) forAnyDossier(1, look);
  expect([...happened]).toEqual(expect.arrayContaining(needed));
});

it('is the same however the record was read: at once, or as it grew', () => {
  forAnyDossier(2, (events, chance) => {
    let history = emptyHistory;
    for (let from = 0; from < events.length;) {
      const to = from + 1 + chance(300);
      history = atOnce(grow(catalogue, history, events.slice(from, to)));
      from = to;
    }
    expect(history).toEqual(atOnce(grow(catalogue, emptyHistory, events)));
  });
});

/** What each looker sees of the events at a moment, found in the events alone. */
function seen(events: readonly DossierEvent[], { asOf, knownAt }: Moment, day: string, viewer: Viewer) {
  const known = events.filter((event) => knownAt === null || event.recordedAt <= knownAt);
  const closed = closedIn(known, day);
  return known
    .map((event) => {
      const body = closed.get(subjectOf(event) ?? '') ?? null;
      const hidden = body === null || viewer.seesClosedOf(body) ? null : body;
      return { event, hidden, on: countsFrom(event, hidden !== null) };
    })
    .filter(({ on }) => asOf === null || on <= asOf);
}

it('shows to anyone the events, and the days, that the events themselves say', () => {
  const hidden = new Set<string>();
  forAnyDossier(dossiers / 2, (events, chance) => {
    const history = atOnce(grow(catalogue, emptyHistory, events));
    const own = colleges[chance(colleges.length)];
    const seesClosedOf = (body: string) => body === own;
    const viewer: Viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf };
    const all = events.map((event) => ({ event }));
    for (let n = 0; n < momentsEach; n++) {
      const moment = randomMoment(events, chance);
      const today = dayAt(chance(lastDay));
      const day = moment.asOf ?? today;
      const dossier = atOnce(lookBack(catalogue, history, moment));
      const shown = shownEvents(all, { dossier, moment, viewer, day });
      const same = isDeepStrictEqual(shown, seen(events, moment, day, viewer));
      expect([moment, same]).toEqual([moment, true]);
      for (const one of shown) if (one.hidden !== null) hidden.add(one.hidden);
      const open = seen(events, { ...moment, asOf: null }, today, viewer).filter((one) => one.hidden === null);
      const days = [...new Set(open.map(({ on }) => on))].sort();
      expect(visibleDays(dossier.days, today, seesClosedOf)).toEqual(days);
    }
  });
  expect(hidden.size).toBeGreaterThan(0); // or nothing of what is closed was looked at
});
