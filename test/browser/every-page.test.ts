// Every page in every state that the product shows: its HTML has no mistakes, nothing is wider than the screen, axe finds nothing on
// some of them (on all, and in the dark too, with SLUIS_AXE=everywhere), and with SLUIS_SCREENSHOTS set to a folder each is kept as a picture.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  axeFindings,
  axeFindingsOfSome,
  headingOf,
  hiddenAndRequired,
  isEverywhere,
  overflowing,
  pagesOf,
  pictures,
  TestBrowser,
  widths,
} from '../support/browser.js';
import { focusFrom, rememberAtRest } from '../support/focused.js';
import { furtherOn, muchChanged, openedAgain } from '../support/staged.js';
import { sentTo } from '../support/html-check.js';
import { statesOn, type Stage } from '../support/page-states.js';
import { demonstrationHere, signIn, Visitor } from '../support/visitor.js';

const clock = '2024-05-15T09:00:00Z';
let browser: TestBrowser;
/** One for everything: a browser has to get used to the pages, and to axe, in each that it opens. */
let page: Page;
let visitor: Visitor;
let sent: ReturnType<typeof sentTo>;
let stage: Stage;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  browser = await TestBrowser.start();
  const place = await demonstrationHere(clock);
  stage = { place, second: await furtherOn(place), third: await muchChanged(place), fourth: await openedAgain(place) };
  page = await browser.page({ width: 1366 });
  sent = sentTo(page);
  visitor = new Visitor(page, stage.place.base);
}, 120_000);
afterAll(async () => {
  await browser.stop();
  await stage.place.stop();
});

const states = statesOn(() => stage);
const typical = ['traject', 'besluit-fout', 'logboek', 'procesplan'];

describe.each(widths)('at %i px', (width) => {
  beforeAll(() => page.setViewportSize({ width, height: 800 }));

  const here = states.filter((state) => width < 1000 || !state.narrow);
  it.each(here.map((state) => [state.name, state] as const))('%s is right', async (name, state) => {
    await visitor.become(state.who);
    await page.goto(state.at());
    await state.then?.(page);
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    expect(await headingOf(page)).not.toMatch(/^(Fout in Sluis)?$/);
    expect([...(await overflowing(page)), ...(await hiddenAndRequired(page))]).toEqual([]);
    expect(await sent.findings()).toEqual([]);
    expect(await axeFindingsOfSome(page)).toEqual([]);
    if (!isEverywhere) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    const inTheDark = await axeFindings(page);
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}-dark.png`), fullPage: true });
    await page.emulateMedia({ colorScheme: null });
    expect(inTheDark).toEqual([]);
  });
});

it('the page for a meeting is one A4 with everything on it', async () => {
  await visitor.become('voorzitter');
  await page.goto(`${stage.place.dossier}/momenten/instemming/oplegger`);
  expect(await pagesOf(page)).toBe(1);
  expect(await page.locator('main').innerText()).not.toMatch(/die hier niet pass/);
});

it('what is at the top is one row, on a desk and on a telephone, for who has the longest name or the most to do', async () => {
  const bar = page.locator('.sluis-top__row');
  const tall = async () => (await bar.boundingBox())?.height ?? 0;
  for (const who of ['griffier.midden-drenthe', 'beheerder']) {
    await visitor.become(who);
    await page.setViewportSize({ width: 1366, height: 800 });
    await page.goto(`${stage.place.base}/procesplannen`);
    expect(await tall()).toBeLessThanOrEqual(72);
    expect(await bar.getByRole('button', { name: 'Afmelden' }).isVisible()).toBe(true);
    expect(await page.locator('.sluis-person strong').evaluate(isCut)).toBe(false);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await tall()).toBeLessThanOrEqual(64);
    expect(await bar.getByRole('link', { name: 'Procesplannen' }).isVisible()).toBe(false);
    await bar.getByRole('button', { name: 'Menu', exact: true }).click();
    expect(await bar.getByRole('link', { name: 'Procesplannen' }).isVisible()).toBe(true);
    await bar.getByRole('button', { name: 'Afmelden' }).click({ trial: true });
    await page.keyboard.press('Escape');
    expect(await bar.getByRole('link', { name: 'Procesplannen' }).isVisible()).toBe(false);
  }
});

it('a menu that is opened by keyboard lies over nothing that has the focus, in it, before it and after it', async () => {
  await visitor.become('lezer');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${stage.place.base}/procesplannen`);
  await page.evaluate(rememberAtRest);
  const opener = page.getByRole('button', { name: 'Menu', exact: true });
  await opener.focus();
  const places: boolean[] = []; // whether it was in the menu
  for (const key of ['Enter', 'Shift+Tab', ...Array<string>(6).fill('Tab')]) {
    await page.keyboard.press(key);
    expect((await opener.evaluate(focusFrom)).fault).toBe(null);
    places.push(await page.locator('.sluis-panel').evaluate(hasFocus));
  }
  expect(places).toEqual([true, false, true, true, true, true, true, false]);
});

it('a session that ends in the wizard that starts a dossier loses nothing: neither half filled in, nor about to be started', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await visitor.become('kwartiermaker');
  await page.goto(`${stage.place.base}/trajecten/nieuw?workflow=drenthe-robuuste-regio`);
  const next = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const again = async () => {
    expect(await headingOf(page)).toBe('Aanmelden');
    await signIn(page, 'kwartiermaker');
  };
  await page.getByLabel('Naam').fill('Traject na een pauze');
  await page.context().clearCookies();
  await next('Controleren');
  await again();
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('Traject na een pauze');
  await page.context().clearCookies();
  await next('Traject starten');
  await again();
  await next('Terug naar het formulier');
  expect(await page.getByLabel('Naam').inputValue()).toBe('Traject na een pauze');
  expect([await page.locator('main').innerText(), await axeFindings(page)]).toEqual([
    expect.stringContaining('mee bezig; wat u invulde, staat er weer in'),
    [],
  ]);
  await next('Leeg beginnen');
  expect([await page.getByLabel('Naam').inputValue(), await page.getByText('mee bezig').count()]).toEqual(['', 0]);
});

it('the drawing of a plan that is wider than the screen opens at its beginning', async () => {
  await visitor.become('lezer');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${stage.place.base}/procesplannen/drenthe-robuuste-regio?versie=3`);
  const { x = 0, width = 0 } = (await page.locator('.sluis-diagram__box--start').boundingBox()) ?? {};
  expect(x).toBeGreaterThan(0);
  expect(x + width).toBeLessThan(390);
});

describe.each([
  ['in the dark', { colorScheme: 'dark' }, [1366, 800]],
  ['in forced colours', { forcedColors: 'active' }, [1366, 800]],
  ['at 400% zoom', {}, [320, 256]],
] as const)('%s', (_, media, [width, height]) => {
  it('a board, a form with faults, a log and a diagram are right', async () => {
    await visitor.become('secretaris.westerveld');
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
    for (const state of states.filter(({ name }) => typical.includes(name))) {
      await page.goto(state.at());
      await state.then?.(page);
      expect(await overflowing(page)).toEqual([]);
      expect(await axeFindingsOfSome(page)).toEqual([]);
    }
  });
});

/** Whether more of it is written than is shown. Runs in the page, whose types are not there. */
const isCut = (element: unknown): boolean => {
  const { scrollWidth, clientWidth } = element as { scrollWidth: number; clientWidth: number };
  return scrollWidth > clientWidth;
};

const hasFocus = (element: unknown): boolean =>
  (element as { matches(selector: string): boolean }).matches(':focus-within');
