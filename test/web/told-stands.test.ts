// What the log, the tasks, the receipt and the sentence tell of a decision: the same words and, for machines, the same
// stand as everywhere, also where its answers differ.
import type { GateView } from '../../src/wording/gates/views.js';
import { accepted, decide, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let gate: string;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
});
beforeEach(async () => {
  id = await withOpenGate(server);
  gate = `/trajecten/${id}/momenten/instemming`;
});
afterAll(() => server.stop());

/** Every stand that a page carries: body, question where it is of one, and stand. */
const standsIn = (page: string): string[] =>
  [...page.matchAll(/<\w+[^>]*\sdata-body="([^"]*)"[^>]*>/g)].map(([tag, body]) => {
    const of = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(tag)?.[1];
    return [body, of('question'), of('stand')].filter((part) => part !== undefined).join(' ');
  });

const divided = { answers: { uitwerking: 'disagree' }, decision: 'agree', reason: 'Te duur.' };
const both = 'verdeeld: noodzaak akkoord, uitwerking niet akkoord';

describe('a decision whose answers differ', () => {
  it('is told by them in the log, with what it was before, and never by its kind alone', async () => {
    const { id: first } = await accepted(decide(server, id, 'assen', divided));
    await accepted(
      decide(server, id, 'assen', { corrects: first, reason: 'Verkeerd.', answers: {}, decision: 'agree' }),
    );
    const page = (await look(`/trajecten/${id}/logboek`, await server.cookieOf('reader', abo))).text;
    expect(page).toContain(`College van Assen: ${both} bij `);
    expect(page).toMatch(new RegExp(`Gecorrigeerd: College van Assen: akkoord bij [^(]*\\(eerst: ${both}\\)`));
    expect(standsIn(page)).toEqual(['assen/college for', 'assen/college against']);
  });

  it('is told by them among the tasks of who recorded it, and on its receipt for each question', async () => {
    const secretary = await server.secretary('assen');
    const path = `/dossiers/${id}/gates/instemming/decisions`;
    const said = { body: 'assen/college', decidedOn: '2024-04-16', ...divided };
    const { id: decision } = await accepted(secretary.post<{ id: string }>(path, said));
    const { id: own } = (await secretary.get<{ id: string }>('/me')).body;
    const cookie = await server.signIn(own);
    const tasks = (await look('/taken', cookie)).text;
    expect(tasks).toContain(`College van Assen: ${both}`);
    expect(standsIn(tasks)).toContain('assen/college against');
    const receipt = (await look(`${gate}/besluiten/${decision}`, cookie)).text;
    expect(standsIn(receipt)).toEqual([
      'assen/college against',
      'assen/college noodzaak for',
      'assen/college uitwerking against',
    ]);
  });
});

it('a task names how the body stands that is to do it, and the sentence how those stand whom it names', async () => {
  await accepted(decide(server, id, 'assen', divided));
  await accepted(decide(server, id, 'emmen', { decision: 'deferred' }));
  const emmen = await server.cookieOf('secretary', 'emmen/college');
  expect(standsIn((await look('/taken', emmen)).text)).toContain('emmen/college deferred');
  const page = (await look(gate, emmen)).text;
  const alert = /Een go is niet mogelijk<\/h2>.*?<p class="sluis-gate__about">.*?<\/p>/s.exec(page)?.[0] ?? '';
  expect(standsIn(alert)).toEqual(['assen/college uitwerking against']);
});

it('a sentence of an open gate carries those who are missing as their rows do', async () => {
  await accepted(decide(server, id, 'assen', { decision: 'deferred' }));
  const page = (await look(gate, await server.cookieOf('reader', abo))).text;
  const sentence =
    /Nog geen go: 12 van 12 ontbreken<\/h2>.*?<p class="sluis-gate__about">.*?<\/p>/s.exec(page)?.[0] ?? '';
  const reader = await server.as('reader', abo);
  const { stands } = (await reader.get<GateView>(`/dossiers/${id}/gates/instemming`)).body;
  const told = standsIn(sentence);
  expect(told.length).toBe(5);
  for (const one of told) expect(stands.map(({ body, side, why }) => `${body} ${why ?? side}`)).toContain(one);
});

it('the page of a gate answers first, then names who decides by what nobody else is called, then what can be done', async () => {
  const cookie = await server.cookieOf('process-lead', abo);
  const heads = async () =>
    [...(await look(gate, cookie)).text.matchAll(/<th[^>]*scope="col"[^>]*>([^<]*)</g)].map(([, head]) => head);
  expect(await heads()).toEqual(['College', 'Besluit']);
  const conditions = [{ text: 'De kosten.', effect: 'elaboration' }];
  await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions, reference: 'Z-1' }));
  expect(await heads()).toEqual(['College', 'Besluit', 'Voorwaarde', 'Datum', 'Nummer']);
  const page = (await look(gate, cookie)).text;
  const at = [
    /<h2[^>]*>Nog geen go/,
    /<table[^>]*sluis-bodies/,
    />Assen<\/a>/,
    /id="controls"/,
    /Gevraagde? besluit/,
  ].map((one) => page.search(one));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect([at.includes(-1), page.match(/nl-button--primary/g)?.length]).toEqual([false, 1]);
});
