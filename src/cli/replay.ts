// Plays a file of dated facts into a fresh dossier and tells how it stands after each; kept only when that is asked.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, folderIn, type Configuration } from '../store/process/configuration.js';
import { Mendable } from '../store/process/mendable.js';
import { isDemonstration } from '../app/demonstration.js';
import { Player } from '../replay/play-replay.js';
import { readReplay, ReplayFault } from '../replay/replay-file.js';
import { ReplayModule } from '../replay/replay.module.js';
import { replayReport } from '../replay/replay-report.js';
import { replay as words } from '../wording/shell/replay.js';
import { withSluis } from './with-sluis.js';
import type { Given } from './command.js';

/** @throws Mendable with every fault of the file, or of the first fact that is refused */
export async function replay({ positionals: [file = ''], options }: Given): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new Mendable(words.unreadable(file));
  });
  try {
    await (options.keep ? keep(bytes) : rehearse(bytes));
  } catch (error) {
    throw error instanceof ReplayFault ? new Mendable(words.stopped(file, error.message)) : error;
  }
}

/** In a database of its own, which is gone afterwards. */
async function rehearse(bytes: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sluis-replay-'));
  try {
    await play(bytes, { ...nowhere, folder, sessionSecret: randomUUID() }, true);
    console.log(words.tried);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the database of the server, which must not run. */
async function keep(bytes: Buffer): Promise<void> {
  const mode = (await isDemonstration(folderIn(process.env))) ? 'demonstration' : 'serve';
  console.log(words.kept(await play(bytes, configure(mode, process.env), false)));
}

/** @returns the id of the dossier */
async function play(bytes: Buffer, configuration: Configuration, begins: boolean): Promise<string> {
  const read = readReplay(bytes);
  return withSluis({ configuration, begins, module: ReplayModule }, async (sluis) => {
    const steps = await sluis.get(Player).play(read);
    for (const line of replayReport(read, steps)) console.log(line);
    return steps[0]?.reading.dossier.id ?? '';
  });
}

/** The configuration of a Sluis that nobody can reach. */
const nowhere = {
  mode: 'serve',
  port: 0,
  host: '127.0.0.1',
  baseUrl: 'http://localhost',
  trustProxy: [],
  clock: null,
} satisfies Partial<Configuration>;
