// What Sluis does with people and their record when it opens: an older database begins it, and whatever was changed behind
// our back is found.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { addedPerson, erasePerson, giveRole } from '../../src/domain/roles/decide.js';
import { append } from '../../src/store/event-log.js';
import { ClockWatch } from '../../src/store/watch/clock-watch.js';
import { Database } from '../../src/store/database.js';
import { Clock, dayLong, hour } from '../../src/store/process/clock.js';
import type { Configuration } from '../../src/store/process/configuration.js';
import { PeopleKept, today } from '../support/people-kept.js';

const firstRelease = join(import.meta.dirname, '../fixtures/first-release/sluis.sqlite');
let kept: PeopleKept;

beforeEach(() => {
  kept = new PeopleKept();
});
afterEach(() => kept.remove());

/** What the server says of it: warnings and errors. */
async function opened(clock?: Clock): Promise<string[]> {
  const told: string[] = [];
  const ofTriggers = 'tegen veranderen beschermt'; // they are put back, which is told apart
  const tell = (line: unknown) => void (String(line).includes(ofTriggers) || told.push(String(line)));
  Logger.overrideLogger({ log: () => undefined, warn: tell, error: tell });
  await kept.open(clock);
  return told;
}

describe('a database of before there was a record', () => {
  beforeEach(() => copyFileSync(firstRelease, join(kept.folder, 'sluis.sqlite')));

  it('begins it with everybody who was there, and says that they were taken over, by nobody, on the day of the upgrade', async () => {
    const told = await opened();
    const begun = await kept.events();
    const people = await kept.stored();
    const roles = people.flatMap(({ assignments }) => assignments);
    expect([people.length > 40, begun.length]).toEqual([true, people.length + roles.length]);
    expect(told).toEqual([expect.stringContaining(`begint: ${people.length} mensen zijn overgenomen`)]);
    expect(await kept.folded()).toEqual(people);
    for (const { on, facts, recordedBy } of begun)
      expect([on, facts, recordedBy, facts.by]).toEqual([
        today,
        expect.objectContaining({ origin: 'taken-over' }),
        undefined,
        undefined,
      ]);
    await kept.database.close();
    expect(await opened()).toEqual([]);
    expect(await kept.events()).toEqual(begun);
  });

  it('begins it as late as is known, where the clock cannot be believed', async () => {
    const clock = new Clock('2999-01-01T00:00:00Z');
    clock.judge = () => ({ why: 'ahead', than: `${today}T09:00:00.000Z` });
    await opened(clock);
    const [begun] = await kept.events();
    expect([begun?.on, begun?.recordedAt]).toEqual([today, `${today}T09:00:00.000Z`]);
  });
});

describe('a clock that is set back, where what was recorded last is of people', () => {
  beforeEach(() => copyFileSync(firstRelease, join(kept.folder, 'sluis.sqlite')));

  it('is doubted, by a server that runs and by one that starts', async () => {
    const older = await Database.openForReading(kept.folder); // there are no people in its record yet
    const ofDossiers = await older.reader.newestRecordedAt();
    await older.close();
    const from = Date.parse(ofDossiers ?? '') + dayLong;
    const clock = new Clock(new Date(from).toISOString());
    const watched = async () => {
      const watch = new ClockWatch({ mode: 'serve', clock: null } as Configuration, clock, kept.database, kept.work); // what it asks
      await watch.onModuleInit();
      return watch;
    };
    await opened(clock);
    const running = await watched();
    expect(running.doubt).toBeNull();
    await kept.add(addedPerson('anna', { email: 'anna@gemeente.example', name: 'Anna' }, today));
    const than = (await kept.events()).at(-1)?.recordedAt;
    clock.runOnFrom(new Date(from - hour).toISOString());
    expect(running.doubt).toEqual({ why: 'behind', than });
    running.onModuleDestroy();
    const started = await watched();
    expect(started.doubt).toEqual({ why: 'behind', than });
    started.onModuleDestroy();
  });
});

