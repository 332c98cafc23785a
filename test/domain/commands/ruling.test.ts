// What the chair may conclude, on which day, and what is kept of it.
import { begin, chair, colleges, councils, today } from '../../support/staged-play.js';
import { condition, RulingPlay } from '../../support/ruling-play.js';

const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const meeting = { form: 'session', reference: 'ABO 20 februari' } as const;

let staged: RulingPlay;
beforeEach(() => {
  staged = new RulingPlay();
});

describe('a go', () => {
  it('keeps how the gate stood', () => {
    staged
      .putMoment()
      .all('moment', [oost, west])
      .decide('moment', eiland, 'deferred', begin, { nextDate: '2024-03-01' });
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
    staged.putMoment().all('moment', [oost, west]);
    const [event] = staged.rule('moment', 'go');
    expect(event?.facts).toMatchObject({ dissent: [], missing: [{ body: eiland, why: 'silent' }] });
    expect(JSON.stringify(event)).not.toMatch(/"(meeting|until|reason)"/);
  });

  it('is one when the rule comes to go, and else is refused with the reason why', () => {
    staged.putMoment().all('moment', [oost]);
    expect(staged.refusedRuling({})).toMatchObject({
      code: 'outcome-not-go',
      explanation: { rule: 'threshold', outcome: 'open', canChange: [west, eiland] },
      missing: [
        { body: west, why: 'silent' },
        { body: eiland, why: 'silent' },
      ],
      sentence: expect.stringContaining('1 van de 3 colleges is akkoord'),
    });
    expect(staged.refusedRuling({})).not.toHaveProperty('errors'); // no field is wrong
    staged.all('moment', [west]);
    expect(staged.refusedRuling({})).toBeNull();
  });

  it('waits until everything before it has passed, also when that was opened again', () => {
    staged.putMoment().all('moment', colleges);
    staged.give('reopen-gate', { gate: 'eerst' }, { on: begin, reason }, chair);
    expect(staged.refusedRuling({})).toEqual({
      code: 'prerequisite-open',
      exists: ['eerst'],
      phases: ['Eerst'],
      outside: [],
    });
    expect(staged.refusedRuling({ ruling: 'hold', reason })).toBeNull();
    staged.rule('eerst', 'go', '2024-02-20');
    expect(staged.refusedRuling({ ruledOn: '2024-02-19' })).toEqual([
      { pointer: '/ruledOn', code: 'date-too-early', limit: '2024-02-20' },
    ]);
    expect(staged.refusedRuling({ ruledOn: '2024-02-19', ruling: 'hold', reason })).toBeNull();
    expect(staged.refusedRuling({ ruledOn: '2024-02-20' })).toBeNull();
  });
});

describe('a go with conditions', () => {
  /** West and Eiland are for, Oost under a condition. */
  const conditional = (effect: 'elaboration' | 'suspensive' = 'elaboration') => {
    staged.putMoment().all('moment', [west, eiland]);
    return staged.decide('moment', oost, 'agree-with-conditions', begin, condition(effect));
  };
  const ruling = () => (staged.rule('moment', 'go')[0]?.facts as { ruling: string }).ruling;

  it('follows from a condition that was adopted, or carried', () => {
    staged.answer(staged.conditionOf(conditional()), 'adopted');
    expect(ruling()).toBe('go-with-conditions');
    staged = new RulingPlay();
    staged.answer(staged.conditionOf(conditional()), 'carried', begin, { phase: 'raden' });
    expect(ruling()).toBe('go-with-conditions');
  });

  it('does not follow from one that is open, met, or of a decision that no longer counts', () => {
    const decision = conditional();
    expect(staged.refusedRuling({})).toBeNull();
    staged.answer(staged.conditionOf(decision), 'adopted');
    staged.decide('moment', oost, 'agree', begin, { revises: decision });
    expect(ruling()).toBe('go');
  });

  it('does not follow from one that was met', () => {
    staged.answer(staged.conditionOf(conditional()), 'met');
    expect(ruling()).toBe('go');
  });

  it('is a go alone: what is held or refused has no conditions', () => {
    staged.answer(staged.conditionOf(conditional()), 'adopted');
    const [event] = staged.rule('moment', 'hold');
    expect(event?.facts).toMatchObject({ ruling: 'hold' });
  });
});

describe('a no-go', () => {
  const noGo = { ruling: 'no-go', reason } as const;

  it('against a go needs a meeting', () => {
    staged.putMoment();
    expect(staged.refusedRuling(noGo)).toBeNull();
    staged.all('moment', [oost, west]);
    expect(staged.refusedRuling(noGo)).toEqual([{ pointer: '/meeting', code: 'meeting-required' }]);
    expect(staged.refusedRuling({ ...noGo, meeting })).toBeNull();
    expect(staged.refusedRuling({ ruling: 'hold', reason })).toBeNull();
  });

  it('against a go of councils cannot be: they decide for themselves', () => {
    staged.put('raden');
    expect(staged.refusedRuling(noGo, 'raden')).toBeNull();
    staged.all('raden', councils);
    expect(staged.refusedRuling({ ...noGo, meeting }, 'raden')).toEqual([
      { pointer: '/ruling', code: 'not-allowed-here', allowed: ['go', 'hold'] },
    ]);
  });
});

describe('a ruling', () => {
  it('is of a gate that lies open, in a dossier that runs', () => {
    expect(staged.refusedRuling({}, 'feest')).toEqual({ code: 'unknown-gate', exists: ['eerst', 'moment', 'raden'] });
    expect(staged.refusedRuling({})).toEqual({ code: 'gate-not-open', phase: 'Moment', state: 'planned' });
    staged.pass('eerst', colleges);
    expect(staged.refusedRuling({}, 'eerst')).toEqual({ code: 'gate-not-open', phase: 'Eerst', state: 'passed' });
    staged.give('stop-dossier', {}, { on: begin, reason }, chair);
    expect(staged.refusedRuling({})).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });

  it('other than a go says why', () => {
    staged.putMoment().all('moment', colleges);
    for (const ruling of ['no-go', 'hold'] as const)
      expect(staged.refusedRuling({ ruling })).toEqual([{ pointer: '/reason', code: 'reason-required' }]);
    expect(staged.refusedRuling({})).toBeNull();
  });

  it('is not of tomorrow, and names bodies that there are', () => {
    staged.putMoment().all('moment', colleges);
    expect(staged.refusedRuling({ ruledOn: '2024-12-02' })).toEqual([
      { pointer: '/ruledOn', code: 'date-in-future', limit: today },
    ]);
    expect(staged.refusedRuling({ dissent: [oost, 'elders/college'] })).toEqual([
      { pointer: '/dissent/1', code: 'unknown-body' },
    ]);
  });
});
