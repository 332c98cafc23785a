// An invented region in which a choice may split: seven and five go on by themselves, and a common part with all. For
// tests alone; no municipality here exists.
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';

const twelve = Array.from({ length: 12 }, (_, i) =>
  municipality(`plaats-${i + 1}`, `Plaats ${i + 1}`, `GM${9901 + i}`),
);
const asking = (verb: string) => ({
  verb,
  electorate: 'colleges',
  ruledBy: 'inkoopregio/overleg',
  rule: unanimity('colleges'),
});
const branch = (option: string) => ({ startsAfter: ['keuze'], branch: { gate: 'keuze', option } });

export default defineWorkflow({
  id: 'inkoopregio',
  version: 1,
  title: 'Inkoopregio (test)',
  source: 'test',
  notBefore: '2024-01-01',
  parties: [...twelve, region('inkoopregio', 'Inkoopregio', [{ id: 'overleg', title: 'Overleg' }])],
  phases: {
    keuze: phase('Keuze', window('2024'), {
      source: 'test',
      gate: gate('Hoe wordt ingekocht?', {
        ...asking('kiezen'),
        polls: [
          { id: 'noord', title: 'Apart in het noorden' },
          { id: 'zuid', title: 'Zuid, met Oost samen' },
          { id: 'heel', title: 'Samen in de hele regio' },
        ],
        splits: true,
      }),
    }),
    'kader-noord': phase('Kader noord', window('2024'), {
      source: 'test',
      ...branch('noord'),
      gate: gate('Instemmen met het kader voor het noorden', asking('instemmen')),
    }),
    'kader-zuid': phase('Kader zuid', window('2024'), {
      source: 'test',
      ...branch('zuid'),
      gate: gate('Instemmen met het kader voor het zuiden', asking('instemmen')),
    }),
    'kader-heel': phase('Kader hele regio', window('2024'), {
      source: 'test',
      ...branch('heel'),
      gate: gate('Instemmen met één kader', asking('instemmen')),
    }),
    samen: phase('Gezamenlijk deel', window('2024'), {
      source: 'test',
      startsAfter: ['keuze'],
      gate: gate('Instemmen met de inkoop van zeer specialistische hulp', asking('instemmen')),
    }),
    contracten: phase('Contracten', window('2024'), {
      source: 'test',
      startsAfter: ['kader-noord', 'kader-zuid', 'kader-heel', 'samen'],
    }),
  },
});
