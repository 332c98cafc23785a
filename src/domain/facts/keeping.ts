// How an event keeps what was said, by its table, and how the record reads it back: facts that are hashed, and beside
// them the texts under keys of their own, which can be erased.
import type { Payload, Facts, Hashed, Kept } from './fact.js';
import { isNarrow } from './of-papers.js';

/** The texts of an event by key, as they are stored and as they are read: null once erased, undefined where not said. */
type NewTexts = Record<string, string | undefined>;
type StoredTexts = Readonly<Record<string, string | null | undefined>>;
type Plain = Readonly<Record<string, unknown>>;

/** Divides a payload into facts, which are hashed, and texts, which may be erased. What a command keeps itself is in neither. */
export function keep<F extends Facts>(table: F, asked: Payload<F>): { facts: Hashed<F>; texts: NewTexts } {
  const texts: NewTexts = {};
  return { facts: kept(table, asked, '', texts) as Hashed<F>, texts };
}

function kept(table: Facts, asked: Plain, before: string, texts: NewTexts): Plain {
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(asked)) {
    const { keeps, of, apartBy } = table[name] ?? own;
    if (value === undefined || keeps === 'said') continue;
    const key = `${before}${name}`;
    const isApart = keeps === 'text' || (apartBy !== undefined && isNarrow(asked[apartBy]));
    if (isApart) texts[key] = value as string;
    else if (keeps === 'fact') facts[name] = value;
    else if (keeps === 'texts' || keeps === 'named')
      for (const [one, text] of Object.entries(value as Record<string, string>)) texts[`${key}/${one}`] = text;
    else {
      const inner = of as Facts;
      const held =
        keeps === 'group'
          ? kept(inner, value as Plain, `${key}/`, texts)
          : (value as Plain[]).map((one, i) => kept(inner, one, `${key}/${i}/`, texts));
      if (holdsFacts(inner)) facts[name] = held;
    }
  }
  return facts;
}

/** For what the command added itself: it keeps that in its own way. */
const own: Pick<Facts[string], 'keeps' | 'of' | 'apartBy'> = { keeps: 'said' };

const holdsFacts = (table: Facts): boolean =>
  Object.values(table).some(
    ({ keeps, of }) => keeps === 'fact' || ((keeps === 'group' || keeps === 'each') && holdsFacts(of as Facts)),
  );

/** Puts together again what `keep` divided. */
export const read = <F extends Facts>(table: F, facts: Hashed<F>, texts: StoredTexts): Kept<F> =>
  joined(readersOf(table), facts, texts, '') as Kept<F>;

/** How the rows of a table are read back. Most of what can be said is not: only what is there is looked at. */
interface Readers {
  rows: ReadonlyMap<string, Reader>;
  /** What is read where nothing was said, under every name of the table. */
  empty: Plain;
}

interface Reader {
  keeps: Exclude<Facts[string]['keeps'], 'said'>;
  of: Readers;
}

const known = new WeakMap<Facts, Readers>();

function readersOf(table: Facts): Readers {
  const found = known.get(table);
  if (found) return found;
  const kept = Object.entries(table).flatMap(([name, { keeps, of = {} }]): [string, Reader][] =>
    keeps === 'said' ? [] : [[name, { keeps, of: readersOf(of as Facts) }]],
  );
  // Parsed and not filled name by name: V8 copies an object that grew so large fifty times more slowly.
  const empty = JSON.parse(
    `{${kept.map(([name, { keeps }]) => `${JSON.stringify(name)}:${nothing[keeps]}`).join()}}`,
  ) as Plain;
  const made = { rows: new Map(kept), empty };
  known.set(table, made);
  return made;
}

const nothing = { fact: 'null', text: 'null', texts: '[]', named: '{}', group: 'null', each: '[]' };

/** What is read where nothing was said, under every name of the table. */
export const emptyOf = (table: Facts): Plain => readersOf(table).empty;

function joined({ rows, empty }: Readers, facts: Plain, texts: StoredTexts, before: string): Plain {
  const found: Record<string, unknown> = { ...empty };
  for (const name in facts) {
    const reader = rows.get(name);
    if (reader?.keeps === 'fact') found[name] = facts[name];
    else if (reader) found[name] = valueOf(reader, facts[name], texts, before + name);
  }
  for (const key in texts) {
    if (!key.startsWith(before)) continue;
    const end = key.indexOf('/', before.length);
    const name = key.slice(before.length, end < 0 ? undefined : end);
    const reader = rows.get(name);
    if (reader && found[name] === empty[name]) found[name] = valueOf(reader, facts[name], texts, before + name);
  }
  return found;
}

function valueOf({ keeps, of }: Reader, value: unknown, texts: StoredTexts, key: string): unknown {
  switch (keeps) {
    case 'fact':
      return value ?? texts[key] ?? null;
    case 'text':
      return texts[key] ?? null;
    case 'texts':
      return listed(texts, key);
    case 'named':
      return named(texts, key);
    case 'group':
      return joined(of, (value ?? {}) as Plain, texts, `${key}/`);
    case 'each':
      return entries(value as Plain[] | undefined, texts, key).map((one, i) => joined(of, one, texts, `${key}/${i}/`));
  }
}

/**
 * The hashed half of each entry. An event keeps none when its entries are texts alone, since there is nothing to hash:
 * then their texts tell how many there were, of which an erased one still has its key.
 */
function entries(hashed: Plain[] | undefined, texts: StoredTexts, key: string): readonly Plain[] {
  if (hashed) return hashed;
  const found: Plain[] = [];
  const isThere = () => Object.keys(texts).some((one) => one.startsWith(`${key}/${found.length}/`));
  while (isThere()) found.push({});
  return found;
}

/** The texts under `prefix/0`, `prefix/1` … in their order. */
export function listed(texts: StoredTexts, prefix: string): (string | null)[] {
  const found: (string | null)[] = [];
  for (let i = 0; `${prefix}/${i}` in texts; i++) found.push(texts[`${prefix}/${i}`] ?? null);
  return found;
}

/** The texts under `prefix/…`, each by what follows. */
export const named = (texts: StoredTexts, prefix: string): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      key.startsWith(`${prefix}/`) ? [[key.slice(prefix.length + 1), text ?? null]] : [],
    ),
  );
