// The worked examples of what the stand of a body is: the order of days, the region beside the body, corrections.
import { agree, condition, type Example } from './example.js';
import { laterExamples } from './examples-later.js';

export const examples: Example[] = [
  {
    no: 1,
    says: '23/4 deferred, then 16/4 agree',
    facts: [
      { decide: { decision: 'deferred' }, on: '23/4' },
      { decide: agree, on: '16/4' },
    ],
    asked: [
      { side: 'undecided', why: 'deferred' },
      { asOf: '20/4', side: 'for' },
    ],
  },
  {
    no: 2,
    says: '16/4 agree, withdrew 1/5, then 20/4 agree',
    facts: [
      { decide: agree, on: '16/4' },
      { withdraw: 0, on: '1/5' },
      { decide: { ...agree, revises: 0 }, on: '20/4' },
    ],
    asked: [
      { side: 'silent', why: 'silent' },
      { asOf: '25/4', side: 'for' },
    ],
  },
  {
    no: 3,
    says: '16/4 agree, the region 23/4 disagree',
    at: 'counts',
    facts: [
      { decide: agree, on: '16/4' },
      { decide: { decision: 'disagree', revises: 0 }, on: '23/4', by: 'region' },
    ],
    asked: [{ side: 'for' }],
  },
  {
    no: 3,
    says: 'and confirmed',
    at: 'counts',
    facts: [
      { decide: agree, on: '16/4' },
      { decide: { decision: 'disagree', revises: 0 }, on: '23/4', by: 'region' },
      { confirm: true, of: 1, on: '1/5' },
    ],
    asked: [{ side: 'against' }, { asOf: '23/4', side: 'against' }, { asOf: '22/4', side: 'for' }],
  },
  {
    no: 3,
    says: 'or disputed',
    at: 'counts',
    facts: [
      { decide: agree, on: '16/4' },
      { decide: { decision: 'disagree', revises: 0 }, on: '23/4', by: 'region' },
      { confirm: false, of: 1, on: '1/5' },
    ],
    asked: [{ side: 'for' }],
  },
  {
    no: 4,
    says: '16/4 deferred, the region 23/4 agree, where that waits',
    facts: [
      { decide: { decision: 'deferred' }, on: '16/4' },
      { decide: agree, on: '23/4', by: 'region' },
    ],
    asked: [{ side: 'undecided', why: 'unconfirmed' }],
  },
  {
    no: 4,
    says: 'and where it counts',
    at: 'counts',
    facts: [
      { decide: { decision: 'deferred' }, on: '16/4' },
      { decide: agree, on: '23/4', by: 'region' },
    ],
    asked: [{ side: 'for' }],
  },
  {
    no: 5,
    says: '23/4 deferred, the region 16/4 agree',
    at: 'counts',
    facts: [
      { decide: { decision: 'deferred' }, on: '23/4' },
      { decide: agree, on: '16/4', by: 'region' },
    ],
    asked: [{ side: 'undecided', why: 'deferred' }],
  },
  {
    no: 6,
    says: 'the region 16/4 agree, disputed 24/4',
    facts: [
      { decide: agree, on: '16/4', by: 'region' },
      { confirm: false, of: 0, on: '24/4' },
    ],
    asked: [
      { side: 'silent', why: 'disputed' },
      { after: 1, side: 'undecided', why: 'unconfirmed' },
    ],
  },
  {
    no: 7,
    says: 'the region 16/4 agree, confirmed 24/4',
    facts: [
      { decide: agree, on: '16/4', by: 'region' },
      { confirm: true, of: 0, on: '24/4' },
    ],
    asked: [{ asOf: '18/4', side: 'for' }],
  },
  {
    no: 8,
    says: '16/4 agree, the region corrects: disagree',
    facts: [
      { decide: agree, on: '16/4' },
      { correct: { decision: 'disagree' }, by: 'region' },
    ],
    asked: [{ side: 'for' }],
  },
  {
    no: 8,
    says: 'and confirmed',
    facts: [
      { decide: agree, on: '16/4' },
      { correct: { decision: 'disagree' }, by: 'region' },
      { confirm: true, of: 1, on: '1/5' },
    ],
    asked: [{ asOf: '18/4', side: 'against' }],
  },
  {
    no: 9,
    says: '16/4 agree with a condition, adopted 20/4, corrected with the same content',
    facts: [
      { decide: condition('elaboration'), on: '16/4' },
      { answer: 'adopted', on: '20/4' },
      { correct: condition('elaboration') },
    ],
    asked: [{ side: 'for' }, { asOf: '18/4', side: 'undecided', why: 'condition-open' }],
  },
  {
    no: 10,
    says: '16/4 agree, corrected: the day is 26/4',
    facts: [{ decide: agree, on: '16/4' }, { correct: { decidedOn: '26/4' } }],
    asked: [{ asOf: '20/4', side: 'silent', why: 'silent' }, { side: 'for' }],
  },
  {
    no: 11,
    says: '16/4 agree, corrected: there was no decision',
    facts: [{ decide: agree, on: '16/4' }, { correct: { noDecision: true } }],
    asked: [
      { asOf: '18/4', side: 'silent', why: 'silent' },
      { after: 1, side: 'for' },
    ],
  },
  {
    no: 12,
    says: '16/4 agree, version 2 on 20/4, corrected: the case number',
    facts: [{ decide: agree, on: '16/4' }, { propose: true, on: '20/4' }, { correct: { reference: '124' } }],
    asked: [
      { side: 'undecided', why: 'stale' },
      { asOf: '18/4', side: 'for' },
    ],
  },
  {
    no: 12,
    says: 'and with a mandate for the text',
    facts: [
      { decide: agree, on: '16/4' },
      { propose: true, on: '20/4', mandate: true },
      { correct: { reference: '124' } },
    ],
    asked: [{ side: 'for' }],
  },
  ...laterExamples,
];
