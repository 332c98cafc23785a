// The footer of every page, the pages of the handbook, and what is found in it.
import { count } from '../language/dates.js';

export const footer = {
  label: 'Over Sluis',
  help: 'Hulp',
  contact: 'Contact',
  privacy: 'Privacy',
  accessibility: 'Toegankelijkheid',
  version: (version: string) => `Sluis ${version}`,
};

export const help = {
  title: 'Hulp',
  onThisPage: 'Op deze bladzijde',
  forYou: 'Voor uw rol:',
  search: 'Zoek in het handboek',
  go: 'Zoeken',
  found: (asked: string, n: number) =>
    n === 0
      ? `Over “${asked}” staat niets in het handboek. Probeer een ander woord, of één woord.`
      : `Over “${asked}” ${n === 1 ? 'staat één stuk' : `staan ${count(n)} stukken`} in het handboek.`,
  foundTitle: 'Gevonden',
  contents: 'Terug naar de inhoud van het handboek',
};
