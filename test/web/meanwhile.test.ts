// What is given is what was shown: a conclusion, what answers to a text, and what records a fact of its own, while somebody
// else records something.
import {
  accepted,
  agree,
  college,
  conditionOf,
  decide,
  gateOf,
  municipalities,
  withOpenGate,
} from '../support/drenthe.js';
import { hiddenIn, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let gate: string;
let chair: string;

const { look, send, toConfirm } = pagesAt(() => server.url);
const changed = 'Intussen is er iets veranderd';

beforeAll(async () => {
  server = await TestServer.start();
  chair = await server.cookieOf('chair', abo);
});
beforeEach(async () => {
  id = await withOpenGate(server);
  gate = `/trajecten/${id}/momenten/instemming`;
});
afterAll(() => server.stop());

const go = { ruling: 'go', ruledOn: '2024-05-20' };
const revise = async (municipality: string, more: object = {}) => {
  const decisions = (await gateOf(server, id)).decisions;
  const revises = decisions.find(({ body }) => body === college(municipality))?.id;
  const again = { decision: 'agree-with-remarks', remarks: ['Let op.'], decidedOn: '2024-05-02', revises };
  return accepted(decide(server, id, municipality, { ...again, ...more }));
};

describe('a conclusion', () => {
  it('comes again when a college decided otherwise since it was shown, and says who and how', async () => {
    await agree(server, id);
    const filled = await toConfirm(`${gate}/conclusie`, chair, { ...go, 'dissent/7': 'meppel/college' });
    await revise('emmen');
    const { status, text } = await send(`${gate}/conclusie`, chair, filled);
    expect([status, (await gateOf(server, id)).rulings]).toEqual([412, []]);
    const told = text.slice(text.indexOf(changed), text.indexOf('name="sleutel"'));
    expect(told).toContain(
      'College van Emmen: akkoord (voorlopig) → <span data-body="emmen/college" data-stand="for">akkoord met aandachtspunten (voorlopig)</span>',
    );
    expect(told).toContain('Sinds u dit formulier opende, is dit vastgelegd:');
    expect(told).toMatch(/\. <span class="sluis-quiet">Door [^<]+\.<\/span>/);
    expect(told).not.toContain('College van Assen:');
    expect(told).toContain('College van Meppel'); // what was filled in
    expect((await send(`${gate}/conclusie`, chair, { ...hiddenIn(text), bevestigd: 'ja' })).status).toBe(303);
    expect((await gateOf(server, id)).rulings[0]).toMatchObject({ ruling: 'go', dissent: ['meppel/college'] });
  });

  it('that can be no go any more is not offered, and everything filled in is still there', async () => {
    await agree(server, id);
    const reason = 'Dit is "lang" <b>bedacht</b> & nagekeken.';
    const filled = await toConfirm(`${gate}/conclusie`, chair, { ...go, reason });
    await revise('emmen', { decision: 'disagree', remarks: undefined });
    const { status, text } = await send(`${gate}/conclusie`, chair, filled);
    expect([status, (await gateOf(server, id)).rulings]).toEqual([409, []]);
    for (const part of [
      changed,
      'Een go is niet mogelijk',
      '→',
      'Dit is &quot;lang&quot; &lt;b&gt;bedacht&lt;/b&gt; &amp; nagekeken.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('name="bevestigd"');
    expect(text).not.toContain('<ul class="sluis-plain"></ul>'); // a screen reader would tell of a list
  });

  it('says already where it is shown what changed since it was opened', async () => {
    await agree(server, id);
    const { gelezen = '' } = hiddenIn((await look(`${gate}/conclusie`, chair)).text);
    expect((await send(`${gate}/conclusie`, chair, { ...go, gelezen })).text).not.toContain(changed);
    await revise('emmen');
    const shown = await send(`${gate}/conclusie`, chair, { ...go, gelezen });
    expect([shown.status, shown.text.includes(changed), shown.text.includes('name="bevestigd"')]).toEqual([
      200,
      true,
      true,
    ]);
    const back = await send(`${gate}/conclusie`, chair, { ...go, gelezen, wijzigen: 'ja' });
    expect([back.status, back.text.includes(changed)]).toEqual([200, true]);
    expect((await send(`${gate}/conclusie`, chair, { ...hiddenIn(shown.text), bevestigd: 'ja' })).status).toBe(303);
  });

  it('of which nothing says when it was shown is shown, not recorded', async () => {
    await agree(server, id);
    const person = hiddenIn((await look(`${gate}/conclusie`, chair)).text).gelezen?.split(' ')[2] ?? '';
    const never = [
      '',
      '0',
      '-1',
      'x',
      '999999 2024-05-20 x',
      `4 2024-02-30 ${person}`,
      `4 ${person}`,
      '4'.repeat(2000),
    ];
    for (const gelezen of never) {
      const { status, text } = await send(`${gate}/conclusie`, chair, { ...go, gelezen, bevestigd: 'ja' });
      expect([gelezen, status, text.includes('name="bevestigd"')]).toEqual([gelezen, 200, true]);
    }
    expect((await gateOf(server, id)).rulings).toEqual([]);
  });

  it('sent twice at once is recorded once, and both get the same page; of two chairs one is told', async () => {
    await agree(server, id);
    const other = await server.cookieOf('chair', abo);
    const [filled, theirs] = [
      await toConfirm(`${gate}/conclusie`, chair, go),
      await toConfirm(`${gate}/conclusie`, other, go),
    ];
    const [first, second, third] = await Promise.all([
      send(`${gate}/conclusie`, chair, filled),
      send(`${gate}/conclusie`, chair, filled),
      send(`${gate}/conclusie`, other, theirs),
    ]);
    expect([first.status, second.status, second.location]).toEqual([303, 303, first.location]);
    expect([third.status, third.text.includes(changed)]).toEqual([409, true]);
    expect((await gateOf(server, id)).rulings).toHaveLength(1);
  });

  it('of what is closed tells nobody else more than the stand does', async () => {
    await agree(
      server,
      id,
      municipalities.filter((one) => one !== 'assen'),
    );
    const hold = { ruling: 'hold', ruledOn: '2024-05-20', reason: 'Later.' };
    const closed = {
      decision: 'agree',
      decidedOn: '2024-05-02',
      release: { scope: 'own', ground: 'art. 87 Gemeentewet' },
    };
    // Beside a decision that is known it is not there at all: what was shown is still so.
    const beside = await toConfirm(`${gate}/conclusie`, chair, hold);
    await revise('emmen', { ...closed, remarks: undefined });
    expect((await send(`${gate}/conclusie`, chair, beside)).status).toBe(303);
    // In the place of none, everyone learns that there is one.
    const instead = await toConfirm(`${gate}/conclusie`, chair, { ...hold, ruledOn: '2024-05-21' });
    await accepted(decide(server, id, 'assen', { ...closed, decision: 'disagree' }));
    const { status, text } = await send(`${gate}/conclusie`, chair, instead);
    expect([status, text]).toEqual([412, expect.stringContaining('>nog niet vrijgegeven</span>')]);
    const told = text.slice(text.indexOf(changed), text.indexOf('name="sleutel"'));
    expect(told).not.toMatch(/Assen[^<]*niet akkoord|door Persoon/);
  });
});

describe('a form of which the text is another by now', () => {
  const agreed = { decision: 'agree', decidedOn: '2024-04-16' };

  it('for a decision comes again when another version was put, with what was filled in', async () => {
    const secretary = await server.cookieOf('secretary', 'assen/college');
    const { gelezen = '' } = hiddenIn((await look(`${gate}/besluit`, secretary)).text);
    const path = `/dossiers/${id}/gates/instemming/proposals`;
    await accepted((await server.lead()).post(path, { on: '2024-04-15', title: 'Versie 2' }));
    const filled = { ...agreed, gelezen, reference: 'Z-1', body: 'assen/college' };
    const { status, text } = await send(`${gate}/besluit`, secretary, filled);
    expect([status, (await gateOf(server, id)).decisions]).toEqual([412, []]);
    for (const part of [changed, 'value="Z-1"', 'name="proposalVersion"']) expect(text).toContain(part);
    const again = { ...filled, ...hiddenIn(text), proposalVersion: '2' };
    expect((await send(`${gate}/besluit`, secretary, again)).status).toBe(303);
  });

  it('for a condition comes again when its body disputed the answer', async () => {
    const conditions = [{ text: 'De kosten.', effect: 'elaboration' }];
    await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
    const condition = await conditionOf(server, id);
    const answers = `/dossiers/${id}/gates/instemming/conditions/${condition.id}/answers`;
    await accepted((await server.chair()).post(answers, { answer: 'rejected', on: '2024-05-01', reason: 'Nee.' }));
    const secretary = await server.cookieOf('secretary', 'assen/college');
    const { gelezen = '' } = hiddenIn((await look(`${gate}/voorwaarden/${condition.id}`, secretary)).text);
    await accepted((await server.secretary('assen')).post(answers, { answer: 'disputed', on: '2024-05-02' }));
    const waived = { answer: 'waived', on: '2024-05-03', reason: 'Laat maar.', gelezen };
    const { status, text } = await send(`${gate}/voorwaarden/${condition.id}`, secretary, waived);
    expect([status, (await conditionOf(server, id)).status]).toEqual([412, 'disputed']);
    for (const part of [changed, 'Laat maar.']) expect(text).toContain(part);
  });
});

describe('a form that records a fact of its own', () => {
  it('is not refused because of what others recorded', async () => {
    const cookies = await Promise.all(municipalities.map((one) => server.cookieOf('secretary', college(one))));
    const shown = await Promise.all(
      cookies.map(async (cookie) => hiddenIn((await look(`${gate}/besluit`, cookie)).text)),
    );
    const sent = await Promise.all(
      cookies.map((cookie, i) =>
        send(`${gate}/besluit`, cookie, { ...shown[i], decision: 'agree', decidedOn: '2024-04-16' }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(municipalities.map(() => 303));
    expect((await gateOf(server, id)).tally.for).toBe(12);
  });

  it('that another opened is shown to whoever sends it, and recorded in their name only then', async () => {
    const [mine, theirs] = [
      await server.cookieOf('secretary', 'assen/college'),
      await server.cookieOf('secretary', 'assen/college'),
    ];
    const filled = {
      ...hiddenIn((await look(`${gate}/besluit`, mine)).text),
      decision: 'agree',
      decidedOn: '2024-04-16',
    };
    const { status, text } = await send(`${gate}/besluit`, theirs, filled);
    expect([status, (await gateOf(server, id)).decisions]).toEqual([412, []]);
    expect(text).toContain('Dit formulier is geopend door iemand anders.');
    const again = await send(`${gate}/besluit`, theirs, { ...filled, ...hiddenIn(text) });
    expect(again.status).toBe(303);
    const [decision] = (await gateOf(server, id)).decisions;
    expect(decision?.body).toBe('assen/college');
  });
});
