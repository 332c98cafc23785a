// Starting a dossier: the one form that is not about one.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Dossiers } from '../app/dossiers.js';
import { Registers } from '../app/registers.js';
import { isValid, partyOf } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { StartDossierRequest } from '../requests/dossier-requests.js';
import { shapeBody } from '../requests/shape.js';
import type { KnownPerson } from '../store/people.js';
import { labels } from '../wording/forms.js';
import { processForm as words } from '../wording/process-forms.js';
import { frame } from '../wording/pages.js';
import { sendPage } from './answer.js';
import { again, digestOf } from './again.js';
import { keyOf, payloadOf, valuesOf, type Form, type FormSection, type Values } from './forms/form.js';
import { FormPage, type FormPageProps } from './forms/form-page.js';
import { partiesField } from './forms/parties-field.js';
import { addressesOf } from './pages/addresses.js';
import { aroundOf, mayStart, visitor, Visits } from './visit.js';

const path = '/trajecten/nieuw';

@ApiExcludeController()
@Controller(path)
export class StartController {
  constructor(
    private readonly visits: Visits,
    private readonly dossiers: Dossiers,
    private readonly registers: Registers,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await this.starter(request);
    return sendPage(reply, <FormPage {...this.propsOf(person, {}, randomUUID())} />);
  }

  @Post()
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await this.starter(request); // before anything is made of what was sent
    const values = valuesOf(request.body);
    const key = keyOf(values);
    const props = this.propsOf(person, values, key);
    if (values.wijzigen !== undefined) return sendPage(reply, <FormPage {...props} />);
    const asked = shapeBody(StartDossierRequest, payloadOf(props.form, values));
    const caller = { person, key: { value: key, request: digestOf(request, values) }, ifMatch: null };
    try {
      const { answer } = await this.dossiers.start(caller, asked, ({ reading: { dossier, moment } }) => {
        return addressesOf(dossier.id, moment).dossier;
      });
      return await reply.redirect(answer, 303);
    } catch (error) {
      return again(error, reply, props);
    }
  }

  /** @throws Refusal not-your-role for who starts nothing anywhere; where, is judged with the plan that is asked */
  private async starter(request: FastifyRequest): Promise<KnownPerson> {
    const person = await visitor(request, this.visits);
    if (!mayStart(person, this.visits.clock.today())) throw new Refusal('not-your-role');
    return person;
  }

  private propsOf(person: KnownPerson, values: Values, formKey: string): FormPageProps {
    return {
      around: { ...aroundOf(person, this.visits), here: 'dossiers' },
      trail: [{ href: '/trajecten', label: frame.dossiers }],
      values,
      formKey,
      errors: [],
      refused: null,
      action: path,
      form: this.form(person),
    };
  }

  private form(person: KnownPerson): Form {
    const plans = this.visits.shelf
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
        ...this.openParties(person),
      ],
    };
  }

  /** Asked where a workflow leaves its parties open. */
  private openParties(person: KnownPerson): FormSection[] {
    const { shelf, clock } = this.visits;
    const { registers } = this;
    const open = shelf.newest().flatMap(({ workflow }) => (workflow.open ? [{ ...workflow.open, ...workflow }] : []));
    if (open.length === 0) return [];
    const today = clock.today();
    const first = open.map(({ notBefore }) => notBefore ?? registers.since).sort()[0] ?? today;
    const regions = new Set(person.assignments.filter((a) => isValid(a, today)).map(({ body }) => partyOf(body ?? '')));
    const own = shelf.all().filter(({ region }) => regions.has(region));
    const parties = own.flatMap(({ workflow }) => workflow.parties.map(({ id }) => id));
    const least = Math.min(...open.map((one) => one.least));
    const offer = { registers, own: new Set(parties), between: [first, today] as [string, string], least };
    return [{ when: 'parties', fields: [partiesField(offer)] }];
  }
}
