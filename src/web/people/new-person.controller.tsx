// Letting somebody in: who they are, the role that they get, and the link to send them.
import { hash } from 'node:crypto';
import { Get, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Asked } from '../../domain/commands/commands.js';
import { assignmentFacts, personFacts } from '../../domain/facts/of-people.js';
import { KnownBodies } from '../../domain/known-bodies.js';
import type { KnownPerson, PersonOnRecord } from '../../domain/people.js';
import { Refusal, type FieldError } from '../../domain/refusal.js';
import { heldAs } from '../../domain/roles/places.js';
import type { Newcoming } from '../../domain/roles/welcome.js';
import { roles, type Role } from '../../domain/vocabulary.js';
import { PeopleKeeper, type LetIn } from '../../store/people-keeper.js';
import { linkAnswer, LinksShown } from '../../store/links-shown.js';
import { Outbox } from '../../store/outbox.js';
import { Clock } from '../../store/process/clock.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { shapeBody } from '../../http/shape.js';
import { seeOther } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { again } from '../visit/again.js';
import { payloadOf, valuesOf, type Form, type Values } from '../forms/form.js';
import { FormPage, type FormPageProps } from '../forms/form-page.js';
import { addressOf, letInFacts, letInForm, peoplePath, type LetInAsked } from '../forms/person-forms.js';
import { LetInPage } from '../pages/people/people.js';
import { rolesPath, toAdd } from '../pages/people/roles.js';
import { callerOf, hereInPeople, propsOf } from './people-asked.js';

type Query = Readonly<Record<string, string | undefined>>;

const newPath = `${peoplePath}/nieuw`;
const donePath = `${newPath}/gedaan`;

@KeepsForms()
@UseGuards(ManagesPeople)
@PageController(newPath)
export class NewPersonController {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly bodies: KnownBodies,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly links: LinksShown,
  ) {}

  @Get()
  async form(@AroundParam() around: Surroundings, @QueryParam() query: Query): Promise<ReactElement> {
    return <FormPage {...await this.asked(around, query, {})} />;
  }

  @Post()
  async add(
    @Req() request: FastifyRequest,
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() query: Query,
  ): Promise<Page> {
    const values = valuesOf(request.body, letInFacts);
    const props = await this.asked(around, query, values);
    const asked = newcomingIn(props.form, values);
    const shown = (people: readonly PersonOnRecord[]) => this.digest(people, query) === (values.gelezen ?? null);
    const place = placeIn(query);
    const render = ([one]: LetIn[]): string => {
      if (!one) throw new Error('one was let in');
      const { person, invitation } = one;
      if (values.role === undefined || values.role === '') return `${addressOf(person.id)}?vastgelegd=ja`;
      const until = invitation ? around.wording.momentWords(invitation.expiresAt) : '';
      return linkAnswer({ person: person.id, link: invitation?.link ?? null, until });
    };
    try {
      const caller = callerOf(request, reader, props);
      const { answer } = await this.keeper.letIn(caller, asked, place && shown, render);
      return seeOther(answer.startsWith('/') ? answer : `${donePath}?sleutel=${props.formKey}`);
    } catch (error) {
      return again(ofOne(error), props);
    }
  }

  /** What follows once somebody was let in; later, who they are. */
  @Get('gedaan')
  async done(
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { sleutel }: Query,
  ): Promise<Page> {
    const made = await this.links.of(reader.id, sleutel ?? '');
    if (!made) return seeOther(peoplePath);
    const person = await this.keeper.one(made.person);
    if (person.erasedOn !== null) return seeOther(addressOf(person.id));
    return (
      <LetInPage
        around={hereInPeople(around)}
        {...{ person, link: made.link, until: made.until, mailed: this.outbox.isSent }}
        toPerson={addressOf(person.id)}
        toRoles={rolesPath}
        toNext={toAdd()}
      />
    );
  }

  private async asked(around: Surroundings, query: Query, values: Values): Promise<FormPageProps> {
    const today = this.clock.today();
    const people = await this.keeper.everyone();
    const place = placeIn(query);
    if (place?.body && !this.bodies.describe(place.body)) throw new Refusal('unknown-path');
    const held = place && {
      ...place,
      title: place.body === null ? null : this.bodies.titleOf(place.body),
      held: namesIn(people, place, today),
    };
    const form = letInForm({ bodies: this.bodies.on(today), today, place: held }, around.wording);
    const action = place ? toAdd(place.role, place.body, place) : toAdd();
    return propsOf(around, { form, action, values, about: null, shownAt: this.digest(people, query) });
  }

  /** By which it is known whether the place is held as it was shown. */
  private digest(people: readonly PersonOnRecord[], query: Query): string | null {
    const place = placeIn(query);
    return place && hash('sha256', heldAs(people, place.role, place.body, this.clock.today()));
  }
}

type Place = Pick<NonNullable<LetInAsked['place']>, 'role' | 'body' | 'replaces'>;

function placeIn({ rol, orgaan, vervangt }: Query): Place | null {
  const role = roles.find((one): one is Role => one === rol);
  return role ? { role, body: orgaan ?? null, replaces: vervangt === 'ja' } : null;
}

const namesIn = (people: readonly PersonOnRecord[], { role, body }: Place, today: string): string[] =>
  people
    .filter(({ assignments }) =>
      assignments.some((one) => one.role === role && one.body === body && (one.until === null || one.until >= today)),
    )
    .flatMap(({ name }) => name ?? []);

/** Without a role nothing else of the role is said; a body alone asks for it. */
function newcomingIn(form: Form, values: Values): Asked<readonly Newcoming[]> {
  const said = payloadOf(form, values) as Record<string, unknown>;
  const part = (table: object) =>
    Object.fromEntries(Object.entries(said).filter(([name]) => Object.hasOwn(table, name)));
  const person = shapeBody(personFacts, part(personFacts));
  const role =
    said.role === undefined && said.body === undefined ? null : shapeBody(assignmentFacts, part(assignmentFacts));
  const errors: FieldError[] = [
    ...('errors' in person ? person.errors : []),
    ...(role && 'errors' in role ? role.errors : []),
  ];
  if ('errors' in person || (role && 'errors' in role)) return { errors, sent: [] };
  return { payload: [{ person: person.payload, role: role?.payload ?? null }] };
}

/** A form is about one: the number of its row is nothing to it. */
const ofOne = (error: unknown): unknown =>
  error instanceof Refusal && error.code === 'validation'
    ? new Refusal(
        'validation',
        error.facts,
        error.errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/0\//, '/') })),
      )
    : error;
