// A backup is made beside whoever writes, holds all that was acknowledged before it began, was verified, and never takes
// the place of anything.
import { copyFileSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, DamagedBackup, type MadeBackup } from '../../src/store/backup/back-up.js';
import { restore } from '../../src/store/backup/restore.js';
import { backupStanding, failedSetting, rememberByHand } from '../../src/store/backup/standing.js';
import { BackupRefused } from '../../src/store/backup/unfit.js';
import { verify } from '../../src/store/backup/verify.js';
import { Database } from '../../src/store/database.js';
import { copyDatabase } from '../../src/store/dialect/sqlite-copy.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { at, dossiersIn, folderWith, freshFolder, refusalOf, tamper } from '../support/backups.js';
import { accepted, decide, gateOf, municipalities, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let folder: string;
beforeAll(async () => (folder = await folderWith('een', 'twee')));

describe('a backup beside a server on which all colleges decide', () => {
  let server: TestServer;
  let restored: TestServer;
  let made: MadeBackup;
  let dossier: string;
  let token: string;
  /** The decisions that were answered before it began. */
  const before: string[] = [];
  /** Those that were answered while it ran. */
  const during: string[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    dossier = await withOpenGate(server);
    for (const one of municipalities) before.push((await accepted(decide(server, dossier, one))).id);
    ({ token } = await server.addPerson({ role: 'reader' }));
    let goes = true;
    const writing = municipalities.map(async (one, i) => {
      let revises = before[i];
      while (goes) {
        revises = (await accepted(decide(server, dossier, one, { revises }))).id;
        during.push(revises);
      }
    });
    made = await backUp({ folder: server.folder, to: freshFolder(), now: at });
    goes = false;
    await Promise.all(writing);
    const empty = join(freshFolder(), 'not yet there');
    await restore({ from: made.file, folder: empty, replace: false, now: at });
    restored = await TestServer.start({ folder: empty });
  });
  afterAll(() => Promise.all([server.stop(), restored.stop()]));

  const decisionsAt = async (of: TestServer): Promise<string[]> => {
    const lead = await of.lead();
    const { body } = await lead.get<{ items: { facts: { decision?: string } }[] }>(
      `/dossiers/${dossier}/events?limit=1000`,
    );
    return body.items.flatMap(({ facts }) => facts.decision ?? []);
  };

  it('holds all that was answered before it began, and of what came later what came first', async () => {
    expect(during.length).toBeGreaterThan(0);
    const there = await decisionsAt(restored);
    expect(there.slice(0, before.length)).toEqual(before);
    expect((await decisionsAt(server)).slice(0, there.length)).toEqual(there);
    expect(await verify(made.file)).toMatchObject({ dossiers: 1, events: made.events });
  });

  it('is served, and goes on from there', async () => {
    expect((await gateOf(restored, dossier)).tally.for).toBe(12);
    const { length } = await decisionsAt(restored);
    const { decisions } = await gateOf(restored, dossier);
    const revises = decisions.find(({ body }) => body === 'assen/college')?.id;
    await accepted(decide(restored, dossier, 'assen', { revises, decision: 'disagree', reason: 'Toch niet.' }));
    expect(await decisionsAt(restored)).toHaveLength(length + 1);
  });

  it('signs everybody out', async () => {
    expect((await server.anyone.bearing(token).get('/dossiers')).status).toBe(200);
    expect((await restored.anyone.bearing(token).get('/dossiers')).status).toBe(401);
  });
});

it('ends while others commit all the time: it is of one state', async () => {
  const source = await folderWith('een');
  const writer = new (loadSqlite())(join(source, 'sluis.sqlite'));
  const put = writer.prepare('INSERT INTO kept_answer VALUES (?, ?, ?, ?, ?)');
  writer.transaction(() => {
    for (let i = 0; i < 3_000; i++) put.run('p', `before ${i}`, 'r', 'x'.repeat(4_000), '2999');
  })();
  const commitsMax = 500;
  let commits = 0;
  const commit = (): void => {
    put.run('p', `during ${commits}`, 'r', 'x', '2999');
    commits++;
    if (commits < commitsMax) next = setImmediate(commit);
  };
  let next = setImmediate(commit);
  const to = join(freshFolder(), 'kopie.sqlite');
  await copyDatabase(loadSqlite(), join(source, 'sluis.sqlite'), to);
  clearImmediate(next);
  writer.close();
  expect(commits).toBeGreaterThan(3); // it took some steps
  expect(commits).toBeLessThan(commitsMax);
  tamper(to, (db) => {
    const { n } = db.prepare('SELECT COUNT(*) AS n FROM kept_answer').get() as { n: number };
    expect(n - 3_000).toBeLessThan(commits);
  });
});

it('gets a name of its own in a folder, or the one that ends in .sqlite; for its owner alone', async () => {
  const to = freshFolder();
  const named = await backUp({ folder, to, now: at });
  const given = await backUp({ folder, to: join(to, 'voor de upgrade.sqlite'), now: at });
  expect([named.file, given.file]).toEqual([
    join(to, 'sluis-2026-11-29T030000Z.sqlite'),
    join(to, 'voor de upgrade.sqlite'),
  ]);
  expect(readdirSync(to)).toHaveLength(2); // and nothing beside them
  for (const { file } of [named, given]) expect(statSync(file).mode & 0o777).toBe(0o600);
  const newest = '2026-11-28T12:00:00.000Z';
  expect(named).toMatchObject({ dossiers: 2, events: 2, peopleEvents: 0, newest, size: statSync(named.file).size });
});

