// The same roadmap as the law demands it: two council moments and the making of a regeling by the colleges (Wgr art. 1),
// and what must be arranged before the organisation can start. The letter plans no windows for the steps that it does
// not name; they share the window of the step of the letter in which they fall.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { responded } from '../src/domain/rules/responded.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase, type PhasePlan } from '../src/domain/workflow/define.js';
import type { Option, Workflow } from '../src/domain/workflow/workflow.js';
import { collegeregeling } from './parts/collegeregeling.js';
import { abo, approach, drenthe } from './parts/robuuste-regio.js';

const everyCollege = assumed(
  unanimity('colleges'),
  'geen bron noemt een regel; de regio bestaat alleen als geheel uit de twaalf gemeenten',
);
const colleges = { electorate: 'colleges', ruledBy: abo, rule: everyCollege };

const forms: Option[] = [
  {
    id: 'bedrijfsvoeringsorganisatie',
    title: 'Bedrijfsvoeringsorganisatie',
    board: false,
    consequence:
      'rechtspersoon met één bestuur, alleen tussen colleges en voor bedrijfsvoering en uitvoering (Wgr art. 8, lid 3)',
  },
  {
    id: 'openbaar-lichaam',
    title: 'Openbaar lichaam',
    consequence: 'rechtspersoon met een algemeen en een dagelijks bestuur, ook voor beleid (Wgr art. 8, lid 1)',
  },
  {
    id: 'centrumgemeente',
    title: 'Centrumgemeente',
    board: false,
    consequence: 'geen rechtspersoon en geen bestuur: één gemeente voert uit voor de andere (Wgr art. 8, lid 4)',
  },
];

/** The preferred form, with what follows from each. */
const { variant } = approach;
const chosenForm: PhasePlan = {
  ...variant,
  ...(variant?.gate && { gate: { ...variant.gate, proposes: forms } }),
} as PhasePlan;

/**
 * The national track. The Hervormingsagenda has the regeling follow the law; the region goes ahead of both. Which step
 * waits for which is assumed: nothing is made final before it is known over which region, and for what.
 */
const national: Workflow['outside'] = {
  wet: {
    title: 'De wet verbetering beschikbaarheid zorg voor jeugdigen is aangenomen',
    source: 'brief, alinea over het kabinet: indiening waarschijnlijk voor het zomerreces van 2024; daarna geen datum',
  },
  'amvb-indeling': {
    title: 'De AMvB over de regio-indeling is vastgesteld',
    source: 'brief, dezelfde alinea: de indeling zal voor Drenthe waarschijnlijk niet veranderen',
  },
  'amvb-zorgvormen': {
    title: 'De AMvB over de zorgvormen die ten minste regionaal worden ingekocht is vastgesteld',
    source: 'brief, dezelfde alinea',
  },
  'ministeriele-regeling': {
    title: 'De ministeriële regeling met de regio’s is vastgesteld',
    source: 'Hervormingsagenda Jeugd, paragraaf 2.6, aangehaald in de brief: het resultaat van de toets komt daarin',
  },
};

const making = collegeregeling({
  ruledBy: abo,
  after: ['regelingen', 'businesscase'],
  planned: {
    vrijgave: window('2025-Q2'),
    zienswijze: window('2025-Q2'),
    reactienota: window('2025-Q2', '2025-Q2', 'vastgesteld vóór het zomerreces van 2025'),
    toestemming: window(null, '2025-09', 'vóór het zomerreces van 2025'),
    treffen: window('2025-Q4'),
    bekendmaking: window('2025-Q4'),
    register: window('2025-Q4'),
  },
});

