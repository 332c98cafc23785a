// A backup is put back when it is whole, where no server runs, and over nothing; killed at any step the folder opens as it
// was or as it becomes, or says what to do.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../src/store/backup/back-up.js';
import { asideName, stepsInto } from '../../src/store/backup/put-in-place.js';
import { restore } from '../../src/store/backup/restore.js';
import { knownBackups } from '../../src/store/backup/standing.js';
import { Database } from '../../src/store/database.js';
import { HalfRestored } from '../../src/store/folder/half-restored.js';
import { FolderInUse } from '../../src/store/lock.js';
import { Mendable } from '../../src/store/process/mendable.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { addDossiers, at, dossiersIn, folderWith, freshFolder, refusalOf, tamper } from '../support/backups.js';

/** A backup of a database with two dossiers. */
let good: string;
beforeAll(async () => {
  ({ file: good } = await backUp({ folder: await folderWith('een', 'twee'), to: freshFolder(), now: at }));
});

const into = (folder: string, replace = false, from = good) => restore({ from, folder, replace, now: at });

/** A copy of the backup in which something was changed. */
function changed(change: (file: string) => void): string {
  const file = join(freshFolder(), 'kopie.sqlite');
  copyFileSync(good, file);
  change(file);
  return file;
}

const bad: [name: string, from: () => string, said: RegExp][] = [
  ['that is not there', () => join(freshFolder(), 'weg.sqlite'), /bestaat niet: noem het bestand/],
  ['that is a folder', () => freshFolder(), /is een map: noem het bestand/],
  ['that is empty', () => changed((file) => truncateSync(file, 0)), /geen reservekopie van Sluis/],
  [
    'of which the end is gone',
    () => changed((file) => truncateSync(file, statSync(file).size - 4_096)),
    /is beschadigd/,
  ],
  ['of which half is gone', () => changed((file) => truncateSync(file, 50_000)), /is beschadigd|geen reservekopie/],
  ['of which little is left', () => changed((file) => truncateSync(file, 50)), /is beschadigd|geen reservekopie/],
  [
    'that is a text',
    () => changed((file) => writeFileSync(file, 'geen registratie '.repeat(999))),
    /geen reservekopie/,
  ],
  [
    'of another program',
    () => {
      const file = join(freshFolder(), 'ander.sqlite');
      new (loadSqlite())(file).exec('CREATE TABLE t (x)').close();
      return file;
    },
    /geen reservekopie van Sluis/,
  ],
  [
    'of a newer version',
    () =>
      changed((file) =>
        tamper(file, (db) => db.exec(`INSERT INTO migrations (timestamp, name) VALUES (9, 'Later1900000000009')`)),
      ),
    /nieuwere versie van Sluis \(Later1900000000009; deze kent tot en met \w+\)/,
  ],
  [
    'in which an event was changed',
    () => changed((file) => tamper(file, (db) => db.exec(`UPDATE event SET body = replace(body, 'een', 'elf')`))),
    /is beschadigd \(traject een, regel 1/,
  ],
  [
    'in which a text was changed',
    () => changed((file) => tamper(file, (db) => db.exec(`UPDATE event_text SET text = 'Nee' WHERE event = 2`))),
    /is beschadigd \(traject twee, regel 1/,
  ],
  [
    'in which a plan was changed',
    () => changed((file) => tamper(file, (db) => db.exec(`INSERT INTO plan VALUES ('00', 'w', 1, 'anders')`))),
    /is beschadigd \(procesplan 00\)/,
  ],
  [
    'in which a page was overwritten',
    () =>
      changed((file) => {
        const bytes = readFileSync(file);
        bytes.fill(7, bytes.length - 4_096 * 2, bytes.length - 4_096);
        writeFileSync(file, bytes);
      }),
    /is beschadigd/,
  ],
];

it.each(bad)('a file %s is refused before anything is written', async (_, make, said) => {
  const from = make();
  const folder = join(freshFolder(), 'nieuw');
  expect(await refusalOf(into(folder, true, from))).toMatch(said);
  expect(existsSync(folder)).toBe(false);
});

it('one of the first release is put back, and brought up to this one when it is opened', async () => {
  const from = join(freshFolder(), 'eerste.sqlite');
  copyFileSync(join(import.meta.dirname, '../fixtures/first-release/sluis.sqlite'), from);
  const folder = freshFolder();
  const { dossiers, peopleEvents } = await into(folder, false, from);
  expect([dossiers > 0, peopleEvents]).toEqual([true, 0]);
  expect(await dossiersIn(folder)).toHaveLength(dossiers);
});

describe('where there is a database', () => {
  it('nothing is put back, unless what is there may be set aside; and that opens', async () => {
    const folder = await folderWith('oud');
    const before = readFileSync(join(folder, 'sluis.sqlite'));
    expect(await refusalOf(into(folder))).toContain('geef --replace');
    expect(readFileSync(join(folder, 'sluis.sqlite'))).toEqual(before);
    const { aside } = await into(folder, true);
    expect(await dossiersIn(folder)).toEqual(['een', 'twee']);
    expect(statSync(join(folder, 'sluis.sqlite')).mode & 0o777).toBe(0o600);
    const back = freshFolder();
    await into(back, false, aside[0]);
    expect(await dossiersIn(back)).toEqual(['oud']);
    const again = await into(folder, true); // in the same second
    expect(again.aside).not.toEqual(aside);
    expect(aside.every(existsSync)).toBe(true);
  });

  it('nothing is put back while a server runs on it', async () => {
    const folder = await folderWith('oud');
    const running = await Database.open(folder);
    await expect(into(folder, true)).rejects.toThrow(FolderInUse);
    await running.close();
    expect(await dossiersIn(folder)).toEqual(['oud']);
    expect(readdirSync(folder).sort()).toEqual(['sluis.json', 'sluis.lock', 'sluis.sqlite']);
  });

  it('it is not put in its own place', async () => {
    const folder = await folderWith('oud');
    expect(await refusalOf(into(folder, true, join(folder, 'sluis.sqlite')))).toContain('die er al staat');
  });

  it('that is no database any more, it is set aside all the same', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'sluis.sqlite'), 'stuk');
    writeFileSync(join(folder, 'sluis.sqlite-wal'), 'ook');
    const { aside } = await into(folder, true);
    expect(aside.map((file) => readFileSync(file, 'utf8'))).toEqual(['stuk', 'ook']);
    expect(await dossiersIn(folder)).toEqual(['een', 'twee']);
  });
});

