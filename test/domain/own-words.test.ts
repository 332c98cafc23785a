// What each kind of gate is spoken of with: every stand has its own words at each of them, nouns bring their article, and
// two organs of one party are told apart.
import { majority } from '../../src/domain/rules/majority.js';
import { share } from '../../src/domain/rules/share.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { responded } from '../../src/domain/rules/responded.js';
import type { Rule } from '../../src/domain/rule.js';
import type { NamedMissing, SentenceFigures } from '../../src/domain/sentence-figures.js';
import { asks, decisionKinds, kindOfDecision, type Asks, type DecisionKind } from '../../src/domain/vocabulary.js';
import { asksOf } from '../../src/domain/workflow/asks.js';
import { inSentence, theOne } from '../../src/wording/language/nouns.js';
import { ruleWords } from '../../src/wording/gates/rules.js';
import { sentenceOf, sentenceParts } from '../../src/wording/gates/sentence.js';
import { saidWord, signWords } from '../../src/wording/gates/stand.js';
import { explain, rules, scope } from '../support/stands.js';

const nouns = { bodies: { one: 'raad', many: 'raden' } };

const figures = (rule: Rule, row: string, asked: Asks, more: Partial<SentenceFigures> = {}): SentenceFigures => {
  const explanation = explain(rule, row);
  const nobody = { missing: [], without: [], against: [] };
  const fixed = { assumed: false, ...nobody, fromDocuments: false, asSubmitted: null, concluded: null };
  return { outcome: explanation.outcome, explanation, nouns, asks: asked, ...fixed, ...more };
};
const told = (...asked: Parameters<typeof figures>): string => sentenceOf(figures(...asked));
const missing = (name: string, more: Partial<NamedMissing> = {}): NamedMissing => ({
  body: `${name.toLowerCase()}/raad`,
  name,
  why: 'silent',
  isOver: false,
  decidesOn: null,
  ...more,
});

describe('the sentence about a gate', () => {
  const all = unanimity('bodies');
  it.each<[Asks, Rule, string, string]>([
    ['agreement', all, '+++', 'Een go is mogelijk: alle 3 raden zijn akkoord.'],
    ['agreement', all, '++', 'Een go is mogelijk: beide raden zijn akkoord.'],
    ['agreement', all, '+', 'Een go is mogelijk: de raad is akkoord.'],
    ['agreement', all, '+.', 'Een go is nog niet mogelijk: 1 van de 2 raden is akkoord, beide zijn nodig.'],
    ['consent', all, '+++', 'De toestemming kan worden vastgesteld: alle 3 raden hebben toestemming verleend.'],
    [
      'consent',
      all,
      '+..',
      'De toestemming kan nog niet worden vastgesteld: 1 van de 3 raden heeft toestemming verleend, alle 3 zijn nodig.',
    ],
    [
      'consent',
      all,
      '++-',
      'De toestemming kan niet worden vastgesteld: 1 van de 3 raden heeft toestemming onthouden; nodig is dat alle 3 toestemming verlenen.',
    ],
    [
      'consent',
      threshold(2, 'bodies'),
      '+--',
      'De toestemming kan niet worden vastgesteld: 2 van de 3 raden hebben toestemming onthouden; nodig zijn er ten minste 2 die toestemming verlenen.',
    ],
    [
      'consent',
      share(2, 3, 'bodies'),
      '+--',
      'De toestemming kan niet worden vastgesteld: 2 van de 3 raden hebben toestemming onthouden; nodig is ten minste 2/3, dat zijn er 2 die toestemming verlenen.',
    ],
    [
      'consent',
      majority('bodies', 'decided'),
      '++-',
      'De toestemming kan worden vastgesteld: 2 van de 3 raden hebben toestemming verleend; 1 onthield toestemming.',
    ],
    [
      'consent',
      all,
      '.',
      'De toestemming kan nog niet worden vastgesteld: de raad heeft nog geen toestemming verleend.',
    ],
    [
      'response',
      responded('bodies'),
      '+~',
      'Dit kan worden afgesloten: 1 van de 2 raden heeft gereageerd, van 1 is de termijn voorbij.',
    ],
    ['response', responded('bodies'), '+.', 'Dit kan nog niet worden afgesloten: 1 van de 2 raden heeft gereageerd.'],
    ['adoption', all, '++', 'Een go is mogelijk: beide raden hebben het vastgesteld.'],
    ['adoption', all, '.', 'Een go is nog niet mogelijk: de raad heeft het nog niet vastgesteld.'],
    ['signature', all, '++', 'Een go is mogelijk: beide raden hebben ondertekend.'],
  ])('that asks for %s says what holds', (asked, rule, row, sentence) => expect(told(rule, row, asked)).toBe(sentence));

  it.each<[Asks, string]>([
    ['agreement', 'alle 4 colleges zijn akkoord'],
    ['consent', 'alle 4 colleges hebben toestemming verleend'],
    ['adoption', 'alle 4 colleges hebben het vastgesteld'],
    ['signature', 'alle 4 colleges hebben ondertekend'],
  ])('that asks for %s tells its rule in the same words', (asked, words) =>
    expect(ruleWords(unanimity('bodies'), scope('....'), asked)).toBe(words),
  );

  it('says of who did not respond whether the term is over, and of others that there is no decision', () => {
    const named = [missing('Emmen', { isOver: true }), missing('Assen')];
    expect(told(responded('bodies'), '+~.', 'response', { missing: named })).toContain(
      'Emmen (geen reactie, termijn voorbij) en Assen (nog geen reactie)',
    );
    expect(told(unanimity('bodies'), '+.', 'consent', { missing: [missing('Emmen', { isOver: true })] })).toContain(
      'Emmen (nog geen besluit)',
    );
  });

  it('tells two organs of one party apart, each with its article, and who concludes with its own', () => {
    const titles = ['College van Emmen', 'Burgemeester van Emmen'];
    const sentence = told(unanimity('bodies'), '..', 'agreement', { missing: titles.map((title) => missing(title)) });
    expect(sentence).toContain('het college van Emmen (nog geen besluit) en de burgemeester van Emmen (nog geen');
    const concluded = { by: 'Stuurgroep Zorg', on: '2024-05-20', ruling: 'go' } as const;
    expect(told(unanimity('bodies'), '+', 'agreement', { concluded })).toMatch(
      /. Conclusie van de stuurgroep Zorg: go\.$/,
    );
  });

  it('has each body that it names apart, with why', () => {
    const against = [{ question: 'uitwerking', bodies: [{ body: 'assen/raad', name: 'Assen' }] }];
    const parts = sentenceParts(
      figures(unanimity('bodies'), '-.', 'agreement', { outcome: 'open', missing: [missing('Emmen')], against }),
    );
    expect(parts.flatMap(({ text, of }) => (of ? [[text, of]] : []))).toEqual([
      ['Emmen (nog geen besluit)', { body: 'emmen/raad', why: 'silent' }],
      ['Assen', { body: 'assen/raad', why: 'against', question: 'uitwerking' }],
    ]);
  });
});

