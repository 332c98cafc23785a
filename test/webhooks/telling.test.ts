// Other systems hear what happened, and nothing of what it was: signed, in order, again and again until they took it, and
// never of what a body keeps to itself.
import { setTimeout as pause } from 'node:timers/promises';
import { daysAfter } from '../../src/domain/calendar.js';
import type { Configuration } from '../../src/store/process/configuration.js';
import { StoredWebhook, WebhookMessage } from '../../src/store/webhook-entities.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { isSignedWith, WebhookReceiver } from '../support/webhook-receiver.js';
import { desk } from '../support/webhook-desk.js';
import { testWorkflows } from '../support/workflows.js';

const change: Partial<Configuration> = {
  webhooks: { inside: ['127.0.0.1'], pace: { triedFor: 5_000, firstPause: 30 } },
};

let other: WebhookReceiver;
let server: TestServer;
let administrator: string;
const { send } = pagesAt(() => server.url);

beforeAll(async () => {
  other = await WebhookReceiver.start();
  server = await TestServer.start({ workflows: testWorkflows, change });
  administrator = await server.cookieOf('administrator', null);
});
afterAll(async () => {
  await server.stop();
  other.stop();
});
beforeEach(() => {
  other.answers = (_, response) => void response.writeHead(204).end();
});

const { until, add, drop, standOf, events, lastTo, page } = desk(() => ({ other, server, administrator }));

it('tells each system of a region what happened there, in order, signed, as a CloudEvent without what it says', async () => {
  const [one, two] = [await add('/een'), await add('/twee')];
  const elsewhere = await add('/elders', 'jeugdhulpregio-drenthe');
  const track = await Track.start(server);
  await track.put('ontwerp', '2024-01-02');
  const more = { reference: 'GEHEIM-nummer', text: 'GEHEIM-tekst' };
  await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03', more));
  const all = ['DossierStarted', 'PhaseStarted', 'GateSubmitted', 'DecisionRecorded'];
  await until(() => events('/een').length === all.length && events('/twee').length === all.length);
  expect([events('/een'), events('/twee'), events('/elders')]).toEqual([all, all, []]);

  const decided = lastTo('/een');
  const { items: listed } = (
    await track.lead.get<{ items: { hash: string; recordedAt: string }[] }>(`/dossiers/${track.id}/events`)
  ).body;
  expect(decided.event).toEqual({
    specversion: '1.0',
    id: listed.at(-1)?.hash,
    source: 'http://localhost:3000',
    type: 'nl.sluis.decision-recorded',
    time: listed.at(-1)?.recordedAt,
    datacontenttype: 'application/json',
    dataschema: 'http://localhost:3000/webhooks/bericht.schema.json',
    subject: track.id,
    dataref: `http://localhost:3000/api/v1/dossiers/${track.id}/gates/ontwerp`,
    data: {
      event: 'DecisionRecorded',
      dossier: track.id,
      gate: 'ontwerp',
      body: 'oost/college',
      page: `http://localhost:3000/trajecten/${track.id}/momenten/ontwerp`,
    },
  });
  expect(decided.headers).toMatchObject({
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': listed.at(-1)?.hash,
    'webhook-request-origin': 'localhost',
  });
  expect(Math.abs(Number(decided.headers['webhook-timestamp']) - Date.now() / 1_000)).toBeLessThan(60);
  expect(other.cameTo('/een').every((came) => isSignedWith(one.secret, came))).toBe(true);
  expect(isSignedWith(two.secret, decided)).toBe(false);
  expect(JSON.stringify(other.came)).not.toContain('GEHEIM');
  const schema = await fetch(`${server.url}/webhooks/bericht.schema.json`);
  expect(((await schema.json()) as { required: string[] }).required).toEqual(Object.keys(decided.event.data));
  for (const hook of [one, two, elsewhere]) await drop(hook);
});

it('keeps the secret out of the database and off the page; a new one signs beside the former for a while', async () => {
  const hook = await add('/geheim');
  const sealed = await standOf(hook);
  expect(`${JSON.stringify(sealed)}${await page(hook)}`).not.toContain(hook.secret);
  const renewed = await send(`${hook.at}/geheim`, administrator, {});
  const [, secret = ''] = /(whsec_[A-Za-z0-9+/=]{44})/.exec(renewed.text) ?? [];
  expect(textOf(renewed.text)).toContain('Het vorige geheim blijft ernaast gelden');
  await send(`${hook.at}/proef`, administrator, {});
  const [ping] = other.cameTo('/geheim');
  expect([secret, hook.secret].map((one) => ping && isSignedWith(one, ping))).toEqual([true, true]);
  expect(ping?.event).toMatchObject({ type: 'nl.sluis.ping', data: { event: 'Ping', dossier: null } });
  await server.sluis.work.do(({ manager }) =>
    manager.update(StoredWebhook, hook.id, { formerUntil: '2020-01-01T00:00:00.000Z' }),
  );
  await send(`${hook.at}/proef`, administrator, {});
  const last = other.cameTo('/geheim').at(-1);
  expect([secret, hook.secret].map((one) => last && isSignedWith(one, last))).toEqual([true, false]);
  await drop(hook);
});

