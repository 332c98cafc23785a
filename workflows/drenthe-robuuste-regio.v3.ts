// The roadmap of the letter as the law demands it and as the national track became: one law and one decree, and nothing
// waits for a regulation that may never come. What follows the making of the regeling depends on the form that the colleges
// choose. The letter plans no windows after September 2025 but the start; those here are ours, wide enough for the terms.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { onQuestions } from '../src/domain/rules/on-questions.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase, region, type PhasePlan } from '../src/domain/workflow/define.js';
import { collegeregeling2026 } from './parts/collegeregeling-2026.js';
import { drentheMunicipalities } from './parts/drenthe.js';
import { boardGroups, boardsFrom, formTails, legalForms, tailEnds } from './parts/rechtsvormen.js';
import { abo, approach } from './parts/robuuste-regio.js';

const party = 'jeugdhulpregio-drenthe';
const everyCollege = assumed(
  unanimity('colleges'),
  'geen bron noemt een regel; de regio bestaat alleen als geheel uit de twaalf gemeenten',
);
const colleges = { electorate: 'colleges', ruledBy: abo, rule: everyCollege };
const ours = 'het venster is een aanname';

/** Of the letter: the visits by who made them, what is worked out together and what not, and the form. */
const { orientatie, themas, variant } = approach;
const visited: PhasePlan = {
  ...orientatie,
  source:
    `${orientatie?.source ?? ''}; wethouders Huizing en Westendorp en de kwartiermaker governance gaan langs, "zowel ` +
    'inhoudelijk als qua communicatie"',
  headings: ['inhoud', 'communicatie'],
} as PhasePlan;
const chosenThemes: PhasePlan = {
  ...themas,
  source:
    `${themas?.source ?? ''}; de brief noemt de thema's, en de inkoop als wettelijk verplicht. Dat een college een thema kan ` +
    'afwijzen zonder dat het moment een no-go wordt, is een aanname',
  ...(themas?.gate && {
    gate: {
      ...themas.gate,
      questions: [
        { id: 'themas', text: 'Stemt u in met de thema’s waarop de gemeenten wel en niet willen samenwerken?' },
        { id: 'inkoop', text: 'Samen doen: de inkoop van jeugdhulp (wettelijk verplicht)?' },
        { id: 'strategie', text: 'Samen doen: strategische samenwerking?' },
        { id: 'beleid', text: 'Samen doen: beleid ontwikkelen?' },
        { id: 'kwaliteit', text: 'Samen doen: de kwaliteit bewaken?' },
        { id: 'breder', text: 'Samen doen: breder in het sociaal domein, zoals nu in NMD-verband?' },
      ],
      rule: assumed(
        onQuestions(['themas'], unanimity('colleges')),
        'de brief noemt geen regel; over elk thema mag een college iets anders zeggen, als het met de uitwerking instemt',
      ),
    },
  }),
} as PhasePlan;
const chosenForm: PhasePlan = {
  ...variant,
  source: `${variant?.source ?? ''}; dat dit op de oriëntatieronde en de thema's wacht, is een aanname`,
  ...(variant?.gate && { gate: { ...variant.gate, proposes: legalForms } }),
} as PhasePlan;

const making = collegeregeling2026({
  ruledBy: abo,
  after: ['regelingen', 'businesscase'],
  planned: {
    vrijgave: window('2025-Q2'),
    zienswijze: window('2025-Q3', null),
    reactienota: window('2025-Q4'),
    toestemming: window(
      '2026-Q1',
      '2026-Q2',
      'op 18 maart 2026 zijn er raadsverkiezingen: daarna besluit een nieuwe raad',
    ),
    treffen: window('2026-Q2', '2026-07-14'),
    bekendmaking: window('2026-Q3'),
    register: window('2026-Q3'),
  },
});

