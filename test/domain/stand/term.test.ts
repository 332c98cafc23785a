// Until when a body may decide in time: the latest of what was promised, what it has from its receipt, and every extension.
import { dueForAll, dueOn, isLate, isOver, termOf } from '../../../src/domain/stand/term.js';
import { asking, begin, chair, colleges, planOf, Staged, today } from '../../support/staged-play.js';

const plans = {
  promised: planOf({ moment: asking() }),
  weeks: planOf({ moment: asking({ weeksFromReceipt: 8 }) }),
  own: planOf({ moment: asking({ weeksFromReceipt: 3, ownTerm: true }) }),
  long: planOf({ moment: asking({ weeksFromReceipt: 13 }) }),
};
const gate = { gate: 'moment' };
const [oost = '', west = ''] = colleges;
const reason = 'Het reces valt in de termijn.';

describe('a term', () => {
  const due = (staged: Staged, body = oost, on = today) => {
    const round = staged.round('moment');
    return termOf(round, body, on);
  };

  it('is the latest of what was promised, what the law gives from the receipt, and an extension from its day on', () => {
    const staged = new Staged(plans.weeks).put('moment', begin, { replyBy: '2024-06-08' });
    expect(due(staged)).toEqual({
      receivedOn: null,
      given: null,
      promised: '2024-06-08',
      extendedTo: null,
      dueOn: null,
    });
    staged.give('record-receipt', gate, { body: oost, on: '2024-03-31' });
    expect(due(staged)).toMatchObject({ receivedOn: '2024-03-31', given: '2024-05-27', dueOn: '2024-06-08' });
    staged.give('extend-term', gate, { on: '2024-06-01', until: '2024-07-15', reason });
    expect(due(staged, oost, '2024-05-31')).toMatchObject({ extendedTo: null, dueOn: '2024-06-08' });
    expect(due(staged, oost, '2024-06-01')).toMatchObject({ extendedTo: '2024-07-15', dueOn: '2024-07-15' });
    expect(due(staged, west)).toMatchObject({ extendedTo: null, dueOn: null });
    staged.give('record-receipt', gate, { body: west, on: '2024-07-01' });
    expect(due(staged, west)).toMatchObject({ given: '2024-08-26', extendedTo: '2024-07-15', dueOn: '2024-08-26' });
  });

  it('begins on the day of the receipt', () => {
    const staged = new Staged(plans.weeks).put('moment');
    staged.give('record-receipt', gate, { body: oost, on: '2024-03-31' });
    expect(due(staged, oost, '2024-03-30')).toMatchObject({ receivedOn: null, dueOn: null });
    expect(due(staged, oost, '2024-03-31')).toMatchObject({ dueOn: '2024-05-27' });
  });

  it('of the region itself ends on the day itself, also on a Sunday or Easter Monday', () => {
    const staged = new Staged(plans.own).put('moment');
    staged.give('record-receipt', gate, { body: oost, on: '2024-03-11' });
    expect(due(staged)).toMatchObject({ given: '2024-04-01', dueOn: '2024-04-01' });
  });

  it('that somebody chose never moves', () => {
    const staged = new Staged(plans.promised).put('moment', begin, { replyBy: '2024-05-26' });
    staged.give('extend-term', gate, { body: oost, on: '2024-05-01', until: '2024-06-02', reason }, chair);
    expect(due(staged)).toMatchObject({ promised: '2024-05-26', extendedTo: '2024-06-02', dueOn: '2024-06-02' });
    expect(due(staged, west)).toMatchObject({ extendedTo: null, dueOn: '2024-05-26' });
  });

  it('of more than twelve weeks ends on the day itself', () => {
    const staged = new Staged(plans.long).put('moment');
    staged.give('record-receipt', gate, { body: oost, on: '2024-03-31' });
    expect(due(staged)).toMatchObject({ dueOn: '2024-06-30' }); // a Sunday
  });

  it('is over from the day after its last one, and a decision after it is late', () => {
    const staged = new Staged(plans.promised).put('moment', begin, { replyBy: '2024-05-16' });
    const round = staged.round('moment');
    const on = (decidedOn: string) => isLate(round, { body: oost, decidedOn }, today);
    expect([isOver(round, oost, '2024-05-16'), isOver(round, oost, '2024-05-17')]).toEqual([false, true]);
    expect([on('2024-05-16'), on('2024-05-17')]).toEqual([false, true]);
  });

  it('that is not there is never over, and nothing is late', () => {
    const round = new Staged(plans.weeks).put('moment', begin, { replyBy: '2024-03-01' }).round('moment');
    const late = isLate(round, { body: oost, decidedOn: today }, today);
    expect([dueOn(round, oost, today), isOver(round, oost, today), late]).toEqual([null, false, false]);
  });
});

describe('the day that holds for all', () => {
  const forAll = (plan = plans.promised, more: object = {}, body?: string) => {
    const staged = new Staged(plan).put('moment', begin, more);
    if (plan !== plans.promised) staged.give('record-receipt', gate, { body: oost, on: begin });
    if ('replyBy' in more || plan !== plans.promised)
      staged.give('extend-term', gate, { ...(body ? { body } : {}), on: '2024-03-01', until: '2024-07-01', reason });
    return ['2024-02-29', '2024-03-01'].map((day) => dueForAll(staged.round('moment'), day));
  };

  it.each([
    [
      'what was promised, and what all were extended to since',
      plans.promised,
      { replyBy: '2024-05-16' },
      undefined,
      ['2024-05-16', '2024-07-01'],
    ],
    [
      'not what one body was extended to',
      plans.promised,
      { replyBy: '2024-05-16' },
      oost,
      ['2024-05-16', '2024-05-16'],
    ],
    ['none where nothing was promised', plans.promised, {}, undefined, [null, null]],
    ['beside the own terms what all were extended to', plans.weeks, {}, undefined, [null, '2024-07-01']],
    ['none where each has its own alone', plans.weeks, {}, oost, [null, null]],
  ])('is %s', (_, plan, more, body, days) => {
    expect(forAll(plan, more, body)).toEqual(days);
  });
});
