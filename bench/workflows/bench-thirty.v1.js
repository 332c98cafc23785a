// An invented region of thirty municipalities with one gate: what the decisions of the bench are taken on.
import { window } from '../../dist/src/domain/calendar.js';
import { unanimity } from '../../dist/src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../dist/src/domain/workflow/workflow.js';

export const municipalities = Array.from({ length: 30 }, (_, i) => `gemeente-${i + 1}`);

export default defineWorkflow({
  id: 'bench-thirty',
  version: 1,
  title: 'Dertig gemeenten',
  source: 'verzonnen voor de metingen',
  parties: [
    ...municipalities.map((id, i) => municipality(id, `Gemeente ${i + 1}`, `GM${9100 + i}`)),
    region('benchregio', 'Benchregio', [{ id: 'overleg', title: 'Overleg' }]),
  ],
  phases: {
    besluit: phase('Besluit', window('2024'), {
      source: 'bench',
      gate: gate('Instemmen', {
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: 'benchregio/overleg',
        rule: unanimity('colleges'),
      }),
    }),
  },
});
