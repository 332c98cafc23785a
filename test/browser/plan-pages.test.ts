// The pages of plans with meetings that come back, facts from outside, windows that moved and parties that are named at the
// start, at both widths: axe finds nothing and nothing is wider than the screen.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings, overflowing, TestBrowser } from '../support/browser.js';
import { TestServer } from '../support/server.js';
import { followed } from '../support/staged.js';
import { testWorkflows } from '../support/workflows.js';

const folder = process.env.SLUIS_SCREENSHOTS;

let browser: TestBrowser;
let region: TestServer;
let dossier: string;

beforeAll(async () => {
  if (folder) mkdirSync(folder, { recursive: true });
  browser = await TestBrowser.start();
  region = await TestServer.start({ workflows: testWorkflows, change: { clock: '2024-10-15T09:00:00.000Z' } });
  dossier = await followed(region);
}, 120_000);
afterAll(async () => {
  await browser.stop();
  await region.stop();
});

interface State {
  name: string;
  at(): string;
  then?(page: Page): Promise<void>;
}

const states: State[] = [
  { name: 'overleggen', at: () => dossier },
  {
    name: 'overleg',
    at: () => `${dossier}/fasen/monitoring/overleg`,
    then: (page) => page.getByLabel('Gehouden', { exact: true }).check(),
  },
  { name: 'feit', at: () => `${dossier}/feit` },
  { name: 'planning', at: () => `${dossier}/fasen/evaluatie/planning` },
  { name: 'procesplannen', at: () => `${region.url}/procesplannen` },
  { name: 'procesplan-gesplitst', at: () => `${region.url}/procesplannen/inkoopregio` },
  { name: 'nieuw-traject', at: () => `${region.url}/trajecten/nieuw` },
  {
    name: 'nieuw-traject-gemeenten',
    at: () => `${region.url}/trajecten/nieuw`,
    then: async (page) => {
      await page.getByLabel('Procesplan').selectOption('wgr-collegeregeling');
      await page.getByLabel('Naam van het traject').fill('Regeling (proef)');
      await page.getByLabel('Datum van de start').fill('2024-03-01');
      await page.getByText(/^Drenthe \(/).click();
      await page.getByLabel('Assen', { exact: true }).check();
      await page.getByText(/^Zuid-Holland \(/).click();
      await page.getByLabel(/^Brielle/).check();
      await page.getByRole('button', { name: 'Nieuw traject starten', exact: true }).click();
    },
  },
];

it.each([1366, 390])('are right at %i px', async (width) => {
  const page = await browser.page({ width });
  const [name = '', value = ''] = (await region.cookieOf('process-lead', 'overlegregio/overleg')).split('=');
  await page.context().addCookies([{ name, value, url: region.url }]);
  for (const state of states) {
    await page.goto(state.at());
    await state.then?.(page);
    if (folder) await page.screenshot({ path: join(folder, `${state.name}-${width}.png`), fullPage: true });
    expect([state.name, await overflowing(page)]).toEqual([state.name, []]);
    expect([state.name, await axeFindings(page)]).toEqual([state.name, []]);
  }
});
