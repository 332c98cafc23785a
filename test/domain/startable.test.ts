// What the form of a conclusion says can begin by a go is what can begin by it: over dossiers in which anything was recorded.
import fc from 'fast-check';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { statusOf, type Dossier } from '../../src/domain/dossier/state.js';
import { startableBy } from '../../src/domain/turns/startable.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import type { Day, Slug } from '../../src/domain/vocabulary.js';
import { movesOf, playAtRandom } from '../support/random-play.js';
import { testWorkflows } from '../support/workflows.js';

const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);
const plans = [
  ...(['raadstraject', 'testregio', 'overlegregio', 'laatste-tak', 'inkoopregio', 'stukken'] as const),
  'drenthe-robuuste-regio',
].map((id) => catalogue.get(id, undefined, ''));

/** A law over what never came says nothing. */
const seenMin = 5;

const startable = (dossier: Dossier, day: Day): Slug[] =>
  turnsOf(dossier, day, () => true)
    .filter(({ what, blocks }) => what === 'start-phase' && blocks === null)
    .map(({ phase }) => phase);

const raise = (index: number): never => {
  throw new Error(`there is no plan ${index}`);
};

it('is what begins to be startable by it', () => {
  let seen = 0;
  for (let more = 0; more < 60 && seen < seenMin; more++)
    fc.assert(
      fc.property(fc.constantFrom(...plans.keys()), movesOf(60), (index, moves) => {
        const plan = plans[index] ?? raise(index);
        let before: Dossier | null = null;
        playAtRandom(plan, moves, (dossier, day) => {
          const former = before;
          before = dossier;
          if (!former || former.sequence + 1 !== dossier.sequence) return;
          for (const gate of plan.gates.keys()) {
            if (statusOf(former, gate) !== 'at-gate' || statusOf(dossier, gate) !== 'passed') continue;
            const known = startable(former, day);
            const begun = startable(dossier, day).filter((phase) => !known.includes(phase));
            const told = startableBy(former, gate, day).map(({ id }) => id);
            expect([plan.workflow.id, gate, told]).toEqual([plan.workflow.id, gate, begun]);
            if (told.length > 0) seen++;
          }
        });
      }),
      { numRuns: 20, endOnFailure: true }, // what it finds is as short as its moves
    );
  expect(seen).toBeGreaterThanOrEqual(seenMin);
});
