// What a replay may say of days: nothing is dated after the document that tells it, no conclusion is made up, and a day that
// is only the last one the words allow is compared with no plan.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { readReplay } from '../../src/replay/replay-file.js';

interface Fact {
  on: string;
  call: string;
  phase?: string;
  gate?: string;
  source: string;
  evidence?: { title: string }[];
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
const replays = files
  .map((file) => ({ file, ...readReplay(readFileSync(join(import.meta.dirname, file))) }))
  .filter(({ invented }) => !invented);
const writtenIn = (file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as {
    workflow: string;
    version: number;
    facts: Fact[];
  }; // read above

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const written = new RegExp(`(\\d{1,2}) (${months.join('|')}) (\\d{4})`, 'g');
/** The days that a text names. */
const daysIn = (text: string): string[] =>
  [...text.matchAll(written)].map(
    ([, day = '', month = '', year = '']) =>
      `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );

const plans = new Map<string, Plan>();
beforeAll(async () => {
  for (const plan of (await loadPlans([shippedWorkflows])).all())
    plans.set(`${plan.workflow.id}@${plan.workflow.version}`, plan);
});

it('names days as documents write them', () => {
  expect(daysIn('bericht van 14 maart 2022, en 1 mei 2024')).toEqual(['2022-03-14', '2024-05-01']);
  expect(replays.length).toBeGreaterThan(5);
});

describe.each(replays.map((replay) => [replay.file, replay] as const))('%s', (file, replay) => {
  const { workflow, version, facts } = writtenIn(file);

  it('dates nothing after the document or the evidence that tells it', () => {
    const document = daysIn(replay.source).sort().at(-1);
    const late = facts.filter(({ on, evidence = [] }) => {
      const told = [document, ...evidence.flatMap(({ title }) => daysIn(title))].filter((day) => day !== undefined);
      return told.some((day) => on > day);
    });
    expect(late.map(({ on, call }) => `${on} ${call}`)).toEqual([]);
  });

  it('makes up no conclusion', () => {
    expect(facts.filter(({ call }) => ['rulings', 'splits', 'reopenings'].includes(call))).toEqual([]);
  });

  it('compares no day with a plan that is only the last one that the words allow', () => {
    const plan = plans.get(`${workflow}@${version}`);
    const loose = facts.filter(({ source }) => source.includes('dit is de laatste'));
    const compared = loose.filter(({ phase, gate }) => {
      const planned = plan?.phases.get(phase ?? gate ?? '')?.planned;
      return planned === undefined || planned.from !== null || planned.until !== null;
    });
    expect(compared.map(({ phase, gate }) => phase ?? gate)).toEqual([]);
  });
});
