// People and their roles by browser, for who gives roles: the list, somebody with their record, and the forms about them.
import { hash } from 'node:crypto';
import { Get, Param, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Directory } from '../../store/directory.js';
import { Clock } from '../../store/process/clock.js';
import { Outbox } from '../../store/outbox.js';
import { PeopleKeeper, type About } from '../../store/people-keeper.js';
import type { Accepted, Caller } from '../../store/caller.js';
import { KnownBodies } from '../../domain/known-bodies.js';
import type { KnownAssignment, KnownPerson, PersonOnRecord } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { senderOf } from '../../http/sender.js';
import { nothing, shapeBody } from '../../http/shape.js';
import { seeOther } from '../../http/page/answer.js';
import { Paragraph } from '../../http/page/basics.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { again } from '../visit/again.js';
import { payloadOf, valuesOf, type Values } from '../forms/form.js';
import { ConfirmPage, FormPage, type FormPageProps } from '../forms/form-page.js';
import { addressOf, peoplePath, personForm, personTables, type PersonFormName } from '../forms/person-forms.js';
import { securityAddress } from '../pages/log/security-log.js';
import { LinkPage, PersonPage } from '../pages/people/people.js';
import { PeoplePage } from '../pages/people/people-list.js';
import { askedPeople, peopleList } from './people-list.js';
import { toAdd } from '../pages/people/roles.js';
import { callerOf, hereInPeople, propsOf } from './people-asked.js';

const formNames = Object.keys(personTables) as PersonFormName[]; // an object literal has no other keys

interface Place {
  person: string;
  form: string;
  assignment?: string;
}

@UseGuards(ManagesPeople)
@PageController(peoplePath)
export class PeoplePagesController {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly bodies: KnownBodies,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  async list(@AroundParam() around: Surroundings, @QueryParam() query: Record<string, string | undefined>) {
    const asked = askedPeople(query);
    const today = this.clock.today();
    const awaited = await this.keeper.withoutPassword();
    const listed = peopleList(await this.keeper.everyone(), asked, query, { today, titleOf: this.titleOf, awaited });
    const { titleOf } = this;
    return (
      <PeoplePage
        around={hereInPeople(around)}
        {...listed}
        {...{ asked, today, titleOf }}
        hrefOf={addressOf}
        toAdd={toAdd()}
      />
    );
  }

  @Get(':person')
  async one(
    @Param('person') id: string,
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { vastgelegd }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    const person = await this.keeper.one(id);
    const at = addressOf(id);
    const isOwn = id === reader.id;
    const forms = {
      give: `${at}/rol`,
      end: (assignment: string) => `${at}/einde/${assignment}`,
      correct: `${at}/correctie`,
      erase: `${at}/wissen`,
      invite: `${at}/link`,
      links: `${at}/maillinks`,
      factor: this.directory.hasFactor(id) ? `${at}/tweede-stap` : null,
    };
    return (
      <PersonPage
        around={hereInPeople(around)}
        person={person}
        history={await this.keeper.history(id)}
        refusal={person.email === null ? null : await this.outbox.refusalOf(person.email)}
        today={this.clock.today()}
        titleOf={this.titleOf}
        forms={isOwn || person.erasedOn !== null ? null : forms}
        isOwn={isOwn}
        inSecurityLog={securityAddress({ wie: id })}
        recorded={vastgelegd === 'ja'}
      />
    );
  }

  @Post(':person/link')
  async invite(
    @Req() request: FastifyRequest,
    @Param('person') id: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const invited = await this.keeper.one(id);
    const caller = { person, key: null, ifMatch: null, sender: senderOf(request) };
    const { answer } = await this.keeper.invite(caller, { person: id, shown: null }, shapeBody(nothing, {}), (made) =>
      JSON.stringify([made.link, around.wording.momentWords(made.expiresAt)]),
    );
    const [link, until] = JSON.parse(answer) as [string, string]; // as it was written above
    const mailed = this.outbox.isSent;
    return (
      <LinkPage {...{ link, until, mailed }} around={hereInPeople(around)} person={invited} back={addressOf(id)} />
    );
  }

