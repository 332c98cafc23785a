// Takes a running dossier over to another version of its plan, or to another plan. All or nothing: what was recorded
// keeps a place, or the whole is refused with what would be lost.
import { latest } from '../calendar.js';
import { migrationTarget } from './migration-target.js';
import { planIn } from '../dossier/mergers.js';
import type { Dossier } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import { migrationFacts } from '../facts/of-phases.js';
import type { Reason } from '../reasons.js';
import { invalid, type FieldError } from '../refusal.js';
import type { OpenParties } from '../workflow/open-parties.js';
import type { Plan, Plans } from '../workflow/plan.js';
import { defineCommand } from './command.js';
import { happened, notBefore } from './dates.js';
import { mustRun } from './targets.js';
import { planAsked, type PlanAsked } from './plan-asked.js';
import { namedErrors } from './start-dossier.js';

export type MigrateDossier = Payload<typeof migrationFacts>;

export const migrateDossier = defineCommand<object, Dossier, typeof migrationFacts, never>({
  says: migrationFacts,
  locate: (dossier) => dossier,
  asks: ({ plan }) => [...plan.rulingBodies].map((body) => ({ right: 'migrate-dossier', body })),
  fields: (dossier, asked, { today, plans }) => {
    const to = planTo(dossier, asked, plans);
    const dated = happened('/on', asked.on, today, dossier);
    if ('errors' in to) return [...dated, ...to.errors];
    return dated.length > 0 ? dated : notBefore('/on', asked.on, to.workflow.notBefore ?? asked.on);
  },
  ready: mustRun,
  decide: (dossier, asked, { plans }) => {
    const { on } = asked;
    const to = mustFind(dossier, asked, plans);
    const { map, refusals } = migrationTarget(dossier, to, asked.map ?? {});
    const moved = latest(...Object.values(dossier.phases).map(({ movedOn }) => movedOn));
    const errors = [...samePlan(dossier, to), ...refusals, ...notBefore('/on', on, moved ?? on)];
    if (errors.length > 0) throw invalid(errors);
    const { id: workflow, version } = to.workflow;
    const kept = keep(migrationFacts, asked);
    const facts = {
      ...kept.facts,
      workflow,
      version,
      workflowHash: to.hash,
      map: { ...map },
      named: to.named ?? undefined,
    };
    return [{ type: 'DossierMigrated', on, facts, texts: kept.texts }];
  },
  folds: {},
});

/** The plan that is asked for. @throws Error when `fields` was not asked first */
export function mustFind(dossier: Dossier, asked: MigrateDossier, plans: Plans): Plan {
  const to = planTo(dossier, asked, plans);
  if ('errors' in to) throw new Error('the fields of a migration are judged before it is decided');
  return to;
}

function planTo(
  dossier: Dossier,
  { workflow = dossier.plan.workflow.id, toVersion }: MigrateDossier,
  plans: Plans,
): PlanAsked {
  const { plan } = dossier;
  const asked = planAsked(plans, { workflow, version: toVersion }, '/toVersion');
  const to = 'workflow' in asked && asked.workflow.open ? overNamed(plan, asked, asked.workflow.open, plans) : asked;
  return 'workflow' in to ? planIn(dossier, to) : to;
}

/** A dossier that follows a plan has nowhere to go in it. */
function samePlan({ plan }: Dossier, to: Plan): FieldError[] {
  const isSame = plan.workflow.id === to.workflow.id && plan.workflow.version === to.workflow.version;
  const because: Reason = { code: 'same-plan' };
  return isSame ? [{ pointer: '/toVersion', code: 'not-allowed-here', because }] : [];
}

/** A plan that leaves its parties open takes those of the dossier. */
function overNamed({ named }: Plan, to: Plan, { least }: OpenParties, plans: Plans): PlanAsked {
  const refuse = (because: Reason | undefined) => ({
    errors: [{ pointer: '/toVersion', code: 'not-allowed-here', because } satisfies FieldError],
  });
  if (!named) return refuse({ code: 'parties-not-named' });
  if (named.parties.length < least) return refuse({ code: 'asks-more-parties', least });
  const [fault] = namedErrors(to, named);
  return fault ? refuse(fault.because) : plans.planFor(to, named);
}
