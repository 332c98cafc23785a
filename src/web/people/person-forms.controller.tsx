// The forms about somebody, for who gives roles. What cannot be undone is read once more at an address of its own, so that going
// back or renewing that page sends nothing.
import { Get, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Drafts } from '../../app/drafts.js';
import type { Accepted, Caller } from '../../store/caller.js';
import { PeopleKeeper, type About } from '../../store/people-keeper.js';
import type { KnownPerson, PersonOnRecord } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { shapeBody } from '../../http/shape.js';
import { seeOther } from '../../http/page/answer.js';
import { Paragraph } from '../../http/page/basics.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { again } from '../visit/again.js';
import { payloadOf, valuesOf, type Values } from '../forms/form.js';
import { ConfirmPage, FormPage, type FormPageProps } from '../forms/form-page.js';
import { addressOf, peoplePath, personTables, type PersonFormName } from '../forms/person-forms.js';
import { callerOf } from './people-asked.js';
import { digest, nameIn, PersonForms, type PersonPlace } from './person-forms.js';

@KeepsForms()
@UseGuards(ManagesPeople)
@PageController(peoplePath)
export class PersonFormsController {
  constructor(
    private readonly forms: PersonForms,
    private readonly keeper: PeopleKeeper,
    private readonly drafts: Drafts,
  ) {}

  @Get([':person/:form', ':person/:form/:assignment'])
  async form(
    @Param() place: PersonPlace,
    @Query('controle') key: string | undefined,
    @ReaderParam() { id }: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const name = nameIn(place);
    if (!isFinal(name) || typeof key !== 'string') return <FormPage {...await this.forms.asked(place, around, {})} />;
    const kept = await this.drafts.ofKey(id, this.forms.addressOf(place), key);
    if (!kept) return seeOther(addressOf(place.person)); // where it stands whether it was recorded
    const values = valuesOf(kept, personTables[name]);
    return confirmed(name, await this.forms.asked(place, around, values), values);
  }

  @Post([':person/:form', ':person/:form/:assignment'])
  async take(
    @Req() request: FastifyRequest,
    @Param() place: PersonPlace,
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const name = nameIn(place);
    const values = valuesOf(request.body, personTables[name]);
    const props = await this.forms.asked(place, around, values);
    if (isFinal(name) && values.bevestigd !== 'ja') return this.toConfirm(name, reader, props, values);
    try {
      const { answer } = await this.give(name, place, callerOf(request, reader, props), props, values);
      return seeOther(answer);
    } catch (error) {
      return again(error, props);
    }
  }

  /** What is too long to keep is the answer to what was sent. */
  private async toConfirm(name: FinalForm, { id }: KnownPerson, props: FormPageProps, values: Values): Promise<Page> {
    const { action, formKey } = props;
    const page = confirmed(name, props, values);
    if (faultsIn(name, props, values)) return page;
    const kept = { ...values, sleutel: formKey };
    const isKept = await this.drafts.keepForCheck(id, action, kept);
    return isKept ? seeOther(`${action}?controle=${formKey}`) : page;
  }

  private async give(
    name: PersonFormName,
    { person, assignment = '' }: PersonPlace,
    caller: Caller,
    { form }: FormPageProps,
    values: Values,
  ): Promise<Accepted> {
    const about: About = { person, shown: (now) => digest(now) === (values.gelezen ?? '') };
    const said = payloadOf(form, values);
    switch (name) {
      case 'rol':
        return this.keeper.assign(caller, about, shapeBody(personTables.rol, said), recordedOf);
      case 'einde':
        return this.keeper.end(caller, about, assignment, shapeBody(personTables.einde, said), recordedOf);
      case 'correctie': {
        const changed = without(said, await this.keeper.one(person));
        return this.keeper.correct(caller, about, shapeBody(personTables.correctie, changed), recordedOf);
      }
      case 'wissen':
        return this.keeper.erase(caller, about, shapeBody(personTables.wissen, said), recordedOf);
    }
  }
}

const recordedOf = ({ id }: PersonOnRecord): string => `${addressOf(id)}?vastgelegd=ja`;

/** What cannot be undone. */
type FinalForm = 'wissen' | 'einde';
const isFinal = (name: PersonFormName): name is FinalForm => name === 'wissen' || name === 'einde';

function faultsIn(name: FinalForm, { form }: FormPageProps, values: Values): Refusal | null {
  const asked = shapeBody(personTables[name], payloadOf(form, values));
  return 'errors' in asked ? new Refusal('validation', {}, asked.errors) : null;
}

/** It is shown once more; what is wrong with it is told first. */
function confirmed(name: FinalForm, props: FormPageProps, values: Values): Page {
  const faults = faultsIn(name, props, values);
  if (faults) return again(faults, props);
  const { peoplePages, endingWords } = props.around.wording;
  const words = name === 'wissen' ? { title: peoplePages.eraseTitle, submit: peoplePages.erase } : endingWords;
  const will = <Paragraph>{props.form.will}</Paragraph>;
  return <ConfirmPage {...props} form={{ ...props.form, will }} title={words.title} submit={words.submit} />;
}

/** A name or an address that stays as it is, is not corrected. */
const without = (said: object, { name, email }: PersonOnRecord): object =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([key, value]) => !(key === 'name' && value === name) && !(key === 'email' && value === email),
    ),
  );
