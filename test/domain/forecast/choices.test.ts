// Choices that are still open: each is told by the ways it can go, and the forecast is of those that take longest together.
import { loadPlans, shippedWorkflows } from '../../../src/app/plan-catalogue.js';
import type { BodyCalendar } from '../../../src/domain/calendars/body-calendar.js';
import { asPlanned } from '../../../src/domain/forecast/assumptions.js';
import { forecastOf } from '../../../src/domain/forecast/forecast.js';
import type { Slug } from '../../../src/domain/vocabulary.js';
import { Play } from '../../support/play.js';

const catalogue = await loadPlans([shippedWorkflows]);
const begin = '2024-04-11';
const everyWeek = (body: string, n: number): BodyCalendar => ({
  ...{ body, from: begin, until: '2033-01-01', patterns: [{ kind: 'weekly', weekday: 1 + (n % 5), every: 1 }] },
  ...{ extra: [], cancelled: [], recess: [], keepsRegionRecess: false, lead: [], papersDays: n % 9, source: 'proef' },
  assumed: true,
});

it.each([
  ['robuustheidstoets', 1],
  ['wgr-wijziging-toetreding-uittreding', 1],
  ['drenthe-robuuste-regio', 3],
])('of %s, version %i', (id, version) => {
  const plan = catalogue.get(id, version, '');
  const { dossier } = Play.start(plan, begin);
  const bodies = new Map([...plan.bodies.keys()].map((body, n) => [body, everyWeek(body, n)]));
  const ahead = (chosen: Record<Slug, Slug>) =>
    forecastOf(dossier, { region: null, bodies }, begin, { ...asPlanned, chosen });
  const { finishOn, byChoice, chosen } = ahead({});
  const branching = new Set(plan.workflow.phases.flatMap(({ branch }) => (branch ? [branch.gate] : [])));
  const all = [...branching].reduce<Record<Slug, Slug>[]>(
    (ways, gate) =>
      ways.flatMap((way) => (plan.gates.get(gate)?.options ?? []).map((option) => ({ ...way, [gate]: option.id }))),
    [{}],
  );
  const finishes = all.map((way) => ahead(way).finishOn ?? '').sort();
  expect(branching.size).toBeGreaterThan(0);
  expect(finishOn).toBe(finishes.at(-1));
  expect(ahead(chosen).finishOn).toBe(finishOn);
  for (const gate of new Set(byChoice.map((one) => one.gate))) {
    const told = byChoice.filter((one) => one.gate === gate);
    expect(told.map(({ option }) => option)).toEqual(plan.gates.get(gate)?.options.map((one) => one.id));
    expect(
      told
        .map((one) => one.finishOn ?? '')
        .sort()
        .at(-1),
    ).toBe(finishOn);
  }
});
