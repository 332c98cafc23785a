// How a route is described in OpenAPI: its body, what it answers, and with which statuses it can refuse. The words are
// those of its operation, and are added when the document is made.
import { applyDecorators, HttpCode, UseInterceptors, type NestInterceptor, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ReadInterceptor } from './read.interceptor.js';
import { open } from './server.js';
import { answerWords } from '../wording/api.js';
import type { Facts } from '../domain/facts/fact.js';
import { requestName } from './requests.js';
import { headersOf, type HeaderName, type RefusalStatus } from './described-answers.js';

interface Description {
  /** The name of the schema of the answer; nothing for an answer without a body. */
  answers: string | null;
  /** The schema of the answer to a dry run. */
  tells?: string | undefined;
  status: 200 | 201 | 204;
  body?: Facts;
  query?: Record<string, object>;
  refuses: readonly RefusalStatus[];
  open?: boolean;
  /** What makes the answer of what the route gives; nothing where that is the answer itself. */
  made?: Type<NestInterceptor>;
  /** The name of the call, where the name of its method does not say it. */
  operationId?: string;
  /** The headers that the request may have. */
  headers?: readonly ('Idempotency-Key' | 'If-Match' | 'If-None-Match')[];
  /** The headers of the answer, beside those of every answer. */
  gives?: readonly HeaderName[];
}

const always = [400, 406, 503] as const;
const read = [...always, 401] as const;
const sent = [...always, 413, 415, 507] as const;
/** What takes an Idempotency-Key can find it used; nothing else is 422. */
const written = [...sent, 401, 403, 422] as const;

const keyed = {
  status: 201,
  headers: ['Idempotency-Key'],
  gives: ['Location', 'Idempotency-Replayed'],
} as const;

/** What is told of a command: its name, what it is sent, and the schemas of its answers. */
interface DescribedCall {
  command: string;
  says: Facts;
  answer: { schema: string };
  dryRun?: { schema: string };
}

/** A command on a dossier: 201 with the thing as it is now; 200 with what it would do, where that can be asked. */
export const Command = ({ command, says, answer, dryRun }: DescribedCall): MethodDecorator =>
  describe({
    ...keyed,
    operationId: `commands-${command}`,
    body: says,
    answers: answer.schema,
    tells: dryRun?.schema,
    refuses: [...written, 404, 409, 412],
    headers: [...keyed.headers, 'If-Match'],
    gives: [...keyed.gives, 'ETag'],
  });

/** A dossier begins: there is nothing yet that could be absent, or in another state. */
export const Begin = (body: Facts, answers: string): MethodDecorator =>
  describe({ ...keyed, body, answers, refuses: written, gives: [...keyed.gives, 'ETag'] });

/** Somebody is added. */
export const Add = (body: Facts, answers: string): MethodDecorator =>
  describe({ ...keyed, body, answers, refuses: written });

/** A command on somebody who is known. */
export const Keep = (body: Facts, answers: string): MethodDecorator =>
  describe({ ...keyed, body, answers, refuses: [...written, 404] });

/** A read of a dossier, which knows 304. */
export const Read = (answers: string, query: Record<string, object> = {}): MethodDecorator =>
  describe({
    answers,
    status: 200,
    made: ReadInterceptor,
    query,
    refuses: [...read, 403, 404],
    headers: ['If-None-Match'],
    gives: ['ETag'],
  });

/** One thing that is no dossier. */
export const ReadOne = (answers: string, query: Record<string, object>): MethodDecorator =>
  describe({ answers, status: 200, query, refuses: [...read, 404] });

/** A list of what someone may see. */
export const ReadList = (answers: string, query: Record<string, object>): MethodDecorator =>
  describe({ answers, status: 200, query, refuses: read });

/** A list that not everyone may see. */
export const ReadClosedList = (answers: string, query: Record<string, object>): MethodDecorator =>
  describe({ answers, status: 200, query, refuses: [...read, 403] });

export const Me = (answers: string): MethodDecorator => describe({ answers, status: 200, refuses: read });

/** Signing in, for whoever is not. */
export const SignIn = (body: Facts, answers: string): MethodDecorator =>
  describe({ body, answers, status: 201, refuses: [...sent, 401, 429], open: true });

export const SignOut = (): MethodDecorator => describe({ answers: null, status: 204, refuses: [...sent, 401, 403] });

function describe({
  answers,
  tells,
  status,
  body,
  query = {},
  refuses,
  headers = [],
  gives = [],
  ...rest
}: Description) {
  const described = answers === null ? answerWords.done : answerWords[status === 200 ? 'read' : 'recorded'];
  return applyDecorators(
    HttpCode(status),
    ...(rest.made ? [UseInterceptors(rest.made)] : []),
    ...(rest.operationId === undefined ? [] : [ApiOperation({ operationId: rest.operationId })]),
    ...(rest.open ? [RouteConfig(open)] : [ApiBearerAuth()]),
    ...(body ? [ApiBody({ schema: refTo(requestName(body)), required: true })] : []),
    ...Object.entries(query).map(([name, schema]) => ApiQuery({ name, required: false, schema })),
    ...headers.map((name) => ApiHeader({ name, required: false, schema: { type: 'string' } })),
    success(status, described, answers, gives),
    ...(tells ? [success(200, answerWords.told, tells, ['ETag'])] : []),
    ...(headers.includes('If-None-Match') ? [success(304, answerWords.unchanged, null, gives)] : []),
    ...refuses.map((refused) => ApiResponse({ status: refused, description: '' })), // each by its one description
  );
}

const success = (status: number, description: string, schema: string | null, gives: readonly HeaderName[]) =>
  ApiResponse({ status, description, headers: headersOf(...gives), ...(schema === null ? {} : jsonOf(schema)) });

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const jsonOf = (name: string) => ({
  content: { 'application/json': { schema: refTo(name) } },
});

const day = { type: 'string', format: 'date' };
const limit = (maximum: number) => ({ type: 'integer', minimum: 1, maximum });
const text = { type: 'string' };

/** The parameters of reading, as OpenAPI describes them. */
export const momentParameters = { asOf: day, knownAt: { type: 'string', format: 'date-time' } };
export const pageParameters = (maximum: number) => ({ limit: limit(maximum), cursor: text });
export const numberParameter = limit(1_000_000);
