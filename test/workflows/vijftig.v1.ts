// An invented region of fifty municipalities with long names, for tests of what must fit on a page.
import { window } from '../../src/domain/calendar.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';

export default defineWorkflow({
  id: 'vijftig',
  version: 1,
  title: 'Vijftig gemeenten',
  source: 'verzonnen voor de tests',
  parties: [
    ...Array.from({ length: 50 }, (_, i) =>
      municipality(`gemeente-${i + 1}`, `Sint-Annaland-aan-den-Hollandschen-IJsselmonde ${i + 1}`, `GM${9300 + i}`),
    ),
    region('vijftigregio', 'Vijftigregio', [{ id: 'overleg', title: 'Overleg' }]),
  ],
  phases: {
    besluit: phase('Meervoudigesamenwerkingsovereenkomstvoorbereiding', window('2024'), {
      source: 'test',
      gate: gate('Instemmen met de samenwerking', {
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: 'vijftigregio/overleg',
        rule: threshold(30, 'colleges'),
      }),
    }),
  },
});
