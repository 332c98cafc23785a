// Chances: the same seed gives the same answer, and the walk behind them is that of the forecast. SLUIS_FORECASTS sets how many cases
// are held equal.
import fc from 'fast-check';
import { loadPlans, shippedWorkflows } from '../../../src/app/plan-catalogue.js';
import { demonstrationCalendars, demonstrationRegion } from '../../../src/app/demonstration-calendars.js';
import { asPlanned } from '../../../src/domain/forecast/assumptions.js';
import { chanceOf, runsFor } from '../../../src/domain/forecast/chance.js';
import { caseOf } from '../../../src/domain/forecast/forecast-case.js';
import { finishOf, readyCase, walk } from '../../../src/domain/forecast/walk.js';
import { Play } from '../../support/play.js';
import { rules } from '../../support/stands.js';

const catalogue = await loadPlans([shippedWorkflows]);
const calendars = {
  region: demonstrationRegion,
  bodies: new Map(demonstrationCalendars.map((one) => [one.body, one])),
};
const begin = '2024-04-11';
const dossiers = [1, 2].map(
  (version) => Play.start(catalogue.get('drenthe-robuuste-regio', version, ''), begin).dossier,
);
const bodies = demonstrationCalendars.map(({ body }) => body);

const asked = { runs: 500, seed: 7, latePercent: 20 };
const [first] = dossiers;
const of = (assumptions = asPlanned, dossier = first) => {
  if (!dossier) throw new Error('a version was played');
  return caseOf(dossier, calendars, begin, assumptions);
};

it('come from a seed: the same gives the same, also through another thread', () => {
  const ready = readyCase(of(), rules);
  const chance = chanceOf(ready, asked);
  expect(chanceOf(readyCase(structuredClone(of()), rules), asked)).toEqual(chance);
  expect(chance.inTime).toBeGreaterThan(0);
  expect(chanceOf(ready, { ...asked, latePercent: 0 }).inTime).toBe(500);
  expect(chanceOf(ready, { ...asked, latePercent: 90 }).inTime).toBeLessThan(chance.inTime ?? 0);
});

it('take fewer runs where very many decide, so that somebody can wait for them', () => {
  expect(runsFor(of())).toBe(10_000);
  const many = (bodies: number) => {
    const parties = Array.from({ length: bodies }, (_, n) => ({
      ...{ id: `gemeente-${n}`, title: `Gemeente ${n}` },
      code: `GM${1000 + n}`,
    }));
    const ruledBy = { id: 'proef/overleg', title: 'Overleg', region: 'Proef' };
    const plan = catalogue.planFor(catalogue.get('wgr-collegeregeling', 1, ''), { parties, ruledBy });
    return runsFor(caseOf(Play.start(plan, begin).dossier, calendars, begin, asPlanned));
  };
  expect([12, 60, 342, 1000].map(many)).toEqual([10_000, 3278, 583, 200]);
});

it('walk as the forecast does: what is missed there is later here, and never sooner', () => {
  const plain = dossiers.map((dossier) => readyCase(of(asPlanned, dossier), rules));
  const missing = fc.record({
    version: fc.nat(1),
    later: fc.array(fc.record({ body: fc.constantFrom(...bodies), meetings: fc.nat(4) }), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(missing, ({ version, later }) => {
      const [ready, dossier] = [plain[version], dossiers[version]];
      if (!ready || !dossier) return;
      const assumed = later.map((one) => ({ ...one, gate: null }));
      const there = readyCase(of({ ...asPlanned, later: assumed }, dossier), rules);
      const meetings = (body: string) => later.reduce((n, one) => n + (one.body === body ? one.meetings : 0), 0);
      const walked = walk(ready, (phase, _, decider) => {
        const seat = ready.of.phases[phase]?.gate?.deciders[decider]?.seat;
        return seat === undefined ? 0 : meetings(ready.of.seats[seat]?.body ?? '');
      });
      expect(finishOf(walked)).toBe(finishOf(walk(there)));
      expect(finishOf(walked)).toBeGreaterThanOrEqual(finishOf(walk(ready)));
    }),
    { numRuns: Number(process.env.SLUIS_FORECASTS ?? 60) },
  );
});
