// The places that modules fill, filled while the server runs: what is drawn where, what it is told, and whose turn is shown
// to whom. That a module fills them as the page for it says is seen in test/process/capabilities.test.ts.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createElement } from 'react';
import type { TurnHolder } from '../../src/domain/turns/turn-holders.js';
import type { Role } from '../../src/domain/vocabulary.js';
import { startFacts } from '../../src/domain/facts/of-phases.js';
import { plainTurn } from '../../src/domain/turns/turn.js';
import type { AddedStep, Places, PageShown } from '../../src/http/places.js';
import { shapeBody } from '../../src/http/shape.js';
import type { Client } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
let places: Places;
const { look } = pagesAt(() => server.url);

beforeEach(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  track = await Track.start(server);
  ({ places } = server.sluis);
});
afterEach(() => server.stop());

it('are told one by one on the page for who adds a capability', () => {
  const page = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/capabilities.md'), 'utf8');
  const lists = Object.entries(places).flatMap(([name, list]: [string, object]) =>
    Array.isArray(list) ? [name] : name === 'sections' ? Object.keys(list).map((one) => `sections.${one}`) : [],
  );
  const sections = sectionNames.map((one) => `sections.${one}`);
  expect(lists).toEqual(['menu', 'ready', 'openAccounts', ...sections, 'turns', 'requests', 'measures']);
  expect(lists.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

const sectionNames = ['dossier', 'gate', 'decision'] as const;

describe.each(sectionNames)('a section of the page of a %s', (name) => {
  let path: string;

  beforeEach(async () => {
    await track.put('ontwerp', '2024-01-04');
    const { id } = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-05'));
    path = {
      dossier: `/trajecten/${track.id}`,
      gate: `/trajecten/${track.id}/momenten/ontwerp`,
      decision: `/trajecten/${track.id}/momenten/ontwerp/besluiten/${id}`,
    }[name];
  });

  it('stands after those of the core, in the order of the modules, whenever it comes; and where there is none, nothing', async () => {
    const cookie = await server.cookieOf('process-lead', council);
    const before = (await look(path, cookie)).text;
    const own = places.sections[name];
    const others = sectionNames.filter((one) => one !== name);
    const elsewhere = others.map((one) => places.sections[one].length);
    own.push(() => new Promise((done) => setTimeout(() => done(createElement('p', null, 'laat & eerst')), 20)));
    own.push(() => null);
    own.push(() => createElement('p', null, 'meteen'));
    const { text } = await look(path, cookie);
    const added = '<p>laat &amp; eerst</p><p>meteen</p>';
    expect(text.split(added)).toHaveLength(2);
    expect(text.replace(added, '')).toBe(before);
    const headings = [...text.matchAll(/<h2/g)].map(({ index }) => index);
    expect(Math.max(...headings)).toBeLessThan(text.indexOf(added));
    expect(others.map((one) => places.sections[one].length)).toEqual(elsewhere);
  });

  it('is told what the page shows: where, who looks, and the day', async () => {
    const told: Record<string, unknown>[] = [];
    places.sections[name].push((page: PageShown) => {
      told.push({ ...page });
      return null;
    });
    const { id, email } = await server.addPerson({ role: 'process-lead', body: council });
    await look(`${path}?asOf=2024-01-06`, await server.signIn(id));
    await look(path, await server.signIn(id));
    const today = server.sluis.clock.today();
    expect(told).toMatchObject([
      { dossier: track.id, person: { id, email }, day: '2024-01-06' },
      { dossier: track.id, person: { id, email }, day: today },
    ]);
    const views = {
      dossier: { view: { id: track.id, title: 'Raadstraject (test)', asOf: '2024-01-06' } },
      gate: { gate: { id: 'ontwerp', round: 1, asOf: '2024-01-06' } },
      decision: { gate: { id: 'ontwerp' }, decision: { body: 'oost/college', decision: 'agree' } },
    };
    expect(told[0]).toMatchObject(views[name]);
  });

  it('is told no more than who looks may see', async () => {
    const closed = { release: { scope: 'own', ground: 'GEHEIM' } };
    await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-05', closed));
    const told: string[] = [];
    places.sections[name].push((page: PageShown) => {
      told.push(JSON.stringify(page));
      return null;
    });
    await look(path, await server.cookieOf('process-lead', council));
    await look(path, await server.cookieOf('secretary', 'west/college'));
    expect(told.map((one) => one.includes('GEHEIM'))).toEqual([false, name !== 'dossier']);
  });

  it('is not asked for who may not see the page', async () => {
    let asked = 0;
    places.sections[name].push(() => {
      asked++;
      return null;
    });
    expect((await look(path, await server.cookieOf('secretary', 'elders/college'))).status).toBe(404);
    expect(asked).toBe(0);
    await look(path, await server.cookieOf('secretary', 'west/college'));
    expect(asked).toBe(1);
  });
});

describe('a turn that is added', () => {
  const tell = (more: Partial<AddedStep['turn']> = {}, dossier = track.id): AddedStep => ({
    dossier,
    turn: {
      ...plainTurn,
      what: 'proef/bellen',
      phase: 'ontwerp',
      gate: 'ontwerp',
      role: 'process-lead',
      body: null,
      ...more,
    },
    label: `Bel & ${more.body ?? 'de regio'}`,
    href: `/proef/${more.phase ?? 'ontwerp'}`,
  });
  interface Told {
    items: { dossier: string; what: string; phase: string }[];
    next: string | null;
  }
  const pageFor = async (who: Client, query = '?limit=100') => (await who.get<Told>(`/me/turns${query}`)).body;
  const addedTo = async (who: Client) => (await pageFor(who)).items.filter(({ what }) => what === 'proef/bellen');
  const secretary = (place: string) => server.as('secretary', `${place}/college`);

  it('is shown to whose it is alone, beside those of the core, by the API, among the tasks and in the dossier', async () => {
    await track.put('ontwerp', '2024-01-04', { replyBy: '2024-02-01' });
    const asked: TurnHolder[] = [];
    places.turns.push((whose) => {
      asked.push(...whose);
      return [tell({ since: '2024-01-05', until: '2024-01-20' })];
    });
    places.turns.push(() => Promise.resolve([tell({ role: 'secretary', body: 'oost/college' })]));
    const oost = await secretary('oost');
    expect((await pageFor(oost)).items).toMatchObject([
      { what: 'decide', body: 'oost/college' },
      { what: 'proef/bellen', role: 'secretary', body: 'oost/college', since: null },
    ]);
    expect(asked).toEqual(['secretary', 'clerk'].map((role) => ({ role, whose: 'oost/college' })));
    expect(await addedTo(track.lead)).toEqual([
      {
        ...{ dossier: track.id, what: 'proef/bellen', phase: 'ontwerp', gate: 'ontwerp', role: 'process-lead' },
        ...{ body: null, bodies: [], decision: null, condition: null, missing: null, requirements: [], blocks: null },
        mandate: null,
        ...{ since: '2024-01-05', until: '2024-01-20' },
      },
    ]);
    for (const who of [track.chair, await secretary('west'), await server.as('reader', council)])
      expect(await addedTo(who)).toEqual([]);
    for (const path of ['/taken', `/trajecten/${track.id}`]) {
      const shown = async (role: Role, body: string) => {
        const { text } = await look(path, await server.cookieOf(role, body));
        const found = /href="\/proef\/ontwerp"(?: aria-label="Openen: ([^",]*)|>(?:<span[^>]*>)?([^<:]*))/g;
        return [...text.matchAll(found)].map(([, onButton, label]) => onButton ?? label);
      };
      expect([path, await shown('secretary', 'oost/college')]).toEqual([path, ['Bel &amp; oost/college']]);
      expect([path, await shown('process-lead', council)]).toEqual([path, ['Bel &amp; de regio']]);
      for (const role of ['chair', 'reader'] as const) expect([path, await shown(role, council)]).toEqual([path, []]);
    }
  });

  it('is found where nothing of the core is to be done: in a dossier that has ended', async () => {
    const ended = await Track.start(server, 'raadstraject', '2024-01-03');
    await accepted(track.chair.post(`/dossiers/${ended.id}/stops`, { on: '2024-02-01', reason: 'Klaar.' }));
    places.turns.push(() => [tell({}, ended.id), tell({ role: 'chair', body: council }, ended.id)]);
    const { items } = await pageFor(track.lead);
    expect(items.filter(({ dossier }) => dossier === ended.id)).toMatchObject([{ what: 'proef/bellen' }]);
    expect((await pageFor(track.chair)).items).toMatchObject([{ what: 'proef/bellen', dossier: ended.id }]);
    for (const role of ['process-lead', 'chair'] as const)
      expect((await look('/taken', await server.cookieOf(role, council))).text).toContain('href="/proef/ontwerp"');
  });

  it('is not shown in a dossier that who asks may not see, or that is not there', async () => {
    const elsewhere = { role: 'process-lead', body: null } as const;
    places.turns.push(() => [tell(elsewhere), tell(elsewhere, 'nergens')]);
    const stranger = await server.as('process-lead', 'testregio/overleg');
    expect(await addedTo(stranger)).toEqual([]);
    expect(await addedTo(track.lead)).toHaveLength(1);
  });

  it('is not shown in a dossier that was played back, and brings none of the core there', async () => {
    const { id, email } = await server.addPerson({ role: 'process-lead', body: council });
    const role = { role: 'process-lead', body: council, from: '2020-01-01', until: null } as const;
    const person = { id, email, name: 'Speler', assignments: [{ id: 'a', ...role }] };
    const caller = { person, key: null, ifMatch: null, replay: { source: 'Brief', invented: false } };
    const said = { workflow: 'raadstraject', title: 'Gespeeld', startedOn: '2024-01-02' };
    const { reading } = await server.sluis.dossiers.inOneTransaction((all) =>
      all.start(caller, shapeBody(startFacts, said)),
    );
    places.turns.push(() => [tell({}, reading.dossier.id)]);
    const { items } = await pageFor(track.lead);
    expect([...new Set(items.map(({ dossier }) => dossier))]).toEqual([track.id]);
    expect((await look('/taken', await server.signIn(id))).text).not.toContain(reading.dossier.id);
  });

  it('is a fault of the page where there are more than can be', async () => {
    places.turns.push(() => Array<AddedStep>(10_001).fill(tell()));
    const cookie = await server.cookieOf('process-lead', council);
    expect((await look('/taken', cookie)).status).toBe(500);
    places.turns.length = 0;
    places.turns.push(() => Array<AddedStep>(10_000).fill(tell()));
    expect((await look('/taken', cookie)).status).toBe(200);
  });

  it('comes in pages with the others, and one that is added twice is one', async () => {
    const second = await Track.start(server, 'raadstraject', '2024-01-01');
    places.turns.push(() => [tell(), tell({ phase: 'keuze' }), tell({}, second.id)]);
    places.turns.push(() => [tell({ since: '2024-01-02' })]);
    const names = (items: Told['items']) => items.map(({ dossier, what, phase }) => `${dossier} ${what} ${phase}`);
    const whole = names((await pageFor(track.lead)).items);
    expect(whole).toHaveLength(8 + 1 + 8 + 2);
    expect(whole[8]).toBe(`${second.id} proef/bellen ontwerp`);
    for (const limit of [1, 4, 9]) {
      const paged: string[] = [];
      for (let query: string | null = ''; query !== null;) {
        const { items, next } = await pageFor(track.lead, `?limit=${limit}${query}`);
        paged.push(...names(items));
        query = next && `&cursor=${next}`;
      }
      expect(paged).toEqual(whole);
    }
    const { text } = await look('/taken', await server.cookieOf('process-lead', council));
    expect([...text.matchAll(/href="\/proef\/ontwerp"/g)]).toHaveLength(2);
  });
});
