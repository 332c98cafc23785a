// What rounds that are over teach of how long bodies take, and what a forecast makes of it where nobody entered a calendar.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { daysAfter } from '../../src/domain/calendar.js';
import { noCalendars } from '../../src/domain/calendars/body-calendar.js';
import { forecastOf } from '../../src/domain/forecast/forecast.js';
import { learntFrom, withLearnt } from '../../src/domain/views/learnt-times.js';
import { Play } from '../support/play.js';

const plan = (await loadPlans([shippedWorkflows])).get('drenthe-robuuste-regio', 1, '');
const abo = plan.gates.get('instemming')?.ruledBy ?? '';
const lead = { role: 'process-lead', body: abo } as const;
const put = '2024-04-11';
const colleges = plan.gates.get('instemming')?.electorate ?? [];

/** Put, decided by each college so many days later, and concluded. */
function played(days: readonly number[], ruledAfter: number | null, released: string | null = null): Play {
  const play = Play.start(plan, put);
  const at = { gate: 'instemming' };
  play.give('start-phase', { phase: 'instemming' }, { on: put }, lead, put);
  play.give('submit-gate', at, { on: put }, lead, put);
  const last = daysAfter(put, Math.max(...days) + (ruledAfter ?? 0));
  days.forEach((after, n) => {
    const body = colleges[n] ?? '';
    const decidedOn = daysAfter(put, after);
    const closed =
      n === 0 && released ? { release: { scope: 'region' as const, from: released, ground: 'geheim' } } : {};
    const said = { body, decision: 'agree' as const, decidedOn, ...closed };
    play.give('record-decision', at, said, { role: 'secretary', body }, last);
  });
  const ruling = released
    ? ({ ruling: 'no-go', reason: 'Eén college is er niet.' } as const)
    : ({ ruling: 'go' } as const);
  if (ruledAfter !== null) play.give('rule-gate', at, { ...ruling, ruledOn: last }, { role: 'chair', body: abo }, last);
  return play;
}
const days = [5, 6, 7, 8, 9, 12, 12, 12, 19, 19, 19, 40];
const learntIn = (...plays: Play[]) => learntFrom(plays.map((play) => play.reading('2024-12-01')));

it('teaches how long each kind took, from being put to the decision and from the last to the conclusion', () => {
  const colleges_ = { step: 'decides', works: 'college', times: 12, half: 12, most: 19 };
  expect(learntIn(played(days, 10))).toEqual([colleges_]); // one conclusion is too few
  expect(learntIn(...Array.from({ length: 5 }, () => played(days, 10)))).toEqual([
    { ...colleges_, times: 60 },
    { step: 'concludes', works: 'consultation', times: 5, half: 10, most: 10 },
  ]);
});

it('teaches nothing of a round that is not over, and of a decision that the reader may not know', () => {
  expect(learntIn(played(days, null))).toEqual([]);
  const closed = learntFrom([played(days, 10, '2025-06-01').reading('2024-12-01')]);
  expect(closed.map(({ times }) => times)).toEqual([11]);
});

it('takes the place of calendars that nobody entered, and of no other', () => {
  const learnt = learntIn(...Array.from({ length: 5 }, () => played(days, 10)));
  const { dossier } = Play.start(plan, put);
  const without = forecastOf(dossier, noCalendars, put);
  const known = withLearnt(noCalendars, plan, learnt, put);
  const first = (forecast: typeof without) => forecast.phases.find(({ phase }) => phase === 'instemming');
  expect([first(without)?.goOn, first(forecastOf(dossier, known, put))?.goOn]).toEqual([null, '2024-04-23']);
  expect(forecastOf(dossier, known, put).lacks).toEqual(without.lacks.filter((body) => !known.bodies.has(body)));
  const [assen = ''] = colleges;
  const own = known.bodies.get(assen);
  const entered = own && { ...own, lead: [], source: 'vergaderschema' };
  const kept = withLearnt({ region: null, bodies: new Map(entered && [[assen, entered]]) }, plan, learnt, put);
  expect(kept.bodies.get(assen)).toBe(entered);
});
