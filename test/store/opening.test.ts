// What is looked at when a folder is opened: that it is ours alone, which installation it is of, that no newer Sluis wrote
// there, and that what keeps the record as it was is still there. Whatever cannot be put right here is one sentence.
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { append } from '../../src/store/event-log.js';
import { Database } from '../../src/store/database.js';
import { placeFile } from '../../src/store/files/place-file.js';
import { privateFolder } from '../../src/store/folder/private-folder.js';
import { mustBeIn, NoDatabase } from '../../src/store/opening.js';
import { configure } from '../../src/store/process/configuration.js';
import { Mendable } from '../../src/store/process/mendable.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { emptyHead } from '../../src/store/seal.js';

let folder: string;
let told: string[];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'sluis-')), 'data');
  told = [];
  const tell = (line: unknown): void => void told.push(String(line));
  Logger.overrideLogger({ log: () => undefined, warn: tell, error: tell });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const file = (name = 'sluis.sqlite'): string => join(folder, name);

/** Opens it and does this; then it is closed. */
async function opened<T>(use: (database: Database) => T | Promise<T>): Promise<T> {
  const database = await Database.open(folder);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

const begin = (): Promise<void> => opened(() => undefined);

/** What the database of this folder is changed to, behind the back of Sluis. */
function change(...statements: string[]): void {
  const db = new (loadSqlite())(file());
  for (const statement of statements) db.exec(statement);
  db.close();
}

async function refused(saying: RegExp): Promise<void> {
  const refusing = begin();
  await expect(refusing).rejects.toThrow(saying);
  await expect(refusing).rejects.toBeInstanceOf(Mendable);
}

/** Everything that Sluis is written in. */
const sources = (): [path: string, text: string][] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join('src', path), 'utf8')]);

/** Everything in the files, to see that nothing was changed. */
const bytes = (): string => readFileSync(file()).toString('latin1');

