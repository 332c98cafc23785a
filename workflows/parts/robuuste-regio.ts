// What every version of the Drenthe roadmap begins with: the parties, and the phases of the letter of 11 April 2024 up to
// the worked out proposals. The letter names no decision rule anywhere: every rule here is assumed. Its phases have no
// names; ours are short.
import { window } from '../../src/domain/calendar.js';
import { assumed } from '../../src/domain/rules/assumed.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import type { Slug } from '../../src/domain/vocabulary.js';
import { gate, phase, region, type PhasePlan } from '../../src/domain/workflow/define.js';
import { drentheMunicipalities } from './drenthe.js';

export const abo = 'jeugdhulpregio-drenthe/abo';

/** The twelve municipalities, and the region with the consultation that concludes. */
export const drenthe = [
  ...drentheMunicipalities,
  region('jeugdhulpregio-drenthe', 'Jeugdhulpregio Drenthe', [{ id: 'abo', title: 'ABO Jeugd' }]),
];

export const everyCollege = assumed(
  unanimity('colleges'),
  'de brief noemt geen regel; elk college beslist voor zichzelf en de brief spreekt van "een akkoord door de colleges"',
);

export const approach: Record<Slug, PhasePlan> = {
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
};
