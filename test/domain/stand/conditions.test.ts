// How a condition stands on a day, by the days of its answers, and when that is enough for the yes that it is under.
import type { Condition, GivenAnswer } from '../../../src/domain/dossier/decided.js';
import { isAnswered, isMet, statusOn } from '../../../src/domain/stand/conditions.js';
import type { ConditionAnswer, ConditionEffect } from '../../../src/domain/vocabulary.js';

const condition = (effect: ConditionEffect, answers: readonly GivenAnswer[]): Condition => ({
  id: 'c1',
  gate: 'besluit',
  round: 1,
  decision: 'd1',
  body: 'oost/college',
  text: 'Eerst het geld.',
  effect,
  owner: null,
  ofPoint: null,
  dueOn: null,
  answers,
});
const given = (answer: ConditionAnswer, on: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  answer,
  on,
  phase: null,
  reason: null,
  ...more,
});
const carried = (on: string, phase: string) => given('carried', on, { phase });
const under = (...answers: GivenAnswer[]) => condition('elaboration', answers);
const day = '2024-04-20';

describe('the status of a condition', () => {
  it('is open while it was not answered by that day', () => {
    const open = { status: 'open', carriedTo: null, reason: null, answeredOn: null };
    expect(statusOn(under(), day)).toEqual(open);
    expect(statusOn(under(given('met', '2024-04-21')), day)).toEqual(open);
  });

  it('is the answer from its own day on, with its reason and that day', () => {
    const rejected = given('rejected', day, { reason: 'Te duur.' });
    const expected = { status: 'rejected', carriedTo: null, reason: 'Te duur.', answeredOn: day };
    expect(statusOn(under(rejected), day)).toEqual(expected);
    expect(statusOn(under(rejected), '2024-04-21')).toEqual(expected);
  });

  it.each<[string, GivenAnswer[], string]>([
    ['the last by day', [given('met', '2024-04-18'), given('disputed', '2024-04-19')], 'disputed'],
    ['and not by recording', [given('met', '2024-04-19'), given('disputed', '2024-04-18')], 'met'],
    ['of one day the last that was recorded', [given('adopted', day), given('met', day)], 'met'],
    [
      'of one day also after an earlier day was recorded in between',
      [given('waived', day), given('disputed', '2024-04-18'), given('met', day)],
      'met',
    ],
    ['none of a later day', [given('adopted', '2024-04-18'), given('rejected', '2024-04-21')], 'adopted'],
  ])('is %s', (_, answers, status) => {
    expect(statusOn(under(...answers), day).status).toBe(status);
  });

  it.each<[string, GivenAnswer[], string | null]>([
    ['carried', [carried(day, 'later')], 'later'],
    ['carried, then met', [carried('2024-04-18', 'later'), given('met', day)], 'later'],
    ['carried, then waived', [carried('2024-04-18', 'later'), given('waived', day)], 'later'],
    ['carried, then disputed', [carried('2024-04-18', 'later'), given('disputed', day)], 'later'],
    ['carried elsewhere after a dispute', [carried('2024-04-18', 'later'), carried(day, 'elders')], 'elders'],
    ['carried, then adopted', [carried('2024-04-18', 'later'), given('adopted', day)], null],
    ['carried, then rejected', [carried('2024-04-18', 'later'), given('rejected', day)], null],
    ['met alone', [given('met', day)], null],
  ])('says to which phase it is carried: %s', (_, answers, phase) => {
    expect(statusOn(under(...answers), day).carriedTo).toBe(phase);
  });
});

/** Whether it is answered, and whether it is met. */
it.each<[ConditionAnswer | 'open', elaboration: boolean, suspensive: boolean, met: boolean]>([
  ['open', false, false, false],
  ['adopted', true, false, false],
  ['carried', true, false, false],
  ['rejected', false, false, false],
  ['met', true, true, true],
  ['waived', true, true, true],
  ['disputed', false, false, false],
])('that is %s is enough bij uitwerking: %s, opschortend: %s; is met: %s', (answer, elaboration, suspensive, met) => {
  const answers = answer === 'open' ? [] : [given(answer, day)];
  const both = (['elaboration', 'suspensive'] as const).map((effect) => condition(effect, answers));
  expect(both.map((one) => isAnswered(one, day))).toEqual([elaboration, suspensive]);
  expect(both.map((one) => isMet(one, day))).toEqual([met, met]);
  expect(both.map((one) => isAnswered(one, '2024-04-19'))).toEqual([false, false]);
  expect(both.map((one) => isMet(one, '2024-04-19'))).toEqual([false, false]);
});
