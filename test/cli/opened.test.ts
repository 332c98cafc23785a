// A command of the shell works on an installation that is there, and only what begins one makes one.
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure } from '../../src/store/process/configuration.js';
import { Refusal } from '../../src/domain/refusal.js';
import { ReadModels } from '../../src/app/read-models.js';
import { toldOf } from '../../src/cli/told-of.js';
import { withSluis } from '../../src/cli/with-sluis.js';
import { FolderInUse } from '../../src/store/lock.js';
import { NoDatabase } from '../../src/store/opening.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';

const safe = { BASE_URL: 'https://sluis.example', SESSION_SECRET: 'a secret for tests alone, long enough' };
const at = (folder: string) => ({
  configuration: configure('serve', { ...safe, DATA_DIR: folder }),
});

it('an empty file is no database: only who begins may make one there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  writeFileSync(join(folder, 'sluis.sqlite'), '');
  const rebuilds = withSluis({ ...at(folder), begins: false }, (sluis) => sluis.get(ReadModels).rebuild());
  await expect(rebuilds).rejects.toThrow(NoDatabase);
  const begun = withSluis({ ...at(folder), begins: true }, (sluis) =>
    sluis.get(UnitOfWork).do(({ connection }) => connection.rows('SELECT * FROM event')),
  );
  expect(await begun).toEqual([]);
  await withSluis({ ...at(folder), begins: false }, (sluis) => sluis.get(ReadModels).rebuild());
});

it('a folder that was mistyped is not made', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'sluis-')), 'mistyped');
  await expect(withSluis({ ...at(folder), begins: false }, () => Promise.resolve())).rejects.toThrow(NoDatabase);
  expect(existsSync(folder)).toBe(false);
});

it('lets go of the folder afterwards, also when the command fails or is refused, and not before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  const failing = withSluis({ ...at(folder), begins: true }, async () => {
    await expect(withSluis({ ...at(folder), begins: true }, () => Promise.resolve())).rejects.toThrow(FolderInUse);
    throw new Error('as commands can');
  });
  await expect(failing).rejects.toThrow('as commands can');
  const refused = withSluis({ ...at(folder), begins: false }, () => Promise.reject(new Refusal('clock-not-trusted')));
  await expect(refused).rejects.toThrow(Refusal);
  expect(await withSluis({ ...at(folder), begins: false }, () => Promise.resolve('open again'))).toBe('open again');
});

it.each([
  ['SQLITE_FULL', 'De schijf van DATA_DIR is vol'],
  ['SQLITE_IOERR_SHMSIZE', 'De schijf van DATA_DIR is vol'],
  ['SQLITE_READONLY', 'In DATA_DIR kan niet worden geschreven'],
  ['SQLITE_CANTOPEN', 'In DATA_DIR kan niet worden geschreven'],
])('says of %s what can be done', (code, said) => {
  const told = toldOf(Object.assign(new Error('as SQLite says it'), { code }));
  expect(told).toMatch(new RegExp(`^${said}[^\\n]*\\.$`));
  const wrapped = Object.assign(new Error('as TypeORM says it'), { driverError: { code } });
  expect(toldOf(wrapped)).toBe(told);
});

it('says of what its user can mend one sentence, and of a defect everything that is known', async () => {
  expect(toldOf(new Refusal('clock-not-trusted'))).toContain('De klok van de server');
  const noFile = await writeFile('/nowhere/at/all.svg', '').catch((error: unknown) => error);
  expect(toldOf(noFile)).toBe('/nowhere/at/all.svg bestaat niet, of de map ervan niet: controleer de naam.');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number }; // it listens on one
  const second = createServer().listen(port, '127.0.0.1');
  const [taken] = (await once(second, 'error').catch((error: unknown) => [error])) as [unknown];
  server.close();
  expect(toldOf(taken)).toContain(`op 127.0.0.1:${port} luistert al een ander programma`);
  const nowhere = createServer().listen(0, 'geen adres');
  const [unknown] = (await once(nowhere, 'error').catch((error: unknown) => [error])) as [unknown];
  expect(toldOf(unknown)).toBe(
    'Sluis start niet: geen adres is geen adres van deze machine; kies een andere HOST, of METRICS_HOST.',
  );
  expect(toldOf(new TypeError('x is not a function'))).toMatch(
    /^Dit is een fout in Sluis zelf.*\nTypeError: x.*\n +at /s,
  );
});
