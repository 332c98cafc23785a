// Reminders by mail: to exactly those who are still to act, once for each of its days, quiet where nobody works, and never with what
// is not released. By themselves only where the lead of the region turned them on; by hand after a look at what is sent.
import { setTimeout as pause } from 'node:timers/promises';
import { StoredMail } from '../../src/store/stored-mail.js';
import { accepted } from '../support/drenthe.js';
import { council, Track } from '../support/council-track.js';
import { MailServer } from '../support/mail-server.js';
import { hiddenIn, pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { told } from '../support/told.js';
import { testWorkflows } from '../support/workflows.js';

const settings = '/herinneringen/raadsregio';
const on = {
  aan: 'ja',
  voor: '14, 7',
  na: '1',
  overzicht: 'nee',
  tekst: 'Beste {naam}, {orgaan} bij {moment}. {termijn} Zie {link}. {afzender}',
};
const thereMax = 20_000;

let post: MailServer;
let server: TestServer;
let track: Track;
let lead: string;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  post = await MailServer.start();
  const clock = '2024-04-15T08:00:00.000Z';
  server = await TestServer.start({
    workflows: testWorkflows,
    change: { clock, mail: post.settings({ triedFor: 500, firstPause: 20 }) },
  });
  lead = await server.cookieOf('process-lead', council);
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2024-05-16' });
  for (const place of ['oost', 'west', 'eiland']) await track.recorder(`${place}/college`);
  await server.addPerson({ role: 'portfolio-holder', body: 'eiland/college' });
});
afterAll(async () => {
  await server.stop();
  await post.stop();
});

const mails = (kind = 'reminder') =>
  server.sluis.manager.find(StoredMail, { where: { kind: kind as 'reminder' }, order: { once: 'ASC' } });
/** What is written on a day, at ten o'clock unless it is said. */
async function writtenOn(day: string, time = '08:00', kind = 'reminder'): Promise<StoredMail[]> {
  const before = new Set((await mails(kind)).map(({ id }) => id));
  server.sluis.clock.runOnFrom(`${day}T${time}:00.000Z`);
  await server.sluis.reminding.look();
  await server.sluis.reminding.look();
  return (await mails(kind)).filter(({ id }) => !before.has(id));
}
const bodiesOf = (written: StoredMail[]) => written.map(({ once }) => once?.split(' ')[4]).sort();

it('go nowhere until the lead of the region turns them on, who alone may', async () => {
  expect(await writtenOn('2024-05-02')).toEqual([]);
  const stranger = await server.cookieOf('process-lead', 'jeugdhulpregio-drenthe/abo');
  for (const other of [stranger, await server.cookieOf('chair', council)]) {
    expect((await look(settings, other)).status).toBe(404);
    expect((await send(settings, other, on)).status).toBe(404);
  }
  expect(textOf((await look(settings, lead)).text)).toContain('Automatisch herinneren');
});

it('are not kept while something is wrong with them, and say what', async () => {
  const wrong = { ...on, voor: '14, morgen', na: '400', tekst: 'Zonder adres, {mandje}' };
  const { status, text } = await send(settings, lead, wrong);
  expect(status).toBe(400);
  expect(textOf(text)).toContain('ten hoogste 4 getallen van 1 tot en met 90');
  expect(textOf(text)).toContain('Sluis kent {mandje} niet');
  expect(text).toContain('Zonder adres, {mandje}');
  expect(textOf((await send(settings, lead, { ...on, tekst: 'Dag {naam}' })).text)).toContain('Zet {link} in de tekst');
  expect(await writtenOn('2024-05-02')).toEqual([]);
});

