// What can stand in JSON, on the page about the API: a line for each field with its name, its kind and what it means.
import { Fragment, type ReactNode } from 'react';
import { Link } from '../http/page/basics.js';
import { useWording } from '../http/page/wording.js';
import type { Wording } from '../wording/wording.js';

/** As much of JSON Schema as the description uses. */
export interface JsonSchema {
  $ref?: string;
  description?: string;
  type?: string | string[];
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: string | number | boolean;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  example?: unknown;
}

export interface FieldLine {
  /** Of a field in an object or a list: with the way to it, such as `conditions[].text`. */
  name: string;
  schema: JsonSchema;
  needed: boolean;
  meaning: string | undefined;
  /** Where it is sent, when not in the body. */
  where?: string;
}

/** Words with what belongs in code between backticks. */
export const Said = ({ text }: { text: string }): ReactNode =>
  text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));

export const nameIn = ($ref: string): string => $ref.replace(/.*\//, '');

/** The way to a part of the page. */
export const ToSchema = ({ name }: { name: string }) => <Link href={`#schema-${name}`}>{name}</Link>;

/** Every field, and after an object those that are in it. */
export function linesOf({ properties = {}, required = [] }: JsonSchema, under = ''): FieldLine[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${under}${name}`;
    const line = { name: path, schema, needed: required.includes(name), meaning: schema.description };
    return [line, ...linesInside(schema, path)];
  });
}

function linesInside(schema: JsonSchema, path: string): FieldLine[] {
  const { items, additionalProperties: named, anyOf = [] } = schema;
  return [
    ...linesOf(schema, `${path}.`),
    ...(items ? linesInside(items, `${path}[]`) : []),
    ...(typeof named === 'object' ? linesInside(named, `${path}.*`) : []),
    ...anyOf.flatMap((one) => linesInside(one, path)),
  ];
}

/** @param sent whether somebody has to know what must be there */
export const Fields = ({ lines, sent }: { lines: readonly FieldLine[]; sent: boolean }) => {
  const { reference } = useWording();
  return (
    <dl className="sluis-fields">
      {lines.map(({ name, schema, needed, meaning, where }) => (
        <div key={`${where ?? ''} ${name}`}>
          <dt>
            <code>{name}</code>
            {sent && needed && <strong> {reference.needed}</strong>}
          </dt>
          <dd>
            {where !== undefined && `${where}, `}
            <Kind schema={schema} />
            {meaning !== undefined && (
              <span className="sluis-quiet">
                <Said text={meaning} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** What a value looks like, in words. */
export const Kind = ({ schema }: { schema: JsonSchema }): ReactNode => {
  const { reference } = useWording();
  const { $ref, anyOf, enum: among, items, additionalProperties: named } = schema;
  if ($ref !== undefined) return <ToSchema name={nameIn($ref)} />;
  if (anyOf) return <Either among={anyOf} />;
  if (among)
    return (
      <>
        {reference.oneOf} <Codes values={among} />
      </>
    );
  if (items)
    return (
      <>
        {reference.listOf} <Kind schema={items} />
        {schema.maxItems !== undefined && `, ${reference.most(schema.maxItems)}`}
      </>
    );
  if (typeof named === 'object')
    return (
      <>
        {reference.namedOf} <Kind schema={named} />
      </>
    );
  return <Said text={plainKind(schema, reference)} />;
};

const Either = ({ among }: { among: readonly JsonSchema[] }) => {
  const { reference } = useWording();
  return among.map((one, i) => (
    <Fragment key={i}>
      {i > 0 && ` ${reference.or} `}
      <Kind schema={one} />
    </Fragment>
  ));
};

export const Codes = ({ values }: { values: readonly unknown[] }) =>
  values.map((value, i) => (
    <Fragment key={i}>
      {i > 0 && ', '}
      <code>{String(value)}</code>
    </Fragment>
  ));

/** Of what holds nothing else. */
function plainKind(schema: JsonSchema, words: Wording['reference']): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  const types = [schema.type ?? 'object'].flat();
  const kinds = types.map((type) => [typeInWords(type, schema, words), ...limitsOf(type, schema, words)].join(', '));
  return kinds.join(` ${words.or} `);
}

function typeInWords(type: string, { format }: JsonSchema, { types, formats }: Wording['reference']): string {
  const word = type === 'string' && format !== undefined ? formats[format] : types[type];
  if (word === undefined) throw new Error(`nobody says what ${format ?? type} is`);
  return word;
}

function limitsOf(type: string, schema: JsonSchema, words: Wording['reference']): string[] {
  const { pattern, maxLength, minimum, maximum } = schema;
  if (type === 'string')
    return [
      ...(pattern === undefined ? [] : [words.like(pattern)]),
      ...(maxLength === undefined ? [] : [words.longest(maxLength)]),
    ];
  if (type !== 'integer' || minimum === undefined) return [];
  return [maximum === undefined ? words.least(minimum) : words.among(minimum, maximum)];
}
