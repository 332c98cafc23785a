// Starting a dossier in steps: what the plan asks and who is missing come before it, nothing is recorded until it was
// confirmed, and who comes back to what was sent is told that it was started.
import { pagesAt, hiddenIn, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { overleg, testWorkflows } from '../support/workflows.js';

const choose = '/trajecten/nieuw';
const check = '/trajecten/nieuw/controle';
const drenthe = 'drenthe-robuuste-regio';
const filledIn = { workflow: drenthe, title: 'Robuuste regio (proef)', startedOn: '11-4-2024' };
const open = { workflow: 'wgr-collegeregeling', title: 'Regeling (proef)', startedOn: '1-3-2024' };
const named = (...ids: string[]) => Object.fromEntries(ids.map((one) => [`parties/${one}`, 'ja']));
const asked = (path: string, said: Record<string, string>) => `${path}?${new URLSearchParams(said).toString()}`;

let server: TestServer;
let lead: string;
const { look, send } = pagesAt(() => server.url);
const dossiers = async (): Promise<number> => {
  const { body } = await (await server.as('process-lead', abo)).get<{ items: unknown[] }>('/dossiers');
  return body.items.length;
};

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  lead = await server.cookieOf('process-lead', abo);
});
afterAll(() => server.stop());

it('offers the plans on which this person may start, and nobody else gets that far', async () => {
  const { text } = await look(choose, lead);
  expect(text).toContain(`href="${choose}?workflow=${drenthe}"`);
  expect(text).not.toContain('workflow=testregio');
  expect((await look(`${choose}?workflow=testregio`, lead)).status).toBe(403);
  expect((await look(`${choose}?workflow=bestaat-niet`, lead)).status).toBe(404);
  const reader = await server.cookieOf('reader', abo);
  for (const path of [choose, `${choose}?workflow=${drenthe}`, asked(check, filledIn)])
    expect([path, (await look(path, reader)).status]).toEqual([path, 403]);
});

it('leads there from the page of a plan, of its newest version alone, and only whom it is for', async () => {
  const page = `/procesplannen/${drenthe}`;
  const way = `href="${choose}?workflow=${drenthe}"`;
  expect((await look(page, lead)).text).toContain(way);
  expect((await look(`${page}?versie=1`, lead)).text).not.toContain(way);
  expect((await look(page, await server.cookieOf('reader', abo))).text).not.toContain(way);
});

it('shows what each gate asks, and who is missing by name and number, before anything is filled in', async () => {
  const page = textOf((await look(`${choose}?workflow=${drenthe}`, lead)).text);
  const { gates } = server.sluis.catalogue.get(drenthe, undefined, '');
  for (const { questions } of gates.values()) for (const { text } of questions) expect(page).toContain(text);
  expect(page).toContain('het ABO Jeugd heeft geen voorzitter');
  expect(page).toContain('Voor 12 van de 12 colleges is er nog geen secretaris: College van Aa en Hunze,');
  expect(page).toContain('Voor 12 van de 12 raden is er nog geen griffier');
});

it('no longer names who got the role', async () => {
  await server.cookieOf('chair', abo);
  await server.cookieOf('secretary', 'assen/college');
  const page = textOf((await look(`${choose}?workflow=${drenthe}`, lead)).text);
  expect(page).not.toContain('heeft geen voorzitter');
  expect(page).toContain('Voor 11 van de 12 colleges is er nog geen secretaris');
  expect(page).not.toContain('College van Assen,');
});

it('says at the form what is wrong, with all that was filled in', async () => {
  const { status, text } = await look(asked(check, { ...filledIn, startedOn: '11-4-2019' }), lead);
  expect([status, text.includes('value="Robuuste regio (proef)"')]).toEqual([400, true]);
  expect(text).toContain('href="#startedOn"');
  const few = await look(asked(check, { ...open, ...named('goes') }), lead);
  expect([few.status, few.text.includes('href="#parties"')]).toEqual([400, true]);
  expect(few.text).toMatch(/name="parties\/goes"[^>]* checked=""/);
  expect((await look(check, lead)).status).toBe(400);
});

