// A dossier of ten thousand events: looking back, listing and stepping through it cost no more than what is shown, hold up
// nobody else, and tell the same as the record.
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type BetterSqlite3 from 'better-sqlite3';
import type { EventView } from '../../src/api/event-view.js';
import { decisionsIn } from '../../src/domain/dossier/acts.js';
import type { DossierEvent, NewEvent } from '../../src/domain/dossier/events.js';
import type { Moment } from '../../src/domain/fold/history.js';
import type { KnownPerson } from '../../src/domain/people.js';
import { Database } from '../../src/store/database.js';
import { append, readRecord } from '../../src/store/event-log.js';
import { emptyHead, type Head } from '../../src/store/seal.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { refusal } from '../support/client.js';
import { accepted, college, gateOf, municipalities, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { chanceFrom, type Chance } from '../support/random-history.js';
import { slowFold } from '../support/slow-fold.js';
import { costOf, leastOf } from '../support/spent.js';
import { abo, TestServer } from '../support/server.js';

const size = 10_000;
/** SLUIS_MOMENTS, the sign of a long run before a release, makes more of them. */
const looks = process.env.SLUIS_MOMENTS === undefined ? 6 : 15;
/** Of the processor, where a slice has ten and what cannot be cut some tens on a busy machine: folding all at once takes hundreds. */
const turnMax = 100;
const acting = { person: 'p1', role: 'process-lead', body: null } as const;
const lead: KnownPerson = {
  id: 'p1',
  email: 'p1@test.example',
  name: 'P',
  assignments: [{ id: 'a1', role: 'process-lead', body: abo, from: '2020-01-01', until: null }],
};

let server: TestServer;
let id: string;
let events: readonly DossierEvent[];
/** Dossiers of the same gate, in which little and much happened elsewhere. */
let young: string;
let old: string;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
  id = await withOpenGate(server);
  young = await withOpenGate(server);
  old = await withOpenGate(server);
  const chance = chanceFrom(7);
  await grow(id, size, (n) => anything(n, chance));
  await grow(old, 3_000, (n) => planned(n, chance));
  events = await recordOf(id);
  await restarted();
}, 120_000);
afterAll(() => server.stop());

/** Adds events to a dossier as commands would have, behind the back of the server. */
async function grow(dossier: string, upTo: number, made: (n: number) => NewEvent): Promise<void> {
  const known = await recordOf(dossier);
  let head: Head = known.at(-1) ?? emptyHead;
  while (head.sequence < upTo) {
    const some = Array.from({ length: Math.min(500, upTo - head.sequence) }, (_, i) => made(head.sequence + i));
    const recordedAt = new Date(Date.parse(head.recordedAt) + 1).toISOString();
    const sealed = await server.sluis.work.do(({ connection }) =>
      append(connection, dossier, head, some, acting, recordedAt),
    );
    head = sealed.at(-1)?.event ?? head;
  }
}

async function restarted(): Promise<void> {
  await server.stop({ keep: true });
  server = await TestServer.start({ folder: server.folder });
}

const anyDay = (chance: Chance) => new Date(Date.UTC(2024, 3, 11 + chance(600))).toISOString().slice(0, 10);
const texts = { reason: 'Zo besloten in de vergadering van die dag.' };

function planned(n: number, chance: Chance): NewEvent {
  const until = `2027-01-${10 + (n % 10)}`;
  return { type: 'PhasePlanned', on: anyDay(chance), facts: { phase: 'orientatie', until }, texts };
}

/** Decisions in any order of their days, one in eight closed; and one in four a plan that moved. */
function anything(n: number, chance: Chance): NewEvent {
  if (n % 4 === 0) return planned(n, chance);
  const body = college(municipalities[n % 12] ?? '');
  const kind = chance(2) === 0 ? 'agree' : 'disagree';
  const release = chance(8) === 0 ? { release: { scope: 'own' } as const } : {};
  const answers = { vraag: kind } as const;
  const facts = {
    gate: 'instemming',
    round: 1,
    decision: `d${n}`,
    body,
    kind,
    answers,
    confirmation: 'by-body',
  } as const;
  return { type: 'DecisionRecorded', on: anyDay(chance), facts: { ...facts, ...release }, texts };
}

async function recordOf(dossier: string): Promise<DossierEvent[]> {
  const database = await Database.openForReading(server.folder);
  const record = await readRecord(database.reader, dossier);
  await database.close();
  return record.map(({ event }) => event);
}

const at = async (moment: Moment) => (await server.sluis.readings.one(lead, id, () => moment)).reading.dossier;

/** Every other one on a day, known at a moment, or both. */
function momentAt(n: number, chance: Chance): Moment {
  const one = () => events[chance(events.length)];
  return { asOf: n % 3 === 1 ? null : (one()?.on ?? null), knownAt: n % 3 === 0 ? null : (one()?.recordedAt ?? null) };
}

/** The most milliseconds that this thread works between two turns of the event loop while something runs. */
async function longestTurn(run: () => Promise<unknown>): Promise<number> {
  const state = { running: true };
  let longest = 0;
  const watched = (async () => {
    while (state.running) longest = Math.max(longest, await costOf(() => turn()));
  })();
  await run();
  state.running = false;
  await watched;
  return longest;
}