/** A folder as a killed server leaves it: its last dossier stands in the log alone. */
async function killedWith(...ids: string[]): Promise<string> {
  const folder = await folderWith(...ids);
  const database = await Database.open(folder);
  await addDossiers(database, 'in het log');
  const killed = freshFolder();
  cpSync(folder, killed, { recursive: true });
  await database.close();
  expect(statSync(join(killed, 'sluis.sqlite-wal')).size).toBeGreaterThan(0);
  return killed;
}

/** A folder with nothing but a file of that name. */
function folderOf(name: string): string {
  const folder = freshFolder();
  writeFileSync(join(folder, name), '{"installation":"een andere"}');
  return folder;
}

/** Where it is put: what is there, and whether that is replaced. */
const places: [name: string, make: () => Promise<string>, old: string[] | 'refused'][] = [
  ['in an empty folder', () => Promise.resolve(freshFolder()), []],
  ['where a database is gone', () => Promise.resolve(folderOf('sluis.json')), 'refused'],
  ['over a database that was closed', () => folderWith('oud'), ['oud']],
  ['over one of a server that was killed', () => killedWith('oud'), ['oud', 'in het log']],
];

describe.each(places)('killed at any step %s', (_, make, old) => {
  const stepsAt = (folder: string) => {
    const file = join(folder, 'sluis.sqlite');
    copyFileSync(good, `${file}.nieuw`);
    return stepsInto({ folder, file, ready: `${file}.nieuw`, aside: asideName(folder, 'opzij') });
  };

  it('the folder opens as it was, or as it becomes, or is refused; and done again it is put back', async () => {
    const template = await make();
    const count = stepsAt(template).length;
    const seen: string[] = [];
    for (let taken = 0; taken <= count; taken++) {
      const folder = freshFolder();
      cpSync(template, folder, { recursive: true });
      for (const step of stepsAt(folder).slice(0, taken)) step();
      seen.push(await opened(folder));
      await into(folder, true);
      expect(await dossiersIn(folder)).toEqual(['een', 'twee']);
      if (typeof old !== 'string' && old.length > 0) expect(await setAside(folder)).toEqual(old);
    }
    const between = Array<string>(count - 1).fill('refused');
    expect(seen).toEqual([String(old), ...between, 'een,twee']);
  });

  async function opened(folder: string): Promise<string> {
    const copy = freshFolder(); // opening it changes it
    cpSync(folder, copy, { recursive: true });
    try {
      return (await dossiersIn(copy)).join();
    } catch (error) {
      if (!(error instanceof Mendable)) throw error;
      expect(error.message).toContain('"npx sluis restore"');
      expect(Database.isIn(copy)).toBe(error instanceof HalfRestored);
      return 'refused';
    }
  }

  /** What is in the oldest that was set aside. */
  async function setAside(folder: string): Promise<string[]> {
    const names = readdirSync(folder).filter((name) => /^(opzij|sluis\.vervangen)/.test(name));
    const [oldest = ''] = names.filter((name) => name.endsWith('.sqlite')).sort();
    const looked = freshFolder();
    for (const end of ['', '-wal'])
      if (names.includes(`${oldest}${end}`))
        copyFileSync(join(folder, `${oldest}${end}`), join(looked, `sluis.sqlite${end}`));
    return dossiersIn(looked);
  }
});

