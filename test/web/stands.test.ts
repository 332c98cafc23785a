// How bodies stand, on the pages: agendas, submissions that were taken back, new versions, and what became of a decision.
import { pagesAt } from '../support/pages.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const { look, send, confirm } = pagesAt(() => server.url);
const at = (gate: string, form = ''): string => `/trajecten/${track.id}/momenten/${gate}${form && `/${form}`}`;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server);
});
afterAll(() => server.stop());

describe('the agenda of a body', () => {
  it('takes an item and its stage, shows both, and lets go of it without asking which meeting it was', async () => {
    await track.put('ontwerp', '2024-01-04');
    const secretary = await server.cookieOf('secretary', 'oost/college');
    const form = await look(at('ontwerp', 'agenda'), secretary);
    expect(form.text).not.toContain('College van West');
    expect(form.text).not.toContain('op de agenda van de raad');
    const item = { meetingOn: '2999-02-01', stage: 'initialling', sleutel: `agenda-${track.id}` };
    expect((await send(at('ontwerp', 'agenda'), secretary, item)).status).toBe(303);
    const page = await look(at('ontwerp'), secretary);
    expect(page.text).toContain('op 1 februari 2999, nu in de parafering');
    expect(page.text).toContain('Van de agenda halen');
    const off = await look(at('ontwerp', 'van-de-agenda'), secretary);
    expect(off.text).not.toMatch(/ name="(meetingOn|stage)"/);
    expect((await send(at('ontwerp', 'van-de-agenda'), secretary, {})).status).toBe(303);
    expect((await track.gate('ontwerp')).agendas).toEqual([]);
    expect((await look(at('ontwerp', 'van-de-agenda'), secretary)).status).toBe(303);
  });

  it('is let go of by the region for the body that is chosen, and a meeting that went by is told', async () => {
    await track.put('ontwerp', '2024-01-04');
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    for (const [place, meetingOn] of Object.entries({ oost: '2999-02-01', west: '2024-01-05' })) {
      const item = { body: `${place}/college`, meetingOn, stage: 'college' };
      expect((await send(at('ontwerp', 'agenda'), lead, item)).status).toBe(303);
    }
    expect((await look(at('ontwerp'), lead)).text).toContain('was ingepland op 5 januari 2024');
    expect((await send(at('ontwerp', 'van-de-agenda'), lead, { body: 'west/college' })).status).toBe(303);
    expect((await track.gate('ontwerp')).agendas.map(({ body }) => body)).toEqual(['oost/college']);
  });
});

describe('a submission that was taken back', () => {
  it('is told where it was put, can be read, and is called taken back', async () => {
    await track.put('ontwerp', '2024-01-03');
    await track.all('ontwerp', 'college', 'agree', '2024-01-03');
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    const reason = 'Toch anders.';
    const back = { on: '2024-01-05', reason, sleutel: `terug-${track.id}` };
    const check = await send(at('ontwerp', 'terugnemen'), lead, back);
    expect([check.status, check.text.includes('Klopt dit?')]).toEqual([200, true]);
    expect((await confirm(at('ontwerp', 'terugnemen'), lead, back)).status).toBe(303);
    const now = await look(at('ontwerp'), lead);
    expect(now.text).toContain('De 1e voorlegging is op 5 januari 2024 teruggenomen.');
    expect(now.text).not.toContain('Dit is een eerdere voorlegging.');
    expect(now.text).toContain('ronde=1');
    const former = await look(`${at('ontwerp')}?ronde=1`, lead);
    expect(former.text).toContain('Dit is een eerdere voorlegging.');
    expect(former.text).not.toContain('Nog nodig');
    await accepted(track.lead.post(track.path('ontwerp', 'submissions'), { on: '2024-01-08' }));
    const again = (await look(at('ontwerp'), lead)).text;
    expect(again).toMatch(/1e voorlegging, 3 januari 2024<\/a>: teruggenomen op 5 januari 2024/);
  });
});

describe('a new version of the proposal', () => {
  it('leads its secretary and the region to a new decision, and none is shown as if it counted', async () => {
    await track.put('ontwerp', '2024-01-04', { proposal: { title: 'Ontwerp' } });
    await track.all('ontwerp', 'college', 'agree', '2024-01-05');
    await accepted(track.lead.post(track.path('ontwerp', 'proposals'), { on: '2024-01-06', title: 'Versie 2' }));
    const secretary = await server.cookieOf('secretary', 'oost/college');
    const board = await look(`/trajecten/${track.id}`, secretary);
    expect(board.text).toMatch(/van de 3 hebben besloten[\s\S]{0,60}\(3 tellen nog niet\)/);
    expect(board.text).toMatch(/Akkoord<\/span><\/span> <strong>0</);
    const [first] = (await track.gate('ontwerp')).decisions;
    const revise = `${at('ontwerp', 'besluit')}?herziet=${first?.id}`;
    expect((await look('/taken', secretary)).text).toContain(`href="${revise}"`);
    expect((await look(at('ontwerp'), secretary)).text).toContain(`href="${revise}"`);
    expect(await look(at('ontwerp', 'besluit'), secretary)).toMatchObject({ status: 303, location: revise });
    expect((await look(revise, secretary)).text).toContain('Er is een nieuwere versie van het voorstel.');
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    expect((await look(at('ontwerp'), lead)).text).toContain('Besluit vastleggen namens een orgaan');
    const decision = { body: 'west/college', decision: 'agree', decidedOn: '2024-01-08' };
    const evidence = { 'evidence/0/title': 'Lijst', 'evidence/0/url': 'https://example.org/lijst' };
    expect((await send(at('ontwerp', 'besluit'), lead, { ...decision, ...evidence })).status).toBe(303);
    const last = (await track.gate('ontwerp')).decisions.at(-1);
    expect(last).toMatchObject({ body: 'west/college', proposalVersion: 2 });
    expect(last?.revises).not.toBeNull();
  });
});

describe('the receipt of a decision', () => {
  it('says what was done with it last, and of one that was taken back when and why', async () => {
    await track.put('ontwerp', '2024-01-04');
    const secretary = await server.cookieOf('secretary', 'west/college');
    const given = { decision: 'agree', decidedOn: '2024-01-05', sleutel: `gegeven-${track.id}` };
    const { location } = await send(at('ontwerp', 'besluit'), secretary, given);
    expect((await look(location ?? '', secretary)).text).toContain('Het besluit is vastgelegd.');
    const decision = `besluiten/${(await track.gate('ontwerp')).decisions[0]?.id}`;
    const list = await send(at('ontwerp', `${decision}/lijst`), secretary, { on: '2024-01-08' });
    const adopted = (await look(list.location ?? '', secretary)).text;
    expect(adopted).toContain('Het besluit is niet meer voorlopig.');
    expect(adopted).not.toContain('Het besluit is vastgelegd.');
    const back = { on: '2024-01-09', reason: 'Het college besluit opnieuw.' };
    const withdrawn = await confirm(at('ontwerp', `${decision}/intrekken`), secretary, back);
    const text = (await look(withdrawn.location ?? '', secretary)).text;
    expect(text).toContain('Dit besluit is op 9 januari 2024 ingetrokken.');
    expect(text).toContain('Het college besluit opnieuw.');
    expect(text).not.toContain('sluis-verdict--for');
  });
});
