// The commands of the shell: `npx --no sluis …`, with the environment of the server.
import { refuseUnfit } from '../store/runtime.mjs';
import { WrongUse } from './wrong-use.js';
import { shell } from '../wording/shell.js';

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
    does: shell.administrator.does,
    load: async () => (await import('./administrator.js')).administratorCreate,
  },
  {
    words: ['workflow', 'check'],
    takes: '',
    does: shell.check.does,
    load: async () => (await import('./workflow-check.js')).workflowCheck,
  },
  {
    words: ['workflow', 'diagram'],
    takes: shell.diagram.takes,
    does: shell.diagram.does,
    load: async () => (await import('./workflow-diagram.js')).workflowDiagram,
  },
  {
    words: ['workflow', 'diff'],
    takes: shell.diff.takes,
    does: shell.diff.does,
    load: async () => (await import('./workflow-diff.js')).workflowDiff,
  },
  {
    words: ['replay'],
    takes: 'FILE [--keep]',
    does: shell.replay.does,
    load: async () => (await import('./replay.js')).replay,
  },
  {
    words: ['rebuild'],
    takes: '',
    does: shell.rebuild.does,
    load: async () => (await import('./rebuild.js')).rebuildReadModels,
  },
  {
    words: ['clock', 'confirm'],
    takes: '',
    does: shell.clock.does,
    load: async () => (await import('./clock.js')).clockConfirm,
  },
];

const given = process.argv.slice(2);
const command = commands.find(({ words }) => words.every((word, i) => given[i] === word));
if (!command) {
  const lines = commands.map(({ words, takes, does }) => `  ${[...words, takes].join(' ').trim().padEnd(28)} ${does}`);
  console.error(shell.usage(lines));
  process.exit(2);
}
try {
  const run = await command.load();
  await run(given.slice(command.words.length));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof WrongUse ? 2 : 1);
}
