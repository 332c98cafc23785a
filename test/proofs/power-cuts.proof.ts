// A power cut loses nothing that was acknowledged. Every write and flush of a server under load is written down, and played
// until a random moment, at which what was not flushed is gone, torn or there. SLUIS_CUTS sets how many. It needs cc.
import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess, surroundings, type Surroundings } from '../support/process.js';
import { chanceOf, seed } from './chance.js';
import { cutAt, type Losses } from './cuts.js';
import { WatchedDisk, type DiskStep } from './disk/journal.js';
import { Office, signIn, type Acknowledged } from './office.js';

const cuts = Number(process.env.SLUIS_CUTS ?? 40);
/** How a server ends under load, one after another in the same folder; the next one starts from what it left. */
const endings = ['SIGTERM', 'SIGKILL', 'SIGKILL'] as const;
/** Milliseconds of load in each: a copy of the write-ahead log into the database takes some seconds to come. */
const loadMs = 1_500 + 10 * cuts;
/** After one of so many cuts the whole product is started, too, if it was flushed. */
const startsEach = 100;
const limit = 120_000 + endings.length * loadMs + cuts * 2_000;

interface Journal {
  steps: DiskStep[];
  where: Surroundings;
}

/** What servers did in a folder from the very first start on. */
async function journalOf(more: Record<string, string>): Promise<Journal> {
  const where = await surroundings({ BASE_URL: '', ...more });
  const disk = new WatchedDisk(where.folder);
  let office: Office | null = null;
  for (const ending of endings) {
    const server = await ServerProcess.start('demonstration', disk.watched(where));
    if (!office) {
      office = await Office.at(server.url, (heard) => disk.hear(heard));
      office.work();
    }
    await pause(loadMs);
    await server.end(ending);
  }
  await office?.leave();
  disk.close();
  return { steps: disk.steps(), where };
}

async function lossesOf({ steps, where }: Journal, flushed: boolean): Promise<Losses & { started: number }> {
  const chance = chanceOf(seed);
  const moments = Array.from({ length: cuts }, () => chance(steps.length)).sort((one, other) => one - other);
  let started = 0;
  const losses = await cutAt(moments, steps, chance, async (folder, heard, cut) => {
    if (flushed && cut % startsEach === startsEach - 1) started += await startsIn({ ...where, folder }, heard);
  });
  return { ...losses, started };
}

/** That the whole product starts there, and its people can sign in and read. */
async function startsIn(where: Surroundings, heard: readonly Acknowledged[]): Promise<number> {
  const server = await ServerProcess.start('demonstration', where);
  try {
    const { status } = await (await signIn(server.url, 'lezer')).get(`/dossiers/${heard.at(-1)?.dossier ?? ''}`);
    if (status !== 200) throw new Error(`the last dossier answers ${status}`);
    return 1;
  } finally {
    await server.end('SIGKILL');
  }
}

const checkpointsIn = (steps: readonly DiskStep[]): number =>
  steps.filter(({ kind, name }) => kind === 'flush' && name === 'sluis.sqlite').length;

it(
  `${cuts} power cuts lose nothing (seed ${seed})`,
  async () => {
    const journal = await journalOf({});
    const { losing, broken, acknowledged, started } = await lossesOf(journal, true);
    console.log(
      `${cuts} power cuts in ${journal.steps.length} steps with ${checkpointsIn(journal.steps)} checkpoints ` +
        `(seed ${seed}): ${acknowledged} acknowledged, ${losing} cuts lost any, ${broken.length} left damage, ` +
        `${started} whole starts`,
    );
    expect({ losing, broken }).toEqual({ losing: 0, broken: [] });
    expect(acknowledged).toBeGreaterThan(0);
  },
  limit,
);

it(
  'the same cuts do lose what was acknowledged where commits are not flushed (synchronous=NORMAL)',
  async () => {
    const carelessly = `--import=${new URL('./disk/careless.mjs', import.meta.url).href}`;
    const { losing, lostMax, broken, acknowledged } = await lossesOf(
      await journalOf({ NODE_OPTIONS: carelessly }),
      false,
    );
    console.log(
      `${cuts} power cuts with synchronous=NORMAL (seed ${seed}): ${losing} lost up to ${lostMax} of ${acknowledged} ` +
        `acknowledged, and what ${broken.length} left is refused`,
    );
    expect(losing + broken.length).toBeGreaterThan(cuts / 5);
  },
  limit,
);