describe('what a gate asks', () => {
  const ofKinds = (kinds: DecisionKind[], rule: Rule = unanimity('bodies')): Asks => asksOf({ kinds }, rule, rules);

  it('is what every answer that counts for is one to, and else agreement', () => {
    expect(ofKinds(['consent', 'consent-withheld', 'deferred', 'noted'])).toBe('consent');
    expect(ofKinds(['view', 'no-view', 'deferred'])).toBe('response');
    expect(ofKinds(['adopt', 'adopt-amended', 'disagree'])).toBe('adoption');
    expect(ofKinds(['signed', 'not-signed'])).toBe('signature');
    expect(ofKinds(['agree', 'disagree', 'adopt'])).toBe('agreement');
    expect(ofKinds(['agree', 'disagree'], responded('bodies'))).toBe('response');
  });

  it('has a kind for each, and each kind that counts for is of one', () => {
    const supporting = decisionKinds.filter((kind) => kindOfDecision(kind).side === 'for');
    expect(new Set(supporting.map((kind) => ofKinds([kind])))).toEqual(new Set(asks));
  });

  it.each([...asks])('%s: every sign in its legend has its own word', (asked) => {
    const words = Object.values(signWords(asked));
    expect(new Set(words).size).toBe(words.length);
  });

  it('only a response is told as one: with its tenor, and never by another kind of gate', () => {
    const answers = { vraag: 'view' } as const;
    expect(saidWord({ answers, tenor: 'negative', asks: 'response' })).toBe('gereageerd: zienswijze, negatief');
    for (const asked of asks.filter((one) => one !== 'response'))
      expect(saidWord({ answers: { vraag: 'consent' }, tenor: null, asks: asked })).toBe('toestemming verleend');
  });
});

describe('a noun', () => {
  it.each([
    ['college', 'het college'],
    ['raad', 'de raad'],
    ['overleg', 'het overleg'],
    ['dagelijks bestuur', 'het dagelijks bestuur'],
    ['waterschap', 'het waterschap'],
    ['provincie', 'de provincie'],
    ['provinciale staten', 'provinciale staten'],
    ['burgemeester', 'de burgemeester'],
    ['openbaar lichaam', 'het openbaar lichaam'],
  ])('%s is %s', (one, words) => expect(theOne({ one, many: one })).toBe(words));

  it('that is plural takes a verb in the plural', () => {
    const staten = { bodies: { one: 'provinciale staten', many: 'provinciale staten' } };
    const sentence = (row: string) => sentenceOf(figures(unanimity('bodies'), row, 'consent', { nouns: staten }));
    expect(sentence('+')).toContain('provinciale staten hebben toestemming verleend');
    expect(sentence('.')).toContain('provinciale staten hebben nog geen toestemming verleend');
  });

  it.each([
    ['College van Assen', 'het college van Assen'],
    ['Raad van Assen', 'de raad van Assen'],
    ['ABO Jeugd', 'het ABO Jeugd'],
    ['Bestuurlijk overleg Samen14', 'het bestuurlijk overleg Samen14'],
    ['Provinciale staten van Drenthe', 'provinciale staten van Drenthe'],
    ['Dagelijks bestuur van Hunze en Aa’s', 'het dagelijks bestuur van Hunze en Aa’s'],
    ['Minister van VWS', 'de minister van VWS'],
    ['Yorneo', 'Yorneo'],
    ['De Wolden', 'De Wolden'],
    ['Aa en Hunze', 'Aa en Hunze'],
    ['Midden-Drenthe', 'Midden-Drenthe'],
  ])('begins the name "%s": %s', (title, words) => expect(inSentence(title)).toBe(words));
});
