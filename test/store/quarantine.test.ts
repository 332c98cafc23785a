// One dossier whose record does not hold is told apart and refused, on every channel; everything else lives, at a start
// and when read models are rebuilt too.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { calls } from '../../src/api/calls.js';
import type { DossierSummaryView } from '../../src/domain/views/dossier-view.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { forms } from '../../src/web/forms/register.js';
import { refusal } from '../support/client.js';
import { accepted, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

type Raw = BetterSqlite3.Database;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const migratedTo = (version: number) => ({
  type: 'DossierMigrated',
  facts: { workflow: 'drenthe-robuuste-regio', version, workflowHash: '0'.repeat(64), map: {} },
});

/** Every dossier here has five events; the fourth is a decision with a reason. */
const last = 5;

/** Writes an event anew, in a chain that fits. */
function rewrite(db: Raw, id: string, sequence: number, change: (body: Record<string, unknown>) => void): void {
  const row = db.prepare('SELECT body FROM event WHERE dossier = ? AND sequence = ?').get(id, sequence) as {
    body: string;
  };
  const body = JSON.parse(row.body) as Record<string, unknown>;
  change(body);
  const text = JSON.stringify(body);
  const sql = 'UPDATE event SET body = ?, hash = ? WHERE dossier = ? AND sequence = ?';
  db.prepare(sql).run(text, sha256(text), id, sequence);
}

const position = '(SELECT position FROM event WHERE dossier = ? AND sequence = ?)';

/** By its name: at which event, and how. */
const kinds: Record<string, [sequence: number, damage: (db: Raw, id: string) => void]> = {
  'a changed event': [
    4,
    (db, id) => {
      const sql = `UPDATE event SET body = replace(body, '"agree"', '"disagree"') WHERE dossier = ? AND sequence = 4`;
      db.prepare(sql).run(id);
    },
  ],
  'a changed text': [
    4,
    (db, id) => db.prepare(`UPDATE event_text SET text = 'Nee.' WHERE event = ${position}`).run(id, 4),
  ],
  'a changed title': [
    1,
    (db, id) => db.prepare(`UPDATE event_text SET text = 'Nee.' WHERE event = ${position}`).run(id, 1),
  ],
  'a text that is gone': [4, (db, id) => db.prepare(`DELETE FROM event_text WHERE event = ${position}`).run(id, 4)],
  'a format that is not known': [last, (db, id) => rewrite(db, id, last, (body) => (body.format = 0))],
  'a type that is not known': [last, (db, id) => rewrite(db, id, last, (body) => (body.type = 'DossierPraised'))],
  'an event that cannot follow': [
    last,
    (db, id) =>
      rewrite(db, id, last, (body) =>
        Object.assign(body, { type: 'PhaseReworked', facts: { phase: 'instemming', round: 2 } }),
      ),
  ],
  'a plan that is not there': [last, (db, id) => rewrite(db, id, last, (body) => Object.assign(body, migratedTo(99)))],
  'another plan than it says': [last, (db, id) => rewrite(db, id, last, (body) => Object.assign(body, migratedTo(2)))],
  'facts that are not there': [last, (db, id) => rewrite(db, id, last, (body) => delete body.facts)],
  'what is no JSON': [
    3,
    (db, id) => {
      db.prepare('UPDATE event SET body = ?, hash = ? WHERE dossier = ? AND sequence = 3').run('{', sha256('{'), id);
    },
  ],
  'a first event that is gone': [
    1,
    (db, id) => db.prepare('DELETE FROM event WHERE dossier = ? AND sequence = 1').run(id),
  ],
};

let server: TestServer;
/** The damaged dossier of each kind, and one that is whole. */
const damaged = new Map<string, string>();
let whole: string;
/** What the server tells whoever keeps it running. */
let log: string[];
const write = process.stderr.write.bind(process.stderr);

async function decidedBy(...bodies: string[]): Promise<string> {
  const id = await withOpenGate(server);
  for (const body of bodies) await accepted(decide(server, id, body, { reason: 'Ja.' }));
  return id;
}

beforeAll(async () => {
  server = await TestServer.start();
  whole = await decidedBy('assen', 'emmen');
  for (const name of Object.keys(kinds)) damaged.set(name, await decidedBy('assen', 'emmen'));
  await changed((db) => {
    for (const { name } of db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as Named[])
      db.exec(`DROP TRIGGER ${name}`);
    for (const [name, [, damage]] of Object.entries(kinds)) damage(db, damaged.get(name) ?? '');
  });
});
afterEach(() => {
  process.stderr.write = write;
});
afterAll(() => server.stop());

interface Named {
  name: string;
}

/** Stops the server, changes the database behind its back, and starts it again. */
async function changed(change: (db: Raw) => void): Promise<void> {
  await server.stop({ keep: true });
  const db = new (loadSqlite())(join(server.folder, 'sluis.sqlite'));
  db.pragma('foreign_keys = OFF');
  change(db);
  db.close();
  log = [];
  process.stderr.write = (chunk) => log.push(String(chunk)) > 0;
  server = await TestServer.start({ folder: server.folder });
}

const { look, send } = pagesAt(() => server.url);
const names: Record<string, string> = { phase: 'instemming', gate: 'instemming', decision: 'd', condition: 'c' };
const inPlace = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? '');
const formPaths = Object.keys(forms).map(inPlace);
const sentence = (sequence: number): string => `beschadigd: regel ${sequence} van het logboek klopt niet`;

/** Of the first kind everything there is; of the others one of each. */
const some = <T>(name: string, all: readonly T[]): readonly T[] => (name === 'a changed event' ? all : all.slice(-1));

