// Every page in every state that the product shows: axe finds nothing, nothing is wider than the screen, and
// with SLUIS_SCREENSHOTS set to a folder each is kept as a picture.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  axeFindings,
  headingOf,
  hiddenAndRequired,
  overflowing,
  pictures,
  TestBrowser,
  widths,
} from '../support/browser.js';
import { furtherOn, muchChanged, openedAgain } from '../support/staged.js';
import { demonstration, recordMandate, signIn, Visitor, type Demonstration } from '../support/visitor.js';

const clock = '2024-05-15T09:00:00Z';
let browser: TestBrowser;
/** One for everything: a browser has to get used to the pages, and to axe, in each that it opens. */
let page: Page;
let visitor: Visitor;
let place: Demonstration;
/** A dossier whose first gate was passed: three phases run in it. */
let second: string;
/** A dossier whose first gate saw a second version, agendas, a body that left, a closed decision and one taken back. */
let third: string;
/** A dossier whose first gate was opened again. */
let fourth: string;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  browser = await TestBrowser.start();
  place = await demonstration(clock);
  second = await furtherOn(place);
  third = await muchChanged(place);
  fourth = await openedAgain(place);
  page = await browser.page({ width: 1366 });
  visitor = new Visitor(page, place.base);
}, 120_000);
afterAll(async () => {
  await browser.stop();
  await place.server.end('SIGKILL');
});

