// Weights: what is written, what is added up, what is said, and what is refused as a weight.
import { allOf } from '../../../src/domain/rules/all-of.js';
import { assumed } from '../../../src/domain/rules/assumed.js';
import { chosenOption } from '../../../src/domain/rules/chosen-option.js';
import { not } from '../../../src/domain/rules/not.js';
import { sourcesIn, weighted } from '../../../src/domain/rules/weighted.js';
import { ruleFaultWords } from '../../../src/wording/gates/rule-faults.js';
import { explain, found, rules, scope } from '../../support/stands.js';

const terms = { numerator: 1, denominator: 2, least: 'at-least', unit: 'inwoners' } as const;
const weights = (...all: string[]) => Object.fromEntries(all.map((weight, i) => [`b${i}`, weight]));
const byWeight = (all: string[], least: 'at-least' | 'more-than' = 'at-least') =>
  weighted('bodies', { ...terms, least, weights: weights(...all) });

describe('at least half of the weight', () => {
  const rule = byWeight(['50', '30', '20']);

  it.each([
    ['+..', 'go', '1 van de 3 colleges is akkoord, met 50 van de 100 inwoners; nodig is ten minste 1/2', '0', '0', ''],
    [
      '.+.',
      'open?',
      '1 van de 3 colleges is akkoord, met 30 van de 100 inwoners; nodig is ten minste 1/2',
      '',
      '',
      '0 2',
    ],
    [
      '-+.',
      'open?',
      '1 van de 3 colleges is akkoord, met 30 van de 100 inwoners; nodig is ten minste 1/2',
      '',
      '',
      '2',
    ],
    [
      '-.-',
      'no-go',
      '0 van de 3 colleges zijn akkoord, met 0 van de 100 inwoners; nodig is ten minste 1/2',
      '0 2',
      '0 2',
      '',
    ],
    [
      '.+-',
      'open?',
      '1 van de 3 colleges is akkoord, met 30 van de 100 inwoners; nodig is ten minste 1/2',
      '',
      '',
      '0',
    ],
    [
      '++.',
      'go',
      '2 van de 3 colleges zijn akkoord, met 80 van de 100 inwoners; nodig is ten minste 1/2',
      '0 1',
      '0',
      '',
    ],
    [
      '+-+',
      'go',
      '2 van de 3 colleges zijn akkoord, met 70 van de 100 inwoners; nodig is ten minste 1/2',
      '0 2',
      '0',
      '',
    ],
    [
      '~.-',
      'open?',
      '0 van de 3 colleges zijn akkoord, met 0 van de 100 inwoners; nodig is ten minste 1/2',
      ...['', '', '0 1'],
    ],
    ['+--', 'go', '1 van de 3 colleges is akkoord, met 50 van de 100 inwoners; nodig is ten minste 1/2', '0', '0', ''],
  ])('of %s is %s: %s', (row, ...expected) => expect(found(rule, row)).toEqual(expected));
});

it('more than half is not reached by exactly half', () => {
  const rule = byWeight(['50', '30', '20'], 'more-than');
  const said = '1 van de 3 colleges is akkoord, met 50 van de 100 inwoners; nodig is meer dan 1/2';
  expect(found(rule, '+..')).toEqual(['open?', said, '', '', '1 2']);
  expect(found(rule, '+--')).toEqual(['no-go', said, '1 2', '1 2', '']);
  expect(found(rule, '+.+')[0]).toBe('go');
});

it('two thirds of the weight are two thirds of all of it', () => {
  const rule = weighted('bodies', { ...terms, numerator: 2, denominator: 3, weights: weights('40', '20', '30') });
  expect(found(rule, '++-')[0]).toBe('go');
  expect(found(rule, '+.+')[0]).toBe('go');
  expect(found(rule, '.++')[0]).toBe('open?');
  expect(found(rule, '-++')[0]).toBe('no-go');
});

it('is exact where rounded figures would be wrong', () => {
  expect(found(byWeight(['0.1', '0.2', '0.3']), '++-')[0]).toBe('go'); // as doubles 0.1 + 0.2 is not 0.3
  expect(found(byWeight(['900719925474993', '900719925474992.999999999']), '-+')[0]).toBe('no-go');
});

it.each([
  [['2.5', '1'], '2,5', '3,5'],
  [['0.000000001', '1'], '0,000000001', '1,000000001'],
  [['68835', '1000'], '68.835', '69.835'],
  [['999', '1'], '999', '1.000'],
  [['1234567.50', '0'], '1.234.567,5', '1.234.567,5'],
])('writes the weights %j as they are written in Dutch', (all, own, total) =>
  expect(found(byWeight(all), '+.')[1]).toContain(`met ${own} van de ${total} inwoners`),
);

