// What a form does with what is sent to it, without a browser: nothing twice, nothing lost, nothing by the wrong person.
import type { GateView } from '../../src/wording/gates/views.js';
import { accepted, agree, decide, gateOf, municipalities, withOpenGate } from '../support/drenthe.js';
import { ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let gate: string;
let secretary: string;

beforeAll(async () => {
  server = await TestServer.start();
  secretary = await server.cookieOf('secretary', 'assen/college');
});
beforeEach(async () => {
  id = await withOpenGate(server);
  gate = `/trajecten/${id}/momenten/instemming`;
});
afterAll(() => server.stop());

const { look, send, confirm } = pagesAt(() => server.url);

const agreed = { decision: 'agree', decidedOn: '2024-04-16', sleutel: 'een-sleutel-van-assen' };
const decisions = async (): Promise<GateView['decisions']> => (await gateOf(server, id)).decisions;

describe('a form', () => {
  it('sent twenty times at once is recorded once, and everyone gets the same receipt', async () => {
    const key = { sleutel: `sleutel-${id}` };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(`${gate}/besluit`, secretary, { ...agreed, ...key })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await decisions()).toHaveLength(1);
    const changed = await send(`${gate}/besluit`, secretary, { ...agreed, ...key, reference: 'anders' });
    expect([changed.status, changed.text]).toEqual([422, expect.stringContaining('was al verstuurd')]);
  });

  it('takes a date as people write it, and texts as they were typed', async () => {
    const reason = 'Regel één.\r\nRegel <b>twee</b> & meer.';
    const { location } = await send(`${gate}/besluit`, secretary, { ...agreed, decidedOn: '16-4-2024', reason });
    const [decision] = await decisions();
    expect(decision).toMatchObject({ decidedOn: '2024-04-16', reason: 'Regel één.\nRegel <b>twee</b> & meer.' });
    const receipt = await look(location ?? '', secretary);
    expect(receipt.text).toContain('Regel &lt;b&gt;twee&lt;/b&gt; &amp; meer.');
  });

  it('says every fault beside its field, keeps what was filled in, and closes up what was left empty', async () => {
    const { status, text } = await send(`${gate}/besluit`, secretary, {
      decision: 'agree-with-conditions',
      decidedOn: '31-02-2024',
      reference: 'Z-1',
      'conditions/0/text': ' ',
      'conditions/0/effect': 'elaboration',
      'conditions/4/text': 'De tweede.',
      'conditions/4/effect': 'suspensive',
      'conditions/4/dueOn': 'ooit',
    });
    expect(status).toBe(400);
    for (const part of ['Datum van het besluit is geen bestaande datum', 'value="Z-1"', 'De tweede.'])
      expect(text).toContain(part);
    expect(text).toContain('href="#conditions/0/dueOn"');
    expect(text).toMatch(/<option value="suspensive" selected/);
    expect(await decisions()).toEqual([]);
  });

  it('is refused to the wrong person, with who may', async () => {
    const page = await look(gate, secretary);
    expect(page.text).toContain('Dat doet de voorzitter van het ABO Jeugd.');
    for (const path of [`${gate}/conclusie`, `${gate}/voorleggen`, `/trajecten/${id}/stoppen`])
      for (const answer of [
        await look(path, secretary),
        await send(path, secretary, { ruling: 'go', on: '2024-05-01' }),
      ])
        expect([path, answer.status]).toEqual([path, 403]);
    const reader = await server.cookieOf('reader', abo);
    expect((await send(`${gate}/besluit`, reader, agreed)).status).toBe(403);
    const other = await send(`${gate}/besluit?orgaan=emmen/college`, secretary, {
      ...agreed,
      sleutel: `eigen-${id}`,
      body: 'emmen/college',
    });
    expect(other.status).toBe(403);
    expect((await look(`${gate}/besluit?orgaan=emmen/college`, secretary)).status).toBe(403);
    const clerk = await server.cookieOf('clerk', 'assen/raad');
    expect((await look(`${gate}/besluit`, clerk)).status).toBe(403);
    expect(await decisions()).toEqual([]);
  });

  it('calls nothing optional that an answer makes required, and says who may do what one may not', async () => {
    const form = (await look(`${gate}/besluit`, secretary)).text;
    expect(form).toMatch(/>Voorwaarde 1</);
    expect(form).toMatch(/>Zaak- of besluitnummer<[^>]*> \(niet verplicht\)/);
    const { text } = await look(`${gate}/wie-besluiten`, secretary);
    expect(text).toContain('vraag een voorzitter of plaatsvervangend voorzitter.');
    const chair = await server.cookieOf('chair', abo);
    const nothing = await send(`${gate}/wie-besluiten`, chair, { on: '2024-05-01', reason: 'Zomaar.' });
    expect(nothing.text).toContain('Dit wijzigt niets aan wie besluiten; kies');
  });

  it('is refused from another site, and to whoever is not signed in', async () => {
    const foreign = await send(`${gate}/besluit`, secretary, agreed, { ...ownPage, origin: 'https://elders.example' });
    expect(foreign.status).toBe(403);
    const nobody = await send(`${gate}/besluit`, '', agreed);
    expect([nobody.status, nobody.text]).toEqual([401, expect.stringContaining('is niet vastgelegd')]);
    expect(nobody.text).toContain('name="ingevuld" value="decision=agree&amp;decidedOn=2024-04-16&amp;');
    const elsewhere = { 'sec-fetch-site': 'cross-site', accept: 'text/html' };
    const sentByOthers = await send(`${gate}/besluit`, '', agreed, elsewhere); // a browser sends no cookie along then
    expect([sentByOthers.status, sentByOthers.text]).toEqual([401, expect.not.stringContaining('decision=agree')]);
    expect(await look(gate, '')).toMatchObject({
      status: 303,
      location: `/aanmelden?next=${encodeURIComponent(gate)}`,
    });
    expect(await decisions()).toEqual([]);
  });

  it('for a correction begins with everything that was decided', async () => {
    const conditions = { 'conditions/0/text': 'Eerst de kosten.', 'conditions/0/effect': 'suspensive' };
    const evidence = { 'evidence/0/title': 'Besluitenlijst', 'evidence/0/url': 'https://example.org/lijst' };
    const decision = { decision: 'agree-with-conditions', 'answers/noodzaak': 'agree', ...conditions, ...evidence };
    await send(`${gate}/besluit`, secretary, { ...agreed, sleutel: `eerst-${id}`, ...decision });
    const [first] = await decisions();
    const { text } = await look(`${gate}/besluit?corrigeert=${first?.id}`, secretary);
    for (const part of ['Eerst de kosten.', 'Besluitenlijst', 'https://example.org/lijst', 'value="2024-04-16"'])
      expect(text).toContain(part);
    expect(text).toMatch(/value="agree-with-conditions"[^>]*checked|checked[^>]*value="agree-with-conditions"/);
    expect(text).toMatch(/<option value="suspensive" selected/);
  });

  it('leaves out what belongs to an answer that was not given', async () => {
    const typed = { 'conditions/0/text': 'Toch niet.', 'conditions/0/effect': 'elaboration', 'remarks/0': 'Ook niet.' };
    const { status } = await send(`${gate}/besluit`, secretary, { ...agreed, sleutel: `toch-${id}`, ...typed });
    expect([status, (await decisions())[0]]).toEqual([303, expect.objectContaining({ conditions: [], remarks: [] })]);
  });

  it('takes odd names and many fields for what they are: nothing', async () => {
    const odd = {
      __proto__x: '1',
      constructor: 'x',
      'conditions/99/text/extra': 'x',
      'a/b/c': 'x',
      'answers/onbekend': 'x',
    };
    const { status } = await send(`${gate}/besluit`, secretary, { ...agreed, sleutel: `odd-${id}`, ...odd });
    expect(status).toBe(303);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`remarks/${i}`, `Punt ${i}`]));
    const other = await server.cookieOf('secretary', 'emmen/college');
    const full = await send(`${gate}/besluit`, other, { ...agreed, decision: 'agree-with-remarks', ...many });
    expect([full.status, full.text]).toEqual([400, expect.stringContaining('Aandachtspunt')]);
  });
});

