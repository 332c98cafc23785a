// People and their roles, kept by administrators.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { authorise, isValid, type Person } from '../domain/permissions.js';
import { invalid, Refusal, type FieldError } from '../domain/refusal.js';
import type { Asked } from '../domain/commands/commands.js';
import type { Payload } from '../domain/facts/fact.js';
import type { assignmentEndFacts, assignmentFacts, personFacts } from '../domain/facts/of-people.js';
import type { BodyKind, Day, Id, Role } from '../domain/vocabulary.js';
import type { KnownPerson } from '../domain/people.js';
import { addAssignment, addPerson, credentialsOf, personById, StoredAssignment } from './stored-person.js';
import { Session } from './sessions.js';
import type { Administrators, Invitation } from '../store/directory.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { recall, remember, type Accepted, type Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { PeopleDirectory } from './people-directory.js';
import { Invitations } from './invitations.js';
import { KnownBodies } from '../domain/known-bodies.js';
import { payloadOf } from '../http/read.js';

type AddPerson = Payload<typeof personFacts>;
type AddAssignment = Payload<typeof assignmentFacts>;

type Render<T> = (done: T) => string;
type Manager = Transaction['manager'];

@Injectable()
export class People implements Administrators {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly directory: PeopleDirectory,
    private readonly invitations: Invitations,
    private readonly bodies: KnownBodies,
  ) {}

  add(caller: Caller, asked: Asked<AddPerson>, render: Render<KnownPerson>): Promise<Accepted> {
    return this.performOnce(caller, null, async ({ manager }) => {
      const { email, name } = payloadOf(asked);
      if (await credentialsOf(manager, email)) throw invalid([{ pointer: '/email', code: 'not-allowed-here' }]);
      const id = randomUUID();
      await addPerson(manager, { id, email, name });
      this.directory.added(id, name);
      return render(await this.known(manager, id));
    });
  }

  assign(caller: Caller, to: Id, asked: Asked<AddAssignment>, render: Render<KnownPerson>): Promise<Accepted> {
    return this.performOnce(caller, to, async ({ manager }) => {
      const { role, body, from, until } = payloadOf(asked);
      const errors = this.assignmentErrors({ role, body, from, until });
      if (errors.length > 0) throw invalid(errors);
      const assignment = { id: randomUUID(), role, body: body ?? null, from, until: until ?? null };
      await addAssignment(manager, to, assignment);
      return render(await this.known(manager, to));
    });
  }

  /** Ends a role on a day, that day included, and signs the person out everywhere. */
  end(
    caller: Caller,
    of: Id,
    assignment: Id,
    asked: Asked<Payload<typeof assignmentEndFacts>>,
    render: Render<KnownPerson>,
  ): Promise<Accepted> {
    return this.performOnce(caller, of, async ({ manager }) => {
      const { until } = payloadOf(asked);
      const found = (await this.known(manager, of)).assignments.find((a) => a.id === assignment);
      if (!found) throw new Refusal('unknown-person');
      if (until < found.from) throw invalid([{ pointer: '/until', code: 'date-too-early', limit: found.from }]);
      await manager.update(StoredAssignment, assignment, { until });
      await manager.delete(Session, { person: of });
      return render(await this.known(manager, of));
    });
  }

  /** Makes a one-time link by which the person sets a password. The kept answer is sealed: it holds the link. */
  async invite(caller: Caller, to: Id, asked: Asked<object>, render: Render<Invitation>): Promise<Accepted> {
    const accepted = await this.performOnce(caller, to, async ({ manager }) => {
      payloadOf(asked);
      return this.invitations.seal(render(await this.invitations.make({ manager }, to)));
    });
    return { ...accepted, answer: this.invitations.unseal(accepted.answer) };
  }

  async createAdministrator(email: string, name: string): Promise<Invitation> {
    return this.work.do(async ({ manager }) => {
      const existing = await credentialsOf(manager, email);
      const id = existing?.id ?? randomUUID();
      if (!existing) await addPerson(manager, { id, email, name });
      const today = this.clock.today();
      const { assignments } = await this.known(manager, id);
      if (!assignments.some((a) => a.role === 'administrator' && isValid(a, today)))
        await addAssignment(manager, id, {
          id: randomUUID(),
          role: 'administrator',
          body: null,
          from: today,
          until: null,
        });
      return this.invitations.make({ manager }, id);
    });
  }

  /** The checks of every command on people, in order: 404, 403, the kept answer; then the command itself. */
  private async performOnce(
    caller: Caller,
    subject: Id | null,
    write: (tx: Transaction) => Promise<string>,
  ): Promise<Accepted> {
    const accepted = await this.work.do(async (tx) => {
      if (subject !== null) await this.known(tx.manager, subject);
      mustManagePeople(caller.person, this.clock.today());
      if (subject === caller.person.id) throw new Refusal('not-your-role'); // administrators never assign themselves
      return (await recall(tx, caller, this.clock)) ?? remember(tx, caller, await write(tx), this.clock);
    });
    this.directory.forget();
    return accepted;
  }

  private async known(manager: Manager, id: Id): Promise<KnownPerson> {
    const person = await personById(manager, id);
    if (!person) throw new Refusal('unknown-person');
    return person;
  }

  private assignmentErrors({ role, body, from, until }: AddAssignment): FieldError[] {
    const errors: FieldError[] = [];
    if (until !== undefined && until < from) errors.push({ pointer: '/until', code: 'date-too-early', limit: from });
    if (role === 'administrator')
      return body === undefined ? errors : [...errors, { pointer: '/body', code: 'not-allowed-here' }];
    if (body === undefined) return [...errors, { pointer: '/body', code: 'required' }];
    const kind = this.bodies.kindOf(body, from);
    if (typeof kind !== 'string') return [...errors, kind];
    return rolesFor[kind].includes(role) ? errors : [...errors, { pointer: '/body', code: 'not-allowed-here' }];
  }
}

/** @throws Refusal 403 */
export function mustManagePeople(person: Person, today: Day): void {
  authorise(person, 'manage-people', { region: '', concerns: () => false, rulingBodies: new Set() }, today);
}

const atBody: Role[] = ['contact', 'portfolio-holder'];

/** Which roles a person can have for a body of each kind. */
const rolesFor: Record<BodyKind, Role[]> = {
  college: ['secretary', ...atBody],
  council: ['clerk', ...atBody],
  provider: ['secretary', ...atBody],
  minister: ['secretary', ...atBody],
  consultation: ['process-lead', 'chair', 'deputy-chair', 'chair-secretary', 'reader'],
};