describe('what was changed behind our back', () => {
  beforeEach(async () => {
    await kept.open();
    for (const id of ['anna', 'bert', 'carla']) {
      await kept.add(addedPerson(id, { email: `${id}@gemeente.example`, name: id }, today));
      const role = { role: 'secretary', body: `${id}/college`, from: '2024-01-01', until: '2025-01-01' } as const;
      await kept.add(giveRole(await kept.person(id), role, kept.giving));
    }
    await kept.add(erasePerson(await kept.person('carla'), { reason: 'Weg.' }, { today, isLast: false }));
  });

  /** What the server says at a new start after these statements. */
  async function after(...statements: string[]): Promise<string[]> {
    const { writer } = kept.database;
    for (const { name } of await writer.rows<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`))
      await writer.run(`DROP TRIGGER ${name}`);
    for (const statement of statements) await writer.run(statement);
    await kept.database.close();
    return opened();
  }

  const stranger = [
    `INSERT INTO person (id, email, name) VALUES ('vreemd', 'vreemd@gemeente.example', 'Vreemd')`,
    `INSERT INTO assignment (id, person, role, valid_from) VALUES ('x', 'vreemd', 'administrator', '2024-01-01')`,
    `INSERT INTO session (hash, person, kind, expires_at) VALUES ('00', 'vreemd', 'cookie', '2999-01-01T00:00:00Z')`,
  ];

  it.each([
    ['a role', ['anna', 'bert'], [`UPDATE assignment SET role = 'chair' WHERE valid_until > '${today}'`]],
    ['the end of a role', ['anna', 'bert', 'carla'], ['UPDATE assignment SET valid_until = NULL']],
    ['a name', ['anna'], [`UPDATE person SET name = 'Iemand anders' WHERE id = 'anna'`]],
    ['somebody who was erased', ['carla'], [`UPDATE person SET name = 'Carla', erased_on = NULL WHERE id = 'carla'`]],
    ['somebody who was never added', ['vreemd'], stranger],
    [
      'somebody in the place of another',
      ['anna', 'bert', 'vreemd'],
      [
        `UPDATE person SET email = 'even' WHERE id = 'anna'`,
        `UPDATE person SET email = 'anna@gemeente.example' WHERE id = 'bert'`,
        stranger[0]?.replace('vreemd@', 'bert@') ?? '',
        `UPDATE assignment SET person = 'anna' WHERE person = 'bert'`,
      ],
    ],
  ])('in the tables is put right, and told: %s', async (_, about, statements) => {
    const right = await kept.stored();
    expect(await after(...statements)).toEqual([
      expect.stringMatching(new RegExp(`^Van ${about.length} mensen .*het logboek geldt.*: ${about.join(', ')}\\.$`)),
    ]);
    expect(await kept.stored()).toEqual(right);
    await kept.database.close();
    expect(await opened()).toEqual([]);
  });

  it.each([
    ['says something else', 2, [`UPDATE people_event SET body = replace(body, '"2024-01-01"', '"2024-01-02"')`]],
    ['is gone', 1, ['DELETE FROM people_event_text', 'DELETE FROM people_event']],
  ])('in the record leaves the tables as they are, and nothing can be changed: it %s', async (_, at, statements) => {
    const right = await kept.stored();
    const told = await after(...statements);
    expect(told).toEqual([expect.stringContaining(`is beschadigd bij regel ${at} `)]);
    expect([await kept.stored(), kept.record.damagedAt]).toEqual([right, at]);
    const one = addedPerson('dirk', { email: 'dirk@gemeente.example', name: 'Dirk' }, today);
    await expect(kept.add(one)).rejects.toMatchObject({ code: 'damaged', facts: { sequence: at } });
    await expect(kept.work.do((tx) => kept.record.of(tx, 'anna'))).rejects.toMatchObject({ code: 'damaged' });
  });

  it.each([
    ['somebody who was never added', 'RoleEnded', 'nobody', 'it is about nobody, who was never added'],
    ['something that a newer version knows', 'PersonMoved', 'anna', 'nothing is known of PersonMoved'],
  ])('in a record that holds by its hashes, and tells of %s', async (_, type, person, why) => {
    const last = (await kept.events()).at(-1);
    if (!last) throw new Error('there is no record');
    const event = { type, on: today, facts: { person }, texts: {} };
    await kept.work.do((tx) => append(tx.connection.people, 'people', last, [event], null, last.recordedAt));
    const right = await kept.stored();
    expect([await after(), kept.record.damagedAt]).toEqual([[expect.stringContaining(why)], last.sequence + 1]);
    expect(await kept.stored()).toEqual(right);
  });
});
