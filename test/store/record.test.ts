// The record: what is hashed, what stands beside it, what the database refuses, and that read models come from it.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EventView } from '../../src/api/event-view.js';
import { faultOf } from '../../src/store/dialect/sqlite-driver.js';
import { accepted, agree, decide, gateOf, rule, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let events: EventView[];

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((h, part) => h.update(part), createHash('sha256')).digest('hex');

beforeAll(async () => {
  server = await TestServer.start();
  id = await withOpenGate(server);
  const said = {
    decision: 'agree-with-remarks',
    remarks: ['Let op de kosten.'],
    reference: 'Z-2024-16',
    reason: 'Ja.',
  };
  await accepted(decide(server, id, 'assen', said));
  await agree(server, id, ['emmen']);
  await accepted(
    rule(server, id, { ruling: 'hold', reason: 'Later.', meeting: { form: 'session', reference: 'ABO' } }),
  );
  const lead = await server.lead();
  events = (await lead.get<{ items: EventView[] }>(`/dossiers/${id}/events?limit=1000`)).body.items;
});
afterAll(() => server.stop());

/** What anyone can do with the answer of the API alone. */
function verify(list: EventView[]): string[] {
  let previous = '0'.repeat(64);
  return list.flatMap(({ hash, texts, recordedBy, ...rest }) => {
    const hashed = canonicalize({ ...rest, recordedBy: recordedBy.id }) ?? '';
    const faults = hash === sha256(hashed) && rest.previous === previous ? [] : [`hash ${rest.sequence}`];
    previous = hash;
    const { commitments = {} } = rest.facts as { commitments?: Record<string, string> };
    if (Object.keys(commitments).sort().join() !== Object.keys(texts).sort().join())
      faults.push(`keys ${rest.sequence}`);
    for (const [key, { text, salt }] of Object.entries(texts))
      if (commitments[key] !== sha256(Buffer.from(salt ?? '', 'hex'), text ?? ''))
        faults.push(`${key} ${rest.sequence}`);
    return faults;
  });
}

describe('the chain of hashes', () => {
  it('is verified by anyone from the answer of the API', () => {
    expect(events.map(({ type }) => type)).toEqual([
      ...['DossierStarted', 'PhaseStarted', 'GateSubmitted', 'DecisionRecorded', 'DecisionRecorded', 'GateRuled'],
    ]);
    expect(verify(events)).toEqual([]);
  });

  it('shows every change of a hashed fact and of a text', () => {
    const changed = (change: (list: EventView[]) => void): string[] => {
      const copy = structuredClone(events);
      change(copy);
      return verify(copy);
    };
    expect(changed((list) => Object.assign(list[3]!.facts, { kind: 'disagree' }))).not.toEqual([]);
    expect(changed((list) => (list[3]!.on = '2024-04-17'))).not.toEqual([]);
    expect(changed((list) => (list[3]!.texts['remarks/0']!.text = 'Geen zorgen.'))).not.toEqual([]);
    expect(changed((list) => list.splice(2, 1))).not.toEqual([]);
    expect(changed((list) => list.reverse())).not.toEqual([]);
  });

  it('holds no free text and no name, only ids, codes and dates', () => {
    const hashed = JSON.stringify(events.map(({ facts }) => facts));
    for (const text of ['kosten', 'Z-2024-16', 'Later', 'Persoon', '@']) expect(hashed).not.toContain(text);
    expect(events[0]?.facts).toMatchObject({ dossier: id, workflow: 'drenthe-robuuste-regio', version: 1 });
  });

  it('survives the erasure of a text with its salt', async () => {
    await server.sluis.work.do(({ connection }) =>
      connection.run(
        `UPDATE event_text SET text = NULL, salt = NULL
          WHERE event = (SELECT position FROM event WHERE dossier = ? AND sequence = 4)`,
        [id],
      ),
    );
    const lead = await server.lead();
    const then = await lead.get<{ decisions: { remarks: string[]; reference: string | null }[] }>(
      `/dossiers/${id}/gates/instemming?asOf=2024-05-19`,
    );
    expect(then.body.decisions[0]).toMatchObject({ remarks: ['[verwijderd]'], reference: null });
  });
});

describe('the database', () => {
  const refused = async (sql: string) => {
    const answer = server.sluis.work.do(({ connection }) => connection.run(sql));
    await expect(answer).rejects.toMatchObject({ message: expect.stringMatching(/append-only|erased|only follows/) });
  };

  it('refuses every change of an event, and every change of a text but its erasure', async () => {
    await refused(`UPDATE event SET body = '{}' WHERE sequence = 1`);
    await refused(`DELETE FROM event WHERE sequence = 1`);
    const replace = 'INSERT OR REPLACE INTO event (position, dossier, sequence, body, hash) VALUES';
    await refused(`${replace} (1, 'new', 1, '{}', 'x')`);
    await refused(`${replace} (NULL, '${id}', 1, '{}', 'x')`);
    await refused(`REPLACE INTO event_text (event, key, text) VALUES (1, 'title', 'Anders')`);
    await refused(`DELETE FROM event_text`);
    await refused(`UPDATE event_text SET text = 'Ander woord' WHERE text IS NOT NULL`);
    await refused(`UPDATE event_text SET key = 'x'`);
  });

  it('has one place for each sequence of a dossier', async () => {
    const again = server.sluis.work.do(({ connection }) =>
      connection.run(`INSERT INTO event (dossier, sequence, body, hash) VALUES (?, 1, '{}', 'x')`, [id]),
    );
    await expect(again).rejects.toMatchObject({ message: expect.stringContaining('only follows') });
  });

  it('flushes every commit', async () => {
    const pragma = async (name: string) => server.sluis.work.do(({ connection }) => connection.row(`PRAGMA ${name}`));
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
  });

  it('tells what kind of fault an error is', () => {
    const error = (code: string) => ({ driverError: { code } });
    expect(
      ['SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_CONSTRAINT'].map((code) => faultOf(error(code))),
    ).toEqual([...['busy', 'full', 'fatal', 'none']]);
    expect(['SQLITE_READONLY', 'SQLITE_READONLY_DBMOVED'].map((code) => faultOf(error(code)))).toEqual([
      'none',
      'fatal',
    ]);
  });
});

/** What a statement needs to be explained: as many values as it asks for. */
const valuesFor = (sql: string): null[] =>
  sql
    .split('?')
    .slice(1)
    .map(() => null);

describe('the read models', () => {
  const rows = () =>
    server.sluis.work.do(async ({ connection }) => [
      await connection.rows('SELECT * FROM dossier ORDER BY id'),
      await connection.rows('SELECT * FROM dossier_body ORDER BY body, dossier'),
    ]);

  it('are the same when they are rebuilt from the record', async () => {
    const stopped = await withOpenGate(server);
    const chair = await server.chair();
    await accepted(chair.post(`/dossiers/${stopped}/stops`, { on: '2024-05-01', reason: 'x' }));
    const before = await rows();
    expect(before[0]?.length).toBeGreaterThan(1);
    await server.sluis.work.do(({ connection }) => connection.run('DELETE FROM dossier'));
    await server.sluis.rebuild();
    expect(await rows()).toEqual(before);
  });

  it('are kept up by statements that look through no table, whatever is recorded', async () => {
    const asked = new Set<string>();
    const connection = await server.sluis.work.do(async (tx) => tx.connection);
    const run = connection.run.bind(connection);
    const read = connection.rows.bind(connection);
    connection.run = (sql, values) => run(sql, (asked.add(sql), values));
    connection.rows = (sql, values) => read<never>(sql, (asked.add(sql), values));
    const started = await withOpenGate(server);
    await agree(server, started, ['assen', 'emmen']);
    Object.assign(connection, { run, rows: read });
    const plans = await Promise.all(
      [...asked].map(async (sql) => {
        const steps = await connection.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, valuesFor(sql));
        return steps.filter(({ detail }) => detail.startsWith('SCAN')).map(({ detail }) => `${detail}: ${sql}`);
      }),
    );
    expect([...asked].some((sql) => sql.includes('dossier_body'))).toBe(true);
    expect(plans.flat()).toEqual([]);
  });
});

describe('after a restart', () => {
  it('the same record folds to the same state', async () => {
    const before = await gateOf(server, id);
    await server.stop({ keep: true });
    server = await TestServer.start({ folder: server.folder });
    expect(await gateOf(server, id)).toMatchObject({
      ...before,
      decisions: before.decisions.map(() => expect.anything()),
    });
    const lead = await server.lead();
    const { body } = await lead.get<{ items: EventView[] }>(`/dossiers/${id}/events?limit=1000`);
    expect(body.items.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
  });
});
