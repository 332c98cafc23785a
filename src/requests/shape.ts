// Brings what was sent into the shape of a request class, or says everything that is wrong with it. Forms and JSON
// take the same way.
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Asked } from '../domain/commands/commands.js';
import type { FieldError } from '../domain/refusal.js';
import { judgeOf } from './field.js';
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
  return shapeFrom(shape, tidy(sent), body);
}

/** The parameters of a query; one given twice is refused. */
export function shapeQuery<T extends object>(shape: Shape<T>, sent: unknown): Asked<T> {
  return shapeFrom(shape, sent, query);
}

function shapeFrom<T extends object>(shape: Shape<T>, sent: unknown, source: Source): Asked<T> {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return { errors: [{ pointer: '', code: 'wrong-type' }], sent: {} };
  const reserved = reservedIn(sent, []).map((path) => ({ pointer: source.pointer(path), code: source.unknown }));
  if (reserved.length > 0) return { errors: reserved, sent: {} };
  if ((shape as unknown) === Nothing) return nothingIn(sent, source) as Asked<T>; // T is Nothing then
  const payload = plainToInstance(shape, sent);
  const failures = validateSync(payload, { whitelist: true, forbidNonWhitelisted: true });
  if (failures.length === 0) return { payload };
  return { errors: failures.flatMap((failure) => errorsIn(failure, source)), sent: sent };
}

function nothingIn(sent: object, source: Source): Asked<Nothing> {
  const errors = Object.keys(sent).map((name) => ({ pointer: source.pointer([name]), code: source.unknown }));
  return errors.length > 0 ? { errors, sent: {} } : { payload: new Nothing() };
}

function errorsIn({ property, constraints, target, value }: ValidationError, source: Source): FieldError[] {
  const pointer = source.pointer([property]);
  if (constraints?.whitelistValidation !== undefined) return [{ pointer, code: source.unknown }];
  const judge = target && judgeOf(target, property);
  if (!judge) throw new Error(`the field ${property} was refused without a judgement`);
  return judge(value).map((error) => ({ ...error, pointer: `${pointer}${error.pointer}` }));
}

/** Names that every object has: as fields they would be dropped or, worse, taken for something else. */
function reservedIn(value: unknown, path: string[]): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    !Array.isArray(value) && name in Object.prototype ? [[...path, name]] : reservedIn(one, [...path, name]),
  );
}

function tidy(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return name === 'password' ? value : value.normalize('NFC').trim();
  if (Array.isArray(value)) return value.map((one) => tidy(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidy(one, key)]));
}
