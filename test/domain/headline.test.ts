// The largest words about a gate. Where they count how many more it takes, that many are enough and one fewer is not: for every
// rule, wherever everyone stands. And the titles that are made shorter for a chip: never within a word.
import { loadPlans, loadRules, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { explained, scopeOf, type Explanation, type Position, type Rule } from '../../src/domain/rule.js';
import type { SentenceFigures } from '../../src/domain/sentence-figures.js';
import type { Side } from '../../src/domain/vocabulary.js';
import { headlineOf } from '../../src/wording/gates/headline.js';
import { shortTitle } from '../../src/wording/language/short-title.js';

const rules = await loadRules();
const noun = { one: 'orgaan', many: 'organen' };
const sides: Side[] = ['for', 'against', 'abstained', 'silent'];

function explain(rule: Rule, positions: readonly Position[]): Explanation {
  const some = positions.slice(0, Math.ceil(positions.length / 2));
  const scope = scopeOf(rules, { positions: (group) => (group === 'some' ? some : positions), noun: () => noun });
  return explained(scope.explain(rule));
}

const headline = (explanation: Explanation, asks: SentenceFigures['asks'] = 'agreement'): string =>
  headlineOf({
    ...{
      outcome: explanation.outcome,
      explanation,
      assumed: false,
      missing: [],
      without: [],
      against: [],
      concluded: null,
    },
    ...{ fromDocuments: false, asSubmitted: null, nouns: { bodies: noun, some: noun }, asks },
  });

function* vectors(size: number): Generator<Side[]> {
  if (size === 0) yield [];
  else for (const rest of vectors(size - 1)) for (const one of sides) yield [...rest, one];
}

const placed = (all: readonly Side[]): Position[] =>
  all.map((side, i) => ({ body: `b${i}`, side, option: 'a', lapsed: false }));

/** The same once so many of those who are silent are for: those of the group that counts first. */
const whenMore = (positions: readonly Position[], n: number): Position[] =>
  positions.map((one, i) => {
    const before = positions.slice(0, i).filter(({ side }) => side === 'silent').length;
    return one.side === 'silent' && before < n ? { ...one, side: 'for' } : one;
  });

const numberIn = (words: string): number | null => {
  const found = /: (?:nog )?(\d+) /.exec(words);
  return found ? Number(found[1]) : null;
};

describe.each([...rules.values()].map((kind) => [kind.name, kind] as const))('of %s', (_, kind) => {
  it('so many more are enough, and one fewer is not', () => {
    for (const size of [1, 2, 3, 4])
      for (const rule of kind.samples(size))
        for (const vector of vectors(size)) {
          const positions = placed(vector);
          const is = explain(rule, positions);
          const words = headline(is);
          const n = numberIn(words);
          expect([words.startsWith('Nog geen go'), vector]).toEqual([is.outcome === 'open', vector]);
          if (n === null) continue;
          const come = (more: number) => explain(rule, whenMore(positions, more)).outcome;
          expect([words, come(n), come(n - 1) === 'go']).toEqual([words, 'go', false]);
        }
  });
});

it('is said in the words of what is asked, and counts what the rule counts', () => {
  const [three, two] = [placed(['for', 'silent', 'silent']), placed(['for', 'silent'])];
  const all: Rule = { rule: 'unanimity', of: 'bodies' } as Rule;
  expect(headline(explain(all, three))).toBe('Nog geen go: 2 van 3 ontbreken');
  expect(headline(explain(all, two), 'consent')).toBe('Nog geen toestemming: 1 van 2 ontbreekt');
  expect(headline(explain({ rule: 'responded', of: 'bodies' } as Rule, three), 'response')).toBe(
    'Nog niet afgesloten: 2 van 3 moeten nog reageren',
  );
  expect(headline(explain({ rule: 'threshold', needed: 2, of: 'bodies' } as Rule, three))).toBe(
    'Nog geen go: nog 1 orgaan nodig',
  );
});

it('a short title ends with a word of its own, and is never cut within one', async () => {
  const plans = (await loadPlans([shippedWorkflows])).all();
  for (const { title } of plans.flatMap(({ workflow }) => workflow.phases)) {
    const short = shortTitle(title);
    expect([title, short.length <= 18 || !short.includes(' ')]).toEqual([title, true]);
    expect([title, title.startsWith(short), /^[ ,;:]?$/.test(title.charAt(short.length))]).toEqual([title, true, true]);
    expect(short).not.toMatch(/ (van|de|het|en|met|voor|langs|aan|op|in)$/);
  }
  expect(shortTitle('Instemming met het verzoek')).toBe('Instemming');
  expect(shortTitle('Inrichten van de samenwerkingsorganisatie')).toBe('Inrichten');
  expect(shortTitle('Thema’s en onderwerpen')).toBe('Thema’s');
});
