// What each rule that counts says at every turn: the outcome, its clause, and who makes it so, is decisive, or can still
// change it. Bodies are numbered from 0; see `signs` in test/support/stands.ts.
import { fractionFaults } from '../../../src/domain/counting.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { responded } from '../../../src/domain/rules/responded.js';
import { share } from '../../../src/domain/rules/share.js';
import { signatures } from '../../../src/domain/rules/signatures.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { theOne } from '../../../src/wording/language/nouns.js';
import { ruleFaultWords } from '../../../src/wording/gates/rule-faults.js';
import { explain, found } from '../../support/stands.js';

describe('unanimity', () => {
  it.each([
    ['+++', 'go', 'alle 3 colleges zijn akkoord', '0 1 2', '0 1 2', ''],
    ['++.', 'open?', '2 van de 3 colleges zijn akkoord, alle 3 zijn nodig', '', '', '2'],
    ['++?', 'open?', '2 van de 3 colleges zijn akkoord, alle 3 zijn nodig', '', '', '2'],
    ['+..', 'open?', '1 van de 3 colleges is akkoord, alle 3 zijn nodig', '', '', '1 2'],
    ['++-', 'no-go', '1 van de 3 colleges is niet akkoord; nodig is dat alle 3 akkoord zijn', '2', '2', ''],
    ['+--', 'no-go', '2 van de 3 colleges zijn niet akkoord; nodig is dat alle 3 akkoord zijn', '1 2', '', ''],
    ['.', 'open?', 'het college is nog niet akkoord', '', '', '0'],
    ['+', 'go', 'het college is akkoord', '0', '0', ''],
    ['-', 'no-go', 'het college is niet akkoord', '0', '0', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(unanimity('bodies'), row)).toEqual(expected));
});

describe('a threshold of two', () => {
  it.each([
    ['++..', 'go', '2 van de 4 colleges zijn akkoord; nodig zijn er ten minste 2', '0 1', '0 1', ''],
    ['+++-', 'go', '3 van de 4 colleges zijn akkoord; nodig zijn er ten minste 2', '0 1 2', '', ''],
    ['+-..', 'open?', '1 van de 4 colleges is akkoord; nodig zijn er ten minste 2', '', '', '2 3'],
    [
      '+---',
      'no-go',
      '3 van de 4 colleges zijn niet akkoord; nodig zijn er ten minste 2 akkoord',
      '1 2 3',
      '1 2 3',
      '',
    ],
    ['+--.', 'open?', '1 van de 4 colleges is akkoord; nodig zijn er ten minste 2', '', '', '3'],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(threshold(2, 'bodies'), row)).toEqual(expected));
});

describe('a share of two thirds', () => {
  it.each([
    ['+++.', 'go', '3 van de 4 colleges zijn akkoord; nodig is ten minste 2/3, dat zijn er 3', '0 1 2', '0 1 2', ''],
    ['++..', 'open?', '2 van de 4 colleges zijn akkoord; nodig is ten minste 2/3, dat zijn er 3', '', '', '2 3'],
    [
      ...['++--', 'no-go', '2 van de 4 colleges zijn niet akkoord; nodig is ten minste 2/3, dat zijn er 3 akkoord'],
      ...['2 3', '2 3', ''],
    ],
    ['++.', 'go', '2 van de 3 colleges zijn akkoord; nodig is ten minste 2/3, dat zijn er 2', '0 1', '0 1', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(share(2, 3, 'bodies'), row)).toEqual(expected));
});

describe('a majority of all', () => {
  it.each([
    [
      '+++-',
      'go',
      '3 van de 4 colleges zijn akkoord; nodig zijn er meer dan de helft, ten minste 3',
      '0 1 2',
      '0 1 2',
      '',
    ],
    ['++..', 'open?', '2 van de 4 colleges zijn akkoord; nodig zijn er meer dan de helft, ten minste 3', '', '', '2 3'],
    [
      '++--',
      'no-go',
      '2 van de 4 colleges zijn akkoord; nodig zijn er meer dan de helft, ten minste 3',
      '2 3',
      '2 3',
      '',
    ],
    ['++~~', 'open?', '2 van de 4 colleges zijn akkoord; nodig zijn er meer dan de helft, ten minste 3', '', '', '2 3'],
    ['++.', 'go', '2 van de 3 colleges zijn akkoord; nodig zijn er meer dan de helft, ten minste 2', '0 1', '0 1', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(majority('bodies'), row)).toEqual(expected));
});

describe('a majority of those who decide', () => {
  it.each([
    ['++-', 'go', '2 van de 3 colleges zijn akkoord; 1 niet akkoord', '0 1', '0 1', ''],
    ['++-.', 'open?', '2 van de 4 colleges zijn akkoord; 1 niet akkoord', '', '', '3'],
    ['++-~', 'go?', '2 van de 4 colleges zijn akkoord; 1 niet akkoord', '0 1', '0 1', '3'],
    ['+++-~', 'go', '3 van de 5 colleges zijn akkoord; 1 niet akkoord', '0 1 2', '0 1 2', ''],
    ['+-', 'no-go', '1 van de 2 colleges is akkoord; 1 niet akkoord', '1', '1', ''],
    ['+-~', 'no-go?', '1 van de 3 colleges is akkoord; 1 niet akkoord', '1', '1', '2'],
    ['--+~', 'no-go', '1 van de 4 colleges is akkoord; 2 niet akkoord', '0 1', '0 1', ''],
    ['+-.', 'open?', '1 van de 3 colleges is akkoord; 1 niet akkoord', '', '', '2'],
    ['~~', 'open?', '0 van de 2 colleges zijn akkoord; 0 niet akkoord', '', '', '0 1'],
    ['..', 'open?', '0 van de 2 colleges zijn akkoord; 0 niet akkoord', '', '', '0 1'],
    ['+..', 'open?', '1 van de 3 colleges is akkoord; 0 niet akkoord', '', '', '1 2'],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(majority('bodies', 'decided'), row)).toEqual(expected));
});

describe('signatures', () => {
  it.each([
    ['++', 'go', '2 van de 2 colleges hebben ondertekend; beide zijn nodig', '0 1', '0 1', ''],
    ['+.', 'open?', '1 van de 2 colleges heeft ondertekend; beide zijn nodig', '', '', '1'],
    ['+.-', 'no-go', '1 van de 3 colleges heeft ondertekend, 1 niet; alle 3 zijn nodig', '2', '2', ''],
  ])('of %s are %s: %s', (row, ...expected) => expect(found(signatures('bodies'), row)).toEqual(expected));
});

describe('an advice that was asked', () => {
  it.each([
    ['+-', 'go', '2 van de 2 colleges hebben gereageerd', '0 1', '0 1', ''],
    ['+.', 'open?', '1 van de 2 colleges heeft gereageerd', '', '', '1'],
    ['+-?', 'open?', '2 van de 3 colleges hebben gereageerd', '', '', '2'],
    ['+~', 'go', '1 van de 2 colleges heeft gereageerd, van 1 is de termijn voorbij', '0 1', '0', ''],
    ['~~', 'go', '0 van de 2 colleges hebben gereageerd, van 2 is de termijn voorbij', '0 1', '', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(responded('bodies'), row)).toEqual(expected));
});

it.each([
  ['unanimity', unanimity('bodies')],
  ['threshold', threshold(1, 'bodies')],
  ['share', share(1, 2, 'bodies')],
  ['majority', majority('bodies')],
  ['signatures', signatures('bodies')],
  ['responded', responded('bodies')],
])('%s gives its name to its line, and has no lines below it', (name, rule) =>
  expect(explain(rule, '+.')).toMatchObject({ rule: name, parts: [] }),
);

it('nobody is no majority', () => {
  expect(found(majority('nobody'), '++').slice(0, 1)).toEqual(['no-go']);
  expect(found(majority('nobody', 'decided'), '++').slice(0, 1)).toEqual(['no-go']);
});

describe('the only body of a group', () => {
  it.each(['de raad', 'de aanbieder', 'de bewindspersoon', 'de gemeente', 'de partij', 'het college', 'het overleg'])(
    'is %s',
    (words) => expect(theOne({ one: words.replace(/^\S+ /, ''), many: '' })).toBe(words),
  );
});

describe('a part of a whole', () => {
  it.each([
    [1, 1],
    [2, 3],
  ])('can be %d/%d', (numerator, denominator) => expect(fractionFaults({ numerator, denominator })).toEqual([]));

  it.each([
    [0, 3],
    [4, 3],
    [1.5, 3],
    [1, 2.5],
  ])('cannot be %d/%d', (numerator, denominator) => {
    const faults = fractionFaults({ numerator, denominator });
    expect(faults.map(ruleFaultWords)).toEqual([
      `een deel van ${numerator}/${denominator}: kies twee gehele getallen, de teller van 1 tot en met de noemer`,
    ]);
  });
});
