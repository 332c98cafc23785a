// Whom the process lead and the chair wait for: a row for everyone, with what they are to do, how they stand and whom to
// reach; the same in the file; never among the tasks of who only decides.
import readXlsx from 'read-excel-file/node';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Waiting, type Awaited } from '../../src/web/pages/lists/waiting.js';
import type { TaskFilter } from '../../src/web/pages/lists/task-choice.js';
import { Spoken } from '../../src/http/page/wording.js';
import { languages } from '../../src/wording/wording.js';
import { accepted, college, decide, withOpenGate } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { ownTasksIn, waitsIn } from '../support/tasks-page.js';

let server: TestServer;
let id: string;
const { look } = pagesAt(() => server.url);
const waits = async (cookie: string) => waitsIn((await look('/taken', cookie)).text);

beforeAll(async () => {
  server = await TestServer.start({ change: { clock: '2024-05-02T09:00:00.000Z' } });
  id = await withOpenGate(server);
  const conditions = [{ text: 'Eerst de begroting.', effect: 'elaboration' }];
  await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
  await accepted(decide(server, id, 'emmen', { decision: 'deferred', nextDate: '2024-05-14' }));
  const evidence = [{ title: 'Verzonnen lijst', url: 'https://example.org/lijst' }];
  const said = { body: college('hoogeveen'), decision: 'agree', decidedOn: '2024-04-30', evidence };
  await accepted((await server.lead()).post(`/dossiers/${id}/gates/instemming/decisions`, said));
  const item = { body: college('tynaarlo'), meetingOn: '2024-05-07', stage: 'college' };
  await accepted((await server.lead()).post(`/dossiers/${id}/gates/instemming/agendas`, item));
});
afterAll(() => server.stop());

it('is a row for everyone, with what they are to do and how they stand', async () => {
  const rows = await waits(await server.cookieOf('process-lead', abo));
  const of = (who: string) => rows.filter((row) => row.who === who).map(({ what, stand }) => ({ what, stand }));
  expect(rows).toHaveLength(12); // of twelve one decided, and the chair answers its condition
  expect(of('College van Meppel')).toEqual([{ what: ['Nog te besluiten'], stand: 'silent' }]);
  expect(of('College van Emmen')).toEqual([
    { what: ['Nog te besluiten: aangehouden, tot 14 mei 2024'], stand: 'deferred' },
  ]);
  expect(of('College van Tynaarlo')).toEqual([{ what: [expect.stringContaining('7 mei 2024')], stand: 'scheduled' }]);
  expect(of('College van Hoogeveen')).toMatchObject([{ what: ['Nog te bevestigen wat de regio vastlegde'] }]);
  expect(of('ABO Jeugd')).toEqual([{ what: ['Voorwaarde nog te beantwoorden'], stand: null }]);
  expect(of('College van Assen')).toEqual([]);
});

it('is for the chair who is not the one to act, and for who decides alone nobody', async () => {
  const chair = (await look('/taken', await server.cookieOf('chair', abo))).text;
  expect(waitsIn(chair)).toHaveLength(11);
  expect(ownTasksIn(chair)).toBe(1);
  const secretary = (await look('/taken', await server.cookieOf('secretary', college('meppel')))).text;
  expect([waitsIn(secretary), ownTasksIn(secretary)]).toEqual([[], 1]);
});

it('says whom to reach to who leads or chairs there, and to nobody else', async () => {
  const { email } = await server.addPerson({ role: 'contact', body: college('meppel') });
  const mail = async (...who: Parameters<TestServer['cookieOf']>) =>
    (await waits(await server.cookieOf(...who))).find((row) => row.who === 'College van Meppel')?.mail;
  for (const role of ['process-lead', 'chair', 'deputy-chair', 'chair-secretary'] as const)
    expect([role, await mail(role, abo)]).toEqual([role, [email]]);
  expect(await mail('chair', college('emmen'))).toEqual([]);
});

it('stands in the file row by row', async () => {
  const cookie = await server.cookieOf('process-lead', abo);
  const answer = await fetch(`${server.url}/export/taken.xlsx`, { headers: { cookie } });
  const [sheet] = (await readXlsx(Buffer.from(await answer.arrayBuffer()))) as unknown as { data: unknown[][] }[]; // as it is since its version 9
  const file = (sheet?.data ?? []).filter(([, traject]) => String(traject).startsWith('Instemming'));
  const shown = await waits(cookie);
  expect(file.map(([what, , , who]) => [who, what])).toEqual(
    shown.flatMap(({ who, what }) => what.map((one) => [who, one])),
  );
});

it('is twelve of a gate and twelve gates, however many there are, and of the others how many', () => {
  const row = {
    day: null,
    sign: 'none',
    of: null,
    traject: '',
    under: new Set<TaskFilter>(),
  } as const;
  const rows: Awaited[] = Array.from({ length: 342 * 19 }, (_, i) => {
    const gate = Math.floor(i / 342);
    return {
      ...row,
      waits: { who: `College ${i % 342}`, what: 'Nog te besluiten', reach: null },
      dossier: `Moment ${gate} · T`,
      href: `/trajecten/t/momenten/${gate}`,
    };
  });
  const page = createElement(Waiting, { rows, today: '2024-05-02', contactsOf: () => [] });
  const html = renderToStaticMarkup(createElement(Spoken.Provider, { value: languages.nl }, page));
  expect(waitsIn(html)).toHaveLength(12 * 12);
  expect(html.match(/en nog 330 andere/g)).toHaveLength(12);
  expect(html).toContain('Nog op 7 plaatsen');
  expect(html.match(/Wacht op 342/g)).toHaveLength(7);
  expect(html.length).toBeLessThan(100_000);
});
