// The storage while a server runs: a file that is moved, removed or replaced is noticed before anything is acknowledged, a
// disk that is full is told and left, and where nothing can be written everything can still be read.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Database } from '../../src/store/database.js';
import { StorageWatch } from '../../src/store/watch/storage-watch.js';
import { saveSetting, setting } from '../../src/store/settings.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';
import { refusal } from '../support/client.js';
import { accepted, decide, dossierOf, withOpenGate } from '../support/drenthe.js';
import { startTelling } from '../support/older.js';
import { pdf, upload } from '../support/papers.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';

let told: string[];
const quietly = (): void => {
  told = [];
  const tell = (line: unknown): void => void told.push(String(line));
  Logger.overrideLogger({ log: () => undefined, warn: tell, error: tell });
};
beforeEach(quietly);

describe('a file that is open', () => {
  let folder: string;
  let database: Database;
  let work: UnitOfWork;
  let ended: Error[];
  const file = (name = 'sluis.sqlite') => join(folder, name);

  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'sluis-')), 'data');
    database = await Database.open(folder);
    work = new UnitOfWork(database);
    ended = [];
    work.onFatal((error) => ended.push(error));
    await work.do(({ manager }) => saveSetting(manager, 'een', 'x'));
  });
  afterEach(async () => {
    await database.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  const losses: Record<string, () => void> = {
    'is moved': () => renameSync(file(), file('elders.sqlite')),
    'is removed': () => rmSync(file()),
    'is replaced': () => {
      cpSync(file(), file('ander.sqlite'));
      renameSync(file('ander.sqlite'), file());
    },
    'goes with its folder': () => renameSync(folder, `${folder}-elders`),
    'goes with its folder, and a file stands there': () => {
      renameSync(folder, `${folder}-elders`);
      writeFileSync(folder, '');
    },
    'loses its write-ahead log': () => rmSync(file('sluis.sqlite-wal')),
    'loses what others see its locks by': () => rmSync(file('sluis.sqlite-shm')),
  };

  it.each(Object.entries(losses))('acknowledges nothing any more when it %s, and the process ends', async (_, lose) => {
    lose();
    const jobs = [1, 2, 3].map((n) => work.do(({ manager }) => saveSetting(manager, `twee ${n}`, 'x')));
    for (const job of await Promise.allSettled(jobs))
      expect(job).toMatchObject({ status: 'rejected', reason: { code: 'busy' } });
    expect(ended.map(({ message }) => message)).toEqual([
      expect.stringMatching(/is verplaatst, verwijderd of vervangen terwijl Sluis draaide.*start opnieuw/),
    ]);
    expect(work.hasFailed).toBe(true);
    expect(database.opened.inTransaction).toBe(false);
    expect(await setting(database.manager, 'twee 1')).toBeNull();
  });

  it.each([...Object.entries(losses), ['loses its lock', () => rmSync(file('sluis.lock'))] as const])(
    'is missed within a second where nothing is written when it %s',
    async (_, lose) => {
      const watch = new StorageWatch(database, work);
      await watch.look();
      expect(ended).toEqual([]);
      lose();
      await watch.look();
      await watch.look();
      expect(ended).toHaveLength(1);
    },
  );

  it('is still the same through a link to where its folder went', async () => {
    renameSync(folder, `${folder}-elders`);
    mkdirSync(folder);
    for (const name of ['sluis.sqlite', 'sluis.sqlite-wal', 'sluis.sqlite-shm', 'sluis.lock'])
      renameSync(join(`${folder}-elders`, name), file(name));
    await work.do(({ manager }) => saveSetting(manager, 'twee', 'x'));
    expect([await setting(database.manager, 'twee'), ended]).toEqual(['x', []]);
  });
});

