// Whether a rule is spelled as its kind takes it: it may come from a file or from a request.
import { nearest } from './nearest.js';
import type { ParameterKind, RuleFault } from './rule-faults.js';

/** What a kind of rule takes: that, and what may be left out. */
interface Spelling {
  name: string;
  takes: Readonly<Record<string, ParameterKind>>;
  may?: Readonly<Record<string, ParameterKind>>;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isRule = (value: unknown): value is { rule: string } => isObject(value) && isText(value.rule);

const spelled: Record<ParameterKind, (value: unknown) => boolean> = {
  group: isText,
  text: isText,
  count: Number.isSafeInteger,
  rule: isRule,
  rules: (value) => Array.isArray(value) && value.every(isRule),
  'rules-by-name': (value) => isObject(value) && Object.values(value).every(isRule),
  names: (value) => Array.isArray(value) && value.every(isText),
  weights: (value) => isObject(value) && Object.values(value).every(isText),
  source: (value) =>
    isObject(value) && isText(value.title) && isText(value.on) && (value.url === undefined || isText(value.url)),
  options: (value) =>
    Array.isArray(value) && value.every((one) => isObject(one) && isText(one.id) && isText(one.title)),
};

/** What stands in a parameter that has fields of its own. */
const fieldsIn: Partial<Record<ParameterKind, readonly string[]>> = {
  source: ['title', 'url', 'on'],
  options: ['id', 'title', 'form', 'board', 'consequence'],
};

/** What of the spelling is wrong. */
export function spellingFaults({ name: rule, takes, may = {} }: Spelling, asked: object): RuleFault[] {
  const given = new Map<string, unknown>(Object.entries(asked));
  const known = { ...takes, ...may };
  const isLeftOut = (one: string): boolean => !Object.hasOwn(takes, one) && given.get(one) === undefined;
  const wrong = Object.entries(known).filter(([one, what]) => !isLeftOut(one) && !spelled[what](given.get(one)));
  const inside = Object.entries(known).flatMap(([one, what]) =>
    [given.get(one)].flat().flatMap((held) => unknownIn(rule, `${one}/`, fieldsIn[what], held)),
  );
  return [
    ...unknownIn(rule, '', ['rule', ...Object.keys(known)], asked),
    ...inside,
    ...wrong.map(([parameter, what]) => ({ code: 'wrong-parameter', rule, parameter, takes: what }) as const),
  ];
}

function unknownIn(rule: string, at: string, known: readonly string[] | undefined, held: unknown): RuleFault[] {
  if (!known || !isObject(held)) return [];
  const unknown = Object.keys(held).filter((one) => !known.includes(one));
  return unknown.map((one): RuleFault => {
    const meant = nearest(one, known);
    const parameter = at + one;
    return { code: 'unknown-parameter', rule, parameter, ...(meant === undefined ? {} : { nearest: at + meant }) };
  });
}
