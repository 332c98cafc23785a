// Every gate of every plan through its forms in a real browser, which judges them as it does for everyone. In every run a
// few gates that show each kind; with SLUIS_GATES=everywhere all of them, every answer by two bodies of each kind.
import type { Page } from 'playwright-core';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { TestBrowser } from '../support/browser.js';
import { Track } from '../support/council-track.js';
import { Desk } from '../support/desk.js';
import { coreOf, featuresOf, walk, waysOf } from '../support/gate-tour.js';
import { begun } from '../support/pass.js';
import { realDecisions } from '../support/real-decisions.js';
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

it('takes a decision as its list words it, a point after the other, and reads it back whole', async () => {
  const track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04');
  const [real] = realDecisions;
  const said = Object.entries(real?.sent[1] ?? {});
  const [, value = ''] = (await server.cookieOf('secretary', 'oost/college')).split('=');
  await page.context().addCookies([{ name: 'sluis', value, url: server.url }]);
  await page.goto(`${server.url}/trajecten/${track.id}/momenten/ontwerp/besluit`);
  await page.locator('[name=decision][value=agree-with-conditions]').check();
  await page.locator('summary', { hasText: 'Beslispunten' }).click();
  for (const [name, text] of said.filter(([one]) => one !== 'decision')) {
    const field = page.locator(`[name="${name}"]`);
    if ((await field.count()) === 0)
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Nog een beslispunt' }).click()]);
    if (/(verdict|effect)$/.test(name)) await field.selectOption(text);
    else await field.fill(text);
  }
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Besluit vastleggen' }).click()]);
  expect(page.url()).toContain('vastgelegd=');
  await page.getByRole('link', { name: 'Raadstraject (test)' }).first().click();
  await page.getByRole('link', { name: 'Besluiten', exact: true }).click();
  const told = await page.locator('main').innerText();
  const texts = said.filter(([name]) => /(text|number|reference)$/.test(name)).map(([, text]) => text);
  for (const part of [...texts, ...(real?.reads.slice(1) ?? [])]) expect(told).toContain(part);
});
