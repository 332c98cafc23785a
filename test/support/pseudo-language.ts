// A language for tests: all that the Dutch one says, between marks. What stands on a page outside of marks was not said in
// the language that the page was given.
import { languages, type Wording } from '../../src/wording/wording.js';

const [open, close] = ['⟦', '⟧'];

/** What a language has beside words: its name, codes, and which facts its sentences tell. */
const codes = new Set(['language', 'fieldCodes', 'saidRules', 'toldInSentence', 'stemsIn']);
/** What is figures with some words among them, and under which names these stand. */
const views = new Set([
  'gateView',
  'gateShown',
  'workflowView',
  'gateTermsView',
  'explanationView',
  'explanationIn',
  'checkView',
  'standView',
  'glossary',
  'glossaryIn',
]);
const spoken = new Set(['text', 'sentence', 'headline', 'word', 'detail', 'former', 'rule']);

type Mark = (text: string, name: string) => string;
const everything: Mark = (text) => (text === '' ? text : `${open}${text}${close}`);
const wordsOnly: Mark = (text, name) => (spoken.has(name) ? everything(text, name) : text);

function marked(value: unknown, mark: Mark, name = ''): unknown {
  if (typeof value === 'string') return mark(value, name);
  if (typeof value === 'function')
    return (...given: unknown[]): unknown => marked(Reflect.apply(value, null, given), mark, name);
  if (Array.isArray(value)) return value.map((one) => marked(one, mark, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one, mark, key)]));
}

const { nl } = languages;

/** What only joins or changes words that are given to it: these are marked already, or are none. */
const passing: Partial<Wording> = {
  capital: nl.capital,
  listWords: (names) => names.join(`${open} en ${close}`),
};

export const pseudo: Wording = {
  ...(Object.fromEntries(
    Object.entries(nl).map(([name, value]) => [
      name,
      codes.has(name) ? value : marked(value, views.has(name) ? wordsOnly : everything, name),
    ]),
  ) as Wording), // each value has the type that it had
  ...passing,
};

/** The texts in a value that is no wording: names in plans, what people typed. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const inner = new RegExp(`${open}[^${open}${close}]*${close}`, 'g');

/** The text without what stands between marks, which may hold more of them. */
function outside(text: string): string {
  const left = text.replaceAll(inner, ' ');
  return left === text ? text : outside(left);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const plain = (html: string): string => html.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** What a page says: its texts, but no code, and what is read aloud or shown of its elements. Drawn text is in lines. */
function saidOn(page: string): string[] {
  const body = page
    .replaceAll(/<(article|ul) [^>]*\blang="nl"[^>]*>.*?<\/\1>/gs, '') // the handbook, which is in one language
    .replaceAll(/<(style|code|bpmn:incoming|bpmn:outgoing)\b.*?<\/\1>/gs, '')
    .replaceAll('<wbr/>', '') // where an address may break
    .replaceAll(/‐<\/text><text\b[^>]*>/g, '') // a word that was broken
    .replaceAll(/-<\/text><text\b[^>]*>/g, '-')
    .replaceAll(/<\/text><text\b[^>]*>/g, ' ');
  const labels = [...body.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]*)"|<bpmn:\w+ [^>]*name="([^"]*)"/g)];
  return [...labels.map(([, label, name]) => label ?? name ?? ''), ...body.split(/<[^>]*>/)].map((text) =>
    plain(text).replaceAll(/\s+/g, ' '),
  );
}

/** Beside a fingerprint. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/\b[\da-f]{12,64}\b/g, ''));
const pattern = (text: string): RegExp =>
  new RegExp(`(?<!\\p{L})${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'gu');

/**
 * What a page says outside of marks.
 * @param texts what is in no language: names, and what people typed
 */
export function unmarkedWith(texts: readonly string[]): (page: string) => string[] {
  const named = texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(hasWords);
  const known = new Set(named.flatMap((text) => [text, nl.capital(text)]));
  const longest = [...known].sort((a, b) => b.length - a.length);
  const found = new Map<string, string>(); // pages say much the same
  const without = (text: string): string => {
    const rest =
      found.get(text) ??
      longest.filter((one) => text.includes(one)).reduce((left, one) => left.replaceAll(pattern(one), ' '), text);
    found.set(text, rest);
    return rest;
  };
  return (page) =>
    saidOn(page)
      .map(outside)
      .filter((text) => hasWords(text) && !known.has(text.trim()))
      .map((text) => without(text).trim())
      .filter(hasWords);
}
