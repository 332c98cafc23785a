// An invented region in which a choice is the last thing that everyone does: who splits there is done. For tests alone.
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase } from '../../src/domain/workflow/define.js';
import inkoopregio from './inkoopregio.v1.js';

const terms = { electorate: 'colleges', ruledBy: 'inkoopregio/overleg', rule: unanimity('colleges') };

export default defineWorkflow({
  id: 'laatste-tak',
  version: 1,
  title: 'Inkoopregio zonder vervolg (test)',
  source: 'test',
  parties: inkoopregio.parties,
  phases: {
    keuze: phase('Keuze', window('2024'), {
      source: 'test',
      gate: gate('Hoe wordt ingekocht?', {
        ...terms,
        verb: 'kiezen',
        polls: [
          { id: 'noord', title: 'Apart in het noorden' },
          { id: 'zuid', title: 'Samen in het zuiden' },
          { id: 'heel', title: 'Samen in de hele regio' },
        ],
        splits: true,
      }),
    }),
    kader: phase('Kader voor de hele regio', window('2024'), {
      source: 'test',
      startsAfter: ['keuze'],
      branch: { gate: 'keuze', option: 'heel' },
      gate: gate('Instemmen met één kader', { ...terms, verb: 'instemmen' }),
    }),
  },
});
