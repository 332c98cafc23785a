// What the record shows of a table of facts, in JSON Schema: what was not said is null.
import type { Facts } from '../domain/facts/fact.js';
import type { Shown } from '../domain/facts/shown.js';
import type { Value } from '../domain/facts/values.js';
import type { Term, Terms, TermsShown } from '../domain/workflow/terms.js';
import {
  count,
  day,
  flag,
  list,
  nullable,
  object,
  oneOf,
  record,
  text,
  type Fields,
  type Schema,
} from './schema-kinds.js';

export const shownSchema = <F extends Facts>(table: F): Fields<Shown<F>> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([name, row]) => (row.keeps === 'said' ? [] : [[name, schemaOf(row)]])),
  ) as Fields<Shown<F>>; // the rows that are shown, each with its own

function schemaOf({ keeps, needed, unless, of, value }: Facts[string]): Schema {
  switch (keeps) {
    case 'said':
    case 'fact':
      return needed ? valueSchema(value) : nullable(valueSchema(value));
    case 'text':
      return needed || unless !== undefined ? text : nullable(text);
    case 'texts':
      return list(text);
    case 'named':
      return record(text);
    case 'group':
      return nullable(object(shownSchema(of as Facts)));
    case 'each':
      return list(object(shownSchema(of as Facts)));
  }
}

/** What is shown of the terms of a plan: where it does not say them, what then holds. */
export const termsSchema = <F extends Terms>(table: F): Fields<TermsShown<F>> =>
  Object.fromEntries(Object.entries(table).map(([name, term]) => [name, termSchema(term)])) as Fields<TermsShown<F>>; // the rows of the table, each with its own

function termSchema({ value, filled, otherwise }: Term): Schema {
  const { sort } = value;
  if (!filled && sort.is === 'choice' && typeof otherwise === 'string') return oneOf(otherwise, ...sort.among);
  return otherwise === null ? nullable(valueSchema(value)) : valueSchema(value);
}

export function valueSchema({ sort, schema }: Value): Schema {
  switch (sort.is) {
    case 'line':
    case 'lines':
    case 'address':
      return text;
    case 'day':
      return day;
    case 'yes-no':
      return flag;
    case 'number':
      return count;
    case 'choice':
      return oneOf(...sort.among);
    case 'list':
      return list(valueSchema(sort.of));
    case 'name':
    case 'file':
    case 'other':
      return schema;
  }
}
