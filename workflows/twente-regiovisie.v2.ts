// Twente: the vision on youth care that fourteen municipalities adopted, and the two lines that follow from it. The page
// names neither the municipalities nor their organs; what comes from other public pages is marked "buiten de pagina". A
// window is what a document plans: the page tells afterwards, and plans nothing.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import type { DecisionKind } from '../src/domain/vocabulary.js';
import { defineWorkflow, gate, municipality, phase, region } from '../src/domain/workflow/define.js';

const overleg = 'samen14/bestuurlijk-overleg';

// Named, with their CBS codes, in Gemeenteblad 2024, 250186: outside the page.
const twente = [
  municipality('almelo', 'Almelo', 'GM0141'),
  municipality('borne', 'Borne', 'GM0147'),
  municipality('dinkelland', 'Dinkelland', 'GM1774'),
  municipality('enschede', 'Enschede', 'GM0153'),
  municipality('haaksbergen', 'Haaksbergen', 'GM0158'),
  municipality('hellendoorn', 'Hellendoorn', 'GM0163'),
  municipality('hengelo', 'Hengelo', 'GM0164'),
  municipality('hof-van-twente', 'Hof van Twente', 'GM1735'),
  municipality('losser', 'Losser', 'GM0168'),
  municipality('oldenzaal', 'Oldenzaal', 'GM0173'),
  municipality('rijssen-holten', 'Rijssen-Holten', 'GM1742'),
  municipality('tubbergen', 'Tubbergen', 'GM0183'),
  municipality('twenterand', 'Twenterand', 'GM1700'),
  municipality('wierden', 'Wierden', 'GM0189'),
];

const adopting: DecisionKind[] = ['adopt', 'adopt-amended', 'disagree', 'deferred', 'noted'];
const concluding = 'wie concludeert staat er niet: het bestuurlijk overleg is aangenomen';
const unordered = 'dat deze lijn wacht tot alle gemeenten de visie hebben vastgesteld, staat er niet';

export default defineWorkflow({
  id: 'twente-regiovisie',
  version: 2,
  title: 'Regiovisie Jeugdhulp Twente en Meerjarige Samenwerkingsagenda',
  source:
    'pagina "Aanleiding Samenwerkingsagenda" van samen14.nl, zonder datum; welke gemeenten en dat het de raden waren: buiten de pagina',
  parties: [
    ...twente,
    region('samen14', 'Samen14', [{ id: 'bestuurlijk-overleg', title: 'Bestuurlijk overleg Samen14' }]),
  ],
  phases: {
    opstellen: phase('Opstellen van de Regiovisie', window(null, null, 'in 2021'), {
      source: 'eerste alinea: in 2021, met jongeren, ouders, zorgaanbieders, professionals en bestuurders',
    }),
    regiovisie: phase('Vaststellen van de Regiovisie', window(null, null, 'ten laatste half maart 2022'), {
      source: `eerste alinea: ten laatste half maart 2022 door alle veertien gemeenten; de pagina zegt "gemeenten", dat het de raden waren staat buiten de pagina (samen14.nl, 14 maart 2022); ${concluding}`,
      startsAfter: ['opstellen'],
      gate: gate('Vaststellen van de Regiovisie Jeugdhulp Twente', {
        questions: [{ id: 'regiovisie', text: 'Stelt de raad de Regiovisie Jeugdhulp Twente vast?' }],
        verb: 'vaststellen',
        kinds: adopting,
        electorate: 'councils',
        ruledBy: overleg,
        rule: assumed(
          unanimity('councils'),
          'de pagina zegt dat alle veertien gemeenten de visie vaststelden, niet of dat van alle veertien nodig was',
        ),
      }),
    }),
    inkoop: phase('Lijn 1: strategische inkoop', window(null), {
      source: `kop "Over de Regiovisie", eerste lijn; ${unordered}`,
      startsAfter: ['opstellen'],
    }),
    agenda: phase('Lijn 2: Meerjarige Samenwerkingsagenda', window(null), {
      source: `kop "Over de Regiovisie", tweede lijn; ${unordered}; dat de colleges haar vaststelden staat buiten de pagina (samen14.nl, 18 december 2023); ${concluding}`,
      startsAfter: ['opstellen'],
      gateAfter: ['regiovisie'],
      gate: gate('Vaststellen van de Meerjarige Samenwerkingsagenda', {
        questions: [{ id: 'agenda', text: 'Stelt het college de Meerjarige Samenwerkingsagenda vast?' }],
        verb: 'vaststellen',
        kinds: adopting,
        electorate: 'colleges',
        ruledBy: overleg,
        rule: assumed(
          unanimity('colleges'),
          'de pagina noemt geen vaststelling van de agenda; elk college beslist voor zichzelf',
        ),
      }),
    }),
    inbreng: phase('Inbreng van de agenda in de inkoop', window(null), {
      source: 'kop "Over de Regiovisie", slot: vanuit de agenda inhoudelijke input op de inkoop; wanneer staat er niet',
      startsAfter: ['opstellen'],
    }),
    schaal: phase('Lokaal versus regionaal', window(null), {
      source: `kop "Lokaal versus regionaal": beoordelen of opschaling wenselijk is; wie dat beoordeelt staat er niet; ${concluding}`,
      startsAfter: ['opstellen'],
      gate: gate('Beoordelen of opschaling wenselijk is', {
        questions: [{ id: 'schaal', text: 'Op welke schaal moet deze interventie of samenwerkingsafspraak er zijn?' }],
        verb: 'kiezen',
        kinds: ['agree', 'disagree', 'deferred', 'noted'],
        polls: [
          { id: 'lokaal', title: 'Lokaal laten' },
          { id: 'meerdere-gemeenten', title: 'Opschalen naar meerdere gemeenten' },
          { id: 'regio', title: 'Opschalen naar de regio' },
        ],
        electorate: 'colleges',
        ruledBy: overleg,
        rule: assumed(unanimity('colleges'), 'de pagina noemt niemand die oordeelt en geen regel'),
      }),
    }),
  },
});