it('go fourteen days before the term to who is silent, once, in the words of the region', async () => {
  expect((await send(settings, lead, on)).location).toBe(`${settings}?vastgelegd=ja`);
  expect(await writtenOn('2024-05-02', '02:00')).toEqual([]); // at night
  const written = await writtenOn('2024-05-02');
  expect(bodiesOf(written)).toEqual(['eiland/college', 'oost/college', 'west/college']);
  const [one] = written;
  expect(one?.subject).toBe('Herinnering: Vrijgeven van het ontwerp, t/m donderdag 16 mei 2024');
  expect(one?.text).toContain('Antwoord kan t/m donderdag 16 mei 2024: dat is over 14 dagen.');
  expect(one?.text).toContain('Zie {geheim}.'); // a link of its own, which test/mail/personal-links follows
  expect(await writtenOn('2024-05-03')).toEqual([]);
});

it('go a week before to who is still waited for, and not to who said a day that is in time, or keeps it to itself', async () => {
  const release = { scope: 'own', ground: 'art. 87 Gemeentewet' };
  await accepted(
    track.decide('ontwerp', 'oost/college', 'disagree', '2024-01-05', { release, reason: 'Te duur voor ons.' }),
  );
  await accepted(track.decide('ontwerp', 'west/college', 'deferred', '2024-01-05', { nextDate: '2024-05-14' }));
  for (const holiday of ['2024-05-09', '2024-05-10', '2024-05-11']) expect(await writtenOn(holiday)).toEqual([]);
  const written = await writtenOn('2024-05-13');
  expect(bodiesOf(written)).toEqual(['eiland/college']);
  expect((await mails()).map(({ text }) => text).join()).not.toContain('Te duur');
});

it('go after the term to who answers for it too, and to who did not come back on its day', async () => {
  expect(bodiesOf(await writtenOn('2024-05-16'))).toEqual(['west/college']); // its day has gone by
  const written = await writtenOn('2024-05-17');
  expect(bodiesOf(written)).toEqual(['eiland/college', 'eiland/college', 'west/college']);
  expect(written[0]?.subject).toBe('De termijn is voorbij: Vrijgeven van het ontwerp');
  expect(await writtenOn('2024-05-21')).toEqual([]);
});

it('tell lead and chair each week what is open, as they may know it', async () => {
  await send(settings, lead, { ...on, overzicht: 'ja' });
  await server.cookieOf('chair', council);
  const written = await writtenOn('2024-05-27', '08:00', 'digest');
  expect(written.length).toBeGreaterThan(1);
  const [one] = written;
  expect(one?.text).toMatch(/Raadstraject \(test\)\n\* Vrijgeven van het ontwerp/);
  expect(one?.text).toMatch(/Nog: .*Eiland/);
  expect(one?.text).not.toContain('Te duur');
  expect(await writtenOn('2024-05-28', '08:00', 'digest')).toEqual([]);
});

it('go by hand as they were changed, to each apart, once however often it is pressed', async () => {
  const path = `/trajecten/${track.id}/momenten/ontwerp/herinneren`;
  const { text } = await look(path, lead);
  expect(textOf(text)).toMatch(/Verstuur aan \d+ personen/);
  const fields = { ...hiddenIn(text), onderwerp: 'Denkt u eraan?', tekst: 'Beste,\n\nHet is 28 mei.' };
  const sent = await Promise.all([send(path, lead, fields), send(path, lead, fields)]);
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  const written = (await mails()).filter(({ subject }) => subject === 'Denkt u eraan?');
  expect(new Set(written.map(({ address }) => address)).size).toBe(written.length);
  const end = Date.now() + thereMax;
  const came = () => post.received.filter(({ text: raw }) => raw.includes('Het is 28 mei.'));
  while (came().length < written.length && Date.now() < end) await pause(20);
  expect(came()).toHaveLength(written.length);
  expect(textOf((await look(sent[0].location ?? '', lead)).text)).toMatch(/De herinnering gaat nu naar \d+ perso/);
  expect((await send(path, lead, { ...fields, tekst: '' })).status).toBe(400);
  expect((await send(path, await server.cookieOf('secretary', 'oost/college'), fields)).status).toBe(403);
});

