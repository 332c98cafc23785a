// What each rule says of itself before anyone has decided, how it is spelled, and what is wrong with it in words.
import type { Rule } from '../../../src/domain/rule.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { anyOf } from '../../../src/domain/rules/any-of.js';
import { assumed, isAssumed } from '../../../src/domain/rules/assumed.js';
import { chosenOption, isChoice } from '../../../src/domain/rules/chosen-option.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { not } from '../../../src/domain/rules/not.js';
import { quorum } from '../../../src/domain/rules/quorum.js';
import { responded } from '../../../src/domain/rules/responded.js';
import { share } from '../../../src/domain/rules/share.js';
import { signatures } from '../../../src/domain/rules/signatures.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { veto } from '../../../src/domain/rules/veto.js';
import { within } from '../../../src/domain/rules/within.js';
import { ruleFaultWords } from '../../../src/wording/gates/rule-faults.js';
import { ruleWords, saidRules } from '../../../src/wording/gates/rules.js';
import { explain, rules, scope } from '../../support/stands.js';

const faults = (rule: object) =>
  scope('....')
    .faults({ rule: '', ...rule })
    .map(ruleFaultWords);
const amongOthers = { ...majority('bodies'), among: 'present' };
const noReason = 'een aanname zonder reden: zeg waarom deze regel is aangenomen';
const twice = ['a', 'b', 'a'].map((id) => ({ id, title: id }));
const sameOption = 'een mogelijkheid staat er twee keer in: noem elke één keer';
const oneOption = 'een keuze uit minder dan twee mogelijkheden: noem er ten minste twee';
const empty = '"nobody" heeft hier geen organen: noem een groep die mee besluit';

/** The samples with which the laws are tried, on four bodies of which two are in `some`. */
const samples: Record<string, string[]> = {
  'all-of': [
    'alle 4 colleges zijn akkoord',
    'ten minste 1 van de 2 raden is akkoord, en ten minste 2 van de 4 colleges zijn akkoord',
  ],
  'any-of': ['beide raden zijn akkoord, of ten minste 3 van de 4 colleges zijn akkoord'],
  assumed: ['alle 4 colleges zijn akkoord'],
  'chosen-option': [
    'voor één van de 2 mogelijkheden geldt: alle 4 colleges zijn akkoord',
    'voor één van de 2 mogelijkheden geldt: meer dan de helft van de 4 colleges is akkoord',
    'één hiervan geldt: voor "A": alle 4 colleges zijn akkoord; of voor "B": ten minste 1 van de 4 colleges is akkoord',
  ],
  majority: [
    'meer dan de helft van de 4 colleges is akkoord',
    'van de colleges die besluiten, zijn er meer akkoord dan niet akkoord',
    'van de raden die besluiten, zijn er meer akkoord dan niet akkoord',
  ],
  not: ['dit mag niet zo zijn: ten minste 2 van de 4 colleges zijn akkoord'],
  'on-questions': ['op p: alle 4 colleges zijn akkoord'],
  quorum: [
    'ten minste 2 van de 4 colleges hebben besloten, en van de colleges die besluiten, zijn er meer akkoord dan niet akkoord',
  ],
  responded: ['alle 4 colleges hebben gereageerd, of hun termijn is voorbij'],
  share: [
    'ten minste 2/3 van de 4 colleges is akkoord',
    'meer dan 1/2 van de 4 colleges is akkoord',
    'ten minste 1/1 van de 2 raden is akkoord',
    'van de colleges die voor of tegen besluiten, is ten minste 2/3 akkoord',
    'van de raden die voor of tegen besluiten, is meer dan 1/3 akkoord',
  ],
  signatures: ['alle 4 colleges hebben ondertekend'],
  threshold: [1, 2, 3, 4].map((n) => `ten minste ${n} van de 4 colleges ${n === 1 ? 'is' : 'zijn'} akkoord`),
  unanimity: ['alle 4 colleges zijn akkoord'],
  veto: ['ten minste 2 van de 4 colleges zijn akkoord, en geen van de raden maakt bezwaar'],
  weighted: [
    'de colleges die akkoord zijn, hebben samen ten minste 2/3 van de inwoners',
    'de colleges die akkoord zijn, hebben samen meer dan 1/2 van de inwoners',
    'de colleges die akkoord zijn, hebben samen ten minste 2/3 van de inwoners van wie voor of tegen besluit',
  ],
  within: ['binnen raden: meer dan de helft van de 2 colleges is akkoord'],
};

