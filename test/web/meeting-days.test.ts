// Beside the day of a decision stand the meetings that the record tells of, and of a body of which it tells none nothing.
import { accepted, decide, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
const { look } = pagesAt(() => server.url);
beforeAll(async () => {
  server = await TestServer.start({ change: { clock: '2024-05-02T09:00:00Z' } });
});
afterAll(() => server.stop());

it('what is on its agenda, and the day of the week on which it decided twice', async () => {
  const id = await withOpenGate(server);
  const lead = await server.lead();
  const offered = async (municipality: string, more = '') => {
    const cookie = await server.cookieOf('secretary', `${municipality}/college`);
    const { text } = await look(`/trajecten/${id}/momenten/instemming/besluit${more}`, cookie);
    return [...text.matchAll(/<option value="(\d{4}-\d\d-\d\d)"/g)].map(([, day]) => day);
  };
  const plans = (municipality: string, meetingOn: string) =>
    accepted(
      lead.post(`/dossiers/${id}/gates/instemming/agendas`, {
        body: `${municipality}/college`,
        meetingOn,
        stage: 'college',
      }),
    );

  expect(await offered('assen')).toEqual([]);
  await plans('assen', '2024-04-25');
  await plans('emmen', '2024-05-14'); // it has still to be held
  expect([await offered('assen'), await offered('emmen')]).toEqual([['2024-04-25'], []]);

  const put = await accepted(decide(server, id, 'assen', { decision: 'deferred', decidedOn: '2024-04-16' }));
  expect(await offered('assen', `?herziet=${put.id}`)).toEqual(['2024-04-25']);
  const again = await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-23', revises: put.id }));
  expect(await offered('assen', `?herziet=${again.id}`)).toEqual(['2024-04-30', '2024-04-25', '2024-04-23']);
  const text = (await look(`/trajecten/${id}/momenten/instemming/besluit`, await server.cookieOf('process-lead', abo)))
    .text;
  expect(text).not.toContain('<datalist'); // whose decision it is was not said yet
});
