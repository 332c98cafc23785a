// A rule as data from outside: plain, and no larger than people can follow. Whether it is a rule that fits is for the
// domain to say.
import type { Kind } from './field.js';

const depthMax = 12;
const entriesMax = 1000;
const textMax = 4000;

export const ruleData: Kind = {
  judge: (value) => (isPlain(value, 0) && isNamed(value) ? [] : [{ pointer: '', code: 'wrong-type' }]),
  schema: { type: 'object', required: ['rule'], properties: { rule: { type: 'string' } }, additionalProperties: true },
};

const isNamed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'rule' in value && typeof value.rule === 'string';

/** Texts, whole numbers, lists and objects of these: what the record can hold. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.length <= textMax && value.isWellFormed() && !/\p{Cc}/u.test(value);
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null || depth > depthMax) return false;
  const entries = Object.values(value);
  return entries.length <= entriesMax && entries.every((one) => isPlain(one, depth + 1));
}