describe('which installation it is', () => {
  it('is in the database and beside it, and stays', async () => {
    await begin();
    const marker = readFileSync(file('sluis.json'), 'utf8');
    expect(JSON.parse(marker)).toEqual({ installation: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await begin();
    expect(readFileSync(file('sluis.json'), 'utf8')).toBe(marker);
    rmSync(file('sluis.json')); // a database that was put in an empty folder
    await begin();
    expect(readFileSync(file('sluis.json'), 'utf8')).toBe(marker);
  });

  it.each([
    ['gone', () => rmSync(file())],
    ['empty', () => truncateSync(file())],
  ])('keeps a folder that was in use from beginning anew, where its database is %s', async (_, lose) => {
    await begin();
    lose();
    for (let n = 0; n < 2; n++) await refused(/staat een sluis\.json.*zet een reservekopie terug.*nieuwe map/);
    expect(Database.isIn(folder)).toBe(false);
    expect(() => mustBeIn(folder)).not.toThrow(NoDatabase); // opening says what happened
  });

  it.each([
    ['of another installation', () => change(`UPDATE setting SET value = 'x' WHERE key = 'installation'`)],
    ['of before there were any', () => change(`DELETE FROM setting WHERE key = 'installation'`)],
    ['beside a file that says nothing', () => writeFileSync(file('sluis.json'), '{"insta')],
  ])('refuses a database %s', async (_, spoil) => {
    await begin();
    spoil();
    const before = bytes();
    await refused(/van een andere installatie dan sluis\.json.*verwijder sluis\.json/);
    expect(bytes()).toBe(before);
    rmSync(file('sluis.json'));
    await begin();
  });

  it('is asked of a folder that was mistyped, and of one that is none', async () => {
    expect(() => mustBeIn(folder)).toThrow(NoDatabase);
    expect(existsSync(folder)).toBe(false);
    writeFileSync(folder, '');
    expect(() => mustBeIn(folder)).toThrow(NoDatabase);
    await refused(/is geen map/);
  });
});

describe('what a newer Sluis wrote', () => {
  it('is refused by its schema, naming both, and not touched', async () => {
    await begin();
    change(`INSERT INTO migrations (timestamp, name) VALUES (1700000000099, 'Seal1700000000099')`);
    const before = bytes();
    await refused(/heeft schema 99, en deze versie van Sluis kent schema \d+: start de nieuwere/);
    expect(bytes()).toBe(before);
  });

  it.each(['events', 'people'] as const)('is refused by the format of its %s, naming both', async (log) => {
    await opened(async ({ writer }) => {
      const event = { type: 'PersonAdded', on: '2024-04-11', facts: {}, texts: {} };
      const place = log === 'events' ? writer : writer.people;
      await append(place, 'een', emptyHead, [event], null, '2024-04-11T12:00:00.000Z');
    });
    const table = log === 'events' ? 'event' : 'people_event';
    change(
      `DROP TRIGGER ${table}_refuses_update`,
      `UPDATE ${table} SET body = replace(body, '"format":2', '"format":3')`,
    );
    await refused(/regels van formaat 3, en deze versie van Sluis kent formaat 2/);
  });
});

describe('what keeps the record as it was', () => {
  const names = (): string[] => {
    const db = new (loadSqlite())(file(), { readonly: true });
    const found = db.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name`).pluck().all();
    db.close();
    return found as string[];
  };

  it('is all known, and nothing else is there', async () => {
    expect(await opened(({ opened: { triggers } }) => triggers)).toEqual({ wrong: [], strange: [] });
    expect(told).toEqual([]);
    expect(names().length).toBeGreaterThan(14);
  });

  it('is put back where it is gone or says something else, and what is strange is told', async () => {
    await begin();
    const right = names();
    change(
      'DROP TRIGGER event_refuses_delete',
      'DROP TRIGGER plan_only_adds',
      'DROP TRIGGER people_event_refuses_update',
      `CREATE TRIGGER people_event_refuses_update BEFORE UPDATE ON people_event WHEN 1 = 0 BEGIN SELECT 1; END`,
    );
    await begin();
    expect(told).toEqual([
      expect.stringMatching(/is hersteld \(event_refuses_delete, people_event_refuses_update, plan_only_adds\)/),
    ]);
    expect(names()).toEqual(right);
    change(`CREATE TRIGGER mine AFTER INSERT ON event BEGIN SELECT 1; END`);
    await begin();
    expect(told[1]).toMatch(/die Sluis niet kent \(mine\)/);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['is no database', () => writeFileSync(file(), 'x'.repeat(10_000))],
    ['was cut off', () => truncateSync(file(), 20_000)],
    [
      'lost its beginning',
      () => writeFileSync(file(), Buffer.concat([Buffer.alloc(4_096), readFileSync(file()).subarray(4_096)])),
    ],
  ])('is refused with one sentence, where it %s', async (_, spoil) => {
    await begin();
    spoil();
    const before = bytes();
    await refused(/is niet te lezen \(.+\): zet een reservekopie terug/);
    expect(bytes()).toBe(before);
  });

  it('is held by another program', async () => {
    await begin();
    const holder = new (loadSqlite())(file());
    holder.exec('BEGIN IMMEDIATE');
    await refused(/wordt door een ander programma vastgehouden/);
    holder.close();
    await begin();
  });
});

it('is not for root in a folder of somebody else, who could then not read what root made', () => {
  mkdirSync(folder, { mode: 0o700 });
  const owner = 65_534;
  if (process.getuid?.() === 0) chownSync(folder, owner, owner);
  expect(() => privateFolder(folder, 0)).toThrow(/is van een andere gebruiker \(\d+\).*doe dit als die gebruiker/);
  expect(privateFolder(folder, owner)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

describe('what other accounts can read', () => {
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

  it('is nothing', async () => {
    await opened(() => {
      expect(modeOf(folder)).toBe('700');
      for (const name of ['sluis.sqlite', 'sluis.sqlite-wal', 'sluis.sqlite-shm', 'sluis.lock', 'sluis.json'])
        expect([name, modeOf(file(name))]).toEqual([name, '600']);
    });
  });

  it('is closed to them where it is ours alone, and told', async () => {
    await begin();
    writeFileSync(file('session-secret'), 'x');
    for (const name of ['sluis.sqlite', 'session-secret']) chmodSync(file(name), 0o644);
    chmodSync(folder, 0o755);
    await begin();
    expect([folder, file(), file('session-secret')].map(modeOf)).toEqual(['700', '600', '600']);
    expect(told).toEqual([expect.stringMatching(/Andere accounts.*sluis\.sqlite.*dat kan nu niet meer/)]);
  });

  it.each([
    ['with files of others', () => writeFileSync(file('brief.docx'), '')],
    ['in which everybody writes', () => chmodSync(folder, 0o1777)],
  ])('is a folder %s: refused, with what to do', async (_, share) => {
    mkdirSync(folder, { mode: 0o755 });
    share();
    await refused(/^(?!.*chmod).*neem een eigen map daarin/);
    expect(existsSync(file())).toBe(false);
    chmodSync(folder, 0o700);
    await begin();
  });
});

it('a database of the first release is opened without a word of its triggers', async () => {
  mkdirSync(folder, { mode: 0o700 });
  copyFileSync(join(import.meta.dirname, '../fixtures/first-release/sluis.sqlite'), file());
  await begin();
  expect(told.filter((line) => /trigger|hersteld/.test(line))).toEqual([]);
});

describe('a place where nobody can make a folder', () => {
  it.each(['/proc/sluis', '/proc/1/sluis/data'])('%s is refused at once', async (nowhere) => {
    if (process.platform !== 'linux') return;
    await expect(Database.open(nowhere)).rejects.toThrow(/^De map \/proc\/.* kan daar niet worden gemaakt: kies/);
  });

  it('is met by the one function that makes folders: Node tries for ever there', () => {
    const making = sources().filter(([, text]) => text.includes('mkdirSync('));
    expect(making.map(([path]) => path)).toEqual(['store/process/make-folder.ts']);
  });
});

describe('a small file of ours', () => {
  it('is written by the one function that makes sure it is there, or can be lost', () => {
    const writing = sources().filter(([, text]) => /\b(writeFileSync|writeSync|appendFileSync)\(/.test(text));
    const proofs = 'app/proofs.ts'; // made anew where it is lost
    expect(writing.map(([path]) => path).sort()).toEqual([proofs, 'store/files/place-file.ts']);
  });

  it('is whole under its name, and closed to others also where half of it was left', () => {
    mkdirSync(folder);
    writeFileSync(file('geheim.unfinished'), 'half of something longer', { mode: 0o644 });
    placeFile(file('geheim'), 'whole');
    expect(readdirSync(folder)).toEqual(['geheim']);
    expect([readFileSync(file('geheim'), 'utf8'), statSync(file('geheim')).mode & 0o777]).toEqual(['whole', 0o600]);
  });

  it('keeps the secret of the demonstration from one start to the next', () => {
    const secret = () => configure('demonstration', { DATA_DIR: folder }).sessionSecret;
    const first = secret();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect([secret(), readdirSync(folder)]).toEqual([first, ['session-secret']]);
  });
});
