// The forms of what councils and colleges do beside saying yes or no, and of what a phase keeps, filled in and sent as a
// browser would.
import { pagesAt } from '../support/pages.js';
import { numberIn } from '../../src/web/pages/numbers.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const { look, send } = pagesAt(() => server.url);
const at = (gate: string, form = ''): string => `/trajecten/${track.id}/momenten/${gate}${form && `/${form}`}`;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server);
});
afterAll(() => server.stop());

describe('the form of a council', () => {
  it('takes a view with its tenor and points, and closes up the boxes that were left empty', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const clerk = await server.cookieOf('clerk', 'oost/raad');
    const page = await look(at('zienswijze', 'besluit'), clerk);
    expect(page.text).toContain('Zienswijze op het ontwerp');
    expect(page.text).not.toContain('Akkoord onder voorwaarden');
    const points = { 'points/0': 'Regel de uittreding.', 'points/1': '', 'points/2': 'Evalueer.' };
    const view = {
      decision: 'view',
      decidedOn: '2024-01-09',
      tenor: 'with-recommendations',
      consentItem: 'nee',
      ...points,
    };
    expect((await send(at('zienswijze', 'besluit'), clerk, view)).status).toBe(303);
    const [decision] = (await track.gate('zienswijze')).decisions;
    expect(decision).toMatchObject({
      ...{ decision: 'view', tenor: 'with-recommendations', consentItem: false },
      points: [
        { text: 'Regel de uittreding.', answer: null },
        { text: 'Evalueer.', answer: null },
      ],
    });
    const receipt = await look(at('zienswijze', `besluiten/${decision?.id}`), clerk);
    expect(receipt.text).toContain('Regel de uittreding.');
    expect(receipt.text).toContain('met aanbevelingen');
    const correction = await look(`${at('zienswijze', 'besluit')}?corrigeert=${decision?.id}`, clerk);
    expect(correction.text).toContain('Evalueer.'); // a correction begins with everything that was decided
  });

  it('asks the ground of a consent that is withheld, and keeps what was filled in', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-04');
    await track.put('toestemming', '2024-01-05');
    const clerk = await server.cookieOf('clerk', 'oost/raad');
    const withheld = { decision: 'consent-withheld', decidedOn: '2024-01-09', reason: 'Wij willen dit niet.' };
    const refused = await send(at('toestemming', 'besluit'), clerk, withheld);
    expect([refused.status, refused.text.includes('Wij willen dit niet.')]).toEqual([422, true]);
    expect(refused.text).toContain('Grond waarop de toestemming is onthouden');
    const stated = { ...withheld, ground: 'not-stated' };
    expect((await send(at('toestemming', 'besluit'), clerk, stated)).status).toBe(303);
    expect((await track.gate('toestemming')).decisions[0]?.flags).toContain('no-ground');
  });
});

