// What a doctor finds: a whole installation, and each thing that can be wrong with one, made wrong.
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine, type Examined } from '../../src/cli/examine.js';
import { backUp } from '../../src/store/backup/back-up.js';
import { failedSetting, rememberByHand } from '../../src/store/backup/standing.js';
import { Database, migrationNames } from '../../src/store/database.js';
import { tamper } from '../support/backups.js';
import { MailServer } from '../support/mail-server.js';
import { TestServer } from '../support/server.js';

const temporary = () => mkdtempSync(join(tmpdir(), 'sluis-'));

let server: TestServer;
let whole: Record<string, string>;

beforeAll(async () => {
  server = await TestServer.start();
  const [host, port] = new URL(server.url).host.split(':');
  const baseUrl = { BASE_URL: 'https://sluis.example', TRUST_PROXY: '127.0.0.1' };
  whole = { ...baseUrl, SESSION_SECRET: 'geheim van de proef, lang genoeg', DATA_DIR: server.folder };
  Object.assign(whole, { HOST: host, PORT: port });
  const now = new Date().toISOString();
  rememberByHand(server.folder, await backUp({ folder: server.folder, to: temporary(), now }));
});
afterAll(() => server.stop());

/** What is not as it should be. */
const amiss = (findings: Examined[]) =>
  findings
    .filter(({ verdict }) => verdict !== 'good')
    .map(({ about, verdict, says }) => `${verdict} ${about}: ${says}`);

it('a server that works has nothing wrong, and says so of each thing once', async () => {
  const findings = await examine(whole);
  expect(amiss(findings)).toEqual([]);
  expect(findings.map(({ about }) => about).sort()).toEqual(
    ['backup', 'clock', 'environment', 'folder', 'mail', 'node', 'proxy', 'schema', 'server', 'space'].sort(),
  );
});

