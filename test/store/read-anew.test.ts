// What an upgrade from the first release reads otherwise: of every kind one, told in the log, on the pages and in the API
// until the chair has seen it. What is read alike, or was closed, is not told. To be deleted with `domain/stand/former.ts`.
import { join } from 'node:path';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { ToldOtherwiseView } from '../../src/wording/log/told-otherwise.js';
import { tellingIn } from '../../src/store/told-otherwise.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { refusal } from '../support/client.js';
import { accepted, agree, college, gateOf, rule, withOpenGate } from '../support/drenthe.js';
import { appendTo, asFirstRelease, decided, startTelling, type Story } from '../support/older.js';
import { expected, tales } from '../support/older-tales.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';

const before = '2024-05-02T10:00:00.000Z';
const upgraded = '2024-05-03T08:00:00.000Z';
const change = { clock: before };

let server: TestServer;
let log: string[];
/** With a difference of every kind, and one that was concluded. */
let [various, concluded] = ['', ''];
/** From when on it is read anew. */
let since: string;
const { look, send } = pagesAt(() => server.url);

const standsAs = ({ side, why }: ToldOtherwiseView['was']): string => (why === null ? side : `${side} ${why}`);

const told = (items: readonly ToldOtherwiseView[]) =>
  Object.fromEntries(
    items.map(({ body, was, is, because }) => [body.replace('/college', ''), [standsAs(was), standsAs(is), because]]),
  );

async function toldOf(id: string): Promise<ToldOtherwiseView[]> {
  const lead = await server.lead();
  return (await lead.get<{ items: ToldOtherwiseView[] }>(`/dossiers/${id}/told-otherwise`)).body.items;
}

const record = (story: Story): Promise<void> =>
  server.sluis.work.do((tx) => appendTo(tx, story.dossier, story.events, before));

beforeAll(async () => {
  server = await TestServer.start({ change });
  various = await withOpenGate(server);
  const story: Story = { dossier: various, events: [] };
  for (const tell of Object.values(tales)) tell(story);
  await record(story);
  concluded = await withOpenGate(server);
  await agree(server, concluded);
  await accepted(rule(server, concluded, { ruledOn: '2024-05-02' }));
  const late: Story = { dossier: concluded, events: [] };
  decided(late, 'emmen', 'disagree', '2024-04-12', { revises: 'x' });
  await record(late);
  const folder = await asFirstRelease(server);
  [server, log] = await startTelling(() => TestServer.start({ folder, change: { clock: upgraded } }));
  since = (await server.sluis.work.do(({ manager }) => tellingIn(manager)))?.since ?? '';
}, 60_000);
afterAll(() => server.stop());

it('is told of every kind, and of nothing that is read alike or was closed', async () => {
  expect(told(await toldOf(various))).toEqual(expected);
});

it('leaves a conclusion and its gate as they were, and tells beside them who stands otherwise', async () => {
  expect(told(await toldOf(concluded))).toEqual({ emmen: ['against', 'for', 'order'] });
  const gate = await gateOf(server, concluded);
  expect([gate.status, gate.outcome, gate.rulings.map(({ ruling }) => ruling)]).toEqual(['passed', 'go', ['go']]);
  const { text } = await look(`/trajecten/${concluded}/momenten/instemming`, await server.cookieOf('reader', abo));
  expect(text).toContain('De vastgelegde conclusie verandert niet.');
});

const abo = 'jeugdhulpregio-drenthe/abo';

it('stands in the log, a line for each', () => {
  const lines = log.filter((line) => line.includes('Anders gelezen'));
  expect(lines).toHaveLength(Object.keys(expected).length + 1);
  for (const municipality of Object.keys(expected))
    expect(lines.filter((line) => line.includes(`${various}, instemming, ${municipality}/college: was`))).toHaveLength(
      1,
    );
  expect(log.join('')).toContain('want wat het orgaan zelf vastlegde, gaat voor wat de regio vastlegde.');
  expect(log.join('')).not.toContain('aa-en-hunze');
});

it('says in words how a body stood, how it stands and why', async () => {
  const [emmen] = (await toldOf(various)).filter(({ body }) => body === 'emmen/college');
  expect(emmen).toMatchObject({
    gate: 'instemming',
    round: 1,
    was: { word: 'niet akkoord (voorlopig); telt nog niet: wacht op bevestiging', sign: 'waits' },
    is: { word: 'akkoord (voorlopig)', sign: 'for' },
    reason: 'wat het orgaan zelf vastlegde, gaat voor wat de regio vastlegde',
    seen: null,
  });
  const coevorden = (await toldOf(various)).find(({ body }) => body === 'coevorden/college');
  expect(coevorden?.was.word).toBe('is betwist');
});

it('is listed in pages', async () => {
  const lead = await server.lead();
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const path = `/dossiers/${various}/told-otherwise?limit=4${cursor}`;
    const { items, next } = (await lead.get<{ items: ToldOtherwiseView[]; next: string | null }>(path)).body;
    found.push(...items.map(({ body }) => body));
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(found).toEqual(Object.keys(expected).map(college).sort());
});

const pagesOf = (id: string): string[] => [`/trajecten/${id}`, `/trajecten/${id}/momenten/instemming`];
const title = 'Sinds de nieuwe versie van Sluis staat dit er anders voor';
const button = `action="/trajecten/`;

