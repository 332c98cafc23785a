// Invented regions for the bench: so many municipalities, so many phases, each with a gate that counts what the region
// recorded.
import { window } from '../dist/src/domain/calendar.js';
import { unanimity } from '../dist/src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, region } from '../dist/src/domain/workflow/define.js';

export const names = (size, prefix = 'gemeente') => Array.from({ length: size }, (_, i) => `${prefix}-${i + 1}`);

export function invented(id, title, size, phases) {
  const ids = names(phases, 'besluit');
  return defineWorkflow({
    id,
    version: 1,
    title,
    source: 'verzonnen voor de metingen',
    parties: [
      ...names(size).map((name, i) => municipality(name, `Gemeente ${i + 1}`, `GM${9100 + i}`)),
      region('benchregio', 'Benchregio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    phases: Object.fromEntries(
      ids.map((name, i) => [
        name,
        phase(`Besluit ${i + 1}`, window('2024'), {
          source: 'bench',
          startsAfter: ids.slice(Math.max(0, i - 1), i),
          gate: gate(`Instemmen met stap ${i + 1}`, {
            verb: 'instemmen',
            electorate: 'colleges',
            ruledBy: 'benchregio/overleg',
            unconfirmed: 'counts',
            rule: unanimity('colleges'),
          }),
        }),
      ]),
    ),
  });
}