describe('the form of a college', () => {
  it('takes a reservation, with the own council first', async () => {
    await track.put('ontwerp', '2024-01-04');
    const secretary = await server.cookieOf('secretary', 'west/college');
    const { text } = await look(at('ontwerp', 'besluit'), secretary);
    expect(text).toMatch(/subjectTo\/body.*?<option[^>]*>[^<]*<\/option><option value="west\/raad"/s);
    const reserved = { 'subjectTo/gate': 'toestemming', 'subjectTo/body': 'west/raad' };
    const decision = { decision: 'agree-subject-to', decidedOn: '2024-01-05', ...reserved };
    expect((await send(at('ontwerp', 'besluit'), secretary, decision)).status).toBe(303);
    expect((await track.gate('ontwerp')).tally.for).toBe(1);
  });

  it('closes a decision, shows it to its own body alone, releases it and takes it back', async () => {
    await track.put('ontwerp', '2024-01-04');
    const secretary = await server.cookieOf('secretary', 'west/college');
    const closed = { 'release/scope': 'own', 'release/ground': 'art. 87 Gemeentewet' };
    await send(at('ontwerp', 'besluit'), secretary, { decision: 'agree', decidedOn: '2024-01-05', ...closed });
    const own = await track.gate('ontwerp', '', await track.recorder('west/college'));
    const decision = `besluiten/${own.decisions[0]?.id}`;
    expect((await look(at('ontwerp', decision), secretary)).text).toContain('alleen voor het eigen orgaan');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    expect((await look(at('ontwerp', decision), chair)).status).toBe(404);
    const release = { on: '2024-01-08', scope: 'region' };
    expect((await send(at('ontwerp', `${decision}/vrijgeven`), secretary, release)).status).toBe(303);
    expect((await look(at('ontwerp', decision), chair)).status).toBe(200);
    const back = { on: '2024-01-09', reason: 'Het college besluit opnieuw.' };
    const check = await send(at('ontwerp', `${decision}/intrekken`), secretary, back);
    expect([check.status, check.text.includes('Klopt dit?')]).toEqual([200, true]);
    expect((await send(at('ontwerp', `${decision}/intrekken`), secretary, { ...back, bevestigd: 'ja' })).status).toBe(
      303,
    );
    expect((await track.gate('ontwerp')).tally).toMatchObject({ for: 0, silent: 3 });
  });
});

describe('the forms of an open gate', () => {
  it('put a version, an agenda and a receipt, change who decides, and take the submission back', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    const clerk = await server.cookieOf('clerk', 'oost/raad');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    const sent = async (form: string, cookie: string, fields: Record<string, string>) =>
      (await send(at('zienswijze', form), cookie, fields)).status;
    expect(await sent('ontvangst', clerk, { body: 'oost/raad', on: '2024-01-08' })).toBe(303);
    expect(await sent('agenda', clerk, { body: 'oost/raad', meetingOn: '2999-02-01', stage: 'committee' })).toBe(303);
    const mandate = { 'textualMandate/1': 'west/raad' };
    expect(await sent('versie', lead, { on: '2024-01-09', title: 'Tweede versie', ...mandate })).toBe(303);
    expect(
      await sent('wie-besluiten', chair, { on: '2024-01-10', reason: 'Heringedeeld.', 'leaves/2': 'eiland/raad' }),
    ).toBe(303);
    const gate = await track.gate('zienswijze');
    expect(gate).toMatchObject({
      ...{ electorate: ['oost/raad', 'west/raad'], proposal: { version: 2 } },
      ...{
        receipts: [{ body: 'oost/raad', dueOn: '2024-03-04' }],
        agendas: [{ body: 'oost/raad', stage: 'committee' }],
      },
    });
    expect(gate.proposals[1]?.textualMandate).toEqual(['west/raad']);
    const page = (await look(at('zienswijze'), lead)).text;
    for (const words of [
      '8 weken na ontvangst',
      'Op welke tekst is besloten',
      'Wat er wijzigde',
      'Voorlegging terugnemen',
    ])
      expect(page).toContain(words);
    expect((await send(at('zienswijze', 'terugnemen'), clerk, { on: '2024-01-11', reason: 'x' })).status).toBe(403);
    expect(await sent('terugnemen', lead, { on: '2024-01-11', reason: 'De stukken klopten niet.' })).toBe(303);
    expect((await look(`${at('zienswijze')}?ronde=1`, lead)).text).toContain('teruggenomen');
    await accepted(track.lead.post(track.path('zienswijze', 'submissions'), { on: '2024-01-12' }));
  });
});

