// The agreement of twelve municipalities and five providers, as its draft of 12 December 2018 and the letter of 23 January
// 2019 plan it. Neither names a rule or a decision behind the signatures: both are assumed here, and say so. A window is
// what a document plans; what it only tells afterwards has none. Beside the first version: the leading group of the letter,
// the observations as they are written, and the keys.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { responded } from '../src/domain/rules/responded.js';
import { signatures } from '../src/domain/rules/signatures.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase, region } from '../src/domain/workflow/define.js';
import type { Party } from '../src/domain/workflow/workflow.js';
import { drentheMunicipalities } from './parts/drenthe.js';

const overleg = 'jeugdhulpregio-drenthe/bestuurlijk-overleg';

const provider = (id: string, title: string): Party => ({
  id,
  title,
  code: null,
  bodies: [{ id: `${id}/bestuur`, title: `Bestuur van ${title}`, party: id, kind: 'provider' }],
});

// The five are named in the letter alone; the twelve in neither (they are those of the Jeugdhulpregio).
const providers = [
  provider('accare', 'Accare'),
  provider('ambiq', 'Ambiq'),
  provider('cosis', 'Cosis'),
  provider('ggz-drenthe', 'GGZ Drenthe'),
  provider('yorneo', 'Yorneo'),
];

const colleges = drentheMunicipalities.map(({ id }) => `${id}/college`);
const boards = providers.flatMap(({ bodies }) => bodies.map(({ id }) => id));

const concluding = 'wie concludeert staat er niet: het bestuurlijk overleg is aangenomen';

/** As the draft has them, after "Met betrekking tot de transformatie constateren we: Dat". */
const observations = [
  'de transformatie van jeugdhulp ook gaat over een maatschappelijke discussie over het accepteren van ‘variatie op normaal’',
  'de diversiteit in de jeugdverwijsroutes (gemeentelijke toegangen, kinderartsen, jeugdartsen, huisartsen, GI’s) de transformatie mogelijk niet bevordert',
  'er verschillende beelden zijn bij de rol en bijdrage van de kleinere zorgaanbieders aan de transformatie',
  'we nog te weinig van elkaar en van onze ervaringen leren waardoor de transformatie niet bevorderd wordt',
  'er door de zorgaanbieders veel administratieve druk ervaren wordt en dat dit de transformatie de afgelopen periode in de weg heeft gestaan',
  'het meer samenwerken door iedereen wordt genoemd als belangrijke voorwaarde tot transformatie, maar dat dit desondanks nog steeds niet goed van de grond komt',
];

/** Who agreed with the five to come to an agreement, for the twelve; Emmen leads. */
const leading = ['assen', 'emmen', 'hoogeveen', 'tynaarlo'].map((id) => `${id}/college`);

