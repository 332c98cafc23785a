// A server that makes its backups by itself, in a process of its own; and a backup that cannot be written to its end.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { backUp } from '../../src/store/backup/back-up.js';
import type { KeptBackup } from '../../src/store/backup/keeping.js';
import { keptSetting } from '../../src/store/backup/standing.js';
import { verify } from '../../src/store/backup/verify.js';
import { Database } from '../../src/store/database.js';
import { folderWith, freshFolder } from '../support/backups.js';
import { begunSurroundings, environment, ServerProcess, surroundings } from '../support/process.js';

const root = resolve(import.meta.dirname, '../..');
const answeredMax = 30_000;

/** What `/health/ready` says of backups, once it is no longer this. */
async function wordAfter(word: string, { url }: ServerProcess): Promise<string> {
  const until = Date.now() + answeredMax;
  for (;;) {
    const ready = (await (await fetch(`${url}/health/ready`)).json()) as { status: string; backup: string };
    expect(ready.status).toBe('ok');
    if (ready.backup !== word || Date.now() > until) return ready.backup;
    await pause(50);
  }
}

it('makes one when it is due, keeps as many as it is told, and touches nothing that is not its own', async () => {
  const folder = await folderWith('een');
  const to = freshFolder();
  const older: KeptBackup[] = [];
  for (const at of ['2026-01-03T03:00:00.000Z', '2026-01-02T03:00:00.000Z', '2026-01-01T03:00:00.000Z'])
    older.push({ ...(await backUp({ folder, to, now: at })), verified: true });
  Database.saveBeside(folder, [keptSetting(older)]);
  const foreign = ['sluis-2025-01-01T030000Z.sqlite', 'aantekening.txt'];
  for (const name of foreign) writeFileSync(join(to, name), 'van iemand anders');
  const where = { ...(await surroundings({ BACKUP_DIR: to, BACKUP_KEEP: '2' })), folder };
  const server = await ServerProcess.start('serve', where);
  expect(await wordAfter('late', server)).toBe('ok');
  await server.end('SIGTERM');
  expect(server.log).toContain('Reservekopie gemaakt en gecontroleerd');
  const own = readdirSync(to).filter((name) => !foreign.includes(name));
  expect(readdirSync(to)).toEqual(expect.arrayContaining(foreign));
  expect(own.sort()).toEqual([
    'sluis-2026-01-03T030000Z.sqlite',
    expect.stringMatching(/^sluis-\d{4}-\d\d-\d\dT\d{6}Z\.sqlite$/),
  ]);
  expect(await verify(join(to, own[1] ?? ''))).toMatchObject({ dossiers: 1 });
});

it('goes on serving where none can be made, and says so', async () => {
  const where = await begunSurroundings({ BACKUP_DIR: join(freshFolder(), 'niet aangesloten') });
  const server = await ServerProcess.start('serve', where);
  expect(await wordAfter('late', server)).toBe('failed');
  await server.end('SIGTERM');
  expect(server.log).toMatch(/niet aangesloten bestaat niet: maak haar, sluit de schijf aan/);
});

it('leaves nothing where writing fails on the way', async () => {
  const to = freshFolder();
  const env = environment({ ...(await surroundings()), folder: await folderWith('een') });
  const limited = `trap '' XFSZ; ulimit -f 64; exec "${process.execPath}" dist/src/main.js backup "${to}"`;
  const { status, stderr } = spawnSync('sh', ['-c', limited], { cwd: root, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^De reservekopie naar .* is mislukt en er is niets acht.*\n$/),
  ]);
  expect(readdirSync(to)).toEqual([]);
});
