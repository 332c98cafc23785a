// What every answer of the API has in common, as OpenAPI describes it once: its headers, and the refusals by status.
import { headerWords, refusalWords } from '../wording/api/api.js';
import { refusalCodes, statusOfCode } from './statuses.js';
import type { Schema } from '../domain/facts/values.js';

export type RefusalStatus = keyof typeof refusalWords;
export type HeaderName = keyof typeof headerWords;

const names: Record<RefusalStatus, string> = {
  400: 'Invalid',
  401: 'NotSignedIn',
  403: 'NotAllowed',
  404: 'NotFound',
  406: 'NotAcceptable',
  409: 'NotInThisState',
  410: 'Gone',
  412: 'ChangedMeanwhile',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
  422: 'KeyReused',
  429: 'TooMany',
  503: 'NotNow',
  507: 'StorageFull',
};

/** What a header holds; those that are not on every answer that names them are not required. */
const shapes: Record<HeaderName, { required: boolean; schema: Schema }> = {
  'API-Version': { required: true, schema: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' } },
  'X-Request-Id': { required: true, schema: { type: 'string', format: 'uuid' } },
  'Cache-Control': { required: true, schema: { type: 'string', enum: ['private, no-cache', 'no-store'] } },
  Vary: { required: true, schema: { type: 'string', const: 'Authorization, Cookie' } },
  ETag: { required: true, schema: { type: 'string', pattern: '^"\\d+-[\\w-]+"$' } },
  'Read-Anew-Since': {
    required: false,
    schema: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
  },
  Location: { required: true, schema: { type: 'string', format: 'uri-reference' } },
  'Idempotency-Replayed': { required: false, schema: { type: 'string', const: 'true' } },
  'Retry-After': { required: false, schema: { type: 'string', pattern: '^\\d+$' } },
  'WWW-Authenticate': { required: true, schema: { type: 'string', const: 'Bearer' } },
};

/** The headers of an answer, each by its one description: those of every answer, and these. */
export const headersOf = (...more: readonly HeaderName[]): Record<string, { $ref: string }> =>
  Object.fromEntries(
    (['API-Version', 'X-Request-Id', 'Cache-Control', 'Vary', ...more] as const).map((name) => [
      name,
      { $ref: `#/components/headers/${name}` },
    ]),
  );

/** Where the refusals of a status are described. */
export const refusalAt = (status: RefusalStatus): { $ref: string } => ({
  $ref: `#/components/responses/${names[status]}`,
});

const own: Partial<Record<RefusalStatus, HeaderName>> = {
  401: 'WWW-Authenticate',
  429: 'Retry-After',
  503: 'Retry-After',
  507: 'Retry-After',
};

/** Every refusal of a status, with the codes that it can have: a code belongs to one status alone. */
function refusalOf(status: RefusalStatus) {
  const code = { type: 'string', enum: refusalCodes.filter((one) => statusOfCode(one) === status) };
  const narrowed = { type: 'object', properties: { status: { type: 'integer', const: status }, code } };
  const more = own[status];
  return {
    description: refusalWords[status],
    headers: more ? headersOf(more) : headersOf(),
    content: {
      'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, narrowed] } },
    },
  };
}

export const headerComponents = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [name, { description: headerWords[name as HeaderName], ...shape }]),
);
export const refusalComponents = Object.fromEntries(
  Object.entries(names).map(([status, name]) => [name, refusalOf(Number(status) as RefusalStatus)]), // keys are texts
);
