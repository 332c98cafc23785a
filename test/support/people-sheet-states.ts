// Pages of people in a sheet: before anything is pasted, with rows that are wrong, and with rows that are right.
import type { Page } from 'playwright-core';

const right = [
  'Naam\tE-mail\tOrgaan\tRol\tTot en met',
  'Sara de Boer\tsara@a.example\tMidden-Drenthe\tsecretaris\t31-12-2026',
  'Iris Kok\tiris@a.example\tEmmen\tgriffier',
  'Iris Kok\tiris@a.example\tRaad van Emmen\tcontactpersoon',
].join('\n');
const wrong = [
  'Naam\tE-mail\tOrgaan\tRol\tOpmerking',
  'Sara de Boer\tsara@a.example\tMidden Drente\tsecretaris',
  'Henk Vos\thenk.vos\tAssen\tgrifier\tbelt terug',
  'Iris Kok\tiris@a.example\tEmmen\tgriffier',
].join('\n');

async function paste(page: Page, rows: string): Promise<void> {
  await page.getByLabel('Rijen').fill(rows);
  await page.getByRole('button', { name: 'Bekijken wat er gebeurt' }).click();
}

export const peopleSheetStates = (at: () => string) => [
  { name: 'mensen-lijst', who: 'beheerder', at },
  { name: 'mensen-lijst-fouten', who: 'beheerder', at, then: (page: Page) => paste(page, wrong) },
  { name: 'mensen-lijst-goed', narrow: true as const, who: 'beheerder', at, then: (page: Page) => paste(page, right) },
];
