// The values that can be said: what each accepts, how JSON Schema describes it, and what it is to whoever shows it. A fact
// takes its type from its value, so that the compiler holds everything that is made of it.
import { isDay, normaliseInstant } from '../calendar.js';
import { faultOfPaper } from '../papers.js';
import type { FieldCode, FieldError } from '../refusal.js';
import type { BodyId, Day, Hex, Id, Instant, Slug } from '../vocabulary.js';

/** What is wrong with a value; pointers are relative to it, empty for the value itself. */
export type Judge = (value: unknown) => FieldError[];

export type Schema = Readonly<Record<string, unknown>>;

/** What a value is to a form and to a page. */
export type Sort =
  | { is: 'line' | 'lines' | 'address'; max: number }
  | { is: 'day' | 'yes-no' | 'name' | 'file' | 'other' }
  | { is: 'number'; min: number; max: number }
  | { is: 'choice'; among: readonly string[] }
  | { is: 'list'; of: Value; max: number };

export interface Value<T = unknown> {
  readonly judge: Judge;
  readonly schema: Schema;
  readonly sort: Sort;
  /** Only the compiler knows of it: what a value is once it was judged. */
  readonly once?: T;
}

const wrong = (code: FieldCode, more: Partial<FieldError> = {}): FieldError[] => [{ pointer: '', code, ...more }];

// Control characters, and the characters that make a text read in another order than it is written.
const control = /\p{Cc}/u;
const controlButLineFeed = /[^\P{Cc}\n]/u;
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/;

/** A text of invisible characters alone says nothing. */
const visible = /[^\p{Cf}\p{Z}\s]/u;

const length = (text: string): number => [...text].length; // in code points

/** A text on one line, or on several; NFC and trimmed before it is judged. */
export function text(max: number, { lines = 'one' }: { lines?: 'one' | 'many' } = {}): Value<string> {
  const refused = lines === 'many' ? controlButLineFeed : control;
  return {
    sort: { is: lines === 'many' ? 'lines' : 'line', max },
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
/** Of an app, or on paper. */
export const oneTimeCode = text(40);
export const longText = text(4000, { lines: 'many' });

export const day: Value<Day> = {
  sort: { is: 'day' },
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type');
    return isDay(value) ? [] : wrong('bad-date');
  },
  schema: { type: 'string', format: 'date', example: '2024-05-16' },
};

export const instant: Value<Instant> = {
  sort: { is: 'other' },
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type');
    return normaliseInstant(value) === null ? wrong('bad-date') : [];
  },
  schema: { type: 'string', format: 'date-time', example: '2024-05-16T12:00:00Z' },
};

const matching = (pattern: RegExp): Judge => {
  return (value) => (typeof value === 'string' && pattern.test(value) ? [] : wrong('wrong-type'));
};

const pattern = <T extends string>(expression: RegExp): Value<T> => ({
  sort: { is: 'name' },
  judge: matching(expression),
  schema: { type: 'string', pattern: expression.source },
});

export const slug = pattern<Slug>(/^[a-z0-9-]{1,64}$/);
export const id = pattern<Id>(/^[A-Za-z0-9-]{1,64}$/);
/** The sequence of an event, or the id of a fact that has one. */
export const factName: Value<number | Id> = {
  sort: { is: 'other' },
  judge: (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? [] : id.judge(value)),
  schema: { anyOf: [{ type: 'integer', minimum: 1 }, id.schema] },
};
/** An address on the network, or the network that it is of. */
export const network = pattern<string>(/^[0-9A-Za-z.:%/-]{1,64}$/);

export const bodyId = pattern<BodyId>(/^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/);
export const sha256 = pattern<Hex>(/^[0-9a-f]{64}$/);

/** A paper that was uploaded, by the hash of what it says; of an upload that was not taken, why. */
export const file: Value<Hex> = {
  sort: { is: 'file' },
  judge: (value) => {
    const faults = sha256.judge(value);
    const why = faults.length > 0 && typeof value === 'string' ? faultOfPaper(value) : undefined;
    return why ? wrong('bad-paper', { because: { code: why } }) : faults;
  },
  schema: sha256.schema,
};

/** One of a few words. */
export const oneOf = <T extends string>(allowed: readonly T[], code: FieldCode = 'wrong-type'): Value<T> => ({
  sort: { is: 'choice', among: allowed },
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type', { allowed });
    return (allowed as readonly string[]).includes(value) ? [] : wrong(code, { allowed });
  },
  schema: { type: 'string', enum: [...allowed] },
});

export const bool: Value<boolean> = {
  sort: { is: 'yes-no' },
  judge: (value) => (typeof value === 'boolean' ? [] : wrong('wrong-type')),
  schema: { type: 'boolean' },
};

/** Said, or left out. */
export const yes: Value<true> = {
  sort: { is: 'yes-no' },
  judge: (value) => (value === true ? [] : wrong('wrong-type')),
  schema: { type: 'boolean', enum: [true] },
};

