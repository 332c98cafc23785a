// A form about somebody as it is asked now: with what holds for them today.
import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../store/process/clock.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import { KnownBodies } from '../../domain/known-bodies.js';
import type { KnownAssignment, PersonOnRecord } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import type { Surroundings } from '../../http/page/frame.js';
import type { Values } from '../forms/form.js';
import type { FormPageProps } from '../forms/form-page.js';
import { addressOf, personForm, personTables, type PersonFormName } from '../forms/person-forms.js';
import { propsOf } from './people-asked.js';

/** What stands in the address of a form. */
export interface PersonPlace {
  person: string;
  form: string;
  assignment?: string;
}

const formNames = Object.keys(personTables) as PersonFormName[]; // an object literal has no other keys

/** @throws Refusal unknown-path */
export function nameIn({ form, assignment }: PersonPlace): PersonFormName {
  const found = formNames.find((name) => name === form && (name === 'einde') === (assignment !== undefined));
  if (!found) throw new Refusal('unknown-path');
  return found;
}

/** By which it is known whether somebody is still as they were shown. */
export const digest = (person: PersonOnRecord): string => hash('sha256', JSON.stringify(person));

@Injectable()
export class PersonForms {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly bodies: KnownBodies,
    private readonly clock: Clock,
  ) {}

  addressOf({ person, form, assignment }: PersonPlace): string {
    return [addressOf(person), form, ...(assignment === undefined ? [] : [assignment])].join('/');
  }

  /** @throws Refusal unknown-path, unknown-person */
  async asked(place: PersonPlace, around: Surroundings, values: Values): Promise<FormPageProps> {
    const name = nameIn(place);
    const { wording } = around;
    const person = await this.keeper.one(place.person);
    const today = this.clock.today();
    const ended = name === 'einde' ? person.assignments.find(({ id }) => id === place.assignment) : undefined;
    if (name === 'einde' && !ended) throw new Refusal('unknown-person');
    const titleOf = (body: string): string => this.bodies.titleOf(body);
    const role = ended ? wording.roleIn(ended.role, ended.body === null ? null : titleOf(ended.body)) : null;
    const bodies = name === 'rol' ? this.bodies.on(today) : [];
    const leaves = ended ? await this.leaves(person, ended) : null;
    const form = personForm(name, { person, role, bodies, today, leaves }, wording);
    const about = { href: addressOf(person.id), label: person.name ?? wording.peoplePages.erasedPerson };
    return propsOf(around, { form, action: this.addressOf(place), values, about, shownAt: digest(person) });
  }

  /** The title of the body that nobody else has this role for; null where somebody has. */
  private async leaves(person: PersonOnRecord, { role, body }: KnownAssignment): Promise<string | null> {
    if (body === null) return null;
    const today = this.clock.today();
    const others = (await this.keeper.everyone()).filter(({ id }) => id !== person.id);
    const has = others.some(({ assignments }) =>
      assignments.some((one) => one.role === role && one.body === body && (one.until === null || one.until >= today)),
    );
    return has ? null : this.bodies.titleOf(body);
  }
}
