// Reads a JSON body strictly: UTF-8, every name once in its object, at most 32 levels deep, and no more in it than any call
// can be told.
import { Refusal } from '../domain/refusal.js';

export const bodyMax = 1024 * 1024;
/** Where nobody is signed in. */
export const openMax = 16 * 1024;
const depthMax = 32;
/** Of the names and the values in all its objects and lists; the longest request of all is a few hundred long. */
const namesMax = 2_000;
const valuesMax = 20_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws Refusal invalid-json, too-large */
export function parseJson(bytes: Buffer): unknown {
  const text = textOf(bytes);
  const written = namesWritten(text); // first: what holds too much is not even parsed
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('invalid-json');
  }
  if (namesIn(value, 0) !== written) throw new Refusal('invalid-json'); // JSON.parse keeps the last of two without a word
  return value;
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal('invalid-json');
  }
}

/** How many names a value has, in all its objects. */
function namesIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === depthMax) throw new Refusal('too-large');
  const inside = Object.values(value); // of a list its items, which have no names
  return inside.reduce<number>((sum, one) => sum + namesIn(one, depth + 1), Array.isArray(value) ? 0 : inside.length);
}

/**
 * How many names stand in a JSON text: as many as it has colons outside of its strings.
 * @throws Refusal too-large
 */
function namesWritten(text: string): number {
  let [names, values] = [0, 0];
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isInString = !isInString;
    else if (character === ':' && !isInString) names++;
    else if (character === ',' && !isInString) values++;
    else if (character === '\\') i++; // what is escaped ends no string
    if (names > namesMax || values > valuesMax) throw new Refusal('too-large');
  }
  return names;
}
