// What each rule makes of bodies that abstain, at the turn where they decide: to a rule that counts all they are neither
// for nor able to become it; a majority of those who decide leaves them out. See `signs` in test/support/stands.ts.
import type { Rule } from '../../../src/domain/rule.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { anyOf } from '../../../src/domain/rules/any-of.js';
import { assumed } from '../../../src/domain/rules/assumed.js';
import { chosenOption } from '../../../src/domain/rules/chosen-option.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { not } from '../../../src/domain/rules/not.js';
import { quorum } from '../../../src/domain/rules/quorum.js';
import { responded } from '../../../src/domain/rules/responded.js';
import { share } from '../../../src/domain/rules/share.js';
import { signatures } from '../../../src/domain/rules/signatures.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { veto } from '../../../src/domain/rules/veto.js';
import { weighted } from '../../../src/domain/rules/weighted.js';
import { within } from '../../../src/domain/rules/within.js';
import { clauseOf } from '../../../src/wording/gates/rules.js';
import { explain, found, rules } from '../../support/stands.js';

const all = unanimity('bodies');
const two = threshold(2, 'bodies');
const options = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() }));
const weights = { b0: '50', b1: '30', b2: '20' };
const half = weighted('bodies', { numerator: 1, denominator: 2, least: 'at-least', weights, unit: 'inwoners' });
const needsAll = 'nodig is dat alle 3 akkoord zijn';
const needsTwo = 'nodig zijn er ten minste 2';
const needsPart = 'nodig is ten minste 2/3, dat zijn er 3';
const needsThree = 'nodig zijn er meer dan de helft, ten minste 3';
const colleges = (n: number, verb: string) => `${n} van de 4 colleges ${verb}`;

/** A rule, how the bodies stand, the outcome and its clause; who makes it so, who is decisive, who can still change it. */
const turns: [Rule, string, string, string, string, string, string][] = [
  [all, '++o', 'no-go', `1 van de 3 colleges onthield zich; ${needsAll}`, '2', '2', ''],
  [all, '+-o', 'no-go', `1 van de 3 colleges is niet akkoord, 1 onthield zich; ${needsAll}`, '1 2', '', ''],
  [all, 'oo.', 'no-go', `2 van de 3 colleges onthielden zich; ${needsAll}`, '0 1', '', ''],
  [all, 'ooo', 'no-go', `alle 3 colleges onthielden zich; ${needsAll}`, '0 1 2', '', ''],
  [all, 'o', 'no-go', 'het college onthield zich', '0', '0', ''],
  [
    majority('bodies'),
    'o',
    'no-go',
    'het college onthield zich; nodig zijn er meer dan de helft, ten minste 1',
    '0',
    '0',
    '',
  ],
  [assumed(all, 'zo'), '++o', 'no-go', `1 van de 3 colleges onthield zich; ${needsAll}`, '2', '2', ''],
  [two, '++oo', 'go', `${colleges(2, 'zijn')} akkoord; ${needsTwo}`, '0 1', '0 1', ''],
  [two, '+-o.', 'open?', `${colleges(1, 'is')} akkoord; ${needsTwo}`, '', '', '3'],
  [
    two,
    '+-oO',
    'no-go',
    `${colleges(1, 'is')} niet akkoord, 2 onthielden zich; ${needsTwo} akkoord`,
    '1 2 3',
    '1 2 3',
    '',
  ],
  [share(2, 3, 'bodies'), '+++o', 'go', `${colleges(3, 'zijn')} akkoord; ${needsPart}`, '0 1 2', '0 1 2', ''],
  [share(2, 3, 'bodies'), '++oo', 'no-go', `${colleges(2, 'onthielden')} zich; ${needsPart} akkoord`, '2 3', '2 3', ''],
  [majority('bodies'), '+++o', 'go', `${colleges(3, 'zijn')} akkoord; ${needsThree}`, '0 1 2', '0 1 2', ''],
  [
    majority('bodies'),
    '++oo',
    'no-go',
    `${colleges(2, 'zijn')} akkoord, 2 onthielden zich; ${needsThree}`,
    '2 3',
    '2 3',
    '',
  ],
  [
    half,
    'o..',
    'open?',
    '0 van de 3 colleges zijn akkoord, met 0 van de 100 inwoners; nodig is ten minste 1/2',
    '',
    '',
    '1 2',
  ],
  [
    ...([half, 'o.-', 'no-go'] as const),
    '0 van de 3 colleges zijn akkoord, met 0 van de 100 inwoners, 1 onthield zich; nodig is ten minste 1/2',
    ...(['0 2', '0 2', ''] as const),
  ],
  [
    signatures('bodies'),
    '+o',
    'no-go',
    '1 van de 2 colleges heeft ondertekend, 1 onthield zich; beide zijn nodig',
    '1',
    '1',
    '',
  ],
  [
    ...([signatures('bodies'), '+-o', 'no-go'] as const),
    '1 van de 3 colleges heeft ondertekend, 1 niet, 1 onthield zich; alle 3 zijn nodig',
    ...(['1 2', '', ''] as const),
  ],
  [responded('bodies'), '+o', 'go', '2 van de 2 colleges hebben gereageerd', '0 1', '0 1', ''],
  [
    responded('bodies'),
    '+O~',
    'go',
    '2 van de 3 colleges hebben gereageerd, van 1 is de termijn voorbij',
    '0 1 2',
    '0',
    '',
  ],
  [
    ...([quorum(3, 'bodies', two), '++o.', 'go'] as const),
    `3 van de 4 colleges besloten, van wie 1 zich onthield; het quorum is 3 en ${colleges(2, 'zijn')} akkoord; ${needsTwo}`,
    ...(['0 1 2', '0 1 2', ''] as const),
  ],
  [
    ...([veto('some', two), 'o+.+', 'go'] as const),
    `${colleges(2, 'zijn')} akkoord; ${needsTwo} en geen raad maakt bezwaar, 1 onthield zich`,
    ...(['0 1 3', '0 1 3', ''] as const),
  ],
  [
    ...([not(two), '+ooo', 'go'] as const),
    `wat niet mag, is niet zo: ${colleges(3, 'onthielden')} zich; ${needsTwo} akkoord`,
    ...(['1 2 3', '1 2 3', ''] as const),
  ],
  [
    ...([within('some', majority('bodies')), 'o+..', 'no-go'] as const),
    'binnen raden: 1 van de 2 colleges is akkoord, 1 onthield zich; nodig zijn er meer dan de helft, ten minste 2',
    ...(['0', '0', ''] as const),
  ],
  [
    ...([allOf(two, unanimity('some')), 'o+++', 'no-go'] as const),
    '1 van de 2 raden onthield zich; nodig is dat beide akkoord zijn',
    ...(['0', '0', ''] as const),
  ],
  [anyOf(threshold(3, 'bodies'), unanimity('some')), '++oo', 'go', 'beide raden zijn akkoord', '0 1', '0 1', ''],
  [
    ...([chosenOption(options, all), 'aao', 'no-go'] as const),
    `voor "A": 1 van de 3 colleges onthield zich; ${needsAll} en ` +
      `voor "B": 2 van de 3 colleges zijn niet akkoord, 1 onthield zich; ${needsAll}`,
    ...(['0 1 2', '2', ''] as const),
  ],
];

