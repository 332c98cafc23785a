// The commands of the shell: `npx --no sluis …`, with the environment of the server.
import { refuseUnfit } from '../store/runtime.mjs';
import { WrongUse } from './wrong-use.js';

refuseUnfit();

interface ShellCommand {
  words: string[];
  /** What follows the words, for the list of commands. */
  takes: string;
  does: string;
  /** Only what is asked for is loaded: a list of commands need not wait for the whole product. */
  load(): Promise<(rest: string[]) => Promise<void>>;
}

const commands: ShellCommand[] = [
  {
    words: ['administrator', 'create'],
    takes: 'EMAIL',
    does: 'maakt een beheerder en geeft een eenmalige link (24 uur geldig)',
    load: async () => (await import('./administrator.js')).administratorCreate,
  },
  {
    words: ['workflow', 'check'],
    takes: '',
    does: 'controleert alle procesplannen',
    load: async () => (await import('./workflow-check.js')).workflowCheck,
  },
  {
    words: ['workflow', 'diagram'],
    takes: 'ID[@VERSIE] [--format svg|scxml|bpmn] [--out BESTAND]',
    does: 'tekent een procesplan, of schrijft het als SCXML of BPMN',
    load: async () => (await import('./workflow-diagram.js')).workflowDiagram,
  },
  {
    words: ['workflow', 'diff'],
    takes: 'ID[@VERSIE] ID[@VERSIE]',
    does: 'zegt wat het ene procesplan anders heeft dan het andere',
    load: async () => (await import('./workflow-diff.js')).workflowDiff,
  },
  {
    words: ['replay'],
    takes: 'FILE [--keep]',
    does: 'speelt gedateerde feiten na en toont de stand na elk feit',
    load: async () => (await import('./replay.js')).replay,
  },
  {
    words: ['rebuild'],
    takes: '',
    does: 'bouwt de leesmodellen opnieuw uit de registratie',
    load: async () => (await import('./rebuild.js')).rebuildReadModels,
  },
];

const given = process.argv.slice(2);
const command = commands.find(({ words }) => words.every((word, i) => given[i] === word));
if (!command) {
  const lines = commands.map(({ words, takes, does }) => `  ${[...words, takes].join(' ').trim().padEnd(28)} ${does}`);
  console.error(`Gebruik: npx --no sluis OPDRACHT\n${lines.join('\n')}`);
  process.exit(2);
}
try {
  const run = await command.load();
  await run(given.slice(command.words.length));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof WrongUse ? 2 : 1);
}
