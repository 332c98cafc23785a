// How an event keeps what was said, by its table, and how the record reads it back: facts that are hashed, and beside
// them the texts under keys of their own, which can be erased.
import type { Payload, Facts, Hashed, Kept } from './fact.js';

/** The texts of an event by key, as they are stored and as they are read: null once erased. */
type NewTexts = Record<string, string | undefined>;
type StoredTexts = Readonly<Record<string, string | null>>;
type Plain = Readonly<Record<string, unknown>>;

/** What was said, divided into what is hashed and what may be erased; what is the command's own stays out of both. */
export function keep<F extends Facts>(table: F, asked: Payload<F>): { facts: Hashed<F>; texts: NewTexts } {
  const texts: NewTexts = {};
  return { facts: kept(table, asked, '', texts) as Hashed<F>, texts };
}

function kept(table: Facts, asked: Plain, before: string, texts: NewTexts): Plain {
  const facts: Record<string, unknown> = {};
  for (const [name, { keeps, of }] of Object.entries(table)) {
    const value = asked[name];
    if (value === undefined || keeps === 'said') continue;
    const key = `${before}${name}`;
    if (keeps === 'fact') facts[name] = value;
    else if (keeps === 'text') texts[key] = value as string;
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

const holdsFacts = (table: Facts): boolean =>
  Object.values(table).some(
    ({ keeps, of }) => keeps === 'fact' || ((keeps === 'group' || keeps === 'each') && holdsFacts(of as Facts)),
  );

/** Joins what an event kept. */
export const read = <F extends Facts>(table: F, facts: Hashed<F>, texts: StoredTexts): Kept<F> =>
  joined(table, facts, texts, '') as Kept<F>;

function joined(table: Facts, facts: Plain, texts: StoredTexts, before: string): Plain {
  const found: Record<string, unknown> = {};
  for (const [name, { keeps, of }] of Object.entries(table)) {
    const key = `${before}${name}`;
    const value = facts[name];
    if (keeps === 'fact') found[name] = value ?? null;
    else if (keeps === 'text') found[name] = texts[key] ?? null;
    else if (keeps === 'texts') found[name] = listed(texts, key);
    else if (keeps === 'named') found[name] = named(texts, key);
    else if (keeps === 'group')
      found[name] =
        value === undefined && !has(texts, key) ? null : joined(of as Facts, (value ?? {}) as Plain, texts, `${key}/`);
    else if (keeps === 'each')
      found[name] = entries(value as Plain[] | undefined, texts, key).map((one, i) =>
        joined(of as Facts, one, texts, `${key}/${i}/`),
      );
  }
  return found;
}

/** The hashed half of each entry; of entries that are texts alone, one for each that has any. */
function entries(hashed: readonly Plain[] | undefined, texts: StoredTexts, key: string): readonly Plain[] {
  if (hashed) return hashed;
  const found: Plain[] = [];
  while (has(texts, `${key}/${found.length}`)) found.push({});
  return found;
}

const has = (texts: StoredTexts, key: string): boolean => {
  for (const one in texts) if (one.startsWith(`${key}/`)) return true;
  return false;
};

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
      key.startsWith(`${prefix}/`) ? [[key.slice(prefix.length + 1), text]] : [],
    ),
  );