it('wait in a recess of the region for the first working day after it, and then still go', async () => {
  server.sluis.clock.runOnFrom('2024-06-10T08:00:00.000Z');
  const other = await Track.start(server);
  await other.put('ontwerp', '2024-06-03', { replyBy: '2024-07-05' });
  const recess = [{ title: 'Zomer', from: '2024-06-20', until: '2024-07-28' }];
  const calendar = { region: 'raadsregio', source: 'proef', assumed: true, recess, elections: [] };
  const entry = { whose: 'raadsregio', calendar, by: null, at: '2024-06-01T00:00:00.000Z' };
  await server.sluis.work.do(({ manager }) => server.sluis.calendars.enter(manager, entry));
  const ofOther = (written: StoredMail[]) => written.filter(({ dossier }) => dossier === other.id);
  expect(ofOther(await writtenOn('2024-06-24'))).toEqual([]);
  expect(ofOther(await writtenOn('2024-07-08'))).toEqual([]);
  const written = ofOther(await writtenOn('2024-07-29'));
  expect(new Set(bodiesOf(written)).size).toBe(3);
  expect(written[0]?.text).toContain('Antwoord kon t/m vrijdag 5 juli 2024');
});

it('tell all who decide, in a recess too, that who decide was changed, once and not to who changed it', async () => {
  const reason = 'Eiland besluit elders.';
  const leaves = ['eiland/college'];
  const change = { on: '2024-05-20', reason, leaves, ...told('2024-05-20') };
  server.sluis.clock.runOnFrom('2024-06-25T08:00:00.000Z');
  await accepted(track.chair.post(track.path('ontwerp', 'electorate-changes'), change));
  const written = await writtenOn('2024-06-25', '09:00', 'notice');
  expect(written.length).toBeGreaterThan(1);
  expect(new Set(written.map(({ person }) => person)).size).toBe(written.length);
  expect(written[0]?.subject).toBe('Wie besluiten is gewijzigd: Vrijgeven van het ontwerp');
  expect(written[0]?.text).toContain(`/trajecten/${track.id}/momenten/ontwerp`);
  expect(written.map(({ text }) => text).join()).not.toContain('Eiland besluit elders');
  expect(await writtenOn('2024-06-26', '09:00', 'notice')).toEqual([]);
});

it('are not sent any more when the server of mail comes back after who they were for decided, or lost their role', async () => {
  server.sluis.clock.runOnFrom('2024-08-20T08:00:00.000Z');
  const late = await Track.start(server, 'raadstraject', '2024-08-01');
  await late.put('ontwerp', '2024-08-12', { replyBy: '2024-08-30' });
  const leaver = await server.addPerson({ role: 'secretary', body: 'west/college', until: '2024-08-20' });
  const { port } = post;
  await post.stop();
  const of = (all: StoredMail[]) => all.filter(({ dossier }) => dossier === late.id);
  const written = of(await writtenOn('2024-08-20', '09:00'));
  expect(new Set(bodiesOf(written))).toEqual(new Set(['oost/college', 'west/college', 'eiland/college']));
  expect(written.map(({ address }) => address)).toContain(leaver.email);
  await accepted(late.decide('ontwerp', 'oost/college', 'agree', '2024-08-20'));
  server.sluis.clock.runOnFrom('2024-08-21T06:00:00.000Z');
  await post.listen(port);
  const end = Date.now() + thereMax;
  const waiting = async () => of(await mails()).filter(({ state }) => state !== 'sent');
  while ((await waiting()).length > 0 && Date.now() < end) await pause(20);
  expect(await waiting()).toEqual([]);
  const sent = of(await mails());
  expect(new Set(bodiesOf(sent))).toEqual(new Set(['west/college', 'eiland/college']));
  expect(sent.map(({ address }) => address)).not.toContain(leaver.email);
  const came = post.received.filter(
    ({ text }) => text.includes('Herinnering: Vrijgeven') && text.includes('30 augustus'),
  );
  expect(came.map(({ to }) => to).sort()).toEqual(sent.map(({ address }) => address).sort());
});
