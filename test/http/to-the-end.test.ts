// The plans that are shipped, each played over HTTP to its end; and the steps of the law, from the draft to the register.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { newestOf } from '../support/newest.js';
import { begun, pass, type Way } from '../support/pass.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const catalogue = await loadPlans([shippedWorkflows]);

/** The way of one option at every choice that has so many, and of its last where it has fewer. */
const wayOf =
  (i: number): Way['choose'] =>
  (options) =>
    options[Math.min(i, options.length - 1)];
const newest = new Set(newestOf(catalogue.all()));
const ways = catalogue.all().flatMap((plan): [string, Plan, Way['choose']][] => {
  const title = `${plan.workflow.id} ${plan.workflow.version}`;
  const { phases } = plan.workflow;
  const choices = phases.flatMap(({ id, gate }) =>
    gate && phases.some(({ branch }) => branch?.gate === id) ? [gate] : [],
  );
  const most = Math.max(1, ...choices.map(({ options }) => options.length));
  return Array.from({ length: newest.has(plan) ? most : 1 }, (__, i) => [
    i === 0 ? title : `${title} by option ${i + 1}`,
    plan,
    wayOf(i),
  ]);
});

describe('a plan that is shipped', () => {
  it.each(ways)('%s runs to its end', async (_, published, choose) => {
    const way = await begun(server, published, choose);
    const stand = async () => (await way.lead.get<DossierView>(way.base)).body;
    for (const phase of way.plan.workflow.phases) {
      const skipped = phase.branch && (await stand()).phases.find(({ id }) => id === phase.id)?.status === 'skipped';
      if (!skipped) await pass(way, phase); // in the order of the file
    }
    expect((await stand()).state).toBe('completed');
  });
});

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
      for (const call of ['starts', 'completions'])
        await accepted(track.lead.post(`/dossiers/${track.id}/phases/${phase}/${call}`, { on: '2024-02-20' }));
    const dossier = (await track.lead.get<{ state: string; endedOn: string }>(`/dossiers/${track.id}`)).body;
    expect([dossier.state, dossier.endedOn]).toEqual(['completed', '2024-02-20']);
  });
});
