// How a route is described in OpenAPI: its body, what it answers, and with which statuses it can refuse.
import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { open } from '../http/server.js';

interface Description {
  summary: string;
  /** The name of the schema of the answer; nothing for an answer without a body. */
  answers: string | null;
  /** The schema of the answer to a dry run. */
  tells?: string | undefined;
  status: 200 | 201 | 204;
  body?: Type;
  query?: Record<string, object>;
  refuses: readonly number[];
  open?: boolean;
  headers?: readonly string[];
}

const always = [406, 503] as const;
const read = [401, ...always] as const;
const written = [...read, 400, 403, 404, 409, 412, 413, 415, 422, 507] as const;

/** A command on a dossier: 201 with the thing as it is now; 200 with what it would do, where that can be asked. */
export const Command = (summary: string, body: Type, answers: string, tells?: string): MethodDecorator =>
  describe({ summary, body, answers, tells, status: 201, refuses: written, headers: ['Idempotency-Key', 'If-Match'] });

/** A command on people. */
export const Keep = (summary: string, body: Type, answers: string): MethodDecorator =>
  describe({ summary, body, answers, status: 201, refuses: written, headers: ['Idempotency-Key'] });

/** A read of a dossier, which knows 304. */
export const Read = (summary: string, answers: string, query: Record<string, object> = {}): MethodDecorator =>
  describe({
    summary,
    answers,
    status: 200,
    query,
    refuses: [...read, 304, 400, 403, 404],
    headers: ['If-None-Match'],
  });

/** One thing that is no dossier. */
export const ReadOne = (summary: string, answers: string, query: Record<string, object>): MethodDecorator =>
  describe({ summary, answers, status: 200, query, refuses: [...read, 400, 404] });

/** A list of what someone may see. */
export const ReadList = (summary: string, answers: string, query: Record<string, object>): MethodDecorator =>
  describe({ summary, answers, status: 200, query, refuses: [...read, 400, 403] });

/** Any other route. */
export const Route = (description: Description): MethodDecorator => describe(description);

function describe({
  summary,
  answers,
  tells,
  status,
  body,
  query = {},
  refuses,
  headers = [],
  ...rest
}: Description): MethodDecorator {
  const content = answers === null ? {} : jsonOf('application/json', answers);
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ...(rest.open ? [RouteConfig(open)] : [ApiBearerAuth()]),
    ...(body ? [ApiBody({ type: body, required: true })] : []),
    ...Object.entries(query).map(([name, schema]) => ApiQuery({ name, required: false, schema })),
    ...headers.map((name) => ApiHeader({ name, required: false, schema: { type: 'string' } })),
    ApiResponse({ status, description: status === 204 ? 'Gedaan' : 'Het antwoord', ...content }),
    ...(tells
      ? [ApiResponse({ status: 200, description: 'Wat het zou doen', ...jsonOf('application/json', tells) })]
      : []),
    ...refuses.map((refused) =>
      ApiResponse({
        status: refused,
        description: refused === 304 ? 'Niet veranderd' : 'Geweigerd',
        ...(refused === 304 ? {} : jsonOf('application/problem+json', 'Problem')),
      }),
    ),
  );
}

const jsonOf = (type: string, name: string) => ({
  content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } },
});

const day = { type: 'string', format: 'date' };
const limit = (maximum: number) => ({ type: 'integer', minimum: 1, maximum });
const text = { type: 'string' };

/** The parameters of reading, as OpenAPI describes them. */
export const momentParameters = { asOf: day, knownAt: { type: 'string', format: 'date-time' } };
export const pageParameters = (maximum: number) => ({ limit: limit(maximum), cursor: text });
export const numberParameter = limit(1_000_000);
