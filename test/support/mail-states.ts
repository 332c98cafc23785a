// The pages about what Sluis tells people by mail and in their calendars, and other systems, in every state.
import type { Page } from 'playwright-core';
import type { State } from './page-states.js';
import type { Demonstration } from './visitor.js';

export const mailStates = (place: () => Demonstration): State[] => [
  {
    name: 'herinneren',
    narrow: true,
    who: 'kwartiermaker',
    at: () => `${place().dossier}/momenten/instemming/herinneren`,
  },
  { name: 'herinneringen', who: 'kwartiermaker', at: () => `${place().base}/herinneringen/jeugdhulpregio-drenthe` },
  { name: 'mail', who: 'beheerder', at: () => `${place().base}/mail` },
  { name: 'agenda-adressen', who: 'kwartiermaker', at: () => `${place().base}/agenda` },
  { name: 'webhooks', who: 'beheerder', at: () => `${place().base}/webhooks` },
  {
    name: 'webhooks-fout',
    narrow: true,
    who: 'beheerder',
    at: () => `${place().base}/webhooks`,
    then: (page) => addsWebhook(page, 'https://10.0.0.1/'),
  },
  {
    name: 'webhook',
    who: 'beheerder',
    at: () => `${place().base}/webhooks`,
    then: async (page) => {
      await addsWebhook(page, `https://zaken${Math.random()}.example.invalid/sluis`);
      await page.getByRole('link', { name: 'Verder' }).click();
      await page.getByRole('button', { name: 'Proefbericht sturen' }).click();
    },
  },
  { name: 'link-werkt-niet', narrow: true, at: () => `${place().base}/antwoord/nergens` },
];

async function addsWebhook(page: Page, address: string): Promise<void> {
  await page.getByLabel('Regio').selectOption({ index: 1 });
  await page.getByLabel('Adres (URL)').fill(address);
  await page.getByRole('button', { name: 'Toevoegen' }).click();
}
