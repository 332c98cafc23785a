// What the record shows of a table of facts, in JSON Schema: what was not said is null.
import type { Facts } from '../domain/facts/fact.js';
import type { Shown } from '../domain/facts/shown.js';
import type { Value } from '../domain/facts/values.js';
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

function schemaOf({ keeps, needed, of, value }: Facts[string]): Schema {
  switch (keeps) {
    case 'said':
    case 'fact':
      return needed ? valueSchema(value) : nullable(valueSchema(value));
    case 'text':
      return needed ? text : nullable(text);
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
    case 'other':
      return schema;
  }
}
