// Pages of decisions in a sheet: before anything is pasted, with lines that are wrong, with columns that are not known, and with
// lines that are right.
import type { Page } from 'playwright-core';

const right = [
  'Gemeente\tBesluit\tDatum\tKenmerk\tToelichting',
  'Emmen\takkoord\t14-5-2024\tZ-2024-81\t',
  'Assen\takkoord\t23-4-2024\t\t',
  'Westerveld\takkoord mits\t14 mei 2024\t\tDe kosten blijven gelijk.',
].join('\n');
const wrong = [
  'Gemeente\tInstemming met het verzoek\tDatum\tWie belt',
  'Emen\takkoord\t14-5-2024\tKim',
  'Westerveld\takkoord / niet akkoord\t14-5-24\t',
  'Coevorden\tniet akkoord\t14-5-2024\t',
].join('\n');
const unknown = 'Plaats\tUitspraak\tWanneer\nEmmen\takkoord\t14-5-2024';

async function paste(page: Page, rows: string): Promise<void> {
  await page.getByLabel('Rijen').fill(rows);
  await page.getByLabel('Waaruit blijken deze besluiten?').fill('Overzicht van de regio');
  await page.getByLabel('Link daarnaartoe').fill('https://example.org/overzicht');
  await page.getByRole('button', { name: 'Bekijken wat er gebeurt' }).click();
}

async function pasteList(page: Page): Promise<void> {
  await page.getByLabel('Van wie is deze besluitenlijst?').selectOption('emmen/college');
  await page
    .getByLabel('De besluitenlijst')
    .fill(
      'Besluitenlijst van 14 mei 2024\n\n2. Onderschrijven van de noodzaak en van de uitwerking\nBesluit: akkoord.',
    );
  await page.getByRole('button', { name: 'Opzoeken' }).click();
}

export const decisionsSheetStates = (at: () => string) => [
  { name: 'besluiten-lijst', narrow: true as const, who: 'kwartiermaker', at },
  { name: 'besluiten-lijst-fouten', who: 'kwartiermaker', at, then: (page: Page) => paste(page, wrong) },
  {
    name: 'besluiten-lijst-kolommen',
    narrow: true as const,
    who: 'kwartiermaker',
    at,
    then: (page: Page) => paste(page, unknown),
  },
  {
    name: 'besluitenlijst-geplakt',
    who: 'kwartiermaker',
    at: () => at().replace('besluiten-uit-lijst', 'besluitenlijst'),
    then: pasteList,
  },
  { name: 'besluiten-lijst-goed', who: 'kwartiermaker', at, then: (page: Page) => paste(page, right) },
];
