// Read models are filled while people are answered: what was killed half-way is gone on with, what is recorded meanwhile is
// taken in, and a list in which dossiers are missing says so instead.
import type { GateView } from '../../src/wording/gates/views.js';
import { projections } from '../../src/store/read-models/all.js';
import { beginFilling, fill, outdated, readToFill, type FilledSoFar } from '../../src/store/read-models/rebuild.js';
import { refusal } from '../support/client.js';
import { accepted, agree, decide, rule, withOpenGate } from '../support/drenthe.js';
import { startTelling } from '../support/older.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let ids: string[];

beforeAll(async () => {
  server = await TestServer.start();
  ids = [];
  for (let n = 0; n < 4; n++) ids.push(await withOpenGate(server));
});
afterAll(() => server.stop());

const tables = ['dossier', 'dossier_body', 'open_turn', 'found_word'];

/** Everything that the read models hold. */
const held = async (): Promise<string[][]> => {
  const found: string[][] = [];
  for (const table of tables) {
    const rows = await server.sluis.reader.rows(`SELECT * FROM ${table} ORDER BY 1, 2`);
    found.push(rows.map((row) => JSON.stringify(row)).sort());
  }
  return found;
};

const statesIn = ([rows = []]: string[][]): [string, string][] =>
  rows
    .map((row) => JSON.parse(row) as { id: string; state: string })
    .map(({ id, state }): [string, string] => [id, state])
    .sort();

const run = (...statements: string[]): Promise<void> =>
  server.sluis.work.do(async ({ connection }) => {
    for (const statement of statements) await connection.run(statement);
  });

const older = `UPDATE setting SET value = 'older' WHERE key LIKE 'projection %'`;
const begin = (): Promise<FilledSoFar> => server.sluis.work.do((tx) => beginFilling(tx, projections));

async function fillOne(id: string, filling: FilledSoFar, meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
  const { work, reader, catalogue } = server.sluis;
  const read = await readToFill(reader, catalogue, id);
  await meanwhile();
  return work.do((tx) => fill(tx, projections, catalogue, [read], filling));
}

async function restart(): Promise<string> {
  const { folder } = server;
  await server.stop({ keep: true });
  const [started, log] = await startTelling(() => TestServer.start({ folder }));
  server = started;
  return log.join('');
}

it('keeps what has its columns until it is filled, and goes on from where it was killed', async () => {
  const before = await held();
  expect(before.map((rows) => rows.length > 0)).toEqual([true, true, true, true]);
  await run(older, `UPDATE dossier SET state = 'stopped'`, 'DELETE FROM open_turn');
  const filling = await begin();
  expect(filling).toEqual({ after: null, isMissing: false });
  await fillOne(ids[0] ?? '', filling);
  const states = await server.sluis.reader.rows<{ id: string; state: string }>('SELECT id, state FROM dossier');
  expect(states.filter(({ state }) => state === 'stopped')).toHaveLength(3); // as they were, and all are there
  expect(await begin()).toEqual({ after: ids[0], isMissing: false });
  await run(`UPDATE dossier SET state = 'never' WHERE id = '${ids[0]}'`); // which is not filled a second time
  await restart();
  const after = await held();
  expect(await outdated(server.sluis.work.reading.manager, projections)).toEqual([]);
  await run(`UPDATE dossier SET state = 'running'`);
  expect((await held()).slice(1)).toEqual(before.slice(1));
  expect(statesIn(after)).toEqual(ids.map((id) => [id, id === ids[0] ? 'never' : 'running']).sort());
});

it('makes anew what has other columns, says that dossiers are missing until all are there, and remembers it', async () => {
  const before = await held();
  await run('ALTER TABLE dossier RENAME COLUMN started_on TO begun_on', older);
  const filling = await begin();
  expect(filling).toEqual({ after: null, isMissing: true });
  await fillOne(ids[0] ?? '', filling);
  await run(`UPDATE setting SET value = 'yet older' WHERE key = 'projection open-turns'`); // another upgrade in the middle
  expect(await begin()).toEqual({ after: null, isMissing: true });
  await restart();
  expect(await held()).toEqual(before);
});

