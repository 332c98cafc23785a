// Gives every property of the schemas its meaning: what can be said from the words of the facts, what a plan says from
// those of its terms, the rest from its own.
import { fieldWords } from '../wording/api/api-fields.js';
import { termWords } from '../wording/facts/terms.js';
import { wordsOfFact } from '../wording/facts/fact-names.js';
import type { Schema } from './schema-kinds.js';

const ofTerms = Object.fromEntries(Object.entries(termWords).map(([name, { means }]) => [name, means] as const));
const ownWords: Readonly<Record<string, string>> = { ...ofTerms, ...fieldWords };

export const describeFields = (schemas: Record<string, Schema>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, describedIn(name, schema)]));

/** A copy: the same kind of text stands under many names. */
function describedIn(name: string, schema: Schema): Schema {
  const copy = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'properties') return [key, describedProperties(name, value as Record<string, Schema>)]; // as JSON Schema has it
    return [key, inside(name, value)];
  });
  return Object.fromEntries(copy);
}

/** Schemas stand in lists (`anyOf`) and under keys (`items`); everything else stays as it is. */
function inside(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => inside(name, one));
  return typeof value === 'object' && value !== null ? describedIn(name, value as Schema) : value; // any object here is one
}

const describedProperties = (name: string, properties: Record<string, Schema>): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(properties).map(([property, schema]) => {
      const description = ownWords[`${name}.${property}`] ?? ownWords[property] ?? meaningOf(property);
      return [property, { ...(description === undefined ? {} : { description }), ...describedIn(name, schema) }];
    }),
  );

function meaningOf(property: string): string | undefined {
  const words = wordsOfFact(property);
  return words?.means ?? (words && `${words.name}.`);
}
