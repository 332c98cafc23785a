// Starting a dossier: the one form that is not about one.
import { randomUUID } from 'node:crypto';
import { Get, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Clock } from '../store/process/clock.js';
import { Dossiers } from '../app/dossiers.js';
import { Registers } from '../app/registers.js';
import { PlanCatalogue } from '../app/plan-catalogue.js';
import { isValid, partyOf } from '../domain/permissions.js';
import type { KnownPerson } from '../domain/people.js';
import type { Wording } from '../wording/wording.js';
import { ReaderParam } from '../http/parameters.js';
import { seeOther } from '../http/page/answer.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import type { Page } from '../http/page/page.interceptor.js';
import { StartsDossiersGuard } from './starts-dossiers.guard.js';
import { again, digestOf } from './again.js';
import { keyOf, payloadOf, valuesOf, type Form, type FormSection, type Values } from './forms/form.js';
import { FormPage, type FormPageProps } from './forms/form-page.js';
import { partiesField } from './forms/parties-field.js';
import { startPath } from './forms/register.js';
import { addressesOf } from './pages/addresses.js';
import { startFacts } from '../domain/facts/of-phases.js';
import { shapeBody } from '../http/shape.js';

@UseGuards(StartsDossiersGuard)
@PageController(startPath)
export class StartController {
  constructor(
    private readonly clock: Clock,
    private readonly catalogue: PlanCatalogue,
    private readonly dossiers: Dossiers,
    private readonly registers: Registers,
  ) {}

  @Get()
  show(@ReaderParam() person: KnownPerson, @AroundParam() around: Surroundings): ReactElement {
    return <FormPage {...this.propsOf(person, around, {}, randomUUID())} />;
  }

  @Post()
  async take(
    @Req() request: FastifyRequest,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const values = valuesOf(request.body, startFacts);
    const key = keyOf(values);
    const props = this.propsOf(person, around, values, key);
    if (values.wijzigen !== undefined) return <FormPage {...props} />;
    const asked = shapeBody(startFacts, payloadOf(props.form, values));
    const caller = { person, key: { value: key, request: digestOf(request, values) }, ifMatch: null };
    try {
      const { answer } = await this.dossiers.start(caller, asked, ({ reading: { dossier, moment } }) => {
        return addressesOf(dossier.id, moment).dossier;
      });
      return seeOther(answer);
    } catch (error) {
      return again(error, props);
    }
  }

  private propsOf(person: KnownPerson, around: Surroundings, values: Values, formKey: string): FormPageProps {
    return {
      around: { ...around, here: '/trajecten' },
      trail: [{ href: '/trajecten', label: around.wording.frame.dossiers }],
      values,
      formKey,
      shownAt: null,
      errors: [],
      refused: null,
      action: startPath,
      form: this.form(person, around.wording),
    };
  }

  private form(person: KnownPerson, wording: Wording): Form {
    const { labels, processForm: words } = wording;
    const plans = this.catalogue
      .newest()
      .map(({ workflow: { id, title, open } }) => ({ value: id, label: title, opens: open && 'parties' }));
    return {
      title: labels['start-dossier'],
      submit: labels['start-dossier'],
      cancel: '/trajecten',
      sections: [
        {
          fields: [
            { name: 'workflow', label: words.workflow, kind: 'select', required: true, choices: plans },
            { name: 'title', label: words.title, kind: 'text', required: true, max: 200 },
            { name: 'startedOn', label: words.startedOn, kind: 'day', required: true },
          ],
        },
        ...this.openParties(person, wording),
      ],
    };
  }

  /** Asked where a workflow leaves its parties open. */
  private openParties(person: KnownPerson, wording: Wording): FormSection[] {
    const { catalogue, clock, registers } = this;
    const open = catalogue
      .newest()
      .flatMap(({ workflow }) => (workflow.open ? [{ ...workflow.open, ...workflow }] : []));
    if (open.length === 0) return [];
    const today = clock.today();
    const first = open.map(({ notBefore }) => notBefore ?? registers.since).sort()[0] ?? today;
    const regions = new Set(person.assignments.filter((a) => isValid(a, today)).map(({ body }) => partyOf(body ?? '')));
    const own = catalogue.all().filter(({ region }) => regions.has(region));
    const parties = own.flatMap(({ workflow }) => workflow.parties.map(({ id }) => id));
    const least = Math.min(...open.map((one) => one.least));
    const offer = { wording, registers, own: new Set(parties), between: [first, today] as [string, string], least };
    return [{ when: 'parties', fields: [partiesField(offer)] }];
  }
}
