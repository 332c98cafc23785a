// The other half of the worked examples: another text, another round, conditions, reservations and closed decisions.
import { agree, condition, type Example } from './example.js';

export const laterExamples: Example[] = [
  {
    no: 14,
    says: '26/4 agree, then version 2 of 20/4',
    facts: [
      { decide: agree, on: '26/4' },
      { propose: true, on: '20/4' },
    ],
    asked: [{ side: 'undecided', why: 'stale' }],
  },
  {
    no: 15,
    says: 'put again 1/5, then 20/4 agree',
    facts: [{ putAgain: '1/5' }, { decide: agree, on: '20/4' }],
    asked: [
      { side: 'silent', why: 'silent' },
      { asOf: '25/4', side: 'for' },
    ],
  },
  {
    no: 16,
    says: 'p agree, q disagree',
    at: 'two',
    facts: [{ decide: { decision: 'agree', answers: { q: 'disagree' } }, on: '16/4' }],
    asked: [{ side: 'against', word: 'verdeeld: p akkoord, q niet akkoord (voorlopig)' }],
  },
  {
    no: 17,
    says: 'p noted, q agree',
    at: 'two',
    facts: [{ decide: { decision: 'agree', answers: { p: 'noted' } }, on: '16/4' }],
    asked: [{ side: 'undecided', why: 'noted' }],
  },
  {
    no: 18,
    says: 'a suspensive condition met 20/4, then disputed of 18/4',
    facts: [
      { decide: condition('suspensive'), on: '16/4' },
      { answer: 'met', on: '20/4' },
      { answer: 'disputed', on: '18/4' },
    ],
    asked: [{ side: 'for' }, { asOf: '19/4', side: 'undecided', why: 'condition-open' }],
  },
  ...(['silent', 'agree', 'disagree'] as const).map((other): Example => ({
    no: 19,
    says: `subject to another body at this gate, which is ${other}`,
    facts: [
      { decide: { decision: 'agree-subject-to', subjectTo: { gate: 'vraag', body: 'be/college' } }, on: '16/4' },
      ...(other === 'silent' ? [] : [{ other, on: '18/4' }]),
    ],
    asked: [
      other === 'agree'
        ? { side: 'for' }
        : {
            side: 'undecided',
            why: 'subject-to',
            ...(other === 'disagree' ? { flags: ['reservation-refused'] } : {}),
          },
    ],
  })),
  {
    no: 20,
    says: 'agree and not conform, where the arrangement is made',
    at: 'enacts',
    facts: [{ decide: { ...agree, conform: false }, on: '16/4' }],
    asked: [{ side: 'undecided', why: 'other-text' }],
  },
  {
    no: 21,
    says: 'closed 16/4 agree, recorded 24/4',
    facts: [{ decide: agree, on: '16/4', closed: true, recorded: '24/4' }],
    asked: [
      { asOf: '20/4', side: 'silent', why: 'silent' },
      { asOf: '25/4', side: 'undecided', why: 'announced', word: 'nog niet vrijgegeven' },
    ],
  },
  {
    no: 22,
    says: '16/4 agree, closed 23/4 disagree, released 10/5',
    facts: [
      { decide: agree, on: '16/4' },
      { decide: { decision: 'disagree', revises: 0 }, on: '23/4', closed: true, recorded: '24/4' },
      { release: 1, on: '10/5' },
    ],
    asked: [
      { asOf: '5/5', side: 'for' },
      { asOf: '10/5', side: 'against' },
    ],
  },
  {
    no: 23,
    says: '16/4 deferred, closed 23/4 agree',
    facts: [
      { decide: { decision: 'deferred' }, on: '16/4' },
      { decide: agree, on: '23/4', closed: true, recorded: '24/4' },
    ],
    asked: [{ side: 'undecided', why: 'announced' }],
  },
  {
    no: 24,
    says: 'received 31/3, eight weeks, which would end on a Sunday',
    at: 'weeks',
    facts: [{ received: '31/3' }],
    asked: [{ side: 'silent', why: 'silent', due: '27/5' }],
  },
  {
    no: 24,
    says: 'received 31/3, eight weeks, and 8/6 promised',
    at: 'weeks',
    promised: '8/6',
    facts: [{ received: '31/3' }],
    asked: [{ side: 'silent', why: 'silent', due: '8/6' }],
  },
  {
    no: 24,
    says: 'received 31/3, eight weeks, 8/6 promised, and extended to 15/7 on 1/6',
    at: 'weeks',
    promised: '8/6',
    facts: [{ received: '31/3' }, { extended: '1/6', until: '15/7' }],
    asked: [
      { asOf: '31/5', side: 'silent', why: 'silent', due: '8/6' },
      { asOf: '1/6', side: 'silent', why: 'silent', due: '15/7' },
      { side: 'silent', why: 'silent', due: '15/7' },
    ],
  },
  {
    no: 25,
    says: 'joined 1/5, decided 25/4',
    facts: [{ joins: '1/5' }, { decide: agree, on: '25/4' }],
    asked: [{ side: 'silent', why: 'silent' }],
  },
  {
    no: 25,
    says: 'joined 1/5, decided 1/5',
    facts: [{ joins: '1/5' }, { decide: agree, on: '1/5' }],
    asked: [{ side: 'for' }],
  },
];
