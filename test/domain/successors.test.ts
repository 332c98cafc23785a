// Weights of those that go on as one are added up wherever in a rule they stand; whatever else a rule says stays.
import { withEveryRule, type Rule } from '../../src/domain/rule.js';
import { allOf } from '../../src/domain/rules/all-of.js';
import { assumed } from '../../src/domain/rules/assumed.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { weighted } from '../../src/domain/rules/weighted.js';
import { mergedRule, mergersAmong, successorIn } from '../../src/domain/workflow/successors.js';

const terms = { numerator: 1, denominator: 2, least: 'at-least', unit: 'inwoners' } as const;
const weighing = (weights: Record<string, string>) => weighted('colleges', { ...terms, weights });
const [was, is] = [weighing({ a: '1.5', b: '2', c: '4' }), weighing({ c: '4', d: '3.5' })];
const merger = { from: ['a', 'b'], into: 'd' };
const option = { id: 'x', title: 'X' };

it.each<[string, Rule, Rule]>([
  ['by itself', was, is],
  ['in what is assumed', assumed(was, 'waarom'), assumed(is, 'waarom')],
  ['among several', allOf(unanimity('colleges'), was), allOf(unanimity('colleges'), is)],
  [
    'under the name of an option',
    { rule: 'chosen-option', options: [option], inner: was, own: { x: was } } as Rule,
    { rule: 'chosen-option', options: [option], inner: is, own: { x: is } } as Rule,
  ],
  ['where nothing is weighed', unanimity('colleges'), unanimity('colleges')],
])('%s', (_, rule, merged) => {
  expect(mergedRule(rule, [merger])).toEqual(merged);
});

it.each<[string, string, Record<string, string>, Record<string, string>]>([
  ['that the rule states for the successor stays', 'd', { a: '1', b: '2', d: '9' }, { d: '9' }],
  ['of who bears the name of one of them is part of the sum', 'b', { a: '1', b: '2' }, { b: '3' }],
  ['of one alone is that of the successor', 'd', { a: '1', c: '4' }, { c: '4', d: '1' }],
  ['that is none is left as it was', 'd', { a: 'veel', b: '2' }, { a: 'veel', b: '2' }],
  ['of others is not touched', 'd', { c: '4' }, { c: '4' }],
])('a weight %s', (_, into, weights, expected) => {
  expect(mergedRule(weighing(weights), [{ from: ['a', 'b'], into }])).toEqual(weighing(expected));
});

it('says who goes on as whom: bodies of one kind together, and nobody who stays alone', () => {
  const named = (id: string) => ({ id, title: id, code: 'GM0000' });
  const succession = { from: ['a', 'b'].map(named), into: named('b') };
  expect(['a/college', 'b/raad', 'c/raad'].map((body) => successorIn(succession, body))).toEqual([
    'b/college',
    'b/raad',
    'c/raad',
  ]);
  expect(mergersAmong(succession, ['a/college', 'b/college', 'b/raad', 'c/raad'])).toEqual([
    { from: ['a/college', 'b/college'], into: 'b/college' },
  ]);
});

it('makes every rule in a rule anew, the parts first', () => {
  const seen: string[] = [];
  withEveryRule(allOf(assumed(unanimity('colleges'), 'waarom'), was), (one) => {
    seen.push(one.rule);
    return one;
  });
  expect(seen).toEqual(['unanimity', 'assumed', 'weighted', 'all-of']);
});
