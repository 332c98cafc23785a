// What rules made of other rules say, and what they take from their parts.
import type { Rule } from '../../../src/domain/rule.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { anyOf } from '../../../src/domain/rules/any-of.js';
import { assumed } from '../../../src/domain/rules/assumed.js';
import { chosenOption, ruleOfOption } from '../../../src/domain/rules/chosen-option.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { not } from '../../../src/domain/rules/not.js';
import { quorum } from '../../../src/domain/rules/quorum.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { veto } from '../../../src/domain/rules/veto.js';
import { within } from '../../../src/domain/rules/within.js';
import { ruleFaultWords } from '../../../src/wording/gates/rule-faults.js';
import { explain, found, scope } from '../../support/stands.js';

const two = threshold(2, 'bodies');
const raden = unanimity('some');
const lines = (rule: Rule, row: string) => {
  const { rule: name, parts } = explain(rule, row);
  return [name, ...parts.map((part) => `${part.rule}: ${part.outcome}`)];
};

const saidTwo = (n: number, verb: string) => `${n} van de 4 colleges ${verb} akkoord; nodig zijn er ten minste 2`;

describe('all-of', () => {
  const rule = allOf(two, raden);
  it.each([
    ['++..', 'go', `${saidTwo(2, 'zijn')} en beide raden zijn akkoord`, '0 1', '0 1', ''],
    ['+.+.', 'open?', '1 van de 2 raden is akkoord, beide zijn nodig', '', '', '1'],
    ['+-+.', 'no-go', '1 van de 2 raden is niet akkoord; nodig is dat beide akkoord zijn', '1', '1', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('shows every part', () => expect(lines(rule, '+-+.')).toEqual(['all-of', 'threshold: go', 'unanimity: no-go']));
});

describe('any-of', () => {
  const rule = anyOf(two, raden);
  it.each([
    ['+.+.', 'go', saidTwo(2, 'zijn'), '0 2', '0 2', ''],
    ['..+.', 'open?', `${saidTwo(1, 'is')} en 0 van de 2 raden zijn akkoord, beide zijn nodig`, '', '', '0 1 3'],
    [
      ...['----', 'no-go'],
      'alle 4 colleges zijn niet akkoord; nodig zijn er ten minste 2 akkoord en beide raden zijn niet akkoord; nodig is dat beide akkoord zijn',
      ...['0 1 2 3', '', ''],
    ],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('shows every part', () => expect(lines(rule, '+.+.')).toEqual(['any-of', 'threshold: go', 'unanimity: open']));
});

describe('not', () => {
  const rule = not(two);
  it.each([
    ['++..', 'no-go', `wat niet mag, is zo: ${saidTwo(2, 'zijn')}`, '0 1', '0 1', ''],
    [
      ...[
        '+---',
        'go',
        'wat niet mag, is niet zo: 3 van de 4 colleges zijn niet akkoord; nodig zijn er ten minste 2 akkoord',
      ],
      ...['1 2 3', '1 2 3', ''],
    ],
    ['+...', 'open?', `wat niet mag, kan nog zo worden: ${saidTwo(1, 'is')}`, '', '', '1 2 3'],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('shows the part that it turns', () => expect(lines(rule, '++..')).toEqual(['not', 'threshold: go']));

  it('turns what it would be without a body too', () => {
    const { outcome, certain, without } = scope('!+++').explain(not(veto('some', two)));
    expect([outcome, certain]).toEqual(['go', true]);
    expect(without).toEqual([{ outcome: 'no-go', certain: false, bodies: ['b0'] }]);
  });
});

describe('a quorum of two for a majority of those who decide', () => {
  const rule = quorum(2, 'bodies', majority('bodies', 'decided'));
  const heard = (n: number) => `${n} van de 3 colleges besloten; het quorum is 2`;
  it.each([
    ['++~', 'go', `${heard(2)} en 2 van de 3 colleges zijn akkoord; 0 niet akkoord`, '0 1', '0 1', ''],
    ['+~~', 'open?', heard(1), '', '', '1 2'],
    ['--.', 'no-go', `${heard(2)} en 0 van de 3 colleges zijn akkoord; 2 niet akkoord`, '0 1', '0 1', ''],
    ['+-?', 'open?', `${heard(2)} en 1 van de 3 colleges is akkoord; 1 niet akkoord`, '', '', '2'],
    ['?+.', 'open?', heard(1), '', '', '0 2'],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('is made by everyone who decided, and can be changed by everyone who did not', () => {
    expect(found(quorum(2, 'bodies', threshold(1, 'bodies')), '+-.')[2]).toBe('0 1');
    expect(found(quorum(3, 'bodies', threshold(1, 'some')), '+...')[4]).toBe('1 2 3');
  });

  it('shows the presence beside the part', () =>
    expect(lines(rule, '+~~')).toEqual(['quorum', 'presence: open', 'majority: go']));

  it('says that nobody has to come any more once enough have', () =>
    expect(explain(rule, '++~').parts[0]).toMatchObject({ certain: true, because: ['b0', 'b1'], parts: [] }));
});

describe('a veto of the first half', () => {
  const rule = veto('some', two);
  const go = saidTwo(2, 'zijn');
  it.each([
    ['++..', 'go', `${go} en geen raad maakt bezwaar`, '0 1', '0 1', ''],
    ['~.++', 'open?', 'geen raad heeft tot nu toe bezwaar gemaakt', '', '', '0 1'],
    ['~+.+', 'go?', `${go} en geen raad maakt bezwaar`, '0 1 3', '1 3', '0'],
    ['-.++', 'no-go', '1 van de 2 raden maakt bezwaar', '0', '0', ''],
    ['--++', 'no-go', '2 van de 2 raden maken bezwaar', '0 1', '', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('is let through by its holders, also by those who do not make the part what it is', () =>
    expect(found(veto('some', not(threshold(3, 'bodies'))), '++--').slice(0, 3)).toEqual([
      'go',
      'wat niet mag, is niet zo: 2 van de 4 colleges zijn niet akkoord; nodig zijn er ten minste 3 akkoord en geen raad maakt bezwaar',
      '0 1 2 3',
    ]));

  it('shows the objections beside the part', () => {
    expect(lines(rule, '-.++')).toEqual(['veto', 'threshold: go', 'objections: no-go']);
    expect(explain(rule, '-.++').parts[1]?.parts).toEqual([]);
  });
});

describe('within the first half', () => {
  const rule = within('some', threshold(1, 'bodies'));
  it.each([
    ['+---', 'go', 'binnen raden: 1 van de 2 colleges is akkoord; nodig zijn er ten minste 1', '0', '0', ''],
    ['..++', 'open?', 'binnen raden: 0 van de 2 colleges zijn akkoord; nodig zijn er ten minste 1', '', '', '0 1'],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('shows its part', () => expect(lines(rule, '+---')).toEqual(['within', 'threshold: go']));

  it('cannot hold for a group that has nobody, nor for a part that its group is too small for', () => {
    const empty = '"nobody" heeft hier geen organen: noem een groep die mee besluit';
    expect(
      scope('..')
        .faults(within('nobody', unanimity('nobody')))
        .map(ruleFaultWords),
    ).toEqual([empty, empty]);
    expect(
      scope('....')
        .faults(within('some', threshold(3, 'bodies')))
        .map(ruleFaultWords),
    ).toEqual(['een drempel van 3 op 2 organen van "bodies": kies een geheel getal van 1 tot en met 2']);
  });
});

describe('an assumed rule', () => {
  it('is its inner rule, under its own name', () => {
    const rule = assumed(two, 'de bron noemt geen regel');
    expect(found(rule, '++..')).toEqual(found(two, '++..'));
    expect(lines(rule, '++..')).toEqual(['assumed', 'threshold: go']);
  });
});

describe('a choice', () => {
  const options = [
    { id: 'a', title: 'Aan zee' },
    { id: 'b', title: 'Binnenland' },
  ];
  const rule = chosenOption(options, unanimity('bodies'));
  const short = (title: string, n: number) =>
    `voor "${title}": ${n} van de 3 colleges ${n === 1 ? 'is' : 'zijn'} akkoord, alle 3 zijn nodig`;
  const lost = (title: string, n: number) =>
    `voor "${title}": ${n} van de 3 colleges ${n === 1 ? 'is' : 'zijn'} niet akkoord; nodig is dat alle 3 akkoord zijn`;
  it.each([
    ['aaa', 'go', 'voor "Aan zee": alle 3 colleges zijn akkoord', '0 1 2', '0 1 2', ''],
    ['bb.', 'open?', short('Binnenland', 2), '', '', '2'],
    ['ab.', 'no-go', `${lost('Aan zee', 1)} en ${lost('Binnenland', 1)}`, '0 1', '0 1', ''],
    ['a-.', 'no-go', `${lost('Aan zee', 1)} en ${lost('Binnenland', 2)}`, '0 1', '1', ''],
    ['...', 'open?', `${short('Aan zee', 0)} en ${short('Binnenland', 0)}`, '', '', '0 1 2'],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('shows a line for each option, and below it the rule for that option', () => {
    expect(lines(rule, 'aaa')).toEqual(['chosen-option', 'option: go', 'option: no-go']);
    expect(explain(rule, 'aaa').parts[0]?.parts).toMatchObject([{ rule: 'unanimity', outcome: 'go' }]);
  });
});

describe('a rule that one more for may turn', () => {
  const kept = (rule: Rule, row: string) => {
    const ground = scope(row);
    const first = ground.positions('bodies')[0];
    if (!first) throw new Error('the row has no bodies');
    return ground.kindOf(rule).keepsGo?.(rule, first, ground);
  };
  const b0 = { body: 'b0', lapsed: false };

  it('says with which other position of a body a go is never lost', () => {
    const poll = chosenOption(
      ['a', 'b'].map((id) => ({ id, title: id })),
      majority('bodies'),
    );
    expect(kept(poll, '.aa')).toEqual([{ ...b0, side: 'for', option: 'a' }]);
    expect(kept(poll, '.ab')).toEqual([]);
    expect(kept(quorum(1, 'bodies', two), '.++')).toEqual([{ ...b0, side: 'for', option: null }]);
    expect(kept(not(two), '.--')).toEqual([{ ...b0, side: 'against', option: null }]);
    expect(kept(not(not(two)), '.++')).toEqual([]);
  });
});

describe('a choice in which one leaves and all leave, while staying needs all', () => {
  const ways = [
    { id: 'a', title: 'Blijven' },
    { id: 'b', title: 'Vertrekken' },
  ];
  const rule = chosenOption(ways, unanimity('bodies'), { b: threshold(1, 'bodies') });
  const stay = (n: number) => `voor "Blijven": ${n === 3 ? 'alle 3' : `${n} van de 3`} colleges zijn akkoord`;

  it.each([
    ['aaa', 'go', stay(3), '0 1 2', '0 1 2', ''],
    ['aab', 'go', 'voor "Vertrekken": 1 van de 3 colleges is akkoord; nodig zijn er ten minste 1', '2', '2', ''],
    ['b..', 'go', 'voor "Vertrekken": 1 van de 3 colleges is akkoord; nodig zijn er ten minste 1', '0', '0', ''],
    ['bb.', 'go', 'voor "Vertrekken": 2 van de 3 colleges zijn akkoord; nodig zijn er ten minste 1', '0 1', '', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));

  it('is open while nobody leaves and not all said that they stay, and neither where one wants none of both', () => {
    expect([explain(rule, 'aa.'), explain(rule, 'a-.')].map(({ outcome }) => outcome)).toEqual(['open', 'open']);
    expect(found(rule, 'aa-').slice(0, 1)).toEqual(['no-go']);
  });

  it('shows the rule of each option below it', () =>
    expect(
      explain(rule, 'aab').parts.flatMap(({ parts }) => parts.map((part) => `${part.rule}: ${part.outcome}`)),
    ).toEqual(['unanimity: no-go', 'threshold: go']));

  it('cannot have a rule for what is no option, nor one that is wrong', () => {
    const own = (rules: unknown) =>
      scope('...')
        .faults({ ...rule, own: rules } as Rule)
        .map(ruleFaultWords);
    expect(own({ c: unanimity('bodies') })).toEqual(['"c" is geen mogelijkheid: kies uit a, b']);
    expect(own({ b: unanimity('nobody') })).toEqual([
      '"nobody" heeft hier geen organen: noem een groep die mee besluit',
    ]);
    expect(own({ a: threshold(1, 'bodies'), b: unanimity('bodies') })).toEqual([]);
    const asked =
      'regel "chosen-option": geef bij "own" een regel onder de naam van elke mogelijkheid die een eigen regel heeft';
    for (const wrong of [[], { b: 'alle' }]) expect(own(wrong)).toEqual([asked]);
  });

  it('has no rule of its own for what every object has', () =>
    expect(ruleOfOption(rule, 'constructor')).toBe(rule.inner));
});
