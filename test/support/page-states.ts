// Every page in every state that the product shows, and how it is come to.
import type { Page } from 'playwright-core';
import { electedStates } from './elected-states.js';
import { gridStates } from './grid-states.js';
import { houseStyleStates } from './house-style-states.js';
import { mailStates } from './mail-states.js';
import { paperErasureStates } from './paper-erasure-states.js';
import { peopleSheetStates } from './people-sheet-states.js';
import { recordMandate, signIn, type Demonstration } from './visitor.js';

/** What is looked at. */
export interface Stage {
  place: Demonstration;
  /** A dossier whose first gate was passed: three phases run in it. */
  second: string;
  /** A dossier whose first gate saw a second version, agendas, a body that left, a closed decision and one taken back. */
  third: string;
  /** A dossier whose first gate was opened again. */
  fourth: string;
}

export interface State {
  name: string;
  /** Who looks; nobody is signed in when left out. */
  who?: string;
  at(): string;
  /** Looked at on a telephone alone: short, and like others that are looked at on both. */
  narrow?: true;
  then?(page: Page): Promise<void>;
}
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** @param on what is there once it is begun */
export function statesOn(on: () => Stage): State[] {
  const gate = () => `${on().place.dossier}/momenten/instemming`;
  return [
    { name: 'aanmelden', at: () => `${on().place.base}/aanmelden` },
    {
      name: 'aanmelden-mislukt',
      narrow: true,
      at: () => `${on().place.base}/aanmelden`,
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
    { name: 'mandaten', who: 'secretaris.westerveld', at: () => `${on().place.dossier}/mandaat`, then: recordMandate },
    { name: 'vooruitblik', who: 'lezer', at: () => `${on().place.dossier}/vooruitblik` },
    { name: 'trajecten', who: 'kwartiermaker', at: () => `${on().place.base}/trajecten` },
    { name: 'trajecten-leeg', narrow: true, who: 'beheerder', at: () => `${on().place.base}/trajecten` },
    {
      name: 'menu',
      narrow: true,
      who: 'beheerder',
      at: () => `${on().place.base}/mail`,
      then: (page) => page.getByRole('button', { name: 'Menu', exact: true }).click(),
    },
    { name: 'zoeken', who: 'kwartiermaker', at: () => `${on().place.base}/zoeken?q=akkoord+instemming` },
    { name: 'zoeken-leeg', narrow: true, who: 'lezer', at: () => `${on().place.base}/zoeken?q=kwikzilver` },
    { name: 'zoeken-fout', narrow: true, who: 'lezer', at: () => `${on().place.base}/zoeken?q=de` },
    { name: 'taken-kwartiermaker', who: 'kwartiermaker', at: () => `${on().place.base}/taken` },
    { name: 'taken-secretaris', who: 'secretaris.westerveld', at: () => `${on().place.base}/taken` },
    { name: 'taken-leeg', narrow: true, who: 'lezer', at: () => `${on().place.base}/taken` },
    { name: 'traject', who: 'kwartiermaker', at: () => on().place.dossier },
    { name: 'traject-terug', who: 'kwartiermaker', at: () => `${on().place.dossier}?asOf=2024-04-29` },
    { name: 'traject-stap', who: 'kwartiermaker', at: () => `${on().second}?asOf=2024-04-16` },
    { name: 'traject-verder', who: 'kwartiermaker', at: () => on().second },
    { name: 'moment', who: 'voorzitter', at: gate },
    { name: 'oplegger', who: 'voorzitter', at: () => `${gate()}/oplegger` },
    ...mailStates(() => on().place),
    { name: 'notitie', narrow: true, who: 'kwartiermaker', at: () => `${gate()}/notitie?orgaan=meppel/college` },
    { name: 'moment-nodig', who: 'kwartiermaker', at: () => `${gate()}?toon=nodig` },
    { name: 'moment-gepland', who: 'lezer', at: () => `${on().place.dossier}/momenten/variant` },
    { name: 'moment-afgerond', who: 'voorzitter', at: () => `${on().second}/momenten/instemming` },
    {
      name: 'moment-wijzigingen',
      who: 'kwartiermaker',
      at: () => `${on().third}/momenten/instemming`,
      then: (page) => page.getByText('Meer mogelijkheden').click(),
    },
    {
      name: 'besluit-meer',
      who: 'secretaris.westerveld',
      at: () => `${on().third}/momenten/instemming/besluit`,
      then: async (page) => {
        await page.getByText('Meer over dit besluit').click();
        await page.getByText('Wie mag dit zien?', { exact: true }).click();
      },
    },
    {
      name: 'besluit-gesloten',
      narrow: true,
      who: 'secretaris.tynaarlo',
      at: () => `${on().third}/momenten/instemming`,
      then: (page) => page.locator('.sluis-aside a').first().click(),
    },
    {
      name: 'vrijgeven',
      narrow: true,
      who: 'secretaris.tynaarlo',
      at: () => `${on().third}/momenten/instemming`,
      then: async (page) => {
        await page.locator('.sluis-aside a').first().click();
        await follow(page, 'Besluit vrijgeven');
      },
    },
    { name: 'versie', narrow: true, who: 'kwartiermaker', at: () => `${on().third}/momenten/instemming/versie` },
    {
      name: 'agenda',
      narrow: true,
      who: 'secretaris.westerveld',
      at: () => `${on().third}/momenten/instemming/agenda`,
    },
    {
      name: 'wie-besluiten',
      narrow: true,
      who: 'voorzitter',
      at: () => `${on().third}/momenten/instemming/wie-besluiten`,
    },
    {
      name: 'samengaan',
      narrow: true,
      who: 'voorzitter',
      at: () => `${on().third}/momenten/instemming/wie-besluiten`,
      then: (page) => page.getByText('Wie gaan samen?').click(),
    },
    {
      name: 'regel',
      who: 'voorzitter',
      at: () => `${on().third}/momenten/instemming/regel`,
      then: (page) => page.getByLabel(/Een vast aantal/).check(),
    },
    {
      name: 'regel-controle',
      narrow: true,
      who: 'voorzitter',
      at: () => `${on().third}/momenten/instemming/regel`,
      then: async (page) => {
        await page.getByLabel('Ten minste 2/3').check();
        await page.getByLabel('Datum van het overleg').fill('2024-05-14');
        await page.getByLabel('Reden').fill('Eén gemeente doet niet meer mee.');
        await page.getByLabel('Vorm van het overleg').selectOption('session');
        await page.getByLabel('Meteen').check();
        await send(page, 'Besluitregel wijzigen');
      },
    },
    {
      name: 'aandachtspunt',
      who: 'kwartiermaker',
      at: () => `${on().third}/momenten/instemming`,
      then: async (page) => {
        await follow(page, /Coevorden/);
        await follow(page, 'Aandachtspunt beantwoorden');
      },
    },
    { name: 'traject-terug-open', who: 'kwartiermaker', at: () => on().fourth },
    {
      name: 'terugnemen',
      narrow: true,
      who: 'kwartiermaker',
      at: () => `${on().third}/momenten/instemming/terugnemen`,
    },
    {
      name: 'lijst',
      narrow: true,
      who: 'secretaris.assen',
      at: () => `${on().third}/momenten/instemming`,
      then: async (page) => {
        await page.locator('.sluis-aside a').first().click();
        await follow(page, 'Vaststelling van de besluitenlijst vastleggen');
      },
    },
    {
      name: 'intrekken',
      narrow: true,
      who: 'secretaris.assen',
      at: () => `${on().third}/momenten/instemming`,
      then: async (page) => {
        await page.locator('.sluis-aside a').first().click();
        await follow(page, 'Besluit intrekken');
      },
    },
    { name: 'logboek-wijzigingen', narrow: true, who: 'lezer', at: () => `${on().third}/logboek` },
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
      at: () => `${on().second}/momenten/instemming`,
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
    {
      name: 'voorwaarde',
      who: 'voorzitter',
      at: gate,
      then: (page) => follow(page, /Voorwaarde beantwoorden/),
    },
    { name: 'fase-starten', narrow: true, who: 'kwartiermaker', at: () => `${on().second}/fasen/variant/starten` },
    { name: 'bezoek', narrow: true, who: 'kwartiermaker', at: () => `${on().second}/fasen/orientatie/bezoek` },
    { name: 'voorleggen', who: 'kwartiermaker', at: () => `${on().second}/momenten/themas/voorleggen` },
    { name: 'heropenen', narrow: true, who: 'voorzitter', at: () => `${on().second}/momenten/instemming/heropenen` },
    { name: 'stoppen', who: 'voorzitter', at: () => `${on().second}/stoppen` },
    { name: 'procesplan', who: 'lezer', at: () => `${on().place.base}/procesplannen/drenthe-robuuste-regio` },
    { name: 'beheer', who: 'beheerder', at: () => `${on().place.base}/beheer` },
    { name: 'iemand-toevoegen', who: 'beheerder', at: () => `${on().place.base}/mensen/nieuw` },
    ...gridStates({ first: () => on().place.dossier, second: () => on().second }),
    ...houseStyleStates(() => `${on().place.base}/beheer/huisstijl`),
    ...paperErasureStates(() => on().place),
    { name: 'kalenders', who: 'kwartiermaker', at: () => `${on().place.base}/kalenders` },
    { name: 'kalender', who: 'secretaris.assen', at: () => `${on().place.base}/kalenders/assen/college` },
    {
      name: 'kalender-regio',
      narrow: true,
      who: 'kwartiermaker',
      at: () => `${on().place.base}/kalenders/jeugdhulpregio-drenthe`,
    },
    ...peopleSheetStates(() => `${on().place.base}/mensen/lijst`),
    { name: 'reservekopie', who: 'beheerder', at: () => `${on().place.base}/reservekopie` },
    { name: 'beveiligingslogboek', who: 'beheerder', at: () => `${on().place.base}/beveiligingslogboek` },
    { name: 'besluiten', narrow: true, who: 'kwartiermaker', at: () => `${on().place.dossier}/besluiten` },
    { name: 'logboek', who: 'kwartiermaker', at: () => `${on().second}/logboek` },
    { name: 'logboek-leeg', narrow: true, who: 'lezer', at: () => `${on().place.dossier}/logboek?toon=conclusies` },
    { name: 'fout-403', narrow: true, who: 'secretaris.assen', at: () => `${gate()}/conclusie` },
    { name: 'fout-404', who: 'lezer', at: () => `${on().place.base}/trajecten/bestaat-niet` },
    { name: 'fout-409', narrow: true, who: 'kwartiermaker', at: () => `${on().place.dossier}/fasen/variant/starten` },
    { name: 'fout-400', narrow: true, who: 'lezer', at: () => `${on().place.dossier}?asOf=2024-02-31` },
    { name: 'hulp', narrow: true, who: 'kwartiermaker', at: () => `${on().place.base}/hulp` },
    { name: 'hulp-hoofdstuk', narrow: true, at: () => `${on().place.base}/hulp/kwartiermaker` },
    { name: 'hulp-gevonden', narrow: true, at: () => `${on().place.base}/hulp?zoek=voorwaarde` },
    { name: 'begrippen', narrow: true, at: () => `${on().place.base}/hulp/begrippen` },
    { name: 'contact', narrow: true, at: () => `${on().place.base}/contact` },
    { name: 'privacy', narrow: true, at: () => `${on().place.base}/privacy` },
    { name: 'toegankelijkheid', narrow: true, at: () => `${on().place.base}/toegankelijkheid` },
    { name: 'probleem', narrow: true, at: () => `${on().place.base}/problems/outcome-not-go` },
    ...electedStates(() => on().place.base),
  ];
}
