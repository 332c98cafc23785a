// A list of decisions as a municipality publishes it, as text: which of its items is about a question that lies open, and what it
// says was decided. What is not certain stays open: somebody reads it and fills that in.
import { plainName } from '../roles/sheet-names.js';
import type { Day, DecisionKind } from '../vocabulary.js';
import { daysIn } from '../days-in-text.js';
import type { DecisionSheetNames } from './decision-lines.js';

/** A question that lies open, with all that it goes by, and what may be answered. */
export interface OpenQuestion {
  titles: readonly string[];
  kinds: readonly DecisionKind[];
}

/** The words of a language by which a decision and its number are known in an item. */
export interface ListWords {
  decided: readonly string[];
  /** Before what was asked or advised, and not decided. */
  asked: readonly string[];
  numbered: readonly string[];
  /** Answers in a cell that say in a sentence only that something was decided, and those that name a subject as well. */
  vague: readonly string[];
  topics: readonly string[];
  /** What makes another answer of a yes, or none. */
  doubts: readonly string[];
}

/** What the list seems to say of it; null of what is not certain. */
export interface FoundInList {
  /** The item, as it stands there. */
  text: string;
  kind: DecisionKind | null;
  on: Day | null;
  reference: string | null;
}

/** So many items of a list are looked at. */
const itemsMax = 300;
/** The day of the meeting stands above them. */
const linesAbove = 15;
/** So great a part of the words of a title must be in an item that is about it. */
const likeness = 0.5;
/** Shorter words are in every text. */
const wordMin = 5;

/** The items in which it may have been decided, the likeliest first; none where it is not in the list. */
export function foundInList(
  text: string,
  question: OpenQuestion,
  names: DecisionSheetNames,
  words: ListWords,
): FoundInList[] {
  const on = meetingDay(text, names);
  const scored = itemsIn(text).map((item) => ({
    item,
    score: Math.max(...question.titles.map((one) => likenessOf(item, one)), 0),
  }));
  return scored
    .filter(({ score }) => score >= likeness)
    .toSorted((one, other) => other.score - one.score)
    .map(({ item }) => ({
      text: item,
      on,
      kind: kindIn(item, question, names, words),
      reference: referenceIn(item, words),
    }));
}

/** The one day that is named above the items; null where there is none, or more than one. */
function meetingDay(text: string, { days: words }: DecisionSheetNames): Day | null {
  const [days] = daysIn(text.split('\n').slice(0, linesAbove).join('\n'), words);
  const [day = null, ...others] = new Set(days);
  return others.length === 0 ? day : null;
}

/** A number before a text, or alone on its line. */
const beginsItem = /^[\t ]{0,12}(?:\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z]\d{0,2})[.)]?(?:[\t ]{1,12}\S|[\t ]{0,12}$)/;

/** An item begins with its number, or after an empty line. */
function itemsIn(text: string): string[] {
  const items: string[][] = [[]];
  for (const line of text.split(/\r\n?|\n/)) {
    const isEmpty = line.trim() === '';
    if (isEmpty || beginsItem.test(line)) items.push([]);
    if (!isEmpty) items.at(-1)?.push(line);
  }
  return items
    .map((lines) => lines.join('\n').trim())
    .filter((one) => one !== '')
    .slice(0, itemsMax);
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    plainName(text)
      .split(' ')
      .filter((word) => word.length >= wordMin),
  );

function likenessOf(item: string, title: string): number {
  const asked = wordsOf(title);
  const said = wordsOf(item);
  return asked.size === 0 ? 0 : [...asked].filter((word) => said.has(word)).length / asked.size;
}

/** A word of doubt beside one of these makes another answer of it, or none. */
const plainYes = new Set<DecisionKind>(['agree', 'agree-in-principle', 'consent', 'adopt', 'no-view', 'signed']);

/** What the words of its decision say, where they say one thing and nothing beside it may make another of that. */
function kindIn(
  item: string,
  { titles, kinds }: OpenQuestion,
  { answers }: DecisionSheetNames,
  words: ListWords,
): DecisionKind | null {
  const { text, isMarked } = decidedIn(item, words);
  const vague = new Set(isMarked ? words.vague : [...words.vague, ...words.topics]);
  const phrases = Object.entries(answers)
    .flatMap(([kind, all]) => all.map((one) => ({ phrase: plainName(one), kind: kind as DecisionKind }))) // its keys
    .filter(({ phrase }) => phrase.length > 3 && !vague.has(phrase))
    .toSorted((one, other) => other.phrase.length - one.phrase.length);
  let left = ` ${plainName(text)} `;
  for (const title of titles) left = left.replaceAll(` ${plainName(title)} `, ' ');
  const found = new Set<DecisionKind>();
  for (const { phrase, kind } of phrases) {
    if (!left.includes(` ${phrase} `)) continue;
    found.add(kind); // longer ones first: "niet akkoord" says nothing of "akkoord"
    left = left.replaceAll(` ${phrase} `, ' ');
  }
  const [kind = null, ...others] = found;
  if (kind === null || others.length > 0 || !kinds.includes(kind)) return null;
  const isDoubted = plainYes.has(kind) && words.doubts.some((word) => left.includes(` ${word} `));
  return isDoubted ? null : kind;
}

/** The words before a colon, where there are a few. */
function headOf(line: string): string[] {
  const head = line.includes(':') ? plainName(line.slice(0, line.indexOf(':'))).split(' ') : [];
  return head.length <= headMax ? head : [];
}
const headMax = 6;

/**
 * What stands behind "Besluit:", up to what was only asked or advised; nothing where that alone stands there; and else all of it,
 * which names its subject too.
 */
function decidedIn(item: string, { decided, asked }: ListWords): { text: string; isMarked: boolean } {
  const lines = item.split('\n');
  const isAsked = (line: string): boolean => headOf(line).some((word) => asked.includes(word));
  const at = lines.findIndex((line) => !isAsked(line) && headOf(line).some((word) => decided.includes(word)));
  if (at < 0) return { text: lines.some(isAsked) ? '' : item, isMarked: false };
  const [first = '', ...rest] = lines.slice(at);
  const end = rest.findIndex(isAsked);
  const behind = [first.slice(first.indexOf(':') + 1), ...(end < 0 ? rest : rest.slice(0, end))];
  return { text: behind.join('\n'), isMarked: true };
}

/** The number behind one of the words for it. */
function referenceIn(item: string, { numbered }: ListWords): string | null {
  const words = item.split(/\s+/);
  const at = words.findIndex((word, i) => numbered.includes(plainName(word)) && /\d/.test(words[i + 1] ?? ''));
  return at < 0 ? null : withoutEnd(words[at + 1] ?? '');
}

/** A word without the marks that close a sentence behind it. */
function withoutEnd(word: string): string {
  let end = word.length;
  while (end > 0 && '.,;)'.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}
