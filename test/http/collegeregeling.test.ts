// The steps of the law that are shipped for any region, played over HTTP from the draft to the register.
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

describe('the making of a collegeregeling, from the part that is shipped', () => {
  it('runs from the release of the draft to the register', async () => {
    const track = await Track.start(server, 'regeling');
    await track.pass('vrijgave', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-10');
    await track.put('reactienota', '2024-01-11');
    for (const place of ['oost', 'west', 'eiland']) {
      const subjectTo = { gate: 'toestemming', body: `${place}/raad` };
      const kind = 'agree-subject-to';
      await accepted(track.decide('reactienota', `${place}/college`, kind, '2024-01-12', { subjectTo }));
    }
    await accepted(track.rule('reactienota', 'go', '2024-01-12'));
    await track.pass('toestemming', 'raad', 'consent', '2024-02-01');
    await track.pass('treffen', 'college', 'agree', '2024-02-06');
    for (const phase of ['bekendmaking', 'register'])
      for (const call of ['start', 'complete'])
        await accepted(track.lead.post(`/dossiers/${track.id}/phases/${phase}/${call}`, { on: '2024-02-20' }));
    const dossier = (await track.lead.get<{ state: string; endedOn: string }>(`/dossiers/${track.id}`)).body;
    expect([dossier.state, dossier.endedOn]).toEqual(['completed', '2024-02-20']);
  });
});