describe('what the region recorded', () => {
  it('is confirmed or disputed by the body, and the page says that the answer was recorded', async () => {
    const lead = await server.cookieOf('process-lead', abo);
    const evidence = { 'evidence/0/title': 'Besluitenlijst', 'evidence/0/url': 'https://example.org/lijst' };
    await send(`${gate}/besluit`, lead, { ...agreed, sleutel: `regio-${id}`, body: 'assen/college', ...evidence });
    const [recorded] = await decisions();
    const path = `${gate}/besluiten/${recorded?.id}`;
    expect((await look(gate, secretary)).text).toContain('Besluit bevestigen');
    const said = { confirmed: 'nee', on: '2024-04-20', reason: 'Er is aangehouden.', sleutel: `betwist-${id}` };
    const { location } = await send(`${path}/bevestigen`, secretary, said);
    const after = await look(location ?? '', secretary);
    expect(after.text).toContain('De betwisting is vastgelegd.');
    expect(after.text).not.toContain('Het besluit is vastgelegd.');
    expect((await decisions())[0]?.confirmation).toBe('disputed');
  });
});

describe('the conclusion', () => {
  it('of a no-go while it could be a go is not shown as if all were well', async () => {
    await agree(server, id);
    const chair = await server.cookieOf('chair', abo);
    const fields = { ruling: 'no-go', ruledOn: '2024-05-20', reason: 'Nog niet rijp.', 'meeting/form': 'session' };
    await confirm(`${gate}/conclusie`, chair, fields);
    expect((await look(gate, chair)).text).toMatch(/sluis-sign--against[^>]*>[\s\S]{0,200}>No-go: fase 0 moet opnieuw/);
  });

  it('of a go is called what is recorded: with conditions when one was adopted', async () => {
    const others = municipalities.filter((one) => one !== 'assen');
    await agree(server, id, others);
    const conditions = [{ text: 'De kosten.', effect: 'elaboration' }];
    await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
    const [condition] = (await gateOf(server, id)).conditions;
    const answered = { answer: 'adopted', on: '2024-05-01' };
    const path = `/dossiers/${id}/gates/instemming/conditions/${condition?.id}/answers`;
    await accepted((await server.chair()).post(path, answered));
    const chair = await server.cookieOf('chair', abo);
    const asked = await send(`${gate}/conclusie`, chair, { ruling: 'go', ruledOn: '2024-05-20' });
    expect(asked.text).toContain('Go onder voorwaarden');
    await confirm(`${gate}/conclusie`, chair, { ruling: 'go', ruledOn: '2024-05-20' });
    const after = await gateOf(server, id);
    expect(after.rulings[0]?.ruling).toBe('go-with-conditions');
    expect(after.sentence).toBe(
      'Stand op 20 mei 2024: alle 12 colleges zijn akkoord (de regel is een aanname). Conclusie van het ABO Jeugd: go onder voorwaarden.',
    );
  });

  it('is shown once more before it is recorded, and rehearsed without being recorded', async () => {
    await agree(server, id);
    const chair = await server.cookieOf('chair', abo);
    const fields = { ruling: 'go', ruledOn: '2024-05-20', 'meeting/form': 'session', sleutel: `conclusie-${id}` };
    const early = await send(`${gate}/conclusie`, chair, { ...fields, ruledOn: '2024-04-01' });
    expect([early.status, early.text]).toEqual([400, expect.stringContaining('is te vroeg')]);
    const asked = await send(`${gate}/conclusie`, chair, fields);
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Klopt deze conclusie?')]);
    expect((await gateOf(server, id)).rulings).toEqual([]);
    const changed = await send(`${gate}/conclusie`, chair, { ...fields, wijzigen: 'ja' });
    expect(changed.text).toMatch(/value="go"[^>]*checked|checked[^>]*value="go"/);
    expect((await confirm(`${gate}/conclusie`, chair, fields)).status).toBe(303);
    expect((await gateOf(server, id)).status).toBe('passed');
  });

  it('names those who were of another opinion, and nobody else', async () => {
    await agree(server, id);
    const chair = await server.cookieOf('chair', abo);
    const fields = { ruling: 'go', ruledOn: '2024-05-20', 'dissent/5': 'emmen/college', 'dissent/7': 'meppel/college' };
    const asked = await send(`${gate}/conclusie`, chair, fields);
    expect(asked.text).toContain('College van Emmen en College van Meppel');
    await confirm(`${gate}/conclusie`, chair, fields);
    expect((await gateOf(server, id)).rulings[0]?.dissent).toEqual(['emmen/college', 'meppel/college']);
  });
});

