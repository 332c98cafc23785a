// On which days the chair may conclude, and that what is kept is how the gate stood on that day.
import { threshold } from '../../../src/domain/rules/threshold.js';
import { begin, chair, colleges, evidence, lead, own, today } from '../../support/staged-play.js';
import { condition, moment, RulingPlay } from '../../support/ruling-play.js';
import { told } from '../../support/told.js';

const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const meeting = { form: 'session', reference: 'ABO 20 februari' } as const;

let staged: RulingPlay;
beforeEach(() => {
  staged = new RulingPlay();
});

describe('a ruling is not before what it rests on', () => {
  const day = '2024-02-20';
  /** What holding it on the day before is refused for; holding it on the day itself is not. */
  const restsOnDay = () => {
    const hold = { ruling: 'hold', reason } as const;
    expect(staged.refusedRuling({ ...hold, ruledOn: day })).toBeNull();
    expect(staged.refusedRuling({ ...hold, ruledOn: '2024-02-19' })).toEqual([
      { pointer: '/ruledOn', code: 'date-too-early', limit: day },
    ]);
  };
  /** How the gate stood by a hold on that day: how many were for, and who is missing. */
  const heldOn = (ruledOn: string) => {
    const [event] = staged.rule('moment', 'hold', ruledOn);
    if (event?.type !== 'GateRuled') throw new Error('it was not held');
    return [event.facts.tally.for, event.facts.missing.find(({ body }) => body === oost)?.why ?? null];
  };
  const restsOnNothing = () =>
    expect(staged.refusedRuling({ ruling: 'hold', reason, ruledOn: '2024-02-19' })).toBeNull();

  it('the submission', () => {
    staged.pass('eerst', colleges).put('moment', day);
    restsOnDay();
  });

  it('but may be before a decision: it keeps how the gate stood on its own day', () => {
    staged.putMoment().decide('moment', oost, 'agree', day);
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [0, 'silent'],
      [1, null],
    ]);
  });

  it('nor before one that is closed, of which the day does not show', () => {
    staged.putMoment().decide('moment', oost, 'agree', day, { release: { scope: 'own', ground: 'art. 87' } });
    expect([heldOn(day), heldOn(today)]).toEqual([
      [0, 'silent'],
      [0, 'announced'],
    ]);
  });

  it('nor before a confirmation, which says what was so before', () => {
    staged.putMoment();
    const decision = staged.decide('moment', oost, 'agree', begin, { evidence }, lead);
    expect(heldOn('2024-02-18')).toEqual([0, 'unconfirmed']);
    staged.give('confirm-decision', { ...moment, decision }, { on: day, confirmed: true }, own(oost));
    expect(heldOn('2024-02-19')).toEqual([1, null]);
  });

  it('nor before a withdrawal', () => {
    const decision = staged.putMoment().decide('moment', oost, 'agree');
    staged.give('withdraw-decision', moment, { decision, on: day, reason }, own(oost));
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [1, null],
      [0, 'silent'],
    ]);
  });

  it('a change of the electorate', () => {
    staged.putMoment().give('change-electorate', moment, { on: day, reason, ...told(day), leaves: [eiland] }, chair);
    restsOnDay();
  });

  it('a version of the proposal', () => {
    staged.putMoment().give('revise-proposal', moment, { on: day, title: 'Tweede versie' });
    restsOnDay();
  });

  it('an amendment of its rule that is in force at once, and none for the next submission', () => {
    staged.putMoment();
    const amended = { on: day, reason, meeting, rule: threshold(3, 'colleges') };
    staged.give('amend-rule', moment, amended, chair);
    restsOnNothing();
    staged.give('amend-rule', moment, { ...amended, agreedBy: colleges }, chair);
    restsOnDay();
  });

  it('a receipt', () => {
    staged.putMoment().give('record-receipt', moment, { body: oost, on: day });
    restsOnDay();
  });

  it('nor before an answer to a condition of its own', () => {
    const decision = staged.putMoment().decide('moment', oost, 'agree-with-conditions', begin, condition());
    staged.answer(staged.conditionOf(decision), 'adopted', day);
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [0, 'condition-open'],
      [1, null],
    ]);
  });

  it('nor before an answer to a condition that was carried here', () => {
    staged.put('eerst').all('eerst', [west, eiland]);
    const decision = staged.decide('eerst', oost, 'agree-with-conditions', begin, condition());
    staged.answer(staged.conditionOf(decision, 'eerst'), 'carried', begin, { phase: 'moment' }, 'eerst');
    staged.rule('eerst', 'go');
    staged.put('moment').decide('moment', oost, 'agree');
    staged.answer(staged.conditionOf(decision, 'eerst'), 'met', day, {}, 'eerst');
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [1, 'condition-open'],
      [1, null],
    ]);
  });
});
