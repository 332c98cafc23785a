// The stem of a Dutch word, so that who looks for one form of it finds the others: the same on every database, which an
// index of theirs is not. The steps are those of Snowball's Dutch (Porter), from snowballstem.org, with some of ours.
const vowels = 'aeiouy';
const vowel = `[${vowels}]`;
const other = `[^${vowels}]`;

/** More of a word tells nothing. */
const lettersMax = 40;
/** The same with its accents, which may stand apart. */
const markedMax = 5 * lettersMax;

/** Words that stand everywhere tell nothing of where something is. */
const common = new Set(
  (
    'aan al als bij dan dat de der des deze die dit door een en er ge had heb hebben heeft het hier hij hoe hun ik in is ' +
    'ja je kan maar me men met mij na naar niet nog nu of om onder ons ook op over te tot u uit van veel voor want waren ' +
    'was wat we wel werd wie wij word worden wordt zal ze zich zij zijn zo zou ers tje tjes'
  ).split(' '),
);

/** A word of a text, with where it stands. */
export interface FoundWord {
  stem: string;
  from: number;
  until: number;
}

/** The words of a text that can be looked for, in their order. */
export function wordsIn(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const plain = folded(word);
    if (isTold(plain)) found.push({ stem: stemOf(plain), from: index, until: index + word.length });
  }
  for (const { 0: word, index } of text.matchAll(hyphened))
    for (const stem of stemsOf([[word]])) found.push({ stem, from: index, until: index + word.length });
  return found.sort((one, other) => one.from - other.from);
}

/** Their stems, each once. */
export const stemsIn = (text: string): Set<string> => stemsOf(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu));

/** And of what is written with hyphens as one word too: who looks for jeugdzorg or email finds jeugd-zorg and e-mail. */
export const stemsToFind = (text: string): Set<string> =>
  new Set([...stemsIn(text), ...stemsOf(text.matchAll(hyphened))]);

const hyphens = /[-\u2010\u2011]/g;
const hyphened = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)+/gu;

const stemsOf = (words: Iterable<readonly string[]>): Set<string> => {
  const plain = new Set([...words].map(([word = '']) => folded(word.replaceAll(hyphens, ''))));
  return new Set([...plain].filter(isTold).map(stemOf));
};

/** Without capitals and accents: nobody types those when they look for something. */
const folded = (word: string): string =>
  word
    .slice(0, markedMax)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .slice(0, lettersMax);

/** One letter is what an apostrophe left: foto's; others are of zzp'ers and A4'tjes. */
const isTold = (plain: string): boolean => (plain.length > 1 || /\d/.test(plain)) && !common.has(plain);

/** @param plain without capitals and accents */
function stemOf(plain: string): string {
  if (!/^[a-z]{3,}$/.test(plain)) return plain;
  const word = marked(singular(plain));
  const [first, second] = regionsOf(word);
  const ended = withoutEnding(withoutEnding(word, first).replace(/z$/, 's'), first); // also of keten and ketens, of wens and wensen
  const bare = withoutE(ended, first);
  const short = withoutSuffix(bare, { first, second, lostE: bare !== ended });
  return ours(oneVowel(short).toLowerCase());
}

/** Plurals that are another word than what there is more of, also at the end of a compound. */
const irregular: readonly (readonly [many: RegExp, one: string])[] = [
  [/(?<!ge|be|ver|over|k|^[gs])leden$/, 'lid'],
  [/(?<!be)steden$/, 'stad'],
  [/(kind|ei|blad|lied|goed|rund|kalf|kalv|lam|lamm|volk|gemoed|gelid)eren$/, '$1'],
  [/gelederen$/, 'gelid'],
  [/^(criteri|centr|muse|for)a$/, '$1um'],
  [/^ogen$/, 'oog'],
  [/^uren$/, 'uur'],
];

/** What is small: stukje, termijntje, plannetje, raampje. */
const small: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/([^aeiouy])\1etjes?$/, '$1'],
  [/mpjes?$/, 'm'],
  [/([aou])\1tjes?$/, '$1'],
  [/(?<=[aeiou][lnrw]|ijn?|[eiou][eiu])tjes?$/, ''],
  [/(?<=[aeiouy][^aeiouy]*[bcdfgklprstvz])jes?$/, ''],
];

/** Loan words in an e, of which an s makes more, which is not that of a process or an address. */
const withS = /(?<=[aiulr]ge|ure|[io]de|ule|[lmnkfgp]te|oute|ite|yse|ijze|ore|ime|rde|e?au|[^aeiou]o)s$/;
const ownS = /(bos|los|mos|kos|dos|ros|chaos|fonds|kosmos)$/;

