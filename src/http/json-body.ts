// Reads a JSON body strictly: UTF-8, every name once in its object, at most 32 levels deep.
import { Refusal } from '../domain/refusal.js';

export const bodyMax = 1024 * 1024;
const depthMax = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws Refusal invalid-json, too-large */
export function parseJson(bytes: Buffer): unknown {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Refusal('invalid-json');
  }
  mustBePlain(text, value);
  return value;
}

/** JSON.parse keeps the last of two equal names without a word, and knows no depth. */
function mustBePlain(text: string, value: unknown): void {
  if (namesIn(value, 0) !== namesWritten(text)) throw new Refusal('invalid-json');
}

/** How many names a value has, in all its objects. */
function namesIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === depthMax) throw new Refusal('too-large');
  const inside = Object.values(value); // of a list its items, which have no names
  return inside.reduce<number>((sum, one) => sum + namesIn(one, depth + 1), Array.isArray(value) ? 0 : inside.length);
}

/** How many names stand in a JSON text: as many as it has colons outside of its strings. */
function namesWritten(text: string): number {
  let names = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isInString = !isInString;
    else if (character === ':' && !isInString) names++;
    else if (character === '\\') i++; // what is escaped ends no string
  }
  return names;
}
