// Brings what was sent into the shape of a request class, or says everything that is wrong with it. Forms and JSON
// take the same way.
import { validateSync, type ValidationError } from 'class-validator';
import type { Asked } from '../domain/commands/commands.js';
import type { FieldError } from '../domain/refusal.js';
import { isInOrder, judgeOf } from './field.js';
import { escapePointer } from './kinds.js';

export type Shape<T extends object> = new () => T;

/** The shape of a request without fields: class-validator refuses to judge a class that says nothing. */
export class Nothing {}

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
export function shapeBody<T extends object>(shape: Shape<T>, sent: unknown): Asked<T> {
  const reserved: string[][] = [];
  return shapeFrom(shape, tidy(sent, [], reserved), body, reserved);
}

/** The parameters of a query; one given twice is refused. */
export function shapeQuery<T extends object>(shape: Shape<T>, sent: unknown): Asked<T> {
  const reserved = Object.keys(sent ?? {}).filter(isReserved);
  return shapeFrom(
    shape,
    sent,
    query,
    reserved.map((name) => [name]),
  );
}

/** Nothing that has no field gets in, and null is no way to leave something out. */
export const strictly = { whitelist: true, forbidNonWhitelisted: true, skipUndefinedProperties: true };

function shapeFrom<T extends object>(
  shape: Shape<T>,
  sent: unknown,
  source: Source,
  reserved: readonly string[][],
): Asked<T> {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return { errors: [{ pointer: '', code: 'wrong-type' }], sent: {} };
  if (reserved.length > 0)
    return { errors: reserved.map((path) => ({ pointer: source.pointer(path), code: source.unknown })), sent: {} };
  if ((shape as unknown) === Nothing) return nothingIn(sent, source) as Asked<T>; // T is Nothing then
  const payload = Object.assign(new shape(), sent);
  if (isInOrder(payload)) return { payload };
  const failures = validateSync(payload, strictly);
  if (failures.length === 0) throw new Error(`${shape.name} is in order for class-validator alone`);
  return { errors: failures.flatMap((failure) => errorsIn(failure, source)), sent: sent };
}

function nothingIn(sent: object, source: Source): Asked<Nothing> {
  const errors = Object.keys(sent).map((name) => ({ pointer: source.pointer([name]), code: source.unknown }));
  return errors.length > 0 ? { errors, sent: {} } : { payload: new Nothing() };
}

function errorsIn({ property, constraints, target, value }: ValidationError, source: Source): FieldError[] {
  const pointer = source.pointer([property]);
  if (constraints?.whitelistValidation !== undefined) return [{ pointer, code: source.unknown }];
  if (value === undefined) return [{ pointer, code: 'required' }];
  const judge = target && judgeOf(target, property);
  if (!judge) throw new Error(`the field ${property} was refused without a judgement`);
  return judge(value).map((error) => ({ ...error, pointer: `${pointer}${error.pointer}` }));
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
  const within = (step: string, one: unknown): unknown => {
    path.push(step);
    const tidied = tidy(one, path, reserved);
    path.pop();
    return tidied;
  };
  if (Array.isArray(value)) return value.map((one, i) => within(String(i), one));
  const tidied: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    if (isReserved(name)) reserved.push([...path, name]);
    else tidied[name] = within(name, one);
  }
  return tidied;
}
