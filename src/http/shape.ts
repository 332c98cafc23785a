// Brings what was sent into the shape of a table of facts, or says everything that is wrong with it. Forms and JSON take
// the same way.
import type { Asked } from '../domain/commands/commands.js';
import type { Facts, Payload } from '../domain/facts/fact.js';
import { escapePointer } from '../domain/facts/values.js';
import { faultsIn, isInOrder } from './request-class.js';

/** So many faults are told of one request; the rest shows when these are mended. */
export const faultsMax = 20;

/** The table of a request that says nothing. */
export const nothing = {};

/** How a place in what was sent is called, and what an unknown name there is. */
interface Source {
  pointer(path: string[]): string;
  unknown: 'unknown-property' | 'unknown-parameter';
}

const body: Source = {
  pointer: (path) => path.map((step) => `/${escapePointer(step)}`).join(''),
  unknown: 'unknown-property',
};
const query: Source = { pointer: (path) => `?${path.join('/')}`, unknown: 'unknown-parameter' };

/** A JSON body. Texts are brought into NFC and trimmed, passwords excepted. */
export function shapeBody<F extends Facts>(table: F, sent: unknown): Asked<Payload<F>> {
  const reserved: string[][] = [];
  return shapeFrom(table, tidy(sent, [], reserved), body, reserved);
}

/** The parameters of a query; one given twice is refused. */
export function shapeQuery<F extends Facts>(table: F, sent: unknown): Asked<Payload<F>> {
  const reserved = Object.keys(sent ?? {}).filter(isReserved);
  return shapeFrom(
    table,
    sent,
    query,
    reserved.map((name) => [name]),
  );
}

function shapeFrom<F extends Facts>(
  table: F,
  sent: unknown,
  source: Source,
  reserved: readonly string[][],
): Asked<Payload<F>> {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return { errors: [{ pointer: '', code: 'wrong-type' }], sent: {} };
  if (reserved.length > 0)
    return {
      errors: reserved.slice(0, faultsMax).map((path) => ({ pointer: source.pointer(path), code: source.unknown })),
      sent: {},
    };
  const unknown = Object.keys(sent).filter((name) => !Object.hasOwn(table, name));
  if (unknown.length > faultsMax)
    return {
      errors: unknown.slice(0, faultsMax).map((name) => ({ pointer: source.pointer([name]), code: source.unknown })),
      sent: {},
    };
  if (isInOrder(table, sent)) return { payload: sent as Payload<F> }; // every field of it was judged
  const errors = faultsIn(table, sent).flatMap(({ name, errors: found }) => {
    const pointer = source.pointer([name]);
    if (found === 'unknown') return [{ pointer, code: source.unknown }];
    return found.map((error) => ({ ...error, pointer: `${pointer}${error.pointer}` }));
  });
  if (errors.length === 0) throw new Error('a request is in order for class-validator alone');
  return { errors, sent };
}

/** Names that every object has: as fields they would be dropped or, worse, taken for something else. */
const isReserved = (name: string): boolean => name in Object.prototype;

/**
 * Texts in NFC and trimmed, passwords excepted; where a reserved name stands is added to `reserved`.
 * @param path of the value: one list that grows and shrinks on the way, copied only where something is reserved
 */
function tidy(value: unknown, path: string[], reserved: string[][]): unknown {
  if (typeof value === 'string') return path.at(-1) === 'password' ? value : value.normalize('NFC').trim();
  if (typeof value !== 'object' || value === null) return value;
  const tidyAt = (step: string, one: unknown): unknown => {
    path.push(step);
    const tidied = tidy(one, path, reserved);
    path.pop();
    return tidied;
  };
  if (Array.isArray(value)) return value.map((one, i) => tidyAt(String(i), one));
  const tidied: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    if (isReserved(name)) reserved.push([...path, name]);
    else tidied[name] = tidyAt(name, one);
  }
  return tidied;
}
