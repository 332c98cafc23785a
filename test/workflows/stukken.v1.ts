// An invented region whose gate asks papers and criteria beside decisions, of everyone who can be asked one; the phase after
// it publishes, and has no gate.
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';

export default defineWorkflow({
  id: 'stukken',
  version: 1,
  title: 'Stukken en criteria',
  source: 'verzonnen voor de tests',
  parties: [
    municipality('noord', 'Noord', 'GM9001'),
    municipality('zuid', 'Zuid', 'GM9003'),
    region('testregio', 'Testregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
  ],
  phases: {
    besluit: phase('Besluit', window('2024'), {
      source: 'test',
      gate: gate('Instemmen met de regeling', {
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: 'testregio/overleg',
        rule: unanimity('colleges'),
        papers: [
          { id: 'regeling', title: 'Ontwerp van de regeling', weight: 'must', source: 'art. 1 Wgr' },
          { id: 'begroting', title: 'Begroting', weight: 'should' },
        ],
        criteria: [
          { id: 'van-de-regio', text: 'De regio is groot genoeg', weight: 'must', statedBy: 'process-lead' },
          { id: 'van-de-voorzitter', text: 'Er is overleg geweest', weight: 'must', statedBy: 'chair' },
          { id: 'van-het-college', text: 'Noord heeft mensen vrijgemaakt', weight: 'must', statedBy: 'noord/college' },
          { id: 'van-de-raad', text: 'De raad van Noord is bijgepraat', weight: 'should', statedBy: 'noord/raad' },
        ],
      }),
    }),
    bekendmaking: phase('Bekendmaking', window('2024'), {
      source: 'test',
      startsAfter: ['besluit'],
      step: 'publication',
    }),
  },
});
