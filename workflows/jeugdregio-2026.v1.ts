// From the decision to make a jeugdregio until it works, for any region that begins in 2026 or later: the steps of the Wgr,
// what the Jeugdwet asks beside them, and what every start needs. Three ways on, by the legal form that colleges choose.
// Nothing is planned: a region puts its own windows. What is practice and not law says so.
import { assumed } from '../src/domain/rules/assumed.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase, type GatePlan, type PhasePlan } from '../src/domain/workflow/define.js';
import { collegeregeling2026, unplanned, unplannedSteps } from './parts/collegeregeling-2026.js';
import { openParties, overleg, standIns } from './parts/open-regio.js';
import { boardGroups, boardsFrom, formTails, legalForms, tailEnds } from './parts/rechtsvormen.js';

const every = (group: string) =>
  assumed(
    unanimity(group),
    'geen wet noemt een regel voor samen besluiten; de jeugdregio bestaat alleen als geheel, en hier doen allen mee',
  );
const colleges = { electorate: 'colleges', ruledBy: overleg, rule: every('colleges'), verb: 'instemmen' };
const councils = { electorate: 'councils', ruledBy: overleg, rule: every('councils') };

/** A step in which the colleges agree to something. */
const agreed = (
  title: string,
  question: string,
  source: string,
  rest: Partial<PhasePlan>,
  more: Partial<GatePlan> = {},
) => phase(title, unplanned, { source, ...rest, gate: gate(question, { ...colleges, ...more }) });

const making = collegeregeling2026({ ruledBy: overleg, after: ['vorm', 'businesscase'], planned: unplannedSteps });

