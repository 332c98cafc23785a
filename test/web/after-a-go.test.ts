// The form of a conclusion names what can begin by a go on the way that this dossier goes: nothing of another legal form.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { accepted } from '../support/drenthe.js';
import { agreeing, begun, pass, run } from '../support/pass.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
const { look } = pagesAt(() => server.url);
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

it('at the making of the arrangement of a jeugdregio', async () => {
  const plan = (await loadPlans([shippedWorkflows])).get('jeugdregio-2026', undefined, '');
  const way = await begun(server, plan, (options) => options[0]);
  const made = way.plan.workflow.phases.find(({ gate }) => gate?.enacts);
  if (!made?.gate) throw new Error('nothing is made in this plan');
  for (const phase of way.plan.workflow.phases.slice(0, way.plan.workflow.phases.indexOf(made))) await pass(way, phase);
  await run(way, made);
  await accepted(way.lead.post(`${way.base}/gates/${made.id}/submissions`, { on: way.on }));
  const decision = agreeing.find((kind) => made.gate?.kinds.includes(kind)) ?? 'agree';
  for (const body of made.gate.electorate) {
    const who = await server.as('secretary', body);
    await accepted(who.post(`${way.base}/gates/${made.id}/decisions`, { body, decision, decidedOn: way.on }));
  }
  const chair = await server.cookieOf('chair', made.gate.ruledBy);
  const { text } = await look(`${way.base.replace('/dossiers', '/trajecten')}/momenten/${made.id}/conclusie`, chair);
  const named = /Daarna kan beginnen: ([^<]*)\.</.exec(text)?.[1] ?? '';
  const bearer = await server.as('chair', made.gate.ruledBy);
  await accepted(bearer.post(`${way.base}/gates/${made.id}/rulings`, { ruling: 'go', ruledOn: way.on }));
  const { next } = (await way.lead.get<DossierView>(way.base)).body;
  const titles = next
    .filter(({ kind }) => kind === 'start-phase')
    .map(({ phase }) => way.plan.phases.get(phase)?.title ?? phase)
    .filter((title) => named.includes(title));
  expect(named.split(/, | en (?=[A-Z])/)).toEqual(titles);
  expect(titles.length).toBeGreaterThan(1);
});