/** Where a backup is not made, and what is said. */
const wrong: [name: string, to: (to: string) => string, said: RegExp][] = [
  ['the folder of the database', () => folder, /is de map van de registratie zelf/],
  ['a file in it', () => join(folder, 'kopie.sqlite'), /is de map van de registratie zelf/],
  ['the database itself', () => join(folder, 'sluis.sqlite'), /is de registratie zelf/],
  [
    'the database by another way',
    (to) => {
      symlinkSync(join(folder, 'sluis.sqlite'), join(to, 'x.sqlite'));
      return join(to, 'x.sqlite');
    },
    /is de registratie zelf/,
  ],
  [
    'its folder by another way',
    (to) => {
      symlinkSync(folder, join(to, 'daar'));
      return join(to, 'daar');
    },
    /is de map van de registratie zelf/,
  ],
  [
    'a folder within it',
    () => {
      mkdirSync(join(folder, 'binnen'), { recursive: true });
      return join(folder, 'binnen');
    },
    /is de map van de registratie zelf/,
  ],
  [
    'the folder of another Sluis',
    (to) => {
      copyFileSync(join(folder, 'sluis.sqlite'), join(to, 'sluis.sqlite'));
      return to;
    },
    /staat een andere registratie van Sluis/,
  ],
  [
    'a file that is there',
    (to) => {
      writeFileSync(join(to, 'x.sqlite'), 'van iemand');
      return join(to, 'x.sqlite');
    },
    /is er al en is niet overschreven/,
  ],
  ['a folder that is not there', (to) => join(to, 'weg'), /bestaat niet: maak haar/],
  ['a folder in a file', () => join(folder, 'sluis.sqlite', 'weg'), /bestaat niet: maak haar/],
  ['a file in the place of a folder', () => join(folder, 'sluis.sqlite', 'x.sqlite'), /is een bestand/],
  ['a file of another kind', () => join(folder, 'sluis.json'), /sluis\.json is een bestand .*op \.sqlite eindigt/],
];

it.each(wrong)('is not made in %s, and nothing is left or overwritten', async (_, make, said) => {
  const outside = freshFolder();
  const to = make(outside);
  const files = () =>
    [outside, folder].flatMap((one) => readdirSync(one).map((name) => `${name} ${statSync(join(one, name)).size}`));
  const before = files();
  const told = await refusalOf(backUp({ folder, to, now: at }));
  expect(told).toMatch(said);
  expect(files()).toEqual(before);
});

it('is not made of a folder without a database', async () => {
  expect(await refusalOf(backUp({ folder: freshFolder(), to: freshFolder(), now: at }))).toContain('verbeter DATA_DIR');
});

describe('of a damaged database', () => {
  it('what there is, is kept under a name that says so', async () => {
    const source = await folderWith('een', 'twee');
    tamper(join(source, 'sluis.sqlite'), (db) => db.exec(`UPDATE event_text SET text = 'anders' WHERE event = 2`));
    const to = freshFolder();
    const refused = backUp({ folder: source, to, now: at });
    await expect(refused).rejects.toBeInstanceOf(DamagedBackup);
    const told = await refusalOf(refused);
    expect(told).toContain('traject twee, regel 1');
    expect(readdirSync(to)).toEqual(['sluis-2026-11-29T030000Z-beschadigd.sqlite']);
    expect(told).toContain(join(to, 'sluis-2026-11-29T030000Z-beschadigd.sqlite'));
  });

  it('nothing is made where it is no database at all', async () => {
    const source = freshFolder();
    writeFileSync(join(source, 'sluis.sqlite'), 'geen registratie'.repeat(1_000));
    const to = freshFolder();
    const refused = backUp({ folder: source, to, now: at });
    await expect(refused).rejects.toBeInstanceOf(BackupRefused);
    expect(await refusalOf(refused)).toContain('is zelf beschadigd');
    expect(readdirSync(to)).toEqual([]);
  });
});

describe('how it stands', () => {
  const plan = { folder: '/backups', everyHours: 24, keep: 3 };
  const standing = (now: string) => backupStanding(folder, plan, now);

  it('is told from the database, also of what was made by hand', async () => {
    expect(await standing(at)).toEqual({ word: 'late', last: null, failed: null });
    expect(await backupStanding(folder, undefined, at)).toEqual({ word: 'off', last: null, failed: null });
    const made = await backUp({ folder, to: freshFolder(), now: at });
    rememberByHand(folder, made);
    expect(await standing('2026-11-30T03:00:00.000Z')).toEqual({ word: 'ok', last: made, failed: null });
    expect(await standing('2026-12-02T03:00:00.000Z')).toMatchObject({ word: 'late', last: made });
    const failed = { at: '2026-11-30T03:00:00.000Z', why: 'vol' };
    Database.saveBeside(folder, [failedSetting(failed)]);
    expect(await standing('2026-11-30T04:00:00.000Z')).toEqual({ word: 'failed', last: made, failed });
    rememberByHand(folder, { ...made, at: '2026-11-30T05:00:00.000Z' });
    expect(await standing('2026-11-30T06:00:00.000Z')).toMatchObject({ word: 'ok', failed: null });
    expect(await dossiersIn(folder)).toEqual(['een', 'twee']);
  });
});