describe('a disk that is full', () => {
  it('is told once and in `ready`, and so is that there is space again; nobody starts anything anew', async () => {
    const server = await TestServer.start();
    quietly();
    const id = await withOpenGate(server);
    const secretary = await server.secretary('assen'); // made before: making a person writes too
    const limit = (pages: string) =>
      server.sluis.work.do(({ connection }) => connection.run(`PRAGMA max_page_count = ${pages}`));
    const ready = async () =>
      ((await (await fetch(`${server.url}/health/ready`)).json()) as { storage: string }).storage;
    expect(await ready()).toBe('works');
    await limit('1');
    const long = { remarks: Array.from({ length: 50 }, () => 'x'.repeat(4000)), decision: 'agree-with-remarks' };
    expect(refusal(await decide(server, id, 'assen', long))).toBe('507 storage-full');
    const uploaded = () => upload(secretary, id, pdf('vol', 600_000));
    expect(refusal(await uploaded())).toBe('507 storage-full');
    for (let n = 0; n < 3; n++) await server.storage.look();
    expect([await ready(), (await dossierOf(server, id)).id]).toEqual(['full', id]);
    await limit('1073741823');
    await server.storage.look();
    expect(await ready()).toBe('works');
    expect(told).toEqual([expect.stringMatching(/^De schijf is vol/), expect.stringMatching(/^Er is weer ruimte/)]);
    await server.sluis.tidying.tidy();
    const left = 'SELECT (SELECT COUNT(*) FROM paper) AS papers, (SELECT COUNT(*) FROM paper_piece) AS pieces';
    expect(await server.sluis.reader.rows(left)).toEqual([{ papers: 0, pieces: 0 }]);
    await accepted(uploaded());
    await accepted(decide(server, id, 'assen', long));
    await server.stop();
  });
});

describe('a folder in which nothing can be written', () => {
  it('is read: pages and the API, for who is signed in; and says why nothing is recorded', async () => {
    let server = await TestServer.start();
    const id = await withOpenGate(server);
    await accepted(decide(server, id, 'assen'));
    const { token } = await server.addPerson({ role: 'secretary', body: 'emmen/college' });
    const cookie = await server.cookieOf('chair', 'jeugdhulpregio-drenthe/abo');
    const { folder } = server;
    const before = await dossierOf(server, id);
    await server.stop({ keep: true });
    mkdirSync(join(folder, 'sluis.sqlite-shm')); // SQLite can make none, as where it may write nothing
    const [reading, log] = await startTelling(() => TestServer.start({ folder }));
    server = reading;
    expect(log).toEqual([expect.stringMatching(/kan niet worden geschreven\. Lezen kan gewoon.*start opnieuw/)]);
    const secretary = server.bearing(token);
    expect((await secretary.get(`/dossiers/${id}`)).status).toBe(200);
    expect(
      (await secretary.get<{ decisions: object[] }>(`/dossiers/${id}/gates/instemming`)).body.decisions,
    ).toHaveLength(before.version - 3);
    const { look, send } = pagesAt(() => server.url);
    for (const path of [
      '/trajecten',
      '/taken',
      `/trajecten/${id}`,
      `/trajecten/${id}/momenten/instemming`,
      '/aanmelden',
    ])
      expect([path, (await look(path, cookie)).status]).toEqual([path, 200]);
    const decision = { body: 'emmen/college', decision: 'agree', decidedOn: '2024-04-16' };
    expect(refusal(await secretary.post(`/dossiers/${id}/gates/instemming/decisions`, decision))).toBe(
      '503 reading-only',
    );
    const refused = await send('/afmelden', cookie, {});
    expect([refused.status, refused.text]).toEqual([503, expect.stringContaining('Er kan nu alleen worden gelezen')]);
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ok', storage: 'not-writable' }]);
    await server.stop({ keep: true });
    rmSync(join(folder, 'sluis.sqlite-shm'), { recursive: true });
    server = await TestServer.start({ folder });
    await accepted(server.bearing(token).post(`/dossiers/${id}/gates/instemming/decisions`, decision));
    await server.stop();
  });
});
