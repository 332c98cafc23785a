// Who everyone is: their names, and who is behind a session or a token. It reads; who changes people says so here.
import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import type { Hex, Id } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Directory, type Newcomer, type SessionKind } from '../store/directory.js';
import { Clock } from '../store/process/clock.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { hashPassword, Secrets } from './secrets.js';
import { Session } from './sessions.js';
import { addAssignment, addPerson, listPeople, namesOfPeople, personById, StoredPerson } from './stored-person.js';

interface Recognised {
  session: Session;
  person: KnownPerson;
}

/** So many sessions are held in memory. */
const recognisedMax = 10_000;

@Injectable()
export class PeopleDirectory extends Directory implements OnModuleInit {
  private names = new Map<Id, string>();
  /** Who is behind the digests that were shown lately. Every change of people or sessions begins a new one. */
  private recognised = new Map<Hex, Recognised>();

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): Promise<void> {
    return this.load();
  }

  /** Reads the names of everyone; called at start, and when people were added by a way that does not tell. */
  async load(): Promise<void> {
    this.names = await namesOfPeople(this.database.manager);
  }

  readonly nameOf = (person: Id): string | null => this.names.get(person) ?? null;

  isEmpty(): boolean {
    return this.names.size === 0;
  }

  /** Takes in the name of someone who is new. */
  added(person: Id, name: string): void {
    this.names.set(person, name);
  }

  /** At most `limit` people whose address comes after `after`, in order of address. */
  list(after: string, limit: number): Promise<KnownPerson[]> {
    return listPeople(this.database.manager, after, limit);
  }

  async authenticate(secret: string, kind: SessionKind): Promise<KnownPerson> {
    const digest = this.secrets.digest(secret);
    const found = this.recognised.get(digest) ?? (await this.recognise(digest)); // at once: every request asks
    if (found?.session.kind !== kind) throw new Refusal('sign-in-required');
    if (this.clock.isPast(found.session.expiresAt)) throw new Refusal('token-expired');
    return found.person;
  }

  async enrol(newcomers: readonly Newcomer[], within?: Pick<Transaction, 'manager'>): Promise<KnownPerson[]> {
    const hashed = newcomers.map(async ({ password, ...one }) => ({
      ...one,
      hash: password === undefined ? null : await hashPassword(password),
    }));
    const people = await Promise.all(hashed); // it takes long: not in a job
    const write = async ({ manager }: Pick<Transaction, 'manager'>): Promise<KnownPerson[]> => {
      const known: KnownPerson[] = [];
      for (const { hash, assignments, ...person } of people) {
        const { id } = person;
        if (!(await manager.existsBy(StoredPerson, { id }))) {
          await addPerson(manager, person);
          if (hash !== null) await manager.update(StoredPerson, id, { password: hash });
          for (const one of assignments) await addAssignment(manager, id, { id: randomUUID(), ...one });
        }
        const found = await personById(manager, id);
        if (!found) throw new Error(`${id} was added, and is not there`);
        known.push(found);
      }
      return known;
    };
    const known = await (within ? write(within) : this.work.do(write));
    for (const { id, name } of known) this.added(id, name);
    return known;
  }

  /** Called when people, roles or sessions have changed: everyone is looked up anew. */
  forget(): void {
    this.recognised = new Map();
  }

  private async recognise(digest: Hex): Promise<Recognised | null> {
    const current = this.recognised; // what is read here may be forgotten before it is remembered
    const { manager } = this.database;
    const session = await manager.findOneBy(Session, { hash: digest });
    const person = session && (await personById(manager, session.person));
    if (!person) return null;
    if (current.size >= recognisedMax) current.clear();
    const found = { session, person };
    current.set(digest, found);
    return found;
  }
}
