// The page of tasks of who has very many: what does not fit is said, and where it is.
import { Track } from '../support/council-track.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { ownTasksIn } from '../support/tasks-page.js';
import { testWorkflows } from '../support/workflows.js';

const overleg = 'testregio/overleg';
/** In so many dossiers tasks are looked for at once, and in each of these three phases can begin. */
const atOnce = 200;

it('leaves nothing out unsaid, however many dossiers there are', async () => {
  const server = await TestServer.start({ workflows: testWorkflows });
  const { look } = pagesAt(() => server.url);
  const begin = () => Track.start(server, 'testregio', '2024-01-03', overleg);
  try {
    for (let i = 0; i < atOnce; i++) await begin();
    const cookie = await server.cookieOf('process-lead', overleg);
    const all = (await look('/taken', cookie)).text;
    expect([ownTasksIn(all), all.includes('Taken in de volgende trajecten'), all.includes('Alleen uit')]).toEqual([
      ...[3 * atOnce, false, false],
    ]);
    await begin();
    const first = (await look('/taken', cookie)).text;
    const more = /href="(\/taken\?na=[^"]*)"/.exec(first)?.[1] ?? '';
    const next = (await look(more, cookie)).text;
    expect([ownTasksIn(first), ownTasksIn(next)]).toEqual([3 * atOnce, 3]);
    expect(first).toContain(`Alleen uit de eerste ${atOnce} trajecten die u ziet.`);
    expect(next).not.toContain('Taken in de volgende trajecten');
  } finally {
    await server.stop();
  }
});
