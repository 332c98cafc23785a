// The NL API Design Rules 2.2 as far as a description shows them, as rules for Spectral. Each is written from the text of
// the rule that it is named after, and is as strict as that text allows for this API.
import { pattern, schema, truthy } from '@stoplight/spectral-functions';

interface Finding {
  message: string;
  path?: (string | number)[];
}
type Check<T> = (value: T, options: unknown, context: { path: (string | number)[] }) => Finding[];

/** A rule of our own as Spectral wants it, which gives any value to any function. */
const checked = <T>(message: string, given: string | string[], check: Check<T>) => ({
  message: `${message}: {{error}}`,
  given,
  severity: 'error' as const,
  then: { function: check as Check<unknown> as never }, // its types know no values
});

const simple = (message: string, given: string, then: object) => ({
  message,
  given,
  severity: 'error' as const,
  then: then as never, // one of Spectral's own functions with its options
});

interface Media {
  schema?: object;
}
interface Response {
  headers?: Record<string, unknown>;
  content?: Record<string, Media>;
}
interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: object;
  responses?: Record<string, Response>;
}

const operations = '$.paths[*][get,put,post,delete,patch]';
const methods = ['get', 'put', 'post', 'delete', 'patch'];
/** The only nouns here whose plural does not end in an s. */
const irregular = ['people'];

const fault = (holds: boolean, message: string): Finding[] => (holds ? [] : [{ message }]);

/** Every property that a schema has, its parts included. */
function propertiesOf(part: unknown): string[] {
  const {
    properties = {},
    required = [],
    allOf = [],
  } = part as { properties?: object; required?: string[]; allOf?: unknown[] };
  return [...Object.keys(properties).filter((name) => required.includes(name)), ...allOf.flatMap(propertiesOf)];
}

const isKebab = (segment: string): boolean => /^(\{\w+\}|[a-z0-9]+(-[a-z0-9]+)*)$/.test(segment);

const isText = ({ type }: { type?: unknown }): boolean => [type].flat().includes('string');

/** Which format a text has by its name, where the name says that it is a day or a moment. */
function formatByName(name: string): string | undefined {
  if (/^(on|until)$|(On|Date)$/.test(name)) return 'date';
  return name.endsWith('At') ? 'date-time' : undefined;
}

export const designRules = {
  'doc-openapi': simple('It is described in OpenAPI 3', '$.openapi', {
    function: pattern,
    functionOptions: { match: '^3\\.\\d+\\.\\d+$' },
  }),
  'doc-openapi-contact': simple('Somebody answers: a name, an address and an e-mail address', '$.info', {
    field: 'contact',
    function: schema,
    functionOptions: { schema: { type: 'object', required: ['name', 'url', 'email'] } },
  }),
  'doc-language': simple('Every call says what it does', operations, { field: 'description', function: truthy }),
  changelog: simple('It leads to what changed', '$.info.description', {
    function: pattern,
    functionOptions: { match: '\\]\\(https?://\\S+/api-changes\\.md\\)' },
  }),
  semver: simple('Its version has three numbers', '$.info.version', {
    function: pattern,
    functionOptions: { match: '^\\d+\\.\\d+\\.\\d+$' },
  }),
  'uri-version': checked<{ info: { version: string }; servers?: { url: string }[] }>(
    'Each server has the major version at its end, and nothing of the rest',
    '$',
    ({ info, servers = [] }) =>
      fault(
        servers.length > 0 && servers.every(({ url }) => url.endsWith(`/v${info.version.split('.')[0]}`)),
        'a server without its version',
      ),
  ),
  'version-header': checked<Response>(
    'Every answer says the full version',
    `${operations}.responses[*]`,
    ({ headers }) => fault(headers !== undefined && 'API-Version' in headers, 'an answer without API-Version'),
  ),
  'no-trailing-slash': checked<Record<string, object>>('No address ends in a slash', '$.paths', (paths) =>
    Object.keys(paths).flatMap((path) => fault(!path.endsWith('/'), `${path} ends in a slash`)),
  ),
  'path-segments-kebab-case': checked<Record<string, object>>(
    'Steps of an address are kebab-case',
    '$.paths',
    (paths) =>
      Object.keys(paths).flatMap((path) =>
        fault(path.replace(/\/$/, '').split('/').slice(1).every(isKebab), `${path} is not kebab-case`),
      ),
  ),
  'query-keys-camel-case': simple('Parameters are camelCase', `${operations}.parameters[?(@.in=='query')].name`, {
    function: pattern,
    functionOptions: { match: '^[a-z][a-z\\d]*([A-Z][a-z\\d]*)*$' },
  }),
  'http-methods': checked<object>('Only the five methods of REST', '$.paths[*]', (item) =>
    Object.keys(item).flatMap((key) => fault(methods.includes(key), `${key} is none of them`)),
  ),
  'naming-collections': checked<Record<string, object>>(
    'What a call adds to is named in the plural',
    '$.paths',
    (paths) =>
      Object.entries(paths).flatMap(([path, item]) => {
        const last = path.replace(/\/$/, '').split('/').at(-1) ?? '';
        return fault(!('post' in item) || last.endsWith('s') || irregular.includes(last), `${path} is not plural`);
      }),
  ),
  'problem-details': checked<Record<string, Response>>(
    'Refusals are problems',
    `${operations}.responses`,
    (responses) =>
      Object.entries(responses)
        .filter(([status]) => /^[45]/.test(status))
        .flatMap(([status, { content = {} }]) => {
          const told = propertiesOf(content['application/problem+json']?.schema ?? {});
          return fault(
            Object.keys(content).length === 1 && ['status', 'title', 'detail'].every((name) => told.includes(name)),
            `${status} is no problem with status, title and detail`,
          );
        }),
  ),
  'invalid-input': checked<Operation>(
    'Invalid input is 400, and 422 is of idempotency keys alone',
    operations,
    (call) => {
      const { parameters = [], requestBody, responses = {} } = call;
      const takes = requestBody !== undefined || parameters.some((one) => one.in === 'query');
      const keyed = parameters.some(({ name }) => name === 'Idempotency-Key');
      return [
        ...fault(!takes || '400' in responses, 'input that is wrong has no 400'),
        ...fault(keyed || !('422' in responses), '422 without a key'),
      ];
    },
  ),
  'date-time-format': checked<Record<string, { type?: unknown; format?: string }>>(
    'Days are dates, moments have a time zone',
    '$..properties',
    (properties) =>
      Object.entries(properties).flatMap(([name, property]) => {
        const format = formatByName(name);
        return fault(!format || !isText(property) || property.format === format, `${name} is no ${format}`);
      }),
  ),
  'date-time-timezone': simple('No time without a time zone', '$..properties[*].format', {
    function: pattern,
    functionOptions: { notMatch: '^(time|date-time-local)$' },
  }),
  'security-defined': checked<object>('Every call says who may make it', operations, (call) =>
    fault('security' in call, 'a call that does not say whether one must be signed in'),
  ),
};
