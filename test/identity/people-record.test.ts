// The record of people and their roles: whatever is recorded, the chain holds and the tables are what it comes to; and
// whatever is changed behind our back is found when Sluis opens.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import {
  addedPerson,
  administersOn,
  correctPerson,
  endRole,
  erasePerson,
  giveRole,
} from '../../src/domain/roles/decide.js';
import type { NewPeopleEvent, PeopleEvent } from '../../src/domain/roles/events.js';
import { peopleFrom } from '../../src/domain/roles/record.js';
import type { PersonOnRecord } from '../../src/domain/people.js';
import { Refusal } from '../../src/domain/refusal.js';
import { identityEntities } from '../../src/identity/entities.js';
import { PeopleRecord } from '../../src/identity/people-record.js';
import { listPeople, onRecord, personById } from '../../src/identity/stored-person.js';
import { Database } from '../../src/store/database.js';
import { readRecord } from '../../src/store/event-log.js';
import { Clock } from '../../src/store/process/clock.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';

const today = '2024-06-03';
const acting = { person: 'beheer', role: 'administrator', body: null } as const;
let folder: string;
let database: Database;
let work: UnitOfWork;
let record: PeopleRecord;

async function openHere(): Promise<void> {
  database = await Database.open(folder, identityEntities);
  work = new UnitOfWork(database);
  record = new PeopleRecord(work, new Clock(`${today}T10:00:00Z`));
  await record.open();
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  return openHere();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const events = async (): Promise<PeopleEvent[]> =>
  (await readRecord<PeopleEvent>(database.reader.people, 'people')).map(({ event }) => event);

/** Everybody as the tables have them. */
const stored = async (): Promise<PersonOnRecord[]> =>
  (await listPeople(database.manager, '', 10_000)).map(onRecord).sort((a, b) => (a.id < b.id ? -1 : 1));

const folded = async (): Promise<PersonOnRecord[]> =>
  [...peopleFrom(await events()).values()].sort((a, b) => (a.id < b.id ? -1 : 1));

let counter = 0;
const newId = (): string => `nr-${String(++counter).padStart(5, '0')}`;

const add = (...decided: NewPeopleEvent[]): Promise<void> => work.do((tx) => record.add(tx, decided, acting));

const giving = { today, newId, kindOf: () => 'college' as const };

const days = ['2024-01-01', '2024-03-01', today, '2024-09-01', '2025-01-01'];
const day = fc.constantFrom(...days);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

/** What an administrator can ask of somebody who is known. */
const asked = fc.oneof(
  fc.record({ what: fc.constant('give' as const), from: day, until: maybe(day), reason: maybe(fc.constant('Nieuw.')) }),
  fc.record({ what: fc.constant('end' as const), which: fc.nat(1), until: day }),
  fc.record({ what: fc.constant('correct' as const), name: maybe(fc.constantFrom('Sara', 'Jan')), reason: day }),
  fc.record({ what: fc.constant('erase' as const), on: maybe(day), reason: day }),
);

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function decide(person: PersonOnRecord, one: Asked): NewPeopleEvent {
  switch (one.what) {
    case 'give': {
      const { from, until, reason } = one;
      const ends = { ...(until !== undefined && { until }), ...(reason !== undefined && { reason }) };
      return giveRole(person, { role: 'secretary', body: 'assen/college', from, ...ends }, giving);
    }
    case 'end':
      return endRole(person, person.assignments[one.which]?.id ?? 'geen', { until: one.until }, today);
    case 'correct': {
      const { name, reason } = one;
      return correctPerson(person, { ...(name !== undefined && { name }), reason }, today);
    }
    case 'erase': {
      const { on, reason } = one;
      return erasePerson(person, { ...(on !== undefined && { on }), reason }, { today, isLast: false });
    }
  }
}

/** Records it, or nothing where it is refused. */
async function tried(id: string, one: Asked): Promise<string> {
  const person = await personById(database.manager, id);
  if (!person) throw new Error(`${id} is not there`);
  try {
    await add(decide(onRecord(person), one));
    return one.what;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

const onOneDay = (a: { from: string; until: string | null }, b: typeof a): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until);

it('leaves a chain that verifies and tables that are what it comes to, after whatever was asked', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 8, maxLength: 16 }), async (all) => {
      const id = newId();
      await add(addedPerson(id, { email: `${id}@gemeente.example`, name: 'Sara' }, today));
      for (const one of all) {
        const before = await personById(database.manager, id);
        seen.add(await tried(id, one));
        const after = await personById(database.manager, id);
        for (const was of before?.assignments ?? []) {
          const is = after?.assignments.find((a) => a.id === was.id);
          if (is) expect(was.until === null || (is.until !== null && is.until <= was.until)).toBe(true);
        }
        const held = after?.assignments ?? [];
        expect(held.some((a, i) => held.some((b, k) => i < k && onOneDay(a, b)))).toBe(false);
      }
      expect(await stored()).toEqual(await folded());
    }),
    { numRuns: 40 },
  );
  expect([...seen].sort()).toEqual([
    'correct',
    'end',
    'erase',
    'give',
    'not-in-this-state',
    'unknown-person',
    'validation',
  ]);
});

