// The test of a youth-care region on robustness, as the Hervormingsagenda Jeugd (2.6) is quoted in the letter of 11 April
// 2024. A dossier for each region is our choice: the text speaks of 42 regions together. Here the region is Drenthe. Nobody
// concludes: what the minister decides is decided, and the text knows no consultation that rules on it. The consultation
// that version 1 invented is kept for who follows the dossier, so that dossiers can go on with this version.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import type { DecisionKind, Slug } from '../src/domain/vocabulary.js';
import { defineWorkflow, gate, phase, region, type GatePlan } from '../src/domain/workflow/define.js';
import type { Party } from '../src/domain/workflow/workflow.js';
import { drentheMunicipalities } from './parts/drenthe.js';
import { robuustheid } from './parts/robuustheid.js';

const overleg = 'hervormingsagenda/overleg';

const minister: Party = {
  id: 'vws',
  title: 'VWS',
  code: null,
  bodies: [{ id: 'vws/bewindspersoon', title: 'Bewindspersoon van VWS', party: 'vws', kind: 'minister' }],
};

const kinds: DecisionKind[] = ['agree', 'disagree', 'deferred'];
const testing = 'dat de colleges zelf oordelen, elk voor zich, is een aanname: er staat "samen met de gemeenten"';

/** What is not met is what the test finds, so none of them holds it up. */
const shown = robuustheid.map((one) => ({ ...one, weight: 'should' as const }));

/** "Samen met de gemeenten toetsen we": the criteria are not in the letter. */
const test = (title: string): GatePlan =>
  gate(title, {
    questions: [{ id: 'robuust', text: 'Is de regio volgens de criteria voldoende robuust?' }],
    verb: 'oordelen',
    kinds,
    polls: [
      { id: 'voldoende', title: 'Voldoende robuust' },
      { id: 'onvoldoende', title: 'Niet voldoende robuust' },
    ],
    electorate: 'colleges',
    ruledBy: overleg,
    concludes: 'by-itself',
    criteria: shown,
    rule: assumed(
      unanimity('colleges'),
      'de tekst zegt "samen met de gemeenten toetsen we" en noemt geen regel; elk college oordeelt voor zichzelf',
    ),
  });

/** What one person decides: nobody rules on it. */
const deciding = {
  verb: 'besluiten',
  kinds,
  electorate: 'ministers',
  ruledBy: overleg,
  concludes: 'by-itself' as const,
};
const failed = (gate: Slug) => ({ branch: { gate, option: 'onvoldoende' } });

export default defineWorkflow({
  id: 'robuustheidstoets',
  version: 2,
  title: 'Robuustheidstoets jeugdregio',
  source:
    'Hervormingsagenda Jeugd, paragraaf 2.6, aangehaald in de brief van de Jeugdhulpregio Drenthe van 11 april 2024',
  parties: [
    ...drentheMunicipalities,
    minister,
    region('hervormingsagenda', 'Hervormingsagenda Jeugd', [
      { id: 'overleg', title: 'Overleg van de partijen bij de Hervormingsagenda' },
    ]),
  ],
  phases: {
    criteria: phase('Criteria', window('2023'), {
      source: 'brief, aanhaling, eerste streep: in 2023, in samenspraak met gemeenten en jeugdhulpaanbieders',
    }),
    toets: phase('Toets', window(null), {
      source: `brief, aanhaling, eerste streep: de oorspronkelijke 42 regio's, zonder datum; ${testing}`,
      startsAfter: ['criteria'],
      gate: test('Toetsen van de regio aan de criteria'),
    }),
    traject: phase('Traject naar robuust', window(null, null, 'in beginsel zes maanden'), {
      source: 'brief, aanhaling, tweede alinea: in beginsel zes maanden, voor een regio die niet voldoende robuust is',
      startsAfter: ['toets'],
      ...failed('toets'),
    }),
    hertoets: phase('Tweede toets', window(null), {
      source: `brief, aanhaling, tweede alinea: of het traject onvoldoende slaagt; wie dat beoordeelt staat er niet; ${testing}`,
      startsAfter: ['traject'],
      ...failed('toets'),
      gate: test('Toetsen van de regio na het traject'),
    }),
    indeling: phase('Besluit over de regio-indeling', window(null), {
      source: 'brief, aanhaling, tweede alinea: de bewindspersoon kan besluiten de indeling aan te passen',
      startsAfter: ['hertoets'],
      ...failed('hertoets'),
      gate: gate('Besluiten over de regio-indeling', {
        ...deciding,
        questions: [{ id: 'indeling', text: 'Past u de regio-indeling aan? Dat kan; het hoeft niet.' }],
        polls: [
          { id: 'aanpassen', title: 'De indeling wordt aangepast' },
          { id: 'behouden', title: 'De indeling blijft' },
        ],
        rule: unanimity('ministers'),
      }),
    }),
    regeling: phase('Ministeriële regeling', window(null), {
      source: 'brief, aanhaling, tweede alinea: het resultaat komt in de ministeriële regeling, zonder datum',
      startsAfter: ['indeling'],
    }),
    evaluatie: phase('Evaluatie', window(null, null, 'na twee jaar'), {
      source: 'brief, aanhaling, tweede alinea: na twee jaar, vanaf wanneer staat er niet; wie evalueert ook niet',
      startsAfter: ['regeling'],
      gate: gate('Beoordelen of aanpassingen nodig zijn', {
        ...deciding,
        questions: [{ id: 'nodig', text: 'Zijn aanpassingen nodig?' }],
        verb: 'oordelen',
        polls: [
          { id: 'nodig', title: 'Aanpassingen zijn nodig' },
          { id: 'niet-nodig', title: 'Er is niets aan te passen' },
        ],
        rule: assumed(
          unanimity('ministers'),
          'de tekst zegt niet wie evalueert; de bewindspersoon, die daarna moet besluiten, is aangenomen',
        ),
      }),
    }),
    herziening: phase('Aanpassing na de evaluatie', window(null), {
      source:
        'brief, aanhaling, tweede alinea: blijken aanpassingen nodig, dan zal de bewindspersoon daartoe besluiten',
      startsAfter: ['evaluatie'],
      branch: { gate: 'evaluatie', option: 'nodig' },
      gate: gate('Aanpassen van de regio-indeling na de evaluatie', {
        ...deciding,
        questions: [
          { id: 'aanpassing', text: 'Past u de regio-indeling aan? Blijkt dat nodig, dan moet het ("zal besluiten").' },
        ],
        rule: unanimity('ministers'),
      }),
    }),
  },
});