export default defineWorkflow({
  id: 'drenthe-robuuste-regio',
  version: 2,
  title: 'Robuuste jeugdhulpregio Drenthe 2024–2026',
  source:
    'brief Jeugdhulpregio Drenthe, kenmerk 20240411.001, 11 april 2024; Wet gemeenschappelijke regelingen zoals die geldt ' +
    'sinds 1 juli 2022',
  notBefore: '2024-04-11',
  goal: '2026-01-01',
  firstNumber: 0,
  makes: 'collegeregeling',
  tasks: ['policy', 'procurement'],
  accepts: {
    'form-without-board':
      'de Hervormingsagenda noemt alle drie de vormen; wat elke vorm betekent, staat bij de keuze van de voorkeursvariant',
  },
  outside: national,
  parties: drenthe,
  phases: {
    ...approach,
    variant: chosenForm,
    raadsinformatie: phase('Informatiebijeenkomsten voor de raden', window('2024-Q4', '2025-Q1'), {
      source:
        'brief, slot: het aanbod om een informatiebijeenkomst voor de raad voor te bereiden; het venster is een aanname',
      startsAfter: ['variant'],
      visits: 'councils',
    }),
    businesscase: phase('Businesscase en kostenverdeling', window('2024-Q4', '2025-Q1'), {
      source: 'praktijk; de brief noemt geen geld en geen verdeelsleutel',
      startsAfter: ['variant'],
      gate: gate('Instemmen met de businesscase en de kostenverdeelsleutel', { ...colleges, verb: 'instemmen' }),
    }),
    ...making,
    treffen: { ...making.treffen, gateWaitsFor: ['wet', 'amvb-indeling'] },
    bestuur: phase('Aanwijzen van de bestuursleden', window('2025-Q4'), {
      source:
        'Wgr art. 12 tot en met 14, voor een vorm met een bestuur; bij een centrumgemeente wijst niemand iemand aan',
      startsAfter: ['treffen'],
      gate: gate('Aanwijzen van het eigen bestuurslid', { ...colleges, verb: 'aanwijzen' }),
    }),
    mandaten: phase('Mandaten', window('2025-Q4'), {
      source: 'Awb, titel 10.1; elk college verleent het mandaat zelf',
      startsAfter: ['treffen'],
      gate: gate('Verlenen van de mandaten die de organisatie nodig heeft', { ...colleges, verb: 'verlenen' }),
    }),
    overdracht: phase('Overdracht van de inkoop', window('2025-Q4'), {
      source:
        'brief, tweede streepje onder "Vervolg" en de alinea over de twee Drentse inkoopregio’s; het venster is een aanname',
      startsAfter: ['treffen'],
      gateWaitsFor: ['amvb-zorgvormen'],
      gate: gate('Instemmen met de overdracht van de contracten en het einde van de twee inkoopregio’s', {
        ...colleges,
        verb: 'instemmen',
        questions: [
          { id: 'contracten', text: 'Stemt u in met de overdracht van de lopende contracten?' },
          { id: 'inkoopregios', text: 'Stemt u in met het einde van de inkoopregio waarin u nu samenwerkt?' },
        ],
      }),
    }),
    begroting: phase('Eerste begroting', window('2025-Q4'), {
      source: 'Wgr art. 35: de raden krijgen de ontwerpbegroting twaalf weken voordat zij wordt vastgesteld',
      startsAfter: ['treffen'],
      gate: gate('Zienswijze op de eerste ontwerpbegroting', {
        electorate: 'councils',
        ruledBy: abo,
        verb: 'reageren',
        kinds: ['no-view', 'view', 'deferred', 'noted'],
        weeksFromReceipt: 12,
        rule: responded('councils'),
      }),
    }),
    inrichting: phase('Inrichten van de samenwerkingsorganisatie', window('2025-Q4'), {
      source: 'brief, kop "Vervolg", zevende streepje: per 1 januari 2026 operationeel',
      startsAfter: ['treffen'],
      gateAfter: ['register', 'bestuur', 'mandaten', 'overdracht', 'begroting', 'raadsinformatie'],
      gateWaitsFor: ['ministeriele-regeling'],
      gate: gate('Start van de samenwerkingsorganisatie', {
        ...colleges,
        verb: 'instemmen',
        questions: [{ id: 'start', text: 'Kan de samenwerkingsorganisatie op 1 januari 2026 van start?' }],
      }),
    }),
  },
});
