// The three people at work, in a real browser with scripts off, against the product as it is built: on a telephone and,
// before a release, all of it on a desk too; by keyboard alone, and at 320 px.
import type { Page } from 'playwright-core';
import { cutCells, overflowing, TestBrowser, widths } from '../support/browser.js';
import { pdf } from '../support/papers.js';
import { demonstration, signIn, type Demonstration } from '../support/visitor.js';

const password = 'demonstratie-sluis';
/** The day before the term. */
const clock = '2024-05-15T09:00:00Z';

let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.start();
});
afterAll(() => browser.stop());

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

describe.each(widths)('at %i px', (width) => {
  let place: Demonstration & { gate: string };
  /** One for all of them: a browser takes as long to begin in another as to show some pages. */
  let page: Page;
  const open = async (address: string, name: string): Promise<void> => {
    await page.goto(address);
    await signIn(page, name);
  };

  beforeAll(async () => {
    const found = await demonstration(clock);
    place = { ...found, gate: `${found.dossier}/momenten/instemming` };
    page = await browser.page({ width });
  });
  beforeEach(() => page.context().clearCookies());
  afterAll(() => place.server.end('SIGKILL'));

  it('the kwartiermaker sees what runs, how far it is, and who is missing and why', async () => {
    await open(place.dossier, 'kwartiermaker');
    const card = page.locator('.sluis-gate');
    expect(await card.locator('h2').innerText()).toBe('Nog geen go: 4 van 12 ontbreken');
    expect(await card.locator('.sluis-gate__when').innerText()).toBe('Nog 1 dag, t/m 16 mei 2024');
    expect(await card.locator('.sluis-figures').innerText()).toBe('9 van de 12 hebben besloten (1 telt nog niet).');
    const reached = (place: string) => [
      `Secretaris van ${place} (demonstratie) secretaris.${place.toLowerCase()}@demo.example`,
      'Notitie maken',
    ];
    const needed = await card.locator('.sluis-needed > li').allInnerTexts();
    expect(needed.map((line) => line.split(/\s*\n\s*/))).toEqual([
      [
        'College van Coevorden',
        'Akkoord onder voorwaarden (voorlopig); telt nog niet: voorwaarde nog open',
        'te beantwoorden door het ABO Jeugd',
        'Notitie maken',
      ],
      ['College van Emmen', 'Aangehouden, tot 14 mei 2024', ...reached('Emmen')],
      ['College van Meppel', 'Nog geen besluit', 't/m 16 mei 2024', ...reached('Meppel'), 'Vastleggen'],
      ['College van Westerveld', 'Nog geen besluit', 't/m 16 mei 2024', ...reached('Westerveld'), 'Vastleggen'],
      [
        'ABO Jeugd',
        'Conclusie: wacht op de besluiten',
        'Voorzitter van het ABO (demonstratie) voorzitter@demo.example',
      ],
    ]);
    expect(await overflowing(page)).toEqual([]);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });

  it.each([1366, 390])('at %i px the table opens at the gate that is open, beside the names', async (wide) => {
    await page.setViewportSize({ width: wide, height: 800 });
    await open(place.dossier, 'kwartiermaker');
    expect(await overflowing(page)).toEqual([]);
    const [name, cell] = [
      page.locator('.sluis-matrix tbody th').first(),
      page.locator('.sluis-matrix tbody td').first(),
    ];
    const [names, first] = [await name.boundingBox(), await cell.boundingBox()];
    expect(first?.x).toBeGreaterThanOrEqual((names?.x ?? 0) + (names?.width ?? 0) - 1);
    expect(first?.x).toBeLessThan(wide);
    await page.setViewportSize({ width, height: 800 });
  });

  it('the chair answers a condition, and is refused a go while Westerveld is missing', async () => {
    await open(place.gate, 'voorzitter');
    await page.getByRole('link', { name: /Voorwaarde beantwoorden/ }).click();
    await page.getByLabel('Overnemen').check();
    await page.getByLabel('Datum').fill('2024-05-15');
    await page.getByRole('button', { name: 'Antwoord vastleggen' }).click();
    await page.getByRole('link', { name: 'Conclusie vastleggen' }).click();
    expect(await page.locator('input[name=ruling]').count()).toBe(2); // no-go and hold
    expect(await page.locator('.sluis-choice--not').innerText()).toMatch(/Go[\s\S]*Westerveld \(nog geen besluit\)/);
  });

  it('a secretary goes from the link of the gate to the receipt in three steps', async () => {
    await page.goto(place.gate);
    await signIn(page, 'secretaris.westerveld'); // one
    expect(page.url()).toBe(place.gate);
    await page.getByRole('link', { name: 'Besluit vastleggen' }).click(); // two
    await page.getByLabel('Akkoord: onderschreven').check();
    await page.getByLabel('Datum van het besluit').fill('2024-05-14');
    await page.getByLabel('Zaak- of besluitnummer').fill('Z-2024-0514');
    await page.getByLabel('Zaak- of besluitnummer').press('Enter'); // three
    expect(await heading(page)).toBe('Besluit van het college van Westerveld');
    expect(await page.getByRole('alert').innerText()).toContain('Het besluit is vastgelegd.');
    expect(await page.locator('main').innerText()).toMatch(/Akkoord[\s\S]*14 mei 2024[\s\S]*Z-2024-0514/);
  });

  it('a secretary opens the letter, and brings the decision along as a file, also after one that is none', async () => {
    await open(place.gate, 'secretaris.noordenveld');
    const letter = page.waitForEvent('download'); // this browser shows no PDF
    await page.getByRole('link', { name: /^Brief van de Jeugdhulpregio/ }).click();
    expect((await letter).suggestedFilename()).toBe('Brief van de Jeugdhulpregio Drenthe, kenmerk 20240411.001.pdf');
    await page.getByRole('link', { name: /Besluit van het college van Noordenveld bekijken/ }).click();
    await page.getByRole('link', { name: 'Corrigeren' }).click();
    await page.getByLabel('Toelichting').fill('De lijst hoort erbij.');
    await page.getByText('Bewijs (niet verplicht)').click();
    const choose = (buffer: Buffer) =>
      page
        .getByLabel(/^Bestand van bewijsstuk 1/)
        .setInputFiles({ name: 'Besluit.pdf', mimeType: 'application/pdf', buffer });
    await choose(Buffer.from('geen PDF'));
    await page.getByRole('button', { name: 'Correctie vastleggen' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Bestand van bewijsstuk 1 is geen PDF');
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('De lijst hoort erbij.');
    expect(await overflowing(page)).toEqual([]);
    await choose(pdf('Noordenveld'));
    await page.getByRole('button', { name: 'Correctie vastleggen' }).click();
    expect(await heading(page)).toBe('Besluit van het college van Noordenveld');
    const opened = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Besluit', exact: true }).click();
    expect((await opened).suggestedFilename()).toBe('Besluit.pdf');
  });

  it('a secretary is told what is wrong, loses nothing, and corrects what was recorded', async () => {
    await open(place.gate, 'secretaris.assen');
    await page.getByRole('link', { name: /Besluit van het college van Assen bekijken/ }).click();
    await page.getByRole('link', { name: 'Corrigeren' }).click();
    await page.getByLabel('Zaak- of besluitnummer').fill('Z-2024-0423');
    await page.getByRole('button', { name: 'Correctie vastleggen' }).click(); // without a reason
    expect(await page.getByRole('alert').innerText()).toContain('Toelichting ontbreekt');
    expect(await page.getByLabel('Zaak- of besluitnummer').inputValue()).toBe('Z-2024-0423');
    await page.getByRole('link', { name: /Toelichting ontbreekt/ }).click();
    await page.getByLabel('Toelichting').fill('Het nummer ontbrak.');
    await page.context().clearCookies(); // signed out, after half a day
    await page.getByRole('button', { name: 'Correctie vastleggen' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('niet vastgelegd, maar ook niet weg');
    await signIn(page, 'secretaris.assen');
    expect(await heading(page)).toBe('U bent weer aangemeld');
    await page.getByRole('button', { name: 'Terug naar het formulier' }).click();
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('Het nummer ontbrak.');
    await page.getByRole('button', { name: 'Correctie vastleggen' }).click();
    expect(await page.locator('main').innerText()).toMatch(/Dit is een correctie[\s\S]*Z-2024-0423/);
  });

  it('by keyboard alone: the secretary of Meppel records a decision', async () => {
    await page.goto(place.gate);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Tabs until the focus is on what is named. */
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 60; i++) {
        await press('Tab');
        if ((await page.locator(`${selector}:focus`).count()) > 0) return;
      }
      throw new Error(`${selector} is not reached by Tab`);
    };
    await tabTo('#email');
    await page.keyboard.type('secretaris.meppel@demo.example');
    await tabTo('#password');
    await page.keyboard.type(password);
    await Promise.all([page.waitForURL(place.gate), press('Enter')]);
    await press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Naar de inhoud');
    await tabTo('.sluis-aside .nl-button');
    await Promise.all([page.waitForURL(/besluit/), press('Enter')]);
    await tabTo('input[name=decision]');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await tabTo('input[name=decidedOn]');
    await page.keyboard.type('05142024'); // the parts of a date, in the order of this browser
    await tabTo('form .nl-button--primary');
    await Promise.all([page.waitForURL(/besluiten/), press('Enter')]);
    expect(await heading(page)).toBe('Besluit van het college van Meppel');
  });

  it('at 320 px: the secretary of Emmen records a decision under a condition', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(place.gate, 'secretaris.emmen');
    expect(await cutCells(page)).toEqual([]);
    await page.getByRole('link', { name: 'Besluit vastleggen' }).click();
    expect(await page.getByLabel('Voorwaarde 1', { exact: true }).isVisible()).toBe(false);
    await page.getByLabel('Akkoord onder voorwaarden').check();
    await page.getByRole('textbox', { name: 'Voorwaarde 1', exact: true }).fill('De toegang blijft lokaal.');
    await page.getByRole('button', { name: 'Nog een voorwaarde' }).click();
    await page.getByRole('textbox', { name: /^Voorwaarde 2 / }).fill('De kosten staan in de begroting.');
    await page.getByLabel('Datum van het besluit').fill('2024-05-14');
    expect(await overflowing(page)).toEqual([]);
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click();
    expect(await page.locator('main').innerText()).toMatch(/toegang blijft lokaal[\s\S]*staan in de begroting/);
    expect(await overflowing(page)).toEqual([]);
    await page.setViewportSize({ width, height: 800 });
  });

  it('the chair concludes a go when everyone is there, after reading it once more', async () => {
    await open(place.gate, 'voorzitter');
    for (let i = 0; i < 2; i++) {
      await page
        .getByRole('link', { name: /Voorwaarde beantwoorden/ })
        .first()
        .click();
      await page.getByLabel('Meenemen naar een latere fase').check();
      await page.getByLabel('Naar welke fase?').selectOption('variant');
      await page.getByLabel('Datum').fill('2024-05-15');
      await page.getByRole('button', { name: 'Antwoord vastleggen' }).click();
    }
    await page.getByRole('link', { name: 'Conclusie vastleggen' }).click();
    await page.locator('input[name=ruling][value=go]').check();
    await page.getByLabel('Datum van de conclusie').fill('2024-05-15');
    await page.getByLabel('Vorm van het overleg').selectOption('session');
    await page.getByLabel('Overleg of kenmerk').fill('ABO van 15 mei 2024');
    await page.getByRole('button', { name: 'Controleren' }).click();
    expect(await heading(page)).toBe('Klopt deze conclusie?');
    expect(await page.locator('main').innerText()).toContain('ABO van 15 mei 2024');
    await page.getByRole('button', { name: 'Conclusie vastleggen' }).click();
    expect(await page.locator('.sluis-headline').innerText()).toBe('Go onder voorwaarden');
  });

  it('everything that was done stands in the log, and the past can be looked at', async () => {
    await open(`${place.dossier}/logboek`, 'lezer');
    const log = await page.locator('main').innerText();
    expect(log).toMatch(/Ongewijzigd tot en met regel \d+/);
    expect(log).toContain('Conclusie bij Instemming met het verzoek: go onder voorwaarden.');
    expect(log).toContain('Gecorrigeerd: College van Assen: akkoord bij'); // its number alone
    await page.goto(`${place.dossier}?asOf=2024-04-20`);
    expect(await page.locator('.sluis-past').innerText()).toContain('Stand van 20 april 2024');
    expect(await page.locator('.sluis-figures').innerText()).toContain('4 van de 12 hebben besloten');
    await page.getByRole('link', { name: 'Logboek' }).click();
    expect(page.url()).toContain('asOf=2024-04-20');
  });
});
