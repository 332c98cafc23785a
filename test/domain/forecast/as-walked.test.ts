// The forecast against the walk day by day, over dossiers and calendars that fast-check draws.
import fc from 'fast-check';
import { loadPlans, shippedWorkflows } from '../../../src/app/plan-catalogue.js';
import { daysAfter } from '../../../src/domain/calendar.js';
import type { Calendars } from '../../../src/domain/calendars/body-calendar.js';
import { asPlanned, type Assumptions } from '../../../src/domain/forecast/assumptions.js';
import { caseOf } from '../../../src/domain/forecast/forecast-case.js';
import { forecastOf } from '../../../src/domain/forecast/forecast.js';
import { readyCase, walk } from '../../../src/domain/forecast/walk.js';
import { statusOf, type Dossier } from '../../../src/domain/dossier/state.js';
import type { Day } from '../../../src/domain/vocabulary.js';
import type { Plan } from '../../../src/domain/workflow/plan.js';
import { anyCalendars } from '../../support/any-calendar.js';
import { movesOf, playAtRandom } from '../../support/random-play.js';
import { slowForecast } from '../../support/slow-forecast.js';
import { rules } from '../../support/stands.js';

const catalogue = await loadPlans([shippedWorkflows]);
const plans = [1, 2, 3].map((version) => catalogue.get('drenthe-robuuste-regio', version, ''));

/** An open choice goes some way, as the forecast lets it: the machine of a plan takes one, and a case without takes all. */
const choicesOf = ({ workflow, gates }: Plan) =>
  fc.record(
    Object.fromEntries(
      workflow.phases.flatMap(({ branch }) =>
        branch ? [[branch.gate, fc.constantFrom(...(gates.get(branch.gate)?.options ?? []).map(({ id }) => id))]] : [],
      ),
    ),
  );

const drawn = fc.record({ plan: fc.constantFrom(...plans), moves: movesOf(30) }).chain(({ plan, moves }) =>
  fc.record({
    plan: fc.constant(plan),
    moves: fc.constant(moves),
    calendars: anyCalendars([...plan.bodies.keys()], '2024-05-01'),
    refused: fc.subarray([...plan.gates.keys()], { maxLength: 2 }),
    chosen: choicesOf(plan),
    keepsWindows: fc.boolean(),
    goal: fc.integer({ min: 30, max: 600 }),
    later: fc.array(
      fc.record({
        body: fc.constantFrom(...plan.bodies.keys()),
        gate: fc.constantFrom(null, ...plan.gates.keys()),
        meetings: fc.nat(3),
      }),
      { maxLength: 4 },
    ),
  }),
);

/** Whoever is in time is so for every step, and a gate that is put on its last day still makes it, a day later no more. */
function holdsBack(dossier: Dossier, calendars: Calendars, today: Day, assumptions: Assumptions & { goal: Day }): void {
  const { goal } = assumptions;
  const { finishOn, phases } = forecastOf(dossier, calendars, today, assumptions);
  if (finishOn === null) return;
  expect(phases.every(({ hasPassed, fits }) => hasPassed || fits)).toBe(finishOn <= goal);
  const next = phases.find(
    ({ phase, putOn, beginBy, bodies }) =>
      putOn !== null &&
      beginBy !== null &&
      putOn <= beginBy &&
      bodies.length > 0 &&
      statusOf(dossier, phase) !== 'at-gate',
  );
  if (!next || finishOn > goal) return;
  const { phase, beginBy } = next;
  const put = (on: Day) => forecastOf(dossier, calendars, today, { ...assumptions, putOn: { [phase]: on } }).finishOn;
  expect([phase, (put(beginBy ?? '') ?? '9') <= goal]).toEqual([phase, true]);
  expect([phase, (put(daysAfter(beginBy ?? '', 1)) ?? '9') > goal]).toEqual([phase, true]);
}

it('comes to the same days as a walk day by day over the machine of the plan', () => {
  fc.assert(
    fc.property(drawn, ({ plan, moves, calendars, goal, ...assumed }) => {
      let dossier: Dossier | undefined;
      let day = '';
      playAtRandom(plan, moves, (now, on) => ([dossier, day] = [now, on]));

      if (!dossier) return;
      const now = dossier;
      const of = caseOf(now, calendars, daysAfter(day, 1), { ...asPlanned, ...assumed });
      const statuses = Object.fromEntries(plan.workflow.phases.map(({ id }) => [id, statusOf(now, id)]));

      const walked = walk(readyCase(of, rules));
      const fast = Object.fromEntries(
        of.phases.flatMap(({ id }, n) => {
          const on = walked[n]?.passOn ?? Infinity;
          return on < Infinity ? [[id, on]] : [];
        }),
      );
      const slow = Object.fromEntries(slowForecast(plan, of, statuses, Object.values(assumed.chosen)));

      expect(fast).toEqual(slow);
      holdsBack(now, calendars, daysAfter(day, 1), { ...asPlanned, ...assumed, goal: daysAfter(day, goal) });
    }),
    { numRuns: Number(process.env.SLUIS_FORECASTS ?? 12), endOnFailure: true },
  );
});
