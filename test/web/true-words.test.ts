// What the pages say of how a dossier stands, and whom they send where: never a way that is closed, never for nothing.
import {
  accepted,
  agree,
  conditionOf,
  decide,
  gateOf,
  municipalities,
  rule,
  withOpenGate,
} from '../support/drenthe.js';
import { ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let dossier: string;
let gate: string;
const { look, send, confirm } = pagesAt(() => server.url);
const cookies = new Map<string, string>();
async function as(role: Parameters<TestServer['cookieOf']>[0], body: string | null): Promise<string> {
  const cookie = cookies.get(`${role} ${body}`) ?? (await server.cookieOf(role, body));
  cookies.set(`${role} ${body}`, cookie);
  return cookie;
}

beforeAll(async () => {
  server = await TestServer.start();
});
beforeEach(async () => {
  id = await withOpenGate(server);
  dossier = `/trajecten/${id}`;
  gate = `${dossier}/momenten/instemming`;
});
afterAll(() => server.stop());

const conditions = [{ text: 'De kosten.', effect: 'elaboration' }];
const underConditions = (place: string, of = conditions) =>
  accepted(decide(server, id, place, { decision: 'agree-with-conditions', conditions: of }));
const answer = async (index: number, answered: string) => {
  const { id: condition } = await conditionOf(server, id, 'instemming', index);
  const path = `/dossiers/${id}/gates/instemming/conditions/${condition}/answers`;
  await accepted((await server.chair()).post(path, { answer: answered, on: '2024-05-01' }));
};
const primary = (text: string): string => /nl-button--primary" href="([^"]*)"/.exec(text)?.[1] ?? '';

describe('after a no-go', () => {
  it('the process lead is sent to take the phase up again, and what was refused does not run', async () => {
    await accepted(decide(server, id, 'assen', { decision: 'disagree', reason: 'Te duur.' }));
    await accepted(rule(server, id, { ruling: 'no-go', reason: 'Te duur.' }));
    const lead = await as('process-lead', abo);
    const page = (await look(gate, lead)).text;
    expect(primary(page)).toBe(`${dossier}/fasen/instemming/overdoen`);
    expect(page).toContain('Fase opnieuw opnemen');
    expect(page).not.toContain('lees het traject opnieuw');
    expect((await look(dossier, lead)).text).toContain('No-go: fase 0 moet opnieuw');
    const early = await look(`${gate}/voorleggen`, lead);
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('neem eerst de fase opnieuw op')]);
    expect((await look(gate, await as('chair', abo))).text).toContain('Dat doet de kwartiermaker.');
    const again = { on: '2024-05-21', reason: 'Het voorstel wordt aangepast.' };
    expect((await send(primary(page), lead, again)).status).toBe(303);
    expect((await confirm(`${gate}/voorleggen`, lead, { on: '2024-05-21' })).status).toBe(303);
  });
});

describe('what was concluded', () => {
  it('stands on the page of the dossier: that it was held, and the go that came after', async () => {
    await agree(server, id, municipalities.slice(1));
    await underConditions('aa-en-hunze');
    const reader = await as('reader', abo);
    await accepted(rule(server, id, { ruling: 'hold', reason: 'Eerst de kosten.', ruledOn: '2024-04-25' }));
    expect((await look(dossier, reader)).text).toContain('Op 25 april 2024 aangehouden door het ABO Jeugd.');
    await answer(0, 'adopted');
    await accepted(rule(server, id, {}));
    expect((await look(dossier, reader)).text).toMatch(/<h2[^>]*>Go onder voorwaarden<\/h2>.*maandag 20 mei 2024/);
  });
});

describe('the card of an open gate', () => {
  it('names the chair where the chair must answer, and calls nothing needed where it can be a go', async () => {
    const lead = await as('process-lead', abo);
    await underConditions('assen');
    const open = (await look(dossier, lead)).text;
    expect(open).toContain('Nog nodig voor de go');
    expect(open).toMatch(/voorwaarde nog open<.*te beantwoorden door het ABO Jeugd/);
    await agree(
      server,
      id,
      municipalities.filter((one) => one !== 'assen'),
    );
    const all = (await look(dossier, lead)).text;
    expect(all).toContain('Nog nodig voor de go');
    await answer(0, 'adopted');
    const go = (await look(dossier, lead)).text;
    expect(go).toContain('Een go is mogelijk');
    expect(go).not.toContain('Nog nodig voor de go');
    await accepted(decide(server, id, 'emmen', { decision: 'disagree', revises: await latest('emmen') }));
    expect((await look(dossier, lead)).text).not.toContain('Nog nodig voor de go');
  });
});

const latest = async (place: string): Promise<string> =>
  (await gateOf(server, id)).decisions.findLast(({ body }) => body === `${place}/college`)?.id ?? '';

describe('the tasks', () => {
  it('of a chair lead straight to each condition that waits for an answer, and to none that has one', async () => {
    const chair = await as('chair', abo);
    await underConditions('assen', [...conditions, { text: 'De toegang.', effect: 'elaboration' }]);
    await underConditions('emmen', [{ text: 'Eerst de raad.', effect: 'suspensive' }]);
    await answer(0, 'adopted');
    const open = (await conditionOf(server, id, 'instemming', 1)).id;
    const links = (text: string) => [
      ...new Set(text.match(new RegExp(`/trajecten/${id}/momenten/instemming/voorwaarden/[\\w-]+`, 'g'))),
    ];
    for (const page of ['/taken', dossier])
      expect(links((await look(page, chair)).text)).toEqual([`${gate}/voorwaarden/${open}`]);
    expect((await look(`${gate}/voorwaarden/${open}`, chair)).status).toBe(200);
    const own = (await conditionOf(server, id, 'instemming', 2)).id;
    const tasks = (await look('/taken', await as('secretary', 'emmen/college'))).text;
    expect(links(tasks)).toEqual([`${gate}/voorwaarden/${own}`]);
    expect(tasks).toContain('Voorwaarde beantwoorden van het college van Emmen');
  });

  it('of others are shown to who follows them, and dossiers are promised to who sees them', async () => {
    const text = async (role: Parameters<TestServer['cookieOf']>[0], body: string | null) =>
      (await look('/taken', await as(role, body))).text;
    expect(await text('process-lead', abo)).toContain('Wacht op anderen');
    expect(await text('chair', abo)).toContain('Wacht op anderen');
    for (const [role, body] of [
      ['reader', abo],
      ['clerk', 'assen/raad'],
      ['secretary', 'assen/college'],
    ] as const)
      expect(await text(role, body)).not.toContain('Wacht op anderen');
    expect(await text('reader', abo)).toContain('U kunt de trajecten wel bekijken.');
    expect(await text('administrator', null)).not.toContain('U kunt de trajecten wel bekijken.');
  });
});

describe('a form that someone else may give', () => {
  it('is kept while it is refused, and is there again for who may', async () => {
    const filled = { decision: 'disagree', decidedOn: '2024-04-16', reason: 'Een lange toelichting.' };
    const stranger = await as('secretary', 'assen/college');
    const refused = await send(`${gate}/besluit?orgaan=emmen/college`, stranger, { ...filled, body: 'emmen/college' });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Terug naar het formulier')]);
    const chair = await send(`${gate}/besluit`, await as('chair', abo), filled);
    expect([chair.status, chair.text]).toEqual([403, expect.stringContaining('Terug naar het formulier')]);
    expect(chair.text).toContain('name="reason" value="Een lange toelichting."');
    const again = await send(`${gate}/besluit`, await as('secretary', 'emmen/college'), { ...filled, wijzigen: 'ja' });
    expect([again.status, again.text]).toEqual([200, expect.stringContaining('Een lange toelichting.')]);
  });

  it('is not kept when it came from another site', async () => {
    const elsewhere = { origin: 'https://elders.example', accept: 'text/html' };
    const sent = await send(`${gate}/besluit`, await as('chair', abo), { reason: 'Een lange tekst.' }, elsewhere);
    expect([sent.status, sent.text.includes('Een lange tekst.')]).toEqual([403, false]);
  });
});

describe('a day', () => {
  it.each(['16-04-2024', '16-4-2024', '2024-04-16', ' 16-04-2024 '])('"%s" is looked back at', async (typed) => {
    const { status, text } = await look(`${dossier}?asOf=${encodeURIComponent(typed)}`, await as('reader', abo));
    expect([status, text]).toEqual([200, expect.stringContaining('Stand van 16 april 2024')]);
  });

  it.each([
    ['2024-04-28', '28 april 2024 is een zondag; klopt dat?'],
    ['27-04-2024', '27 april 2024 is een zaterdag; klopt dat?'],
  ])('%s on which a college would meet is asked about once, and recorded', async (decidedOn, asked) => {
    const secretary = await as('secretary', 'assen/college');
    const filled = { decision: 'agree', decidedOn, sleutel: `weekend-${id}` };
    const headers = { ...ownPage, cookie: secretary };
    const sent = { method: 'POST', body: new URLSearchParams(filled), redirect: 'manual', headers } as const;
    const answer = await fetch(`${server.url}${gate}/besluit`, sent); // at an address of its own: going back sends nothing again
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('controle=weekend-'),
    ]);
    const doubted = await send(`${gate}/besluit`, secretary, filled);
    expect([doubted.status, doubted.text]).toEqual([200, expect.stringContaining(asked)]);
    expect((await gateOf(server, id)).decisions).toEqual([]);
    const gezien = /name="gezien" value="([^"]*)"/.exec(doubted.text)?.[1] ?? '';
    const other = await send(`${gate}/besluit`, secretary, { ...filled, decidedOn: '2024-04-21', gezien });
    expect(other.text).toContain('21 april 2024 is een zondag');
    expect((await send(`${gate}/besluit`, secretary, { ...filled, gezien })).status).toBe(303);
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });

  it('in a weekend is remarked where a conclusion is shown once more, and refused by no program', async () => {
    const chair = await as('chair', abo);
    const held = { ruling: 'hold', ruledOn: '2024-04-28', reason: 'Later.' };
    const check = await send(`${gate}/conclusie`, chair, held);
    expect(check.text).toContain('28 april 2024 is een zondag; klopt dat?');
    expect((await confirm(`${gate}/conclusie`, chair, held)).status).toBe(303);
    expect((await send(`${gate}/conclusie`, chair, { ...held, ruledOn: '2024-04-29' })).text).not.toContain(
      'klopt dat?',
    );
    await accepted(decide(server, id, 'emmen', { decidedOn: '2024-04-28' }));
  });
});
