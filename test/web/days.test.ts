// Today stands in a form for what is done by recording it, and never for what somebody else decided on a day of their own.
import { accepted, conditionOf, decide, withOpenGate } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const today = '2024-05-02';
let server: TestServer;
let id: string;
let gate: string;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ change: { clock: `${today}T09:00:00Z` } });
  id = await withOpenGate(server);
  gate = `/trajecten/${id}/momenten/instemming`;
});
afterAll(() => server.stop());

async function dayIn(path: string, name: string, cookie: string) {
  const { status, text } = await look(path, cookie);
  const [field = ''] = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(text) ?? [];
  expect([path, status, field.includes('type="date"')]).toEqual([path, 200, true]);
  const [, value = ''] = / value="([^"]*)"/.exec(field) ?? [];
  return { value, isSaid: text.includes('Vandaag is ingevuld.'), isOffered: text.includes(`<option value="${today}"`) };
}

it('is filled in, and said to be, where something is answered, started or put', async () => {
  const [lead, assen] = [
    await server.cookieOf('process-lead', abo),
    await server.cookieOf('secretary', 'assen/college'),
  ];
  const conditions = [{ text: 'Eerst de kosten.', effect: 'suspensive' }];
  await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
  const { id: condition } = await conditionOf(server, id);
  const filledIn = { value: today, isSaid: true, isOffered: false };
  expect(await dayIn(`${gate}/voorwaarden/${condition}`, 'on', assen)).toEqual(filledIn);
  expect(await dayIn(`${gate}/terugnemen`, 'on', lead)).toEqual(filledIn);
  expect(await dayIn(`/trajecten/${id}/fasen/variant/planning`, 'on', lead)).toEqual(filledIn);
  expect(await dayIn('/trajecten/nieuw?workflow=drenthe-robuuste-regio', 'startedOn', lead)).toEqual(filledIn);
});

it('is one press away for a conclusion and a receipt, and no more', async () => {
  const offered = { value: '', isSaid: false, isOffered: true };
  expect(await dayIn(`${gate}/conclusie`, 'ruledOn', await server.cookieOf('chair', abo))).toEqual(offered);
  const secretary = await server.cookieOf('secretary', 'emmen/college');
  expect(await dayIn(`${gate}/besluit`, 'decidedOn', secretary)).toEqual({ ...offered, isOffered: false });
});

it('and what stands in the way of a go is said once', async () => {
  const page = textOf((await look(`${gate}/conclusie`, await server.cookieOf('chair', abo))).text);
  expect(page.match(/van de 12 colleges (is|zijn) akkoord/g)).toHaveLength(1);
  expect(page).toContain('Dat kan nu niet: hierboven staat waarom.');
});