export default defineWorkflow({
  id: 'jeugdregio-2026',
  version: 1,
  title: 'Jeugdregio: van startbesluit tot werkende organisatie',
  source:
    'Wet gemeenschappelijke regelingen zoals zij luidt sinds 1 juli 2022 (Stb. 2022, 18); Wet verbetering beschikbaarheid ' +
    'jeugdzorg, in werking per 1 januari 2026; Stb. 2025, 357; wat praktijk is, staat bij de fase',
  notBefore: '2026-01-01',
  makes: 'collegeregeling',
  law: 2026,
  tasks: ['policy', 'procurement', 'execution'],
  accepts: {
    'form-without-board': 'de wet laat alle drie de vormen toe; wat elke vorm betekent, staat bij de keuze',
  },
  open: openParties,
  parties: standIns(boardsFrom('treffen')),
  groups: boardGroups('regio'),
  phases: {
    start: agreed(
      'Startbesluit',
      'Besluiten om samen een jeugdregio te vormen',
      'praktijk; de plicht om regionaal samen te werken staat in de Jeugdwet (art. 2.17 en 2.19, nummering niet geverifieerd)',
      {},
      {
        verb: 'besluiten',
        questions: [
          { id: 'samen', text: 'Wilt u met deze gemeenten een jeugdregio vormen?' },
          { id: 'opdracht', text: 'Geeft u opdracht om voorstellen uit te werken?' },
        ],
      },
    ),
    raadsinformatie: phase('Informeren van de eigen raad', unplanned, {
      source: 'Gemeentewet art. 169: het college informeert zijn raad; hoe, bepaalt elke gemeente zelf',
      startsAfter: ['start'],
      visits: 'councils',
      informs: true,
    }),
    vorm: agreed(
      'Keuze van de vorm',
      'Instemmen met de voorgestelde rechtsvorm',
      'Jeugdwet: openbaar lichaam, bedrijfsvoeringsorganisatie of centrumgemeente; Wgr art. 8',
      { startsAfter: ['start'] },
      { proposes: legalForms, questions: [{ id: 'vorm', text: 'Stemt u in met de voorgestelde rechtsvorm?' }] },
    ),
    businesscase: agreed(
      'Businesscase en kostenverdeling',
      'Instemmen met de businesscase en de kostenverdeelsleutel',
      'praktijk: wat het kost, wie wat betaalt, en btw en aanbesteding',
      { startsAfter: ['start'] },
      {
        questions: [
          { id: 'businesscase', text: 'Stemt u in met de businesscase?' },
          { id: 'verdeling', text: 'Stemt u in met de kostenverdeelsleutel?' },
        ],
        papers: [{ id: 'businesscase', title: 'Businesscase', weight: 'must', source: 'praktijk' }],
      },
    ),
    regiovisie: phase('Regiovisie', unplanned, {
      source:
        'Jeugdwet: de gemeenten van de regio stellen een regiovisie vast; dat elke raad dat doet, is hier aangenomen',
      startsAfter: ['start'],
      gate: gate('Vaststellen van de regiovisie', {
        ...councils,
        verb: 'vaststellen',
        kinds: ['adopt', 'adopt-amended', 'disagree', 'deferred', 'noted'],
        questions: [{ id: 'vaststellen', text: 'Stelt de raad de regiovisie vast?' }],
      }),
    }),
    medezeggenschap: phase('Personeel en ondernemingsraad', unplanned, {
      source:
        'Wet op de ondernemingsraden art. 25 (niet geverifieerd voor elke vorm): advies over de overgang van personeel, en ' +
        'een sociaal plan; elke gemeente doet dit zelf',
      startsAfter: ['vorm'],
    }),
    ...making,
    mandaten: agreed(
      'Mandaten',
      'Verlenen van de mandaten die de organisatie nodig heeft',
      'Awb, titel 10.1; elk college verleent het mandaat zelf, vóór of na de start',
      { startsAfter: ['vrijgave'] },
      {
        verb: 'verlenen',
        questions: [{ id: 'mandaten', text: 'Verleent het college de mandaten die de organisatie nodig heeft?' }],
      },
    ),
    ...formTails({
      region: 'regio',
      ruledBy: overleg,
      choice: 'vorm',
      made: 'treffen',
      planned: { bestuur: unplanned, begroting: unplanned, vaststelling: unplanned },
    }),
    privacy: phase('Gegevensbescherming', unplanned, {
      source:
        'AVG art. 35 (effectbeoordeling, DPIA), art. 26 of 28 (afspraken over de verwerking) en art. 30 (register)',
      startsAfter: ['vorm'],
    }),
    archief: phase('Archief en klachten', unplanned, {
      source:
        'Archiefwet en Awb hoofdstuk 9: een archiefregeling en een klachtenregeling; welke vorm wat nodig heeft, verschilt',
      startsAfter: ['treffen'],
    }),
    contracten: agreed(
      'Overdracht van de contracten',
      'Instemmen met de overdracht van de lopende contracten',
      'praktijk; wat regionaal moet worden ingekocht, staat in Stb. 2025, 357',
      { startsAfter: ['treffen'] },
      { questions: [{ id: 'contracten', text: 'Stemt u in met de overdracht van de lopende contracten?' }] },
    ),
    operationeel: agreed(
      'Start van de jeugdregio',
      'Starten van de organisatie',
      'praktijk: pas na dit besluit werkt de organisatie; let op raadsverkiezingen tussen toestemming en start',
      {
        startsAfter: ['treffen'],
        gateAfter: ['register', 'medezeggenschap', 'privacy', 'archief', 'contracten', ...tailEnds],
      },
      {
        questions: [{ id: 'start', text: 'Kan de organisatie van start?' }],
        papers: [
          {
            id: 'advies-ondernemingsraad',
            title: 'Advies van de ondernemingsraad',
            weight: 'should',
            source: 'Wet op de ondernemingsraden art. 25 (niet geverifieerd voor elke vorm)',
          },
          {
            id: 'effectbeoordeling',
            title: 'Gegevensbeschermingseffectbeoordeling (DPIA)',
            weight: 'should',
            source: 'AVG art. 35; of zij nodig is, hangt af van de verwerking',
          },
        ],
      },
    ),
  },
});
