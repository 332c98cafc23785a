// People and their roles, kept by administrators.
import { randomUUID } from 'node:crypto';
import type { Municipalities } from '../domain/municipalities.js';
import { authorise, isValid, partyOf, type Right } from '../domain/permissions.js';
import { invalid, Refusal, type FieldError } from '../domain/refusal.js';
import type { Asked } from '../domain/commands/commands.js';
import type { BodyId, BodyKind, Day, Id, Instant, Role } from '../domain/vocabulary.js';
import { municipality } from '../domain/workflow/define.js';
import type { Database } from '../store/database.js';
import {
  addAssignment,
  addPerson,
  credentialsOf,
  KnownAssignment,
  listPeople,
  namesOfPeople,
  personById,
  type KnownPerson,
} from '../store/people.js';
import { addInvitation, Session } from '../store/sessions.js';
import type { Transaction, UnitOfWork } from '../store/unit-of-work.js';
import { recall, remember, type Accepted, type Caller } from './caller.js';
import { dayLong, type Clock } from './clock.js';
import { newSecret, type Secrets } from './secrets.js';
import type { Shelf } from './shelf.js';

export interface AddPerson {
  email: string;
  name: string;
}

export interface AddAssignment {
  role: Role;
  body?: BodyId;
  from: Day;
  until?: Day;
}

export interface Invitation {
  link: string;
  expiresAt: Instant;
}

/** Where on the site a one-time link leads. */
export const invitationPath = '/uitnodiging/';

type Render<T> = (done: T) => string;
type Manager = Transaction['manager'];

export class People {
  private names = new Map<Id, string>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly shelf: Shelf,
    private readonly municipalities: Municipalities,
    private readonly clock: Clock,
    private readonly baseUrl: string,
    /** Called when people or roles have changed. */
    private readonly onChange: () => void,
  ) {}

  /** Reads the names of everyone; called at start. */
  async load(): Promise<void> {
    this.names = await namesOfPeople(this.database.manager);
  }

  readonly nameOf = (person: Id): string | null => this.names.get(person) ?? null;

  /** @throws Refusal 403 */
  async list(person: KnownPerson, after: string, limit: number): Promise<KnownPerson[]> {
    this.mustKeepPeople(person);
    return listPeople(this.database.manager, after, limit);
  }

  add(caller: Caller, asked: Asked<AddPerson>, render: Render<KnownPerson>): Promise<Accepted> {
    return this.once(caller, null, async ({ manager }) => {
      const { email, name } = payloadOf(asked);
      if (await credentialsOf(manager, email)) throw invalid([{ pointer: '/email', code: 'not-allowed-here' }]);
      const id = randomUUID();
      await addPerson(manager, { id, email, name });
      this.names.set(id, name);
      return render(await this.known(manager, id));
    });
  }

  assign(caller: Caller, to: Id, asked: Asked<AddAssignment>, render: Render<KnownPerson>): Promise<Accepted> {
    return this.once(caller, to, async ({ manager }) => {
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
    asked: Asked<{ until: Day }>,
    render: Render<KnownPerson>,
  ): Promise<Accepted> {
    return this.once(caller, of, async ({ manager }) => {
      const { until } = payloadOf(asked);
      const found = (await this.known(manager, of)).assignments.find((a) => a.id === assignment);
      if (!found) throw new Refusal('unknown-person');
      if (until < found.from) throw invalid([{ pointer: '/until', code: 'date-too-early', limit: found.from }]);
      await manager.update(KnownAssignment, assignment, { until });
      await manager.delete(Session, { person: of });
      return render(await this.known(manager, of));
    });
  }

  /** Makes a one-time link by which the person sets a password. The kept answer is sealed: it holds the link. */
  async invite(caller: Caller, to: Id, asked: Asked<object>, render: Render<Invitation>): Promise<Accepted> {
    const accepted = await this.once(caller, to, async ({ manager }) => {
      payloadOf(asked);
      return this.secrets.seal(render(await this.invitation(manager, to)));
    });
    return { ...accepted, answer: this.secrets.unseal(accepted.answer) };
  }

  /** The administrator of a new installation, with the link to set a password; an existing person is made one. */
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
      return this.invitation(manager, id);
    });
  }

  private async invitation(manager: Manager, person: Id): Promise<Invitation> {
    const secret = newSecret();
    const expiresAt = this.clock.after(dayLong);
    await addInvitation(manager, { hash: this.secrets.digest(secret), person, expiresAt });
    return { link: `${this.baseUrl}${invitationPath}${secret}`, expiresAt };
  }

  /** The checks of every command on people, in order: 404, 403, the kept answer; then the command itself. */
  private async once(
    caller: Caller,
    subject: Id | null,
    write: (tx: Transaction) => Promise<string>,
  ): Promise<Accepted> {
    const accepted = await this.work.do(async (tx) => {
      if (subject !== null) await this.known(tx.manager, subject);
      this.mustKeepPeople(caller.person);
      if (subject === caller.person.id) throw new Refusal('not-your-role'); // administrators never assign themselves
      return (await recall(tx, caller, this.clock)) ?? remember(tx, caller, await write(tx), this.clock);
    });
    this.onChange();
    return accepted;
  }

  private async known(manager: Manager, id: Id): Promise<KnownPerson> {
    const person = await personById(manager, id);
    if (!person) throw new Refusal('unknown-person');
    return person;
  }

  private mustKeepPeople(person: KnownPerson): void {
    const right: Right = 'keep-people';
    authorise(person, right, { region: '', concerns: () => false, rulingBodies: new Set() }, this.clock.today());
  }

  private assignmentErrors({ role, body, from, until }: AddAssignment): FieldError[] {
    const errors: FieldError[] = [];
    if (until !== undefined && until < from) errors.push({ pointer: '/until', code: 'date-too-early', limit: from });
    if (role === 'administrator')
      return body === undefined ? errors : [...errors, { pointer: '/body', code: 'not-allowed-here' }];
    if (body === undefined) return [...errors, { pointer: '/body', code: 'required' }];
    const kind = this.kindOf(body, from);
    if (typeof kind !== 'string') return [...errors, kind];
    return rolesFor[kind].includes(role) ? errors : [...errors, { pointer: '/body', code: 'not-allowed-here' }];
  }

  /** The kind of a body of some workflow, or of a municipality on that day; else what is wrong with it. */
  private kindOf(body: BodyId, on: Day): BodyKind | FieldError {
    const known = this.shelf.bodies().get(body)?.kind;
    if (known) return known;
    const found = this.municipalities.find(partyOf(body));
    const kind = found && municipality(found.id, found.name, found.code).bodies.find(({ id }) => id === body)?.kind;
    if (!kind) return { pointer: '/body', code: 'unknown-body' };
    const absent = this.municipalities.absence(found, on);
    return absent ? { pointer: '/body', code: 'not-allowed-here', absent } : kind;
  }
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

function payloadOf<T>(asked: Asked<T>): T {
  if ('payload' in asked) return asked.payload;
  throw invalid(asked.errors);
}
