// What the chair may conclude, on which day, and what is kept of it.
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { window } from '../../../src/domain/calendar.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { gate, phase, plainKinds, type PhasePlan } from '../../../src/domain/workflow/define.js';
import { begin, chair, colleges, councils, own, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

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

describe('a go', () => {
  it('keeps how the gate stood', () => {
    put().all('moment', [oost, west]).decide('moment', eiland, 'deferred', begin, { nextDate: '2024-03-01' });
    const [event, ...more] = staged.rule('moment', 'go', '2024-02-20', { meeting, dissent: [eiland], reason });
    expect(more).toEqual([]);
    expect(event).toEqual({
      type: 'GateRuled',
      on: '2024-02-20',
      texts: { reason, 'meeting/reference': 'ABO 20 februari' },
      facts: {
        gate: 'moment',
        round: 1,
        id: expect.stringMatching(/^id-\d+$/),
        ruling: 'go',
        outcome: 'go',
        certain: true,
        meeting: { form: 'session' },
        dissent: [eiland],
        tally: { electorate: 3, for: 2, against: 0, undecided: 1, silent: 0, decided: 2, options: {} },
        missing: [{ body: eiland, why: 'deferred', until: '2024-03-01' }],
        explanation: expect.objectContaining({ rule: 'threshold', outcome: 'go', because: [oost, west] }),
      },
    });
  });

  it('says no meeting, no dissent and no day that it does not know', () => {
    put().all('moment', [oost, west]);
    const [event] = staged.rule('moment', 'go');
    expect(event?.facts).toMatchObject({ dissent: [], missing: [{ body: eiland, why: 'silent' }] });
    expect(JSON.stringify(event)).not.toMatch(/"(meeting|until|reason)"/);
  });

  it('is one when the rule comes to go, and else is refused with the reason why', () => {
    put().all('moment', [oost]);
    expect(refused({})).toMatchObject({
      code: 'outcome-not-go',
      explanation: { rule: 'threshold', outcome: 'open', canChange: [west, eiland] },
      missing: [
        { body: west, why: 'silent' },
        { body: eiland, why: 'silent' },
      ],
      sentence: expect.stringContaining('1 van de 3 colleges is akkoord'),
    });
    expect(refused({})).not.toHaveProperty('errors'); // no field is wrong
    staged.all('moment', [west]);
    expect(refused({})).toBeNull();
  });

  it('waits until everything before it has passed, also when that was opened again', () => {
    put().all('moment', colleges);
    staged.give('reopen-gate', { gate: 'eerst' }, { on: begin, reason }, chair);
    expect(refused({})).toEqual({ code: 'prerequisite-open', exists: ['eerst'], phases: ['Eerst'], outside: [] });
    expect(refused({ ruling: 'hold', reason })).toBeNull();
    staged.rule('eerst', 'go', '2024-02-20');
    expect(refused({ ruledOn: '2024-02-19' })).toEqual([
      { pointer: '/ruledOn', code: 'date-too-early', limit: '2024-02-20' },
    ]);
    expect(refused({ ruledOn: '2024-02-19', ruling: 'hold', reason })).toBeNull();
    expect(refused({ ruledOn: '2024-02-20' })).toBeNull();
  });
});

describe('a go with conditions', () => {
  /** West and Eiland are for, Oost under a condition. */
  const conditional = (effect: 'elaboration' | 'suspensive' = 'elaboration') => {
    put().all('moment', [west, eiland]);
    return staged.decide('moment', oost, 'agree-with-conditions', begin, condition(effect));
  };
  const ruling = () => (staged.rule('moment', 'go')[0]?.facts as { ruling: string }).ruling;

  it('follows from a condition that was adopted, or carried', () => {
    answer(conditionOf(conditional()), 'adopted');
    expect(ruling()).toBe('go-with-conditions');
    staged = new Staged(plan);
    staged.start('begin');
    staged.give('complete-phase', { phase: 'begin' }, { on: begin });
    answer(conditionOf(conditional()), 'carried', begin, { phase: 'raden' });
    expect(ruling()).toBe('go-with-conditions');
  });

  it('does not follow from one that is open, met, or of a decision that no longer counts', () => {
    const decision = conditional();
    expect(refused({})).toBeNull();
    answer(conditionOf(decision), 'adopted');
    staged.decide('moment', oost, 'agree', begin, { revises: decision });
    expect(ruling()).toBe('go');
  });

  it('does not follow from one that was met', () => {
    answer(conditionOf(conditional()), 'met');
    expect(ruling()).toBe('go');
  });

  it('is a go alone: what is held or refused has no conditions', () => {
    answer(conditionOf(conditional()), 'adopted');
    const [event] = staged.rule('moment', 'hold');
    expect(event?.facts).toMatchObject({ ruling: 'hold' });
  });
});

describe('a no-go', () => {
  const noGo = { ruling: 'no-go', reason } as const;

  it('against a go needs a meeting', () => {
    put();
    expect(refused(noGo)).toBeNull();
    staged.all('moment', [oost, west]);
    expect(refused(noGo)).toEqual([{ pointer: '/meeting', code: 'meeting-required' }]);
    expect(refused({ ...noGo, meeting })).toBeNull();
    expect(refused({ ruling: 'hold', reason })).toBeNull();
  });

  it('against a go of councils cannot be: they decide for themselves', () => {
    staged.put('raden');
    expect(refused(noGo, 'raden')).toBeNull();
    staged.all('raden', councils);
    expect(refused({ ...noGo, meeting }, 'raden')).toEqual([
      { pointer: '/ruling', code: 'not-allowed-here', allowed: ['go', 'hold'] },
    ]);
  });
});

describe('a ruling', () => {
  it('is of a gate that lies open, in a dossier that runs', () => {
    expect(refused({}, 'feest')).toEqual({ code: 'unknown-gate', exists: ['eerst', 'moment', 'raden'] });
    expect(refused({})).toEqual({ code: 'gate-not-open', phase: 'Moment', state: 'planned' });
    staged.pass('eerst', colleges);
    expect(refused({}, 'eerst')).toEqual({ code: 'gate-not-open', phase: 'Eerst', state: 'passed' });
    staged.give('stop-dossier', {}, { on: begin, reason }, chair);
    expect(refused({})).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });

  it('other than a go says why', () => {
    put().all('moment', colleges);
    for (const ruling of ['no-go', 'hold'] as const)
      expect(refused({ ruling })).toEqual([{ pointer: '/reason', code: 'reason-required' }]);
    expect(refused({})).toBeNull();
  });

  it('is not of tomorrow, and names bodies that there are', () => {
    put().all('moment', colleges);
    expect(refused({ ruledOn: '2024-12-02' })).toEqual([{ pointer: '/ruledOn', code: 'date-in-future', limit: today }]);
    expect(refused({ dissent: [oost, 'elders/college'] })).toEqual([{ pointer: '/dissent/1', code: 'unknown-body' }]);
  });
});