it('erases every text about somebody with its salt, but for why, and no hash changes', async () => {
  const id = newId();
  const other = newId();
  await add(addedPerson(other, { email: `${other}@gemeente.example`, name: 'Een ander' }, today));
  await add(addedPerson(id, { email: 'hella@gemeente.example', name: 'Hella Haasse' }, today));
  const one = onRecord((await personById(database.manager, id))!); // added just now
  await add(
    giveRole(one, { role: 'contact', body: 'assen/college', from: today, reason: 'Hella vervangt Jan.' }, giving),
  );
  const before = await events();
  const reason = 'Op eigen verzoek.';
  await add(erasePerson(one, { reason }, { today, isLast: false }));
  const after = await events();
  expect(after.slice(0, -1).map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
  const about = after.filter(({ facts }) => facts.person === id);
  expect(about.map(({ texts }) => texts)).toEqual([{ email: null, name: null }, { reason: null }, { reason }]);
  expect(after.find(({ facts }) => facts.person === other)?.texts.name).toBe('Een ander');
  for (const { name } of await database.reader.rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table'`,
  ))
    expect([name, JSON.stringify(await database.reader.rows(`SELECT * FROM ${name}`)).includes('ella')]).toEqual([
      name,
      false,
    ]);
});

it('does not begin what was still to begin when somebody is erased', async () => {
  const id = newId();
  await add(addedPerson(id, { email: `${id}@gemeente.example`, name: 'Sara' }, today));
  const person = async () => onRecord((await personById(database.manager, id))!); // added just now
  await add(giveRole(await person(), { role: 'secretary', body: 'assen/college', from: '2024-01-01' }, giving));
  await add(giveRole(await person(), { role: 'contact', body: 'assen/college', from: '2024-09-01' }, giving));
  await add(erasePerson(await person(), { reason: 'x' }, { today, isLast: false }));
  expect((await person()).assignments.map(({ role, until }) => [role, until])).toEqual([['secretary', today]]);
});

it('knows who goes on giving roles', () => {
  const holding = (from: string, until: string | null) => ({
    assignments: [{ role: 'administrator' as const, body: null, from, until }],
  });
  expect(
    [holding('2024-01-01', null), holding('2024-01-01', today), holding('2024-07-01', null)].map((one) =>
      administersOn(today, one),
    ),
  ).toEqual([true, false, false]);
});

describe('a database of before there was a record', () => {
  it('begins it with everybody who was there, and says that they were taken over, by nobody, on the day of the upgrade', async () => {
    const own = { folder, database };
    folder = mkdtempSync(join(tmpdir(), 'sluis-'));
    try {
      copyFileSync(join(import.meta.dirname, '../fixtures/first-release/sluis.sqlite'), join(folder, 'sluis.sqlite'));
      await openHere();
      const begun = await events();
      const people = await stored();
      const roles = people.flatMap(({ assignments }) => assignments);
      expect([people.length > 40, begun.length]).toEqual([true, people.length + roles.length]);
      expect(await folded()).toEqual(people);
      for (const { on, facts, recordedBy } of begun)
        expect([on, facts, recordedBy, facts.by]).toEqual([
          today,
          expect.objectContaining({ origin: 'taken-over' }),
          undefined,
          undefined,
        ]);
      await database.close();
      await openHere();
      expect(await events()).toEqual(begun);
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
      ({ folder, database } = own);
      work = new UnitOfWork(database);
      record = new PeopleRecord(work, new Clock(`${today}T10:00:00Z`));
    }
  });
});

describe('when Sluis opens', () => {
  /** What stands in the tables after these statements, behind our back, and a new start. */
  async function after(...statements: string[]): Promise<string[]> {
    const told: string[] = [];
    for (const { name } of await database.writer.rows<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'trigger'`,
    ))
      await database.writer.run(`DROP TRIGGER ${name}`);
    for (const statement of statements) await database.writer.run(statement);
    await database.close();
    const silent = () => undefined;
    Logger.overrideLogger({ log: silent, warn: silent, error: (line: unknown) => void told.push(String(line)) });
    await openHere();
    return told;
  }

  it('puts right whatever a table says otherwise than the record', async () => {
    const right = await stored();
    const told = await after(
      `UPDATE assignment SET role = 'chair'`,
      `UPDATE assignment SET valid_until = NULL`,
      `UPDATE person SET name = 'Iemand anders' WHERE erased_on IS NULL`,
      `INSERT INTO person (id, email, name) VALUES ('vreemd', 'vreemd@gemeente.example', 'Vreemd')`,
      `INSERT INTO assignment (id, person, role, body, valid_from) VALUES ('x', 'vreemd', 'administrator', NULL, '2024-01-01')`,
    );
    expect(told).toEqual([expect.stringMatching(/het logboek geldt.*nr-\d+/)]);
    const now = await stored();
    expect(now.filter(({ id }) => id !== 'vreemd')).toEqual(right);
    expect(now.find(({ id }) => id === 'vreemd')?.assignments).toEqual([]);
  });

  it('leaves the tables as they are when the record does not hold, and then nothing can be changed', async () => {
    const right = await stored();
    const told = await after(
      `UPDATE people_event SET body = replace(body, '"2024-01-01"', '"2024-01-02"') WHERE sequence > 1`,
    );
    expect(told).toEqual([expect.stringContaining('Het logboek van mensen en rollen is beschadigd bij regel')]);
    expect(await stored()).toEqual(right);
    const id = newId();
    const one = addedPerson(id, { email: `${id}@gemeente.example`, name: 'Sara' }, today);
    await expect(add(one)).rejects.toMatchObject({ code: 'damaged' });
    await expect(work.do((tx) => record.of(tx, id))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('takes a record that is gone for one that does not hold', async () => {
    const right = await stored();
    await after('DELETE FROM people_event_text', 'DELETE FROM people_event');
    expect(await stored()).toEqual(right);
    await expect(work.do((tx) => record.of(tx, 'vreemd'))).rejects.toMatchObject({ facts: { sequence: 1 } });
  });
});