it('is read by everyone who may read the dossier, and closed by the chair of the gate alone', async () => {
  const seen = `/dossiers/${various}/gates/instemming/told-otherwise/acknowledgements`;
  const [reader, chair] = [await server.cookieOf('reader', abo), await server.cookieOf('chair', abo)];
  for (const path of pagesOf(various)) {
    for (const cookie of [reader, chair]) expect((await look(path, cookie)).text).toContain(title);
    const forms = [reader, chair].map(async (cookie) =>
      (await look(path, cookie)).text.includes(`${button}${various}/momenten/instemming/gezien"`),
    );
    expect(await Promise.all(forms)).toEqual([false, true]);
  }
  expect((await look(`${pagesOf(various)[0]}?asOf=2024-05-02`, reader)).text).not.toContain(title);

  for (const who of [await server.lead(), await server.secretary('emmen'), await server.as('reader', abo)])
    expect(refusal(await who.post(seen, {}))).toMatch(/^403 not-your-(role|body)$/);
  expect((await send(`/trajecten/${various}/momenten/instemming/gezien`, reader, {})).status).toBe(403);
  const stranger = await server.as('chair', 'andere-regio/overleg');
  expect(refusal(await stranger.post(seen, {}))).toBe('404 unknown-dossier');
  const theChair = await server.chair();
  expect(refusal(await theChair.post(seen.replace('instemming', 'feest'), {}))).toBe('404 unknown-gate');
  expect(refusal(await theChair.post(seen, { on: '2024-05-03' }))).toBe('400 /on unknown-property');
  expect(refusal(await theChair.post(seen, {}, { 'if-match': '"1-x"' }))).toBe('412 changed-meanwhile');
  expect((await toldOf(various)).every((one) => one.seen === null)).toBe(true);

  const { items } = await accepted(theChair.post<{ items: ToldOtherwiseView[] }>(seen, {}));
  expect(told(items)).toEqual(expected);
  const by = { role: 'chair', body: abo };
  expect(items.every((one) => (one.seen?.at ?? '') > since)).toBe(true);
  for (const one of items) expect(one.seen?.by).toMatchObject(by);
  for (const path of pagesOf(various)) expect((await look(path, chair)).text).not.toContain(title);
  expect(await toldOf(various)).toEqual(items);
});

it('is closed once: who sees it again changes nothing', async () => {
  const first = await toldOf(various);
  const deputy = await server.as('deputy-chair', abo);
  await accepted(deputy.post(`/dossiers/${various}/gates/instemming/told-otherwise/acknowledgements`, {}));
  expect(await toldOf(various)).toEqual(first);
  const chair = await server.cookieOf('chair', abo);
  const [page = '', gate = ''] = pagesOf(concluded);
  for (let n = 0; n < 2; n++)
    expect(await send(`${gate}/gezien`, chair, {})).toMatchObject({ status: 303, location: gate });
  expect((await look(page, chair)).text).not.toContain(title);
});

describe('what was known before the upgrade', () => {
  const knownBefore = '?knownAt=2024-05-02T23:00:00.000Z';
  const knownAfter = (): string => `?knownAt=${since}`;

  it('is answered as it is read now, and says so', async () => {
    const lead = await server.lead();
    for (const path of ['', '/gates/instemming', '/events']) {
      const headers = async (query: string) =>
        (await lead.get<DossierView>(`/dossiers/${various}${path}${query}`)).headers.get('read-anew-since');
      expect(await Promise.all([knownBefore, knownAfter(), '', '?asOf=2024-05-01'].map(headers))).toEqual([
        since,
        null,
        null,
        null,
      ]);
    }
    expect(
      (await gateOf(server, various, 'instemming', knownBefore)).stands.find(({ body }) => body === 'emmen/college')
        ?.side,
    ).toBe('for');
  });

  it('says so on every page', async () => {
    const cookie = await server.cookieOf('reader', abo);
    const sentence = 'U ziet het zoals Sluis nu telt; toen kon het er anders staan.';
    for (const path of [...pagesOf(various), `/trajecten/${various}/logboek`]) {
      const says = async (query: string) => (await look(path + query, cookie)).text.includes(sentence);
      expect(await Promise.all([knownBefore, knownAfter(), ''].map(says))).toEqual([true, false, false]);
    }
  });
});

it('is told at one start alone', async () => {
  const first = await toldOf(various);
  await server.stop({ keep: true });
  const { folder } = server;
  [server, log] = await startTelling(() => TestServer.start({ folder, change: { clock: '2024-06-01T08:00:00.000Z' } }));
  expect(log).toEqual([]);
  expect(await toldOf(various)).toEqual(first);
  const lead = await server.lead();
  const { headers } = await lead.get(`/dossiers/${various}?knownAt=2024-05-02T23:00:00.000Z`);
  expect(headers.get('read-anew-since')).toBe(since);
});

it('is nothing in a database that begins here', async () => {
  const [fresh, said] = await startTelling(() => TestServer.start({ change: { clock: upgraded } }));
  try {
    const id = await withOpenGate(fresh);
    await fresh.stop({ keep: true });
    const [again, more] = await startTelling(() =>
      TestServer.start({ folder: fresh.folder, change: { clock: upgraded } }),
    );
    const lead = await again.lead();
    const { headers } = await lead.get(`/dossiers/${id}?knownAt=${upgraded}`);
    expect([said, more, headers.get('read-anew-since')]).toEqual([[], [], null]);
    await again.stop();
  } finally {
    await fresh.stop();
  }
});

it('leaves out a dossier that does not hold, and names it', async () => {
  const folder = await asFirstRelease(server);
  const db = new (loadSqlite())(join(folder, 'sluis.sqlite'));
  for (const { name } of db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string;
  }[])
    db.exec(`DROP TRIGGER ${name}`);
  db.prepare(`UPDATE event SET body = replace(body, '"agree"', '"disagree"') WHERE dossier = ?`).run(concluded);
  db.close();
  [server, log] = await startTelling(() => TestServer.start({ folder, change: { clock: upgraded } }));
  expect(log.join('')).toContain(`Traject ${concluded} is niet opnieuw gelezen`);
  expect(told(await toldOf(various))).toEqual(expected);
});
