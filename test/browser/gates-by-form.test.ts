// Every gate of every plan through its forms in a real browser, which judges them as it does for everyone. In every run a
// few gates that show each kind; with SLUIS_GATES=everywhere all of them, every answer by two bodies of each kind.
import type { Page } from 'playwright-core';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { TestBrowser } from '../support/browser.js';
import { Desk } from '../support/desk.js';
import { coreOf, featuresOf, walk, waysOf } from '../support/gate-tour.js';
import { begun } from '../support/pass.js';
import { surroundings } from '../support/process.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const everyone = process.env.SLUIS_GATES === 'everywhere';

let server: TestServer;
let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  const { folder, port } = await surroundings();
  server = await TestServer.start({
    workflows: testWorkflows,
    folder,
    change: { port, baseUrl: `http://127.0.0.1:${port}` },
  });
  browser = await TestBrowser.start();
  page = await browser.page({ width: 1366 });
}, 120_000);
afterAll(async () => {
  await browser.stop();
  await server.stop();
});

const plans = (await loadPlans([shippedWorkflows, ...(everyone ? testWorkflows : [])])).all();
const core = coreOf(plans);
const gatesOf = (plan: Plan): Set<string> => new Set(everyone ? plan.gates.keys() : core.get(plan));
const named = plans
  .filter((plan) => gatesOf(plan).size > 0)
  .map((plan): [string, Plan] => [`${plan.workflow.id} ${plan.workflow.version}`, plan]);

describe('the gates of a plan, by their forms', () => {
  it.each(named)(
    '%s: each can be put, decided in every way and concluded',
    async (_, published) => {
      const desk = new Desk(server, page);
      const toPlay = gatesOf(published);
      // What is gone through in parts needs not be gone through as a whole in every run.
      const ways = waysOf(published).filter(({ parts }, _, all) => everyone || parts === all.at(-1)?.parts);
      for (const { choose, parts } of ways)
        if (toPlay.size > 0 || (everyone && parts))
          await walk({ ...(await begun(server, published, choose)), desk, parts, everyone }, toPlay);
      expect([...toPlay]).toEqual([]);
    },
    600_000,
  );
});

describe('the gates that are played in every run', () => {
  it('show every kind of gate and of decision that the plans know', () => {
    const features = (among: (plan: Plan) => Iterable<string>) =>
      new Set(
        plans.flatMap((plan) =>
          [...among(plan)].flatMap((id) => {
            const gate = plan.gates.get(id);
            return gate ? featuresOf(plan, gate) : [];
          }),
        ),
      );
    expect(features((plan) => core.get(plan) ?? [])).toEqual(features((plan) => plan.gates.keys()));
  });
});
