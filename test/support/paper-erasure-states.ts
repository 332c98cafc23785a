// Pages on which the content of a paper is erased: how it is found, and what is read once more before it goes.
import type { Page } from 'playwright-core';
import { accepted } from './drenthe.js';
import { pdf, upload } from './papers.js';
import type { Demonstration } from './visitor.js';

export const paperErasureStates = (place: () => Demonstration) => {
  const at = () => `${place().base}/beheer/stukken`;
  return [
    { name: 'stuk-wissen', who: 'beheerder', at },
    {
      name: 'stuk-wissen-controle',
      who: 'beheerder',
      at,
      then: async (page: Page) => {
        await page.getByLabel('Het adres of de hash van het stuk').fill(await aPaper(place()));
        await page.getByRole('button', { name: 'Zoek het stuk' }).click();
      },
    },
  ];
};

/** A paper of the dossier of the demonstration, by its hash: the same each time. */
async function aPaper(place: Demonstration): Promise<string> {
  return (await accepted(upload(await place.as('kwartiermaker'), place.id, pdf('Stuk met gegevens'), 'Bijlage 3.pdf')))
    .hash;
}
