// How a gate stands: the tally that adds up, who is missing and what the outcome waits for beside its rule; and of a
// conclusion what was stored with it.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { openStanding, standing, stoodOn } from '../../../src/domain/stand/at-gate.js';
import type { DecisionKind, Id } from '../../../src/domain/vocabulary.js';
import { closed } from '../../support/council-play.js';
import { asking, begin, chair, colleges, councils, evidence, lead, planOf, Staged } from '../../support/staged-play.js';

const options = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() }));
const questions = ['p', 'q'].map((id) => ({ id, text: `De vraag ${id}?` }));
const plan = planOf({
  moment: asking(),
  telt: asking({ unconfirmed: 'counts' }),
  vragen: asking({ questions }),
  keuze: asking({ polls: options }),
  voorkeur: asking({ proposes: options }),
  allen: asking({ completion: 'all-spoken' }),
  later: asking({ enacts: true, kinds: ['agree', 'disagree', 'deferred'] }),
  raad: { ...asking({ electorate: 'councils', rule: majority('councils') }), startsAfter: ['moment'] },
});
const [oost = '', west = '', eiland = ''] = colleges;
let staged: Staged;
let gate: string;
const put = (id: string): Staged => {
  gate = id;
  return staged.put(id, begin, id === 'voorkeur' ? { option: 'a' } : {});
};
beforeEach(() => {
  staged = new Staged(plan);
  put('moment');
});

type Said = Partial<RecordDecision>;
const decide = (body: string, decision: DecisionKind, more: Said = {}, on = begin): Id =>
  staged.decide(gate, body, decision, on, more);
const byRegion = (body: string, decision: DecisionKind): Id =>
  staged.decide(gate, body, decision, begin, { evidence }, lead);
const condition = { text: 'Eerst het geld.', effect: 'elaboration', dueOn: '2024-05-01' } as const;
const conditional: Said = { conditions: [condition] };
const answer = (said: 'carried' | 'met', on = begin): void => {
  const made = staged.decisions('moment').flatMap(({ conditions }) => conditions)[0] ?? '';
  const more = said === 'carried' ? { phase: 'later' } : {};
  staged.give(
    'answer-condition',
    { gate: 'moment', condition: made },
    { answer: said, on, ...more },
    said === 'met' ? lead : chair,
  );
};

describe('the tally adds up to the electorate', () => {
  type Row = [string, () => unknown, number[], string[]];
  /** For, against, abstained, undecided, silent and decided; and why who is missing. */
  it.each<Row>([
    ['all silent', () => null, [0, 0, 0, 0, 3, 0], ['silent', 'silent', 'silent']],
    [
      'one of each that decided',
      () => [decide(oost, 'agree'), decide(west, 'disagree', { reason: 'Nee.' }), decide(eiland, 'abstained')],
      [1, 1, 1, 0, 0, 3],
      [],
    ],
    [
      'put off and noted, which is no decision',
      () => [decide(oost, 'deferred'), decide(west, 'noted')],
      [0, 0, 0, 2, 1, 0],
      ['deferred', 'noted', 'silent'],
    ],
    [
      'under a condition, which is one',
      () => decide(oost, 'agree-with-conditions', conditional),
      [0, 0, 0, 1, 2, 1],
      ['condition-open', 'silent', 'silent'],
    ],
    [
      'announced, which is none',
      () => decide(oost, 'agree', { form: 'announcement' }),
      [0, 0, 0, 1, 2, 0],
      ['announced', 'silent', 'silent'],
    ],
    [
      'kept to itself, which is none',
      () => decide(oost, 'agree', closed),
      [0, 0, 0, 1, 2, 0],
      ['announced', 'silent', 'silent'],
    ],
    [
      'recorded by the region, which is one',
      () => byRegion(oost, 'agree'),
      [0, 0, 0, 1, 2, 1],
      ['unconfirmed', 'silent', 'silent'],
    ],
  ])('%s', (_, play, [forIt, against, abstained, undecided, silent, decided], why) => {
    play();
    const { tally, missing } = staged.standing(gate);
    const expected = { for: forIt, against, abstained, undecided, silent, decided };
    expect(tally).toEqual({ electorate: 3, options: {}, ...expected });
    expect(missing.map((one) => one.why)).toEqual(why);
  });

  it('and of a poll says how many that count chose each option', () => {
    put('keuze');
    decide(oost, 'agree', { option: 'a' });
    decide(west, 'agree-with-conditions', { option: 'a', ...conditional });
    decide(eiland, 'deferred');
    expect(staged.standing(gate).tally.options).toEqual({ a: 1, b: 0 });
    decide(eiland, 'agree', { option: 'b' }, '2024-02-02');
    expect(staged.standing(gate).tally.options).toEqual({ a: 1, b: 1 });
  });

  it('and counts no preference elsewhere', () => {
    put('voorkeur');
    decide(oost, 'agree', { option: 'b' });
    expect(staged.standing(gate).tally).toMatchObject({ for: 1, options: {} });
  });
});

