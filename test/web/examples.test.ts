// To the demonstration a dossier for each kind of gate can be added: once, by whoever looks, and nowhere else.
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
const { look, send } = pagesAt(() => server.url);
beforeAll(async () => {
  server = await TestServer.start({ change: { mode: 'demonstration', clock: '2024-04-29T07:00:00Z' } });
  await server.sluis.demonstration.load();
});
afterAll(() => server.stop());

const gates = [
  ['besluit', 'keuze', '9 van de 12'],
  ['zienswijze', 'zienswijze', '5 van de 12'],
  ['toestemming', 'toestemming', '8 van de 12'],
  ['vaststelling', 'vaststelling', '5 van de 12'],
  ['ondertekening', 'ondertekening', '8 van de 17'],
] as const;

it('each with an open gate at which some have still to act', async () => {
  const cookieOf = async (name: string) =>
    server.signIn((await server.sluis.directory.known(`${name}@demo.example`))?.id ?? '');
  const lead = await cookieOf('kwartiermaker');
  const before = await look('/trajecten', lead);
  expect(before.text).toContain('Voorbeelden toevoegen');
  const both = [await cookieOf('lezer'), lead].map((cookie) => send('/demonstratie/voorbeelden', cookie, {}));
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([303, 303]);
  const { text } = await look('/trajecten', lead);
  expect(text).not.toContain('Voorbeelden toevoegen');
  expect(text.match(/Voorbeeld van een \w+/g)?.sort()).toEqual(
    gates.map(([, kind]) => `Voorbeeld van een ${kind}`).sort(),
  );
  for (const [gate, kind, decided] of gates) {
    const [, id] = new RegExp(`href="/trajecten/([^"]+)">Voorbeeld van een ${kind}`).exec(text) ?? [];
    expect(textOf((await look(`/trajecten/${id}`, lead)).text)).toContain(`${decided} hebben`);
    expect((await look(`/trajecten/${id}/momenten/${gate}`, lead)).status).toBe(200);
  }
});

it('and not to a record that is real', async () => {
  const real = await TestServer.start();
  const pages = pagesAt(() => real.url);
  const cookie = await real.cookieOf('process-lead', 'jeugdhulpregio-drenthe/abo');
  expect((await pages.look('/trajecten', cookie)).text).not.toContain('Voorbeelden toevoegen');
  expect((await pages.send('/demonstratie/voorbeelden', cookie, {})).status).toBe(404);
  await real.stop();
});
