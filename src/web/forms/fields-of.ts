// The fields by which a form asks for what can be said, made of its table; and what a form holds that begins with what was
// said before.
import { commands, type CommandName } from '../../domain/commands/commands.js';
import type { Facts } from '../../domain/facts/fact.js';
import type { Sort } from '../../domain/facts/values.js';
import type { Wording } from '../../wording/wording.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { filledIn, type Form, type FormSection, type Values } from './form.js';

type Row = Facts[string];

/** What a form says of a field beside its table, by its place without numbers: `conditions.effect`. */
export type More = Readonly<Record<string, Partial<Field> | undefined>>;

interface Asking {
  wording: Wording;
  values: Values;
  /** The name of the table in the words. */
  table?: string;
  more?: More;
}

/** One entry more than was filled in. */
export const slots = (values: Values, list: string): number[] =>
  Array.from({ length: filledIn(values, list) + 1 }, (_, i) => i);

/** The fields for one row of a table; none for what cannot be asked without knowing more. */
export function fieldsOf(name: string, row: Row, asking: Asking, must = row.needed): Field[] {
  const { keeps, of, value } = row;
  // What an entry says for the command itself, such as which former one it is, is no question.
  const inner = Object.entries((of ?? {}) as Facts).filter(([, each]) => each.keeps !== 'said');
  if (keeps === 'group')
    return inner.flatMap(([one, each]) => fieldsOf(`${name}/${one}`, each, asking, must && each.needed));
  if (keeps === 'each')
    return slots(asking.values, name).flatMap((i) =>
      inner.flatMap(([one, each]) =>
        fieldsOf(`${name}/${i}/${one}`, each, asking, false).map((field) => orFirst(field, i, must && each.needed)),
      ),
    );
  if (keeps === 'texts' && value.sort.is === 'list') {
    const { sort } = value.sort.of;
    return slots(asking.values, name).flatMap((i) =>
      fieldOf(`${name}/${i}`, sort, false, asking).map((field) => orFirst(field, i, must)),
    );
  }
  return fieldOf(name, value.sort, must, asking);
}

/** Of a list that cannot be empty its first entry is asked; the browser cannot know whether the list is asked at all. */
const orFirst = (field: Field, index: number, must: boolean): Field =>
  must && index === 0 && !field.required ? { ...field, sometimes: true } : field;

/** The fields for some rows of what is said with a command, in the words that it has for them. */
export const rowsOf = (
  command: CommandName,
  names: readonly string[],
  wording: Wording,
  more: More = {},
  values: Values = {},
): Field[] => {
  const table: Facts = commands[command].says;
  return names.flatMap((name) => {
    const row = table[name];
    return row ? fieldsOf(name, row, { wording, values, more, table: command }) : [];
  });
};

function fieldOf(name: string, sort: Sort, required: boolean, { table, more = {}, wording, values }: Asking): Field[] {
  const words = wording.wordsOfFact(name, table);
  const control = offering(controlOf(sort, words?.among ?? {}, wording), words, values[name]);
  if (control === null) return [];
  const hint = words?.hint;
  const field: Field = {
    name,
    label: labelOf(name, words),
    ...control,
    ...(hint === undefined ? {} : { hint }),
    ...(required ? { required } : {}),
  };
  return [{ ...field, ...more[name.replaceAll(/\/\d+(?=\/|$)/g, '').replaceAll('/', '.')] }];
}

type Control = Omit<Field, 'name' | 'label'>;

/** What stands there already can stay, whatever is offered. */
function offering(control: Control | null, words: ReturnType<Wording['wordsOfFact']>, held?: string): Control | null {
  const { unsaid, offered } = words ?? {};
  if (control === null || unsaid === undefined) return control;
  const choices = (control.choices ?? []).filter(({ value }) => value === held || (offered ?? [value]).includes(value));
  return { ...control, choices: [{ value: '', label: unsaid }, ...choices] };
}

/** "Aandachtspunt 2" for an entry of a list. */
function labelOf(name: string, words: ReturnType<Wording['wordsOfFact']>): string {
  if (words === undefined) return name;
  const index = /\/(\d+)/.exec(name)?.[1];
  if (index === undefined) return words.ask ?? words.name;
  const n = Number(index) + 1;
  return words.asks?.(n) ?? `${words.name} ${n}`;
}

function controlOf(sort: Sort, among: Readonly<Record<string, string>>, { yesNoWords }: Wording): Control | null {
  switch (sort.is) {
    case 'line':
      return { kind: 'text', max: sort.max };
    case 'lines':
      return { kind: 'lines', max: sort.max };
    case 'address':
      return { kind: 'url', max: sort.max };
    case 'day':
      return { kind: 'day' };
    case 'yes-no':
      return {
        kind: 'select',
        yesNo: true,
        choices: Object.entries(yesNoWords).map(([value, label]) => ({ value, label })),
      };
    case 'choice':
      return { kind: 'select', choices: choicesOf(sort.among, among) };
    case 'number':
      return { kind: 'text', whole: true };
    case 'file':
      return { kind: 'file' };
    case 'name':
      return { kind: 'text', max: 64 };
    case 'list':
    case 'other':
      return null;
  }
}

/** The fields for what a form does not ask in a place of its own: a row of a table is asked by being there. */
export function restOf(
  command: CommandName,
  { sections, adds = {} }: Form,
  values: Values,
  wording: Wording,
  without: readonly string[] = [],
): Field[] {
  const placed = sections.flatMap(({ fields }) => fields.map(({ name }) => name.split('/', 1)[0]));
  const known = new Set([...placed, ...Object.keys(adds), ...without]);
  const left = Object.keys(commands[command].says).filter((name) => !known.has(name));
  return rowsOf(command, left, wording, {}, values);
}

export const choicesOf = (among: readonly string[], labels: Readonly<Record<string, string>>): Choice[] =>
  among.map((value) => ({ value, label: labels[value] ?? value }));

/** The button for one more entry, where the row is a list. */
export const moreOf = (name: string, { keeps }: Row, { wordsOfFact }: Wording): Pick<FormSection, 'more'> => {
  const label = wordsOfFact(name)?.more;
  return (keeps === 'texts' || keeps === 'each') && label !== undefined ? { more: { list: name, label } } : {};
};

/** What was said, as it would have been filled in; what was erased is empty. */
export function valuesOfFacts(
  table: Facts,
  kept: Readonly<Record<string, unknown>>,
  before = '',
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, { keeps, of }] of Object.entries(table)) {
    const value = kept[name] ?? null;
    const at = `${before}${name}`;
    if (keeps === 'said') continue;
    if (keeps === 'texts' || keeps === 'named')
      for (const [one, text] of Object.entries(value ?? {})) found[`${at}/${one}`] = plain(text);
    else if (keeps === 'each')
      for (const [i, one] of Object.entries(value ?? {}))
        Object.assign(found, valuesOfFacts(of as Facts, one as Record<string, unknown>, `${at}/${i}/`));
    else if (keeps === 'group')
      Object.assign(found, valuesOfFacts(of as Facts, (value ?? {}) as Record<string, unknown>, `${at}/`));
    else found[at] = plain(value);
  }
  return found;
}

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
