// The security log as a chain: what is changed, taken away or put in between is noticed, only what is past its term goes,
// and a flood of refusals fills nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NewSecurityEntry, SecurityEntry } from '../../src/domain/security/entries.js';
import { Database } from '../../src/store/database.js';
import { Clock } from '../../src/store/process/clock.js';
import { configure } from '../../src/store/process/configuration.js';
import { settingsTold } from '../../src/store/process/settings-told.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { SecurityBounds } from '../../src/store/security/bounds.js';
import { SecurityLog } from '../../src/store/security/security-log.js';
import { findEntries } from '../../src/store/security/reading.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';

let folder: string;
let database: Database;
let work: UnitOfWork;
let clock: Clock;
let log: SecurityLog;

async function open(from?: string): Promise<void> {
  database = await Database.open(folder);
  work = new UnitOfWork(database);
  clock = new Clock(from);
  log = new SecurityLog(work, database, clock);
}

beforeAll(() => Logger.overrideLogger(false)); // that it does not hold is told
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sluis-'))));
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const from = (address: string, request = 'r'): NewSecurityEntry['sender'] => ({ address, request, route: 'GET /' });
const failed = (address: string, person?: string): NewSecurityEntry => ({
  type: 'SignInFailed',
  person,
  sender: from(address),
  facts: {},
});

const add = (...entries: NewSecurityEntry[]) => work.do((tx) => log.add(tx, ...entries));
const all = () => findEntries(database.reader, {}, null, 1_000);

