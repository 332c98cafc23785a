// A dossier that nobody can conclude says so, wherever its process lead looks, until somebody is made chair.
import { abo, TestServer } from '../support/server.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { startDrenthe } from '../support/drenthe.js';

let server: TestServer;
let id: string;

beforeAll(async () => {
  server = await TestServer.start();
  id = await startDrenthe(server);
});
afterAll(() => server.stop());

/** What the process lead is told: by the API, and by red sentences on pages and a task. */
async function told(path = ''): Promise<{ view: DossierView; said: Record<string, number> }> {
  const lead = await server.addPerson({ role: 'process-lead', body: abo });
  const cookie = await server.signIn(lead.id);
  const page = async (at: string) => (await fetch(`${server.url}${at}`, { headers: { cookie } })).text();
  const said: Record<string, number> = {};
  for (const at of [`/trajecten/${id}${path}`, `/trajecten/${id}/momenten/instemming${path}`, '/taken'])
    said[at.split('/').at(-1)?.split('?')[0] ?? at] = (await page(at)).split('heeft geen voorzitter').length - 1;
  const { body } = await server.anyone.bearing(lead.token).get<DossierView>(`/dossiers/${id}${path}`);
  return { view: body, said };
}

const asked = ({ next }: DossierView) => next.filter(({ kind }) => kind === 'find-chair');

it('says that nobody can conclude, for whom, and that the process lead asks for a chair', async () => {
  const { view, said } = await told();
  expect(view.withoutChair).toEqual([abo]);
  expect(asked(view)).toMatchObject([{ gate: 'instemming', bodies: [abo], role: 'process-lead', dueOn: null }]);
  expect(said).toEqual({ [id]: 1, instemming: 1, taken: 2 }); // beside its button, and by it
});

it('says nothing of it in a look back, where nobody can do anything', async () => {
  const { view, said } = await told('?asOf=2024-04-12');
  expect([view.withoutChair, asked(view), said[id], said.instemming]).toEqual([[], [], 0, 0]);
});

it('is told to nobody else as a task', async () => {
  const { id: reader } = await server.addPerson({ role: 'secretary', body: 'assen/college' });
  const cookie = await server.signIn(reader);
  const tasks = await (await fetch(`${server.url}/taken`, { headers: { cookie } })).text();
  expect(tasks).not.toContain('heeft geen voorzitter');
});

it('goes on saying so while there was a chair, or will be, or there is one elsewhere', async () => {
  await server.person({ role: 'chair', body: abo, until: '2024-12-31' });
  await server.person({ role: 'chair', body: abo, from: '2999-01-01' });
  await server.person({ role: 'chair', body: 'jeugdhulpregio-twente/abo' });
  await server.person({ role: 'chair-secretary', body: abo });
  expect((await told()).view.withoutChair).toEqual([abo]);
});

it('ends as soon as there is a deputy, and begins again with the end of that role', async () => {
  const administrator = await server.as('administrator', null);
  const { id: deputy } = await server.addPerson();
  const given = await administrator.post<{ assignments: { id: string }[] }>(`/people/${deputy}/assignments`, {
    role: 'deputy-chair',
    body: abo,
    from: '2024-01-01',
  });
  const { view, said } = await told();
  expect([view.withoutChair, asked(view), Object.values(said)]).toEqual([[], [], [0, 0, 0]]);
  const [role] = given.body.assignments;
  await administrator.post(`/people/${deputy}/assignments/${role?.id}/endings`, { until: '2024-06-01' });
  expect((await told()).view.withoutChair).toEqual([abo]);
});
