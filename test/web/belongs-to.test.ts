// A decision that was recorded in the wrong dossier: it says to which one it belongs, to those who may see that one.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { refusal, type Client } from '../support/client.js';
import { Track, council } from '../support/council-track.js';
import { accepted, college, decide, gateOf, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let id: string;
let right: string;
let foreign: string;
/** Started by mistake: nothing belongs there. */
let never: string;
let first: DecisionView;
let assen: Client;
const cookies: Record<string, string> = {};
const { look, send } = pagesAt(() => server.url);
const body = college('assen');

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  foreign = (await Track.start(server)).id;
  right = await withOpenGate(server);
  never = await startDrenthe(server);
  const gone = { corrects: never, never: true, reason: 'Vergist.' };
  await accepted((await server.lead()).post('/dossiers', gone));
  assen = await server.secretary('assen');
  cookies.assen = await server.cookieOf('secretary', body);
  cookies.lead = await server.cookieOf('process-lead', abo);
});
afterAll(() => server.stop());
beforeEach(async () => {
  id = await withOpenGate(server);
  first = await accepted(decide(server, id, 'assen', { reference: '123' }));
});

const gate = (): string => `/dossiers/${id}/gates/instemming/decisions`;
const correct = (belongsTo: string, who = assen, more: object = {}) =>
  who.post<DecisionView>(gate(), { body, corrects: first.id, reason: 'Verkeerd traject.', belongsTo, ...more });
const formAt = (decision = first.id) => `/trajecten/${id}/momenten/instemming/besluit?corrigeert=${decision}`;
const pageOf = (decision: string) => `/trajecten/${id}/momenten/instemming/besluiten/${decision}`;
const log = () => `/trajecten/${id}/logboek`;

it('to one that may not be seen is refused in the same words as to one that is not there, and to itself', async () => {
  const [unseen, unknown] = [await correct(foreign), await correct('00000000-0000-4000-8000-000000000000')];
  expect(refusal(unseen)).toBe('400 /belongsTo unknown-dossier');
  expect(unseen.body).toEqual(unknown.body);
  expect(JSON.stringify(unseen.body)).toContain('kies een ander, of laat dit weg');
  expect(refusal(await correct(id))).toBe('400 /belongsTo not-allowed-here');
  expect((await gateOf(server, id)).decisions).toHaveLength(1);
});

it('is offered the other dossiers of its region that may be seen', async () => {
  const both = await server.addPerson({ role: 'secretary', body }, { role: 'reader', body: council });
  const { text } = await look(formAt(), await server.signIn(both.id));
  const [, list = ''] = /<select[^>]*name="belongsTo"[^>]*>(.*?)<\/select>/s.exec(text) ?? [];
  const offered = [...list.matchAll(/value="([^"]+)"/g)].map(([, value]) => value);
  expect(offered).toContain(right);
  expect(offered).not.toContain(id);
  expect(offered).not.toContain(foreign);
  expect(offered).not.toContain(never);
  expect(list).toContain('gestart op 11 april 2024');
  const plain = await look(`/trajecten/${id}/momenten/instemming/besluit?orgaan=${body}`, cookies.lead ?? '');
  expect(plain.text).not.toContain('belongsTo');
});

it('goes by the form; its page and its line say where, and only from there it is recorded there', async () => {
  const said = { body, corrects: first.id, decision: 'agree', decidedOn: '2024-04-16', belongsTo: right };
  const sent = await send(formAt(), cookies.assen ?? '', { ...said, reason: 'Verkeerd traject.' });
  expect(sent.status).toBe(303);
  const { stands, decisions } = await gateOf(server, id);
  expect(stands.find((one) => one.body === body)).toMatchObject({ side: 'silent', act: null });
  expect(decisions.at(-1)).toMatchObject({ belongsTo: right, flags: expect.arrayContaining(['no-decision']) });
  const page = (await look(sent.location ?? '', cookies.assen ?? '')).text;
  expect(page).toContain(`href="/trajecten/${right}"`);
  const there = `/trajecten/${right}/momenten/instemming/besluit?orgaan=${encodeURIComponent(body)}`;
  expect(page).toContain(`href="${there}"`);
  expect((await look(there, cookies.assen ?? '')).status).toBe(200);
  expect((await gateOf(server, right)).decisions).toEqual([]);
  const told = (await look(log(), cookies.lead ?? '')).text;
  expect(told).toMatch(
    new RegExp(`Hoort bij een ander traject:</span> <a [^>]*href="/trajecten/${right}"[^>]*>Robuuste`),
  );
});

it('to one of another region is told by its title to who may see that one, and stays when others correct it', async () => {
  const both = await server.person({ role: 'secretary', body }, { role: 'reader', body: council });
  const { id: mended } = await accepted(correct(foreign, both));
  const [mine, lead] = [await look(log(), await server.signIn(both.id)), await look(log(), cookies.lead ?? '')];
  expect(mine.text).toContain(`href="/trajecten/${foreign}"`);
  expect(lead.text).not.toContain(foreign);
  expect(lead.text).toMatch(/Hoort bij een ander traject:<\/span> een traject waarin u geen rol hebt/);
  const page = (await look(pageOf(mended), cookies.lead ?? '')).text;
  expect([page.includes(foreign), page.includes('een traject waarin u geen rol hebt')]).toEqual([false, true]);
  expect((await look(formAt(mended), cookies.assen ?? '')).text).toContain('een traject waarin u geen rol hebt');
  const again = await accepted(correct(foreign, assen, { corrects: mended, reference: '124' }));
  expect(again).toMatchObject({ belongsTo: foreign, reference: '124' });
  const back = { body, corrects: again.id, clears: ['belongsTo'], reason: 'Toch hier.' };
  await accepted(assen.post(gate(), back));
  expect((await gateOf(server, id)).stands.find((one) => one.body === body)).toMatchObject({ side: 'for' });
});
