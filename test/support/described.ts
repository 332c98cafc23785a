// Holds every answer of the suite to the OpenAPI document: its status is declared, and its body fits the schema.
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

export interface Described {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters?: { name: string; in: string }[];
        responses: Record<string, { content?: Record<string, { schema: object }> }>;
      }
    >
  >;
  components: { schemas: Record<string, object> };
}

export class Description {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly templates: { template: string; pattern: RegExp }[];

  constructor(private readonly document: Described) {
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', components: document.components });
    this.templates = Object.keys(document.paths)
      .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`) }))
      .sort((a, b) => a.template.split('{').length - b.template.split('{').length);
  }

  /** @returns what is wrong with this answer; nothing for paths and methods that the document does not know */
  faults(method: string, path: string, status: number, type: string, body: unknown): string[] {
    const found = this.templates.find(({ pattern }) => pattern.test(path.split('?')[0] ?? ''));
    const operation = found && this.document.paths[found.template]?.[method.toLowerCase()];
    if (!found || !operation) return [];
    const name = `${method} ${found.template} ${status}`;
    const response = operation.responses[String(status)];
    if (!response) return [`${name} is not declared`];
    if (!response.content) return body === undefined ? [] : [`${name} declares no body`];
    const [declared] = Object.keys(response.content);
    if (!declared || !type.startsWith(declared)) return [`${name} is ${type}, declared ${declared}`];
    const validate = this.validator(name, response.content[declared]?.schema ?? {});
    return validate(body)
      ? []
      : (validate.errors ?? []).map((error) => `${name} ${error.instancePath} ${error.message}`);
  }

  private validator(name: string, schema: object): ValidateFunction {
    const known = this.compiled.get(name);
    if (known) return known;
    const text = JSON.stringify(schema).replaceAll('"#/', '"api#/');
    const validate = this.ajv.compile(JSON.parse(text) as object);
    this.compiled.set(name, validate);
    return validate;
  }
}
