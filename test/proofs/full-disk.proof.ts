// A full disk refuses, and loses nothing: 507, while everyone can read; once there is space writing goes on by itself.
// SLUIS_FILLS sets how often. It needs unshare and mount, and root or user namespaces: the disk is one of 20 MB in memory
// that the server alone has, and that is gone when it ends.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess, surroundings } from '../support/process.js';
import { counted, Office, signIn } from './office.js';
import { standsWhole } from './standing.js';

const fills = Number(process.env.SLUIS_FILLS ?? 3);
const megabytes = 20;
const refusedMs = 700;
const resumedMaxMs = 5_000;

it(
  `a disk that is full ${fills} times loses nothing, and nobody has to restart`,
  async () => {
    const where = await surroundings({ BASE_URL: '' });
    const mount = `mount -t tmpfs -o size=${megabytes}m,mode=700 none "${where.folder}" && exec "$@"`;
    const own = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user'];
    const within = ['unshare', ...own, 'sh', '-c', mount, 'sh'];
    const server = await ServerProcess.start('demonstration', { ...where, within });
    const folder = join(`/proc/${server.pid}/root`, where.folder); // as the server sees it
    const reader = await signIn(server.url, 'lezer');
    const office = await Office.at(server.url);
    office.work();
    const resumed: number[] = [];
    for (let fill = 0; fill < fills; fill++) {
      await until(office, '201', 60_000);
      fillUp(join(folder, 'filler'));
      await until(office, '507 storage-full', 60_000);
      await pause(refusedMs);
      expect((await reader.get('/dossiers')).status).toBe(200);
      expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: 'ok' });
      rmSync(join(folder, 'filler'));
      resumed.push(await until(office, '201', resumedMaxMs));
    }
    await office.finish();
    expect(server.log).not.toMatch(/^ +at /m);
    const copy = mkdtempSync(join(tmpdir(), 'sluis-'));
    cpSync(folder, copy, { recursive: true }); // nobody writes any more, and the disk goes with the server
    await server.end('SIGKILL');
    await standsWhole(copy, office.acknowledged);
    console.log(
      `full ${fills} times: ${office.acknowledged.length} acknowledged, 0 lost, 0 doubled; writing resumed within ` +
        `${Math.max(...resumed)} ms of space, no restart; ${counted(office.answers)}`,
    );
  },
  60_000 + fills * 90_000,
);

/** Takes every byte that is left. */
function fillUp(file: string): void {
  for (let size = megabytes * 2 ** 20; size >= 1; size = Math.floor(size / 2))
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
}

/** Waits for one more answer of that kind. @returns after how many milliseconds it came */
async function until(office: Office, answer: string, maxMs: number): Promise<number> {
  const before = office.answers.get(answer) ?? 0;
  const begun = performance.now();
  while ((office.answers.get(answer) ?? 0) === before) {
    if (performance.now() - begun > maxMs)
      throw new Error(`no ${answer} in ${maxMs} ms, but ${counted(office.answers)}`);
    await pause(5);
  }
  return Math.round(performance.now() - begun);
}
