// The page with the roles that are to be looked at after elections: before there were any, and after. Last of all states, for from
// here on there were elections.
import type { Page } from 'playwright-core';
import type { State } from './page-states.js';

export const electedStates = (base: () => string): State[] => [
  { name: 'na-verkiezingen', narrow: true, who: 'beheerder', at: () => `${base()}/mensen/verkiezingen` },
  {
    name: 'na-verkiezingen-rollen',
    narrow: true,
    who: 'beheerder',
    at: () => `${base()}/kalenders/jeugdhulpregio-drenthe`,
    then: async (page: Page) => {
      const days = { On: '2024-03-20', RecessFrom: '2024-03-01', InstalledOn: '2024-04-02', FormedOn: '2024-05-02' };
      for (const [name, day] of Object.entries(days)) await page.locator(`[name=election${name}]`).fill(day);
      await page.getByRole('button', { name: 'Kalender bewaren' }).click();
      await page.goto(`${base()}/mensen/verkiezingen`);
      await page.getByRole('table').first().waitFor();
    },
  },
];
