// A sample of the conformance set over HTTP: the same cases, with the same expectations, by the people who would give
// each step, and read as of the day of the step.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { calls } from '../../src/api/calls.js';
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import {
  caseFiles,
  casesIn,
  expectedOf,
  gateOf,
  lead,
  openings,
  taking,
  workflowOf,
  type Case,
  type Give,
} from '../support/conformance.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

/** The first of every file, and then one in so many. */
const oneIn = 9;
const sample = caseFiles.flatMap((file) => casesIn(file).filter((_, i) => i % oneIn === 0));
const idOf = (one: Case): string => `geval-${sample.indexOf(one)}`;

let server: TestServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  for (const one of sample)
    writeFileSync(join(folder, `${idOf(one)}.v1.ts`), `export default ${JSON.stringify(workflowOf(one, idOf(one)))}`);
  server = await TestServer.start({ workflows: [pathToFileURL(`${folder}/`)] });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Where the table of calls says that a command is given. */
function pathOf(name: string, place: unknown): string {
  const { path = '' } = calls.find(({ command }) => command === name) ?? {};
  return Object.entries(place as object).reduce(
    (filled, [key, value]) => filled.replace(`:${key}`, String(value)),
    path,
  );
}

it('has at least forty cases, of every file some', () => {
  expect(sample.length).toBeGreaterThanOrEqual(40);
});

it.each(sample.map((one): [string, Case] => [one.name, one]))('%s', async (_, one) => {
  const region = await server.as(lead.role, lead.body);
  const start = { workflow: idOf(one), title: 'Proef', startedOn: one.submittedOn };
  const { id } = await accepted(region.post<DossierView>('/dossiers', start));
  const decided = new Map<string, DecisionView>();
  const give: Give<Promise<void>> = async (name, place, payload, as) => {
    const who = await server.as(as.role, as.body);
    const done = await accepted(who.post<DecisionView>(`/dossiers/${id}/${pathOf(name, place)}`, payload as object));
    if (name === 'record-decision') decided.set(done.body, done);
  };
  const latest = (body: string): DecisionView => {
    const decision = decided.get(body);
    if (!decision) throw new Error(`${body} has decided nothing yet`);
    return decision;
  };
  for (const open of openings(one, give)) await open();
  for (const [i, step] of one.steps.entries()) {
    for (const command of taking(step, latest, give)) await command();
    const { body } = await region.get<GateView>(`/dossiers/${id}/gates/${gateOf(step)}?asOf=${step.on}`);
    expect([i, expectedOf(body)]).toEqual([i, step.expect]);
  }
});
