// What starting a dossier needs to know before there is one: the plan that is asked, in which role, and over whom.
import type { PlanAsked } from '../domain/commands/plan-asked.js';
import { namedErrors, nameParties, type StartDossier } from '../domain/commands/start-dossier.js';
import type { Municipalities } from '../domain/municipalities.js';
import { authorise, partyOf, type Acting, type Assignment, type Person } from '../domain/permissions.js';
import { invalid } from '../domain/refusal.js';
import type { Day } from '../domain/vocabulary.js';
import type { Named } from '../domain/workflow/open-parties.js';
import type { Plan } from '../domain/workflow/plan.js';
import type { Shelf } from './shelf.js';

/**
 * In which role this person may start a dossier of that plan. Where its parties are open, whoever leads a region may:
 * for the first region that allows it. Without a workflow that exists, whoever leads any region may learn what is wrong.
 * @throws Refusal 403
 */
export function startingAs(person: Person, plan: PlanAsked, today: Day, shelf: Shelf): Acting {
  const concerns = () => false;
  if (!('errors' in plan) && !plan.workflow.open) {
    const { region, rulingBodies } = plan;
    return authorise(person, 'start-dossier', { region, rulingBodies, concerns }, today);
  }
  const leads = ({ body }: Assignment) => body !== null && ('errors' in plan || shelf.consultation(body) !== undefined);
  const assignments = person.assignments.filter(leads);
  const regions = assignments.length > 0 ? assignments.map(({ body }) => partyOf(body ?? '')) : [''];
  let refusal: unknown;
  for (const region of regions) {
    try {
      return authorise(
        { ...person, assignments },
        'start-dossier',
        { region, rulingBodies: new Set(), concerns },
        today,
      );
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}

/**
 * Who takes the place of the stand-ins of an open plan: the municipalities that were asked, and the consultation for
 * which this person leads. Undefined where the plan names its own parties.
 * @throws Refusal validation
 */
export function namedBy(
  plan: Plan,
  asked: StartDossier,
  { body }: Acting,
  shelf: Shelf,
  register: Municipalities,
): Named | undefined {
  if (!plan.workflow.open) return undefined;
  const ruledBy = shelf.consultation(body ?? '');
  if (!ruledBy) throw new Error(`${body} was allowed to start and is no consultation that is known`);
  const named = nameParties(asked, ruledBy, register);
  const errors = namedErrors(plan, named);
  if (errors.length > 0) throw invalid(errors);
  return named;
}