it.each(turns)('%j of %s is %s: %s', (rule, row, ...expected) => expect(found(rule, row)).toEqual(expected));

describe('a majority of those who decide', () => {
  it.each([
    ['+o', 'go', '1 van de 2 colleges is akkoord; 0 niet akkoord, 1 onthield zich', '0 1', '0 1', ''],
    ['++o', 'go', '2 van de 3 colleges zijn akkoord; 0 niet akkoord, 1 onthield zich', '0 1', '0 1', ''],
    ['++-o', 'go', '2 van de 4 colleges zijn akkoord; 1 niet akkoord, 1 onthield zich', '0 1 3', '0 1 3', ''],
    ['+-o', 'no-go', '1 van de 3 colleges is akkoord; 1 niet akkoord, 1 onthield zich', '1 2', '1 2', ''],
    ['+o.', 'open?', '1 van de 3 colleges is akkoord; 0 niet akkoord, 1 onthield zich', '', '', '2'],
    ['+o~', 'go?', '1 van de 3 colleges is akkoord; 0 niet akkoord, 1 onthield zich', '0 1', '0 1', '2'],
    ['oo', 'no-go', '0 van de 2 colleges zijn akkoord; 0 niet akkoord, 2 onthielden zich', '0 1', '0 1', ''],
    ['OO', 'no-go', '0 van de 2 colleges zijn akkoord; 0 niet akkoord, 2 onthielden zich', '0 1', '0 1', ''],
    ['o~', 'open?', '0 van de 2 colleges zijn akkoord; 0 niet akkoord, 1 onthield zich', '', '', '1'],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(majority('bodies', 'decided'), row)).toEqual(expected));
});

const stands = ['+', '-', 'o', 'O', '.', '~'];
const rows = (size: number): string[] =>
  size === 0 ? [''] : rows(size - 1).flatMap((row) => stands.map((stand) => row + stand));

/** Where answering is enough, abstaining is no more than an answer. */
const counting = [...rules.values()].filter(({ advisory }) => !advisory);

it.each(counting)('the clause of $name names who abstained wherever they carry the outcome', (kind) => {
  const nouns = Object.fromEntries(['bodies', 'some'].map((group) => [group, { one: 'college', many: 'colleges' }]));
  const clauses = [1, 2, 3].flatMap((size) =>
    kind.samples(size).flatMap((rule) =>
      rows(size).flatMap((row) => {
        const explanation = explain(rule, row);
        const carries = explanation.because.some((body) => 'oO'.includes(row.charAt(Number(body.slice(1)))));
        return carries ? [clauseOf(explanation, nouns)] : [];
      }),
    ),
  );
  expect(clauses.length).toBeGreaterThan(0);
  expect(clauses.filter((clause) => !clause.includes('onthield'))).toEqual([]);
});

it('figures that were stored before a body could abstain are of nobody who did', () => {
  const figures = { group: 'bodies', for: 2, against: 1, pending: 0, lapsed: 0, among: 'decided', needed: 2 };
  const stored = { ...explain(majority('bodies', 'decided'), '++-'), figures };
  expect(explain(majority('bodies', 'decided'), '++-').figures).toEqual(figures);
  expect(clauseOf(stored, {})).toBe('2 van de 3 bodies zijn akkoord; 1 niet akkoord');
});
