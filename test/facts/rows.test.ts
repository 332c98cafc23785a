// A row that is added to every table, and nothing else, is asked, judged, described, stored, told and filled in again: the
// built product is started with the rows, and the story of the first release is played on it with them said everywhere.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { paperErasureFacts } from '../../src/domain/facts/of-papers.js';
import { requests } from '../../src/http/requests.js';
import * as people from '../../src/domain/facts/of-people.js';

interface Told {
  events: (DossierEvent & { texts: Record<string, { text: string | null } | string | null> })[];
  logs: string[];
  schemas: Record<string, { properties?: Record<string, { description?: string }> }>;
  pages: Record<'form' | 'wrong' | 'receipt' | 'correction', string>;
  refusal: { status: number; errors: { pointer: string; code: string }[] };
}

let told: Told;

beforeAll(() => {
  const build = spawnSync(process.execPath, ['scripts/build.mjs', '--when-newer'], { encoding: 'utf8' });
  expect([build.status, build.stderr]).toEqual([0, '']);
  const script = join(import.meta.dirname, 'story-with-rows.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 2 ** 27 });
  expect([status, stderr]).toEqual([0, '']);
  told = JSON.parse(stdout) as Told;
});

it('is in every event that its command makes, as a fact, a text and a list; and hidden with what is closed', () => {
  const lacking = told.events.filter(
    ({ facts, texts }) => !('trialDay' in facts) || !('trialText' in texts) || !('trialList/1' in texts),
  );
  // A gate that opens again by itself was not asked for.
  const closed = lacking.filter(({ facts }) => 'closed' in facts);
  const others = lacking.filter(({ type, facts }) => type !== 'GateReopened' && !('closed' in facts));
  expect(others.map(({ type }) => type)).toEqual([]);
  expect(closed.map(({ facts, texts }) => [Object.keys(facts), texts])).toEqual(Array(3).fill([['closed'], {}]));
  expect(new Set(told.events.map(({ type }) => type)).size).toBe(32);
});

it('is in the log by its name', () => {
  const log = told.logs.join('');
  for (const name of ['Proefdag', 'Proeftekst', 'Proefpunt 1', 'Proefpunt 2']) expect(log).toContain(name);
  expect(log).toContain('3 februari 2018');
  expect(log).toContain('Een proef met &lt;b&gt;tekens&lt;/b&gt;.');
});

it('is described in every request, and in what the record shows', () => {
  const ofPeople = new Set<object>([...Object.values(people), paperErasureFacts]);
  const names = Object.entries(requests).filter(([name, table]) => name !== 'Nothing' && !ofPeople.has(table));
  const described = [...names.map(([name]) => name), 'Decision', 'Condition', 'Ruling'];
  const lacking = described.filter((name) => told.schemas[name]?.properties?.trialList?.description === undefined);
  expect(lacking).toEqual([]);
});

it('is refused at its own place when it is wrong', () => {
  expect(told.refusal.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/trialDay wrong-type',
    '/trialList/0 required',
  ]);
  expect(told.pages.wrong).toContain('Proefdag is geen bestaande datum');
});

it('has a box in the form, a line on the receipt, and is there again in the correction', () => {
  const { form, receipt, correction } = told.pages;
  expect(form).toMatch(/<label[^>]*for="trialDay">Proefdag/);
  expect(form).toMatch(/<label[^>]*for="trialList\/0">Proefpunt 1/);
  for (const words of ['Proefdag', '3 februari 2018', 'Uit het formulier.', 'Proefpunten', 'Een.', 'Twee.'])
    expect(receipt).toContain(words);
  expect(correction).toMatch(/name="trialDay"[^>]*value="2018-02-03"/);
  expect(correction).toMatch(/name="trialList\/1"[^>]*>Twee\./);
});
