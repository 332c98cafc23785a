// What is recorded for many at once: every row that was filled in, or none; each mistake beside its own field, and what was typed
// is never lost.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { accepted, college, decide, municipalities, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { hiddenIn, pagesAt, textOf, type Shown } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let lead: string;
let open: string; // a dossier whose first gate is open
let gate: string;

const { look, send } = pagesAt(() => server.url);

/** As a browser sends it: what the page holds beside what is filled in. */
const given = async (path: string, fields: Record<string, string>, as = lead): Promise<Shown> =>
  send(path, as, { ...hiddenIn((await look(path, as)).text), ...fields });

const words = ({ text }: Shown): string => textOf(text).replaceAll('&quot;', '"').replaceAll('&#x27;', "'");

const lengthOf = async (id: string): Promise<number> =>
  (await (await server.lead()).get<DossierView>(`/dossiers/${id}`)).body.version;
const viewOf = async (): Promise<GateView> =>
  (await (await server.lead()).get<GateView>(`/dossiers/${open}/gates/instemming`)).body;

beforeAll(async () => {
  server = await TestServer.start();
  lead = await server.cookieOf('process-lead', abo);
  open = await withOpenGate(server);
  gate = `/trajecten/${open}/momenten/instemming`;
});
afterAll(() => server.stop());

describe('the agendas of those who decide', () => {
  const path = () => `${gate}/agendas`;

  it('are all recorded at once, in one go, once also when they are sent twice', async () => {
    const before = await lengthOf(open);
    const days = Object.fromEntries(
      municipalities.map((one, i) => [`${one}/college/meetingOn`, `${(i % 3) + 14}-5-2024`]),
    );
    const form = hiddenIn((await look(path(), lead)).text);
    const [one, other] = await Promise.all([
      send(path(), lead, { ...form, ...days }),
      send(path(), lead, { ...form, ...days }),
    ]);
    expect([one.status, other.status, one.location]).toEqual([303, 303, other.location]);
    expect(await lengthOf(open)).toBe(before + 12);
    expect((await viewOf()).agendas).toHaveLength(12);
    const after = await look(one.location ?? '', lead);
    expect(words(after)).toContain('12 agenda’s zijn vastgelegd.');
    expect(after.text).toMatch(/name="assen\/college\/meetingOn"[^>]* value="2024-05-15"/);
  });

  it('that are not changed say nothing; a day that is emptied takes its item off the agenda', async () => {
    const { text } = await look(path(), lead);
    const held = Object.fromEntries(
      [...text.matchAll(/name="([a-z-]+\/college\/meetingOn)"[^>]* value="([^"]*)"/g)].map(
        ([, name = '', day = '']) => [name, day],
      ),
    );
    expect(Object.keys(held)).toHaveLength(12);
    const before = await lengthOf(open);
    const same = await given(path(), held);
    expect([same.status, words(same)]).toEqual([
      400,
      expect.stringContaining('Er is nog niets ingevuld of veranderd.'),
    ]);
    const moved = await given(path(), {
      ...held,
      'assen/college/meetingOn': '',
      'emmen/college/meetingOn': '21-5-2024',
    });
    expect(moved.status).toBe(303);
    expect(await lengthOf(open)).toBe(before + 2);
    const { agendas } = await viewOf();
    expect([agendas.length, agendas.find(({ body }) => body === 'emmen/college')?.meetingOn]).toEqual([
      11,
      '2024-05-21',
    ]);
  });

  it('are recorded by none when one is wrong: it is said beside its field, and all that was typed stays', async () => {
    const before = await lengthOf(open);
    const wrong = await given(path(), {
      'assen/college/meetingOn': '31-2-2024',
      'meppel/college/meetingOn': '22-5-2024',
      'tynaarlo/college/meetingOn': '1-4-2024',
    });
    expect(wrong.status).toBe(400);
    expect(words(wrong)).toContain('College van Assen: Datum van de vergadering is geen bestaande datum');
    expect(words(wrong)).toContain('College van Tynaarlo: Datum van de vergadering is te vroeg');
    expect(wrong.text).toContain('href="#assen/college/meetingOn"');
    for (const typed of ['31-2-2024', '22-5-2024', '1-4-2024']) expect(wrong.text).toContain(`value="${typed}"`);
    expect(await lengthOf(open)).toBe(before);
  });

  it('ask once about a day in a weekend', async () => {
    const saturday = { 'assen/college/meetingOn': '18-5-2024' };
    const asked = await given(path(), saturday);
    expect([asked.status, words(asked)]).toEqual([
      200,
      expect.stringContaining('18 mei 2024 is een zaterdag; klopt dat?'),
    ]);
    expect((await send(path(), lead, { ...hiddenIn(asked.text), ...saturday })).status).toBe(303);
  });

  it('come again when another changed one meanwhile, with what was typed', async () => {
    const shown = hiddenIn((await look(path(), lead)).text);
    expect((await given(path(), { 'assen/college/meetingOn': '23-5-2024' })).status).toBe(303);
    const late = await send(path(), lead, { ...shown, 'hoogeveen/college/meetingOn': '24-5-2024' });
    expect([late.status, words(late)]).toEqual([412, expect.stringContaining('Intussen is er iets veranderd')]);
    expect(late.text).toContain('value="24-5-2024"');
    const again = {
      ...hiddenIn(late.text),
      'hoogeveen/college/meetingOn': '24-5-2024',
      'assen/college/meetingOn': '2024-05-23',
    };
    expect((await send(path(), lead, again)).status).toBe(303);
  });

  it('are for a secretary those of the own college, and for a reader none', async () => {
    const secretary = await server.cookieOf('secretary', 'assen/college');
    const { text } = await look(path(), secretary);
    expect(new Set(text.match(/[a-z-]+\/college\/meetingOn/g))).toEqual(new Set(['assen/college/meetingOn']));
    const theirs = { 'emmen/college/meetingOn': '28-5-2024' };
    expect((await given(path(), theirs, secretary)).status).toBe(400); // nothing of their own was filled in
    expect((await look(path(), await server.cookieOf('reader', abo))).status).toBe(403);
    expect((await look(path(), await server.cookieOf('process-lead', 'twente/overleg'))).status).toBe(404);
  });
});

