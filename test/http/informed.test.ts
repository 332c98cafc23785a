// A visit with who went and what was heard under the headings of the plan; and a council that is informed by its own
// municipality, which records that itself.
import type { DossierView, PhaseView } from '../../src/domain/views/dossier-view.js';
import { refusal, type Client } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { overleg, testWorkflows } from '../support/workflows.js';

let server: TestServer;
const { look, send } = pagesAt(() => server.url);
let lead: Client;
let id: string;

const phase = async (name: string, who = lead): Promise<PhaseView | undefined> =>
  (await who.get<DossierView>(`/dossiers/${id}`)).body.phases.find((one) => one.id === name);
const visit = (who: Client, at: string, body: object) => who.post(`/dossiers/${id}/phases/${at}/visits`, body);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  lead = await server.as('process-lead', overleg);
  const start = { workflow: 'inlichten', title: 'Inlichten', startedOn: '2024-01-10' };
  id = (await accepted(lead.post<DossierView>('/dossiers', start))).id;
  for (const name of ['ronde', 'raden'])
    await accepted(lead.post(`/dossiers/${id}/phases/${name}/starts`, { on: '2024-01-10' }));
});
afterAll(() => server.stop());

it('keeps who went, and what was heard under each heading for the one visited alone', async () => {
  const visitors = ['wethouder Huizing', 'de kwartiermaker'];
  const heard = { inhoud: 'Wil lokale toegang.', communicatie: 'Eerst de raad.' };
  await accepted(visit(lead, 'ronde', { body: 'noord/college', on: '2024-01-16', visitors, findings: heard }));
  expect((await phase('ronde'))?.headings).toEqual(['inhoud', 'communicatie']);
  const own = await server.as('secretary', 'noord/college');
  const other = await server.as('secretary', 'zuid/college');
  expect((await phase('ronde', own))?.visits[0]).toMatchObject({ visitors, findings: heard });
  expect((await phase('ronde', other))?.visits[0]).toMatchObject({ visitors, findings: {} });
});

it('lets each municipality say itself that its council was informed', async () => {
  const secretary = await server.as('secretary', 'noord/college');
  const said = { body: 'noord/raad', on: '2024-01-18', reference: 'Raadsinformatiebrief 2024-12' };
  expect(refusal(await visit(secretary, 'raden', { ...said, body: 'zuid/raad' }))).toBe('403 not-your-body');
  await accepted(visit(secretary, 'raden', said));
  await accepted(visit(await server.as('clerk', 'zuid/raad'), 'raden', { body: 'zuid/raad', on: '2024-01-19' }));
  expect(await phase('raden')).toMatchObject({
    informs: true,
    visits: [{ body: 'noord/raad', reference: 'Raadsinformatiebrief 2024-12' }, { body: 'zuid/raad' }],
  });
  expect(refusal(await visit(secretary, 'raden', said))).toBe('409 visit-exists');
  // A visit remains what the region does.
  expect(refusal(await visit(secretary, 'ronde', { body: 'noord/college', on: '2024-01-18' }))).toBe(
    '403 not-your-role',
  );
});

it('is recorded by a form that asks no more than fits, of the own municipality alone', async () => {
  const start = { workflow: 'inlichten', title: 'Met formulieren', startedOn: '2024-01-10' };
  const { id: other } = await accepted(lead.post<DossierView>('/dossiers', start));
  for (const name of ['ronde', 'raden'])
    await accepted(lead.post(`/dossiers/${other}/phases/${name}/starts`, { on: '2024-01-10' }));
  const secretary = await server.cookieOf('secretary', 'noord/college');
  expect((await look('/taken', secretary)).text).toContain('Vastleggen dat de raad van Noord is geïnformeerd');
  const path = `/trajecten/${other}/fasen/raden/bezoek`;
  const { text } = await look(path, secretary);
  expect(text).toContain('Vastleggen dat een raad is geïnformeerd');
  expect([text.includes('value="noord/raad"'), text.includes('value="zuid/raad"')]).toEqual([true, false]);
  expect(/findings|visitors/.test(text)).toBe(false);
  const told = { body: 'noord/raad', on: '18-1-2024', reference: 'RIB 12', reason: '' };
  expect((await send(path, secretary, told)).status).toBe(303);
  const board = (await look(`/trajecten/${other}`, secretary)).text;
  expect(board).toContain('Geïnformeerd');

  const cookie = await server.cookieOf('process-lead', overleg);
  const round = `/trajecten/${other}/fasen/ronde/bezoek`;
  const form = (await look(round, cookie)).text;
  for (const words of ['Wie erheen ging.', 'Inhoud', 'Communicatie', 'Nog een bezoeker']) expect(form).toContain(words);
  const went = {
    'visitors/0': 'wethouder Westendorp',
    'visitors/1': 'de kwartiermaker',
    'findings/inhoud': 'Toegang.',
  };
  expect((await send(round, cookie, { body: 'noord/college', on: '18-1-2024', ...went })).status).toBe(303);
  const log = (await look(`/trajecten/${other}/logboek`, cookie)).text;
  for (const words of ['Bezoeker 1', 'wethouder Westendorp', 'Bevinding (inhoud)', 'RIB 12', 'is geïnformeerd'])
    expect(log).toContain(words);
});

it('is the turn of the college until it did, and stands in the log as informing', async () => {
  const start = { workflow: 'inlichten', title: 'Nog een keer', startedOn: '2024-01-10' };
  const again = (await accepted(lead.post<DossierView>('/dossiers', start))).id;
  await accepted(lead.post(`/dossiers/${again}/phases/raden/starts`, { on: '2024-01-10' }));
  const done = lead.post(`/dossiers/${again}/phases/raden/completions`, { on: '2024-01-20' });
  expect(refusal(await done)).toBe('409 visits-missing');
  const { next } = (await lead.get<DossierView>(`/dossiers/${again}`)).body;
  expect(next.filter(({ kind }) => kind === 'visit')).toMatchObject([
    { role: 'secretary', bodies: ['noord/college'] },
    { role: 'secretary', bodies: ['zuid/college'] },
  ]);
  const log = (await look(`/trajecten/${id}/logboek`, await server.cookieOf('process-lead', overleg))).text;
  expect(log).toContain('Raad van Noord is geïnformeerd.');
  expect(log).toContain('College van Noord is bezocht.');
});
