// What was filled in on a form, by the names of what its command says: nothing of a dossier is needed to tell it.
import type { Facts } from '../../domain/facts/fact.js';
import { file, id, type Value } from '../../domain/facts/values.js';
import type { Wording } from '../../wording/wording.js';
import { choicesIn, type Field } from '../../http/page/fields.js';
import type { Typed } from '../pages/typed.js';
import type { Form, Values } from './form.js';

/** A command, or what is like one, with the table of what it says. */
export interface SaidBy {
  command: string;
  says: Facts;
}

/** What was filled in, in the order in which it was sent. What the page itself adds to a form is left out. */
export const typedIn = (sent: Iterable<[string, string]>, { command, says }: SaidBy, wording: Wording): Typed[] =>
  [...sent].flatMap(([name, text]): Typed[] => {
    const value = valueAt(says, name.split('/'));
    if (value === null || value === id || value === file || text.trim() === '') return [];
    return [[wording.nameOfFact(name, command), wordsOf(name, text, command, wording)]];
  });

/** What was filled in and has no field in the form as it is now. */
export function lostFrom({ sections }: Form, values: Values, said: SaidBy, wording: Wording): Typed[] {
  const fields = sections.flatMap((section) => section.fields);
  const lost = Object.entries(values).filter(([name, text]) => !fields.some((field) => holds(field, name, text)));
  return typedIn(lost, said, wording);
}

function holds(field: Field, at: string, text: string): boolean {
  const { kind, name, value: own } = field;
  const offered = choicesIn(field);
  if (kind === 'checks') return offered.some(({ value }) => at === `${name}/${value}`);
  if (kind === 'radio' || kind === 'select') return at === name && offered.some(({ value }) => value === text);
  return at === name && (kind !== 'check' || own === undefined || own === text);
}

/** The value that stands at a place of a table; null where it has none. */
function valueAt(table: Facts, [first = '', ...rest]: string[]): Value | null {
  const row = Object.hasOwn(table, first) ? table[first] : undefined;
  if (!row) return null;
  if (row.keeps === 'group') return valueAt(row.of as Facts, rest); // a group is made of a table
  return row.keeps === 'each' ? valueAt(row.of as Facts, rest.slice(1)) : row.value;
}

const kindsStandAt = /^(decision|answers\/.+)$/;

function wordsOf(name: string, text: string, command: string, { decisionWords, ...wording }: Wording): string {
  const kinds: Readonly<Record<string, string>> = decisionWords;
  if (kindsStandAt.test(name) && Object.hasOwn(kinds, text)) return kinds[text] ?? text;
  return wording.factValue(text, wording.wordsOfFact(name, command));
}