describe('the planning of the phases', () => {
  const path = () => `/trajecten/${open}/planning`;

  it('is moved for several phases with one reason, and only what was changed is said', async () => {
    const { text } = await look(path(), lead);
    const held = Object.fromEntries(
      [...text.matchAll(/name="([a-z-]+\/(?:from|until))"[^>]* value="([^"]*)"/g)].map(([, name = '', day = '']) => [
        name,
        day,
      ]),
    );
    expect(Object.keys(held).length).toBeGreaterThan(12);
    const moved = { 'orientatie/until': '31-12-2024', 'variant/from': '1-1-2025', 'variant/until': '31-3-2025' };
    const lacking = await given(path(), { ...held, ...moved, on: '1-5-2024', reason: '' });
    expect([lacking.status, words(lacking)]).toEqual([
      400,
      expect.stringContaining('Reden ontbreekt; vul dit veld in.'),
    ]);
    expect((await given(path(), { ...held, 'variant/until': '', on: '1-5-2024', reason: 'Anders.' })).status).toBe(400);
    const before = await lengthOf(open);
    const done = await given(path(), { ...held, ...moved, on: '1-5-2024', reason: 'De raden zijn later.' });
    expect([done.status, await lengthOf(open)]).toEqual([303, before + 2]);
    const log = words(await look(`/trajecten/${open}/logboek`, lead));
    expect(log).toMatch(/De planning van de fase Oriëntatie[^.]* is gewijzigd: einde 31 december 2024\./);
    expect((await look(path(), await server.cookieOf('secretary', 'assen/college'))).status).toBe(403);
  });
});

