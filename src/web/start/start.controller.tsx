// Starting a dossier: which plan, what it asks and who is missing, whether it is right, and only then the start. What was
// filled in stands in the address until the last step, so that whoever signs in again, or goes back, finds it there.
import { randomUUID } from 'node:crypto';
import { Get, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Dossiers } from '../../app/dossiers.js';
import { Readings } from '../../app/readings.js';
import { Starting } from '../../app/starting.js';
import { startFacts } from '../../domain/facts/of-phases.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Plan } from '../../domain/workflow/plan.js';
import { ReaderParam } from '../../http/parameters.js';
import { seeOther } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { shapeBody } from '../../http/shape.js';
import { again, digestOf } from '../visit/again.js';
import { keyOf, payloadOf, valuesOf, type Values } from '../forms/form.js';
import { FormPage, type FormPageProps } from '../forms/form-page.js';
import { startPath } from '../forms/register.js';
import { StartForms } from './start-forms.js';
import { addressesOf, startAddress, startCheckPath } from '../pages/addresses.js';
import { ChoosePlanPage, StartCheckPage, StartedPage } from '../pages/plans/start.js';
import { StartsDossiersGuard } from './starts-dossiers.guard.js';
import { afterRecording } from '../visit/visit.js';

type Query = Record<string, string | undefined>;

/** So many dossiers are looked through for one that has the same name. */
const listedMax = 500;

@KeepsForms((_, fields) => placeOf(fields.get('workflow') ?? ''))
@UseGuards(StartsDossiersGuard)
@PageController(startPath)
export class StartController {
  constructor(
    private readonly starting: Starting,
    private readonly dossiers: Dossiers,
    private readonly readings: Readings,
    private readonly forms: StartForms,
  ) {}

  @Get()
  show(
    @QueryParam() query: Query,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): ReactElement {
    const here = { ...around, here: '/trajecten' };
    const plans = this.starting.plansFor(person);
    if (query.workflow === undefined) return <ChoosePlanPage around={here} plans={plans} />;
    const plan = plans.find(({ workflow }) => workflow.id === query.workflow);
    if (!plan) throw this.forms.refusalFor(query.workflow);
    const props = this.propsOf(person, around, valuesIn(query), plan);
    const isBegun = Object.keys(query).some((name) => name !== 'workflow'); // then what was filled in stands in the address
    const place = placeOf(plan.workflow.id);
    return <FormPage {...props} draft={isBegun ? { place, kept: null } : { place }} />;
  }

  /** What was filled in, once more, with what comes of it; nothing is recorded by looking at it. */
  @Get('controle')
  async check(
    @QueryParam() query: Query,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const asked = valuesIn(query);
    const here = { ...around, here: '/trajecten' };
    const before = await this.starting.answered(person, keyOf(asked));
    if (before !== null && (await this.isStartOf(person, before, asked)))
      return <StartedPage around={here} dossier={before} />;
    // What is filled in after that start is another, with a key of its own.
    const values = before === null ? asked : { ...asked, sleutel: randomUUID() };
    const props = this.propsOf(person, around, values);
    try {
      const plan = this.starting.rehearse(person, askedIn(props));
      return (
        <StartCheckPage
          around={here}
          plan={plan}
          missing={this.starting.missing(plan)}
          said={this.forms.saidOf(plan, values, around.wording)}
          fields={this.forms.fieldsOf(plan, values, props.formKey)}
          same={await this.sameAs(person, plan, values)}
          action={startPath}
        />
      );
    } catch (error) {
      return again(error, onShown(props));
    }
  }

  @Post()
  async take(
    @Req() request: FastifyRequest,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const values = valuesOf(request.body, startFacts);
    const props = this.propsOf(person, around, values);
    const caller = { person, key: { value: props.formKey, request: digestOf(request, values) }, ifMatch: null };
    try {
      const { answer } = await this.dossiers.start(caller, askedIn(props), ({ events, reading: { dossier, moment } }) =>
        afterRecording(addressesOf(dossier.id, moment).dossier, events[0]),
      );
      return seeOther(answer);
    } catch (error) {
      return again(error, onShown(props));
    }
  }

  /** @param plan the one that was asked for; found by its name where it is left out */
  private propsOf(person: KnownPerson, around: Surroundings, values: Values, plan?: Plan): FormPageProps {
    const plans = this.starting.plansFor(person);
    const found = plan ?? plans.find(({ workflow }) => workflow.id === values.workflow);
    const missing = found && !found.workflow.open ? this.starting.missing(found) : null;
    return {
      around: { ...around, here: '/trajecten' },
      trail: [{ href: '/trajecten', label: around.wording.frame.dossiers }],
      values,
      formKey: values.sleutel === undefined ? randomUUID() : keyOf(values),
      shownAt: null,
      errors: [],
      refused: null,
      action: startCheckPath,
      method: 'get',
      draft: { place: placeOf(values.workflow ?? ''), kept: null },
      form: this.forms.form(person, around.wording, found ? { plan: found, missing } : plans),
    };
  }

  /** Whether an answer that was given before is the dossier that was filled in. */
  private async isStartOf(person: KnownPerson, answer: string, { workflow, title = '' }: Values): Promise<boolean> {
    const [, id] = /^\/trajecten\/([\w-]+)(\?|$)/.exec(answer) ?? [];
    if (id === undefined) return false;
    const { dossier } = (await this.readings.one(person, id)).reading;
    return dossier.plan.workflow.id === workflow && dossier.title?.trim() === title.trim();
  }

  /** A dossier of that plan that is called the same, which somebody may have started before. */
  private async sameAs(person: KnownPerson, { workflow }: Plan, { title = '' }: Values) {
    const listed = await this.readings.list(person, { limit: listedMax });
    const found = listed.find(({ reading }) => {
      const dossier = reading?.dossier;
      return dossier?.plan.workflow.id === workflow.id && dossier.title?.trim() === title.trim();
    });
    return found ? { href: `/trajecten/${found.id}`, title } : null;
  }
}

const placeOf = (workflow: string): string => startAddress({ workflow });

/** As it goes on from a refusal: on the version whose plan is shown, whichever was asked. */
const onShown = ({ values: { version: _asked, ...values }, ...props }: FormPageProps): FormPageProps => ({
  ...props,
  values,
});

const askedIn = ({ form, values }: FormPageProps) => shapeBody(startFacts, payloadOf(form, values));

const valuesIn = (query: Query): Values => {
  const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
  return valuesOf(new URLSearchParams(given), startFacts);
};
