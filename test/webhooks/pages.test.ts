// The pages about other systems: which address one can have, never one inside a network, who may say so, and that it can be off.
import { Like } from 'typeorm';
import { StoredWebhook } from '../../src/store/webhook-entities.js';
import { council } from '../support/council-track.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { desk } from '../support/webhook-desk.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { testWorkflows } from '../support/workflows.js';

let other: WebhookReceiver;
let server: TestServer;
let administrator: string;
const { look, send } = pagesAt(() => server.url);
const { add, drop, page } = desk(() => ({ other, server, administrator }));

beforeAll(async () => {
  other = await WebhookReceiver.start();
  server = await TestServer.start({ workflows: testWorkflows, change: { webhooks: { inside: ['127.0.0.1'] } } });
  administrator = await server.cookieOf('administrator', null);
});
afterAll(async () => {
  await server.stop();
  other.stop();
});

describe('an address', () => {
  const asked = async (adres: string, regio = 'raadsregio') => {
    const { status, text } = await send('/webhooks', administrator, { regio, adres });
    return [status, textOf(text)] as const;
  };

  it.each([
    ['http://zaken.gemeente.example/', 'Geef een volledig adres dat met https:// begint'],
    ['zaken.gemeente.example', 'Geef een volledig adres dat met https:// begint'],
    ['https://naam:geheim@zaken.gemeente.example/', 'zonder gebruikersnaam of wachtwoord'],
    ['ftp://zaken.gemeente.example/', 'Geef een volledig adres'],
    ['https://10.0.0.1/', 'ligt binnen een eigen netwerk'],
    ['https://169.254.169.254/latest/meta-data', 'ligt binnen een eigen netwerk'],
    ['https://[::1]/', 'ligt binnen een eigen netwerk'],
    ['https://3232235521/', 'ligt binnen een eigen netwerk'],
    ['https://localhost/', 'ligt binnen een eigen netwerk'],
    ['', 'Geef een volledig adres'],
  ])('%s is refused with its cure, beside what was filled in', async (adres, cure) => {
    const [status, text] = await asked(adres);
    expect([status, text]).toEqual([400, expect.stringContaining(cure)]);
    expect(await server.sluis.manager.countBy(StoredWebhook, { address: Like('https:%') })).toBe(0);
  });

  it('is refused where it is too long', async () => {
    expect((await asked(`https://zaken.gemeente.example/${'x'.repeat(1_000)}`))[1]).toContain('Maak het adres korter');
  });

  it('is given once in a region, and only for one that there is', async () => {
    const hook = await add('/dubbel');
    expect((await asked(other.at('/dubbel')))[1]).toContain('Dit adres krijgt al berichten van deze regio');
    expect((await asked(other.at('/nieuw'), 'nergens'))[1]).toContain('Kies een regio');
    await drop(hook);
  });

  it('that turns out to be inside is not connected to, and the page says so', async () => {
    const hook = await add('/naam');
    await server.sluis.work.do(({ manager }) =>
      manager.update(StoredWebhook, hook.id, { address: `https://localhost:${other.port}/naam` }),
    );
    expect((await send(`${hook.at}/proef`, administrator, {})).location).toBe(`${hook.at}?proef=nee`);
    expect(await page(hook)).toContain('dit adres ligt binnen een eigen netwerk');
    expect(other.cameTo('/naam')).toEqual([]);
    await drop(hook);
  });
});

it('is for administrators alone, each change has its line in the security log, and none of its address', async () => {
  const hook = await add('/logboek/geheim-pad');
  const lead = await server.cookieOf('process-lead', council);
  for (const path of ['/webhooks', hook.at]) {
    expect((await look(path, lead)).status).toBe(403);
    expect((await look(path, '')).location).toContain('/aanmelden');
  }
  for (const path of ['', '/proef', '/geheim', '/stoppen', '/hervatten', '/verwijderen'])
    expect((await send(path === '' ? '/webhooks' : `${hook.at}${path}`, lead, {})).status).toBe(403);
  for (const path of ['/geheim', '/stoppen', '/stoppen', '/hervatten', '/verwijderen', '/verwijderen'])
    await send(`${hook.at}${path}`, administrator, {});
  const log = textOf((await look('/beveiligingslogboek', administrator)).text);
  expect(log).toContain('Ander systeem krijgt berichten');
  expect(log).not.toContain('geheim-pad');
  expect(log.match(/, gestopt/g)).toHaveLength(1);
  expect((await look(hook.at, administrator)).status).toBe(404);
});

it('tells nothing where it is turned off, and the page says so', async () => {
  const off = await TestServer.start({ workflows: testWorkflows });
  const cookie = await off.cookieOf('administrator', null);
  const pages = pagesAt(() => off.url);
  expect(textOf((await pages.look('/webhooks', cookie)).text)).toContain(
    'Deze installatie vertelt andere systemen niets',
  );
  expect((await pages.send('/webhooks', cookie, { regio: 'raadsregio', adres: other.at('/uit') })).status).toBe(404);
  await off.stop();
});
