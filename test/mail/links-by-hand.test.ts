// The link in a reminder that somebody sends by hand: of each their own, gone with their role, and never without signing in for who
// does that in two steps.
import { setTimeout as pause } from 'node:timers/promises';
import { council, Track } from '../support/council-track.js';
import { MailServer } from '../support/mail-server.js';
import { hiddenIn, pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const thereMax = 20_000;
const clock = '2024-04-15T08:00:00.000Z';
let post: MailServer;
let server: TestServer;
let track: Track;
let lead: string;
/** By the address of who got it. */
let texts: Map<string, string>;
const { look, send } = pagesAt(() => server.url);
const people: Record<string, { id: string; email: string }> = {};

beforeAll(async () => {
  post = await MailServer.start();
  const mail = post.settings({ triedFor: 5_000, firstPause: 20 });
  const change = { clock, mail, secondFactorRoles: ['clerk'] as const };
  server = await TestServer.start({ workflows: testWorkflows, change });
  lead = await server.cookieOf('process-lead', council);
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2024-05-16' });
  people.oost = await server.addPerson({ role: 'secretary', body: 'oost/college' });
  people.ends = await server.addPerson({ role: 'secretary', body: 'oost/college', until: '2024-05-01' });
  people.twoSteps = await server.addPerson(
    { role: 'secretary', body: 'west/college' },
    { role: 'clerk', body: 'west/raad' },
  );
  people.ofTwo = await server.addPerson(
    { role: 'secretary', body: 'west/college' },
    { role: 'secretary', body: 'eiland/college' },
  );
  const always = { aan: 'nee', voor: '14', na: '1', overzicht: 'nee', tekst: '{link}', 'zonder/secretary': 'ja' };
  await send('/herinneringen/raadsregio', lead, always);
  const path = `/trajecten/${track.id}/momenten/ontwerp/herinneren`;
  const { text } = await look(path, lead);
  expect(textOf(text)).toContain('krijgt ieder een eigen link');
  const fields = {
    ...hiddenIn(text),
    onderwerp: 'Denkt u eraan?',
    tekst: 'Leg het hier vast: {link}\nof hier: {link}',
  };
  expect((await send(path, lead, fields)).status).toBe(303);
  const end = Date.now() + thereMax;
  while (post.received.length < 4 && Date.now() < end) await pause(20);
  texts = new Map(post.received.map(({ to, text: raw }) => [to, raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')]));
});
afterAll(async () => {
  await server.stop();
  await post.stop();
});

const linkOf = (who: string): string => {
  const found = [...(texts.get(people[who]?.email ?? '') ?? '').matchAll(/http:\/\/localhost:3000(\/\S+)/g)];
  const paths = new Set(found.map(([, path = '']) => path));
  expect([who, found.length, paths.size]).toEqual([who, 2, 1]);
  return [...paths][0] ?? '';
};

it('is of each their own, and of who records for several the address of the gate', async () => {
  const own = ['oost', 'ends', 'twoSteps'].map(linkOf);
  expect(new Set(own).size).toBe(3);
  for (const path of own) expect(path).toMatch(/^\/antwoord\/[\w-]{43}$/);
  expect(linkOf('ofTwo')).toBe(`/trajecten/${track.id}/momenten/ontwerp`);
  const kept = JSON.stringify([
    await server.sluis.reader.rows('SELECT * FROM mail'),
    await server.sluis.reader.rows('SELECT * FROM personal_link'),
  ]);
  for (const path of own) expect(kept).not.toContain(path.slice(-43));
  const page = await look(linkOf('oost'), '');
  expect([page.status, textOf(page.text)]).toEqual([200, expect.stringContaining('Besluit vastleggen')]);
});

it('asks who signs in in two steps to do so, whatever the region chose for their role', async () => {
  const { status, location } = await look(linkOf('twoSteps'), '');
  expect([status, location]).toEqual([303, `/aanmelden?next=${encodeURIComponent(linkOf('twoSteps'))}`]);
  expect((await send(linkOf('twoSteps'), '', { decision: 'agree' })).location).toBe(linkOf('twoSteps'));
});

it('leads nowhere once the role has ended for which it was sent', async () => {
  expect((await look(linkOf('ends'), '')).status).toBe(200);
  server.sluis.clock.runOnFrom('2024-05-02T08:00:00.000Z');
  const { status, text } = await look(linkOf('ends'), '');
  expect([status, textOf(text)]).toEqual([410, expect.not.stringContaining('Besluit vastleggen')]);
  expect((await send(linkOf('ends'), '', { decision: 'agree', decidedOn: '2024-05-01' })).status).toBe(410);
  expect((await look(linkOf('oost'), '')).status).toBe(200);
  expect((await track.gate('ontwerp')).decisions).toEqual([]);
});

it('is in no text that is copied: without a server of mail the page has the address of the gate, and says why', async () => {
  const without = await TestServer.start({ workflows: testWorkflows, change: { clock } });
  const there = await Track.start(without);
  await there.put('ontwerp', '2024-01-04', { replyBy: '2024-05-16' });
  await without.addPerson({ role: 'secretary', body: 'oost/college' });
  const path = `/trajecten/${there.id}/momenten/ontwerp`;
  const cookie = await without.cookieOf('process-lead', council);
  const { text } = await pagesAt(() => without.url).look(`${path}/herinneren`, cookie);
  expect(text).toContain(`http://localhost:3000${path}`);
  expect(text).not.toMatch(/\{link\}|\/antwoord\//);
  expect(textOf(text)).toContain('een persoonlijke link zou hier ook wie kopieert kunnen lezen');
  await without.stop();
});
