// One reader looks through a backup, what is put back, and what a server runs on: what a newer release wrote is told as newer
// by all three, naming both, and what was changed in the security log is found in a copy.
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { backUp } from '../../src/store/backup/back-up.js';
import { restore } from '../../src/store/backup/restore.js';
import { UnfitFile } from '../../src/store/backup/unfit.js';
import { verify } from '../../src/store/backup/verify.js';
import { Database, migrationNames } from '../../src/store/database.js';
import { DatabaseFile } from '../../src/store/dialect/sqlite-file.js';
import { append } from '../../src/store/event-log.js';
import { Clock } from '../../src/store/process/clock.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { emptyHead } from '../../src/store/seal.js';
import { SecurityLog } from '../../src/store/security/security-log.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';
import { lookThrough, type FoundOnTheWay } from '../../src/store/watch/soundness.js';
import { at, folderWith, freshFolder, refusalOf, tamper } from '../support/backups.js';

/** Of a folder with two dossiers, somebody who was added, and five entries in the security log. */
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await folderWith('een', 'twee');
  file = join(folder, 'sluis.sqlite');
  const database = await Database.open(folder);
  const work = new UnitOfWork(database);
  const log = new SecurityLog(work, database, new Clock());
  const added = { type: 'PersonAdded', on: '2024-04-11', facts: {}, texts: {} };
  await append(database.writer.people, 'people', emptyHead, [added], null, at);
  for (let i = 0; i < 5; i++)
    await work.do((tx) =>
      log.add(tx, {
        type: 'SignInFailed',
        person: `p${i}`,
        sender: { address: `192.0.2.${i}`, request: 'r', route: 'GET /' },
        facts: {},
      }),
    );
  await database.close();
});

function changed(change: (db: BetterSqlite3.Database) => void): string {
  const copy = freshFolder();
  copyFileSync(file, join(copy, 'sluis.sqlite'));
  tamper(join(copy, 'sluis.sqlite'), change);
  return copy;
}

async function lookedAt(at: string): Promise<FoundOnTheWay[]> {
  const database = DatabaseFile.open(loadSqlite(), join(at, 'sluis.sqlite'));
  const found: FoundOnTheWay[] = [];
  for await (const one of lookThrough(database, migrationNames)) found.push(one);
  database.close();
  return found;
}

/** The last event of a log as a newer release would have sealed it. */
function sealNewer(db: BetterSqlite3.Database, table: string): void {
  const { key, body } = db.prepare(`SELECT rowid AS key, body FROM ${table} ORDER BY rowid DESC LIMIT 1`).get() as {
    key: number;
    body: string;
  };
  const newer = body.replace('"format":2', '"format":3');
  const hash = createHash('sha256').update(newer).digest('hex');
  db.prepare(`UPDATE ${table} SET body = ?, hash = ? WHERE rowid = ?`).run(newer, hash, key);
}

const later = 'Later1900000000009';
const format = { part: 'format', its: '3', known: '2' };
const formatSaid = /nieuwere versie van Sluis \(regels van formaat 3; deze kent tot en met formaat 2\)/;

const newer: [name: string, change: (db: BetterSqlite3.Database) => void, found: object, said: RegExp][] = [
  [
    'schema',
    (db) => db.exec(`INSERT INTO migrations (timestamp, name) VALUES (9, '${later}')`),
    { part: 'schema', its: later, known: migrationNames.at(-1) },
    new RegExp(`nieuwere versie van Sluis \\(${later}; deze kent tot en met ${migrationNames.at(-1)}\\)`),
  ],
  ['format of a dossier', (db) => sealNewer(db, 'event'), format, formatSaid],
  ['format of people', (db) => sealNewer(db, 'people_event'), format, formatSaid],
  ['format of the security log', (db) => sealNewer(db, 'security_entry'), format, formatSaid],
];

describe.each(newer)('what a newer release wrote: its %s', (_, change, found, said) => {
  it('is told as newer by a backup, by restore and by the look through, naming both', async () => {
    const source = changed(change);
    const to = freshFolder();
    const backedUp = await refusalOf(backUp({ folder: source, to, now: at }));
    const into = join(freshFolder(), 'nieuw');
    const restored = await refusalOf(
      restore({ from: join(source, 'sluis.sqlite'), folder: into, replace: false, now: at }),
    );
    for (const told of [backedUp, restored]) {
      expect(told).toMatch(said);
      expect(told).not.toContain('beschadigd');
    }
    expect(readdirSync(to)).toEqual([]);
    const all = await lookedAt(source);
    expect(all.filter(({ what }) => what === 'newer')).toEqual([{ what: 'newer', ...found }]);
    expect(all.filter(({ what }) => !['newer', 'looked', 'triggers'].includes(what))).toEqual([]);
    await expect(Database.open(source)).rejects.toThrow('start de nieuwere');
  });
});

it('names the triggers that are gone, and those that nobody knows; they stop no backup', async () => {
  const source = changed((db) => db.exec('CREATE TRIGGER vreemd AFTER INSERT ON setting BEGIN SELECT 1; END'));
  const [found] = await lookedAt(source);
  expect(found).toMatchObject({ what: 'triggers', strange: ['vreemd'] });
  expect(found?.what === 'triggers' && found.wrong).toContain('security_entry_refuses_update');
  expect(await verify(join(source, 'sluis.sqlite'))).toMatchObject({ dossiers: 2, events: 2, peopleEvents: 1 });
});

it('finds and names every bit that is flipped in the security log of a copy', async () => {
  const bytes = readFileSync(file);
  const db = new (loadSqlite())(file, { readonly: true });
  const entries = db.prepare('SELECT sequence, body, hash FROM security_entry').all() as {
    sequence: number;
    body: string;
    hash: string;
  }[];
  db.close();
  const places = entries.flatMap(({ sequence, body, hash }) => {
    const start = bytes.indexOf(body);
    return [
      { sequence, start, length: body.length },
      { sequence, start: bytes.indexOf(hash, start), length: hash.length },
    ];
  });
  expect(places).toHaveLength(10);
  const copy = join(freshFolder(), 'kopie.sqlite');
  const flip = fc.record({ place: fc.nat(places.length - 1), byte: fc.nat(), bit: fc.nat(7) });
  await fc.assert(
    fc.asyncProperty(flip, async ({ place, byte, bit }) => {
      const { sequence, start, length } = places[place] ?? { sequence: 0, start: 0, length: 1 };
      const spoilt = Buffer.from(bytes);
      const index = start + (byte % length);
      spoilt[index] = (spoilt[index] ?? 0) ^ (1 << bit);
      writeFileSync(copy, spoilt);
      const refused = await verify(copy).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(UnfitFile);
      const { kind, why } = refused as UnfitFile;
      // An index on what is taken out of the body can say so first: it is of this table.
      expect([kind, why]).toEqual([
        'damaged',
        expect.stringMatching(`^beveiligingslogboek, regel ${sequence}:|security_entry`),
      ]);
    }),
    { numRuns: 60 },
  );
  copyFileSync(file, copy);
  tamper(copy, (sqlite) => sqlite.exec(`UPDATE security_entry SET hash = '${'a'.repeat(64)}' WHERE sequence = 4`));
  expect(await refusalOf(verify(copy))).toContain('is beschadigd (beveiligingslogboek, regel 4: ');
});