it('voids sessions and links of then, and remembers where it came from', async () => {
  const source = await folderWith('een');
  tamper(join(source, 'sluis.sqlite'), (db) =>
    db.exec(`INSERT INTO person (id, email, name) VALUES ('p', 'p@x.example', 'P');
      INSERT INTO session VALUES ('h', 'p', 'cookie', '2999'); INSERT INTO invitation VALUES ('i', 'p', '2999')`),
  );
  const { file } = await backUp({ folder: source, to: freshFolder(), now: at });
  const folder = freshFolder();
  mkdirSync(folder, { recursive: true });
  await into(folder, false, file);
  const database = await Database.openForReading(folder);
  for (const table of ['session', 'invitation'])
    expect(await database.reader.rows(`SELECT * FROM ${table}`)).toEqual([]);
  expect(await database.reader.rows('SELECT id FROM person')).toEqual([{ id: 'p' }]);
  const from = 'sluis-2026-11-29T030000Z.sqlite';
  expect((await knownBackups(database)).restored).toEqual({ at, from, newest: '2026-11-28T12:00:00.000Z' });
  await database.close();
});

it('another installation takes the place of one, and its folder is then of that', async () => {
  const folder = await folderWith('oud');
  const before = readFileSync(join(folder, 'sluis.json'), 'utf8');
  await into(folder, true);
  expect(await dossiersIn(folder)).toEqual(['een', 'twee']);
  expect(readFileSync(join(folder, 'sluis.json'), 'utf8')).not.toBe(before);
  rmSync(join(folder, 'sluis.sqlite')); // lost: nothing is begun anew there, and a backup can be put back
  await expect(dossiersIn(folder)).rejects.toThrow('hier was een registratie');
  await into(folder, false);
  expect(await dossiersIn(folder)).toEqual(['een', 'twee']);
});