describe('the forms of a phase', () => {
  const overleg = 'overlegregio/overleg';

  it('record a meeting, a fact and a move of the plan, and the page of the dossier shows them', async () => {
    const lead = await server.as('process-lead', overleg);
    const start = { workflow: 'overlegregio', title: 'Overleg', startedOn: '2024-01-10' };
    const { id } = await accepted(lead.post<{ id: string }>('/dossiers', start));
    const monitoring = `/dossiers/${id}/phases/monitoring`;
    await accepted(lead.post(`${monitoring}/start`, { on: '2024-01-31' }));
    const cookie = await server.cookieOf('process-lead', overleg);
    const page = `/trajecten/${id}`;
    const form = await look(`${page}/fasen/monitoring/overleg`, cookie);
    expect(form.text).toContain('31 maart 2024: gemist, niets vastgelegd');
    const meet = (fields: Record<string, string>) => send(`${page}/fasen/monitoring/overleg`, cookie, fields);
    const held = { expectedOn: '2024-03-31', what: 'held', heldOn: '2-4-2024', movedTo: '', cancelled: 'ja' };
    const values = { 'values/wachttijd': '12,5', 'values/tevredenheid': '' };
    expect((await meet({ ...held, ...values })).status).toBe(303);
    const second = { expectedOn: '2024-05-31', what: 'held', heldOn: '31-5-2024', 'values/wachttijd': '11' };
    expect((await meet(second)).status).toBe(303);
    const moved = { expectedOn: '2024-07-31', what: 'moved', movedTo: '2024-08-07', cancelled: 'ja' };
    expect((await meet(moved)).status).toBe(422); // without a reason
    expect((await meet({ ...moved, reason: 'Vakantie.' })).status).toBe(303);
    const off = { expectedOn: '2024-09-30', what: 'cancelled', cancelled: 'ja', reason: 'Geen agenda.' };
    expect((await meet(off)).status).toBe(303);
    expect((await meet({ expectedOn: '2024-11-30' })).status).toBe(422);
    const fact = { fact: 'wet', on: '1-7-2024', source: 'Stb. 2024, 1' };
    expect((await send(`${page}/feit`, cookie, fact)).status).toBe(303);
    const plan = { on: '1-5-2024', from: '', until: '31-12-2025', reason: 'De wet is later.' };
    expect((await send(`${page}/fasen/evaluatie/planning`, cookie, plan)).status).toBe(303);

    const { text } = await look(page, cookie);
    for (const words of [
      ...['Gehouden op 2 april 2024', 'Gemist, niets vastgelegd', 'verplaatst naar 7 augustus 2024', 'Vervallen'],
      ...['Dit overleg is elke 2 maanden', 'Verloop van Wachttijd: van 12,5 naar 11.', 'Gebeurd op 1 juli 2024'],
      ...['eerst 3e kwartaal 2025, verplaatst op 1 mei 2024: De wet is later.', 'Eerder gepland'],
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Verloop van Tevredenheid');
    const log = (await look(`${page}/logboek`, cookie)).text;
    for (const words of [
      ...['Het overleg van 31 maart 2024 in de fase Monitoring is gehouden op 2 april 2024.', 'Wachttijd'],
      ...['De planning van de fase Evaluatie is verplaatst: einde 31 december 2025.', 'Van buiten: De wet treedt'],
    ])
      expect(log).toContain(words);
    const past = (await look(`${page}?asOf=2024-04-01`, cookie)).text;
    expect([past.includes('Overleg vastleggen'), past.includes('Feit vastleggen')]).toEqual([false, false]);
  });

  it('lead back where nothing comes back and nothing is waited for', async () => {
    const lead = await server.cookieOf('process-lead', council);
    const there = await look(`/trajecten/${track.id}/feit`, lead);
    expect([there.status, there.location]).toEqual([303, `/trajecten/${track.id}`]);
    expect((await look(`/trajecten/${track.id}/fasen/ontwerp/overleg`, lead)).location).toBe(`/trajecten/${track.id}`);
  });
});

describe('a number that is reported', () => {
  it('is drawn when every reader takes it for the same', () => {
    expect(['12', '12,5', '12.5', '-3', '1200', '0,125'].map(numberIn)).toEqual([12, 12.5, 12.5, -3, 1200, 0.125]);
    expect(['1.200', '1.200,5', 'twaalf', '12 weken', '', '1e3', '∞'].map(numberIn)).toEqual(Array(7).fill(null));
  });
});
