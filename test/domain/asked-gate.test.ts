// What a gate asks, as a form is made of it, is what the view of the whole gate says.
import fc from 'fast-check';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { now } from '../../src/domain/fold/history.js';
import { askedGate, gateFigures } from '../../src/domain/views/gate-view.js';
import { movesOf, playAtRandom } from '../support/random-play.js';

const catalogue = await loadPlans([shippedWorkflows]);
const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => false };

/** Without the functions of a rule, which are made anew for each. */
const plain = (view: object): object => JSON.parse(JSON.stringify(view)) as object; // of an object

it('says of every gate, whatever happened, what the whole view says under the same names', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(...catalogue.ids()), movesOf(40), (id, moves) => {
      playAtRandom(catalogue.get(id, undefined, ''), moves, (dossier, day) => {
        for (const gate of dossier.plan.gates.keys()) {
          const reading = { dossier, moment: now, day, viewer };
          const whole = gateFigures(reading, gate);
          seen.add(whole.status);
          expect(plain(whole)).toMatchObject(plain(askedGate(reading, gate)));
        }
      });
    }),
    { numRuns: 10 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['planned', 'open']));
});
