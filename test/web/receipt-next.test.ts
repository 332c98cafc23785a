// What the receipt says will happen next: how far the gate is, who concludes, and what is left for who recorded it.
import { accepted } from '../support/drenthe.js';
import { Track } from '../support/council-track.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

/** What a secretary reads after recording by the form. */
async function after(place: string, decidedOn: string, more: Record<string, string> = {}): Promise<string> {
  const cookie = await server.cookieOf('secretary', `${place}/college`);
  const form = `/trajecten/${track.id}/momenten/ontwerp/besluit?orgaan=${place}/college`;
  const { location } = await send(form, cookie, { decision: 'agree', decidedOn, ...more });
  return textOf((await look(location ?? '', cookie)).text);
}

it('says who is still missing, who concludes then, and that nothing is left to do', async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2024-02-01' });
  const first = await after('oost', '2024-01-05');
  expect(first).toContain('Wat gebeurt er nu Nog geen go: 2 van 3 ontbreken.');
  expect(first).toMatch(/Het wacht op (Eiland|West).* en (Eiland|West)/);
  expect(first).toContain(
    'Daarna legt het bestuurlijk overleg de conclusie vast. Antwoord kan t/m donderdag 1 februari 2024.',
  );
  expect(first).toContain('Iedereen met een rol in dit traject ziet dit besluit.');
  expect(first).toMatch(/Vast adres http:\/\/\S+\/besluiten\/[\w-]+ /);
  expect(first).toContain('U hoeft nu niets te doen.');
  await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-05'));
  expect(await after('eiland', '2024-01-05')).toContain('Wat gebeurt er nu Een go is mogelijk.');
});

it('says it to who recorded just now, and never to who comes to look', async () => {
  const { decisions } = await track.gate('ontwerp');
  const path = `/trajecten/${track.id}/momenten/ontwerp/besluiten/${decisions[0]?.id ?? ''}`;
  expect(textOf((await look(path, await server.cookieOf('secretary', 'oost/college'))).text)).not.toContain(
    'Wat gebeurt er nu',
  );
});

it('says that others do not see it yet, and until when', async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04');
  const closed = { 'release/scope': 'region', 'release/from': '2999-02-01', 'release/ground': 'Eerst de eigen raad.' };
  expect(await after('oost', '2024-01-05', closed)).toContain(
    'Alleen uw eigen orgaan ziet dit besluit, tot vrijdag 1 februari 2999.',
  );
  expect(await after('west', '2024-01-05', { ...closed, 'release/scope': 'own', 'release/from': '' })).toContain(
    'Alleen uw eigen orgaan ziet dit besluit, tot u het vrijgeeft.',
  );
});
