// A call as a command for the shell, with as much of a body as has to be there.
import { multipartType } from '../http/multipart.js';
import type { ApiDocument, Operation } from './openapi.js';
import { nameIn, type JsonSchema } from './reference-fields.js';

/** What is not in the schema itself: by the name of the field, or by what it has to look like. */
const samples: Readonly<Record<string, unknown>> = {
  workflow: 'drenthe-robuuste-regio',
  rule: 'unanimity',
  fact: 'subsidie-verleend',
  from: ['assen', 'aa-en-hunze'],
  into: 'assen',
  confirmed: true,
  role: 'reader',
};
const bodySample = 'assen/college';
const fileSample = 'besluitenlijst.pdf';
const emailSample = 'naam@gemeente.example';

/** Fields that need not be there in every case, and yet make clear what the call is for. */
const shownToo: Readonly<Record<string, readonly string[]>> = { RecordDecisionRequest: ['decision', 'decidedOn'] };

/** The words in an example. */
export interface ExampleWords {
  anything: string;
  yourPassword: string;
}

/** @returns one command over several lines, in which `$SLUIS`, `$TOKEN` and what the address names are still to be filled in */
export function commandOf(method: string, path: string, operation: Operation, sample: unknown): string {
  const address = path.replaceAll(/{(\w+)}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const lines = [
    `curl -sS ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"$SLUIS${address}"`,
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(operation.requestBody && multipartType in operation.requestBody.content ? [`-F 'file=@${fileSample}'`] : []),
    ...(sample === undefined ? [] : ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(sample)}'`]),
  ];
  return lines.join(' \\\n  ');
}

/** What could be sent; nothing for a call without a body. */
export function sampleBody({ requestBody }: Operation, { components }: ApiDocument, words: ExampleWords): unknown {
  const schema = requestBody?.content['application/json']?.schema as JsonSchema | undefined; // the schemas are ours
  if (!schema) return undefined;
  const { $ref = '' } = schema.anyOf?.[0] ?? schema;
  const name = nameIn($ref);
  return sampleOf(components.schemas[name] as JsonSchema, words, shownToo[name]); // as above
}

function sampleOf(schema: JsonSchema, words: ExampleWords, more: readonly string[] = []): unknown {
  const { properties = {}, required = [], anyOf, type } = schema;
  if (anyOf?.[0]) return sampleOf(anyOf[0], words);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  if (type === 'object') {
    const shown = Object.entries(properties).filter(([name]) => required.includes(name) || more.includes(name));
    return Object.fromEntries(shown.map(([name, one]) => [name, sampleAt(name, one, words)]));
  }
  if (type === 'array') return schema.items ? [sampleOf(schema.items, words)] : [];
  if (type === 'boolean') return true;
  return type === 'integer' ? (schema.minimum ?? 1) : sampleText(schema, words);
}

const sampleAt = (name: string, schema: JsonSchema, words: ExampleWords): unknown =>
  name in samples && fits(samples[name], schema) ? samples[name] : sampleOf(schema, words);

/** `from` is a day in one body, and a list in another. */
const fits = (sample: unknown, { type, format }: JsonSchema): boolean =>
  format === undefined && (Array.isArray(sample) ? type === 'array' : type === typeof sample);

function sampleText({ format, pattern }: JsonSchema, { anything, yourPassword }: ExampleWords): string {
  if (format === 'email') return emailSample;
  if (format === 'password') return yourPassword;
  if (pattern === undefined) return anything;
  return new RegExp(pattern).test(bodySample) ? bodySample : 'assen';
}
