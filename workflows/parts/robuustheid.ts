// The test of robustness as criteria of a gate, for any youth region: what paragraph 2.6 of the Hervormingsagenda Jeugd asks of a
// region, as the letter of the Jeugdhulpregio Drenthe of 11 April 2024 quotes it. The criteria that municipalities and
// providers drew up in 2023 were not at hand: whoever has them puts them in a list of their own.
import type { Criterion } from '../../src/domain/workflow/requirements.js';

const source = 'Hervormingsagenda Jeugd 2.6, in de brief van 11 april 2024';
const assumed = `${source}; uitwerking aangenomen, niet geverifieerd`;

/** Stated by the process lead, who collects what shows it; that it is met is for the bodies to judge. */
export const robuustheid: Criterion[] = [
  {
    id: 'passende-hulp',
    text: 'De regio kan passende hulp organiseren voor alle hulpvragen',
    weight: 'must',
    statedBy: 'process-lead',
    source,
  },
  {
    id: 'doelmatig-inkopen',
    text: 'De regio kan de benodigde hulp doelmatig inkopen',
    weight: 'must',
    statedBy: 'process-lead',
    source,
  },
  {
    id: 'een-entiteit',
    text: 'Eén bedrijfsvoeringsorganisatie, openbaar lichaam of centrumgemeente is belast met de regionale inkoop',
    weight: 'must',
    statedBy: 'process-lead',
    source,
  },
  {
    id: 'regionaal-ingekocht',
    text: 'De zorgvormen die ten minste regionaal moeten worden ingekocht, staan in de opdracht',
    weight: 'must',
    statedBy: 'process-lead',
    source: assumed,
  },
  {
    id: 'aanbieders-gehoord',
    text: 'Gemeenten en aanbieders zijn over de toets gehoord',
    weight: 'should',
    statedBy: 'process-lead',
    source: assumed,
  },
];