  @Get([':person/:form', ':person/:form/:assignment'])
  async form(@Param() place: Place, @AroundParam() around: Surroundings): Promise<ReactElement> {
    return <FormPage {...await this.asked(place, around, {})} />;
  }

  @Post([':person/:form', ':person/:form/:assignment'])
  async take(
    @Req() request: FastifyRequest,
    @Param() place: Place,
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const name = nameIn(place);
    const values = valuesOf(request.body, personTables[name]);
    const props = await this.asked(place, around, values);
    if (values.wijzigen !== undefined) return <FormPage {...props} />;
    if (isFinal(name) && values.bevestigd !== 'ja') return confirmed(name, props, values);
    return sentTo(props, () => this.give(name, place, callerOf(request, reader, props), props, values));
  }

  private async give(
    name: PersonFormName,
    { person, assignment = '' }: Place,
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

  private async asked(place: Place, around: Surroundings, values: Values): Promise<FormPageProps> {
    const name = nameIn(place);
    const { wording } = around;
    const person = await this.keeper.one(place.person);
    const today = this.clock.today();
    const ended = name === 'einde' ? person.assignments.find(({ id }) => id === place.assignment) : undefined;
    if (name === 'einde' && !ended) throw new Refusal('unknown-person');
    const role = ended ? wording.roleIn(ended.role, ended.body === null ? null : this.titleOf(ended.body)) : null;
    const bodies = name === 'rol' ? this.bodies.on(today) : [];
    const form = personForm(
      name,
      { person, role, bodies, today, leaves: ended ? await this.leaves(person, ended) : null },
      wording,
    );
    const action = [addressOf(place.person), name, ...(place.assignment ? [place.assignment] : [])].join('/');
    const about = { href: addressOf(person.id), label: person.name ?? wording.peoplePages.erasedPerson };
    return propsOf(around, { form, action, values, about, shownAt: digest(person) });
  }

  /** The title of the body that nobody else has this role for; null where somebody has. */
  private async leaves(person: PersonOnRecord, { role, body }: KnownAssignment): Promise<string | null> {
    if (body === null) return null;
    const today = this.clock.today();
    const others = (await this.keeper.everyone()).filter(({ id }) => id !== person.id);
    const has = others.some(({ assignments }) =>
      assignments.some((one) => one.role === role && one.body === body && (one.until === null || one.until >= today)),
    );
    return has ? null : this.titleOf(body);
  }

  private readonly titleOf = (body: string): string => this.bodies.titleOf(body);
}

/** @throws Refusal unknown-path */
function nameIn({ form, assignment }: Place): PersonFormName {
  const found = formNames.find((name) => name === form && (name === 'einde') === (assignment !== undefined));
  if (!found) throw new Refusal('unknown-path');
  return found;
}

/** By which it is known whether somebody is still as they were shown. */
const digest = (person: PersonOnRecord): string => hash('sha256', JSON.stringify(person));

const recordedOf = ({ id }: PersonOnRecord): string => `${addressOf(id)}?vastgelegd=ja`;

/** Where it was recorded, or the form again with what is wrong. */
async function sentTo(props: FormPageProps, give: () => Promise<Accepted>): Promise<Page> {
  try {
    return seeOther((await give()).answer);
  } catch (error) {
    return again(error, props);
  }
}

/** What cannot be undone. */
const isFinal = (name: PersonFormName): name is 'wissen' | 'einde' => name === 'wissen' || name === 'einde';

/** It is shown once more; what is wrong with it is told first. */
function confirmed(name: 'wissen' | 'einde', props: FormPageProps, values: Values): Page {
  const asked = shapeBody(personTables[name], payloadOf(props.form, values));
  if ('errors' in asked) return again(new Refusal('validation', {}, asked.errors), props);
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
