// The pages of plans with meetings that come back, facts from outside, windows that moved and parties that are named at the
// start, and the page about the API: axe finds nothing on some of them and nothing is wider than the screen.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { axeFindingsOfSome, fewOf, overflowing, pictures, TestBrowser, widths } from '../support/browser.js';
import { withOpenGate } from '../support/drenthe.js';
import { begun, pass } from '../support/pass.js';
import { abo, TestServer } from '../support/server.js';
import { followed } from '../support/staged.js';
import { testWorkflows } from '../support/workflows.js';

let browser: TestBrowser;
let region: TestServer;
let dossier: string;
/** A dossier of version 1 whose first gate is open. */
let drenthe: string;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
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
  { name: 'api', at: () => `${region.url}/docs`, then: fewOf('.sluis-call') },
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
      await page.locator('a[href$="workflow=wgr-collegeregeling"]').click();
      await page.getByLabel('Naam van het traject').fill('Regeling (proef)');
      await page.getByLabel('Datum van de start').fill('2024-03-01');
      await page.getByText(/^Drenthe \(/).click();
      await page.getByLabel('Assen', { exact: true }).check();
      await page.getByText(/^Zuid-Holland \(/).click();
      await page.getByLabel(/^Brielle/).check();
      await page.getByRole('button', { name: 'Controleren', exact: true }).click();
    },
  },
  {
    name: 'nieuw-traject-plan',
    at: () => `${region.url}/procesplannen/overlegregio`,
    then: (page) => page.getByRole('link', { name: 'Dit traject starten' }).click(),
  },
  { name: 'nieuw-traject-controle', at: () => `${region.url}/procesplannen/overlegregio`, then: toCheck },
  {
    name: 'nieuw-traject-al-gestart',
    at: () => `${region.url}/procesplannen/overlegregio`,
    then: async (page) => {
      await toCheck(page);
      await page.getByRole('button', { name: 'Traject starten', exact: true }).click();
      await page.getByRole('link', { name: 'Logboek', exact: true }).click();
      await page.goBack();
      await page.goBack();
    },
  },
];

/** From a plan to where a dossier is shown once more before it is started. */
async function toCheck(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Dit traject starten' }).click();
  await page.getByLabel('Naam van het traject').fill('Testregio (proef)');
  await page.getByLabel('Datum van de start').fill('2024-04-11');
  await page.getByRole('button', { name: 'Controleren', exact: true }).click();
}

const move = 'Procesplan wijzigen';
const migration = (): string => `${region.url}/trajecten/${drenthe}/procesplan`;

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Raadsbesluiten', { exact: false }).selectOption('toestemming');
  await page.getByLabel('Datum waarop dit is besloten').fill('2024-09-01');
  await page.getByLabel('Reden').fill('De wet vraagt meer dan de brief plant.');
  await page.getByRole('button', { name: move, exact: true }).click();
}

/** A dossier that goes to another version: asked, refused, shown before it is done, and done. */
const migrating: State[] = [
  { name: 'overgang', at: migration },
  {
    name: 'overgang-geweigerd',
    at: migration,
    then: async (page) => {
      await page.getByText('Andere fasen ook een andere plaats geven').click();
      await page.getByLabel('Thema’s en onderwerpen').selectOption('instemming');
      await fillIn(page);
    },
  },
  { name: 'overgang-bevestigen', at: migration, then: fillIn },
  {
    name: 'overgang-gedaan',
    at: migration,
    then: async (page) => {
      await fillIn(page);
      await page.getByRole('button', { name: move, exact: true }).click();
    },
  },
  { name: 'overgang-logboek', at: () => `${region.url}/trajecten/${drenthe}/logboek` },
];

const windows = widths.flatMap(
  (width) =>
    [
      ['process-lead', 'overlegregio/overleg', width, states],
      ['chair', abo, width, migrating],
    ] as const,
);

it.each(windows)('are right for the %s of %s at %i px', async (role, body, width, among) => {
  drenthe = await withOpenGate(region);
  const page = await browser.page({ width });
  const [name = '', value = ''] = (await region.cookieOf(role, body)).split('=');
  await page.context().addCookies([{ name, value, url: region.url }]);
  for (const state of among) {
    await page.goto(state.at());
    await state.then?.(page);
    if (pictures) await page.screenshot({ path: join(pictures, `${state.name}-${width}.png`), fullPage: true });
    expect([state.name, await overflowing(page)]).toEqual([state.name, []]);
    expect([state.name, await axeFindingsOfSome(page)]).toEqual([state.name, []]);
  }
});

it('the plan of most phases is, on a desk too', async () => {
  const shipped = (await loadPlans([shippedWorkflows])).newest();
  const most = shipped.toSorted((a, b) => b.workflow.phases.length - a.workflow.phases.length)[0];
  if (!most) throw new Error('no plan is shipped');
  const way = await begun(region, most, (options) => options[0]);
  for (const phase of most.workflow.phases.slice(0, 2)) await pass(way, phase);
  const [name = '', value = ''] = (await region.cookieOf('process-lead', [...most.rulingBodies][0] ?? '')).split('=');
  for (const width of [1366, 390] as const) {
    const page = await browser.page({ width });
    await page.context().addCookies([{ name, value, url: region.url }]);
    await page.goto(region.url + way.base.replace('/dossiers', '/trajecten'));
    if (pictures) await page.screenshot({ path: join(pictures, `veel-fasen-${width}.png`), fullPage: true });
    expect([width, await overflowing(page)]).toEqual([width, []]);
  }
});

it('every chapter of the handbook is, on a telephone', async () => {
  const page = await browser.page({ width: 390 });
  await page.goto(`${region.url}/hulp`);
  const links = page.locator('main a[href^="/hulp/"]');
  const paths = await links.evaluateAll((all: { pathname: string }[]) => all.map(({ pathname }) => pathname));
  for (const path of new Set(paths)) {
    await page.goto(region.url + path);
    expect([path, await overflowing(page)]).toEqual([path, []]);
  }
});