it('gives its name to its line, and has no lines below it', () =>
  expect(explain(byWeight(['1', '2']), '+.')).toMatchObject({ rule: 'weighted', parts: [] }));

it('is tried with weights of which one is no whole number', () =>
  expect(
    rules
      .get('weighted')
      ?.samples(3)
      .map((rule) => found(rule, '+..')[1]),
  ).toEqual([
    '1 van de 3 colleges is akkoord, met 2,5 van de 5,5 inwoners; nodig is ten minste 2/3',
    '1 van de 3 colleges is akkoord, met 2,5 van de 5,5 inwoners; nodig is meer dan 1/2',
    '1 van de 3 colleges is akkoord; 0 niet akkoord; met 2,5 van de 2,5 inwoners van wie voor of tegen besloot; nodig is ten minste 2/3',
  ]));

it('names each source of its weights once, wherever in a rule they are taken', () => {
  const terms = { numerator: 1, denominator: 2, least: 'at-least', weights: { b0: '1' }, unit: 'inwoners' } as const;
  const by = (on?: string) => weighted('bodies', { ...terms, ...(on && { source: { title: 'CBS', on } }) });
  const own = { b: not(allOf(by('2024-01-01'), by('2025-01-01'), by())) };
  const ways = ['a', 'b'].map((id) => ({ id, title: id }));
  const twice = assumed(chosenOption(ways, by('2024-01-01'), own), 'De bron noemt geen regel.');
  expect(sourcesIn(twice).map(({ on }) => on)).toEqual(['2024-01-01', '2025-01-01']);
  expect(sourcesIn(by())).toEqual([]);
});

describe('what is wrong with a weighted rule', () => {
  const faults = (change: object) =>
    scope('..')
      .faults({ ...weighted('bodies', { ...terms, weights: weights('2', '3') }), ...change })
      .map(ruleFaultWords);
  const noWeight = (body: string) =>
    `het gewicht van "${body}" ontbreekt of is geen getal: schrijf bijvoorbeeld "68835" of "12.5"`;

  it('is nothing as it should be', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ least: 'more-than' })).toEqual([]);
    expect(faults({ numerator: 2 })).toEqual([]);
    expect(faults({ weights: weights('0', '1') })).toEqual([]);
  });

  it('is a body without a weight, or with one that is no number', () => {
    expect(faults({ weights: weights('2') })).toEqual([noWeight('b1')]);
    expect(faults({ weights: weights('veel', '1,5') })).toEqual([noWeight('b0'), noWeight('b1')]);
    expect(faults({ weights: weights('0', 'veel') })).toEqual([noWeight('b1')]);
    const constructorOf = Object.assign(Object.create({ b1: '3' }) as object, { b0: '2' });
    expect(faults({ weights: constructorOf })).toEqual([noWeight('b1')]);
  });

  it.each([
    '',
    'veel',
    '01',
    '-1',
    '1.',
    '.5',
    '1e3',
    '1,5',
    '1.0000000001',
    '1234567890123456',
    ' 1',
    '1 ',
    'x1',
    '1x',
  ])('is the weight "%s"', (weight) => expect(faults({ weights: weights('2', weight) })).toEqual([noWeight('b1')]));

  it.each(['0', '10', '999999999999999', '0.5', '12.123456789'])('is not the weight "%s"', (weight) =>
    expect(faults({ weights: weights('2', weight) })).toEqual([]),
  );

  it('is a part that is no part, another word, more than everything, or nothing but zeros', () => {
    expect(faults({ numerator: 3 })).toEqual([
      'een deel van 3/2: kies twee gehele getallen, de teller van 1 tot en met de noemer',
    ]);
    expect(faults({ least: 'about' })).toEqual(['"about": kies at-least of more-than']);
    const everything = 'meer dan alles kan niet: kies at-least of een kleiner deel';
    expect(faults({ least: 'more-than', numerator: 2 })).toEqual([everything]);
    const zeros = 'alle gewichten zijn nul: geef ten minste één orgaan gewicht';
    expect(faults({ weights: weights('0', '0.00') })).toEqual([zeros]);
  });

  it('is a group that has nobody, and that alone', () =>
    expect(faults({ of: 'nobody' })).toEqual(['"nobody" heeft hier geen organen: noem een groep die mee besluit']));
});
