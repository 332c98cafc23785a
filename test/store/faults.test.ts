// When the database cannot: held by someone else, full, changed behind our back, or open twice.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../src/application.js';
import { FolderInUse } from '../../src/store/lock.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { UnitOfWork } from '../../src/store/unit-of-work.js';
import { refusal } from '../support/client.js';
import { accepted, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.stop());

const file = () => join(server.folder, 'sluis.sqlite');

describe('a database that someone else holds', () => {
  it('is 503 with Retry-After, never 500, while reading goes on; and then works again', async () => {
    const id = await withOpenGate(server);
    const secretary = await server.secretary('assen'); // made before the lock: making a person writes too
    const holder = new (loadSqlite())(file());
    holder.exec('BEGIN IMMEDIATE');
    const body = { body: 'assen/college', decision: 'agree', decidedOn: '2024-04-16' };
    const path = `/dossiers/${id}/gates/instemming/decisions`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => secretary.post(path, body)));
    for (const answer of answers)
      expect([refusal(answer), answer.headers.get('retry-after')]).toEqual(['503 busy', '1']);
    expect((await secretary.get(`/dossiers/${id}`)).status).toBe(200);
    holder.exec('ROLLBACK');
    holder.close();
    await accepted(secretary.post(path, body));
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });
});

describe('a database that is full', () => {
  it('is 507, loses nothing, and works again when there is space', async () => {
    const id = await withOpenGate(server);
    await accepted(decide(server, id, 'assen'));
    const emmen = await server.secretary('emmen');
    const pages = await server.sluis.work.do(({ connection }) =>
      connection.row<{ page_count: number }>('PRAGMA page_count'),
    );
    await server.sluis.work.do(({ connection }) => connection.run(`PRAGMA max_page_count = ${pages?.page_count}`));
    const long = 'x'.repeat(4000);
    const body = { body: 'emmen/college', decision: 'agree-with-remarks', decidedOn: '2024-04-16' };
    const remarks = Array.from({ length: 50 }, () => long);
    const refused = await emmen.post(`/dossiers/${id}/gates/instemming/decisions`, { ...body, remarks });
    expect(refusal(refused)).toBe('507 storage-full');
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
    await server.sluis.work.do(({ connection }) => connection.run('PRAGMA max_page_count = 1073741823'));
    await accepted(emmen.post(`/dossiers/${id}/gates/instemming/decisions`, { ...body, remarks }));
    expect((await gateOf(server, id)).tally.for).toBe(2);
  });
});

describe('a record that was changed behind our back', () => {
  it('is not served', async () => {
    const id = await withOpenGate(server);
    await accepted(decide(server, id, 'assen'));
    await server.stop({ keep: true });
    const intruder = new (loadSqlite())(file());
    intruder.exec('DROP TRIGGER event_refuses_update');
    intruder.exec(`UPDATE event SET body = replace(body, '"agree"', '"disagree"') WHERE sequence = 4`);
    intruder.close();
    server = await TestServer.start({ folder: server.folder });
    const lead = await server.lead();
    const answer = await fetch(`${server.url}/api/v1/dossiers/${id}`, {
      headers: { authorization: `Bearer ${server.tokens.get('process-lead jeugdhulpregio-drenthe/abo')}` },
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'damaged']);
    expect((await lead.get('/workflows')).status).toBe(200);
  });
});

describe('a flush that fails', () => {
  it('is told at once, to whoever must end the process, and nothing is written after it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
    const told: string[] = [];
    const onFatal = (error: Error) => told.push(error.message);
    const app = await createApplication(Object.assign({}, server.sluis.configuration, { folder }), { onFatal });
    const work = app.get(UnitOfWork);
    const failing = work.do(() => Promise.reject(new (loadSqlite().SqliteError)('of a disk', 'SQLITE_IOERR_FSYNC')));
    await expect(failing).rejects.toMatchObject({ code: 'busy' });
    expect(told).toEqual(['of a disk']);
    await expect(work.do(() => Promise.resolve())).rejects.toMatchObject({ code: 'busy' });
    expect(told).toHaveLength(1);
    await app.close();
  });
});

describe('stopping', () => {
  it('closes the database after everything that was still to be written, and only then lets go of the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
    const configuration = Object.assign({}, server.sluis.configuration, { folder });
    const app = await createApplication(configuration);
    const written: number[] = [];
    const jobs = Array.from({ length: 200 }, (_, i) =>
      app
        .get(UnitOfWork)
        .do(({ connection }) => connection.run('INSERT INTO setting (key, value) VALUES (?, ?)', [`${i}`, 'x']))
        .then(() => written.push(i)),
    );
    await app.close();
    expect(written).toHaveLength(200);
    await Promise.all(jobs);
    await (await createApplication(configuration)).close();
  });
});

describe('starting', () => {
  const open = () => createApplication(server.sluis.configuration);

  it('is refused to a second process on the same folder', async () => {
    await expect(open()).rejects.toThrow(FolderInUse);
  });
});
