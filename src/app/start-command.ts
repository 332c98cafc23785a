// Admits and decides the start of a dossier: on which plan, in which role, and over which parties.
import { Injectable } from '@nestjs/common';
import type { Asked } from '../domain/commands/commands.js';
import { planAsked, type PlanAsked } from '../domain/commands/plan-asked.js';
import {
  namedErrors,
  nameParties,
  startDossier,
  startFields,
  type Marks,
  type StartDossier,
} from '../domain/commands/start-dossier.js';
import type { NewEvent } from '../domain/dossier/events.js';
import {
  authorise,
  firstAllowed,
  partyOf,
  roleFor,
  type Acting,
  type Assignment,
  type Person,
} from '../domain/permissions.js';
import { invalid } from '../domain/refusal.js';
import type { Day, DossierId } from '../domain/vocabulary.js';
import type { NamedParties } from '../domain/workflow/open-parties.js';
import type { Plan } from '../domain/workflow/plan.js';
import type { Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { PlanCatalogue } from './plan-catalogue.js';

/** Somebody who may start the dossier that they ask for; where there is no such plan, who may start one at all. */
export interface AdmittedStart {
  plan: PlanAsked;
  acting: Acting;
}

@Injectable()
export class StartCommand {
  constructor(
    private readonly catalogue: PlanCatalogue,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal 403 */
  admit(person: Person, asked: Asked<StartDossier>): AdmittedStart {
    const plan = planAsked(this.catalogue, 'payload' in asked ? asked.payload : asked.sent, '/version');
    return { plan, acting: startingAs(person, plan, this.clock.today(), this.catalogue) };
  }

  /** @throws Refusal validation */
  decide(
    { replay }: Pick<Caller, 'replay'>,
    { plan, acting }: AdmittedStart,
    asked: Asked<StartDossier>,
    id: DossierId,
  ): NewEvent {
    if (!('payload' in asked)) throw invalid(asked.errors);
    const { register } = this.catalogue;
    const today = this.clock.today();
    const errors = 'errors' in plan ? plan.errors : startFields(plan, asked.payload, today, register);
    if ('errors' in plan || errors.length > 0) throw invalid(errors);
    // In the demonstration everything is invented, and says so for ever.
    const demonstration = replay ? replay.invented : this.configuration.mode === 'demonstration';
    const named = namedBy(plan, asked.payload, acting, this.catalogue);
    const marks: Marks = { demonstration, ...(replay ? { replayed: true } : {}), named };
    return startDossier(plan, asked.payload, id, marks);
  }
}

/**
 * In which role this person may start a dossier of that plan. Where its parties are open, whoever leads a region may:
 * for the first region that allows it. Without a workflow that exists, whoever leads any region may learn what is wrong.
 * @throws Refusal 403
 */
function startingAs(person: Person, plan: PlanAsked, today: Day, catalogue: PlanCatalogue): Acting {
  const concerns = () => false;
  if (!('errors' in plan) && !plan.workflow.open) {
    const { region, rulingBodies } = plan;
    return authorise(person, 'start-dossier', { region, rulingBodies, concerns }, today);
  }
  const leads = ({ body }: Assignment) =>
    body !== null && ('errors' in plan || catalogue.consultation(body) !== undefined);
  const assignments = person.assignments.filter(leads);
  const regions = assignments.length > 0 ? assignments.map(({ body }) => partyOf(body ?? '')) : [''];
  const leading = { ...person, assignments };
  const answers = regions.map((region) =>
    roleFor(leading, 'start-dossier', { region, rulingBodies: new Set(), concerns }, today),
  );
  return firstAllowed(answers, 'first');
}

/**
 * Who takes the place of the stand-ins of an open plan: the municipalities that were asked, and the consultation for
 * which this person leads. Undefined where the plan names its own parties.
 * @throws Refusal validation
 */
function namedBy(
  plan: Plan,
  asked: StartDossier,
  { body }: Acting,
  catalogue: PlanCatalogue,
): NamedParties | undefined {
  if (!plan.workflow.open) return undefined;
  const ruledBy = catalogue.consultation(body ?? '');
  if (!ruledBy) throw new Error(`${body} was allowed to start and is no consultation that is known`);
  const named = nameParties(asked, ruledBy, catalogue.register);
  const errors = namedErrors(plan, named);
  if (errors.length > 0) throw invalid(errors);
  return named;
}
