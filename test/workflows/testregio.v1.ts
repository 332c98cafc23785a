// An invented region of three, for tests: a gate of colleges by threshold, a gate of councils, and a round of visits,
// all of which can begin at once.
import { window } from '../../src/domain/calendar.js';
import { allOf } from '../../src/domain/rules/all-of.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';

export default defineWorkflow({
  id: 'testregio',
  version: 1,
  title: 'Testregio',
  source: 'verzonnen voor de tests',
  parties: [
    municipality('noord', 'Noord', 'GM9001'),
    municipality('midden', 'Midden', 'GM9002'),
    municipality('zuid', 'Zuid', 'GM9003'),
    region('testregio', 'Testregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
  ],
  phases: {
    ronde: phase('Ronde', window('2024'), { source: 'test', visits: 'colleges' }),
    colleges: phase('Colleges', window('2024'), {
      source: 'test',
      gate: gate('Instemmen', {
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: 'testregio/overleg',
        rule: threshold(2, 'colleges'),
      }),
    }),
    raden: phase('Raden', window('2024'), {
      source: 'test',
      gate: gate('Instemmen door de raden', {
        verb: 'instemmen',
        electorate: 'councils',
        ruledBy: 'testregio/overleg',
        unconfirmed: 'counts',
        rule: allOf(unanimity('councils'), threshold(1, 'councils')),
      }),
    }),
  },
});