it('tries again what was not taken, in order and with the same id, and says on the page why it waits', async () => {
  const hook = await add('/wankel');
  const said: number[] = [500, 302, 429, 204, 204];
  other.answers = ({ path }, response) => {
    const status = path === '/wankel' ? (said.shift() ?? 204) : 204;
    response.writeHead(status, status === 302 ? { location: other.at('/binnen') } : {}).end();
  };
  const track = await Track.start(server);
  await accepted(track.lead.post(`/dossiers/${track.id}/phases/ontwerp/starts`, { on: '2024-01-02' }));
  await until(() => other.cameTo('/wankel').length === 5);
  const ids = other.cameTo('/wankel').map(({ id }) => id);
  expect([new Set(ids.slice(0, 4)).size, new Set(ids).size, other.cameTo('/binnen').length]).toEqual([1, 2, 0]);
  await until(
    async () => (await server.sluis.manager.countBy(WebhookMessage, { webhook: hook.id, state: 'sent' })) === 2,
  );
  expect(await standOf(hook)).toMatchObject({ failures: 0, stopped: null });
  await drop(hook);
});

it('waits for one that hangs, loses nothing by a stop in the middle, and sends with the same id at the next start', async () => {
  const own = await TestServer.start({ workflows: testWorkflows, change: { webhooks: { inside: ['127.0.0.1'] } } });
  const cookie = await own.cookieOf('administrator', null);
  await pagesAt(() => own.url).send('/webhooks', cookie, { regio: 'raadsregio', adres: other.at('/traag') });
  other.answers = () => undefined;
  await Track.start(own);
  await until(() => other.cameTo('/traag').length === 1);
  const from = Date.now();
  await own.stop({ keep: true });
  expect(Date.now() - from).toBeLessThan(5_000);
  other.answers = (_, response) => void response.writeHead(200).end();
  const next = await TestServer.start({ workflows: testWorkflows, change, folder: own.folder });
  await until(() => other.cameTo('/traag').length === 2);
  const [first, second] = other.cameTo('/traag');
  expect([second?.id, second?.body]).toEqual([first?.id, first?.body]);
  await next.stop();
});

it('does not wait for a moment that only a clock that was set back has before it', async () => {
  const clock = await add('/klok');
  const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString();
  await server.sluis.work.do(({ manager }) => manager.update(StoredWebhook, { id: clock.id }, { nextAt: ahead }));
  await Track.start(server);
  await until(() => events('/klok').length > 0);
  await drop(clock);
});

it('gives up what is refused itself and goes on, tells it again when asked, and stops where the other is gone', async () => {
  const hook = await add('/weigert');
  other.answers = ({ event }, response) =>
    void response.writeHead(event.data.event === 'DossierStarted' ? 422 : 204).end();
  const track = await Track.start(server);
  await accepted(track.lead.post(`/dossiers/${track.id}/phases/ontwerp/starts`, { on: '2024-01-02' }));
  await until(() => other.cameTo('/weigert').length === 2);
  await until(async () => (await page(hook)).includes('dit bericht is geweigerd (antwoord 422)'));
  other.answers = (_, response) => void response.writeHead(410).end();
  const message = await server.sluis.manager.findOneByOrFail(WebhookMessage, { webhook: hook.id, state: 'failed' });
  expect((await send(`${hook.at}/${message.number}/opnieuw`, administrator, {})).status).toBe(303);
  await until(async () => (await standOf(hook)).stopped === 'gone');
  expect(await page(hook)).toContain('Gestopt: dat systeem zei dat dit adres is opgeheven (410)');
  const so = other.cameTo('/weigert').length;
  other.answers = (_, response) => void response.writeHead(204).end();
  await pause(150);
  expect(other.cameTo('/weigert')).toHaveLength(so);
  await send(`${hook.at}/hervatten`, administrator, {});
  await until(() => other.cameTo('/weigert').length === so + 1);
  expect(other.cameTo('/weigert').at(-1)?.id).toBe(message.id);
  expect((await send(`${hook.at}/${message.number}/opnieuw`, administrator, {})).status).toBe(404);
  await drop(hook);
});

