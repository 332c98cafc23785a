// People and their roles, kept by administrators: who may, what is known of somebody, and what is then recorded.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isValid, mustManagePeople, type Acting } from '../domain/permissions.js';
import { invalid, Refusal, refused } from '../domain/refusal.js';
import {
  addedPerson,
  correctPerson,
  endRole,
  erasePerson,
  giveRole,
  heldRole,
  makeLink,
} from '../domain/roles/decide.js';
import type { NewPeopleEvent } from '../domain/roles/events.js';
import { letIn, type Newcoming } from '../domain/roles/welcome.js';
import type { Asked } from '../domain/commands/commands.js';
import type {
  assignmentEndFacts,
  assignmentFacts,
  erasureFacts,
  personCorrectionFacts,
  personFacts,
} from '../domain/facts/of-people.js';
import type { Sender } from '../domain/security/entries.js';
import type { BodyId, Day, Hex, Id, Instant } from '../domain/vocabulary.js';
import type { PersonOnRecord } from '../domain/people.js';
import { toldOfPerson, type ToldOfPerson } from '../domain/views/person-view.js';
import {
  everyoneIn,
  isLastAfter,
  known,
  mustBeFree,
  ofRoles,
  stillThere,
  withPlainAddress,
  withPlainEmail,
} from './people-checks.js';
import { credentialsOf, normaliseEmail, withoutPassword } from './stored-person.js';
import type { Administrators, Invitation } from '../store/directory.js';
import {
  PeopleKeeper,
  type About,
  type LetIn,
  type Render,
  type Revocable,
  type Saying,
} from '../store/people-keeper.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { recall, remember, type Accepted, type Caller } from '../store/caller.js';
import { PeopleDirectory } from './people-directory.js';
import { PeopleRecord } from './people-record.js';
import { Invitations } from './invitations.js';
import { endFactorAtShell, revoke } from './revoking.js';
import { endSessions } from './sessions.js';
import { revokeLinks } from '../store/personal-links.js';
import { KnownBodies } from '../domain/known-bodies.js';
import { payloadOf } from '../http/read.js';

interface Job {
  tx: Transaction;
  today: Day;
  acting: Acting;
  sender: Sender | undefined;
}

@Injectable()
export class People extends PeopleKeeper implements Administrators {
  constructor(
    private readonly work: UnitOfWork,
    private readonly record: PeopleRecord,
    private readonly directory: PeopleDirectory,
    private readonly invitations: Invitations,
    private readonly bodies: KnownBodies,
  ) {
    super();
  }

  list(after: string, limit: number): Promise<PersonOnRecord[]> {
    return this.directory.list(after, limit);
  }

  one(person: Id): Promise<PersonOnRecord> {
    return known(this.directory.reading, person);
  }

  async history(person: Id): Promise<ToldOfPerson[]> {
    const { nameOf, reading } = this.directory;
    const events = await this.record.of(reading, person);
    if (events.length === 0) throw new Refusal('unknown-person');
    return events.map((one) => toldOfPerson(one, nameOf));
  }

  everyone(): Promise<PersonOnRecord[]> {
    return everyoneIn(this.directory.reading);
  }

  withoutPassword(): Promise<ReadonlySet<Id>> {
    return withoutPassword(this.directory.reading.manager);
  }

  async rolesTold(): Promise<ToldOfPerson[]> {
    const { nameOf, reading } = this.directory;
    const told = (await this.record.all(reading)).filter(({ event }) => ofRoles.has(event.type));
    return told.map((one) => toldOfPerson(one, nameOf)).reverse();
  }

  /** The kept answer is sealed: it holds the links. */
  async letIn(
    caller: Caller,
    asked: Asked<readonly Newcoming[]>,
    shown: ((people: readonly PersonOnRecord[]) => boolean) | null,
    render: Render<LetIn[]>,
  ): Promise<Accepted> {
    const accepted = await this.performOnce(caller, null, async ({ tx, today, acting, sender }) => {
      const rows = payloadOf(asked).map(withPlainAddress);
      const everybody = await everyoneIn(tx);
      if (shown?.(everybody) === false) throw refused('changed-meanwhile', { about: 'place' });
      const { people, events, errors } = letIn(rows, everybody, this.giving(caller, today));
      if (errors.length > 0) throw invalid(errors);
      await this.record.add(tx, events, acting, sender);
      const answered: LetIn[] = [];
      for (const { person, isNew } of people) {
        const found = await known(tx, person);
        const invitation = isNew ? await this.invitations.make(tx, person, mailedTo(found, isNew)) : null;
        answered.push({ person: found, invitation });
      }
      return this.invitations.seal(render(answered));
    });
    return { ...accepted, answer: this.invitations.unseal(accepted.answer) };
  }

  private giving({ person }: Caller, today: Day) {
    const kindOf = (body: BodyId, on: Day) => this.bodies.kindOf(body, on);
    return { today, newId: randomUUID, kindOf, by: person.id };
  }

  add(caller: Caller, asked: Saying<typeof personFacts>, render: Render<PersonOnRecord>): Promise<Accepted> {
    return this.performOnce(caller, null, async ({ tx, today, acting, sender }) => {
      const said = withPlainEmail(payloadOf(asked));
      await mustBeFree(tx, said.email, null);
      const id = randomUUID();
      await this.record.add(tx, [addedPerson(id, said, today)], acting, sender);
      return render(await known(tx, id));
    });
  }