it('every rule is said in src/wording/gates/rules.ts, and nothing else is', () => {
  expect([...saidRules].sort()).toEqual([...rules.keys()].sort());
});

it('speaks of one body as one', () => {
  expect(ruleWords(responded('bodies'), scope('.'))).toBe('het college heeft gereageerd, of de termijn is voorbij');
});

describe.each([...rules.values()])('the rule $name', (kind) => {
  it('says of its samples what they are, and can come to a go and to something else', () => {
    expect(kind.samples(4).map((rule) => ruleWords(rule, scope('....')))).toEqual(samples[kind.name]);
    for (const rule of kind.samples(4)) {
      const outcomes = ['++++', 'aaaa', '----', '....'].map((row) => explain(rule, row).outcome);
      expect([scope('....').faults(rule), outcomes.includes('go')]).toEqual([[], true]);
      expect(new Set(outcomes).size).toBeGreaterThan(1);
    }
  });
});

it('the choice with which the laws are tried can fall on either option', () => {
  for (const rule of rules.get('chosen-option')?.samples(3) ?? [])
    expect([explain(rule, 'aaa').outcome, explain(rule, 'bbb').outcome]).toEqual(['go', 'go']);
});

it('the one body of a group is not called all of them', () => {
  expect(ruleWords(unanimity('bodies'), scope('.'))).toBe('het college is akkoord');
  expect(ruleWords(unanimity('some'), scope('.'))).toBe('de raad is akkoord');
});

it('a quorum of one has decided', () =>
  expect(ruleWords(quorum(1, 'bodies', unanimity('bodies')), scope('....'))).toBe(
    'ten minste 1 van de 4 colleges heeft besloten, en alle 4 colleges zijn akkoord',
  ));

it.each([
  ['all-of', ['"rules" een lijst van regels']],
  ['any-of', ['"rules" een lijst van regels']],
  ['assumed', ['"inner" een regel', '"why" een tekst']],
  ['chosen-option', ['"options" een lijst van mogelijkheden met id en title', '"inner" een regel']],
  ['majority', ['"of" de naam van een groep', '"among" een tekst']],
  ['not', ['"inner" een regel']],
  ['on-questions', ['"questions" een lijst van namen', '"inner" een regel']],
  ['quorum', ['"needed" een geheel getal', '"of" de naam van een groep', '"inner" een regel']],
  ['responded', ['"of" de naam van een groep']],
  ['share', ['"numerator" een geheel getal', '"denominator" een geheel getal', '"of" de naam van een groep']],
  ['signatures', ['"of" de naam van een groep']],
  ['threshold', ['"needed" een geheel getal', '"of" de naam van een groep']],
  ['unanimity', ['"of" de naam van een groep']],
  ['veto', ['"of" de naam van een groep', '"inner" een regel']],
  [
    'weighted',
    [
      ...['"of" de naam van een groep', '"numerator" een geheel getal', '"denominator" een geheel getal'],
      ...['"least" een tekst', '"weights" een gewicht als tekst voor elk orgaan', '"unit" een tekst'],
    ],
  ],
  ['within', ['"group" de naam van een groep', '"inner" een regel']],
])('%s asks for %j', (name, asked) =>
  expect(faults({ rule: name })).toEqual(asked.map((one) => `regel "${name}": geef bij ${one}`)),
);

