// A round along the colleges with headings for what is heard, and councils that their own municipality informs.
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';

export default defineWorkflow({
  id: 'inlichten',
  version: 1,
  title: 'Inlichten',
  source: 'verzonnen voor de tests',
  parties: [
    municipality('noord', 'Noord', 'GM9001'),
    municipality('zuid', 'Zuid', 'GM9003'),
    region('testregio', 'Testregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
  ],
  phases: {
    ronde: phase('Ronde langs de colleges', window('2024'), {
      source: 'test',
      visits: 'colleges',
      headings: ['inhoud', 'communicatie'],
    }),
    raden: phase('Informeren van de raden', window('2024'), {
      source: 'test',
      visits: 'councils',
      informs: true,
    }),
    besluit: phase('Besluit', window('2024'), {
      source: 'test',
      startsAfter: ['ronde', 'raden'],
      gate: gate('Instemmen', {
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: 'testregio/overleg',
        rule: unanimity('colleges'),
      }),
    }),
  },
});
