// Pages of how a region looks: the list, the form, what is wrong with it, and the look at what would be.
import type { Page } from 'playwright-core';
import { png } from './pictures.js';

const logo = { name: 'logo.png', mimeType: 'image/png', buffer: png(180, 60) };

async function fill(page: Page, colour: string): Promise<void> {
  await page.getByLabel('Naam bovenaan elke bladzijde').fill('Jeugdhulpregio Drenthe');
  await page.getByLabel('Logo', { exact: false }).first().setInputFiles(logo);
  await page.getByLabel('Kleur van knoppen en links').fill(colour);
  await page.getByRole('button', { name: 'Bekijk hoe het wordt' }).click();
}

export const houseStyleStates = (list: () => string) => {
  const at = () => `${list()}/jeugdhulpregio-drenthe`;
  const narrow = true as const;
  return [
    { name: 'huisstijl', narrow, who: 'beheerder', at: list },
    { name: 'huisstijl-fouten', narrow, who: 'beheerder', at, then: (page: Page) => fill(page, '#ffd700') },
    { name: 'huisstijl-bekeken', who: 'beheerder', at, then: (page: Page) => fill(page, '#b0141d') },
  ];
};
