// A migration that is killed leaves the database as it was before it, or as it is after it, whatever statement it was at;
// and the next start brings it up to date. SLUIS_MIGRATION_KILLS sets how many of these kills end a real process.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { identityEntities } from '../../src/identity/entities.js';
import { Database } from '../../src/store/database.js';
import { openSqlite } from '../../src/store/dialect/sqlite.js';
import { FirstTables1700000000001 } from '../../src/store/migrations/1-first-tables.js';
import { Plans1700000000002 } from '../../src/store/migrations/2-plans.js';
import { ToldOtherwise1700000000003 } from '../../src/store/migrations/3-told-otherwise.js';
import { People1700000000004 } from '../../src/store/migrations/4-people.js';
import { SecurityLog1700000000005 } from '../../src/store/migrations/5-security-log.js';
import { BesideTheRecord1700000000006 } from '../../src/store/migrations/6-beside-the-record.js';
import { Papers1700000000007 } from '../../src/store/migrations/7-papers.js';
import { BodyNotes1700000000008 } from '../../src/store/migrations/8-body-notes.js';
import { Drafts1700000000009 } from '../../src/store/migrations/9-drafts.js';
import { Phones1700000000010 } from '../../src/store/migrations/10-phones.js';
import { SecondFactor1700000000012 } from '../../src/store/migrations/12-second-factor.js';
import { FoundWords1700000000014 } from '../../src/store/migrations/14-found-words.js';
import { Calendars1700000000015 } from '../../src/store/migrations/15-calendars.js';
import { Mail1700000000016 } from '../../src/store/migrations/16-mail.js';
import { HouseStyle1700000000017 } from '../../src/store/migrations/17-house-style.js';
import { CalendarFeeds1700000000019 } from '../../src/store/migrations/19-calendar-feeds.js';
import { ErasedPapers1700000000021 } from '../../src/store/migrations/21-erased-papers.js';
import { PersonalLinks1700000000018 } from '../../src/store/migrations/18-personal-links.js';
import { loadSqlite } from '../../src/store/runtime.mjs';

const firstRelease = join(import.meta.dirname, '../fixtures/first-release/sluis.sqlite');
const kills = Number(process.env.SLUIS_MIGRATION_KILLS ?? 1);

type Migration = new () => MigrationInterface;
const migrations: Migration[] = [
  FirstTables1700000000001,
  Plans1700000000002,
  ToldOtherwise1700000000003,
  People1700000000004,
  SecurityLog1700000000005,
  BesideTheRecord1700000000006,
  Papers1700000000007,
  BodyNotes1700000000008,
  Drafts1700000000009,
  Phones1700000000010,
  SecondFactor1700000000012,
  FoundWords1700000000014,
  Calendars1700000000015,
  Mail1700000000016,
  HouseStyle1700000000017,
  PersonalLinks1700000000018,
  CalendarFeeds1700000000019,
  ErasedPapers1700000000021,
];

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The same migration, which calls this before and after each of its statements. */
function watched(migration: Migration, look: (statement: string) => void): Migration {
  const watching = class {
    async up(runner: QueryRunner): Promise<void> {
      const query = runner.query.bind(runner);
      runner.query = (async (...asked: Parameters<QueryRunner['query']>) => {
        look(asked[0]);
        const found: unknown = await query(...asked);
        look(`after ${asked[0]}`);
        return found;
      }) as QueryRunner['query']; // the same, watched
      await new migration().up(runner).finally(() => (runner.query = query));
    }
    down = (): Promise<void> => Promise.resolve();
  };
  Object.defineProperty(watching, 'name', { value: migration.name });
  return watching;
}

/** What is in a database: how far it is, and whether it holds. */
async function stateOf(place: string): Promise<unknown[]> {
  const database = await Database.open(place, identityEntities);
  const { reader } = database;
  const rows = async (sql: string) => reader.rows(sql);
  const found = [
    await rows('SELECT name FROM migrations ORDER BY id'),
    await rows(`SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name`),
    await rows('SELECT COUNT(*), MAX(position) FROM event'),
    await rows('SELECT hash FROM plan ORDER BY hash'),
    await rows('PRAGMA integrity_check'),
  ];
  await database.close();
  return found;
}

/** As a kill leaves it: what was written to the files until then. */
function leave(from: string, to: string): string {
  for (const end of ['', '-wal'])
    if (existsSync(join(from, `sluis.sqlite${end}`)))
      cpSync(join(from, `sluis.sqlite${end}`), join(to, `sluis.sqlite${end}`));
  return to;
}

it('at any statement of any migration it is old or new, and is brought up to date by the next start', async () => {
  const whole = mkdtempSync(at('whole-'));
  copyFileSync(firstRelease, join(whole, 'sluis.sqlite'));
  const right = await stateOf(whole);
  const left: string[] = [];
  const half = mkdtempSync(at('half-'));
  copyFileSync(firstRelease, join(half, 'sluis.sqlite'));
  const watching = migrations.map((one) => watched(one, () => void left.push(leave(half, mkdtempSync(at('left-'))))));
  const file = join(half, 'sluis.sqlite');
  const opened = await openSqlite({ sqlite: loadSqlite(), file, access: 'write', entities: [], migrations: watching });
  await opened.close();
  expect(left.length).toBeGreaterThan(40);
  const known = new Set<number>();
  for (const place of left) {
    const db = new (loadSqlite())(join(place, 'sluis.sqlite'));
    known.add((db.prepare('SELECT COUNT(*) AS n FROM migrations').get() as { n: number }).n);
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    db.close();
    expect(await stateOf(place)).toEqual(right);
  }
  expect([...known].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]); // each by itself is whole
  console.log(`${left.length} statements of migrations, stopped at each: old or new, and brought up to date`);
}, 120_000);

/** Migrates what is in a folder in a process that kills itself at its nth statement. */
const dying = `
const [, folder, at] = process.argv;
const at_ = Number(at);
const from = (path) => import(new URL(path, 'file://' + process.cwd() + '/dist/src/store/').href);
const { loadSqlite } = await from('runtime.mjs');
const { Database } = await from('database.js');
const Raw = loadSqlite();
let n = 0;
const prepare = Raw.prototype.prepare;
Raw.prototype.prepare = function (sql) {
  if (/^\\s*(CREATE|ALTER|INSERT|DROP|UPDATE|COMMIT)/i.test(sql) && ++n === at_) process.kill(process.pid, 'SIGKILL');
  return prepare.call(this, sql);
};
const database = await Database.open(folder);
await database.close();
console.log('statements ' + n);
`;

it(`killed for real among its statements, too: ${kills} times`, async () => {
  const root = resolve(import.meta.dirname, '../..');
  const migrate = (place: string, n: number) =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', dying, place, String(n)], {
      cwd: root,
      encoding: 'utf8',
    });
  const place = (): string => {
    const made = mkdtempSync(at('place-'));
    copyFileSync(firstRelease, join(made, 'sluis.sqlite'));
    return made;
  };
  const whole = place();
  const all = Number(/statements (\d+)/.exec(migrate(whole, 0).stdout)?.[1]);
  expect(all).toBeGreaterThan(20);
  const right = await stateOf(whole);
  for (let kill = 1; kill <= kills; kill++) {
    const killed = place();
    const n = Math.ceil((kill * all) / (kills + 1));
    expect([n, migrate(killed, n).signal]).toEqual([n, 'SIGKILL']);
    expect(await stateOf(killed)).toEqual(right);
  }
}, 600_000);
