// What the terms of phases and gates are called, by their name in the tables: in the difference of two plans, and in the
// description of the API.
import type { gateTerms, phaseTerms } from '../../domain/workflow/terms.js';
import { decisionWords } from '../language/words.js';

/** How what a plan says otherwise is told. */
export interface ChangeWords {
  label: string;
  /** Of a list: what comes and what goes is said, not the whole. */
  list?: true;
  /** What its values are called, where they are not told as they are. */
  among?: Readonly<Record<string, string>>;
  say?: (value: string) => string;
}

export interface TermWords extends ChangeWords {
  /** What it means, for who reads the description of the API. */
  means: string;
}

const yes = { true: 'ja' };

/** must Begroting: "Begroting (moet)" */
function askedWords(line: string): string {
  const [asks, ...what] = line.split(' ');
  return `${what.join(' ')} (${asks === 'must' ? 'moet' : 'hoort'})`;
}

export const termWords: Readonly<Record<keyof typeof phaseTerms | keyof typeof gateTerms, TermWords>> = {
  startsAfter: { label: 'begint na', list: true, means: 'De fasen die klaar moeten zijn voor deze begint.' },
  gateAfter: {
    label: 'kan worden voorgelegd na',
    list: true,
    means: 'De fasen die klaar moeten zijn voor dit wordt voorgelegd.',
  },
  waitsFor: { label: 'wacht met beginnen op', list: true, means: 'Feiten van buiten waarop deze fase wacht.' },
  gateWaitsFor: {
    label: 'wacht met voorleggen op',
    list: true,
    means: 'Feiten van buiten waarop de voorlegging wacht.',
  },
  informs: {
    label: 'elke gemeente informeert haar eigen orgaan',
    among: yes,
    means:
      'Of elke gemeente hier haar eigen orgaan informeert en dat zelf vastlegt, in plaats van dat de regio langskomt.',
  },
  headings: {
    label: 'bevindingen onder de kopjes',
    list: true,
    means: 'De kopjes waaronder een bezoek vastlegt wat is gehoord.',
  },
  splits: { label: 'kan in delen verdergaan', among: yes, means: 'Of de uitkomst een splitsing kan zijn.' },
  kinds: { label: 'soorten besluit', list: true, among: decisionWords, means: 'Wat een orgaan hier kan besluiten.' },
  unconfirmed: {
    label: 'wat de regio vastlegde en nog niet is bevestigd',
    among: { counts: 'telt mee', waits: 'wacht op bevestiging' },
    means: 'Of meetelt wat de regio vastlegde en het orgaan nog niet bevestigde.',
  },
  afterRuling: {
    label: 'een wijziging na de conclusie',
    among: { flag: 'wordt gemarkeerd', reopen: 'opent het moment opnieuw' },
    means: 'Wat er gebeurt met een besluit dat na de conclusie valt.',
  },
  completion: {
    label: 'uitkomst',
    among: { 'all-spoken': 'pas als allen hebben besloten' },
    means: 'Wanneer de uitkomst telt: zodra die vaststaat, of als allen hebben besloten.',
  },
  concludes: {
    label: 'conclusie',
    among: { 'by-itself': 'geen: het besluit zelf sluit het moment', 'by-ruling': 'door de voorzitter' },
    means: 'Of een voorzitter concludeert, of het besluit zelf het moment sluit.',
  },
  weeksFromReceipt: {
    label: 'eigen termijn na ontvangst',
    say: (weeks) => `${weeks} weken`,
    means: 'De eigen termijn van elk orgaan vanaf de ontvangst, in weken; null als voor allen dezelfde dag geldt.',
  },
  ownTerm: {
    label: 'termijn van de regio zelf',
    among: yes,
    means: 'Dat geen wet deze termijn geeft: hij loopt dan ook op een zondag of feestdag af.',
  },
  enacts: {
    label: 'hier wordt de regeling getroffen',
    among: yes,
    means: 'Of hier een besluit met rechtsgevolg wordt genomen.',
  },
  papers: {
    label: 'stukken',
    list: true,
    say: askedWords,
    means: 'De stukken die hier moeten of horen te liggen.',
  },
  criteria: {
    label: 'criteria',
    list: true,
    say: askedWords,
    means: 'Waaraan hier moet of hoort te zijn voldaan, en wie dat vaststelt.',
  },
};
