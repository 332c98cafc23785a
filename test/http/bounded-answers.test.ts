// Whoever says much over and over makes no answer longer than others can be asked to wait for.
import type { EventView } from '../../src/api/event-view.js';
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { accepted, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const times = 8;

let server: TestServer;
let id: string;
let decisions: DecisionView[];
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
  id = await withOpenGate(server);
  const long = 'woord '.repeat(650);
  const conditions = Array.from({ length: 50 }, () => ({ text: long, effect: 'elaboration' }));
  const said = { decision: 'agree-with-conditions', conditions, reason: long };
  decisions = [];
  for (let i = 0; i < times; i++) {
    const last = decisions.at(-1);
    decisions.push(await accepted(decide(server, id, 'assen', { ...said, ...(last && { revises: last.id }) })));
  }
  await accepted(decide(server, id, 'emmen'));
});
afterAll(() => server.stop());

it('a gate shows the newest of what was superseded, with its conditions, and says how much it leaves out', async () => {
  const gate = await gateOf(server, id);
  const ofAssen = gate.decisions.filter(({ body }) => body === 'assen/college').map((one) => one.id);
  expect(ofAssen).toEqual(decisions.slice(-ofAssen.length).map((one) => one.id));
  expect([ofAssen.length, gate.decisionsLeftOut]).toEqual([5, times - 5]); // the one that stands, and a million characters
  expect(gate.decisions.map(({ body }) => body)).toContain('emmen/college');
  expect(new Set(gate.conditions.map(({ decision }) => decision))).toEqual(new Set(ofAssen));
  const standing = gate.decisions.filter(({ supersededBy }) => supersededBy === null);
  expect(standing.map((one) => one.id)).toContain(decisions.at(-1)?.id);
});

it('its page says so too, and what is left out can still be seen by itself', async () => {
  const cookie = await server.cookieOf('process-lead', abo);
  const page = await look(`/trajecten/${id}/momenten/instemming`, cookie);
  expect(page.text.includes('3 oudere besluiten die zijn vervangen, staan hier niet.')).toBe(true);
  const oldest = await look(`/trajecten/${id}/momenten/instemming/besluiten/${decisions[0]?.id}`, cookie);
  expect(oldest.status).toBe(200);
});

it('a page of events ends early, goes on, and leaves out none', async () => {
  const lead = await server.lead();
  const pages: EventView[][] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const path = `/dossiers/${id}/events?limit=1000${cursor}`;
    const { body, text } = await lead.get<{ items: EventView[]; next: string | null }>(path);
    expect(text.length).toBeLessThan(1_500_000);
    pages.push(body.items);
    next = body.next;
  }
  expect(pages.length).toBeGreaterThan(1);
  const all = pages.flat().map(({ sequence }) => sequence);
  expect(all).toEqual(all.map((_, i) => i + 1));
});

it('a page of the log does the same', async () => {
  const cookie = await server.cookieOf('process-lead', abo);
  const shown = async (path: string) => (await look(path, cookie)).text;
  const first = await shown(`/trajecten/${id}/logboek`);
  expect(first.length).toBeLessThan(1_500_000);
  const older = /href="([^"]*vanaf=(\d+)[^"]*)"/.exec(first);
  expect(Number(older?.[2])).toBeLessThan(times);
  expect((await shown((older?.[1] ?? '').replaceAll('&amp;', '&'))).length).toBeLessThan(1_500_000);
});

it('a gate at which little was said leaves out nothing', async () => {
  const other = await withOpenGate(server);
  await accepted(decide(server, other, 'assen'));
  const gate: GateView = await gateOf(server, other);
  expect([gate.decisions.length, gate.decisionsLeftOut]).toEqual([1, 0]);
});
