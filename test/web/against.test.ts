// Who is against stands on the page of the dossier with the reason, before the conclusion and after a no-go; of what is
// closed nothing.
import { accepted, agree, municipalities, withOpenGate } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const reason = 'De kosten zijn niet verdeeld.';
let server: TestServer;
const { look } = pagesAt(() => server.url);
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

it('is told to whoever may know it', async () => {
  const id = await withOpenGate(server);
  const gate = `/dossiers/${id}/gates/instemming`;
  const said = { decision: 'disagree', decidedOn: '2024-04-16', reason };
  const assen = await server.as('secretary', 'assen/college');
  await accepted(assen.post(`${gate}/decisions`, { ...said, body: 'assen/college' }));
  const emmen = await server.as('secretary', 'emmen/college');
  const closed = { scope: 'own', ground: 'artikel 2' };
  await accepted(
    emmen.post(`${gate}/decisions`, { ...said, body: 'emmen/college', reason: 'Geheim.', release: closed }),
  );
  await agree(
    server,
    id,
    municipalities.filter((one) => one !== 'assen' && one !== 'emmen'),
  );

  const asRead = async (role: 'process-lead' | 'chair') =>
    textOf((await look(`/trajecten/${id}`, await server.cookieOf(role, abo))).text);
  const open = await asRead('process-lead');
  expect(open).toContain(`Niet akkoord College van Assen Niet akkoord (voorlopig) “${reason}”`);
  expect(open).not.toContain('Geheim');
  const chair = await server.chair();
  const conclusion = `/trajecten/${id}/momenten/instemming/conclusie`;
  expect(textOf((await look(conclusion, await server.cookieOf('chair', abo))).text)).toContain(`“${reason}”`);
  await accepted(chair.post(`${gate}/rulings`, { ruling: 'no-go', ruledOn: '2024-04-29', reason: 'Niet eens.' }));
  const concluded = await asRead('process-lead');
  expect(concluded).toContain('No-go');
  expect(concluded).toContain(`Niet akkoord College van Assen Niet akkoord (voorlopig) “${reason}”`);
});