export default defineWorkflow({
  id: 'transformatieakkoord-drenthe',
  version: 2,
  title: 'Bestuurlijk Transformatie Akkoord Jeugd Drenthe 2019–2022',
  source: 'concept van 12 december 2018 en brief van Robert Kleine namens de twaalf gemeenten, 23 januari 2019',
  parties: [
    ...drentheMunicipalities,
    ...providers,
    region('jeugdhulpregio-drenthe', 'Jeugdhulpregio Drenthe', [
      { id: 'bestuurlijk-overleg', title: 'Bestuurlijk overleg Jeugd Drenthe' },
    ]),
  ],
  groups: {
    partijen: { noun: { one: 'partij', many: 'partijen' }, bodies: [...colleges, ...boards] },
    kopgroep: { noun: { one: 'college van de kopgroep', many: 'colleges van de kopgroep' }, bodies: leading },
  },
  phases: {
    kopgroep: phase('Afspraak van de kopgroep met de vijf aanbieders', window(null), {
      source:
        'brief, eerste alinea: een kopgroep van wethouders (Assen, Emmen als bestuurlijk trekker, Hoogeveen en Tynaarlo), namens de 12 Drentse portefeuillehouders jeugd; wanneer staat er niet',
    }),
    statement: phase('Statement Jeugd Drenthe', window(null, null, 'in februari 2018 en in juli 2018'), {
      source:
        'concept, kop "Jeugdzorgstatement Drenthe": in gesprek in februari 2018, bekrachtigd in juli 2018; door wie staat er niet',
    }),
    commitment: phase('Commitment op een akkoord', window(null, null, 'in het overleg van 26 november 2018'), {
      source:
        'concept, kop "Vervolgstappen": in het overleg van 26 november 2018 vastgesteld; wie daar waren staat er niet',
    }),
    concept: phase('Opstellen van het concept', window('2018-12'), {
      source: 'concept, stroomschema aan het eind: december 2018; de tekst zelf is van 12 december 2018',
      startsAfter: ['commitment'],
    }),
    besluit: phase('Besluit en machtiging', window(null), {
      source: `niet in de bronnen, aangenomen: wie tekent, doet dat na een besluit en een machtiging; ${concluding}`,
      startsAfter: ['concept'],
      gate: gate('Besluiten het akkoord aan te gaan en de ondertekenaar te machtigen', {
        questions: [
          { id: 'akkoord', text: 'Besluit u het Bestuurlijk Transformatie Akkoord Jeugd Drenthe aan te gaan?' },
          { id: 'machtiging', text: 'Machtigt u wie het namens u ondertekent?' },
        ],
        verb: 'besluiten',
        electorate: 'partijen',
        ruledBy: overleg,
        rule: assumed(
          unanimity('partijen'),
          'de bronnen noemen geen besluit en geen machtiging achter de handtekeningen; elke partij beslist voor zichzelf',
        ),
      }),
    }),
    ondertekening: phase('Ondertekening', window('2019-01', '2019-01-25', 'tekenmoment op vrijdag 25 januari 2019'), {
      source: `brief, tweede alinea: op vrijdag 25 januari; concept, kop "Vervolgstappen": in januari 2019; ${concluding}`,
      startsAfter: ['concept'],
      gate: gate('Ondertekenen van het akkoord', {
        questions: [
          { id: 'akkoord', text: 'Ondertekent u het Bestuurlijk Transformatie Akkoord Jeugd Drenthe 2019–2022?' },
        ],
        verb: 'ondertekenen',
        kinds: ['signed', 'not-signed', 'deferred'],
        electorate: 'partijen',
        ruledBy: overleg,
        rule: assumed(
          signatures('partijen'),
          'de brief zegt dat de twaalf wethouders en de vijf bestuurders ondertekenen, niet wat er gebeurt als een van hen dat niet doet',
        ),
      }),
    }),
    onderzoeksvragen: phase('Onderzoeksvragen', window(null), {
      source: 'concept, kop "Analyse situatie en tekorten": voorafgaand aan de analyse, gezamenlijk',
    }),
    analyse: phase('Gezamenlijke analyse', window('2019-01', null, 'in januari 2019 (concept); begin 2019 (brief)'), {
      source: `concept, kop "Analyse situatie en tekorten", en brief, kop "Vervolg"; wie toetst staat er niet; ${concluding}`,
      startsAfter: ['ondertekening', 'onderzoeksvragen'],
      gate: gate('Toetsen van de constateringen en de sleutels', {
        questions: [
          ...observations.map((observation, i) => ({
            id: `constatering-${i + 1}`,
            text: `Klopt het dat ${observation}?`,
          })),
          {
            id: 'sleutels',
            text: 'Kloppen de veronderstellingen achter de ‘sleutels tot transformatie’? (Welke dat zijn, staat niet in dit deel van het concept.)',
          },
        ],
        verb: 'toetsen',
        kinds: ['agree', 'agree-with-remarks', 'disagree', 'deferred'],
        electorate: 'partijen',
        ruledBy: overleg,
        rule: assumed(
          responded('partijen'),
          'het concept zegt dat wordt nagegaan of de veronderstellingen kloppen, niet door wie of wanneer dat genoeg is',
        ),
      }),
    }),
    programma: phase('Doelen en uitvoeringsprogramma', window('2019', null), {
      source:
        'concept, kop "Vervolgstappen", en brief, kop "Vervolg": voor 2019 en verder; wie het programma aanneemt staat er niet',
      startsAfter: ['analyse'],
    }),
    monitoring: phase('Bestuurlijk overleg over voortgang en doelen', window('2019-01-25', '2022'), {
      source:
        'concept, kop "Vervolgstappen": 1 keer per 2 maanden; de brief noemt geen regelmaat; het akkoord loopt tot en met 2022',
      startsAfter: ['ondertekening'],
      recurs: { every: { months: 2 } }, // no goal has a figure in the documents
    }),
    informeren: phase('Informeren van partners', window('2019'), {
      source: 'brief, slot: in de loop van 2019 over de voortgang en vervolgstappen; de brief zelf is de eerste keer',
    }),
  },
});
