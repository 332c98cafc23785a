// A table of facts as a class for class-validator, made once, and beside it the quick look at a request that is in order.
// Both ask the judge of each value; the class tells what it found in its messages, so that a place in a list keeps its
// index.
import { createRequire } from 'node:module';
import type { ValidationError } from 'class-validator';
import type { Facts } from '../domain/facts/fact.js';
import type { FieldError } from '../domain/refusal.js';

type RequestClass = new () => object;

const require = createRequire(import.meta.url);
/** Loaded for the first request that is not in order: its three hundred files would be a twentieth of every start. */
const library = () => require('class-validator') as typeof import('class-validator'); // a required module has no type

const classes = new WeakMap<Facts, RequestClass>();

function classOf(table: Facts): RequestClass {
  const known = classes.get(table);
  if (known) return known;
  const { IsDefined, ValidateBy } = library();
  class Request {}
  for (const [name, { value, needed }] of Object.entries(table)) {
    if (needed) IsDefined()(Request.prototype, name);
    ValidateBy({
      name: 'judge',
      validator: {
        validate: (one) => value.judge(one).length === 0,
        defaultMessage: (found) => messageOf(value.judge(found?.value)),
      },
    })(Request.prototype, name);
  }
  classes.set(table, Request);
  return Request;
}

/** class-validator fills in what stands behind a dollar sign; the name of an unknown field can hold one. */
const messageOf = (errors: FieldError[]): string => JSON.stringify(errors).replaceAll('$', String.raw`\u0024`);

/** Nothing that has no row gets in, and null is no way to leave something out. */
const strictly = { whitelist: true, forbidNonWhitelisted: true, skipUndefinedProperties: true };

/** What is wrong with a field of a request: by its judge, or because the table has no row for it. */
export interface RequestFault {
  name: string;
  errors: FieldError[] | 'unknown';
}

/** What class-validator finds wrong with a request of this table. */
export function faultsIn(table: Facts, sent: object): RequestFault[] {
  // class-validator refuses to judge a class that says nothing.
  if (Object.keys(table).length === 0) return Object.keys(sent).map((name) => ({ name, errors: 'unknown' }));
  return library()
    .validateSync(Object.assign(new (classOf(table))(), sent), strictly)
    .map(faultOf);
}

function faultOf({ property: name, constraints = {}, value }: ValidationError): RequestFault {
  if (constraints.whitelistValidation !== undefined) return { name, errors: 'unknown' };
  if (value === undefined) return { name, errors: [{ pointer: '', code: 'required' }] };
  if (constraints.judge === undefined) throw new Error(`the field ${name} was refused without a judgement`);
  return { name, errors: JSON.parse(constraints.judge) as FieldError[] }; // as messageOf wrote it
}

/**
 * Whether class-validator would find nothing wrong. Nearly every request is in order, and its walk takes a fifth of the
 * time of a decision; it judges those that are not. A test holds the two to each other.
 */
export function isInOrder(table: Facts, sent: object): boolean {
  for (const [name, value] of Object.entries(sent)) {
    const row = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!row || (value !== undefined && row.value.judge(value).length > 0)) return false;
  }
  for (const name in table)
    if (table[name]?.needed && (sent as Record<string, unknown>)[name] === undefined) return false; // read by its own name
  return true;
}
