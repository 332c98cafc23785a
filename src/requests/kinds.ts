// The kinds of values in requests: what each accepts, and how OpenAPI describes it.
import { isDay, normaliseInstant } from '../domain/calendar.js';
import type { FieldCode, FieldError } from '../domain/refusal.js';
import { meetingForms } from '../domain/vocabulary.js';
import type { Judge, Kind } from './field.js';

const wrong = (code: FieldCode, more: Partial<FieldError> = {}): FieldError[] => [{ pointer: '', code, ...more }];

// Control characters, and the characters that make a text read in another order than it is written.
const control = /\p{Cc}/u;
const controlButLineFeed = /[^\P{Cc}\n]/u;
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/;

/** A text of invisible characters alone says nothing. */
const visible = /[^\p{Cf}\p{Z}\s]/u;

const length = (text: string): number => [...text].length; // in code points

/** A text on one line, or on several; NFC and trimmed before it is judged. */
export function text(max: number, { lines = 'one' }: { lines?: 'one' | 'many' } = {}): Kind {
  const refused = lines === 'many' ? controlButLineFeed : control;
  return {
    judge: (value) => {
      if (typeof value !== 'string') return wrong('wrong-type');
      if (!visible.test(value)) return wrong('required');
      if (!value.isWellFormed() || refused.test(value) || bidirectional.test(value)) return wrong('bad-text');
      return length(value) > max ? wrong('too-long', { limit: max }) : [];
    },
    schema: { type: 'string', minLength: 1, maxLength: max },
  };
}

export const title = text(200);
export const longText = text(4000, { lines: 'many' });

export const day: Kind = {
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type');
    return isDay(value) ? [] : wrong('bad-date');
  },
  schema: { type: 'string', format: 'date', example: '2024-05-16' },
};

export const instant: Kind = {
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type');
    return normaliseInstant(value) === null ? wrong('bad-date') : [];
  },
  schema: { type: 'string', format: 'date-time', example: '2024-05-16T12:00:00Z' },
};

const matching = (pattern: RegExp): Judge => {
  return (value) => (typeof value === 'string' && pattern.test(value) ? [] : wrong('wrong-type'));
};

const pattern = (expression: RegExp): Kind => ({
  judge: matching(expression),
  schema: { type: 'string', pattern: expression.source },
});

export const slug = pattern(/^[a-z0-9-]{1,64}$/);
export const id = pattern(/^[A-Za-z0-9-]{1,64}$/);
export const bodyId = pattern(/^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/);
export const sha256 = pattern(/^[0-9a-f]{64}$/);

/** One of a few words. */
export const oneOf = (allowed: readonly string[], code: FieldCode = 'wrong-type'): Kind => ({
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type', { allowed });
    return allowed.includes(value) ? [] : wrong(code, { allowed });
  },
  schema: { type: 'string', enum: [...allowed] },
});

export const bool: Kind = {
  judge: (value) => (typeof value === 'boolean' ? [] : wrong('wrong-type')),
  schema: { type: 'boolean' },
};

/** Said, or left out. */
export const yes: Kind = {
  judge: (value) => (value === true ? [] : wrong('wrong-type')),
  schema: { type: 'boolean', enum: [true] },
};

export const wholeNumber = (min: number, max: number): Kind => ({
  judge: (value) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max ? [] : wrong('wrong-type'),
  schema: { type: 'integer', minimum: min, maximum: max },
});

/** A whole number as it stands in a query. */
export const decimal = (min: number, max: number): Kind => ({
  judge: (value) => {
    const fine =
      typeof value === 'string' && /^[1-9]\d{0,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
    return fine ? [] : wrong('wrong-type');
  },
  schema: { type: 'integer', minimum: min, maximum: max },
});

/** An absolute https (or http) address without a user or a password in it. */
export const url: Kind = {
  judge: (value) => {
    const faults = text(2000).judge(value);
    if (faults.length > 0 || typeof value !== 'string') return faults;
    const address = URL.canParse(value) ? new URL(value) : null;
    const fine = address && /^https?:$/.test(address.protocol) && /^https?:\/\//i.test(value) && !address.username;
    return fine ? [] : wrong('bad-text');
  },
  schema: { type: 'string', format: 'uri', maxLength: 2000 },
};

export const email: Kind = {
  judge: (value) => {
    const faults = text(200).judge(value);
    if (faults.length > 0 || typeof value !== 'string') return faults;
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? [] : wrong('bad-text');
  },
  schema: { type: 'string', format: 'email', maxLength: 200 },
};

/** A password is taken as it is: not trimmed, at most 1,024 bytes. */
export const password: Kind = {
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type');
    if (value === '') return wrong('required');
    if (!value.isWellFormed()) return wrong('bad-text');
    return Buffer.byteLength(value) > 1024 ? wrong('too-long', { limit: 1024 }) : [];
  },
  schema: { type: 'string', minLength: 1, maxLength: 1024, format: 'password' },
};

/** A list of values of one kind. */
export const listOf = (kind: Kind, max: number): Kind => ({
  judge: (value) => {
    if (!Array.isArray(value)) return wrong('wrong-type');
    if (value.length > max) return wrong('too-long', { limit: max });
    return value.flatMap((one, i) => within(String(i), kind.judge(one)));
  },
  schema: { type: 'array', maxItems: max, items: kind.schema as object },
});

/** An object with these fields, those in the second list optional, and no others. */
export const objectOf = (needed: Record<string, Kind>, free: Record<string, Kind> = {}): Kind => ({
  judge: (value) => {
    if (!isObject(value)) return wrong('wrong-type');
    const unknown = Object.keys(value).filter((name) => !(name in needed) && !(name in free));
    const judged = Object.entries({ ...needed, ...free }).flatMap(([name, kind]): FieldError[] => {
      const field = value[name];
      if (field === undefined) return name in needed ? [{ pointer: `/${name}`, code: 'required' }] : [];
      return within(name, kind.judge(field));
    });
    return [...unknown.flatMap((name) => within(name, wrong('unknown-property'))), ...judged];
  },
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries({ ...needed, ...free }).map(([name, { schema }]) => [name, schema as object]),
    ),
    required: Object.keys(needed),
    additionalProperties: false,
  },
});

/** Where something was concluded. */
export const meeting = objectOf({ form: oneOf(meetingForms) }, { reference: title });

/** Values of one kind under names of the asker's own. */
export const recordOf = (kind: Kind, max: number): Kind => ({
  judge: (value) => {
    if (!isObject(value)) return wrong('wrong-type');
    const entries = Object.entries(value);
    if (entries.length > max) return wrong('too-long', { limit: max });
    return entries.flatMap(([name, one]) =>
      within(name, slug.judge(name).length > 0 ? wrong('unknown-property') : kind.judge(one)),
    );
  },
  schema: { type: 'object', additionalProperties: kind.schema as object },
});

/** A name as a step of a JSON pointer (RFC 6901). */
export const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (name: string, errors: FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, pointer: `/${escapePointer(name)}${error.pointer}` }));
