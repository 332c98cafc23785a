// A write or a flush that fails is never acknowledged. Where what is on disk is unknown the server ends with a sentence;
// where the disk is only full it refuses, reads on, and goes on by itself. SLUIS_FAULTS sets how often. It needs cc.
import { setTimeout as pause } from 'node:timers/promises';
import { server as words } from '../../src/wording/shell/start.js';
import { ServerProcess, surroundings } from '../support/process.js';
import { chanceOf, seed } from './chance.js';
import { cutAt } from './cuts.js';
import { WatchedDisk } from './disk/journal.js';
import { counted, Office, signIn } from './office.js';
import { standsWhole } from './standing.js';

const times = Number(process.env.SLUIS_FAULTS ?? 1);
const loadMs = 1_500;
/** So many power cuts at the end of each, because what was not flushed may be gone. */
const cutsEach = 5;
const limit = 120_000 * times;

interface Fault {
  fault: (from: number) => string;
  /** How the server then ends: it must by itself, or does when it is told to, in which it copies its log into the database. */
  ends: 'by itself' | 'when told' | 'not';
}

const faults: Record<string, Fault> = {
  'one flush': { fault: (from) => `flush EIO sluis.sqlite-wal ${from} once`, ends: 'by itself' },
  'every flush': { fault: (from) => `flush EIO sluis.sqlite-wal ${from} on`, ends: 'by itself' },
  'a flush without space': { fault: (from) => `flush ENOSPC sluis.sqlite-wal ${from} on`, ends: 'by itself' },
  'one write': { fault: (from) => `write EIO sluis.sqlite-wal ${from} once`, ends: 'by itself' },
  'one write without space': { fault: (from) => `write ENOSPC sluis.sqlite-wal ${from} once`, ends: 'not' },
  'every write without space': { fault: (from) => `write ENOSPC sluis.sqlite-wal ${from} on`, ends: 'not' },
  'every flush of the database': { fault: () => 'flush EIO sluis.sqlite 1 on', ends: 'when told' },
  'every write of the database': { fault: (from) => `write EIO sluis.sqlite ${from} on`, ends: 'when told' },
};

const chance = chanceOf(seed);

it.each(Object.keys(faults))(
  `%s that fails, ${times} times, is never acknowledged (seed ${seed})`,
  async (name) => {
    const { fault, ends } = faults[name]!; // one of its names
    const answers = new Map<string, number>();
    let acknowledged = 0;
    for (let time = 0; time < times; time++) {
      const office = await under(fault(1 + chance(40)), ends);
      for (const [answer, often] of office.answers) answers.set(answer, (answers.get(answer) ?? 0) + often);
      acknowledged += office.acknowledged.length;
    }
    console.log(
      `${name} failed ${times} times (seed ${seed}): ${acknowledged} acknowledged, 0 lost, 0 doubled; ${counted(answers)}`,
    );
  },
  limit,
);

/** An office at work while the disk fails, and until all that it sent is acknowledged; then everything is counted. */
async function under(fault: string, ends: Fault['ends']): Promise<Office> {
  const where = await surroundings({ BASE_URL: '' });
  const disk = new WatchedDisk(where.folder, fault);
  let server = await ServerProcess.start('demonstration', disk.watched(where));
  const reader = await signIn(server.url, 'lezer');
  const office = await Office.at(server.url, (heard) => disk.hear(heard));
  office.work();
  await pause(loadMs / 3);
  disk.fail(true);
  if (ends === 'by itself') {
    expect(await server.gone()).toBe(1);
    expect(server.log).toContain(words.fatal('').trim());
    expect(server.log).not.toMatch(/^ +at /m);
  }
  if (ends === 'when told') await server.end('SIGTERM');
  if (ends !== 'not') {
    const steps = disk.steps();
    const atTheEnd = Array.from({ length: cutsEach }, () => steps.length);
    expect(await cutAt(atTheEnd, steps, chance)).toMatchObject({ losing: 0, broken: [] });
    disk.fail(false);
    server = await ServerProcess.start('demonstration', disk.watched(where));
  } else {
    await pause(loadMs / 3);
    expect((await reader.get('/dossiers')).status).toBe(200);
    disk.fail(false);
  }
  await pause(loadMs / 3);
  await office.finish();
  expect(office.answers.get('507 storage-full') ?? 0)[ends === 'not' ? 'toBeGreaterThan' : 'toBe'](0);
  await server.end('SIGKILL');
  await standsWhole(where.folder, office.acknowledged);
  disk.close();
  return office;
}
