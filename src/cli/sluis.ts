#!/usr/bin/env node
// The commands of the shell: `npx --no sluis …`, with the environment of the server.
import { administratorCreate } from './administrator.js';
import { rebuildReadModels } from './rebuild.js';
import { replay } from './replay.js';
import { workflowCheck } from './workflow-check.js';
import { workflowDiagram } from './workflow-diagram.js';
import { workflowDiff } from './workflow-diff.js';
import { WrongUse } from './wrong-use.js';

interface ShellCommand {
  words: string[];
  /** What follows the words, for the list of commands. */
  takes: string;
  does: string;
  run(rest: string[]): Promise<void>;
}

const commands: ShellCommand[] = [
  {
    words: ['administrator', 'create'],
    takes: 'EMAIL',
    does: 'maakt een beheerder en geeft een eenmalige link (24 uur geldig)',
    run: administratorCreate,
  },
  { words: ['workflow', 'check'], takes: '', does: 'controleert alle procesplannen', run: workflowCheck },
  {
    words: ['workflow', 'diagram'],
    takes: 'ID[@VERSIE] [--format svg|scxml|bpmn] [--out BESTAND]',
    does: 'tekent een procesplan, of schrijft het als SCXML of BPMN',
    run: workflowDiagram,
  },
  {
    words: ['workflow', 'diff'],
    takes: 'ID[@VERSIE] ID[@VERSIE]',
    does: 'zegt wat het ene procesplan anders heeft dan het andere',
    run: workflowDiff,
  },
  {
    words: ['replay'],
    takes: 'FILE [--keep]',
    does: 'speelt gedateerde feiten na en toont de stand na elk feit',
    run: replay,
  },
  { words: ['rebuild'], takes: '', does: 'bouwt de leesmodellen opnieuw uit de registratie', run: rebuildReadModels },
];

const given = process.argv.slice(2);
const command = commands.find(({ words }) => words.every((word, i) => given[i] === word));
if (!command) {
  const lines = commands.map(({ words, takes, does }) => `  ${[...words, takes].join(' ').trim().padEnd(28)} ${does}`);
  console.error(`Gebruik: npx --no sluis OPDRACHT\n${lines.join('\n')}`);
  process.exit(2);
}
try {
  await command.run(given.slice(command.words.length));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof WrongUse ? 2 : 1);
}
