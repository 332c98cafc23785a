// What it costs to look ahead: the Drenthe roadmap, and a plan of 342 bodies and nineteen phases, each body with a calendar; and
// the chance of ten thousand runs. In milliseconds, the median of many; calendars are made up.
import { loadPlans, shippedWorkflows } from '../dist/src/app/plan-catalogue.js';
import { demonstrationCalendars, demonstrationRegion } from '../dist/src/app/demonstration-calendars.js';
import { startDossier } from '../dist/src/domain/commands/start-dossier.js';
import { evolve } from '../dist/src/domain/fold/evolve.js';
import { asPlanned } from '../dist/src/domain/forecast/assumptions.js';
import { chanceOf } from '../dist/src/domain/forecast/chance.js';
import { caseOf } from '../dist/src/domain/forecast/forecast-case.js';
import { forecastOf } from '../dist/src/domain/forecast/forecast.js';
import { readyCase } from '../dist/src/domain/forecast/walk.js';
import { emptyHead, seal } from '../dist/src/store/seal.js';
import { timed } from './timed.mjs';

const begin = '2024-04-11';
const goals = { drenthe: 20, country: 300, chance: 2000 };
const runs = 10_000;
function started(plan, plans) {
  const event = startDossier(plan, { workflow: plan.workflow.id, title: 'Meting', startedOn: begin }, 'dossier-1', {
    demonstration: false,
  });
  const acting = { person: 'p1', role: 'process-lead', body: null };
  return evolve(plans, null, seal('dossier-1', emptyHead, event, acting, `${begin}T12:00:00.000Z`).event);
}

const shipped = await loadPlans([shippedWorkflows]);
const drenthe = {
  dossier: started(shipped.get('drenthe-robuuste-regio', 3, ''), shipped),
  calendars: { region: demonstrationRegion, bodies: new Map(demonstrationCalendars.map((one) => [one.body, one])) },
};

const weekly = (body, n) => ({
  ...{ body, from: begin, until: '2033-01-01', patterns: [{ kind: 'weekly', weekday: 1 + (n % 5), every: 1 }] },
  ...{ extra: [], cancelled: [], recess: [], keepsRegionRecess: false, lead: [], papersDays: n % 9, source: 'meting' },
  assumed: true,
});
const invented = await loadPlans([new URL('./workflows/', import.meta.url)]);
const wide = invented.get('bench-wide', 1, '');
const country = {
  dossier: started(wide, invented),
  calendars: { region: null, bodies: new Map([...wide.bodies.keys()].map((body, n) => [body, weekly(body, n)])) },
};

const ahead = ({ dossier, calendars }) => forecastOf(dossier, calendars, begin, { ...asPlanned, goal: '2026-01-01' });
const ready = readyCase(caseOf(drenthe.dossier, drenthe.calendars, begin, asPlanned), drenthe.dossier.plan.rules);
console.table([
  { what: 'forecast of Drenthe, 3', ms: timed(30, () => ahead(drenthe)).toFixed(1), goal: goals.drenthe },
  { what: 'forecast of 342 bodies, 19 phases', ms: timed(9, () => ahead(country)).toFixed(0), goal: goals.country },
  {
    what: `${runs} runs for Drenthe`,
    ms: timed(3, () => chanceOf(ready, { runs, seed: 7, latePercent: 20 })).toFixed(0),
    goal: goals.chance,
  },
]);
