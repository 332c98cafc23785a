// The plans that are shipped, each played over HTTP to its end; and the steps of the law, from the draft to the register.
import { loadShelf, shippedWorkflows } from '../../src/app/shelf.js';
import type { DecisionKind } from '../../src/domain/vocabulary.js';
import { planWith, type Plan } from '../../src/domain/workflow/plan.js';
import type { Named } from '../../src/domain/workflow/open-parties.js';
import type { Phase } from '../../src/domain/workflow/workflow.js';
import type { Client } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

const shelf = await loadShelf([shippedWorkflows]);
/** Who decides where the plan leaves that open. */
const named: Named = {
  parties: [
    { id: 'goes', title: 'Goes', code: 'GM0664' },
    { id: 'veere', title: 'Veere', code: 'GM0717' },
  ],
  ruledBy: { id: council, title: 'Bestuurlijk overleg', region: 'Raadsregio' },
};
const agreeing: DecisionKind[] = ['agree', 'agree-in-principle', 'no-view', 'consent', 'adopt', 'signed'];

/** Who records for a body: the clerk of a council, the secretary of any other. */
const recorder = (plan: Plan, body: string): Promise<Client> =>
  server.as(plan.bodies.get(body)?.kind === 'council' ? 'clerk' : 'secretary', body);

/** A phase from its start to a go, with every body for, in the first way that its gate offers. */
async function pass(plan: Plan, base: string, lead: Client, { id, visits, gate }: Phase, on: string): Promise<void> {
  await accepted(lead.post(`${base}/phases/${id}/start`, { on }));
  for (const body of visits) await accepted(lead.post(`${base}/phases/${id}/visits`, { body, on }));
  if (!gate) {
    await accepted(lead.post(`${base}/phases/${id}/complete`, { on }));
    return;
  }
  const option = gate.options[0]?.id;
  await accepted(lead.post(`${base}/gates/${id}/submissions`, { on, ...(gate.poll ? {} : { option }) }));
  const decision = { decision: agreeing.find((kind) => gate.kinds.includes(kind)), decidedOn: on };
  for (const body of gate.electorate) {
    const sent = { body, ...decision, ...(gate.poll ? { option } : {}) };
    await accepted((await recorder(plan, body)).post(`${base}/gates/${id}/decisions`, sent));
  }
  const chair = await server.as('chair', gate.ruledBy);
  await accepted(chair.post(`${base}/gates/${id}/rulings`, { ruling: 'go', ruledOn: on }));
}

describe('a plan that is shipped', () => {
  it.each(shelf.all().map((plan) => [`${plan.workflow.id} ${plan.workflow.version}`, plan] as const))(
    '%s runs to its end',
    async (_, published) => {
      const { open } = published.workflow;
      const plan = open ? planWith(published, named) : published;
      const { id: workflow, version, notBefore, phases } = plan.workflow;
      const parties = open && named.parties.map((one) => one.id);
      const on = notBefore ?? '2024-01-02';
      const lead = await server.as('process-lead', [...plan.rulingBodies][0] ?? '');
      const start = { workflow, version, title: 'Tot het einde', startedOn: on, parties };
      const base = `/dossiers/${(await accepted(lead.post<{ id: string }>('/dossiers', start))).id}`;
      for (const phase of phases) await pass(plan, base, lead, phase, on); // in the order of the file
      expect((await lead.get<{ state: string }>(base)).body.state).toBe('completed');
    },
  );
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
      for (const call of ['start', 'complete'])
        await accepted(track.lead.post(`/dossiers/${track.id}/phases/${phase}/${call}`, { on: '2024-02-20' }));
    const dossier = (await track.lead.get<{ state: string; endedOn: string }>(`/dossiers/${track.id}`)).body;
    expect([dossier.state, dossier.endedOn]).toEqual(['completed', '2024-02-20']);
  });
});
