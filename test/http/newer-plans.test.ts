// A dossier that began on the first version of a plan goes to the newest one, and loses nothing.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

it.each([
  ['drenthe-inkoop-2017', 'jeugdhulpregio-drenthe/bestuurlijk-overleg', 'kader'],
  ['transformatieakkoord-drenthe', 'jeugdhulpregio-drenthe/bestuurlijk-overleg', 'commitment'],
  ['twente-regiovisie', 'samen14/bestuurlijk-overleg', 'opstellen'],
])('%s', async (workflow, body, phase) => {
  const lead = await server.as('process-lead', body);
  const chair = await server.as('chair', body);
  const start = { workflow, version: 1, title: 'Eerste versie', startedOn: '2024-01-10' };
  const { id } = await accepted(lead.post<DossierView>('/dossiers', start));
  await accepted(lead.post(`/dossiers/${id}/phases/${phase}/starts`, { on: '2024-01-11' }));
  await accepted(lead.post(`/dossiers/${id}/phases/${phase}/completions`, { on: '2024-01-12' }));
  const to = { toVersion: 2, on: '2024-02-01', reason: 'Wat niet klopte met de bron is verbeterd.' };
  await accepted(chair.post(`/dossiers/${id}/migrations`, to));
  const { body: now } = await lead.get<DossierView>(`/dossiers/${id}`);
  expect(now.workflow.version).toBe(2);
  expect(now.phases.find((one) => one.id === phase)?.passedOn).toBe('2024-01-12');
});