describe('an address', () => {
  it('that names nothing is 404, and one that is garbled is an error that helps', async () => {
    const chair = await server.cookieOf('chair', abo);
    const statuses = await Promise.all(
      [
        ...['/trajecten/geen', `/trajecten/${id}/momenten/geen`, `${gate}/geen`, `${gate}/besluiten/geen`],
        ...[`${gate}/voorwaarden/geen`, `/trajecten/${id}/fasen/geen/starten`, `/trajecten/${id}?asOf=ooit`],
        ...[
          `/trajecten/${id}?asOf=2999-01-01`,
          `/trajecten/${id}?asOf=2020-01-01`,
          '/trajecten?na=x',
          `${gate}?ronde=9`,
        ],
      ].map(async (path) => (await look(path, chair)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 400, 400, 400, 400, 400]);
  });

  // `constructor` and its like are found on every plain object: looked up by `in` or by index they were taken for gates,
  // conditions and filters, and the page broke (500). `orientatie` is a phase of this plan, and no gate.
  it('whatever was recorded stands in the log under one filter beside the one for all', async () => {
    const count = async (filter: string) => {
      const { text } = await look(`/trajecten/${id}/logboek?toon=${filter}`, secretary);
      return text.match(/id="regel-/g)?.length ?? 0;
    };
    await accepted(decide(server, id, 'assen'));
    const parts = await Promise.all(['besluiten', 'conclusies', 'voorleggen', 'fasen'].map(count));
    expect(parts).toEqual([1, 0, 1, 2]);
    expect(await count('alles')).toBe(4);
  });

  it('with a name that every object has is as unknown as any other', async () => {
    const chair = await server.cookieOf('chair', abo);
    for (const name of ['constructor', '__proto__', 'toString', 'orientatie']) {
      const paths = [`/trajecten/${id}/momenten/${name}/conclusie`, `/trajecten/${id}/momenten/${name}/besluit`];
      for (const path of [...paths, `${gate}/voorwaarden/${name}`, `${gate}/besluiten/${name}/bevestigen`])
        for (const answer of [await look(path, chair), await send(path, chair, {})])
          expect([path, answer.status]).toEqual([path, 404]);
      expect((await look(`/trajecten/${id}/logboek?toon=${name}`, chair)).status).toBe(200);
    }
  });

  it('keeps the moment in every link of a look back, and offers nothing to record there', async () => {
    const { text } = await look(`${gate}?asOf=2024-04-20`, secretary);
    expect(text).toContain('Stand van 20 april 2024');
    expect(text).not.toContain('/besluit"');
    const inDossier = [...text.matchAll(/href="(\/trajecten\/[^"]+)"/g)].map(([, href = '']) => href);
    const leaving = inDossier.filter((href) => !href.includes('asOf=2024-04-20'));
    // To the stand of now, and to the day before on which something happened.
    expect(leaving).toEqual([gate, `${gate}?asOf=2024-04-11`]);
  });
});
