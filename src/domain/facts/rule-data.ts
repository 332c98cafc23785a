// A rule as data from outside: plain, its texts like all others, and no larger than people can follow. Whether it is a
// rule that fits is for the domain to say.
import type { FieldError } from '../refusal.js';
import type { Rule } from '../rule.js';
import { escapePointer, longText, title, url, type Value } from './values.js';

/** So many rules stand in one another at most, itself included. */
export const rulesMax = 50;
const depthMax = 12;
const entriesMax = 1000;

/** The texts that are no title: why a rule is assumed is a reason, and a source has an address. */
const otherTexts: ReadonlyMap<string, Value<string>> = new Map([
  ['why', longText],
  ['url', url],
]);

export const ruleData: Value<Rule> = {
  sort: { is: 'other' },
  judge: (value) => {
    if (!isPlain(value, 0) || !isNamed(value)) return [{ pointer: '', code: 'wrong-type' }];
    const because = { code: 'many-rules', max: rulesMax } as const;
    if (count(value) > rulesMax) return [{ pointer: '', code: 'too-long', limit: rulesMax, because }];
    return textFaults(value, '');
  },
  schema: { type: 'object', required: ['rule'], properties: { rule: { type: 'string' } }, additionalProperties: true },
};

const isNamed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'rule' in value && typeof value.rule === 'string';

/** Texts, whole numbers, lists and objects of these: what the record can hold. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null || depth > depthMax) return false;
  const entries = Object.values(value);
  return entries.length <= entriesMax && entries.every((one) => isPlain(one, depth + 1));
}

function count(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + count(one), isNamed(value) ? 1 : 0);
}

function textFaults(value: unknown, key: string): FieldError[] {
  if (typeof value === 'string') return (otherTexts.get(key) ?? title).judge(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textFaults(one, name).map((error) => ({ ...error, pointer: `/${escapePointer(name)}${error.pointer}` })),
  );
}