it.each([
  [{ TRUST_PROXY: '' }, 'doubtful proxy: BASE_URL is https en TRUST_PROXY is leeg'],
  [{ PORT: '1' }, 'wrong server: er draait een server op deze map, en op http://127.0.0.1:1'],
  [{ HOST: '192.0.2.1' }, 'wrong environment: HOST: 192.0.2.1 is geen adres van deze machine'],
  [{ PORT: '80000', SESSION_SECRET: 'kort' }, 'wrong environment: SESSION_SECRET'],
  [
    { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.nl' },
    'wrong mail: 127.0.0.1:1 antwoordt niet als mailserver (connect ECONNREFUSED',
  ],
  [{ DATA_DIR: '/nergens/sluis' }, 'wrong folder: /nergens/sluis is er niet'],
  [{ DATA_DIR: new URL(import.meta.url).pathname }, 'is een bestand; noem in DATA_DIR een map'],
  [{ DATA_DIR: temporary() }, 'staat geen registratie; verbeter DATA_DIR'],
])('%j is found', async (change, said) => {
  expect(amiss(await examine({ ...whole, ...change })).join('\n')).toContain(said);
});

it('a server that takes mail is good, and one that speaks another language is not', async () => {
  const post = await MailServer.start();
  const found = await examine({ ...whole, SMTP_URL: post.url, MAIL_FROM: 'Sluis <a@b.nl>' });
  const says = `${new URL(post.url).host} antwoordt`;
  await post.stop();
  expect(found).toContainEqual({ about: 'mail', verdict: 'good', says });
  const wrong = await examine({ ...whole, SMTP_URL: `smtp://127.0.0.1:${whole.PORT}`, MAIL_FROM: 'a@b.nl' });
  expect(amiss(wrong).join(' ')).toContain('antwoordt niet als mailserver');
}, 20_000);

it('a folder that others can read, and a file that is no database, are found', async () => {
  const folder = temporary();
  writeFileSync(join(folder, 'sluis.sqlite'), 'geen database '.repeat(1000));
  chmodSync(folder, 0o755);
  const found = amiss(await examine({ ...whole, DATA_DIR: folder }));
  expect(found).toEqual([
    `wrong folder: ${folder} is ook voor anderen open; doe "chmod 700 ${folder}"`,
    `wrong folder: ${join(folder, 'sluis.sqlite')} is ook voor anderen open; doe "chmod 600 ${join(folder, 'sluis.sqlite')}"`,
    expect.stringMatching(/^wrong schema: niet te lezen .*npx sluis restore/),
    expect.stringMatching(/^wrong clock: niet te lezen/),
    expect.stringMatching(/^wrong backup: niet te lezen/),
    'doubtful server: er draait geen server op deze map',
  ]);
});

it('each file of Sluis that others can read, or that is of somebody else, is named', async () => {
  const folder = temporary();
  await (await Database.open(folder)).close();
  const names = ['sluis.json', 'sluis.lock', 'sluis.sqlite', 'session-secret'];
  const files = names.map((name) => join(folder, name));
  writeFileSync(join(folder, 'session-secret'), 'geheim', { mode: 0o600 });
  const found = async () =>
    amiss(await examine({ ...whole, DATA_DIR: folder })).filter((one) => one.includes(' folder: '));
  expect(await found()).toEqual([]);
  for (const file of files) {
    chmodSync(file, 0o640);
    expect(await found()).toContain(`wrong folder: ${file} is ook voor anderen open; doe "chmod 600 ${file}"`);
    for (const each of readdirSync(folder)) chmodSync(join(folder, each), 0o600); // SQLite made more, as open as the first
    if (process.getuid?.() !== 0) continue;
    chownSync(file, 65534, 65534);
    expect(await found()).toContain(
      `wrong folder: ${file} is van een andere gebruiker (65534) dan de map; doe als root "chown 0 ${file}"`,
    );
    for (const each of readdirSync(folder)) chownSync(join(folder, each), 0, 0);
  }
});

it('a folder for backups that is not there, or in which nothing can be made, is found, and nothing stays there', async () => {
  const found = async (BACKUP_DIR: string) =>
    amiss(await examine({ ...whole, BACKUP_DIR })).filter((one) => one.includes(' backup: '));
  const missing = join(temporary(), 'weg');
  for (const none of [missing, new URL(import.meta.url).pathname])
    expect(await found(none)).toEqual([
      `wrong backup: de map ${none} van BACKUP_DIR is er niet; maak haar, sluit de schijf aan, of verbeter BACKUP_DIR`,
    ]);
  expect(existsSync(missing)).toBe(false);
  if (process.platform === 'linux')
    expect(await found('/proc')).toEqual([
      'wrong backup: in /proc van BACKUP_DIR kan deze gebruiker niet schrijven; geef hem rechten, of kies een andere map',
    ]);
  const there = temporary();
  expect([await found(there), readdirSync(there)]).toEqual([[], []]);
});

it('a database of a newer Sluis is found, as a start finds it', async () => {
  const folder = temporary();
  await (await Database.open(folder)).close();
  tamper(join(folder, 'sluis.sqlite'), (db) =>
    db.exec(`INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'Later1999999999999')`),
  );
  expect(amiss(await examine({ ...whole, DATA_DIR: folder })).join('\n')).toContain(
    `wrong schema: van een nieuwere versie van Sluis (Later1999999999999; deze kent tot en met ${migrationNames.at(-1)}); start die, of zet`,
  );
  await expect(Database.open(folder)).rejects.toThrow('start de nieuwere');
});

it('a database that is gone is found, and nobody is told to begin anew', async () => {
  const folder = temporary();
  await (await Database.open(folder)).close();
  rmSync(join(folder, 'sluis.sqlite'));
  const [found = ''] = amiss(await examine({ ...whole, DATA_DIR: folder }));
  expect(found).toContain(`wrong folder: in ${folder} was een registratie, en sluis.sqlite is weg of leeg`);
  expect(found).not.toContain('administrator create');
});

it('a backup that is not there, is too old, or failed is found', async () => {
  const folder = temporary();
  await (await Database.open(folder)).close();
  const found = async () =>
    amiss(await examine({ ...whole, DATA_DIR: folder })).find((one) => one.includes(' backup: '));
  expect(await found()).toMatch(/^doubtful backup: er is er geen; zet BACKUP_DIR/);
  const at = '2026-01-01T03:00:00.000Z';
  rememberByHand(folder, await backUp({ folder, to: temporary(), now: at }));
  expect(await found()).toMatch(/^doubtful backup: de laatste is van 2026-01-01T03/);
  Database.saveBeside(folder, [failedSetting({ at: '2026-01-02T03:00:00.000Z', why: 'De schijf is vol.' })]);
  expect(await found()).toBe('wrong backup: die van 2026-01-02T03:00:00.000Z is mislukt: De schijf is vol.');
});

it('a clock that is behind what was recorded is found', async () => {
  const folder = temporary();
  await (await Database.open(folder)).close();
  Database.saveBeside(folder, [['clock seen', '2036-01-15T09:00:00.000Z']]);
  expect(amiss(await examine({ ...whole, DATA_DIR: folder }))).toContainEqual(
    expect.stringContaining('wrong clock: loopt achter op wat al is vastgelegd (2036-01-15'),
  );
});