describe('what several bodies decided', () => {
  const path = () => `${gate}/namens-organen`;
  const said = (town: string, decision: string, decidedOn = '14-5-2024') => ({
    [`${town}/college/decision`]: decision,
    [`${town}/college/decidedOn`]: decidedOn,
  });
  const source = { 'evidence/0/title': 'Openbare besluitenlijsten', 'evidence/0/url': 'https://example.org/lijsten' };

  it('is recorded by the region with one source, and waits for the word of each', async () => {
    await accepted(decide(server, open, 'assen'));
    await accepted(decide(server, open, 'tynaarlo', { decision: 'deferred' }));
    const form = await look(path(), lead);
    expect(form.text).not.toContain('name="assen/college/decision"');
    expect(words(form)).toMatch(/College van Assen Akkoord, 16 april 2024/);
    expect(form.text).toContain('name="tynaarlo/college/decision"');
    expect(words(form)).toMatch(/College van Tynaarlo Aangehouden, 16 april 2024/);
    const own = { 'emmen/college/evidence/0/url': 'https://example.org/emmen', 'emmen/college/reference': 'Z-12' };
    const done = await given(path(), { ...said('emmen', 'agree'), ...said('meppel', 'disagree'), ...own, ...source });
    expect(done.status).toBe(303);
    const { decisions } = await viewOf();
    const emmen = decisions.find(({ body }) => body === 'emmen/college');
    expect([emmen?.confirmation, emmen?.reference, emmen?.evidence[0]?.url]).toEqual([
      'unconfirmed',
      'Z-12',
      'https://example.org/emmen',
    ]);
    const meppel = decisions.find(({ body }) => body === 'meppel/college');
    expect([meppel?.decision, meppel?.evidence[0]?.url]).toEqual(['disagree', 'https://example.org/lijsten']);
    const after = (await look(done.location ?? '', lead)).text;
    const papers = [...after.matchAll(/href="([^"]*)" aria-label="Stuk toevoegen: College van ([^"]*)"/g)];
    expect(papers.map(([, , town]) => town)).toEqual(['Emmen', 'Meppel']); // of what the bodies recorded it is theirs to do
    const paperForm = await look((papers[0]?.[1] ?? '').replaceAll('&amp;', '&'), lead);
    expect([paperForm.status, paperForm.text]).toEqual([
      200,
      expect.stringMatching(/type="file"[^>]*name="evidence|name="evidence[^"]*"[^>]*type="file"/),
    ]);
  });

  it('tells each row what it lacks, and the source once', async () => {
    const before = await lengthOf(open);
    const wrong = await given(path(), {
      ...said('coevorden', 'agree', ''),
      ...said('noordenveld', '', '14-5-2024'),
      ...said('tynaarlo', 'agree', '14-5-2030'),
      'westerveld/college/decision': 'nonsense',
      'westerveld/college/decidedOn': '14-5-2024',
    });
    expect([wrong.status, await lengthOf(open)]).toEqual([400, before]);
    for (const sentence of [
      'College van Coevorden: Besloten op ontbreekt',
      'College van Noordenveld: Besluit ontbreekt; maak een keuze.',
      'College van Tynaarlo: Besloten op ligt in de toekomst',
      'College van Westerveld: Besluit kan hier niet',
    ])
      expect(words(wrong)).toContain(sentence);
  });

  it('is refused as a whole where a body decided itself meanwhile', async () => {
    const shown = hiddenIn((await look(path(), lead)).text);
    await accepted(decide(server, open, 'westerveld'));
    const sent = { ...shown, ...said('westerveld', 'agree'), ...said('hoogeveen', 'agree'), ...source };
    const late = await send(path(), lead, sent);
    expect([late.status, words(late)]).toEqual([
      412,
      expect.stringContaining('College van Westerveld: nog geen besluit → akkoord'),
    ]);
    expect((await viewOf()).decisions.some(({ body }) => body === college('hoogeveen'))).toBe(false);
  });
});

describe('the visits of a phase', () => {
  it('are recorded together, with who went there', async () => {
    const id = await startDrenthe(server);
    const client = await server.lead();
    const at = `/dossiers/${id}`;
    await accepted(client.post(`${at}/phases/instemming/starts`, { on: '2024-04-11' }));
    await accepted(client.post(`${at}/gates/instemming/submissions`, { on: '2024-04-11', replyBy: '2024-05-16' }));
    await Promise.all(municipalities.map((one) => accepted(decide(server, id, one))));
    const chair = await server.as('chair', abo);
    await accepted(chair.post(`${at}/gates/instemming/rulings`, { ruling: 'go', ruledOn: '2024-04-20' }));
    const path = `/trajecten/${id}/fasen/orientatie/bezoeken`;
    expect((await look(path, lead)).status).toBe(409); // it was not started
    await accepted(client.post(`${at}/phases/orientatie/starts`, { on: '2024-04-22' }));
    const days = Object.fromEntries(municipalities.slice(1).map((one) => [`${one}/college/on`, '2024-04-24']));
    const visitors = { 'visitors/0': 'Kim Kwartier' };
    const unreasoned = await given(path, { ...days, ...visitors, 'emmen/college/skipped': 'ja' });
    expect([unreasoned.status, words(unreasoned)]).toEqual([
      400,
      expect.stringContaining('College van Emmen: Reden ontbreekt; geef een reden.'),
    ]);
    const skipped = { 'emmen/college/skipped': 'ja', 'emmen/college/reason': 'Op verzoek.' };
    const done = await given(path, { ...days, ...visitors, ...skipped });
    const page = await look(done.location ?? '', lead);
    expect(words(page)).toContain('11 bezoeken zijn vastgelegd.');
    expect(words(page)).toContain('College van Emmen overgeslagen, 24 april 2024');
    expect(page.text.match(/\/college\/on"/g)?.every((one) => one.length > 0)).toBe(true);
    expect(new Set(page.text.match(/name="[a-z-]+\/college\/on"/g)).size).toBe(1);
    expect((await look(path, await server.cookieOf('secretary', 'assen/college'))).status).toBe(403);
  });
});