  assign(
    caller: Caller,
    to: About,
    asked: Saying<typeof assignmentFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted> {
    return this.change(caller, to, render, (person, { today }) =>
      giveRole(person, payloadOf(asked), this.giving(caller, today)),
    );
  }

  end(
    caller: Caller,
    of: About,
    assignment: Id,
    asked: Saying<typeof assignmentEndFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted> {
    return this.change(caller, of, render, async (person, { tx, today }) => {
      const said = payloadOf(asked);
      const isLast = await isLastAfter(said.until > today ? said.until : today, tx, person);
      const event = endRole(person, assignment, said, { today, isLast });
      await endSessions(tx.manager, person.id);
      await revokeLinks(tx.manager, person.id);
      return event;
    });
  }

  correct(
    caller: Caller,
    of: About,
    asked: Saying<typeof personCorrectionFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted> {
    return this.change(caller, of, render, async (person, { tx, today }) => {
      const said = withPlainEmail(payloadOf(asked));
      const event = correctPerson(person, said, today);
      if (said.email !== undefined) await mustBeFree(tx, said.email, person.id);
      return event;
    });
  }

  erase(
    caller: Caller,
    of: About,
    asked: Saying<typeof erasureFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted> {
    return this.change(caller, of, render, async (person, { tx, today }) => {
      const isLast = await isLastAfter(today, tx, person);
      return erasePerson(person, payloadOf(asked), { today, isLast });
    });
  }

  revoke(caller: Caller, of: About, what: Revocable): Promise<Accepted> {
    return this.performOnce(caller, of, async ({ tx, sender }, person) => {
      if (!person) throw new Error('this is about somebody');
      await revoke(tx, this.record.security, what, { person: caller.person.id, about: person.id, sender });
      return '';
    });
  }

  endFactorOf(email: string): Promise<boolean> {
    return this.work.do((tx) => endFactorAtShell(tx, this.record.security, email));
  }

  /** The kept answer is sealed: it holds the link. */
  async invite(caller: Caller, to: About, asked: Asked<object>, render: Render<Invitation>): Promise<Accepted> {
    const accepted = await this.performOnce(caller, to, async ({ tx, today, acting, sender }, person) => {
      if (!person) throw new Error('this is about somebody');
      payloadOf(asked);
      await this.record.add(tx, [makeLink(person, today)], acting, sender);
      return this.invitations.seal(render(await this.invitations.make(tx, person.id, mailedTo(person, false))));
    });
    return { ...accepted, answer: this.invitations.unseal(accepted.answer) };
  }

  async createAdministrator(email: string, name: string): Promise<Invitation> {
    const { record } = this;
    record.clock.mustBeTrusted();
    const today = record.clock.today();
    const invitation = await this.work.do(async (tx) => {
      const existing = await credentialsOf(tx.manager, email);
      const id = existing?.id ?? randomUUID();
      const added = addedPerson(id, { email: normaliseEmail(email), name }, today, 'shell');
      if (!existing) await record.add(tx, [added], null);
      const person = await known(tx, id);
      const role = { id: randomUUID(), role: 'administrator', body: null, from: today, until: null } as const;
      if (!person.assignments.some((a) => a.role === 'administrator' && isValid(a, today)))
        await record.add(tx, [heldRole(id, role, today, 'shell')], null);
      await record.add(tx, [makeLink(person, today, 'shell')], null);
      return this.invitations.make(tx, id);
    });
    await this.directory.load();
    return invitation;
  }

  async linkForAdministrator(email: string, hash: Hex): Promise<Instant> {
    const { record } = this;
    record.clock.mustBeTrusted();
    const today = record.clock.today();
    return this.work.do(async (tx) => {
      const found = await credentialsOf(tx.manager, email);
      const person = found && (await known(tx, found.id));
      if (!person?.assignments.some((a) => a.role === 'administrator' && isValid(a, today)))
        throw new Refusal('unknown-person');
      await record.add(tx, [makeLink(person, today, 'shell')], null);
      return this.invitations.keep(tx, person.id, hash);
    });
  }

  /** A command that records one event about somebody who is known. */
  private change(
    caller: Caller,
    about: About,
    render: Render<PersonOnRecord>,
    decide: (person: PersonOnRecord, job: Job) => NewPeopleEvent | Promise<NewPeopleEvent>,
  ): Promise<Accepted> {
    return this.performOnce(caller, about, async (job, person) => {
      if (!person) throw new Error('this is about somebody');
      const event = await decide(person, job);
      await this.record.add(job.tx, [event], job.acting, job.sender);
      return render(await known(job.tx, person.id));
    });
  }

  /** The checks of every command on people, in order: 404, 403, the kept answer, 412; then the command itself. */
  private async performOnce(
    caller: Caller,
    about: About | null,
    write: (job: Job, person: PersonOnRecord | null) => Promise<string>,
  ): Promise<Accepted> {
    const { clock } = this.record;
    const accepted = await this.work.do(async (tx) => {
      const person = about && (await known(tx, about.person));
      const today = clock.today();
      const acting = mustManagePeople(await stillThere(tx, caller), today);
      if (person?.id === caller.person.id) throw refused('not-your-role', { roles: ['administrator'], own: true });
      const kept = await recall(tx, caller, clock);
      if (kept) return kept;
      if (person && about.shown?.(person) === false) throw refused('changed-meanwhile', { about: 'person' });
      return remember(tx, caller, await write({ tx, today, acting, sender: caller.sender }, person), clock);
    });
    await this.directory.load();
    return accepted;
  }
}

/** Who was erased has no address. */
const mailedTo = ({ name, email }: PersonOnRecord, isNew: boolean) =>
  name === null || email === null ? undefined : { name, email, isNew };