it('makes an index that is new, and keeps the rows', async () => {
  const before = await held();
  await run('DROP INDEX dossier_body_of_dossier', older);
  expect(await begin()).toEqual({ after: null, isMissing: false });
  expect(await held()).toEqual(before);
  expect(
    await server.sluis.reader.rows(`SELECT name FROM sqlite_master WHERE name = 'dossier_body_of_dossier'`),
  ).toEqual([{ name: 'dossier_body_of_dossier' }]);
  await restart();
});

it('takes in what is recorded after a dossier was read, and before it is filled', async () => {
  const [id = ''] = ids;
  await run(older);
  const filling = await begin();
  await fillOne(id, filling, async () => {
    await agree(server, id);
    await accepted(rule(server, id, { ruledOn: '2024-05-02' }));
  });
  const mended = await held();
  await server.sluis.rebuild();
  expect(await held()).toEqual(mended);
});

it('answers by address while the list is filled, and says how far that has come instead of leaving some out', async () => {
  const [id = ''] = ids.slice(1);
  const lead = await server.lead();
  const cookie = await server.cookieOf('process-lead', 'jeugdhulpregio-drenthe/abo');
  const { look } = pagesAt(() => server.url);
  server.sluis.cache.lists = { done: 120, of: 2000, isMissing: true };
  for (const path of ['/dossiers', '/me/turns', '/search?q=regio']) {
    const answer = await lead.get(path);
    expect([path, refusal(answer), answer.headers.get('retry-after')]).toEqual([path, '503 busy', '10']);
  }
  for (const path of ['/trajecten', '/taken']) {
    const page = await look(path, cookie);
    expect([path, page.status, page.text]).toEqual([path, 503, expect.stringContaining('120 van 2000 staan erin')]);
  }
  await accepted(decide(server, id, 'assen'));
  expect((await lead.get<GateView>(`/dossiers/${id}/gates/instemming`)).body.tally.decided).toBe(1);
  expect((await look(`/trajecten/${id}`, cookie)).status).toBe(200);
  const ready = await (await fetch(`${server.url}/health/ready`)).json();
  expect(ready).toMatchObject({ status: 'ok', lists: '120/2000' });
  server.sluis.cache.lists = { done: 120, of: 2000, isMissing: false };
  expect((await lead.get('/dossiers')).status).toBe(200);
  server.sluis.cache.lists = null;
});

it('ends a job in time, whatever one dossier takes, and goes on with the rest; others have a turn between two that are read', async () => {
  const { work, reader, catalogue } = server.sluis;
  let turns = 0;
  let isReading = true;
  const count = (): void => {
    turns++;
    if (isReading) setImmediate(count);
  };
  setImmediate(count);
  const read = [];
  for (const id of ids) read.push(await readToFill(reader, catalogue, id));
  isReading = false;
  expect(turns).toBeGreaterThanOrEqual(ids.length);
  const filled: string[] = [];
  /** As much work as a dossier of many years. */
  const slow = {
    name: 'slow',
    version: 1,
    tables: [],
    apply: (_: unknown, __: unknown, { id }: { id: string }): Promise<void> => {
      filled.push(id);
      for (const begun = performance.now(); performance.now() - begun < 30;);
      return Promise.resolve();
    },
  };
  let filling: FilledSoFar = { after: null, isMissing: false };
  const inEachJob: number[] = [];
  while (filled.length < ids.length) {
    const before = filled.length;
    const [rest, former] = [read.slice(before), filling];
    filling = await work.do((tx) => fill(tx, [slow], catalogue, rest, former));
    expect(filling.after).toBe(filled.at(-1));
    inEachJob.push(filled.length - before);
  }
  expect([filled, inEachJob]).toEqual([ids, ids.map(() => 1)]);
  await run(`DELETE FROM setting WHERE key = 'projections filled to'`);
});
