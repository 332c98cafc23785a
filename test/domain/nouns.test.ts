// Every kind of body, in every number, in every thing that is asked: with its article, "beide" for two, and the verb that goes
// with it. The expected words are built here from a table, by the rules of Dutch, and not from the maker.
import { allSaid, counted } from '../../src/wording/gates/counted.js';
import { inSentence, namesInList } from '../../src/wording/language/nouns.js';
import type { Asks } from '../../src/domain/vocabulary.js';

interface Kind {
  article: string;
  one: string;
  many: string;
}

const kinds: Kind[] = [
  { article: 'het ', one: 'college', many: 'colleges' },
  { article: 'de ', one: 'raad', many: 'raden' },
  { article: 'het ', one: 'overleg', many: 'overleggen' },
  { article: 'de ', one: 'aanbieder', many: 'aanbieders' },
  { article: 'de ', one: 'bewindspersoon', many: 'bewindspersonen' },
  { article: '', one: 'gedeputeerde staten', many: 'gedeputeerde staten' },
  { article: '', one: 'provinciale staten', many: 'provinciale staten' },
  { article: 'het ', one: 'waterschapsbestuur', many: 'waterschapsbesturen' },
  { article: 'de ', one: 'burgemeester', many: 'burgemeesters' },
  { article: 'het ', one: 'bestuur', many: 'besturen' },
  { article: 'de ', one: 'partij', many: 'partijen' },
];

const said: Record<Asks, { verbs: [one: string, many: string]; rest: string }> = {
  agreement: { verbs: ['is', 'zijn'], rest: 'akkoord' },
  response: { verbs: ['heeft', 'hebben'], rest: 'gereageerd' },
  consent: { verbs: ['heeft', 'hebben'], rest: 'toestemming verleend' },
  adoption: { verbs: ['heeft', 'hebben'], rest: 'het vastgesteld' },
  signature: { verbs: ['heeft', 'hebben'], rest: 'ondertekend' },
};
const asks = Object.keys(said) as Asks[]; // its own names

/** Who they are, all of them. */
function whole({ article, one, many }: Kind, n: number): string {
  if (n === 1) return `${article}${one}`;
  return n === 2 ? `beide ${many}` : `alle ${n} ${many}`;
}

const cases = kinds.flatMap((kind) => [1, 2, 3, 12].flatMap((n) => asks.map((asked) => [kind, n, asked] as const)));

it.each(cases)('%o, %i of them, asked for %s', (kind, n, asked) => {
  const { verbs, rest } = said[asked];
  const isOne = n === 1 && kind.one !== kind.many;
  const sentence = `${whole(kind, n)} ${verbs[isOne ? 0 : 1]} ${rest}`;
  expect(allSaid(n, kind, asked)).toBe(sentence);
  const all = { for: n, against: 0, pending: 0, lapsed: 0 };
  expect(counted('for', all, kind, asked)).toBe(sentence);
  if (n === 1) return;
  const but = { for: 1, against: 0, pending: n - 1, lapsed: 0 };
  expect(counted('for', but, kind, asked)).toBe(`1 van de ${n} ${kind.many} ${verbs[0]} ${rest}`);
});

it.each(kinds)('$one of a place is named in a sentence with its article', ({ article, one }) => {
  const title = one.charAt(0).toUpperCase() + one.slice(1);
  expect(inSentence(`${title} van Assen`)).toBe(`${article}${one} van Assen`);
});

it('in a list of their own bodies are called by where they are of, unless that says less than their names', () => {
  expect(namesInList(['College van Assen', 'College van De Wolden'])).toEqual({
    head: 'College',
    names: ['Assen', 'De Wolden'],
  });
  for (const titles of [
    ['College van Assen'],
    ['College van Assen', 'Raad van Assen'],
    ['ABO Jeugd', 'Raad van Assen'],
    [],
  ])
    expect(namesInList(titles)).toEqual({ head: null, names: titles });
});
