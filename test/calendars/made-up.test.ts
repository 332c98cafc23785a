// Whatever shows a day that comes of a calendar that was made up for the demonstration says so. It is found by looking twice: what
// is answered otherwise when nothing but the calendars changed, shows them.
import { demonstrationCalendars, demonstrationRegion } from '../../src/app/demonstration-calendars.js';
import { daysAfter } from '../../src/domain/calendar.js';
import { isMadeUp } from '../../src/domain/calendars/body-calendar.js';
import type { Described } from '../support/described.js';
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

/** After the elections of the demonstration, so that what they change is told. */
const clock = '2026-07-01T07:00:00Z';
let server: TestServer;
const { look } = pagesAt(() => server.url);
beforeAll(async () => {
  server = await TestServer.start({ change: { mode: 'demonstration', clock } });
  await server.sluis.demonstration.load();
}, 60_000);
afterAll(() => server.stop());

/** What knows no dossier, or is a file that is made of what a page shows. */
const beside =
  /^\/(hulp|procesplannen|begrippen|problems|docs|contact|privacy|toegankelijkheid|zoeken|mail|mijn|account|api)\b|\.(pdf|docx|xlsx|csv|zip|png|css|js|svg)\b/;

/** One of each kind of address is looked at: those that differ in a name, an id or a question look alike. */
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/fasen\/[^/]+/g, '/fasen/*')
    .replace(/\/agenda\/[^/]*?(-vooruitblik)?-[^/]*$/, '/agenda/*$1')
    .replace(/\/momenten\/(?!instemming)[^/]+/g, '/momenten/*')
    .replace(/\/kalenders\/[^/]+/, '/kalenders/*');

const said = (text: string): string =>
  [textOf(text), ...[...text.matchAll(/\bvalue="(\d{4}-\d\d-\d\d)"/g)].map(([, day]) => day)].join(' ');

type Look = (path: string) => Promise<string>;

/** @returns by their address, what stands on one page of each kind to which links lead */
async function pagesFrom(begin: string, read: Look): Promise<Map<string, string>> {
  const kinds = new Set<string>();
  const found = new Map<string, string>();
  const ahead = [begin];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (kinds.has(kindOf(path)) || beside.test(path)) continue;
    kinds.add(kindOf(path));
    const text = await read(path);
    found.set(path, said(text));
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) ahead.push(href.replaceAll('&amp;', '&'));
  }
  return found;
}

/** The addresses of the API about one dossier, as it is described. */
async function callsOf(dossier: string, gate: string): Promise<string[]> {
  const { body } = await (await server.lead()).get<Described>('/openapi.json');
  return Object.entries(body.paths).flatMap(([path, { get }]) => {
    const filled = path.replace('{dossier}', dossier).replace('{gate}', gate);
    return get && filled !== path && !filled.includes('{') ? [filled] : [];
  });
}

/** The same, on other days. */
async function move(): Promise<void> {
  const later = (day: string): string => daysAfter(day, 1);
  const region = {
    ...demonstrationRegion,
    recess: demonstrationRegion.recess.map((one) => ({ ...one, until: later(one.until) })),
    elections: demonstrationRegion.elections.map(({ on, installedOn, formedOn, ...one }) => ({
      ...one,
      ...{ on: later(on), installedOn: later(installedOn), formedOn: formedOn && later(formedOn) },
    })),
  };
  const bodies = demonstrationCalendars.map((one) => ({
    ...one,
    papersDays: one.papersDays + 1,
    patterns: one.patterns.map((pattern) =>
      pattern.kind === 'working-days' ? pattern : { ...pattern, weekday: (pattern.weekday % 5) + 1 },
    ),
  }));
  const { work, calendars } = server.sluis;
  await work.do(async ({ manager }) => {
    await calendars.enter(manager, { whose: region.region, calendar: region, by: null, at: clock });
    for (const one of bodies) await calendars.enter(manager, { whose: one.body, calendar: one, by: null, at: clock });
  });
}

it('says so on every page, in every file and in every answer of the API that a made-up day comes to', async () => {
  const readerOf = async (name: string): Promise<Look> => {
    const cookie = await server.signIn((await server.sluis.directory.known(`${name}@demo.example`))?.id ?? '');
    return async (path) => (await look(path, cookie)).text;
  };
  const lead = await server.lead();
  const { items } = (await lead.get<{ items: { id: string }[] }>('/dossiers')).body;
  const id = items[0]?.id ?? '';
  const answers: { at: string; ask: () => Promise<string>; before: string }[] = [];
  const add = (at: string, ask: () => Promise<string>, before: string) => answers.push({ at, ask, before });
  const all = await readerOf('kwartiermaker');
  for (const [path, before] of await pagesFrom('/trajecten', all))
    add(kindOf(path), async () => said(await all(path)), before);
  const gate = `/trajecten/${id}/momenten/instemming`;
  for (const [who, path] of [
    ['secretaris.westerveld', `${gate}/agenda`],
    ['secretaris.westerveld', `${gate}/besluit`],
    ['beheerder', '/mensen/verkiezingen'],
  ] as const) {
    const read = await readerOf(who);
    const ask = async () => said(await read(path));
    add(`${who} ${kindOf(path)}`, ask, await ask());
  }
  for (const path of await callsOf(id, 'instemming')) {
    const ask = async () => JSON.stringify((await lead.get<unknown>(path)).body);
    add(kindOf(path), ask, await ask());
  }
  await move();
  const showing: string[] = [];
  const silent: string[] = [];
  for (const { at, ask, before } of answers) {
    if ((await ask()) === before) continue;
    showing.push(at);
    if (!/aangenomen voor de demonstratie|"assumed":true/.test(before)) silent.push(at);
  }
  expect(silent).toEqual([]);
  for (const at of [
    '',
    '/vooruitblik',
    '/momenten/instemming',
    '/momenten/instemming/agendas',
    '/agenda/*-vooruitblik',
  ])
    expect(showing).toContain(`/trajecten/*${at}`);
  for (const at of ['agenda', 'besluit'])
    expect(showing).toContain(`secretaris.westerveld /trajecten/*/momenten/instemming/${at}`);
  expect(showing).toEqual(expect.arrayContaining(['beheerder /mensen/verkiezingen', '/dossiers/*/forecast']));
}, 60_000);

it('counts what a body keeps of a made-up calendar of its region, and no more', () => {
  const [college] = demonstrationCalendars.filter(({ body }) => body === 'assen/college');
  if (!college) throw new Error('Assen has a college');
  const own = { ...college, assumed: false };
  const apart = { ...own, keepsRegionRecess: false };
  const without = { ...demonstrationRegion, elections: [] };
  expect([
    isMadeUp(college, 'college', null),
    isMadeUp(own, 'college', null),
    isMadeUp(own, 'college', without),
    isMadeUp(own, 'college', { ...without, assumed: false }),
    isMadeUp(apart, 'college', demonstrationRegion),
    isMadeUp(apart, 'college', without),
    isMadeUp({ ...apart, body: abo }, 'consultation', demonstrationRegion),
  ]).toEqual([true, false, true, false, true, false, false]);
});
