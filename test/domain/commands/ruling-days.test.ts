// On which days the chair may conclude, and that what is kept is how the gate stood on that day.
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { window } from '../../../src/domain/calendar.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { gate, phase, plainKinds, type PhasePlan } from '../../../src/domain/workflow/define.js';
import {
  begin,
  chair,
  colleges,
  evidence,
  lead,
  own,
  planOf,
  ruledBy,
  Staged,
  today,
} from '../../support/staged-play.js';

const asking = (title: string, electorate: string, needed: number, more: Partial<PhasePlan> = {}) =>
  phase(title, window('2024'), {
    source: 'test',
    gate: gate(title, {
      verb: 'instemmen',
      electorate,
      ruledBy,
      rule: threshold(needed, electorate),
      kinds: plainKinds,
      ...(electorate === 'colleges' ? { weeksFromReceipt: 8 } : {}),
    }),
    ...more,
  });
/** A gate; one that waits for it, and for a phase that it starts after; one of councils. */
const plan = planOf({
  begin: phase('Begin', window('2024'), { source: 'test' }),
  eerst: asking('Eerst', 'colleges', 2),
  moment: asking('Moment', 'colleges', 2, { startsAfter: ['begin'], gateAfter: ['eerst', 'begin'] }),
  raden: asking('Raden', 'councils', 2),
});
const moment = { gate: 'moment' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const meeting = { form: 'session', reference: 'ABO 20 februari' } as const;

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
  staged.start('begin');
  staged.give('complete-phase', { phase: 'begin' }, { on: begin });
});
/** The gate that waits for the other, which has passed. */
const put = () => staged.pass('eerst', [oost, west]).put('moment');
const refused = (asked: Partial<PayloadOf<'rule-gate'>>, id = 'moment') =>
  staged.refused('rule-gate', { gate: id }, { ruling: 'go', ruledOn: today, ...asked }, chair);
const condition = (effect: 'elaboration' | 'suspensive' = 'elaboration') => ({
  conditions: [{ text: 'Eerst het geld.', effect }],
});
const answer = (id: string, answer: 'adopted' | 'carried' | 'met', on = begin, more: object = {}, where = 'moment') =>
  staged.give(
    'answer-condition',
    { gate: where, condition: id },
    { answer, on, ...more },
    answer === 'met' ? own(oost) : chair,
  );
const conditionOf = (decision: string, where = 'moment') =>
  staged.decisions(where).find(({ id }) => id === decision)?.conditions[0] ?? '';

describe('a ruling is not before what it rests on', () => {
  const day = '2024-02-20';
  /** What holding it on the day before is refused for; holding it on the day itself is not. */
  const restsOnDay = () => {
    const hold = { ruling: 'hold', reason } as const;
    expect(refused({ ...hold, ruledOn: day })).toBeNull();
    expect(refused({ ...hold, ruledOn: '2024-02-19' })).toEqual([
      { pointer: '/ruledOn', code: 'date-too-early', limit: day },
    ]);
  };
  /** How the gate stood by a hold on that day: how many were for, and who is missing. */
  const heldOn = (ruledOn: string) => {
    const [event] = staged.rule('moment', 'hold', ruledOn);
    if (event?.type !== 'GateRuled') throw new Error('it was not held');
    return [event.facts.tally.for, event.facts.missing.find(({ body }) => body === oost)?.why ?? null];
  };
  const restsOnNothing = () => expect(refused({ ruling: 'hold', reason, ruledOn: '2024-02-19' })).toBeNull();

  it('the submission', () => {
    staged.pass('eerst', colleges).put('moment', day);
    restsOnDay();
  });

  it('but may be before a decision: it keeps how the gate stood on its own day', () => {
    put().decide('moment', oost, 'agree', day);
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [0, 'silent'],
      [1, null],
    ]);
  });

  it('nor before one that is closed, of which the day does not show', () => {
    put().decide('moment', oost, 'agree', day, { release: { scope: 'own', ground: 'art. 87' } });
    expect([heldOn(day), heldOn(today)]).toEqual([
      [0, 'silent'],
      [0, 'announced'],
    ]);
  });

  it('nor before a confirmation, which says what was so before', () => {
    put();
    const decision = staged.decide('moment', oost, 'agree', begin, { evidence }, lead);
    expect(heldOn('2024-02-18')).toEqual([0, 'unconfirmed']);
    staged.give('confirm-decision', { ...moment, decision }, { on: day, confirmed: true }, own(oost));
    expect(heldOn('2024-02-19')).toEqual([1, null]);
  });

  it('nor before a withdrawal', () => {
    const decision = put().decide('moment', oost, 'agree');
    staged.give('withdraw-decision', moment, { decision, on: day, reason }, own(oost));
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [1, null],
      [0, 'silent'],
    ]);
  });

  it('a change of the electorate', () => {
    put().give('change-electorate', moment, { on: day, reason, leaves: [eiland] }, chair);
    restsOnDay();
  });

  it('a version of the proposal', () => {
    put().give('revise-proposal', moment, { on: day, title: 'Tweede versie' });
    restsOnDay();
  });

  it('an amendment of its rule that is in force at once, and none for the next submission', () => {
    put();
    const amended = { on: day, reason, meeting, rule: threshold(3, 'colleges') };
    staged.give('amend-rule', moment, amended, chair);
    restsOnNothing();
    staged.give('amend-rule', moment, { ...amended, agreedBy: colleges }, chair);
    restsOnDay();
  });

  it('a receipt', () => {
    put().give('record-receipt', moment, { body: oost, on: day });
    restsOnDay();
  });

  it('nor before an answer to a condition of its own', () => {
    const decision = put().decide('moment', oost, 'agree-with-conditions', begin, condition());
    answer(conditionOf(decision), 'adopted', day);
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [0, 'condition-open'],
      [1, null],
    ]);
  });

  it('nor before an answer to a condition that was carried here', () => {
    staged.put('eerst').all('eerst', [west, eiland]);
    const decision = staged.decide('eerst', oost, 'agree-with-conditions', begin, condition());
    answer(conditionOf(decision, 'eerst'), 'carried', begin, { phase: 'moment' }, 'eerst');
    staged.rule('eerst', 'go');
    staged.put('moment').decide('moment', oost, 'agree');
    answer(conditionOf(decision, 'eerst'), 'met', day, {}, 'eerst');
    expect([heldOn('2024-02-19'), heldOn(day)]).toEqual([
      [1, 'condition-open'],
      [1, null],
    ]);
  });
});
