// People and their roles in a folder of its own: their record, and the tables that follow it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonOnRecord } from '../../src/domain/people.js';
import type { NewPeopleEvent, PeopleEvent } from '../../src/domain/roles/events.js';
import { peopleFrom } from '../../src/domain/roles/record.js';
import { identityEntities } from '../../src/identity/entities.js';
import { PeopleRecord } from '../../src/identity/people-record.js';
import { listPeople, onRecord, personById } from '../../src/identity/stored-person.js';
import { Database } from '../../src/store/database.js';
import { readRecord } from '../../src/store/event-log.js';
import { Forgetting } from '../../src/store/forgetting.js';
import { Clock } from '../../src/store/process/clock.js';
import { SecurityLog } from '../../src/store/security/security-log.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';

/** The day of it. */
export const today = '2024-06-03';
const acting = { person: 'beheer', role: 'administrator', body: null } as const;

const byId = (a: PersonOnRecord, b: PersonOnRecord): number => (a.id < b.id ? -1 : 1);

export class PeopleKept {
  readonly folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  database!: Database; // until it is opened nothing is asked of it
  work!: UnitOfWork;
  record!: PeopleRecord;
  private counter = 0;

  /** Opens it, for the first time or anew. */
  async open(clock = new Clock(`${today}T10:00:00Z`)): Promise<this> {
    this.database = await Database.open(this.folder, identityEntities);
    this.work = new UnitOfWork(this.database);
    this.record = new PeopleRecord(
      this.work,
      clock,
      new SecurityLog(this.work, this.database, clock),
      new Forgetting(),
    );
    await this.record.open();
    return this;
  }

  async remove(): Promise<void> {
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  newId = (): string => `nr-${String(++this.counter).padStart(5, '0')}`;

  /** What is asked to give a role: every body is a college. */
  readonly giving = { today, newId: this.newId, kindOf: () => 'college' as const };

  add = (...decided: NewPeopleEvent[]): Promise<void> => this.work.do((tx) => this.record.add(tx, decided, acting));

  async events(): Promise<PeopleEvent[]> {
    return (await readRecord<PeopleEvent>(this.database.reader.people, 'people')).map(({ event }) => event);
  }

  /** Somebody as the tables have them. */
  async person(id: string): Promise<PersonOnRecord> {
    const found = await personById(this.database.manager, id);
    if (!found) throw new Error(`${id} is not there`);
    return onRecord(found);
  }

  /** Everybody as the tables have them. */
  async stored(): Promise<PersonOnRecord[]> {
    return (await listPeople(this.database.manager, '', 10_000)).map(onRecord).sort(byId);
  }

  /** Everybody as the record has them. */
  async folded(): Promise<PersonOnRecord[]> {
    return [...peopleFrom(await this.events()).values()].sort(byId);
  }

  /** Every table with all that is in it. */
  async tables(): Promise<[name: string, rows: string][]> {
    const { reader } = this.database;
    const all = await reader.rows<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`);
    return Promise.all(
      all.map(async ({ name }): Promise<[string, string]> => [
        name,
        JSON.stringify(await reader.rows(`SELECT * FROM ${name}`)),
      ]),
    );
  }
}
