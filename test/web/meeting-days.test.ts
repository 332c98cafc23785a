// Beside the day of a decision stand the meetings that the calendar of the body or the record tells of, and of a body of which
// neither tells any nothing.
import { withDays } from '../../src/web/forms/offered-days.js';
import { languages } from '../../src/wording/wording.js';
import { accepted, decide, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
const { look, send } = pagesAt(() => server.url);
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

it('those of its calendar, where somebody entered one', async () => {
  const id = await withOpenGate(server);
  const cookie = await server.cookieOf('secretary', 'meppel/college');
  const days = async (form: string) => {
    const { text } = await look(`/trajecten/${id}/momenten/instemming/${form}`, cookie);
    return [...text.matchAll(/<option value="(\d{4}-\d\d-\d\d)"/g)].map(([, day]) => day);
  };
  expect(await days('agenda')).toEqual([]);
  const calendar = {
    ...{ from: '2024-01-01', until: '2024-12-31', rhythm: 'weekly', weekday: '3', source: 'vergaderschema' },
    ...{ recess: 'meireces: 24-04-2024 tot en met 30-04-2024', papersDays: '5' },
  };
  const enter = (gelezen: string, more = {}) =>
    send('/kalenders/meppel/college', cookie, { ...calendar, gelezen, ...more });
  expect((await enter('0')).status).toBe(303);
  expect([await days('besluit'), await days('agenda')]).toEqual([
    ['2024-05-01', '2024-04-17'],
    ['2024-05-08', '2024-05-15', '2024-05-22'],
  ]);
  expect((await enter('1', { until: '2024-05-10' })).status).toBe(303);
  expect(await days('agenda')).toEqual(['2024-05-08']);
  expect((await enter('2', { until: '2024-04-20' })).status).toBe(303);
  expect(await days('besluit')).toEqual([]); // what comes after it covers is not known
});

it('says of days that were made up that they were', () => {
  const offered = { days: ['2024-05-01'], assumed: true };
  expect(withDays(offered, languages.nl, 'De dag.').hint).toBe(`De dag. ${languages.nl.form.assumedDays}`);
  expect(withDays({ ...offered, assumed: false }, languages.nl)).toEqual({ days: ['2024-05-01'] });
});