interface State {
  name: string;
  /** Who looks; nobody is signed in when left out. */
  who?: string;
  at(): string;
  /** Looked at on a telephone alone: short, and like others that are looked at on both. */
  narrow?: true;
  then?(page: Page): Promise<void>;
}
const gate = () => `${place.dossier}/momenten/instemming`;
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const states: State[] = [
  { name: 'aanmelden', at: () => `${place.base}/aanmelden` },
  {
    name: 'aanmelden-mislukt',
    narrow: true,
    at: () => `${place.base}/aanmelden`,
    then: async (page) => {
      await page.getByLabel('E-mailadres').fill('iemand@demo.example');
      await page.getByLabel('Wachtwoord').fill('niet het goede');
      await send(page, 'Aanmelden');
    },
  },
  {
    name: 'aangemeld-ingevuld',
    narrow: true,
    who: 'secretaris.westerveld',
    at: () => `${gate()}/besluit`,
    then: async (page) => {
      await page.getByLabel('Akkoord: onderschreven').check();
      await page.getByLabel('Datum van het besluit').fill('2024-05-14');
      await page.context().clearCookies();
      await send(page, 'Besluit vastleggen');
      await signIn(page, 'secretaris.westerveld');
    },
  },
  { name: 'mandaten', who: 'secretaris.westerveld', at: () => `${place.dossier}/mandaat`, then: recordMandate },
  { name: 'trajecten', who: 'kwartiermaker', at: () => `${place.base}/trajecten` },
  { name: 'trajecten-leeg', narrow: true, who: 'beheerder', at: () => `${place.base}/trajecten` },
  { name: 'taken-kwartiermaker', who: 'kwartiermaker', at: () => `${place.base}/taken` },
  { name: 'taken-secretaris', who: 'secretaris.westerveld', at: () => `${place.base}/taken` },
  { name: 'taken-leeg', narrow: true, who: 'lezer', at: () => `${place.base}/taken` },
  { name: 'traject', who: 'kwartiermaker', at: () => place.dossier },
  { name: 'traject-terug', who: 'kwartiermaker', at: () => `${place.dossier}?asOf=2024-04-29` },
  { name: 'traject-stap', who: 'kwartiermaker', at: () => `${second}?asOf=2024-04-16` },
  { name: 'traject-verder', who: 'kwartiermaker', at: () => second },
  { name: 'moment', who: 'voorzitter', at: gate },
  { name: 'herinneren', narrow: true, who: 'kwartiermaker', at: () => `${gate()}/herinneren` },
  { name: 'moment-nodig', who: 'kwartiermaker', at: () => `${gate()}?toon=nodig` },
  { name: 'moment-gepland', who: 'lezer', at: () => `${place.dossier}/momenten/variant` },
  { name: 'moment-afgerond', who: 'voorzitter', at: () => `${second}/momenten/instemming` },
  {
    name: 'moment-wijzigingen',
    who: 'kwartiermaker',
    at: () => `${third}/momenten/instemming`,
    then: (page) => page.getByText('Meer mogelijkheden').click(),
  },
  {
    name: 'besluit-meer',
    who: 'secretaris.westerveld',
    at: () => `${third}/momenten/instemming/besluit`,
    then: async (page) => {
      await page.getByText('Meer over dit besluit').click();
      await page.getByText('Nog niet vrijgeven', { exact: true }).click();
    },
  },
  {
    name: 'besluit-gesloten',
    narrow: true,
    who: 'secretaris.tynaarlo',
    at: () => `${third}/momenten/instemming`,
    then: (page) => page.locator('.sluis-aside a').first().click(),
  },
  {
    name: 'vrijgeven',
    narrow: true,
    who: 'secretaris.tynaarlo',
    at: () => `${third}/momenten/instemming`,
    then: async (page) => {
      await page.locator('.sluis-aside a').first().click();
      await follow(page, 'Besluit vrijgeven');
    },
  },
  { name: 'versie', narrow: true, who: 'kwartiermaker', at: () => `${third}/momenten/instemming/versie` },
  { name: 'agenda', narrow: true, who: 'secretaris.westerveld', at: () => `${third}/momenten/instemming/agenda` },
  { name: 'wie-besluiten', narrow: true, who: 'voorzitter', at: () => `${third}/momenten/instemming/wie-besluiten` },
  {
    name: 'samengaan',
    narrow: true,
    who: 'voorzitter',
    at: () => `${third}/momenten/instemming/wie-besluiten`,
    then: (page) => page.getByText('Wie gaan samen?').click(),
  },
  {
    name: 'regel',
    who: 'voorzitter',
    at: () => `${third}/momenten/instemming/regel`,
    then: (page) => page.getByLabel(/Een vast aantal/).check(),
  },
  {
    name: 'regel-controle',
    narrow: true,
    who: 'voorzitter',
    at: () => `${third}/momenten/instemming/regel`,
    then: async (page) => {
      await page.getByLabel('Ten minste 2/3').check();
      await page.getByLabel('Datum van het overleg').fill('2024-05-14');
      await page.getByLabel('Reden').fill('Eén gemeente doet niet meer mee.');
      await page.getByLabel('Meteen').check();
      await send(page, 'Besluitregel wijzigen');
    },
  },
  {
    name: 'aandachtspunt',
    who: 'kwartiermaker',
    at: () => `${third}/momenten/instemming`,
    then: async (page) => {
      await follow(page, /Coevorden/);
      await follow(page, 'Aandachtspunt beantwoorden');
    },
  },
  { name: 'traject-terug-open', who: 'kwartiermaker', at: () => fourth },
  { name: 'terugnemen', narrow: true, who: 'kwartiermaker', at: () => `${third}/momenten/instemming/terugnemen` },
  {
    name: 'lijst',
    narrow: true,
    who: 'secretaris.assen',
    at: () => `${third}/momenten/instemming`,
    then: async (page) => {
      await page.locator('.sluis-aside a').first().click();
      await follow(page, 'Vaststelling van de besluitenlijst vastleggen');
    },
  },
  {
    name: 'intrekken',
    narrow: true,
    who: 'secretaris.assen',
    at: () => `${third}/momenten/instemming`,
    then: async (page) => {
      await page.locator('.sluis-aside a').first().click();
      await follow(page, 'Besluit intrekken');
    },
  },
  { name: 'logboek-wijzigingen', narrow: true, who: 'lezer', at: () => `${third}/logboek` },
  { name: 'besluit', who: 'secretaris.westerveld', at: () => `${gate()}/besluit` },
  {
    name: 'besluit-voorwaarden',
    who: 'secretaris.westerveld',
    at: () => `${gate()}/besluit`,
    then: async (page) => {
      await page.getByLabel('Akkoord onder voorwaarden').check();
      await page.getByRole('textbox', { name: 'Voorwaarde 1', exact: true }).fill('De toegang blijft lokaal.');
      await send(page, 'Nog een voorwaarde');
    },
  },
  {
    name: 'besluit-fout',
    who: 'secretaris.westerveld',
    at: () => `${gate()}/besluit`,
    then: async (page) => {
      await page.getByLabel('Akkoord onder voorwaarden').check();
      await page.getByLabel('Datum van het besluit').fill('2030-01-01');
      await send(page, 'Besluit vastleggen');
    },
  },
  { name: 'besluit-namens', who: 'kwartiermaker', at: () => `${gate()}/besluit` },
  {
    name: 'ontvangst',
    who: 'secretaris.emmen',
    at: () => `${second}/momenten/instemming`,
    then: (page) => page.locator('.sluis-aside a').first().click(),
  },
  {
    name: 'corrigeren',
    narrow: true,
    who: 'secretaris.assen',
    at: gate,
    then: async (page) => {
      await page.locator('.sluis-aside a').first().click();
      await follow(page, 'Corrigeren');
    },
  },
  {
    name: 'bevestigen',
    who: 'secretaris.meppel',
    at: gate,
    then: (page) => follow(page, /Besluit bevestigen/),
  },
  { name: 'conclusie', who: 'voorzitter', at: () => `${gate()}/conclusie` },
  {
    name: 'conclusie-controle',
    who: 'voorzitter',
    at: () => `${gate()}/conclusie`,
    then: async (page) => {
      await page.getByLabel('Aanhouden tot een volgend overleg').check();
      await page.getByLabel('Datum van de conclusie').fill('2024-05-15');
      await page.getByLabel('Reden').fill('Westerveld heeft nog niet besloten.');
      await send(page, 'Controleren');
    },
  },
  { name: 'voorwaarde', who: 'voorzitter', at: gate, then: (page) => follow(page, /Voorwaarde beantwoorden/) },
  { name: 'fase-starten', narrow: true, who: 'kwartiermaker', at: () => `${second}/fasen/variant/starten` },
  { name: 'bezoek', narrow: true, who: 'kwartiermaker', at: () => `${second}/fasen/orientatie/bezoek` },
  { name: 'voorleggen', who: 'kwartiermaker', at: () => `${second}/momenten/themas/voorleggen` },
  { name: 'heropenen', narrow: true, who: 'voorzitter', at: () => `${second}/momenten/instemming/heropenen` },
  { name: 'stoppen', who: 'voorzitter', at: () => `${second}/stoppen` },
  { name: 'procesplan', who: 'lezer', at: () => `${place.base}/procesplannen/drenthe-robuuste-regio` },
  { name: 'reservekopie', who: 'beheerder', at: () => `${place.base}/reservekopie` },
  { name: 'beveiligingslogboek', who: 'beheerder', at: () => `${place.base}/beveiligingslogboek` },
  { name: 'besluiten', narrow: true, who: 'kwartiermaker', at: () => `${place.dossier}/besluiten` },
  { name: 'logboek', who: 'kwartiermaker', at: () => `${second}/logboek` },
  { name: 'logboek-leeg', narrow: true, who: 'lezer', at: () => `${place.dossier}/logboek?toon=conclusies` },
  { name: 'fout-403', narrow: true, who: 'secretaris.assen', at: () => `${gate()}/conclusie` },
  { name: 'fout-404', who: 'lezer', at: () => `${place.base}/trajecten/bestaat-niet` },
  { name: 'fout-409', narrow: true, who: 'kwartiermaker', at: () => `${place.dossier}/fasen/variant/starten` },
  { name: 'fout-400', narrow: true, who: 'lezer', at: () => `${place.dossier}?asOf=2024-02-31` },
  { name: 'probleem', narrow: true, at: () => `${place.base}/problems/outcome-not-go` },
];

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
    expect(await axeFindings(page)).toEqual([]);
  });
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
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});
