// One telling: over a long dossier, at ten moments and for six viewers, every place that tells how a body stands tells what
// the function says.
import { rmSync } from 'node:fs';
import { now, type Moment } from '../../../src/domain/fold/history.js';
import type { Role } from '../../../src/domain/vocabulary.js';
import { readRecord } from '../../../src/store/event-log.js';
import { whyWords } from '../../../src/wording/language/words.js';
import { pagesAt } from '../../support/pages.js';
import type { TestServer } from '../../support/server.js';
import { Then, type Kept } from './expected.js';
import { gatesInApi } from './in-api.js';
import { linesInLog, receipts } from './in-record.js';
import { turns } from './in-turns.js';
import type { LookedAt, Viewer } from './looked-at.js';
import { dossierOnPage, gatesOnPages } from './on-pages.js';
import { asked, onClock, play } from './played.js';

const region = 'de-regio/overleg';
const viewers: readonly [name: string, role: Role, body: string][] = [
  ['the process lead', 'process-lead', region],
  ['the chair', 'chair', region],
  ['the own secretary', 'secretary', 'aa/college'],
  ['another secretary', 'secretary', 'be/college'],
  ['a clerk', 'clerk', 'aa/raad'],
  ['a reader', 'reader', region],
];
const instant = (day: string) => `${day}T12:00:00.000Z`;
const moments: readonly (readonly [name: string, moment: Moment])[] = [
  ['now', now],
  ...['2024-04-02', '2024-05-20', '2024-06-30', '2024-08-01'].map(
    (asOf) => [`on ${asOf}`, { asOf, knownAt: null }] as const,
  ),
  ...['2024-04-20', '2024-06-10', '2024-07-20'].map(
    (day) => [`as known on ${day}`, { asOf: null, knownAt: instant(day) }] as const,
  ),
  ['on 2024-04-20 as known on 2024-06-20', { asOf: '2024-04-20', knownAt: instant('2024-06-20') }],
  ['on 2024-05-25 as known on 2024-07-05', { asOf: '2024-05-25', knownAt: instant('2024-07-05') }],
];

let server: TestServer;
let dossier: string;
let kept: Kept;
const looking: Viewer[] = [];
beforeAll(async () => {
  const played = await play();
  dossier = played.dossier;
  server = await onClock('2024-10-01T08:00:00.000Z', played.folder);
  const { work, catalogue, clock } = server.sluis;
  const record = await work.do(({ connection }) => readRecord(connection, dossier));
  kept = { events: record.map(({ event }) => event), plans: catalogue, today: clock.today() };
  for (const one of viewers) looking.push(await viewerOf(...one));
}, 120_000);
/** Somebody who is signed in, for the API and on the pages. */
async function viewerOf(name: string, role: Role, body: string): Promise<Viewer> {
  const cookie = await server.cookieOf(role, body);
  const { look } = pagesAt(() => server.url);
  return {
    name,
    body,
    client: await server.as(role, body),
    finds: async (path) => (await look(path, cookie)).status === 200,
    look: async (path) => {
      const { status, text } = await look(path, cookie);
      if (status !== 200) throw new Error(`${name} asked ${path}: ${status}`);
      return text;
    },
  };
}

afterAll(async () => {
  await server.stop({ keep: true });
  rmSync(server.folder, { recursive: true, force: true });
});

/** What each viewer is told otherwise. */
async function eachViewer(told: (viewer: Viewer, nth: number) => Promise<string[]>): Promise<string[]> {
  const all: string[] = [];
  for (const [nth, viewer] of looking.entries())
    all.push(...(await told(viewer, nth)).map((line) => `${viewer.name}: ${line}`));
  return all;
}

describe.each(moments.map(([name, moment], nth) => [name, moment, nth] as const))('%s', (_, moment, which) => {
  let then: Then;
  let at: LookedAt;
  beforeAll(() => {
    then = new Then(kept, moment);
    at = { then, moment, dossier };
  });

  it('is told by the API', async () => {
    expect(await eachViewer((viewer) => gatesInApi(at, viewer))).toEqual([]);
  });

  it('is told by the pages of its gates', async () => {
    expect(await eachViewer((viewer) => gatesOnPages(at, viewer))).toEqual([]);
  });

  it('is told by the page of the dossier', async () => {
    expect(await eachViewer((viewer) => dossierOnPage(at, viewer))).toEqual([]);
  });

  it('is told by the receipts of decisions', async () => {
    const gateFor = (nth: number) => then.gates[(nth + which) % then.gates.length] ?? '';
    expect(await eachViewer((viewer, nth) => receipts(at, viewer, gateFor(nth), nth + which))).toEqual([]);
  });

  it('is told by the log', async () => {
    // Everyone reads it as it is now, and of every other moment two of them.
    const reads = (nth: number) => which === 0 || nth % 3 === which % 3;
    expect(await eachViewer((viewer, nth) => (reads(nth) ? linesInLog(at, viewer) : Promise.resolve([])))).toEqual([]);
  });
});

it('is told by turns and tasks, to everyone who may have one', async () => {
  const then = new Then(kept, now);
  const bodies = [...new Set(then.gates.flatMap((gate) => then.roundOf(gate)?.electorate ?? []))];
  const found = await eachViewer((viewer) => turns({ then, moment: now, dossier }, viewer));
  for (const body of bodies) {
    const viewer = await viewerOf(body, body.endsWith('/raad') ? 'clerk' : 'secretary', body);
    found.push(...(await turns({ then, moment: now, dossier }, viewer)).map((line) => `${body}: ${line}`));
  }
  expect(found).toEqual([]);
});

it('has 300 facts, and stands of every kind but a rejected condition', () => {
  expect(asked.length).toBe(300);
  const stands = moments.flatMap(([, moment]) => {
    const then = new Then(kept, moment);
    return then.gates.flatMap((gate) => then.at(gate).map(({ stand: { why, side } }) => why ?? side));
  });
  const all = [...Object.keys(whyWords), 'for', 'against', 'abstained'].filter(
    (one) => !['condition-rejected', 'forwarded', 'not-in-plan'].includes(one),
  );
  expect([...new Set(stands)].sort()).toEqual(all.sort());
});
