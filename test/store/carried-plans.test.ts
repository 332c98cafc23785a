// A dossier carries its plan: whatever becomes of the file, what runs goes on with what it began with, and nothing new
// begins with a file that says something else.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { refusal } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { planFile, Region } from '../support/plan-files.js';

const first = planFile(1);
const second = planFile(2, { title: 'Proef, anders' });
const edited = planFile(1, { title: 'Proef, veranderd' });
const renamed = planFile(1, { id: 'nieuw' });

let region: Region;
afterEach(() => region.server.stop());

describe.each([
  ['was edited', [edited], 'is veranderd'],
  ['was removed', [], 'is weg'],
  ['was renamed, with what it says', [renamed], 'is weg'],
])('a dossier whose file %s', (_, files, fate) => {
  it('reads as before and goes on; the file is told of at start and serves nothing new until its version is raised', async () => {
    region = await Region.with(first);
    const id = await region.begun(1);
    const before = await region.readings(id);
    await region.restart(files);
    expect(region.toldOf('proef.v1')).toEqual([expect.stringContaining(fate)]);
    expect(region.toldOf('proef.v1')[0]).toContain('verhoog de versie');
    expect(region.told).toHaveLength(1);
    expect(await region.readings(id)).toEqual(before);
    expect((await (await region.lead()).get('/workflows/proef?version=1')).text).toContain('"Proef 1"');
    for (const version of [1, undefined])
      expect([version, refusal(await region.begin({ version }))]).toEqual([version, '400 /workflow unknown-workflow']);
    await region.decide(id, 'zuid');
    await region.conclude(id);
    expect((await (await region.lead()).get<DossierView>(`/dossiers/${id}`)).body.state).toBe('completed');
    const after = await region.readings(id);

    await region.restart([...files, second]);
    expect(region.toldOf('proef.v1')).toHaveLength(1);
    expect(await region.readings(id)).toEqual(after);
    expect((await accepted(region.begin())).workflow.version).toBe(2);
    expect(refusal(await region.begin({ version: 1 }))).toBe('400 /version unknown-workflow');

    await region.restart([first, second]);
    expect(region.told).toEqual([]);
    expect((await accepted(region.begin({ version: 1 }))).workflow.version).toBe(1);
  });
});

it('whoever asks for no version gets no older plan because the newest was edited', async () => {
  region = await Region.with(first, second);
  await accepted(region.begin());
  await region.restart([first, planFile(2, { title: 'Proef, nog eens anders' })]);
  expect(region.toldOf('proef.v2')).toHaveLength(1);
  expect(refusal(await region.begin())).toBe('400 /version unknown-workflow');
  expect((await accepted(region.begin({ version: 1 }))).workflow.version).toBe(1);
  const { items } = (await (await region.lead()).get<{ items: { id: string }[] }>('/workflows')).body;
  expect(items.map(({ id }) => id)).not.toContain('proef');
});

it('dossiers on two versions each follow their own when both files are gone', async () => {
  region = await Region.with(first, second);
  const ids = [await region.begun(1), await region.begun(2)];
  const before = [await region.readings(ids[0]!), await region.readings(ids[1]!)]; // there are two
  await region.restart([]);
  expect(region.told).toHaveLength(2);
  for (const [i, id] of ids.entries()) expect(await region.readings(id)).toEqual(before[i]);
  const { body } = await (await region.lead()).get<{ items: DossierView[] }>('/dossiers');
  expect(body.items.map(({ workflow }) => workflow.version).sort()).toEqual([1, 2]);
  for (const id of ids) await region.decide(id, 'zuid');
});

it('a dossier that went to a plan carries both: the one that it left, and the one whose file then vanished', async () => {
  region = await Region.with(first, second);
  const id = await region.begun(1);
  await accepted(region.migrate(id, 2));
  await region.decide(id, 'zuid');
  const before = await region.readings(id);
  for (const files of [[first], [second], [], [edited, planFile(2, { title: 'Weer anders' })]]) {
    await region.restart(files);
    expect(await region.readings(id)).toEqual(before);
  }
  await region.server.sluis.rebuild();
  expect(await region.readings(id)).toEqual(before);
  await region.conclude(id);
});

it('nothing goes to a plan whose file was edited', async () => {
  region = await Region.with(first, second);
  await accepted(region.begin({ version: 2 }));
  const id = await region.begun(1);
  await region.restart([first, planFile(2, { title: 'Weer anders' })]);
  expect(refusal(await region.migrate(id, 2))).toBe('400 /toVersion unknown-workflow');
});
