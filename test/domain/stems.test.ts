// The stem of a Dutch word: its other forms have the same, and other words have another.
import { stemsIn, wordsIn } from '../../src/wording/language/stems.js';

const stemOf = (word: string) => [...stemsIn(word)].join();

it.each([
  'gemeenteraad gemeenteraden Gemeenteraad',
  'Coördinatie coordinatie COÖRDINATIE coördinatie',
  'besluit besluiten',
  'voorwaarde voorwaarden',
  'zienswijze zienswijzen',
  'bezwaar bezwaren',
  'motie moties',
  'commissie commissies',
  'advies adviezen',
  'brief brieven',
  'huis huizen',
  'college colleges',
  'raad raden',
  'plan plannen',
  'regeling regelingen',
  'mandaat mandaten',
  'mogelijkheid mogelijkheden',
  'wethouder wethouders',
  "foto foto's",
  'gemeente gemeenten gemeentelijk gemeentelijke',
  'financieel financiële',
])('is one for %s', (words) => {
  expect(new Set(words.split(' ').map(stemOf)).size).toBe(1);
});

it.each(['besluit besluiteloos', 'advies motie', 'regio regel', 'kosten kast', 'Assen Emmen'])(
  'is another for each of %s',
  (words) => {
    expect(new Set(words.split(' ').map(stemOf)).size).toBe(words.split(' ').length);
  },
);

it('leaves numbers as they are, and words that stand everywhere out', () => {
  expect([...stemsIn('De Z2024-00117 van het college, punt 3')]).toEqual(['z2024', '00117', 'colleg', 'punt', '3']);
  expect([...stemsIn('de het een %_ \' " — …')]).toEqual([]);
});

it('says where each word stands', () => {
  const text = 'Eén Coo\u0308rdinatie, ’s avonds';
  expect(wordsIn(text).map(({ from, until }) => text.slice(from, until))).toEqual(['Coo\u0308rdinatie', 'avonds']);
});

it('takes no longer than it should of what nobody types', () => {
  const begun = performance.now();
  expect(stemsIn('x'.repeat(100_000)).size).toBe(1);
  expect(stemsIn('a\u0301'.repeat(100_000)).size).toBe(1);
  expect(performance.now() - begun).toBeLessThan(500);
});