/** Snowball leaves an s after a vowel: it would take that of a house too. */
function singular(plain: string): string {
  const [many, one] = irregular.find(([ending]) => ending.test(plain)) ?? [];
  if (many && one !== undefined) return plain.replace(many, one);
  const [ending, rest] = small.find(([end]) => end.test(plain)) ?? [];
  const word = (ending && rest !== undefined ? plain.replace(ending, rest) : plain)
    .replace(/(ie|ee)en$/, '$1')
    .replace(ownS.test(plain) ? /$^/ : withS, '');
  if (word.endsWith('ies') && !/(advies|verlies|kies|vlies|bries|fries|precies|spies)$/.test(word))
    return word.slice(0, -1);
  return word.endsWith('lleges') ? word.slice(0, -1) : word;
}

/** What is spelt otherwise in the plural, or with an ending: brieven, huizen, plannen, financiële. */
const ours = (stem: string): string =>
  stem
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/([^aeiouy])\1$/, '$1')
    .replace(/iee(?=[^aeiouy]$)/, 'ie');

/** A y or an i that is no vowel stands as a capital. */
const marked = (word: string): string =>
  word
    .replace(/^y/, 'Y')
    .replaceAll(new RegExp(`(?<=${vowel})y`, 'g'), 'Y')
    .replaceAll(new RegExp(`(?<=${vowel})i(?=${vowel})`, 'g'), 'I');

const afterVowel = new RegExp(`^.*?${vowel}${other}`);

/** Where an ending may begin: behind the first vowel that something else follows, and behind the next such. */
function regionsOf(word: string): [first: number, second: number] {
  const first = afterVowel.exec(word)?.[0].length ?? word.length;
  const second = first + (afterVowel.exec(word.slice(first))?.[0].length ?? word.length);
  return [Math.max(first, 3), second];
}

/** The word before an ending that is in the region; null where it has none, or not there. */
function before(word: string, ending: string, from: number): string | null {
  const length = word.length - ending.length;
  return word.endsWith(ending) && length >= from ? word.slice(0, length) : null;
}

const single = (word: string): string => word.replace(/(kk|dd|tt)$/, (pair) => pair.slice(1));

const takesEn = new RegExp(`${other}$`);
const takesS = new RegExp(`[^${vowels}j]$`);

const withoutEn = (word: string, rest: string | null): string =>
  rest !== null && takesEn.test(rest) && !rest.endsWith('gem') ? single(rest) : word;

function withoutEnding(word: string, first: number): string {
  if (word.endsWith('heden')) return before(word, 'heden', first)?.concat('heid') ?? word;
  const en = ['ene', 'en'].find((ending) => word.endsWith(ending));
  if (en !== undefined) return withoutEn(word, before(word, en, first));
  const rest = ['se', 's'].map((ending) => (word.endsWith(ending) ? ending : null)).find((ending) => ending !== null);
  const left = rest === undefined ? null : before(word, rest, first);
  return left !== null && takesS.test(left) ? left : word;
}

function withoutE(word: string, first: number): string {
  const left = before(word, 'e', first);
  return left !== null && takesEn.test(left) ? single(left) : word;
}

interface Regions {
  first: number;
  second: number;
  /** Whether an e was taken off. */
  lostE: boolean;
}

function withoutSuffix(word: string, { first, second, lostE }: Regions): string {
  const heid = before(word, 'heid', second);
  const bare = heid !== null && !heid.endsWith('c') ? withoutEn(heid, before(heid, 'en', first)) : word;
  for (const ending of ['end', 'ing']) {
    const left = before(bare, ending, second);
    if (left === null) continue;
    const more = before(left, 'ig', second);
    return more !== null && !more.endsWith('e') ? more : single(left);
  }
  const ig = before(bare, 'ig', second);
  if (ig !== null) return ig.endsWith('e') ? bare : ig;
  const lijk = before(bare, 'lijk', second);
  if (lijk !== null) return withoutE(lijk, first);
  return before(bare, 'baar', second) ?? (lostE ? before(bare, 'bar', second) : null) ?? bare;
}

const twoVowels = new RegExp(`(${other})(aa|ee|oo|uu)([^${vowels}I])$`);

const oneVowel = (word: string): string =>
  word.replace(twoVowels, (_, begin: string, pair: string, end: string) => begin + pair.slice(1) + end);