/** What somebody does who can write the file: the triggers first, and then the rows. */
async function tamper(...statements: string[]): Promise<void> {
  await database.close();
  const sqlite = new (loadSqlite())(join(folder, 'sluis.sqlite'));
  const triggers = sqlite
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'security%'`)
    .all();
  for (const { name } of triggers as { name: string }[]) sqlite.exec(`DROP TRIGGER ${name}`);
  for (const statement of statements) sqlite.exec(statement);
  sqlite.close();
  await open();
}

const ten = Array.from({ length: 10 }, (_, i) => failed(`192.0.2.${i}`));

describe('a chain that was changed behind our back', () => {
  it.each([
    ['edited', [`UPDATE security_entry SET body = replace(body, '192.0.2.3', '192.0.2.9') WHERE sequence = 4`], 4],
    ['edited with its hash', [`UPDATE security_entry SET hash = '${'a'.repeat(64)}' WHERE sequence = 4`], 4],
    ['made unreadable', [`UPDATE security_entry SET body = 'x' WHERE sequence = 4`], 4],
    ['deleted', ['DELETE FROM security_entry WHERE sequence = 4'], 4],
    ['deleted from the front', ['DELETE FROM security_entry WHERE sequence < 4'], 1],
    [
      'deleted from the front, with another beginning',
      [
        'UPDATE security_log_begin SET sequence = 3, hash = (SELECT hash FROM security_entry WHERE sequence = 3)',
        'DELETE FROM security_entry WHERE sequence < 4',
      ],
      4,
    ],
    [
      'inserted',
      [
        'UPDATE security_entry SET sequence = -sequence WHERE sequence > 3',
        'UPDATE security_entry SET sequence = 1 - sequence WHERE sequence < 0',
        'INSERT INTO security_entry (sequence, body, hash) SELECT 4, body, hash FROM security_entry WHERE sequence = 3',
      ],
      4,
    ],
    [
      'reordered',
      [
        'UPDATE security_entry SET sequence = 99 WHERE sequence = 4',
        'UPDATE security_entry SET sequence = 4 WHERE sequence = 5',
        'UPDATE security_entry SET sequence = 5 WHERE sequence = 99',
      ],
      4,
    ],
  ])('is noticed where an entry was %s, and is written to as before', async (_, statements, at) => {
    await open();
    await add(...ten);
    await log.verify();
    expect(log.damagedAt).toBeNull();
    await tamper(...statements);
    await log.verify();
    expect(log.damagedAt).toBe(at);
    await add(failed('192.0.2.77'));
    expect((await all())[0]?.facts.address).toBe('192.0.2.77');
  });

  it('is refused by the database itself', async () => {
    await open();
    await add(...ten);
    for (const statement of [
      `UPDATE security_entry SET body = 'x'`,
      'DELETE FROM security_entry',
      'DELETE FROM security_entry WHERE sequence = 1',
      `INSERT INTO security_entry (sequence, body, hash) VALUES (12, 'x', 'y')`,
      `INSERT OR REPLACE INTO security_entry (sequence, body, hash) VALUES (10, 'x', 'y')`,
      `UPDATE security_log_begin SET sequence = 3, hash = (SELECT hash FROM security_entry WHERE sequence = 3)`,
      'DELETE FROM security_log_begin',
      `INSERT OR REPLACE INTO security_log_begin VALUES (1, 5, 'x')`,
    ])
      await expect(work.do(({ connection }) => connection.run(statement))).rejects.toThrow();
    await log.verify();
    expect([log.damagedAt, (await all()).length]).toEqual([null, 10]);
  });
});

it('lets go of what is past its term, from the front, and says where it begins', async () => {
  await open('2020-01-01T00:00:00Z');
  await add(...ten);
  clock.runOnFrom('2021-06-01T00:00:00Z');
  await add(failed('198.51.100.1'));
  await log.forget(400);
  const left = await all();
  expect(left.map(({ sequence, type }) => [sequence, type])).toEqual([
    [12, 'EntriesForgotten'],
    [11, 'SignInFailed'],
  ]);
  expect(left[0]?.facts).toMatchObject({ through: 10, throughHash: left[1]?.previous });
  await log.verify();
  expect(log.damagedAt).toBeNull();
  await log.forget(400);
  expect(await all()).toEqual(left);
  clock.runOnFrom('2026-01-01T00:00:00Z');
  await log.forget(400);
  await log.verify();
  expect([log.damagedAt, (await all()).map(({ type }) => type)]).toEqual([null, ['EntriesForgotten']]);
});

it('keeps what a clock that went back would let it lose', async () => {
  await open('2030-01-01T00:00:00Z');
  await add(failed('192.0.2.1'));
  clock.runOnFrom('2020-01-01T00:00:00Z');
  await add(failed('192.0.2.2'));
  clock.runOnFrom('2026-01-01T00:00:00Z');
  await log.forget(400);
  expect((await all()).map(({ recordedAt }) => recordedAt.slice(0, 4))).toEqual(['2030', '2020']);
});

it('finds by whom, from where, of which kind and when, page by page', async () => {
  await open('2025-01-01T00:00:00Z');
  const random = Array.from({ length: 900 }, (_, i): NewSecurityEntry => ({
    type: i % 7 === 0 ? 'SignedOut' : 'SignInFailed',
    person: i % 5 === 0 ? 'anna' : undefined,
    about: i % 11 === 0 ? 'anna' : undefined,
    sender: from(`192.0.2.${i % 3}`),
    facts: {},
  }));
  for (const [day, part] of [random.slice(0, 300), random.slice(300, 600), random.slice(600)].entries()) {
    clock.runOnFrom(`2025-01-0${day + 1}T00:00:00Z`);
    await add(...part);
  }
  const everything = await all();
  expect(everything.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 900 }, (_, i) => 900 - i));
  const isOfAnna = ({ facts }: SecurityEntry) => facts.person === 'anna' || facts.about === 'anna';
  const day = { from: '2025-01-02T00:00:00.000Z', before: '2025-01-03T00:00:00.000Z' };
  const asked = [
    { asked: { person: 'anna' }, fits: isOfAnna },
    { asked: { address: '192.0.2.1' }, fits: ({ facts }: SecurityEntry) => facts.address === '192.0.2.1' },
    { asked: { kind: 'SignedOut' }, fits: ({ type }: SecurityEntry) => type === 'SignedOut' },
    { asked: day, fits: ({ recordedAt: at }: SecurityEntry) => at >= day.from && at < day.before },
    {
      asked: { ...day, person: 'anna', address: '192.0.2.1', kind: 'SignInFailed' },
      fits: (one: SecurityEntry) =>
        isOfAnna(one) &&
        one.facts.address === '192.0.2.1' &&
        one.type === 'SignInFailed' &&
        one.recordedAt >= day.from &&
        one.recordedAt < day.before,
    },
  ] as const;
  for (const { asked: what, fits } of asked) {
    const found: SecurityEntry[] = [];
    for (;;) {
      const last = found.at(-1);
      const below = last ? { at: last.recordedAt, sequence: last.sequence } : null;
      const page = await findEntries(database.reader, what, below, 40);
      found.push(...page);
      if (page.length < 40) break;
    }
    expect(found).toEqual(everything.filter(fits));
    expect(found.length).toBeGreaterThan(5);
  }
});

it('says that a server began, with which settings, and whether the one before it stopped', async () => {
  const environment = {
    BASE_URL: 'https://sluis.example',
    SESSION_SECRET: 'a secret that nobody sees: x7'.padEnd(40, 'y'),
  };
  const settings = settingsTold(configure('serve', { ...environment, TRUST_PROXY: '10.0.0.1' }));
  const former: unknown[] = [];
  for (const stops of [true, false, true]) {
    await open();
    await log.began(settings);
    const [began] = await all();
    former.push(began?.type === 'ServerStarted' && began.facts.former);
    expect(JSON.stringify(began)).toContain('"trustProxy":"10.0.0.1"');
    expect(JSON.stringify(began)).not.toContain('nobody sees');
    if (stops) await log.close();
    await database.close();
  }
  await open();
  expect(former).toEqual(['none', 'stopped', 'broken-off']);
  expect(
    (await all())
      .map(({ type }) => type.slice(6))
      .reverse()
      .join(),
  ).toBe('Started,Stopped,Started,Started,Stopped');
});

describe('a flood of refusals', () => {
  beforeEach(() => open());

  it('is written one by one for a while, and then counted', async () => {
    for (let i = 0; i < 10_000; i++) log.tell(failed('192.0.2.1'));
    for (let i = 0; i < 10_000; i++) log.tell(failed(`2001:db8:${(i % 5_000).toString(16)}::1`));
    log.tell({ type: 'RightsRefused', person: 'anna', sender: from('192.0.2.1'), facts: { code: 'not-your-role' } });
    await log.write();
    expect((await all()).length).toBe(100);
    expect(log.counts.get('SignInFailed')).toBe(20_000);
  });

  it('is told by the minute: of whom it came, how often', () => {
    const bounds = new SecurityBounds(0);
    let written = 0;
    for (let i = 0; i < 500; i++) if (bounds.admits(failed(`2001:db8::${i.toString(16)}`))) written++;
    expect([written, bounds.counted(59_000)]).toEqual([20, []]);
    expect(bounds.counted(60_000)).toEqual([
      { type: 'FurtherRefusals', sender: { address: '2001:db8:0:0::/64' }, facts: { counts: { SignInFailed: 480 } } },
    ]);
    expect(bounds.admits(failed('2001:db8::1'))).toBe(true);
  });

  it('adds at most a thousand lines an hour and what is counted, whoever they come from', () => {
    const bounds = new SecurityBounds(0);
    let written = 0;
    for (let minute = 0; minute < 59; minute++) {
      for (let i = 0; i < 2_000; i++) if (bounds.admits(failed(`198.51.${i % 100}.${minute}`))) written++;
      written += bounds.counted(minute * 60_000).length;
    }
    expect(written).toBeGreaterThan(900);
    expect(written).toBeLessThan(1_100);
  });
});
