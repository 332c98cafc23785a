// An invented region in which a body may abstain: a majority of those who decide, on two questions, at a gate that opens
// again; all of them; a choice; and a part of the weight. For tests alone; no municipality here exists.
import { window } from '../../src/domain/calendar.js';
import { majority } from '../../src/domain/rules/majority.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { weighted } from '../../src/domain/rules/weighted.js';
import { defineWorkflow, gate, municipality, phase, region, type GatePlan } from '../../src/domain/workflow/define.js';

const asking = (title: string, more: Pick<GatePlan, 'rule'> & Partial<GatePlan>) =>
  phase(title, window('2024'), {
    source: 'test',
    gate: gate(title, {
      verb: 'instemmen',
      electorate: 'colleges',
      ruledBy: 'onthouding/overleg',
      kinds: ['agree', 'disagree', 'abstained', 'deferred'],
      ...more,
    }),
  });

export default defineWorkflow({
  id: 'onthouding',
  version: 1,
  title: 'Regio waarin een orgaan zich kan onthouden',
  source: 'verzonnen voor de tests',
  parties: [
    municipality('oost', 'Oost', 'GM9701'),
    municipality('west', 'West', 'GM9702'),
    municipality('eiland', 'Eiland', 'GM9703'),
    municipality('noord', 'Noord', 'GM9704'),
    region('onthouding', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
  ],
  phases: {
    meeste: asking('De meesten', {
      rule: majority('colleges', 'decided'),
      afterRuling: 'reopen',
      questions: [
        { id: 'doel', text: 'Wat moet er komen?' },
        { id: 'geld', text: 'Wat mag het kosten?' },
      ],
    }),
    samen: asking('Samen', { rule: unanimity('colleges') }),
    keuze: asking('De keuze', {
      rule: unanimity('colleges'),
      polls: [
        { id: 'links', title: 'Links' },
        { id: 'rechts', title: 'Rechts' },
      ],
    }),
    gewogen: asking('Naar inwoners', {
      rule: weighted('colleges', {
        numerator: 2,
        denominator: 3,
        least: 'at-least',
        among: 'decided',
        unit: 'inwoners',
        weights: {
          'oost/college': '40000',
          'west/college': '30000',
          'eiland/college': '20000',
          'noord/college': '10000',
        },
        source: { title: 'Bevolking per gemeente', url: 'https://example.org/bevolking', on: '2024-01-01' },
      }),
    }),
  },
});
