// An invented region of three that makes an arrangement as the law asks it: the colleges release a draft, the councils
// give their view within eight weeks of their own receipt, the colleges settle the text, the councils consent, the
// colleges make it, everyone signs. Beside it a poll, and a gate that opens again by itself.
import { window } from '../../src/domain/calendar.js';
import { majority } from '../../src/domain/rules/majority.js';
import { responded } from '../../src/domain/rules/responded.js';
import { signatures } from '../../src/domain/rules/signatures.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, municipality, phase, plainKinds, region } from '../../src/domain/workflow/define.js';

const ruledBy = 'raadsregio/overleg';
const colleges = { electorate: 'colleges', ruledBy } as const;
const councils = { electorate: 'councils', ruledBy } as const;

export default defineWorkflow({
  id: 'raadstraject',
  version: 1,
  title: 'Raadstraject',
  source: 'verzonnen voor de tests',
  parties: [
    municipality('oost', 'Oost', 'GM9101'),
    municipality('west', 'West', 'GM9102'),
    municipality('eiland', 'Eiland', 'GM9103'),
    region('raadsregio', 'Raadsregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
  ],
  phases: {
    ontwerp: phase('Ontwerp', window('2024'), {
      source: 'test',
      gate: gate('Vrijgeven van het ontwerp', {
        ...colleges,
        verb: 'vrijgeven',
        kinds: [...plainKinds, 'agree-subject-to', 'agree-in-principle'],
        mandates: [{ body: 'oost/college', from: '2024-01-01', until: '2024-06-30', source: 'mandaatbesluit Oost' }],
        rule: unanimity('colleges'),
      }),
    }),
    zienswijze: phase('Zienswijze', window('2024'), {
      source: 'test',
      startsAfter: ['ontwerp'],
      gate: gate('Zienswijze op het ontwerp', {
        ...councils,
        verb: 'reageren',
        kinds: ['view', 'no-view', 'deferred', 'noted'],
        weeksFromReceipt: 8,
        rule: responded('councils'),
      }),
    }),
    toestemming: phase('Toestemming', window('2024'), {
      source: 'test',
      startsAfter: ['zienswijze'],
      gate: gate('Toestemming', {
        ...councils,
        verb: 'toestemming verlenen',
        kinds: ['consent', 'consent-withheld', 'deferred', 'noted'],
        afterRuling: 'reopen',
        rule: unanimity('councils'),
      }),
    }),
    treffen: phase('Treffen', window('2024'), {
      source: 'test',
      startsAfter: ['ontwerp'],
      gate: gate('Treffen van de regeling', {
        ...colleges,
        verb: 'treffen',
        kinds: ['agree', 'disagree', 'deferred', 'adopt', 'adopt-amended'],
        enacts: true,
        rule: threshold(3, 'colleges'),
      }),
    }),
    ondertekening: phase('Ondertekening', window('2024'), {
      source: 'test',
      gate: gate('Ondertekening', {
        ...colleges,
        verb: 'ondertekenen',
        kinds: ['signed', 'not-signed'],
        rule: signatures('colleges'),
      }),
    }),
    visie: phase('Visie', window('2024'), {
      source: 'test',
      gate: gate('Vaststellen van de visie', {
        ...councils,
        verb: 'vaststellen',
        kinds: ['adopt', 'adopt-amended', 'disagree', 'deferred'],
        rule: unanimity('councils'),
      }),
    }),
    agenda: phase('Agenda', window('2024'), {
      source: 'test',
      startsAfter: ['visie'],
      gate: gate('Vaststellen van de agenda', { ...colleges, verb: 'vaststellen', rule: unanimity('colleges') }),
    }),
    keuze: phase('Keuze', window('2024'), {
      source: 'test',
      gate: gate('Keuze van een vorm', {
        ...colleges,
        verb: 'kiezen',
        completion: 'all-spoken',
        polls: [
          { id: 'bvo', title: 'Bedrijfsvoeringsorganisatie' },
          { id: 'lichaam', title: 'Openbaar lichaam' },
        ],
        rule: majority('colleges'),
      }),
    }),
  },
});