describe('what rules are like', () => {
  const those = (has: (name: string) => unknown) => [...rules.keys()].filter(has).sort();

  it('a vote more never takes a go away, but for three', () =>
    expect(those((name) => !rules.get(name)?.monotone)).toEqual(['chosen-option', 'not', 'quorum']));

  it('one only asks for advice', () => expect(those((name) => rules.get(name)?.advisory)).toEqual(['responded']));

  it('a choice is recognised', () => {
    expect(isChoice(chosenOption([], unanimity('bodies')))).toBe(true);
    expect(isChoice(unanimity('bodies'))).toBe(false);
  });

  it('an assumption is recognised', () => {
    expect(isAssumed(assumed(unanimity('bodies'), 'zo'))).toBe(true);
    expect(isAssumed(unanimity('bodies'))).toBe(false);
  });
});

describe('a rule that cannot be used', () => {
  const outside = (what: string, n: number) =>
    `een ${what} van ${n} op 4 organen van "bodies": kies een geheel getal van 1 tot en met 4`;
  const high = threshold(5, 'bodies');
  const tooHigh = outside('drempel', 5);
  const all = unanimity('bodies');
  const noPart = 'een deel van 3/2: kies twee gehele getallen, de teller van 1 tot en met de noemer';

  it.each<[string, Rule, string[]]>([
    ['a threshold above the electorate', high, [tooHigh]],
    ['a threshold of nothing', threshold(0, 'bodies'), [outside('drempel', 0)]],
    ['a threshold of nobody', threshold(1, 'nobody'), [empty]],
    ['a quorum of nothing, for what is wrong', quorum(0, 'bodies', high), [outside('quorum', 0), tooHigh]],
    ['a quorum above the electorate', quorum(5, 'bodies', all), [outside('quorum', 5)]],
    ['a unanimity of nobody', unanimity('nobody'), [empty]],
    ['signatures of nobody', signatures('nobody'), [empty]],
    ['an advice of nobody', responded('nobody'), [empty]],
    ['a majority of nobody', majority('nobody'), [empty]],
    ['a majority among others', amongOthers, ['"present": kies all of decided']],
    ['a share of more than all of nobody', share(3, 2, 'nobody'), [noPart, empty]],
    [
      'a share of others, of about all of it',
      { ...share(2, 3, 'bodies'), among: 'present', least: 'about' } as Rule,
      ['"present": kies all of decided', '"about": kies at-least of more-than'],
    ],
    [
      'a share of more than everything',
      share(2, 2, 'bodies', { least: 'more-than' }),
      ['meer dan alles kan niet: kies at-least of een kleiner deel'],
    ],
    ['all of nothing', allOf(), ['all-of zonder delen: noem ten minste één regel']],
    ['any of nothing', anyOf(), ['any-of zonder delen: noem ten minste één regel']],
    ['all of parts that are wrong', allOf(high, unanimity('nobody')), [tooHigh, empty]],
    ['any of parts that are wrong', anyOf(high, unanimity('nobody')), [tooHigh, empty]],
    ['the opposite of what is wrong', not(high), [tooHigh]],
    ['a veto of nobody over what is wrong', veto('nobody', high), [empty, tooHigh]],
    ['a group of nobody', within('nobody', all), [empty, empty.replace('nobody', 'bodies')]],
    ['an assumption without a reason', assumed(high, ' '), [noReason, tooHigh]],
    ['an assumption of what is wrong', assumed(high, 'zo'), [tooHigh]],
    ['a choice of one', chosenOption([{ id: 'a', title: 'A' }], high), [oneOption, tooHigh]],
    ['a choice between one and itself', chosenOption(twice, all), [sameOption]],
  ])('is %s', (_, rule, expected) => expect(faults(rule)).toEqual(expected));

  it('is not one at the edge of what is allowed', () => {
    const spelledOut = share(2, 2, 'bodies', { among: 'all', least: 'at-least' });
    for (const rule of [threshold(1, 'bodies'), threshold(4, 'bodies'), share(2, 2, 'bodies'), spelledOut])
      expect(faults(rule)).toEqual([]);
    for (const needed of [1, 4]) expect(faults(quorum(needed, 'bodies', all))).toEqual([]);
    const pair = ['a', 'b'].map((id) => ({ id, title: id }));
    expect(faults(chosenOption(pair, all))).toEqual([]);
  });
});