describe('a look back', () => {
  it('is what the whole record comes to', async () => {
    const chance = chanceFrom(11);
    for (let n = 0; n < looks; n++) {
      const moment = momentAt(n, chance);
      const { days: _days, ...dossier } = await at(moment);
      const same = isDeepStrictEqual(dossier, slowFold(server.sluis.catalogue, events, moment));
      expect([moment, same]).toEqual([moment, true]);
    }
  });

  it('costs less than twice folding it once, as simply as can be', async () => {
    const chance = chanceFrom(13);
    const moments = Array.from({ length: looks }, (_, n) => momentAt(n, chance));
    const sum = async (run: (moment: Moment) => unknown) => {
      let all = 0;
      for (const moment of moments) all += await costOf(() => run(moment));
      return all;
    };
    const folded = await sum((moment) => slowFold(server.sluis.catalogue, events, moment));
    const cost = await leastOf(() => sum(at), 2 * folded);
    console.log(
      `${moments.length} looks back in ${size} events: ${cost.toFixed(0)} ms, and ${folded.toFixed(0)} ms to fold all of it`,
    );
    expect(cost).toBeLessThan(2 * folded);
  });

  it('lets others go first', async () => {
    const chance = chanceFrom(13);
    await at(momentAt(0, chance));
    for (let n = 0; n < looks; n++) {
      const moment = momentAt(n, chance);
      expect([moment, (await leastOf(() => longestTurn(() => at(moment)), turnMax)) < turnMax]).toEqual([moment, true]);
    }
  });
});

describe('the list of events', () => {
  const seen = async (path: string) => (await server.lead()).get<{ items: EventView[]; next: string | null }>(path);

  it('is the record, page by page', async () => {
    const found: EventView[] = [];
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const { body } = await seen(`/dossiers/${id}/events?limit=1000${cursor}`);
      found.push(...body.items);
      next = body.next;
    }
    expect(found.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
  });

  it('of a day leaves out what came later, wherever it stands in the record', async () => {
    const asOf = '2024-04-12';
    const { body } = await seen(`/dossiers/${id}/events?limit=1000&asOf=${asOf}`);
    const open = events.filter(({ on, facts }) => on <= asOf && !('release' in facts));
    expect(body.items.map(({ sequence }) => sequence)).toEqual(open.map(({ sequence }) => sequence));
    expect(body.next).toBeNull();
  });

  it('reads as many events as it shows', async () => {
    const path = `/dossiers/${id}/events?limit=100`;
    const { next } = (await seen(path)).body;
    expect(await rowsOf(() => seen(`${path}&cursor=${encodeURIComponent(next ?? '')}`))).toBeLessThan(300);
  });
});

it('a page of an old dossier reads no more rows than that of a young one', async () => {
  const cookie = await server.cookieOf('process-lead', abo);
  for (const path of ['', '/momenten/instemming']) {
    const rows = async (dossier: string) => {
      const page = () => look(`/trajecten/${dossier}${path}`, cookie);
      expect((await page()).text).toContain(`/trajecten/${dossier}`);
      return rowsOf(page);
    };
    expect([path, await rows(old)]).toEqual([path, await rows(young)]);
  }
});

describe('a record that is kept in memory', () => {
  const today = () => server.sluis.clock.today();

  it('is read on from where it ends', async () => {
    const looked = async () =>
      (await at({ asOf: today(), knownAt: null })).phases.orientatie?.moves.at(-1)?.planned.until;
    expect(await looked()).not.toBe('2028-02-29');
    const moved = { on: today(), until: '2028-02-29', reason: 'Verschoven.' };
    await accepted((await server.lead()).post(`/dossiers/${id}/phases/orientatie/plans`, moved));
    expect(await looked()).toBe('2028-02-29');
    expect(await rowsOf(looked)).toBeLessThan(10);
  });

  it('is read anew when a text of it was erased', async () => {
    const moment = { asOf: today(), knownAt: null };
    const reasons = async () => decisionsIn(await at(moment), 'instemming', 1).map(({ reason }) => reason);
    expect((await reasons())[0]).toBe(texts.reason);
    await server.sluis.work.do(({ connection }) =>
      connection.run(
        `UPDATE event_text SET text = NULL, salt = NULL
          WHERE event = (SELECT position FROM event WHERE dossier = ? AND sequence = 4)`,
        [id],
      ),
    );
    expect((await reasons())[0]).toBeNull();
  });

  it('is refused from then on when what is read of it does not hold', async () => {
    const tampered = async (sequence: number) => {
      const db: BetterSqlite3.Database = new (loadSqlite())(join(server.folder, 'sluis.sqlite'));
      db.exec('DROP TRIGGER IF EXISTS event_refuses_update');
      const sql = `UPDATE event SET body = replace(body, '"on":"2', '"on":"1') WHERE dossier = ? AND sequence = ?`;
      db.prepare(sql).run(old, sequence);
      db.close();
    };
    const list = async () => (await server.lead()).get(`/dossiers/${old}/events?limit=10`);
    expect((await list()).status).toBe(200);
    await tampered(7);
    expect(refusal(await list())).toBe('503 damaged');
    expect(refusal(await (await server.lead()).get(`/dossiers/${old}`))).toBe('503 damaged');
    expect((await gateOf(server, young)).status).toBe('open');
  });
});

/** How many rows SQLite gives while something runs. */
async function rowsOf(run: () => Promise<unknown>): Promise<number> {
  const db: BetterSqlite3.Database = new (loadSqlite())(':memory:');
  const statement = Object.getPrototypeOf(db.prepare('SELECT 1')) as BetterSqlite3.Statement; // of every connection
  const all: (this: unknown, ...values: unknown[]) => unknown[] = Reflect.get(statement, 'all');
  let rows = 0;
  statement.all = function (this: BetterSqlite3.Statement, ...values: unknown[]) {
    const found = all.apply(this, values);
    rows += found.length;
    return found;
  };
  try {
    await run();
    return rows;
  } finally {
    statement.all = all;
    db.close();
  }
}
