// The commands of the shell, as functions: that each is a command, and how it ends, is for test/process.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administratorCreate } from '../../src/cli/administrator.js';
import { rebuildReadModels } from '../../src/cli/rebuild.js';
import { replay } from '../../src/cli/replay.js';
import { workflowCheck } from '../../src/cli/workflow-check.js';
import { workflowDiagram } from '../../src/cli/workflow-diagram.js';
import { workflowDiff } from '../../src/cli/workflow-diff.js';
import { WrongUse } from '../../src/cli/wrong-use.js';

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

describe('workflow', () => {
  it('check says of every plan what was proven', async () => {
    expect(await printed(() => workflowCheck([]))).toContain('drenthe-robuuste-regio versie 1');
  });

  it('diagram draws a plan, and names what there is to choose from', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'sluis-')), 'plan.svg');
    await workflowDiagram(['drenthe-robuuste-regio@1', '--out', out]);
    expect(readFileSync(out, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(await refusedUse(workflowDiagram(['nergens']))).toContain(
      'Het procesplan "nergens" bestaat niet; er zijn: drenthe-inkoop-2017@1, drenthe-robuuste-regio@1',
    );
    const png = workflowDiagram(['drenthe-robuuste-regio', '--format', 'png']);
    expect(await refusedUse(png)).toContain('kies uit: svg, scxml, bpmn');
    expect(await refusedUse(workflowDiagram([]))).toContain('Geef één procesplan');
  });

  it('diff says what one version has otherwise than another', async () => {
    const two = ['drenthe-robuuste-regio@1', 'drenthe-robuuste-regio@2'];
    expect(await printed(() => workflowDiff(two))).toContain('Reactienota: komt erbij');
  });
});

describe('replay', () => {
  it('tells how it stands and keeps nothing', async () => {
    const told = await printed(() => replay(['test/replays/003-robuuste-regio.json']));
    expect(told).toContain('er is niets bewaard');
  });

  it('says which line of a file is wrong, and that one is needed', async () => {
    await expect(replay(['README.md'])).rejects.toThrow('regel 1: Dit is geen JSON');
    await expect(replay(['feest.json'])).rejects.toThrow('feest.json');
    expect(await refusedUse(replay([]))).toContain('Geef één bestand');
  });
});

it('administrator create asks for one address, and rebuild for nothing', async () => {
  await expect(administratorCreate(['nobody'])).rejects.toThrow('Geef één e-mailadres');
  await expect(rebuildReadModels(['extra'])).rejects.toThrow('neemt geen argumenten');
});
