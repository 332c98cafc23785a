// The roadmap of the letter of 11 April 2024 as it was planned, with one council moment where the law asks two.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase } from '../src/domain/workflow/define.js';
import { abo, approach, drenthe, everyCollege } from './parts/robuuste-regio.js';

const everyCouncil = assumed(
  unanimity('councils'),
  'de brief noemt geen regel; hij spreekt van raadsbesluiten in elk van de Drentse gemeenten',
);

export default defineWorkflow({
  id: 'drenthe-robuuste-regio',
  version: 1,
  title: 'Robuuste jeugdhulpregio Drenthe 2024–2026',
  source: 'brief Jeugdhulpregio Drenthe, kenmerk 20240411.001, 11 april 2024',
  notBefore: '2024-04-11',
  goal: '2026-01-01',
  firstNumber: 0,
  makes: 'collegeregeling',
  tasks: ['policy', 'procurement'],
  accepts: {
    'one-council-moment': 'de brief plant één raadsbesluit; deze versie legt vast wat de brief plant',
    'free-council-choice': 'de brief spreekt van bekrachtigen door de raden; deze versie legt vast wat de brief plant',
    'no-enactment': 'de brief noemt geen apart besluit van de colleges na dat van de raden',
    'no-publication': 'de brief noemt de bekendmaking niet',
    'no-registration': 'de brief noemt het register niet',
    'form-without-board': 'de brief noemt alle drie de vormen van de Hervormingsagenda; de keuze volgt in het traject',
  },
  parties: drenthe,
  phases: {
    ...approach,
    raadsvoorstel: phase('Raadsvoorstel', window('2025-Q2', '2025-Q2', 'vastgesteld vóór het zomerreces van 2025'), {
      source: 'kop "Vervolg", vijfde streepje; het streven staat in de eerste alinea onder die kop',
      startsAfter: ['regelingen'],
      gate: gate('Aanbieden van het raadsvoorstel', {
        questions: [{ id: 'raadsvoorstel', text: 'Biedt u het raadsvoorstel over de gekozen vorm aan uw raad aan?' }],
        verb: 'aanbieden',
        electorate: 'colleges',
        ruledBy: abo,
        rule: everyCollege,
      }),
    }),
    raadsbesluiten: phase('Raadsbesluiten', window(null, '2025-09', 'vóór het zomerreces van 2025'), {
      source: 'kop "Vervolg", zesde streepje: uiterlijk september 2025',
      startsAfter: ['raadsvoorstel'],
      step: 'consent',
      gate: gate('Raadsbesluiten over niet vrijblijvende samenwerking', {
        questions: [
          { id: 'samenwerking', text: 'Stemt de raad in met de niet vrijblijvende samenwerking via een GR?' },
        ],
        verb: 'instemmen',
        electorate: 'councils',
        ruledBy: abo,
        rule: everyCouncil,
      }),
    }),
    inrichting: phase('Inrichten van de samenwerkingsorganisatie', window('2025-Q4'), {
      source: 'kop "Vervolg", zevende streepje: per 1 januari 2026 operationeel',
      startsAfter: ['raadsbesluiten'],
      gate: gate('Start van de samenwerkingsorganisatie', {
        questions: [{ id: 'start', text: 'Kan de samenwerkingsorganisatie op 1 januari 2026 van start?' }],
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: abo,
        rule: everyCollege,
      }),
    }),
  },
});
