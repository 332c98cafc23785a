// The roadmap of the letter of 11 April 2024 as it was planned, with one council moment where the law asks two. The
// letter names no decision rule anywhere: every rule here is assumed. Its phases have no names; ours are short.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase, region } from '../src/domain/workflow/define.js';
import { drentheMunicipalities } from './parts/drenthe.js';

const abo = 'jeugdhulpregio-drenthe/abo';

const drenthe = [
  ...drentheMunicipalities,
  region('jeugdhulpregio-drenthe', 'Jeugdhulpregio Drenthe', [{ id: 'abo', title: 'ABO Jeugd' }]),
];

const everyCollege = assumed(
  unanimity('colleges'),
  'de brief noemt geen regel; elk college beslist voor zichzelf en de brief spreekt van "een akkoord door de colleges"',
);

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
    instemming: phase('Instemming met het verzoek', window('2024-04-11', '2024-05-16'), {
      source: 'kop "Verzoek": reactie graag uiterlijk 16 mei 2024',
      gate: gate('Onderschrijven van de noodzaak en van de uitwerking', {
        questions: [
          { id: 'noodzaak', text: 'Onderschrijft u de noodzaak van een robuuste jeugdhulpregio?' },
          {
            id: 'uitwerking',
            text:
              'Onderschrijft u dat hiervoor voorstellen worden uitgewerkt vanuit de Jeugdhulpregio Drenthe, ' +
              'in samenspraak met onder andere de 12 gemeenten?',
          },
        ],
        verb: 'onderschrijven',
        electorate: 'colleges',
        ruledBy: abo,
        rule: everyCollege,
      }),
    }),
    orientatie: phase('Oriëntatieronde langs de colleges', window('2024-Q2', '2024-Q3'), {
      source: 'kop "Vervolg", eerste streepje; een go/no-go-moment komt pas na de oriëntatieronde',
      startsAfter: ['instemming'],
      visits: 'colleges',
    }),
    themas: phase('Thema’s en onderwerpen', window('2024-Q2', '2024-Q3'), {
      source: 'kop "Vervolg", tweede streepje; hetzelfde venster als de oriëntatieronde',
      startsAfter: ['instemming'],
      gate: gate('Instemmen met de eerste uitwerking van thema’s en onderwerpen', {
        questions: [
          { id: 'themas', text: 'Stemt u in met de thema’s waarop de gemeenten wel en niet willen samenwerken?' },
        ],
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: abo,
        rule: everyCollege,
      }),
    }),
    variant: phase('Voorkeursvariant', window('2024-Q3'), {
      source: 'kop "Vervolg", derde streepje; de vormen staan in paragraaf 2.6 van de Hervormingsagenda',
      startsAfter: ['instemming'],
      gateAfter: ['orientatie', 'themas'],
      gate: gate('Instemmen met de voorgestelde voorkeursvariant', {
        questions: [{ id: 'variant', text: 'Stemt u in met de voorgestelde vorm van samenwerking?' }],
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: abo,
        proposes: [
          { id: 'bedrijfsvoeringsorganisatie', title: 'Bedrijfsvoeringsorganisatie', board: false },
          { id: 'openbaar-lichaam', title: 'Openbaar lichaam' },
          { id: 'centrumgemeente', title: 'Centrumgemeente', board: false },
        ],
        rule: everyCollege,
      }),
    }),
    regelingen: phase('Voorstellen en regelingen', window('2024-Q4', '2025-Q1'), {
      source: 'kop "Vervolg", vierde streepje',
      startsAfter: ['variant'],
      gate: gate('Instemmen met de voorstellen en regelingen', {
        questions: [{ id: 'regelingen', text: 'Stemt u in met de uitgewerkte voorstellen en regelingen?' }],
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: abo,
        rule: everyCollege,
      }),
    }),
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