export const wholeNumber = (min: number, max: number): Value<number> => ({
  sort: { is: 'number', min, max },
  judge: (value) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max ? [] : wrong('wrong-type'),
  schema: { type: 'integer', minimum: min, maximum: max },
});

/** A whole number as it stands in a query. */
export const decimal = (min: number, max: number): Value<string> => ({
  sort: { is: 'other' },
  judge: (value) => {
    const fine =
      typeof value === 'string' && /^[1-9]\d{0,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
    return fine ? [] : wrong('wrong-type');
  },
  schema: { type: 'integer', minimum: min, maximum: max },
});

/** An absolute https (or http) address without a user or a password in it. */
export const url: Value<string> = {
  sort: { is: 'address', max: 2000 },
  judge: (value) => {
    const faults = text(2000).judge(value);
    if (faults.length > 0 || typeof value !== 'string') return faults;
    const address = URL.canParse(value) ? new URL(value) : null;
    const fine = address && /^https?:$/.test(address.protocol) && /^https?:\/\//i.test(value) && !address.username;
    return fine ? [] : wrong('bad-text', { because: { code: 'no-address' } });
  },
  schema: { type: 'string', format: 'uri', maxLength: 2000 },
};

const addressLike = (expression: RegExp): Value<string> => ({
  sort: { is: 'line', max: 200 },
  judge: (value) => {
    const faults = text(200).judge(value);
    if (faults.length > 0 || typeof value !== 'string') return faults;
    return expression.test(value) ? [] : wrong('bad-text');
  },
  schema: { type: 'string', format: 'email', maxLength: 200 },
});

/** An address as somebody signs in with it. */
export const email = addressLike(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);

/**
 * An address that mail goes to, in a list of several too: nothing in it parts addresses or comments on one, and of its parts
 * between dots none is empty (RFC 5322, 3.4).
 */
export const mailAddress = addressLike(
  /^(?!\.|.*(?:\.\.|\.@|@\.|\.$))[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\"]+$/,
);

/** A password is taken as it is: not trimmed, at most 1,024 bytes. */
export const password: Value<string> = {
  sort: { is: 'other' },
  judge: (value) => {
    if (typeof value !== 'string') return wrong('wrong-type');
    if (value === '') return wrong('required');
    if (!value.isWellFormed()) return wrong('bad-text');
    return Buffer.byteLength(value) > 1024 ? wrong('too-long', { limit: 1024 }) : [];
  },
  schema: { type: 'string', minLength: 1, maxLength: 1024, format: 'password' },
};

/** A list of values of one kind. */
export const listOf = <T>(one: Value<T>, max: number): Value<T[]> => ({
  sort: { is: 'list', of: one, max },
  judge: (value) => {
    if (!Array.isArray(value)) return wrong('wrong-type');
    if (value.length > max) return wrong('too-long', { limit: max });
    return value.flatMap((each, i) => within(String(i), one.judge(each)));
  },
  schema: { type: 'array', maxItems: max, items: one.schema },
});

/** The fields of an object, and which of them must be there. */
type Fields = Readonly<Record<string, { readonly value: Value; readonly needed: boolean; readonly unless?: string }>>;

/** An object with these fields, and no others. They are read anew for each value: a table may still grow. */
export const objectOf = <T>(fields: Fields): Value<T> => ({
  sort: { is: 'other' },
  judge: (value) => {
    if (!isObject(value)) return wrong('wrong-type');
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    const judged = Object.entries(fields).flatMap(([name, { value: expected, needed, unless }]): FieldError[] => {
      const found = value[name];
      if (found === undefined && needed) return [{ pointer: `/${name}`, code: 'required' }];
      if (found === undefined)
        return unless !== undefined && value[unless] === undefined
          ? [{ pointer: `/${name}`, code: 'required', because: { code: 'neither-link-nor-paper' } }]
          : [];
      return within(name, expected.judge(found));
    });
    return [...unknown.flatMap((name) => within(name, wrong('unknown-property'))), ...judged];
  },
  get schema() {
    return {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value.schema])),
      required: Object.keys(fields).filter((name) => fields[name]?.needed),
      additionalProperties: false,
    };
  },
});

/** That it is an object; what is in it is for others. */
export const objectAsSuch: Value<object> = {
  sort: { is: 'other' },
  judge: (value) => (isObject(value) ? [] : wrong('wrong-type')),
  schema: { type: 'object' },
};

/** Values of one kind under names of the asker's own. */
export const recordOf = <T>(one: Value<T>, max: number): Value<Record<Slug, T>> => ({
  sort: { is: 'other' },
  judge: (value) => {
    if (!isObject(value)) return wrong('wrong-type');
    const entries = Object.entries(value);
    if (entries.length > max) return wrong('too-long', { limit: max });
    return entries.flatMap(([name, each]) =>
      within(name, slug.judge(name).length > 0 ? wrong('unknown-property') : one.judge(each)),
    );
  },
  schema: { type: 'object', additionalProperties: one.schema },
});

/** A name as a step of a JSON pointer (RFC 6901). */
export const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (name: string, errors: FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, pointer: `/${escapePointer(name)}${error.pointer}` }));