it('records nothing until it is confirmed, then once, and says so to who goes back', async () => {
  const before = await dossiers();
  const address = asked(check, { ...filledIn, sleutel: 'een-sleutel-1' });
  const { text } = await look(address, lead);
  expect(textOf(text)).toContain('Klopt dit?');
  expect(textOf(text)).toContain('Datum van de start 11 april 2024');
  expect(await dossiers()).toBe(before);
  const sent = hiddenIn(text);
  const started = await Promise.all([send(choose, lead, sent), send(choose, lead, sent)]);
  expect(new Set(started.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
  const dossier = started[0].location ?? '';
  expect(textOf((await look(dossier, lead)).text)).toContain('Het traject is begonnen.');
  const back = await look(address, lead);
  expect(back.text).toContain('Dit traject is al gestart');
  expect(back.text).toContain(`href="${dossier}"`);
  expect(back.text).not.toContain('<form method="post" action="/trajecten/nieuw"');
  expect(await dossiers()).toBe(before + 1);
  // The page of the plan names it, of whichever version, for who may see it.
  const runs = `href="${dossier.split('?')[0]}"`;
  for (const page of [`/procesplannen/${drenthe}`, `/procesplannen/${drenthe}?versie=1`])
    expect((await look(page, lead)).text).toContain(runs);
  expect((await look(`/procesplannen/${open.workflow}`, lead)).text).not.toContain(runs);
  expect((await look(`/procesplannen/${drenthe}`, await server.cookieOf('reader', overleg))).text).not.toContain(runs);
  // Of another that was filled in after going back nothing was recorded.
  const other = await look(asked(check, { ...filledIn, title: 'Een ander traject', sleutel: 'een-sleutel-1' }), lead);
  expect(textOf(other.text)).toContain('Klopt dit?');
  expect(hiddenIn(other.text).sleutel).not.toBe('een-sleutel-1');
  // Filled in anew it is another form, and is asked about.
  const again = await look(asked(check, filledIn), lead);
  expect(again.text).toMatch(/Er is al een traject met deze naam en dit procesplan:[^<]*<a [^>]*href="\/trajecten\//);
});

it('names the municipalities that were ticked, and starts the version that was shown', async () => {
  const { text } = await look(asked(check, { ...open, ...named('goes', 'assen') }), lead);
  expect(textOf(text)).toContain('Gemeenten die meedoen 2: Assen en Goes');
  expect(textOf(text)).toContain('Voor 1 van de 2 colleges is er nog geen secretaris: College van Goes');
  const sent = hiddenIn(text);
  expect([sent.version, sent['parties/goes']]).toEqual([
    String(server.sluis.catalogue.get(open.workflow, undefined, '').workflow.version),
    'ja',
  ]);
  expect((await send(choose, lead, sent)).status).toBe(303);
});

it('keeps what was confirmed by somebody who was signed out meanwhile', async () => {
  const before = await dossiers();
  const sent = hiddenIn((await look(asked(check, { ...open, ...named('goes', 'assen') }), lead)).text);
  const refused = await send(choose, '', sent);
  expect([refused.status, refused.text.includes('name="ingevuld"')]).toEqual([401, true]);
  const resumed = await send(choose, lead, { ...sent, wijzigen: 'ja' });
  expect(resumed.text).toContain('value="Regeling (proef)"');
  expect(resumed.text).toMatch(/name="parties\/goes"[^>]* checked=""/);
  expect(await dossiers()).toBe(before);
});

it('is where it was when somebody has to sign in again', async () => {
  const address = asked(check, filledIn);
  const { status, location } = await look(address, '');
  expect([status, location]).toEqual([303, `/aanmelden?next=${encodeURIComponent(address)}`]);
  const region = await server.cookieOf('process-lead', overleg);
  expect((await look(`${choose}?workflow=testregio`, region)).text).toContain('Wat dit plan vraagt');
});

it('goes on with the plan that is shown where the version that was asked is gone', async () => {
  const { status, text } = await look(asked(check, { ...filledIn, version: '999' }), lead);
  expect([status, textOf(text)]).toEqual([
    400,
    expect.stringContaining('Op die versie van het procesplan kunt u niet'),
  ]);
  expect(textOf(text)).not.toContain('kies uit: de lijst');
  const version = String(server.sluis.catalogue.newestOf(drenthe)?.workflow.version);
  expect(text).toContain(`name="version" value="${version}"`);
  expect((await look(asked(check, { ...filledIn, version }), lead)).status).toBe(200);
});
