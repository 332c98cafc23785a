// SIGKILL in the middle of reading a large database both ways: the next start goes on where it was, tells everything in its
// log, and each difference is there once. To be deleted with `domain/stand/former.ts`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { NewEvent } from '../../src/domain/dossier/events.js';
import { append } from '../../src/store/event-log.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { emptyHead } from '../../src/store/seal.js';
import { withOpenGate } from '../support/drenthe.js';
import { appendTo, asFirstRelease, type Story } from '../support/older.js';
import { tales } from '../support/older-tales.js';
import { environment, ServerProcess, surroundings, type Surroundings } from '../support/process.js';
import { TestServer } from '../support/server.js';

const root = resolve(import.meta.dirname, '../..');
const dossiers = 400;
const recordedAt = '2024-05-02T10:00:00.000Z';

let where: Surroundings;
let server: ServerProcess | undefined;

/** Many dossiers with the same record, in which one college decided in another order than it was recorded. */
beforeAll(async () => {
  const first = await TestServer.start({ change: { clock: '2024-05-02T09:00:00.000Z' } });
  const story: Story = { dossier: await withOpenGate(first), events: [] };
  tales.assen?.(story);
  const { work, cache, reader } = first.sluis;
  await work.do((tx) => appendTo(tx, story.dossier, story.events, recordedAt));
  cache.forget(story.dossier);
  const { events } = await cache.read(reader, story.dossier);
  const acting = { person: 'iemand', role: 'process-lead', body: null } as const;
  await work.do(async ({ connection }) => {
    for (let n = 1; n < dossiers; n++) {
      const dossier = `traject-${1000 + n}`;
      const same = events.map(({ type, on, facts: { by: _by, ...facts }, texts }) => {
        const own = type === 'DossierStarted' ? { ...facts, dossier } : facts;
        return { type, on, facts: own, texts } as NewEvent; // as it was
      });
      await append(connection, dossier, emptyHead, same, acting, recordedAt);
    }
  });
  await first.sluis.rebuild();
  where = { ...(await surroundings()), folder: await asFirstRelease(first) };
}, 120_000);
afterAll(() => server?.end('SIGKILL'));

interface Kept {
  progress: string;
  rows: number;
}

function kept(): Kept {
  const db = new (loadSqlite())(join(where.folder, 'sluis.sqlite'), { readonly: true });
  const { progress } = db.prepare(`SELECT value AS progress FROM setting WHERE key = 'told otherwise'`).get() as Kept;
  const { rows } = db.prepare('SELECT COUNT(*) AS rows FROM told_otherwise').get() as Kept;
  db.close();
  return { progress, rows };
}

it('goes on after a kill, and tells each difference once', async () => {
  const child = spawn(process.execPath, ['dist/src/main.js', 'serve'], { cwd: root, env: environment(where) });
  for await (const chunk of child.stdout) if (String(chunk).includes(`100 van ${dossiers}`)) break;
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const halfway = kept();
  expect(halfway.progress).toMatch(/^traject-\d+$/);
  expect(halfway.rows).toBeGreaterThanOrEqual(100);
  expect(halfway.rows).toBeLessThan(dossiers);

  server = await ServerProcess.start('serve', where);
  expect(kept()).toEqual({ progress: 'all', rows: dossiers });
  await server.end('SIGTERM');
  expect(server.log).toContain(`${halfway.rows} van ${dossiers}`);
  expect(server.log).not.toContain(`: 0 van ${dossiers}`);
  const told = server.log.match(/Anders gelezen: traject \S+/g) ?? [];
  expect([told.length, new Set(told).size]).toEqual([dossiers, dossiers]);

  server = await ServerProcess.start('serve', where);
  await server.end('SIGTERM');
  expect(server.log).not.toContain('gelezen');
}, 120_000);
