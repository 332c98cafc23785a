// Every version of a plan that is shipped follows the one before it while a dossier runs: nothing that was recorded is lost,
// and whoever was asked to decide is asked still. Over random records, without a place that is asked for but where a plan
// calls a phase otherwise.
import fc from 'fast-check';
import { loadPlans, PlanCatalogue, shippedWorkflows } from '../../../src/app/plan-catalogue.js';
import { admit } from '../../../src/domain/commands/commands.js';
import { decisionsAt } from '../../../src/domain/dossier/acts.js';
import { phaseNow } from '../../../src/domain/dossier/migration.js';
import { runningState, type Dossier } from '../../../src/domain/dossier/state.js';
import { now } from '../../../src/domain/fold/history.js';
import { evolve } from '../../../src/domain/fold/evolve.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { turnsOf } from '../../../src/domain/turns/turns.js';
import type { Day, Slug } from '../../../src/domain/vocabulary.js';
import type { Plan } from '../../../src/domain/workflow/plan.js';
import { seal } from '../../../src/store/seal.js';
import { fold } from '../../support/fold.js';
import { lastDay } from '../../support/mend.js';
import { movesOf, playAtRandom } from '../../support/random-play.js';

const shipped = await loadPlans([shippedWorkflows]);
const pairs = shipped
  .all()
  .filter(({ workflow }) => !workflow.open)
  .flatMap((to): [string, Plan, Plan][] => {
    const { id, version } = to.workflow;
    const from = shipped.all().find(({ workflow }) => workflow.id === id && workflow.version === version - 1);
    return from ? [[`${id} ${version - 1} → ${version}`, from, to]] : [];
  });
/** Where a phase is called otherwise in the next version. */
const called: Record<string, Record<Slug, Slug>> = {
  'drenthe-robuuste-regio 1 → 2': { raadsvoorstel: 'reactienota', raadsbesluiten: 'toestemming' },
  'drenthe-robuuste-regio 2 → 3': { bestuur: 'ol-bestuur', begroting: 'ol-begroting' },
};

/** The dossier under its next plan, or why it cannot be. */
function migrated(
  dossier: Dossier,
  to: Plan,
  plans: PlanCatalogue,
  map: Record<Slug, Slug>,
  today: Day,
): Dossier | Refusal {
  const [body = ''] = dossier.plan.rulingBodies;
  const person = { id: 'voorzitter', assignments: [{ role: 'chair' as const, body, from: '2000-01-01', until: null }] };
  const payload = { toVersion: to.workflow.version, on: today, reason: 'Een nieuwe versie.', map };
  try {
    const admitted = admit({ dossier, person, today }, 'migrate-dossier', {}, { payload });
    const context = { today, by: admitted.acting, newId: () => 'id', plans };
    admitted.validate(context);
    const [event] = admitted.decide(context);
    if (!event) throw new Error('a migration is an event');
    return evolve(plans, dossier, seal(dossier.id, dossier, event, admitted.acting, `${today}T12:00:00.000Z`).event);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** All that bodies and the chair said, and who was visited. */
const recorded = (dossier: Dossier): string[] =>
  [
    ...[...dossier.plan.gates.keys()].flatMap((gate) => decisionsAt(dossier, gate).map(({ id }) => id)),
    ...Object.values(dossier.rounds).flatMap((rounds) => rounds.flatMap(({ rulings }) => rulings.map(({ id }) => id))),
    ...Object.values(dossier.phases).flatMap(({ visits }) => visits.map(({ body, on }) => `${body} ${on}`)),
    ...Object.keys(dossier.conditions),
  ].sort();

describe('a dossier goes on with the next version of its plan', () => {
  it.each(pairs)('%s', (name, from, to) => {
    const plans = new PlanCatalogue([from, to]);
    let moved = 0;
    fc.assert(
      fc.property(movesOf(60), (moves) => {
        const events = playAtRandom(from, moves);
        const before = fold(plans, events, now);
        if (runningState(before) !== 'running') return;
        const today = lastDay(events);
        const after = migrated(before, to, plans, called[name] ?? {}, today);
        if (after instanceof Refusal) throw after;
        moved++;
        expect(recorded(after)).toEqual(recorded(before));
        const asked = (dossier: Dossier, placed: (gate: Slug) => Slug) =>
          turnsOf(dossier, today, () => true).flatMap(({ what, gate, body }) =>
            what === 'decide' && gate ? [`${placed(gate)} ${body}`] : [],
          );
        const still = asked(after, (gate) => gate);
        const place = (gate: Slug) => phaseNow(after, before.sequence, gate) ?? gate;
        expect(asked(before, place).filter((one) => !still.includes(one))).toEqual([]);
        if (runningState(after) === 'running') expect(turnsOf(after, today, () => true)).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(moved).toBeGreaterThan(5);
  });
});
