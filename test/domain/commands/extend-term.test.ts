// More time at an open gate: for whom, until when, and what refuses it.
import { isLate } from '../../../src/domain/stand/term.js';
import { asking, begin, chair, colleges, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const plans = { promised: planOf({ moment: asking() }), weeks: planOf({ moment: asking({ weeksFromReceipt: 8 }) }) };
const gate = { gate: 'moment' };
const [oost = ''] = colleges;
const reason = 'Het reces valt in de termijn.';

describe('an extension', () => {
  const put = (more: object = { replyBy: '2024-05-16' }, plan = plans.promised) =>
    new Staged(plan).put('moment', begin, more);
  const asked = { on: '2024-05-10', until: '2024-05-30', reason };

  it('keeps what was decided, and what was late and no longer is, is not late', () => {
    const staged = put();
    staged.decide('moment', oost, 'agree', '2024-05-28');
    const [decision] = staged.decisions('moment');
    if (!decision) throw new Error('it was recorded');
    expect(isLate(staged.round('moment'), decision, today)).toBe(true);
    expect(staged.give('extend-term', gate, { ...asked, grantedBy: 'het overleg van 10 mei' })).toEqual([
      {
        type: 'TermExtended',
        on: '2024-05-10',
        facts: { gate: 'moment', round: 1, until: '2024-05-30' },
        texts: { reason, grantedBy: 'het overleg van 10 mei' },
      },
    ]);
    expect(isLate(staged.round('moment'), decision, today)).toBe(false);
    expect(staged.decisions('moment')).toHaveLength(1);
  });

  it('lengthens a term that runs, for who is asked, at a gate that lies open', () => {
    const refused = (staged: Staged, more: object = {}) =>
      staged.refused('extend-term', gate, { ...asked, ...more }, chair);
    const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
    expect(refused(new Staged(plans.promised))).toMatchObject({ code: 'gate-not-open' });
    expect(refused(put({}))).toMatchObject([{ pointer: '', code: 'not-allowed-here' }]);
    expect(refused(put({}, plans.weeks), { body: oost })).toMatchObject([
      { pointer: '/body', code: 'not-allowed-here' },
    ]);
    expect(refused(put(), { until: '2024-05-16' })).toEqual(tooEarly('/until', '2024-05-17'));
    expect(refused(put(), { until: '2024-05-09' })).toEqual(tooEarly('/until', '2024-05-10'));
    expect(refused(put(), { on: '2024-12-02', until: '2024-12-30' })).toMatchObject([
      { pointer: '/on', code: 'date-in-future' },
    ]);
    expect(refused(new Staged(plans.promised, '2024-01-02').put('moment', begin), { on: '2024-01-31' })).toEqual(
      tooEarly('/on', begin),
    );
    expect(refused(put(), { body: 'oost/raad' })).toMatchObject([{ pointer: '/body', code: 'not-in-electorate' }]);
    expect(refused(put(), { body: 'elders/college' })).toMatchObject([{ pointer: '/body', code: 'unknown-body' }]);
    expect(put().refused('extend-term', gate, asked, own(oost))).toMatchObject({ code: 'not-your-role' });
    expect([refused(put()), put().refused('extend-term', gate, asked, lead)]).toEqual([null, null]);
  });

  it('for one body lengthens the term of that one, and for all the first of all', () => {
    const [, west = ''] = colleges;
    const staged = put({}, plans.weeks);
    staged.give('record-receipt', gate, { body: oost, on: '2024-02-01' }); // until 28 March
    staged.give('record-receipt', gate, { body: west, on: '2024-03-01' }); // until 26 April
    const refused = (more: object) =>
      staged.refused('extend-term', gate, { on: '2024-03-05', until: '2024-04-10', reason, ...more });
    expect(refused({ body: west })).toEqual([{ pointer: '/until', code: 'date-too-early', limit: '2024-04-27' }]);
    expect([refused({ body: oost }), refused({})]).toEqual([null, null]);
    expect(refused({ until: '2024-03-28' })).toEqual([
      { pointer: '/until', code: 'date-too-early', limit: '2024-03-29' },
    ]);
  });

  it('may be given when the term is over already', () => {
    const staged = put();
    expect(staged.refused('extend-term', gate, { ...asked, on: '2024-05-20' })).toBeNull();
  });
});