it('gives up after three days of failing and says so; whoever resumes it loses nothing', async () => {
  const hook = await add('/weg');
  other.answers = (_, response) => void response.writeHead(503).end();
  const longAgo = new Date(Date.now() - 73 * 3_600_000).toISOString();
  await server.sluis.work.do(({ manager }) =>
    manager.update(StoredWebhook, hook.id, { failures: 3, failingSince: longAgo }),
  );
  await Track.start(server);
  await until(async () => (await standOf(hook)).stopped === 'failing');
  const shown = await page(hook);
  expect(shown).toContain('Gestopt: het lukte drie dagen achter elkaar niet');
  expect(shown).toMatch(/Te versturen Wat Waarover Gemaakt Wat er is gebeurd Kenmerk Het begin van het traject/);
  const ready = (await (await fetch(`${server.url}/health/ready`)).json()) as { webhooks: string };
  expect(ready.webhooks).toBe('failing');
  other.answers = (_, response) => void response.writeHead(204).end();
  await send(`${hook.at}/hervatten`, administrator, {});
  await until(
    async () => (await server.sluis.manager.countBy(WebhookMessage, { webhook: hook.id, state: 'sent' })) === 1,
  );
  await drop(hook);
});

describe('of what a body keeps to itself', () => {
  /** What came of a story in which Oost decided behind closed doors, but for what differs by chance. */
  async function told(path: string, act: (track: Track) => Promise<unknown>): Promise<unknown[]> {
    const hook = await add(path);
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    await act(track);
    await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-04'));
    await until(() => events(path).filter((event) => event === 'DecisionRecorded').length > 0);
    await pause(60);
    await drop(hook);
    return other.cameTo(path).map(({ event }) => ({
      ...event,
      id: '',
      time: '',
      data: { ...event.data, dossier: '', page: '' },
      dataref: '',
      subject: '',
    }));
  }
  const closed = { release: { scope: 'own', ground: 'art. 5.1 Woo' } };

  it('nothing is told, whatever it is: as if it were not there', async () => {
    const none = await told('/niets', () => Promise.resolve());
    const for_ = await told('/voor', (track) => track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03', closed));
    const against = await told('/tegen', async (track) => {
      const more = { ...closed, reason: 'Te duur.' };
      const { id } = await accepted(track.decide('ontwerp', 'oost/college', 'disagree', '2024-01-03', more));
      const by = await track.recorder('oost/college');
      await accepted(
        by.post(track.path('ontwerp', 'decisions'), {
          body: 'oost/college',
          decision: 'agree',
          decidedOn: '2024-01-04',
          revises: id,
          ...closed,
        }),
      );
    });
    expect(for_).toEqual(none);
    expect(against).toEqual(none);
    expect(none.length).toBe(4);
  });

  it('everything is told once, when it is released', async () => {
    const hook = await add('/vrij');
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const { id } = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03', closed));
    await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-04'));
    await until(() => events('/vrij').includes('DecisionRecorded'));
    expect(JSON.stringify(other.cameTo('/vrij'))).not.toContain('oost/college');
    const by = await track.recorder('oost/college');
    await accepted(by.post(track.path('ontwerp', `decisions/${id}/releases`), { on: '2024-02-01', scope: 'region' }));
    await until(() => events('/vrij').includes('DecisionReleased'));
    await pause(60);
    const ofOost = other.cameTo('/vrij').filter(({ event }) => event.data.body === 'oost/college');
    expect(ofOost.map(({ event }) => event.data.event)).toEqual(['DecisionRecorded', 'DecisionReleased']);
    await drop(hook);
  });

  it('what is released from a day on is told when that day comes, though nothing is recorded then', async () => {
    const hook = await add('/later');
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const { clock, telling } = server.sluis;
    const release = { scope: 'region', from: daysAfter(clock.today(), 1), ground: 'art. 5.1 Woo' };
    await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03', { release }));
    await until(() => events('/later').includes('GateSubmitted'));
    await telling.look();
    await pause(60);
    expect(JSON.stringify(other.cameTo('/later'))).not.toContain('oost/college');
    clock.runOnFrom(clock.after(25 * 3_600_000));
    await telling.look();
    await until(() => events('/later').includes('DecisionRecorded'));
    expect(lastTo('/later').event.data).toMatchObject({ event: 'DecisionRecorded', body: 'oost/college' });
    await drop(hook);
    clock.runOnFrom(new Date().toISOString());
  });
});
