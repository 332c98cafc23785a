// Who said when it will decide, or keeps its decision to itself, where a go without it is possible.
import { responded } from '../../../src/domain/rules/responded.js';
import { stillToCome } from '../../../src/domain/stand/still-to-come.js';
import { closed } from '../../support/council-play.js';
import { asking, begin, chair, colleges, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const plan = planOf({ moment: asking({ weeksFromReceipt: 8, rule: responded('colleges') }) });
const gate = { gate: 'moment' };
const [oost = '', west = '', eiland = ''] = colleges;
/** All received it, Oost gave its view, and on the day that is asked about the term of the others is over. */
const staged = () => {
  const one = new Staged(plan).put('moment');
  for (const body of colleges) one.give('record-receipt', gate, { body, on: begin });
  one.decide('moment', oost, 'view', '2024-03-01', { tenor: 'positive' });
  return one;
};
const toCome = (one: Staged, day = today) => stillToCome(one.standing('moment', day), day).map(({ body }) => body);

describe('at a go that is possible', () => {
  it.each<[string, (one: Staged) => unknown, string[]]>([
    ['nobody who is silent', () => null, []],
    [
      'who put it off to a day',
      (one) => one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: '2025-01-15' }),
      [west],
    ],
    [
      'who put it off to that very day',
      (one) => one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: today }),
      [west],
    ],
    [
      'not who put it off to a day that is over',
      (one) => one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: '2024-11-30' }),
      [],
    ],
    ['not who put it off without a day', (one) => one.decide('moment', west, 'deferred', '2024-03-10'), []],
    [
      'who planned it',
      (one) => one.give('schedule-item', gate, { body: west, meetingOn: '2025-01-15', stage: 'draft' }, lead),
      [west],
    ],
    [
      'who announced it',
      (one) => one.decide('moment', west, 'view', '2024-03-10', { tenor: 'positive', form: 'announcement' }),
      [west],
    ],
    [
      'who keeps it to itself',
      (one) =>
        one.give(
          'record-decision',
          gate,
          { body: west, decision: 'view', tenor: 'positive', decidedOn: '2024-03-10', ...closed },
          own(west),
        ),
      [west],
    ],
  ])('is %s', (_, say, expected) => {
    const one = staged();
    say(one);
    expect([one.outcome('moment', today), toCome(one)]).toEqual(['go', expected]);
  });
});

it('is nobody while there is no go', () => {
  const one = staged();
  one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: '2025-01-15' });
  expect([one.outcome('moment', '2024-03-15'), toCome(one, '2024-03-15')]).toEqual(['open', []]);
});

describe('a go without who will decide yet', () => {
  const rule = (one: Staged, more: object = {}) =>
    one.refused('rule-gate', gate, { ruling: 'go', ruledOn: '2024-04-15', ...more }, chair);

  it('needs a reason where one of them said when', () => {
    const one = staged();
    one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: '2024-09-11' });
    expect(rule(one)).toMatchObject([
      {
        pointer: '/reason',
        code: 'reason-required',
        because: `ontbreekt: ${west} besluit later, of gaf een besluit nog niet vrij; schrijf op waarom daar niet op gewacht wordt`,
      },
    ]);
    expect(rule(one, { reason: 'Wij wachten niet langer.' })).toBeNull();
  });

  it('needs none where nobody did, or where the day that was said is over', () => {
    const one = staged();
    expect(rule(one)).toBeNull();
    one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: '2024-04-14' });
    one.decide('moment', eiland, 'deferred', '2024-03-10');
    expect(rule(one)).toBeNull();
  });
});