async function refusedByApi(name: string, id: string, sequence: number): Promise<void> {
  const lead = await server.lead();
  const base = `/dossiers/${id}`;
  for (const path of ['', '/events', '/gates/instemming', '?asOf=2024-04-12']) {
    const answer = await lead.get(base + path);
    expect([name, path, refusal(answer), answer.body.facts]).toEqual([name, path, '503 damaged', { sequence }]);
  }
  for (const { path } of some(name, calls)) {
    const answer = await lead.post(`${base}/${inPlace(path)}`, { on: '2024-05-01' });
    expect([name, path, refusal(answer), answer.body.facts]).toEqual([name, path, '503 damaged', { sequence }]);
  }
  const stranger = await server.as('process-lead', 'andere-regio/overleg');
  expect(refusal(await stranger.get(base))).toBe('404 unknown-dossier');
  expect(refusal(await stranger.post(`${base}/stops`, {}))).toBe('404 unknown-dossier');
}

async function refusedOnPages(name: string, id: string, sequence: number, cookie: string): Promise<void> {
  for (const path of ['', '/logboek', '/momenten/instemming', ...some(name, formPaths).map((one) => `/${one}`)]) {
    const page = await look(`/trajecten/${id}${path}`, cookie);
    const told = page.text.includes(sentence(sequence));
    expect([name, path, page.status, told]).toEqual([name, path, 503, true]);
  }
  for (const path of some(name, formPaths))
    expect([name, path, (await send(`/trajecten/${id}/${path}`, cookie, {})).status]).toEqual([name, path, 503]);
}

describe.each([
  ['at a start', () => changed(() => undefined)],
  [
    'when the read models are rebuilt at a start',
    () => changed((db) => db.exec(`UPDATE setting SET value = 'older' WHERE key LIKE 'projection %'`)),
  ],
  ['when the read models are rebuilt later', () => changed(() => undefined).then(() => server.sluis.rebuild())],
] as const)('%s', (_, begin) => {
  it('damaged dossiers are listed as such and refused on every channel; everything else lives', async () => {
    await begin();
    const lead = await server.lead();
    const count = () => server.sluis.work.do(({ connection }) => connection.rows('SELECT COUNT(*) FROM event'));
    const before = await count();
    const listed = (await lead.get<{ items: DossierSummaryView[] }>('/dossiers')).body.items;
    const stands = Object.fromEntries(listed.map((one) => [one.id, [one.state, one.damagedAt, one.version]]));
    const expected = Object.entries(kinds).map(([name, [n]]) => [damaged.get(name) ?? '', ['running', n, n - 1]]);
    expect(stands).toMatchObject({ ...Object.fromEntries(expected), [whole]: ['running', null, last] });
    const part = await lead.get<{ items: unknown[]; next: string }>('/dossiers?state=running&limit=5');
    expect([part.body.items.length, part.body.next]).toEqual([5, expect.any(String)]);

    const cookie = await server.cookieOf('process-lead', abo);
    const overview = await look('/trajecten', cookie);
    expect([overview.status, overview.text.includes(`/trajecten/${whole}`)]).toEqual([200, true]);
    const tasks = await look('/taken', await server.cookieOf('secretary', 'meppel/college'));
    expect([tasks.status, tasks.text]).toEqual([200, expect.stringContaining(`/trajecten/${whole}`)]);
    for (const [name, [sequence]] of Object.entries(kinds)) {
      const id = damaged.get(name) ?? '';
      await refusedByApi(name, id, sequence);
      await refusedOnPages(name, id, sequence, cookie);
      expect(overview.text).toContain(`/trajecten/${id}`);
      expect(overview.text).toContain(sentence(sequence));
      expect(tasks.text).toContain(`(regel ${sequence} van het logboek klopt niet) en staat hier niet bij`);
      const lines = log.filter((line) => line.includes(`Traject ${id} is beschadigd bij regel ${sequence}`));
      expect([name, lines.length]).toEqual([name, 1]);
    }
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { status: 'ok', damaged: damaged.size, clock: 'trusted' },
    ]);
    expect(await count()).toEqual(before);
    expect((await gateOf(server, whole)).tally.decided).toBe(2);
    expect((await lead.post(`/dossiers/${await withOpenGate(server)}/stops`, { on: '2024-05-01' })).status).toBe(403);
  });
});

describe('what is changed while the server runs', () => {
  const reads: [string, (id: string, cookie: string) => Promise<number>][] = [
    [
      'the log, which says that it is unchanged',
      async (id, cookie) => (await look(`/trajecten/${id}/logboek`, cookie)).status,
    ],
    ['the events', async (id) => (await (await server.lead()).get(`/dossiers/${id}/events`)).status],
  ];

  it.each(reads)('is found by %s', async (_, read) => {
    await changed(() => undefined);
    const cookie = await server.cookieOf('process-lead', abo);
    const id = await decidedBy('assen', 'emmen');
    expect([await read(id, cookie), await read(id, cookie)]).toEqual([200, 200]);
    const db = new (loadSqlite())(join(server.folder, 'sluis.sqlite'));
    db.exec('DROP TRIGGER event_refuses_update');
    kinds['a changed event']?.[1](db, id);
    db.close();
    const gate = `/trajecten/${id}/momenten/instemming`;
    expect((await look(gate, cookie)).status).toBe(200); // it shows what was folded, and reads no row again
    expect([await read(id, cookie), await read(id, cookie)]).toEqual([503, 503]);
    expect((await look(gate, cookie)).status).toBe(503);
    process.stderr.write = write;
  });
});
