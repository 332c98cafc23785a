// A database that another process holds is never a 500: 503 with Retry-After, while everyone can read; once it lets go,
// writing goes on by itself. SLUIS_HOLDS sets how often.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { ServerProcess, surroundings } from '../support/process.js';
import { chanceOf, seed } from './chance.js';
import { counted, Office, signIn } from './office.js';
import { standsWhole } from './standing.js';

const holds = Number(process.env.SLUIS_HOLDS ?? 5);
/** Milliseconds; half a second is waited for before it is refused. */
const heldMax = 2_000;

it(
  `a database that is held ${holds} times refuses, and loses nothing (seed ${seed})`,
  async () => {
    const chance = chanceOf(seed);
    const where = await surroundings({ BASE_URL: '' });
    const server = await ServerProcess.start('demonstration', where);
    const reader = await signIn(server.url, 'lezer');
    const office = await Office.at(server.url);
    office.work();
    let slowest = 0;
    for (let hold = 0; hold < holds; hold++) {
      await pause(200);
      const holder = new (loadSqlite())(join(where.folder, 'sluis.sqlite'), { timeout: 5_000 });
      holder.exec('BEGIN IMMEDIATE');
      const until = performance.now() + (hold === 0 ? heldMax : chance(heldMax));
      do {
        const asked = performance.now();
        expect((await reader.get('/dossiers')).status).toBe(200);
        slowest = Math.max(slowest, performance.now() - asked);
        await pause(20);
      } while (performance.now() < until);
      holder.exec('ROLLBACK');
      holder.close();
    }
    await office.finish();
    await server.end('SIGKILL');
    expect([...office.answers.keys()].sort()).toEqual(['201', '503 busy']);
    await standsWhole(where.folder, office.acknowledged);
    console.log(
      `held ${holds} times (seed ${seed}): ${office.acknowledged.length} acknowledged, 0 lost, 0 doubled; reading took ` +
        `${slowest.toFixed(0)} ms at most; ${counted(office.answers)}`,
    );
  },
  60_000 + holds * 10_000,
);
