// The plan of the long dossier: six gates at which every kind of fact about a decision can be recorded.
import { window } from '../../../../src/domain/calendar.js';
import type { GatePlan, PhasePlan } from '../../../../src/domain/workflow/define.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../../../src/domain/workflow/define.js';
import { majority } from '../../../../src/domain/rules/majority.js';
import { responded } from '../../../../src/domain/rules/responded.js';
import { threshold } from '../../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../../src/domain/rules/unanimity.js';

const source = 'Verzonnen.';
const plain = ['agree', 'agree-with-remarks', 'agree-with-conditions', 'agree-subject-to', 'disagree'] as const;

const asking = (
  title: string,
  terms: Omit<GatePlan, 'title' | 'verb' | 'ruledBy'>,
  more: Partial<PhasePlan> = {},
): PhasePlan =>
  phase(title, window('2024'), {
    source,
    gate: gate(title, { verb: 'instemmen', ruledBy: 'de-regio/overleg', ...terms }),
    ...more,
  });

export default defineWorkflow({
  id: 'lang-traject',
  version: 1,
  title: 'Een lang traject',
  source,
  parties: [
    ...['aa', 'be', 'ce', 'de', 'ef'].map((party) => municipality(party, party.toUpperCase(), null)),
    region('de-regio', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
  ],
  phases: {
    richting: asking('Richting', {
      electorate: 'colleges',
      rule: threshold(3, 'colleges'),
      kinds: [...plain, 'abstained', 'deferred', 'noted'],
    }),
    opzet: asking('Opzet', {
      electorate: 'colleges',
      rule: threshold(3, 'colleges'),
      kinds: [...plain, 'deferred', 'noted'],
      unconfirmed: 'counts',
      afterRuling: 'reopen',
      questions: [
        { id: 'noodzaak', text: 'Is het nodig?' },
        { id: 'uitwerking', text: 'Is het goed uitgewerkt?' },
      ],
    }),
    zienswijze: asking('Zienswijze', {
      electorate: 'councils',
      rule: responded('councils'),
      kinds: ['view', 'no-view', 'deferred'],
      weeksFromReceipt: 8,
    }),
    toestemming: asking('Toestemming', {
      electorate: 'councils',
      rule: unanimity('councils'),
      kinds: ['consent', 'consent-withheld', 'deferred', 'noted'],
    }),
    keuze: asking('Keuze', {
      electorate: 'colleges',
      polls: [
        { id: 'samen', title: 'Samen' },
        { id: 'apart', title: 'Apart' },
      ],
      rule: majority('colleges', 'decided'),
      kinds: ['agree', 'disagree', 'abstained', 'deferred'],
      unconfirmed: 'counts',
    }),
    treffen: asking(
      'Treffen',
      {
        electorate: 'colleges',
        rule: threshold(4, 'colleges'),
        kinds: ['agree', 'agree-with-conditions', 'disagree', 'deferred'],
        enacts: true,
      },
      { startsAfter: ['richting'] },
    ),
  },
});
