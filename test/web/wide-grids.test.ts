// A form for very many: more rows than a form takes stand on pages, each one button away, and nothing that was typed is
// lost on the way.
import { loadRegisters } from '../../src/app/registers.js';
import { existed } from '../../src/domain/municipalities.js';
import { council, Track } from '../support/council-track.js';
import { hiddenIn, pagesAt, textOf, type Shown } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
let lead: string;
let path: string;
const { look, send } = pagesAt(() => server.url);
const fieldsIn = ({ text }: Shown): string[] =>
  [...text.matchAll(/name="([a-z-]+\/college)\/decision"/g)].map(([, one = '']) => one);
const buttons = ({ text }: Shown): string[] =>
  [...text.matchAll(/<button[^>]*name="naar"[^>]*>/g)].map(([button]) => /value="(\d+)"/.exec(button)?.[1] ?? '');
const source = { 'evidence/0/title': 'Besluitenlijsten', 'evidence/0/url': 'https://example.org/lijsten' };
const said = (body: string) => ({ [`${body}/decision`]: 'agree', [`${body}/decidedOn`]: '2024-01-10' });

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  const { municipalities } = await loadRegisters();
  const all = municipalities.all.filter((one) => existed(one, '2024-01-02')).slice(0, 120);
  track = await Track.start(
    server,
    'wgr-collegeregeling',
    '2024-01-02',
    council,
    all.map(({ id }) => id),
  );
  await track.put('vrijgave', '2024-01-03');
  lead = await server.cookieOf('process-lead', council);
  path = `/trajecten/${track.id}/momenten/vrijgave/namens-organen`;
}, 60_000);
afterAll(() => server.stop());

it('gives every body its fields on one of the pages, and what is past the end is the last', async () => {
  const first = await look(path, lead);
  expect([fieldsIn(first).length, new Set(buttons(first)).size]).toEqual([50, 2]);
  const seen = new Set(fieldsIn(first));
  for (const from of new Set(buttons(first)))
    for (const one of fieldsIn(await look(`${path}?vanaf=${from}`, lead))) seen.add(one);
  const { electorate } = await track.gate('vrijgave');
  expect([seen.size, electorate.length]).toEqual([120, 120]);
  expect(fieldsIn(await look(`${path}?vanaf=9000`, lead))).toEqual(fieldsIn(await look(`${path}?vanaf=100`, lead)));
}, 60_000);

it('keeps what was typed on a page while one goes to another, says where, and records each page by itself', async () => {
  const first = await look(path, lead);
  const [one = '', two = ''] = fieldsIn(first);
  const away = await send(path, lead, { ...hiddenIn(first.text), ...said(one), ...source, naar: '100' });
  expect([away.status, away.location]).toEqual([303, `${path}?vanaf=100`]);
  const third = await look(`${path}?vanaf=100`, lead);
  expect(textOf(third.text)).toContain('(ingevuld, nog niet vastgelegd)');
  expect(third.text).toContain('value="Besluitenlijsten"'); // said once, for all pages
  const [there = ''] = fieldsIn(third);
  const wrong = await send(`${path}?vanaf=100`, lead, {
    ...hiddenIn(third.text),
    [`${there}/decision`]: 'agree',
    ...source,
  });
  expect([wrong.status, fieldsIn(wrong).length, textOf(wrong.text)]).toEqual([
    400,
    20,
    expect.stringContaining('ontbreekt'),
  ]);
  const done = await send(`${path}?vanaf=100`, lead, { ...hiddenIn(wrong.text), ...said(there), ...source });
  expect([done.status, done.location]).toEqual([303, expect.stringMatching(/\?vanaf=100&vastgelegd=\d+$/)]);
  expect(textOf((await look(done.location ?? '', lead)).text)).toContain('1 besluit is vastgelegd.');

  const back = await look(path, lead);
  expect(textOf(back.text)).toContain('wat u invulde, staat er weer in');
  expect(back.text).toMatch(new RegExp(`name="${one}/decidedOn"[^>]* value="2024-01-10"`));
  const kept = { ...hiddenIn(back.text), ...said(one), ...said(two), ...source };
  const both = await send(path, lead, kept);
  expect(both.status).toBe(303);
  expect((await send(path, lead, kept)).location).toBe(both.location); // sent twice it is recorded once
  const { decisions } = await track.gate('vrijgave');
  expect(decisions.map(({ body }) => body).sort()).toEqual([one, two, there].sort());
  expect((await look(path, lead)).text).not.toContain('wat u invulde, staat er weer in');
}, 60_000);

it('throws away what was kept only for who asks, and keeps nothing where nothing was typed', async () => {
  const at = `${path}?vanaf=50`;
  const page = await look(at, lead);
  const empty = await send(at, lead, { ...hiddenIn(page.text), naar: '0' });
  expect([empty.status, empty.location]).toEqual([303, path]);
  expect(textOf((await look(path, lead)).text)).not.toContain('(ingevuld, nog niet vastgelegd)');
  const [one = ''] = fieldsIn(page);
  await send(at, lead, { ...hiddenIn(page.text), [`${one}/decision`]: 'agree', naar: '0' });
  expect((await look(at, lead)).text).toContain('wat u invulde, staat er weer in');
  await send(`/concepten/weg?van=${encodeURIComponent(at)}`, lead, {});
  expect((await look(at, lead)).text).not.toContain('wat u invulde, staat er weer in');
}, 60_000);
