// Holds every answer of the suite to the OpenAPI document: its status is declared, its body fits the schema, and it has
// the headers that are declared, and no others.
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

interface Response {
  headers?: Record<string, object>;
  content?: Record<string, { schema: object }>;
}

interface Header {
  required: boolean;
  schema: object;
}

export interface Described {
  info: { version: string; description: string; contact: object };
  servers: { url: string }[];
  paths: Record<string, Record<string, DescribedOperation>>;
  components: Record<'schemas' | 'headers' | 'responses', Record<string, object>>;
}

export interface DescribedOperation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: object;
  responses: Record<string, object>;
  security: object[];
}

/** What an answer was, as it came in. */
export interface Given {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Headers of the connection, of the body and for the safety of browsers: no part of what the API says. */
const besideTheApi =
  /^(connection|keep-alive|date|content-(type|length)|transfer-encoding|content-security-policy|cross-origin-resource-policy|referrer-policy|strict-transport-security|x-(content-type|frame)-options)$/;

export class Description {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  /** By schema as it stands there, and by what it says: many calls answer the same. */
  private readonly compiled = new WeakMap<object, ValidateFunction>();
  private readonly compiledTexts = new Map<string, ValidateFunction>();
  private readonly templates: { template: string; pattern: RegExp }[];

  constructor(readonly document: Described) {
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', components: document.components });
    this.templates = Object.keys(document.paths)
      .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`) }))
      .sort((a, b) => a.template.split('{').length - b.template.split('{').length);
  }

  /** @returns what is wrong with this answer; nothing for paths and methods that the document does not know */
  faults(method: string, path: string, given: Given): string[] {
    const found = this.templates.find(({ pattern }) => pattern.test(path.split('?')[0] ?? ''));
    const operation = found && this.document.paths[found.template]?.[method.toLowerCase()];
    if (!found || !operation) return [];
    const name = `${method} ${found.template} ${given.status}`;
    const declared = operation.responses[String(given.status)];
    if (!declared) return [`${name} is not declared`];
    const response = this.resolved(declared) as Response; // the document is held to OpenAPI by its own test
    return [...this.bodyFaults(name, response, given), ...this.headerFaults(name, response, given)];
  }

  /** What stands there, or where it refers to. */
  private resolved(place: object): object {
    const { $ref } = place as { $ref?: string };
    const [kind, name] = $ref?.split('/').slice(-2) ?? [];
    if ($ref === undefined) return place;
    const target = this.document.components[kind as 'headers'][name ?? ''];
    if (!target) throw new Error(`${$ref} leads nowhere`);
    return target;
  }

  private bodyFaults(name: string, response: Response, { headers, body }: Given): string[] {
    if (!response.content) return body === undefined ? [] : [`${name} declares no body`];
    const type = headers.get('content-type') ?? '';
    const [declared] = Object.keys(response.content);
    if (!declared || !type.startsWith(declared)) return [`${name} is ${type}, declared ${declared}`];
    return this.misfits(name, response.content[declared]?.schema ?? {}, body);
  }

  private headerFaults(name: string, response: Response, { headers }: Given): string[] {
    const declared = Object.entries(response.headers ?? {});
    const known = new Set(declared.map(([header]) => header.toLowerCase()));
    const more = [...headers.keys()].filter((header) => !known.has(header) && !besideTheApi.test(header));
    return [
      ...more.map((header) => `${name} has the header ${header}, which is not declared`),
      ...declared.flatMap(([header, place]) => {
        const { required, schema } = this.resolved(place) as Header; // as above
        const value = headers.get(header);
        if (value === null) return required ? [`${name} lacks the header ${header}`] : [];
        return this.misfits(`${name} ${header}`, schema, value);
      }),
    ];
  }

  private misfits(name: string, schema: object, value: unknown): string[] {
    const validate = this.validator(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${name} ${error.instancePath} ${error.message}`);
  }

  private validator(schema: object): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    const text = JSON.stringify(schema).replaceAll('"#/', '"api#/');
    const validate = this.compiledTexts.get(text) ?? this.ajv.compile(JSON.parse(text) as object);
    this.compiledTexts.set(text, validate);
    this.compiled.set(schema, validate);
    return validate;
  }
}
