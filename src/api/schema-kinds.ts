// The building blocks of the schemas. A schema of an object is held to its type: a property more or less does not compile.
import * as values from '../domain/facts/values.js';

export type Schema = values.Schema;

/** Every property of T with its schema. */
export type Fields<T> = Record<keyof T, Schema>;

export const text: Schema = { type: 'string' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };
export const { schema: slug } = values.slug;
export const { schema: id } = values.id;
export const { schema: bodyId } = values.bodyId;
export const dossierId: Schema = { type: 'string', pattern: '^[a-z0-9-]{8,64}$' };
export const day: Schema = { type: 'string', format: 'date' };
export const instant: Schema = {
  type: 'string',
  format: 'date-time',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
};
export const { schema: hex } = values.sha256;
export const salt: Schema = { type: 'string', pattern: '^[0-9a-f]{32}$' };

export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const record = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });
export const nullable = (schema: Schema): Schema => {
  const { type, enum: values } = schema;
  if (typeof type !== 'string' || type === 'object') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
  };
};
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const object = <T>(fields: Fields<T>): Schema => ({
  type: 'object',
  properties: fields,
  required: Object.keys(fields),
  additionalProperties: false,
});
