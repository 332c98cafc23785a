// Whether a rule is spelled as its kind takes it: it may come from a file or from a request.

/** What stands under a parameter: the name of a group, a whole number, a text, a rule, rules, weights, options. */
export type ParameterKind = 'group' | 'count' | 'text' | 'rule' | 'rules' | 'weights' | 'options';

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

const cures: Record<ParameterKind, string> = {
  group: 'de naam van een groep',
  text: 'een tekst',
  count: 'een geheel getal',
  rule: 'een regel',
  rules: 'een lijst van regels',
  weights: 'een gewicht als tekst voor elk orgaan',
  options: 'een lijst van mogelijkheden met id en title',
};

/** What of the spelling is wrong, each with its cure in Dutch. */
export function spellingFaults(name: string, takes: Readonly<Record<string, ParameterKind>>, rule: object): string[] {
  const given = new Map<string, unknown>(Object.entries(rule));
  const unknown = [...given.keys()].filter((one) => one !== 'rule' && !Object.hasOwn(takes, one));
  const wrong = Object.entries(takes).filter(([one, what]) => !spelled[what](given.get(one)));
  return [
    ...unknown.map((one) => `regel "${name}": "${one}" hoort er niet bij; laat het weg`),
    ...wrong.map(([one, what]) => `regel "${name}": geef bij "${one}" ${cures[what]}`),
  ];
}
