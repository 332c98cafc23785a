// Who everyone is: their names, and who is behind a session or a token. It reads; who changes people says so here.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Hex, Id } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import type { KnownPerson } from '../domain/people.js';
import { listPeople, namesOfPeople, personById } from '../store/people.js';
import { Session } from '../store/sessions.js';

interface Recognised {
  session: Session;
  person: KnownPerson;
}

/** So many sessions are held in memory. */
const recognisedMax = 10_000;

@Injectable()
export class Directory implements OnModuleInit {
  private names = new Map<Id, string>();
  /** Who is behind the digests that were shown lately. Every change of people or sessions begins a new one. */
  private recognised = new Map<Hex, Recognised>();

  constructor(private readonly database: Database) {}

  onModuleInit(): Promise<void> {
    return this.load();
  }

  /** Reads the names of everyone; called at start, and when people were added by another way than `People`. */
  async load(): Promise<void> {
    this.names = await namesOfPeople(this.database.manager);
  }

  readonly nameOf = (person: Id): string | null => this.names.get(person) ?? null;

  /** Takes in the name of someone who is new. */
  added(person: Id, name: string): void {
    this.names.set(person, name);
  }

  /** At most `limit` people whose address comes after `after`, in order of address. */
  list(after: string, limit: number): Promise<KnownPerson[]> {
    return listPeople(this.database.manager, after, limit);
  }

  /** Who is behind the digest of a secret; null when nobody is. At once for who was there lately: every request asks. */
  behind(digest: Hex): Recognised | Promise<Recognised | null> {
    return this.recognised.get(digest) ?? this.recognise(digest);
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
