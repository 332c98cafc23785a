// Who everyone is: their names, and who is behind a session or a token. It reads; who changes people says so here.
import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Addressee, KnownPerson, PersonOnRecord, Reachable } from '../domain/people.js';
import { isValid, type Assignment } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { addedPerson, heldRole } from '../domain/roles/decide.js';
import type { BodyId, Day, Hex, Id, Role } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Directory, type Newcomer, type SessionKind } from '../store/directory.js';
import { Clock } from '../store/process/clock.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { hashPassword, Secrets } from './secrets.js';
import { PeopleRecord, type PeopleJob } from './people-record.js';
import { peopleWithFactor } from './second-factor.js';
import { Session } from './sessions.js';
import {
  listPeople,
  credentialsOf,
  namesOfPeople,
  normaliseEmail,
  onRecord,
  personById,
  reachableAmong,
  reachableRoles,
  rulersOf,
  StoredPerson,
  writtenRoles,
} from './stored-person.js';

interface Recognised {
  session: Session;
  person: KnownPerson;
}

/** So many sessions are held in memory. */
const recognisedMax = 10_000;

/** By password, once for each: those of a demonstration share the one that everybody may know. */
async function hashesOf(newcomers: readonly Newcomer[]): Promise<ReadonlyMap<string, string>> {
  const passwords = new Set(newcomers.flatMap(({ password }) => password ?? []));
  const hashed = [...passwords].map(async (one) => [one, await hashPassword(one)] as const);
  return new Map(await Promise.all(hashed));
}

@Injectable()
export class PeopleDirectory extends Directory implements OnModuleInit {
  private names = new Map<Id, string>();
  /** When each body has somebody who may conclude for it. */
  private rulers: Pick<Assignment, 'role' | 'body' | 'from' | 'until'>[] = [];
  private reachable = new Map<BodyId, (Assignment & Addressee)[]>();
  private inTwoSteps: ReadonlySet<Id> = new Set();
  /** Who is behind the digests that were shown lately. Every change of people or sessions begins a new one. */
  private recognised = new Map<Hex, Recognised>();

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly record: PeopleRecord,
  ) {
    super();
  }

  async onModuleInit(): Promise<void> {
    await this.record.open();
    await this.load();
  }

  /** Reads the names of everyone and who conclude: at start, and when people or roles have changed. */
  async load(): Promise<void> {
    this.forget();
    const { manager } = this.database;
    const [names, rulers, reachable, inTwoSteps] = await Promise.all([
      namesOfPeople(manager),
      rulersOf(manager),
      reachableAmong(manager),
      peopleWithFactor(manager),
    ]);
    [this.names, this.rulers, this.inTwoSteps] = [names, rulers, inTwoSteps];
    this.reachable = new Map();
    for (const { of, ...held } of reachable)
      if (of) this.keepReachable({ person: of.id, name: of.name, email: of.email, phone: of.phone ?? null }, held);
  }

  override async rebuild(): Promise<void> {
    await this.record.rebuild();
    await this.load();
  }

  readonly nameOf = (person: Id): string | null => this.names.get(person) ?? null;

  readonly hasFactor = (person: Id): boolean => this.inTwoSteps.has(person);

  isEmpty(): boolean {
    return this.names.size === 0;
  }

  readonly canConclude = (body: BodyId, on: Day): boolean =>
    this.rulers.some((ruler) => ruler.body === body && isValid(ruler, on));

  readonly recordersOf = (body: BodyId, on: Day): Reachable[] => this.reachableIn(['secretary', 'clerk'], body, on);

  readonly contactsOf = (body: BodyId, on: Day): Reachable[] =>
    reachableRoles.map((roles) => this.reachableIn(roles, body, on)).find((some) => some.length > 0) ?? [];

  readonly holding = (roles: readonly Role[], on: Day, isMeant: (body: BodyId) => boolean): Addressee[] =>
    [...this.reachable].flatMap(([body, held]) =>
      isMeant(body)
        ? held
            .filter((one) => roles.includes(one.role) && isValid(one, on))
            .map(({ person, name, email, phone }) => ({ person, name, email, phone }))
        : [],
    );

  private reachableIn(roles: readonly Role[], body: BodyId, on: Day): Reachable[] {
    const held = this.reachable.get(body) ?? [];
    return held
      .filter((one) => roles.includes(one.role) && isValid(one, on))
      .map(({ name, email, phone }) => ({ name, email, phone }));
  }

  /** For who reads people, and writes nothing. */
  get reading(): PeopleJob {
    return { manager: this.database.manager, connection: this.database.reader };
  }

  /** At most `limit` people whose address comes after `after`, in order of address. */
  async list(after: string, limit: number): Promise<PersonOnRecord[]> {
    return (await listPeople(this.database.manager, after, limit)).map(onRecord);
  }

  async known(email: string): Promise<KnownPerson | null> {
    const { manager } = this.database;
    const found = await credentialsOf(manager, email);
    return found && personById(manager, found.id);
  }

  byId(person: Id): Promise<KnownPerson | null> {
    return personById(this.database.manager, person);
  }

  async authenticate(secret: string, kind: SessionKind): Promise<KnownPerson> {
    const digest = this.secrets.digest(secret);
    const found = this.recognised.get(digest) ?? (await this.recognise(digest)); // at once: every request asks
    if (found?.session.kind !== kind) throw new Refusal('sign-in-required');
    if (this.clock.isPast(found.session.expiresAt)) throw new Refusal('token-expired');
    return found.person;
  }

  async enrol(newcomers: readonly Newcomer[], within?: PeopleJob): Promise<KnownPerson[]> {
    const hashes = await hashesOf(newcomers); // it takes long: not in a job
    const people = newcomers.map(({ password, ...one }) => ({ ...one, hash: hashes.get(password ?? '') ?? null }));
    const write = async (tx: PeopleJob): Promise<KnownPerson[]> => {
      const { manager } = tx;
      const today = this.clock.today();
      const known: KnownPerson[] = [];
      for (const { id, name, email, hash, assignments } of people) {
        if (!(await manager.existsBy(StoredPerson, { id }))) {
          const added = addedPerson(id, { name, email: normaliseEmail(email) }, today, 'sluis');
          const held = assignments.map((one) => heldRole(id, { id: randomUUID(), ...one }, today, 'sluis'));
          await this.record.add(tx, [added, ...held], null);
          if (hash !== null) await manager.update(StoredPerson, id, { password: hash });
        }
        const found = await personById(manager, id);
        if (!found) throw new Error(`${id} was added, and is not there`);
        known.push(found);
      }
      return known;
    };
    const known = await (within ? write(within) : this.work.do(write));
    for (const { id: person, name, email, assignments } of known) {
      this.names.set(person, name);
      this.rulers.push(...assignments.filter(isRuler));
      for (const held of assignments) this.keepReachable({ person, name, email, phone: null }, held);
    }
    return known;
  }

  private keepReachable(whom: Addressee, { role, body, from, until }: Assignment): void {
    if (body === null || !writtenRoles.includes(role)) return;
    const { email } = whom;
    const isSame = (one: Assignment & Addressee) => one.email === email && one.from === from && one.role === role;
    const others = (this.reachable.get(body) ?? []).filter((one) => !isSame(one));
    this.reachable.set(body, [...others, { role, body, from, until, ...whom }]);
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

const isRuler = ({ role }: Assignment): boolean => role === 'chair' || role === 'deputy-chair';
