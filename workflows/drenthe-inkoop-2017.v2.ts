// How Drenthe buys youth care from 1 January 2017, as an undated letter to the councils tells it: each college chooses for
// itself, five go on as one subregion and seven as another, and one part stays with all twelve. The letter tells what is
// intended; it names no rule and proves no decision. Its year, 2016, is inferred. A window is what the letter plans: when
// what was there already came about, it does not say. Each municipality informs its own council.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { responded } from '../src/domain/rules/responded.js';
import { defineWorkflow, gate, phase, region } from '../src/domain/workflow/define.js';
import { drentheMunicipalities } from './parts/drenthe.js';

const overleg = 'jeugdhulpregio-drenthe/bestuurlijk-overleg';
const five = ['aa-en-hunze', 'assen', 'midden-drenthe', 'noordenveld', 'tynaarlo'];

const colleges = (isThere: (place: string) => boolean) => ({
  noun: { one: 'college', many: 'colleges' },
  bodies: drentheMunicipalities.filter(({ id }) => isThere(id)).map(({ id }) => `${id}/college`),
});

const way = (option: string) => ({ startsAfter: ['besluit'], branch: { gate: 'besluit', option } });
const concluding = 'wie de uitkomst vaststelt staat er niet: het bestuurlijk overleg is aangenomen';

export default defineWorkflow({
  id: 'drenthe-inkoop-2017',
  version: 2,
  title: 'Inkoop van jeugdhulp in Drenthe per 1 januari 2017',
  source:
    'brief van de Jeugdhulpregio Drenthe aan de gemeenteraden, zonder datum, van vóór 9 februari (2016, afgeleid)',
  tasks: ['procurement'],
  accepts: {
    'split-procurement':
      'de brief beschrijft twee deelregio’s als uitkomst; de bovenregionale zorg blijft van de twaalf samen',
  },
  parties: [
    ...drentheMunicipalities,
    region('jeugdhulpregio-drenthe', 'Jeugdhulpregio Drenthe', [
      { id: 'bestuurlijk-overleg', title: 'Bestuurlijk overleg Jeugd Drenthe' },
    ]),
  ],
  groups: {
    'noord-en-midden': colleges((place) => five.includes(place)),
    zuid: colleges((place) => !five.includes(place)),
  },
  phases: {
    kader: phase('Gezamenlijk kader voor de Jeugdhulpregio', window(null, null, 'vóór 9 februari 2016'), {
      source: 'vierde alinea: het kader is er; wanneer en door wie het is vastgesteld staat er niet',
    }),
    subregio: phase('Keuze van vijf gemeenten voor een eigen subregio', window(null, null, 'vóór 9 februari 2016'), {
      source: 'derde alinea: de keus is er; welk orgaan haar maakte, en wanneer, staat er niet',
    }),
    besluit: phase('Besluiten van de colleges', window('2016-02-09', null), {
      source: `eerste alinea: op 9 februari besluiten de meeste colleges; wanneer de andere besluiten staat er niet; ${concluding}`,
      startsAfter: ['kader', 'subregio'],
      gate: gate('Kiezen hoe de jeugdhulp wordt ingekocht', {
        questions: [{ id: 'inkoop', text: 'Hoe koopt uw gemeente jeugdhulp in per 1 januari 2017?' }],
        verb: 'kiezen',
        polls: [
          {
            id: 'noord-en-midden',
            title: 'Vanuit Noord en Midden Drenthe',
            consequence: 'Jeugdhulp en Wmo gecombineerd; uitgangspunt zijn meerjarige overeenkomsten met aanbieders',
          },
          {
            id: 'zuid',
            title: 'Vanuit Zuid Drenthe',
            consequence:
              'volgens het gezamenlijk kader; Jeugdhulp en Wmo gecombineerd als dat meerwaarde heeft voor inwoners',
          },
        ],
        splits: true,
        electorate: 'colleges',
        ruledBy: overleg,
        rule: assumed(
          responded('colleges'),
          'de brief noemt geen regel: elk college kiest voor zichzelf, en het is klaar als elk heeft gekozen',
        ),
      }),
    }),
    informeren: phase('Informeren van de raden', window(null), {
      source: 'eerste alinea: over de uitkomst wordt elke raad vanuit de eigen gemeente geïnformeerd',
      startsAfter: ['besluit'],
      visits: 'councils',
      informs: true,
    }),
    'afspraken-noord-en-midden': phase('Afspraken met aanbieders in Noord en Midden Drenthe', window(null), {
      source: 'derde en vijfde alinea: na de besluiten, over het inkoopproces en de samenwerking',
      ...way('noord-en-midden'),
    }),
    'afspraken-zuid': phase('Afspraken met aanbieders in Zuid Drenthe', window(null), {
      source: 'vierde en vijfde alinea: na de besluiten, over het inkoopproces en de samenwerking',
      ...way('zuid'),
    }),
    bovenregionaal: phase('Inkoop van bovenregionale zorg, door de twaalf samen', window(null, null), {
      source:
        'tweede alinea: zoals de intramurale en zeer specialistische jeugdhulp; dat blijft gezamenlijk, wat de colleges ook kiezen',
    }),
    inkoop: phase('De nieuwe inkoop', window('2017-01-01', null), {
      source: 'eerste alinea: per 1 januari 2017; de tweede alinea zegt "na 2017"',
      startsAfter: ['afspraken-noord-en-midden', 'afspraken-zuid', 'bovenregionaal'],
    }),
  },
});