describe('beside the rule the outcome waits for', () => {
  const agreed = () => {
    put('later').all('later', colleges);
    return staged.standing('later');
  };
  const parts = () => staged.standing('later').explanation.parts.map(({ rule, outcome }) => [rule, outcome]);

  it('nothing where nothing was carried or reserved', () => {
    decide(oost, 'agree');
    expect(agreed().explanation).toMatchObject({ rule: 'threshold', outcome: 'go', certain: true });
  });

  it('a condition that was carried here, until it is met; who made it is named, and until when', () => {
    decide(oost, 'agree-with-conditions', conditional);
    answer('carried');
    expect(agreed()).toMatchObject({
      outcome: 'open',
      certain: false,
      missing: [{ body: oost, why: 'condition-open', until: '2024-05-01' }],
      carried: [{ body: oost }],
    });
    expect(parts()).toEqual([
      ['threshold', 'go'],
      ['carried-conditions', 'open'],
    ]);
    answer('met', '2024-02-03');
    expect([staged.outcome('later', '2024-02-02'), staged.outcome('later', '2024-02-03')]).toEqual(['open', 'go']);
    expect([parts()[1], staged.standing('later').missing]).toEqual([['carried-conditions', 'go'], []]);
  });

  it('a reservation that was given before, until it is fulfilled', () => {
    const [raad = ''] = councils;
    decide(oost, 'agree-subject-to', { subjectTo: { gate: 'raad', body: raad } });
    staged.all(gate, [west, eiland]).rule(gate, 'go');
    put('later').all('later', [west, eiland]);
    expect(staged.standing('later')).toMatchObject({
      outcome: 'open',
      missing: [{ body: oost, why: 'silent', until: null }],
    });
    expect(parts()).toEqual([
      ['threshold', 'go'],
      ['reservations', 'open'],
    ]);
    staged.put('raad').decide('raad', raad, 'agree');
    expect([staged.outcome('later'), parts()[1]]).toEqual(['go', ['reservations', 'go']]);
  });

  it('and a body is named once, with what it must do first', () => {
    decide(oost, 'agree-with-conditions', conditional);
    answer('carried');
    put('later');
    decide(oost, 'deferred', { nextDate: '2024-04-01' });
    expect(staged.standing('later').missing).toEqual([
      { body: oost, why: 'deferred', until: '2024-04-01' },
      { body: west, why: 'silent', until: null },
      { body: eiland, why: 'silent', until: null },
    ]);
  });
});

describe('where a plan waits until all have spoken', () => {
  beforeEach(() => {
    put('allen');
  });

  it('nothing is concluded before: who did not speak can change it', () => {
    decide(oost, 'agree');
    decide(west, 'agree');
    const waiting = { rule: 'all-spoken', outcome: 'open', certain: false, because: [], decisive: [] };
    expect(staged.standing(gate).explanation).toMatchObject({
      ...waiting,
      figures: { size: 3, spoken: 2 },
      canChange: [eiland],
      parts: [{ rule: 'threshold', outcome: 'go' }],
    });
    decide(eiland, 'deferred');
    expect(staged.standing(gate).explanation).toMatchObject({ ...waiting, figures: { size: 3, spoken: 2 } });
  });

  it.each<[string, DecisionKind, string]>([
    ['a go', 'agree', 'go'],
    ['a no-go', 'disagree', 'no-go'],
  ])('it comes to what its rule comes to once all have: %s', (_, kind, outcome) => {
    for (const body of [oost, west]) decide(body, kind, { reason: 'Zo besloten.' });
    decide(eiland, 'abstained');
    expect(staged.standing(gate)).toMatchObject({ outcome, certain: true });
    expect(staged.standing(gate).explanation).toMatchObject({
      rule: 'all-spoken',
      figures: { size: 3, spoken: 3 },
      because: colleges,
      decisive: colleges,
      parts: [{ rule: 'threshold', outcome }],
    });
  });
});

describe('of a gate that was concluded', () => {
  it('stands what was stored, and who stand otherwise now are told beside it', () => {
    staged.all(gate, colleges).rule(gate, 'go');
    const { bodies: _, standOf: _index, ...stored } = staged.standing(gate);
    for (const body of [oost, west]) {
      const revises = staged.decisions(gate).find((one) => one.body === body)?.id;
      decide(body, 'disagree', { reason: 'Toch niet.', revises }, '2024-03-01');
    }
    const { bodies, standOf: _same, ...now } = staged.standing(gate);
    expect(now).toEqual(stored);
    expect(now).toMatchObject({ outcome: 'go', tally: { for: 3 } });
    expect(bodies.map(({ side }) => side)).toEqual(['against', 'against', 'for']);
    const open = openStanding(staged.dossier, gate, staged.round(gate), '2024-12-01');
    expect(open).toMatchObject({ outcome: 'no-go', tally: { for: 1, against: 2 } });
  });

  it('is kept of every body on which side it was, and which questions it answered against', () => {
    put('vragen');
    decide(oost, 'agree', { answers: { q: 'disagree' }, reason: 'Nee.' });
    decide(west, 'agree');
    expect(stoodOn(staged.dossier, gate, staged.round(gate), begin)).toEqual([
      { body: oost, side: 'against', option: null, against: ['q'] },
      { body: west, side: 'for', option: null, against: [] },
      { body: eiland, side: 'silent', option: null, against: [] },
    ]);
  });

  it('is kept of a poll what those that count chose', () => {
    put('keuze');
    decide(oost, 'agree', { option: 'a' });
    decide(west, 'agree-with-conditions', { option: 'a', ...conditional });
    decide(eiland, 'abstained', { option: 'b' });
    const chosen = () => stoodOn(staged.dossier, gate, staged.round(gate), begin).map(({ option }) => option);
    expect(chosen()).toEqual(['a', null, null]);
    put('voorkeur');
    decide(oost, 'agree', { option: 'b' });
    expect(chosen()).toEqual([null, null, null]);
  });
});

it('is worked out once for a day of a dossier, and anew for another', () => {
  const at = (day: string) => standing(staged.dossier, gate, staged.round(gate), day);
  decide(oost, 'agree', {}, '2024-02-05');
  const [before, on] = [at('2024-02-04'), at('2024-02-05')];
  expect([before.tally.for, on.tally.for]).toEqual([0, 1]);
  expect(at('2024-02-05')).toBe(on);
  put('telt');
  byRegion(oost, 'agree');
  expect(at('2024-02-05').tally).toMatchObject({ for: 1, decided: 1 });
});
