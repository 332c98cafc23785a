// An invented region of three in which only the two on the coast decide, and the rule is about them alone.
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';
export default defineWorkflow({
  id: 'kust',
  version: 1,
  title: 'Kust',
  source: 'verzonnen voor de tests',
  parties: [
    municipality('oost', 'Oost', 'GM9101'),
    municipality('west', 'West', 'GM9102'),
    municipality('eiland', 'Eiland', 'GM9103'),
    region('raadsregio', 'Raadsregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
  ],
  groups: { kust: { noun: { one: 'kustcollege', many: 'kustcolleges' }, bodies: ['oost/college', 'eiland/college'] } },
  phases: {
    een: phase('Een', window('2024'), {
      source: 'test',
      gate: gate('Een', {
        verb: 'instemmen',
        electorate: 'kust',
        ruledBy: 'raadsregio/overleg',
        rule: unanimity('kust'),
      }),
    }),
  },
});
