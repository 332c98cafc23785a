// What a decision does to a gate that has passed: it is flagged, or opens the gate again, as the plan says.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { asking, begin, colleges, own, planOf, Staged, today } from '../../support/staged-play.js';

const options = ['bvo', 'lichaam'].map((id) => ({ id, title: id }));
const questions = ['tekst', 'geld'].map((id) => ({ id, text: `${id}?` }));
/** A gate that flags what changes after its ruling; others that open again: of two questions, polls, a proposal. */
const plan = planOf({
  vast: asking(),
  weer: asking({ afterRuling: 'reopen', questions }),
  peiling: asking({ afterRuling: 'reopen', polls: options }),
  vorm: asking({ afterRuling: 'reopen', proposes: options }),
  meeste: asking({ afterRuling: 'reopen', polls: options, rule: majority('colleges', 'decided') }),
});
const [oost = '', west = '', eiland = ''] = colleges;
const condition = { text: 'Eerst het geld.', effect: 'elaboration' } as const;

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

const reopened = (on: string, id = 'weer') => [{ type: 'GateReopened', on, facts: { gate: id, round: 1 }, texts: {} }];
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

describe('a decision after the ruling', () => {
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
    const second = staged.decisions('weer').at(-1)?.id;
    const answers = { geld: 'disagree' } as const;
    expect(follows('weer', { revises: second, decidedOn: '2024-02-10', answers })).toEqual(reopened('2024-02-10'));
  });

  it('that answers a question of the round otherwise opens the gate too', () => {
    staged.put('weer', begin, { questions: [{ id: 'tijd', text: 'tijd?' }] }).all('weer', colleges);
    staged.rule('weer', 'go');
    const revises = staged.decisions('weer')[0]?.id;
    expect(follows('weer', { revises, answers: { tijd: 'disagree' } })).toEqual(reopened(begin));
  });

  it('that answers each question as before changes nothing', () => {
    const answers = { tekst: 'agree', geld: 'agree-in-principle' } as const;
    const first = passed('weer', { answers });
    expect(
      follows('weer', { revises: first, decision: 'agree-in-principle', answers, decidedOn: '2024-02-10' }),
    ).toEqual([]);
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

  it.each(['vast', 'weer'])('that is undecided opens it where a yes waited for one at the gate %s', (gate) => {
    staged.put('vast').decide('vast', west, 'agree');
    const subjectTo = { gate, body: west };
    staged.put('weer', '2024-02-05').decide('weer', west, 'agree', '2024-02-06');
    const first = staged.decide('weer', oost, 'agree-subject-to', '2024-02-06', { subjectTo });
    staged.rule('weer', 'go', '2024-02-09');
    expect(follows('weer', { decision: 'noted', revises: first, decidedOn: '2024-02-10' })).toEqual(
      reopened('2024-02-10'),
    );
  });

  it('that chooses another option of a poll changes what stood', () => {
    const first = passed('peiling', { option: 'bvo' });
    expect(follows('peiling', { option: 'bvo', revises: first, decidedOn: '2024-02-10' })).toEqual([]);
    const second = staged.decisions('peiling').at(-1)?.id;
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
    const second = staged.decisions('weer')[0]?.id;
    expect(follows('weer', { decision: 'agree', revises: second, decidedOn: '2024-02-10' })).toEqual([]);
  });

  it('opens a gate that lies open no more than it is', () => {
    staged.put('weer');
    const first = staged.decide('weer', oost, 'agree');
    expect(follows('weer', { decision: 'disagree', revises: first })).toEqual([]);
  });
});

describe('another option after the ruling', () => {
  const all = (id: string, option: string) => {
    staged.put(id, begin, id === 'vorm' ? { option: 'bvo' } : {});
    for (const body of colleges) staged.decide(id, body, 'agree', begin, { option });
    staged.rule(id, 'go', '2024-02-09');
    return staged.decisions(id)[0]?.id;
  };
  const other = { option: 'lichaam', decidedOn: '2024-02-10' };

  it('of a poll opens it, though the rest still makes a go', () => {
    expect(follows('peiling', { ...other, revises: all('peiling', 'bvo') })).toEqual(reopened('2024-02-10', 'peiling'));
    expect(staged.outcome('peiling')).toBe('go');
  });

  it('is only a preference where one was proposed, and nothing of who is against', () => {
    expect(follows('vorm', { ...other, revises: all('vorm', 'bvo') })).toEqual([]);
    staged.put('peiling').decide('peiling', oost, 'disagree', begin, { option: 'bvo' });
    for (const body of [west, eiland]) staged.decide('peiling', body, 'agree', begin, { option: 'bvo' });
    staged.rule('peiling', 'go', '2024-02-09');
    const revises = staged.decisions('peiling')[0]?.id;
    expect(follows('peiling', { ...other, decision: 'disagree', revises })).toEqual([]);
  });

  it('of who was silent opens it when the majority is lost by it, not when it is kept', () => {
    staged.put('meeste', begin, { replyBy: '2024-02-05' }).decide('meeste', oost, 'agree', begin, { option: 'bvo' });
    staged.rule('meeste', 'go', '2024-02-09');
    const late = { decidedOn: '2024-02-10', body: west };
    expect(
      staged.refused('record-decision', { gate: 'meeste' }, { ...late, decision: 'agree', option: 'bvo' }, own(west)),
    ).toBeNull();
    expect(follows('meeste', { ...late, option: 'lichaam' })).toEqual(reopened('2024-02-10', 'meeste'));
  });
});

describe('what is closed after the ruling', () => {
  const closed = { release: { scope: 'own', ground: 'art. 87' } as const };
  const no = (more: Partial<RecordDecision> = closed) =>
    follows('weer', { decision: 'disagree', revises: passed('weer'), decidedOn: '2024-02-10', ...more });
  const latest = () => staged.decisions('weer').at(-1)?.id ?? '';

  it('opens nothing until it is known', () => {
    expect(no()).toEqual([]);
    const release = { on: '2024-02-20', scope: 'region' } as const;
    const place = { gate: 'weer', decision: latest() };
    expect(staged.give('release-decision', place, release, own(oost)).slice(1)).toEqual(reopened('2024-02-20'));
  });

  it('hides no day of what others change in the open', () => {
    const revises = passed('weer');
    staged.decide('weer', eiland, 'disagree', '2024-02-10', closed);
    expect(follows('weer', { decision: 'noted', revises, decidedOn: '2024-02-11' })).toEqual(reopened('2024-02-11'));
  });

  it('opens it when it is taken back, on the day of recording: its own day would tell', () => {
    no();
    const back = { decision: latest(), on: '2024-02-11', reason: 'x' };
    expect(staged.give('withdraw-decision', { gate: 'weer' }, back, own(oost)).slice(1)).toEqual(reopened(today));
  });

  it('and is known by itself from a day on, opens it with the next that changes how anyone stands', () => {
    const release = { scope: 'region', from: '2024-06-01', ground: 'art. 87' } as const;
    const recorded = { body: oost, decision: 'disagree', decidedOn: '2024-02-10', release } as const;
    const revised = { ...recorded, revises: passed('weer') };
    const then = staged.give('record-decision', { gate: 'weer' }, revised, own(oost), '2024-03-01');
    expect(then).toHaveLength(1);
    expect(
      staged.give('adopt-list', { gate: 'weer', decision: latest() }, { on: '2024-06-02' }, own(oost)),
    ).toHaveLength(1);
    expect(follows('weer', { body: eiland, decidedOn: '2024-07-02' })).toEqual(reopened('2024-07-02'));
  });
});
