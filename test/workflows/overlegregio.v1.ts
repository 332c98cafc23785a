// An invented region for tests, that signs an agreement, follows it in a meeting every two months, and evaluates it once
// a law is in force.
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';

export default defineWorkflow({
  id: 'overlegregio',
  version: 1,
  title: 'Overlegregio',
  source: 'verzonnen voor de tests',
  parties: [
    municipality('heuvel', 'Heuvel', 'GM9301'),
    municipality('dal', 'Dal', 'GM9302'),
    region('overlegregio', 'Overlegregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
  ],
  outside: {
    wet: { title: 'De wet treedt in werking', source: 'verzonnen voor de tests' },
    besluit: { title: 'Het besluit is bekendgemaakt', source: 'verzonnen voor de tests' },
  },
  phases: {
    ondertekening: phase('Ondertekening', window('2024-Q1'), { source: 'test' }),
    monitoring: phase('Monitoring', window('2024', '2025-06'), {
      source: 'test',
      recurs: {
        every: { months: 2 },
        goals: [
          { id: 'wachttijd', title: 'Wachttijd', unit: 'weken' },
          { id: 'tevredenheid', title: 'Tevredenheid' },
        ],
      },
    }),
    evaluatie: phase('Evaluatie', window('2025-Q3'), {
      source: 'test',
      startsAfter: ['ondertekening'],
      waitsFor: ['wet'],
      gateWaitsFor: ['wet', 'besluit'],
      recurs: { every: { weeks: 1 }, until: '2025-09-30' },
      gate: gate('Instemmen met de evaluatie', {
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: 'overlegregio/overleg',
        rule: unanimity('colleges'),
      }),
    }),
  },
});
