// Pages on which many of one kind are recorded at once: as they begin, and with rows that are wrong.
import type { Page } from 'playwright-core';
import { decisionsSheetStates } from './decisions-sheet-states.js';

interface Places {
  first: () => string;
  second: () => string;
}

const wrong = async (page: Page): Promise<void> => {
  await page.getByLabel('Besluit: College van Westerveld').selectOption('agree');
  await page.getByLabel('Besloten op: College van Emmen').fill('2024-05-14');
  await page.getByRole('button', { name: 'Besluiten vastleggen', exact: true }).click();
};

export const gridStates = ({ first, second }: Places) => [
  ...decisionsSheetStates(() => `${first()}/besluiten-uit-lijst`),
  { name: 'bezoeken-samen', who: 'kwartiermaker', at: () => `${second()}/fasen/orientatie/bezoeken` },
  { name: 'agendas-samen', who: 'kwartiermaker', at: () => `${first()}/momenten/instemming/agendas` },
  { name: 'planning-samen', who: 'kwartiermaker', at: () => `${first()}/planning` },
  { name: 'namens-organen', who: 'kwartiermaker', at: () => `${first()}/momenten/instemming/namens-organen` },
  {
    name: 'namens-organen-fouten',
    who: 'kwartiermaker',
    at: () => `${first()}/momenten/instemming/namens-organen`,
    then: wrong,
  },
];
