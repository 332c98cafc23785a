// What a decision does to a gate that has passed: it is flagged, or opens the gate again, as the plan says.
import { window } from '../../../src/domain/calendar.js';
import type { RecordDecision } from '../../../src/domain/commands/decision-fields.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { decisionKinds } from '../../../src/domain/vocabulary.js';
import { gate, phase, type GatePlan } from '../../../src/domain/workflow/define.js';
import { begin, colleges, own, planOf, ruledBy, Staged } from '../../support/staged-play.js';

const asking = (more: Partial<GatePlan> = {}) =>
  phase('Fase', window('2024'), {
    source: 'test',
    gate: gate('Moment', {
      ...{ verb: 'instemmen', electorate: 'colleges', ruledBy, rule: threshold(2, 'colleges') },
      ...{ kinds: [...decisionKinds], ...more },
    }),
  });
const options = ['bvo', 'lichaam'].map((id) => ({ id, title: id }));
const questions = ['tekst', 'geld'].map((id) => ({ id, text: `${id}?` }));
/** A gate that flags what changes after its ruling; one that opens again, of two questions; a poll that does. */
const plan = planOf({
  vast: asking(),
  weer: asking({ afterRuling: 'reopen', questions }),
  peiling: asking({ afterRuling: 'reopen', polls: options }),
});
const [oost = '', west = '', eiland = ''] = colleges;
const condition = { text: 'Eerst het geld.', effect: 'elaboration' } as const;

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

describe('a decision after the ruling', () => {
  const reopened = (on: string, id = 'weer') => [
    { type: 'GateReopened', on, facts: { gate: id, round: 1 }, texts: {} },
  ];
  /** What beside the decision itself. */
  const follows = (id: string, asked: Partial<RecordDecision>) => {
    const whole = { body: oost, decision: 'agree', decidedOn: begin, ...asked } as const;
    return staged.give('record-decision', { gate: id }, whole, own(whole.body)).slice(1);
  };
  const passed = (id: string, more: Partial<RecordDecision> = {}): string => {
    staged.put(id, '2024-02-05');
    const first = staged.decide(id, oost, 'agree', '2024-02-06', more);
    staged.decide(id, west, 'agree', '2024-02-06', more);
    staged.rule(id, 'go', '2024-02-09');
    return first;
  };

  it('that is another one opens the gate again where the plan says so, and not before its ruling', () => {
    const first = passed('weer');
    expect(follows('weer', { decision: 'disagree', revises: first, decidedOn: '2024-02-08' })).toEqual(
      reopened('2024-02-09'),
    );
  });

  it('opens it on the day of the change when that is later', () => {
    const first = passed('weer');
    expect(follows('weer', { decision: 'disagree', revises: first, decidedOn: '2024-02-20' })).toEqual(
      reopened('2024-02-20'),
    );
  });

  it('that says the same again changes nothing, while one other answer does', () => {
    const first = passed('weer');
    expect(follows('weer', { revises: first, decidedOn: '2024-02-10' })).toEqual([]);
    const second = staged.round('weer').decisions.at(-1)?.id;
    const answers = { geld: 'disagree' } as const;
    expect(follows('weer', { revises: second, decidedOn: '2024-02-10', answers })).toEqual(reopened('2024-02-10'));
  });

  it('that answers a question of the round otherwise opens the gate too', () => {
    staged.put('weer', begin, { questions: [{ id: 'tijd', text: 'tijd?' }] }).all('weer', colleges);
    staged.rule('weer', 'go');
    const revises = staged.round('weer').decisions[0]?.id;
    expect(follows('weer', { revises, answers: { tijd: 'disagree' } })).toEqual(reopened(begin));
  });

  it('that answers each question as before changes nothing', () => {
    const answers = { tekst: 'agree', geld: 'agree-in-principle' } as const;
    const first = passed('weer', { answers });
    expect(follows('weer', { revises: first, decision: 'noted', answers, decidedOn: '2024-02-10' })).toEqual([]);
  });

  it('that adds a condition changes what stood, and one that puts it again does not', () => {
    const conditions = [condition];
    const conditional = { decision: 'agree-with-conditions', conditions, decidedOn: '2024-02-10' } as const;
    expect(follows('weer', { ...conditional, revises: passed('weer') })).toEqual(reopened('2024-02-10'));
    staged = new Staged(plan).put('weer').all('weer', [west, eiland]);
    const first = staged.decide('weer', oost, 'agree-with-conditions', begin, { conditions });
    staged.rule('weer', 'go');
    expect(follows('weer', { ...conditional, revises: first })).toEqual([]);
  });

  it('that chooses another option of a poll changes what stood', () => {
    const first = passed('peiling', { option: 'bvo' });
    expect(follows('peiling', { option: 'bvo', revises: first, decidedOn: '2024-02-10' })).toEqual([]);
    const second = staged.round('peiling').decisions.at(-1)?.id;
    expect(follows('peiling', { option: 'lichaam', revises: second, decidedOn: '2024-02-10' })).toEqual(
      reopened('2024-02-10', 'peiling'),
    );
  });

  it.each<[string, Partial<RecordDecision>]>([
    ['for', {}],
    ['undecided', { decision: 'noted' }],
    ['for under a condition', { decision: 'agree-with-conditions', conditions: [condition] }],
  ])('of who was silent changes nothing when it is %s', (_, asked) => {
    passed('weer');
    expect(follows('weer', { body: eiland, decidedOn: '2024-02-10', ...asked })).toEqual([]);
  });

  it.each<[string, Partial<RecordDecision>]>([
    ['against', { decision: 'disagree' }],
    ['for the one and against the other', { answers: { geld: 'disagree' } }],
  ])('of who was silent opens the gate when it is %s', (_, asked) => {
    passed('weer');
    expect(follows('weer', { body: eiland, decidedOn: '2024-02-10', ...asked })).toEqual(reopened('2024-02-10'));
  });

  it('of who had taken its decision back is looked at as if it had been silent', () => {
    const first = passed('weer');
    staged.decide('weer', eiland, 'agree', '2024-02-10');
    staged.give('withdraw-decision', { gate: 'weer' }, { decision: first, on: '2024-02-11', reason: 'x' }, own(oost));
    staged.rule('weer', 'go', '2024-02-12');
    expect(follows('weer', { decidedOn: '2024-02-13' })).toEqual([]);
  });

  it('is only flagged where the plan says no more, and where the gate had not passed', () => {
    const first = passed('vast');
    expect(follows('vast', { decision: 'disagree', revises: first, decidedOn: '2024-02-10' })).toEqual([]);
    staged.put('weer').all('weer', colleges, 'disagree').rule('weer', 'no-go', '2024-02-05');
    const second = staged.round('weer').decisions[0]?.id;
    expect(follows('weer', { decision: 'agree', revises: second, decidedOn: '2024-02-10' })).toEqual([]);
  });

  it('opens a gate that lies open no more than it is', () => {
    staged.put('weer');
    const first = staged.decide('weer', oost, 'agree');
    expect(follows('weer', { decision: 'disagree', revises: first })).toEqual([]);
  });
});
