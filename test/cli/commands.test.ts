// The commands of the shell, as functions: that each is a command, and how it ends, is for test/process.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Given } from '../../src/cli/command.js';
import { WrongUse } from '../../src/cli/command.js';
import { administratorCreate } from '../../src/cli/administrator.js';
import { commands } from '../../src/cli/commands.js';
import { readArguments } from '../../src/cli/read-arguments.js';
import { replay } from '../../src/cli/replay.js';
import { workflowCheck } from '../../src/cli/workflow-check.js';
import { workflowDiagram } from '../../src/cli/workflow-diagram.js';
import { workflowDiff } from '../../src/cli/workflow-diff.js';
import { callBy } from '../../src/wording/language/call.js';

const given = (positionals: string[] = [], options: Given['options'] = {}): Given => ({ positionals, options });

/** What a command prints. */
async function printed(run: Promise<void> | (() => Promise<void>)): Promise<string> {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: string) => lines.push(line);
  try {
    await (typeof run === 'function' ? run() : run);
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

const refusedUse = async (run: Promise<void>): Promise<string> => {
  const error: unknown = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WrongUse);
  return (error as Error).message;
};

/** What the shell says of words that it does not take. */
function misread(...words: string[]): string {
  try {
    return JSON.stringify(readArguments(words));
  } catch (error) {
    expect(error).toBeInstanceOf(WrongUse);
    return (error as Error).message;
  }
}

describe('what the shell is given', () => {
  it.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
    const words = name.split(' ');
    const needed = command.takes.filter((one) => !one.startsWith('['));
    expect(readArguments([...words, ...needed])).toMatchObject({
      ask: 'run',
      command: { name },
      given: { positionals: needed, options: {} },
    });
    for (const asked of [
      [...words, '--help'],
      [...words, '-h'],
      ['help', ...words],
      [...words, 'feest', '--help'],
    ])
      expect(readArguments(asked)).toEqual({ ask: 'help', of: [command] });
    expect(misread(...words, ...command.takes, 'feest')).toContain('"feest" is hier te veel');
    if (needed.length > 0) expect(misread(...words)).toContain(`Hier ontbreekt ${needed[0]}`);
    expect(misread(...words, ...needed, '--feest')).toContain('De optie --feest bestaat hier niet');
    for (const [option, { takes }] of Object.entries(command.options)) {
      const written = misread(...words, ...needed, `--${option.slice(0, -1)}`);
      expect(written).toContain(`bedoelde u --${option}?`);
      const alone = misread(...words, ...needed, `--${option}`);
      if (takes === undefined) expect(misread(...words, ...needed, `--${option}=feest`)).toContain('hoort niets');
      else expect(alone).toContain(`Hier ontbreekt --${option} ${takes}`);
    }
  });

  it('names what was meant, for every command with one letter wrong', () => {
    for (const { name } of commands)
      for (let i = 0; i < name.length; i++) {
        if (name[i] === ' ') continue;
        const wrong = `${name.slice(0, i)}${name.slice(i + 1)}`;
        expect(misread(...wrong.split(' '))).toMatch(new RegExp(`bedoelde u "${name}"|Kies uit:`));
      }
    expect(misread('--feest')).toBe('De optie --feest bestaat hier niet. Zie npx sluis --help.');
    expect(misread('feest')).toBe('De opdracht "feest" bestaat niet. Zie npx sluis --help.');
    expect(misread('workflow')).toMatch(/^"workflow" is niet af\. Kies uit:\n {2}npx sluis workflow check/);
    expect(misread()).toMatch(/^Kies uit:\n {2}npx sluis demonstration \[--anew\]\n/);
  });

  it('is a question about everything, or which version this is', () => {
    for (const written of [['--help'], ['-h'], ['help']])
      expect(readArguments(written)).toEqual({ ask: 'help', of: commands });
    expect(readArguments(['workflow', '--help'])).toMatchObject({ of: { length: 3 } });
    for (const written of ['--version', '-v']) expect(readArguments([written])).toEqual({ ask: 'version' });
  });
});

describe('how Sluis is called', () => {
  it.each([
    ['/usr/local/bin/sluis', undefined, 'sluis'],
    ['/usr/local/bin/sluis', 'exec', 'sluis'], // by a script that npx runs
    ['/opt/sluis/current/bin/sluis.mjs', undefined, 'sluis'], // as the unit and the image do
    ['/home/a/sluis/node_modules/.bin/sluis', 'exec', 'npx sluis'],
    ['/home/a/node_modules/.bin/sluis', 'run-script', 'npx sluis'],
    ['/home/a/node_modules/sluis/bin/sluis.mjs', 'exec', 'npx sluis'], // where there are no links
    ['/home/a/sluis/bin/sluis.mjs', 'start', 'npx sluis'], // in a checkout
    ['/home/a/sluis/bin/sluis.mjs', 'run-script', 'npx sluis'],
    ['/home/a/sluis/dist/src/main.js', undefined, 'npx sluis'],
  ])('%s, npm %s: %s', (script, npm, said) => {
    expect(callBy(script, npm)).toBe(said);
  });

  it('is said in one place alone', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    expect(files.length).toBeGreaterThan(300);
    const saying = files.filter((path) => /npx sluis|"sluis /.test(readFileSync(join('src', path), 'utf8')));
    expect(saying).toEqual(['wording/language/call.ts']);
  });
});

describe('workflow', () => {
  it('check says of every plan what was proven, or of one', async () => {
    expect(await printed(() => workflowCheck(given()))).toContain('drenthe-robuuste-regio versie 1');
    const one = await printed(() => workflowCheck(given(['drenthe-inkoop-2017'])));
    expect(one.match(/ versie \d+: /g)).toHaveLength(1);
  });

  it('diagram draws a plan, and names what there is to choose from', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'sluis-')), 'plan.svg');
    await workflowDiagram(given(['drenthe-robuuste-regio@1'], { out }));
    expect(readFileSync(out, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(await refusedUse(workflowDiagram(given(['nergens'])))).toContain(
      'Het procesplan "nergens" bestaat niet; er zijn: drenthe-inkoop-2017@1, ',
    );
    const png = workflowDiagram(given(['drenthe-robuuste-regio'], { format: 'png' }));
    expect(await refusedUse(png)).toContain('kies uit: svg, scxml, bpmn');
  });

  it('diff says what one version has otherwise than another', async () => {
    const two = given(['drenthe-robuuste-regio@1', 'drenthe-robuuste-regio@2']);
    expect(await printed(() => workflowDiff(two))).toContain('Reactienota: komt erbij');
  });
});

describe('replay', () => {
  it('tells how it stands and keeps nothing', async () => {
    const told = await printed(() => replay(given(['test/replays/003-robuuste-regio.json'])));
    expect(told).toContain('er is niets bewaard');
  });

  it('says which line of a file is wrong', async () => {
    await expect(replay(given(['README.md']))).rejects.toThrow('regel 1: Dit is geen JSON');
    await expect(replay(given(['feest.json']))).rejects.toThrow('feest.json');
  });
});

it('administrator create asks for an address', async () => {
  expect(await refusedUse(administratorCreate(given(['nobody'])))).toContain('"nobody" is geen e-mailadres');
});
