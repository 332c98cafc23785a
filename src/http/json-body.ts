// Reads a JSON body strictly: UTF-8, every name once in its object, at most 32 levels deep.
import { visit } from 'jsonc-parser';
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
  mustBePlain(text);
  return value;
}

/** JSON.parse keeps the last of two equal names without a word, and knows no depth. */
function mustBePlain(text: string): void {
  const open: Set<string>[] = [];
  let depth = 0;
  const enter = () => {
    depth += 1;
    if (depth > depthMax) throw new Refusal('too-large');
  };
  visit(text, {
    onObjectBegin: () => {
      enter();
      open.push(new Set());
    },
    onObjectProperty: (name) => {
      const names = open.at(-1);
      if (names?.has(name)) throw new Refusal('invalid-json');
      names?.add(name);
    },
    onObjectEnd: () => {
      depth -= 1;
      open.pop();
    },
    onArrayBegin: enter,
    onArrayEnd: () => {
      depth -= 1;
    },
  });
}
