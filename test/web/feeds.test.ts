// Days in somebody's own calendar program: behind a secret address that can be revoked, read by a parser that is not ours, with
// names that stay, a number that grows when a day moves, and nothing of what anybody decided.
import ICAL from 'ical.js';
import { accepted } from '../support/drenthe.js';
import { council, Track } from '../support/council-track.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
let lead: string;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows, change: { clock: '2024-04-15T08:00:00.000Z' } });
  lead = await server.cookieOf('process-lead', council);
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2024-05-16' });
});
afterAll(() => server.stop());

const addressIn = (page: string): string => /localhost:3000(\/agenda\/[\w-]{43}\.ics)/.exec(page)?.[1] ?? '';
async function made(cookie: string, which: string): Promise<string> {
  const { status, text } = await send('/agenda', cookie, { welke: which });
  expect(status).toBe(200);
  return addressIn(text);
}
const read = (path: string, headers = {}) => fetch(server.url + path, { headers });
/** What a calendar program makes of it. */
async function days(path: string) {
  const answer = await read(path);
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/(?<!\r)\n/);
  const found = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name));
    return {
      uid: value('uid'),
      on: value('dtstart'),
      title: value('summary'),
      status: value('status'),
      sequence: Number(value('sequence')),
    };
  });
  expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length);
  return found;
}
const schedule = async (meetingOn: string, more = {}) => {
  const west = await track.recorder('west/college');
  await accepted(
    west.post(track.path('ontwerp', 'agendas'), { body: 'west/college', meetingOn, stage: 'college', ...more }),
  );
};

it('moves with its meeting under the same name, and is cancelled with it', async () => {
  await schedule('2024-04-23');
  const path = await made(lead, 'own');
  const before = await days(path);
  await schedule('2024-04-30');
  const after = await days(path);
  const of = (some: Awaited<ReturnType<typeof days>>) => some.find(({ uid }) => uid.includes('agenda-west-college'));
  expect([of(before)?.on, of(after)?.on, of(before)?.uid]).toEqual(['2024-04-23', '2024-04-30', of(after)?.uid]);
  expect(of(after)?.sequence).toBeGreaterThan(of(before)?.sequence ?? 0);
  expect(after.find(({ title }) => title.startsWith('Uiterste dag'))?.on).toBe('2024-05-16');
  const west = await track.recorder('west/college');
  const off = { body: 'west/college', withdrawn: true, meetingOn: '2024-04-30', stage: 'college' };
  await accepted(west.post(track.path('ontwerp', 'agendas'), off));
  const last = of(await days(path));
  expect([last?.status, last?.on]).toEqual(['CANCELLED', '2024-04-30']);
  expect(last?.sequence).toBeGreaterThan(of(after)?.sequence ?? 0);
});

it('says that nothing changed, and not what a body keeps to itself', async () => {
  const path = await made(lead, `dossier ${track.id}`);
  const first = await read(path);
  const tag = first.headers.get('etag') ?? '';
  const text = await first.text();
  expect((await read(path, { 'if-none-match': tag })).status).toBe(304);
  const release = { scope: 'own', ground: 'art. 87 Gemeentewet' };
  const closed = track.decide('ontwerp', 'oost/college', 'deferred', '2024-04-12', {
    release,
    nextDate: '2024-05-03',
    reason: 'Te duur.',
  });
  await accepted(closed);
  const later = await (await read(path)).text();
  expect(later).toBe(text);
  expect((await read(path, { 'if-none-match': tag })).status).toBe(304);
  expect(later).not.toMatch(/Te duur|2024-?05-?03/);
});

it('is of its owner, who can revoke it, and stops with their role', async () => {
  const secretary = await server.addPerson({ role: 'secretary', body: 'oost/college' });
  const own = await server.signIn(secretary.id);
  const path = await made(own, 'body oost/college');
  expect((await days(path)).length).toBeGreaterThan(0);
  expect((await send('/agenda', own, { welke: `body west/college` })).status).toBe(400);
  const stored = JSON.stringify(await server.sluis.reader.rows('SELECT * FROM calendar_feed'));
  expect(stored).not.toContain(path.slice(8, -4));
  const { text } = await look('/agenda', own);
  const id = /name="adres" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect((await send('/agenda/intrekken', lead, { adres: id })).status).toBe(303); // of another: nothing happens
  expect((await days(path)).length).toBeGreaterThan(0);
  expect((await send('/agenda/intrekken', own, { adres: id })).location).toBe('/agenda?ingetrokken=ja');
  expect((await read(path)).status).toBe(404);
  expect((await read('/agenda/nergens.ics')).status).toBe(404);
  for (let n = 0; n < 20; n++) await made(own, 'own');
  expect(textOf((await send('/agenda', own, { welke: 'own' })).text)).toContain('al twintig adressen');
  const stranger = await server.cookieOf('secretary', 'jeugdhulpregio-drenthe/abo');
  expect(await days(await made(stranger, 'own'))).toEqual([]);
});

it('runs wild for nobody, and one gate goes as a file', async () => {
  const path = await made(lead, 'own');
  const statuses = new Set<number>();
  for (let n = 0; n < 14; n++) statuses.add((await read(path)).status);
  expect([...statuses]).toEqual([200, 429]);
  const file = await fetch(`${server.url}/trajecten/${track.id}/momenten/ontwerp/agenda.ics`, {
    headers: { cookie: lead },
  });
  expect([file.status, file.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="ontwerp.ics"']);
  expect(await file.text()).toContain('BEGIN:VEVENT');
});

it('gives each day that a page shows as a file of its own, under the name that it has in every calendar', async () => {
  await schedule('2024-04-30');
  const cookie = lead;
  const gate = await look(`/trajecten/${track.id}/momenten/ontwerp`, cookie);
  const forecast = await look(`/trajecten/${track.id}/vooruitblik`, cookie);
  const board = await look(`/trajecten/${track.id}`, cookie);
  const files = [gate, forecast, board].map(({ text }) => [
    ...new Set([...text.matchAll(/href="(\/trajecten\/[^"]+\/agenda\/[^"]+\.ics)"/g)].map(([, path = '']) => path)),
  ]);
  const names = files.map((some) => some.map((path) => path.split('/').at(-1)));
  expect(names[0]).toEqual(['ontwerp-1-termijn.ics', 'ontwerp-1-agenda-west-college.ics']);
  expect(names[1]?.some((name) => name?.includes('vooruitblik'))).toBe(true);
  const feed = new Set((await days(await made(lead, `dossier ${track.id}`))).map(({ uid }) => uid));
  for (const path of files.flat()) {
    const answer = await read(path, { cookie });
    const events = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]).getAllSubcomponents('vevent');
    expect([path, answer.status, events.length]).toEqual([path, 200, 1]);
    const uid = String(events[0]?.getFirstPropertyValue('uid'));
    expect([path, feed.has(uid) || path.includes('vooruitblik')]).toEqual([path, true]);
  }
  const back = await look(`/trajecten/${track.id}/momenten/ontwerp?asOf=2024-02-01`, cookie);
  expect(back.text).not.toContain('/agenda/');
  for (const name of ['nergens.ics', 'ontwerp-1-termijn', 'doel.ics%2F..'])
    expect((await read(`/trajecten/${track.id}/agenda/${name}`, { cookie, accept: 'text/html' })).status).toBe(404);
  const stranger = await server.cookieOf('secretary', 'jeugdhulpregio-drenthe/abo');
  expect((await read(files[0]?.[0] ?? '', { cookie: stranger, accept: 'text/html' })).status).toBe(404);
});
