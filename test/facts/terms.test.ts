// A term that is added to what a plan can say of a phase or a gate, and nothing else, is judged in its file, shown, described,
// and told where two plans differ: the built product is started with the terms, on plan files that say them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';

type Properties = Record<string, { description?: string; type?: unknown; enum?: unknown; items?: Described }>;
interface Described {
  properties?: Properties;
}
type Shown = Record<string, unknown>;
interface Change {
  what: string;
  text: string;
}

interface Told {
  refused: string[];
  hashes: Record<string, string>;
  lines: Record<'said' | 'unsaid', string[]>;
  workflow: { phases: Shown[]; gates: Shown[] };
  dossier: { phases: Shown[] };
  gate: Shown;
  formerGate: Shown;
  report: { phases: { changes: Change[] }[] };
  others: { changes: Change[]; phases: { changes: Change[] }[] };
  schemas: Record<string, Described>;
}

let told: Told;

beforeAll(() => {
  const build = spawnSync(process.execPath, ['scripts/build.mjs', '--when-newer'], { encoding: 'utf8' });
  expect([build.status, build.stderr]).toEqual([0, '']);
  const script = join(import.meta.dirname, 'story-with-terms.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 2 ** 27 });
  expect([status, stderr]).toEqual([0, '']);
  told = JSON.parse(stdout) as Told;
});

const said = { trialWeeks: 3, trialYes: true, trialChoice: 'strict', trialList: ['een', 'twee'] };
const unsaid = { trialWeeks: null, trialYes: false, trialChoice: 'loose', trialList: [] };

it('is refused in the check where it holds what it cannot, at its place and with the cure', () => {
  const faults = [
    'het veld "trialWeeks" kan "10" niet bevatten: kies een geheel getal van 1 tot en met 9',
    'het veld "trialYes" kan "false" niet bevatten: schrijf true, of laat het weg',
    'het veld "trialChoice" kan "loose" niet bevatten: kies uit strict',
    'het veld "trialList" kan "7" niet bevatten: schrijf een tekst',
  ];
  const places = ['fase "fase": ', 'fase "fase": go/no-go-moment: '];
  expect(told.refused).toEqual(
    places.flatMap((place) => faults.map((fault) => expect.stringContaining(place + fault) as string)),
  );
});

it('is shown in the plan, in a phase and at a gate; where it is not said, as what then holds', () => {
  const { workflow, dossier, gate, formerGate } = told;
  for (const shown of [...workflow.phases, ...workflow.gates, ...dossier.phases, gate])
    expect(shown).toMatchObject(said);
  expect(formerGate).toMatchObject(unsaid);
});

it('is described wherever it is shown', () => {
  const { Workflow, Phase, Gate } = told.schemas;
  const { phases, gates } = Workflow?.properties ?? {};
  for (const schema of [phases?.items, gates?.items, Phase, Gate])
    expect(schema?.properties).toMatchObject({
      trialWeeks: { type: ['integer', 'null'], description: 'Weken op proef.' },
      trialYes: { type: 'boolean', description: 'Een ja op proef.' },
      trialChoice: { type: 'string', enum: ['loose', 'strict'], description: 'Een keuze op proef.' },
      trialList: { type: 'array', items: { type: 'string' }, description: 'Een lijst op proef.' },
    });
});

it('is told by its name where two plans differ in it, and in the report on a migration', () => {
  const coming = ['proefweken: voortaan 3 weken', 'proef: voortaan ja', 'proefkeuze: voortaan streng'];
  const going = ['proefweken: vervalt, was 3 weken', 'proef: vervalt, was ja', 'proefkeuze: vervalt, was streng'];
  const both = [...coming, 'proeflijst: erbij een en twee'];
  const phase = (lines: string[]) => ['Fase: blijft', ...[...lines, ...lines].map((line) => `  ${line}`)];
  expect(told.lines.said).toEqual(phase(both));
  expect(told.lines.unsaid).toEqual(phase([...going, 'proeflijst: niet meer een en twee']));
  const names = ['trial-weeks', 'trial-yes', 'trial-choice', 'trial-list'];
  const changes = both.map((text, i) => ({ what: names[i], text }));
  expect(told.report.phases.flatMap((one) => one.changes)).toEqual([...changes, ...changes]);
});

it('and every other keeps the code by which a program knows what differs, in its order', () => {
  const { changes, phases } = told.others;
  expect([...changes, ...phases.flatMap((one) => one.changes)].map(({ what }) => what)).toEqual([
    ...['not-before', 'outside', 'waits-for', 'gate-waits-for'],
    ...['kinds', 'unconfirmed', 'after-ruling', 'completion', 'weeks', 'enacts'],
  ]);
});

it('leaves the hash of every plan that does not say it as it was', async () => {
  const catalogue = await loadPlans([shippedWorkflows]);
  const hashes = catalogue.all().map(({ workflow: { id, version }, hash }) => [`${id}@${version}`, hash] as const);
  expect(hashes.length).toBeGreaterThan(6);
  expect(told.hashes).toMatchObject(Object.fromEntries(hashes));
});
