// A gate at which each body chooses for itself: what is asked there, and that each choice stands where it is listed.
import { accepted } from '../support/drenthe.js';
import { Track } from '../support/council-track.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const overleg = 'inkoopregio/overleg';
const noord = 'Apart in het noorden';
const zuid = 'Zuid, met Oost samen';

let server: TestServer;
let track: Track;
const { look, send, confirm } = pagesAt(() => server.url);
const at = (form = ''): string => `/trajecten/${track.id}/momenten/keuze${form && `/${form}`}`;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  track = await Track.start(server, 'inkoopregio', '2024-01-02', overleg);
  await accepted(track.lead.post(`/dossiers/${track.id}/phases/keuze/starts`, { on: '2024-01-03' }));
});
afterAll(() => server.stop());

describe('a gate at which each body chooses', () => {
  it('is put without a choice, asks one with each agreement, and shows it in the table, the log and the split', async () => {
    const lead = await server.cookieOf('process-lead', overleg);
    expect((await look(at('voorleggen'), lead)).text).not.toContain('name="option"');
    expect((await confirm(at('voorleggen'), lead, { on: '2024-01-03' })).status).toBe(303);

    const secretary = await server.cookieOf('secretary', 'plaats-1/college');
    const agreed = { decision: 'agree', decidedOn: '2024-01-04' };
    const none = await send(at('besluit'), secretary, agreed);
    expect([none.status, none.text]).toEqual([400, expect.stringContaining('Waarvoor is gekozen?')]);
    expect(none.text).toContain('href="#option"');
    // What is hidden with another answer is not sent with it.
    const deferred = { decision: 'deferred', decidedOn: '2024-01-04', option: 'noord' };
    expect((await send(at('besluit'), secretary, deferred)).status).toBe(303);
    expect((await track.gate('keuze')).decisions[0]?.option).toBeNull();
    expect((await send(at('besluit'), secretary, { ...agreed, option: 'noord' })).status).toBe(303);

    for (let i = 2; i <= 12; i++)
      await accepted(track.decide('keuze', `plaats-${i}/college`, 'agree', '2024-01-04', { option: 'zuid' }));
    const listed = (await look(at(), lead)).text;
    const rows = /id="besluiten".*?<\/table>/s.exec(listed)?.[0].split('<tr').slice(2, 14) ?? [];
    expect(rows.map((row) => [noord, zuid].filter((option) => row.includes(option)))).toEqual([
      [noord],
      ...Array.from({ length: 11 }, () => [zuid]),
    ]);
    expect((await look(`/trajecten/${track.id}/logboek`, lead)).text).toContain(
      `College van Plaats 1: akkoord bij Keuze, keuze: ${noord}`,
    );

    const chair = await server.cookieOf('chair', overleg);
    const parts = {
      ...{ 'parts/0/option': 'noord', 'parts/0/bodies/0': 'plaats-1/college', 'parts/1/option': 'zuid' },
      ...Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`parts/1/bodies/${i}`, `plaats-${i + 2}/college`])),
    };
    const check = await send(at('splitsing'), chair, { on: '2024-01-05', reason: 'Ieder koos.', ...parts });
    expect(check.text).toContain('Klopt dit?');
    for (const words of [noord, zuid, 'In dit deel gaan verder: College van Plaats 1.'])
      expect(check.text).toContain(words);
  });
});
