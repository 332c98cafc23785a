// Whether a rule is spelled as its kind takes it: it may come from a file or from a request.
import { nearest } from './nearest.js';
import type { ParameterKind, RuleFault } from './rule-faults.js';

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRule = (value: unknown): boolean => isObject(value) && isText(value.rule);

const spelled: Record<ParameterKind, (value: unknown) => boolean> = {
  group: isText,
  text: isText,
  count: Number.isSafeInteger,
  rule: isRule,
  rules: (value) => Array.isArray(value) && value.every(isRule),
  weights: (value) => isObject(value) && Object.values(value).every(isText),
  options: (value) =>
    Array.isArray(value) && value.every((one) => isObject(one) && isText(one.id) && isText(one.title)),
};

/** What of the spelling is wrong. */
export function spellingFaults(
  rule: string,
  takes: Readonly<Record<string, ParameterKind>>,
  asked: object,
): RuleFault[] {
  const given = new Map<string, unknown>(Object.entries(asked));
  const unknown = [...given.keys()].filter((one) => one !== 'rule' && !Object.hasOwn(takes, one));
  const wrong = Object.entries(takes).filter(([one, what]) => !spelled[what](given.get(one)));
  return [
    ...unknown.map((parameter): RuleFault => {
      const meant = nearest(parameter, Object.keys(takes));
      return { code: 'unknown-parameter', rule, parameter, ...(meant === undefined ? {} : { nearest: meant }) };
    }),
    ...wrong.map(([parameter, what]) => ({ code: 'wrong-parameter', rule, parameter, takes: what }) as const),
  ];
}
