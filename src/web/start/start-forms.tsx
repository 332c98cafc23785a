// The form by which a dossier is started, and what was filled in, to be read and sent once more.
import { Injectable } from '@nestjs/common';
import { PlanCatalogue } from '../../app/plan-catalogue.js';
import { Registers } from '../../app/registers.js';
import { isDay } from '../../domain/calendar.js';
import type { KnownPerson } from '../../domain/people.js';
import { isValid, partyOf } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { MissingPeople } from '../../domain/views/missing-people.js';
import type { Plan } from '../../domain/workflow/plan.js';
import { Clock } from '../../store/process/clock.js';
import type { Wording } from '../../wording/wording.js';
import { isoDay, type Form, type FormSection, type Values } from '../forms/form.js';
import { todayIn } from '../forms/form-kind.js';
import { partiesField } from '../forms/parties-field.js';
import { PlanToStart } from '../pages/plans/start.js';

interface ToStart {
  plan: Plan;
  missing: MissingPeople | null;
}

@Injectable()
export class StartForms {
  constructor(
    private readonly clock: Clock,
    private readonly catalogue: PlanCatalogue,
    private readonly registers: Registers,
  ) {}

  /** @param about the plan that was chosen, or those to choose from */
  form(person: KnownPerson, wording: Wording, about: ToStart | readonly Plan[]): Form {
    const { labels, processForm: words, starting } = wording;
    const chosen = 'plan' in about ? about : null;
    const plans = 'plan' in about ? [] : about;
    return {
      title: chosen ? chosen.plan.workflow.title : labels['start-dossier'],
      kicker: starting.steps.fill,
      submit: starting.toCheck,
      cancel: '/trajecten',
      before: chosen && <PlanToStart {...chosen} />,
      sections: [
        {
          fields: [
            ...(chosen
              ? [hidden('workflow', chosen.plan.workflow.id), hidden('version', String(chosen.plan.workflow.version))]
              : [
                  {
                    name: 'workflow',
                    label: words.workflow,
                    kind: 'select' as const,
                    required: true,
                    choices: plans.map(({ workflow: { id, title } }) => ({ value: id, label: title })),
                  },
                ]),
            { name: 'title', label: words.title, kind: 'text', required: true, max: 200 },
            {
              name: 'startedOn',
              label: words.startedOn,
              kind: 'day',
              required: true,
              ...todayIn(this.clock.today(), wording),
            },
          ],
        },
        ...(chosen ? this.openParties(person, wording, chosen.plan) : []),
      ],
    };
  }

  /** What was filled in, in words. */
  saidOf({ workflow }: Plan, { title = '', startedOn = '' }: Values, wording: Wording): [string, string][] {
    const { processForm: words, workflowPage, starting, longDay } = wording;
    const day = isoDay(startedOn.trim());
    const municipalities = workflow.parties.filter(({ code }) => code !== null).map((party) => party.title);
    return [
      [words.workflow, `${workflow.title} (${workflowPage.version(workflow.version)})`],
      [words.title, title],
      [words.startedOn, isDay(day) ? longDay(day) : startedOn],
      ...(municipalities.length > 0
        ? [[starting.partiesTitle, starting.parties(municipalities)] satisfies [string, string]]
        : []),
    ];
  }

  /** The same as it is sent, on the version that was shown. */
  fieldsOf({ workflow }: Plan, values: Values, formKey: string): [string, string][] {
    const said = Object.entries(values).filter(([name]) => /^(workflow|title|startedOn|parties\/.+)$/.test(name));
    return [...said, ['version', String(workflow.version)], ['sleutel', formKey]];
  }

  /** Why nothing can be started on a plan of that name: there is none, or not for this person. */
  refusalFor(workflow: string): Refusal {
    const exists = this.catalogue.ids();
    return exists.includes(workflow) ? new Refusal('not-your-role') : new Refusal('unknown-workflow', { exists });
  }

  /** Asked where a workflow leaves its parties open. */
  private openParties(person: KnownPerson, wording: Wording, { workflow }: Plan): FormSection[] {
    const { catalogue, clock, registers } = this;
    if (!workflow.open) return [];
    const today = clock.today();
    const first = workflow.notBefore ?? registers.since;
    const regions = new Set(person.assignments.filter((a) => isValid(a, today)).map(({ body }) => partyOf(body ?? '')));
    const own = catalogue.all().filter(({ region }) => regions.has(region));
    const parties = own.flatMap((plan) => plan.workflow.parties.map(({ id }) => id));
    const { least } = workflow.open;
    const offer = { wording, registers, own: new Set(parties), between: [first, today] as [string, string], least };
    return [{ fields: [partiesField(offer)] }];
  }
}

const hidden = (name: string, value: string) => ({
  name,
  label: '',
  kind: 'hidden' as const,
  value,
  whole: name === 'version',
});