export default defineWorkflow({
  id: 'drenthe-robuuste-regio',
  version: 3,
  title: 'Robuuste jeugdhulpregio Drenthe 2024–2026',
  source:
    'brief Jeugdhulpregio Drenthe, kenmerk 20240411.001, 11 april 2024; Wet gemeenschappelijke regelingen zoals die geldt ' +
    'sinds 1 juli 2022; raad van Assen, 25 september 2025: start op 1 januari 2027. De titel is niet van de regio, maar van ' +
    'dit plan',
  notBefore: '2024-04-11',
  goal: '2027-01-01',
  firstNumber: 0,
  makes: 'collegeregeling',
  law: 2026,
  tasks: ['policy', 'procurement'],
  accepts: {
    'budget-day':
      'de organisatie begint op 1 januari 2027 en het bestuur pas daarvoor; of 15 september ook voor de eerste begroting geldt, ' +
      'is niet geverifieerd',
    'form-without-board':
      'de Hervormingsagenda noemt alle drie de vormen; wat elke vorm betekent, staat bij de keuze van de voorkeursvariant',
  },
  outside: {
    wet: {
      title: 'De Wet verbetering beschikbaarheid jeugdzorg geldt',
      source:
        'aangenomen door de Eerste Kamer op 7 oktober 2025, in werking per 1 januari 2026; in de brief nog "wetsvoorstel"',
    },
    besluit: {
      title: 'Het besluit over de regio’s en de zorgvormen is bekendgemaakt',
      source: 'Stb. 2025, 357: één besluit; de brief noemde twee AMvB’s',
    },
  },
  parties: [
    ...drentheMunicipalities,
    region(
      party,
      'Jeugdhulpregio Drenthe',
      [{ id: 'abo', title: 'ABO Jeugd' }],
      boardsFrom('treffen', ' van de Jeugdhulpregio Drenthe'),
    ),
  ],
  groups: boardGroups(party),
  phases: {
    ...approach,
    orientatie: visited,
    themas: chosenThemes,
    variant: chosenForm,
    raadsinformatie: phase('Informeren van de eigen raad', window('2024-Q4', '2025-Q1'), {
      source:
        'brief: hoe de gemeenteraden worden betrokken is primair een verantwoordelijkheid van het college; het aanbod van ' +
        `een informatiebijeenkomst houdt niets tegen; ${ours}`,
      startsAfter: ['variant'],
      visits: 'councils',
      informs: true,
    }),
    businesscase: phase('Businesscase en kostenverdeling', window('2024-Q4', '2025-Q1'), {
      source: 'praktijk; de brief noemt geen geld en geen verdeelsleutel',
      startsAfter: ['variant'],
      gate: gate('Instemmen met de businesscase en de kostenverdeelsleutel', {
        ...colleges,
        verb: 'instemmen',
        questions: [
          { id: 'businesscase', text: 'Stemt u in met de businesscase?' },
          { id: 'verdeling', text: 'Stemt u in met de kostenverdeelsleutel?' },
        ],
        papers: [{ id: 'businesscase', title: 'Businesscase', weight: 'must', source: 'praktijk' }],
      }),
    }),
    ...making,
    kader: phase('De regeling naast de wet leggen', window(null), {
      source:
        'brief: het ABO wil handelen "vooruitlopend op" het wettelijk kader; treffen en starten wachten er daarom niet op',
      startsAfter: ['vrijgave'],
      waitsFor: ['wet', 'besluit'],
    }),
    mandaten: phase('Mandaten', window('2025-Q4', '2026-Q4'), {
      source:
        'Awb, titel 10.1; elk college verleent het mandaat zelf, vóór of na de start. Volgens de brief heeft de regiomanager ' +
        `al mandaat van de colleges voor de opdrachten van het regioteam; ${ours}`,
      startsAfter: ['vrijgave'],
      gate: gate('Verlenen van de mandaten die de organisatie nodig heeft', {
        ...colleges,
        verb: 'verlenen',
        questions: [{ id: 'mandaten', text: 'Verleent het college de mandaten die de organisatie nodig heeft?' }],
      }),
    }),
    ...formTails({
      region: party,
      ruledBy: abo,
      choice: 'variant',
      made: 'treffen',
      planned: {
        bestuur: window('2026-07-01', '2026-08-31'),
        begroting: window('2026-Q3', '2026-11-30'),
        vaststelling: window('2026-Q4'),
      },
    }),
    overdracht: phase('Overdracht van de inkoop', window('2026-Q3', '2026-Q4'), {
      source: `brief, tweede streepje onder "Vervolg" en de alinea over de twee Drentse inkoopregio’s; ${ours}`,
      startsAfter: ['treffen'],
      gate: gate('Instemmen met de overdracht van de contracten en het einde van de twee inkoopregio’s', {
        ...colleges,
        verb: 'instemmen',
        questions: [
          { id: 'contracten', text: 'Stemt u in met de overdracht van de lopende contracten?' },
          { id: 'inkoopregios', text: 'Stemt u in met het einde van de inkoopregio waarin u nu samenwerkt?' },
        ],
      }),
    }),
    inrichting: phase('Inrichten van de samenwerkingsorganisatie', window('2026-Q3', '2026-Q4'), {
      source:
        'brief, kop "Vervolg", zevende streepje: operationeel, in de brief per 1 januari 2026; volgens de raad van Assen op ' +
        '25 september 2025 per 1 januari 2027',
      startsAfter: ['treffen'],
      gateAfter: ['register', 'overdracht', ...tailEnds],
      gate: gate('Start van de samenwerkingsorganisatie', {
        ...colleges,
        verb: 'instemmen',
        questions: [{ id: 'start', text: 'Kan de samenwerkingsorganisatie op 1 januari 2027 van start?' }],
      }),
    }),
  },
});
