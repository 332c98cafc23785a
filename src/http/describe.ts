// How a route is described in OpenAPI: its body, what it answers, and with which statuses it can refuse. The words are
// those of its operation, and are added when the document is made.
import { applyDecorators, HttpCode, UseInterceptors, type NestInterceptor, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ReadInterceptor } from './read.interceptor.js';
import { signsOut } from './admission.js';
import { open } from './server.js';
import { answerWords, type Tag } from '../wording/api/api.js';
import { paperKinds } from '../domain/papers.js';
import { securityKinds } from '../domain/security/entries.js';
import type { Facts } from '../domain/facts/fact.js';
import type { Schema } from '../domain/facts/values.js';
import type { Says } from './parameters.js';
import { requestName } from './requests.js';
import { nothing } from './shape.js';
import { takesPaper } from './uploads.js';
import { headersOf, refusalAt, type HeaderName, type RefusalStatus } from './described-answers.js';

/** The group of calls that a controller has. A controller without one is no part of the API. */
export const Tagged = Reflector.createDecorator<Tag>();

/** What a route says of itself. */
export interface RouteDescription {
  /** The name of the call, where the name of its method does not say it. */
  operationId?: string | undefined;
  isOpen: boolean;
  /** Whether it is sent a file, and no JSON. */
  file?: true | undefined;
  body: Schema | null;
  parameters: readonly DescribedParameter[];
  responses: Readonly<Record<string, object>>;
}

export interface DescribedParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
}

export const Described = Reflector.createDecorator<RouteDescription>();

interface Description {
  /** The name of the schema of the answer; nothing for an answer without a body. */
  answers: string | null;
  /** The schema of what is answered otherwise. */
  or?: string | undefined;
  /** The schema of the answer to a dry run. */
  dryRunAnswers?: string | undefined;
  status: 200 | 201 | 204;
  body?: Says;
  /** Whether a file is sent, or answered, in the place of JSON. */
  file?: true;
  bytes?: true;
  query?: Record<string, Schema>;
  /** Which of these must be there. */
  needs?: readonly string[];
  refuses: readonly RefusalStatus[];
  open?: boolean;
  /** What makes the answer of what the route answerHeaders; nothing where that is the answer itself. */
  interceptor?: Type<NestInterceptor>;
  /** The name of the call, where the name of its method does not say it. */
  operationId?: string;
  /** The headers that the request may have. */
  headers?: readonly ('Idempotency-Key' | 'If-Match' | 'If-None-Match')[];
  /** The headers of the answer, beside those of every answer. */
  answerHeaders?: readonly HeaderName[];
}

const always = [400, 406, 503] as const;
const read = [...always, 401] as const;
const sent = [...always, 413, 415, 507] as const;
/** What takes an Idempotency-Key can find it used; nothing else is 422. */
const written = [...sent, 401, 403, 422, 429] as const;

const keyed = {
  status: 201,
  headers: ['Idempotency-Key'],
  answerHeaders: ['Location', 'Idempotency-Replayed'],
} as const;

/** What is told of a command: its name, what it is sent, and the schemas of its answers. */
interface DescribedCall extends Says {
  command: string;
  answer: { schema: string; or?: string };
  dryRun?: { schema: string };
}

/** A command on a dossier: 201 with the thing as it is now; 200 with what it would do, where that can be asked. */
export const Command = ({ command, answer, dryRun, ...body }: DescribedCall): MethodDecorator =>
  describe({
    ...keyed,
    operationId: `commands-${command}`,
    body,
    answers: answer.schema,
    or: answer.or,
    dryRunAnswers: dryRun?.schema,
    refuses: [...written, 404, 409, 412],
    headers: [...keyed.headers, 'If-Match'],
    answerHeaders: [...keyed.answerHeaders, 'ETag'],
  });

/** Something that was told of a dossier is seen: no command, since it adds nothing to the record. */
export const Sees = (answers: string): MethodDecorator =>
  describe({
    ...keyed,
    body: { says: nothing },
    answers,
    refuses: [...written, 404, 412],
    headers: [...keyed.headers, 'If-Match'],
    answerHeaders: [...keyed.answerHeaders, 'ETag'],
  });

/** A dossier begins, or how it began is corrected: there is nothing that could be absent. */
export const StartsDossier = (body: Says, answers: string): MethodDecorator =>
  describe({
    ...keyed,
    body,
    answers,
    refuses: [...written, 409, 412],
    headers: [...keyed.headers, 'If-Match'],
    answerHeaders: [...keyed.answerHeaders, 'ETag'],
  });

/** Somebody is added. */
export const AddsPerson = (says: Facts, answers: string): MethodDecorator =>
  describe({ ...keyed, body: { says }, answers, refuses: written });

/** A command on somebody who is known. */
export const ChangesPerson = (says: Facts, answers: string): MethodDecorator =>
  describe({ ...keyed, body: { says }, answers, refuses: [...written, 404, 409] });

/** A read of a dossier, which knows 304. */
export const Read = (answers: string, query: Record<string, Schema> = {}): MethodDecorator =>
  describe({
    answers,
    status: 200,
    interceptor: ReadInterceptor,
    query,
    refuses: [...read, 403, 404],
    headers: ['If-None-Match'],
    answerHeaders: ['ETag', 'Read-Anew-Since'],
  });

/** A read of anything else, with what it can refuse beside what every read can. */
export const ReadPlain = (
  answers: string,
  query: Record<string, Schema> = {},
  ...refuses: RefusalStatus[]
): MethodDecorator => describe({ answers, status: 200, query, refuses: [...read, ...refuses] });

/** Words are looked for, which must be said. */
export const FindsWords = (answers: string, q: Schema, rest: Record<string, Schema>): MethodDecorator =>
  describe({ answers, status: 200, query: { q, ...rest }, needs: ['q'], refuses: read });

/** A paper is uploaded: the one call that is sent a file. What it holds can be sent again, and is then the same paper. */
export const TakesPaper = (answers: string): MethodDecorator =>
  applyDecorators(
    RouteConfig(takesPaper),
    describe({
      answers,
      status: 201,
      file: true,
      refuses: [...sent, 401, 403, 404, 409, 429],
      answerHeaders: ['Location'],
    }),
  );

/** A paper itself. */
export const ReadPaper = (): MethodDecorator =>
  describe({
    answers: null,
    bytes: true,
    status: 200,
    refuses: [...read, 403, 404, 410],
    headers: ['If-None-Match'],
    answerHeaders: ['ETag'],
  });

/** The content of one goes for good: sent again, it changes nothing, so that no key is needed. */
export const ErasesPaper = (says: Facts, answers: string): MethodDecorator =>
  describe({ body: { says }, answers, status: 201, refuses: [...sent, 401, 403, 404, 429] });

/** Signing in, for whoever is not. */
export const SignIn = (says: Facts, answers: string): MethodDecorator =>
  describe({ body: { says }, answers, status: 201, refuses: [...sent, 401, 429], open: true });

export const SignOut = (): MethodDecorator =>
  applyDecorators(RouteConfig(signsOut), describe({ answers: null, status: 204, refuses: [...sent, 401, 403] }));

function describe({
  answers,
  or,
  dryRunAnswers,
  status,
  body,
  file,
  bytes,
  query = {},
  needs = [],
  refuses,
  headers = [],
  answerHeaders = [],
  open: isOpen = false,
  interceptor,
  operationId,
}: Description) {
  const described = answers === null && !bytes ? answerWords.done : answerWords[status === 200 ? 'read' : 'recorded'];
  const responses = {
    [status]: { ...success(described, answers, answerHeaders, or), ...(bytes ? { content: bytesOfPaper } : {}) },
    ...(dryRunAnswers ? { 200: success(answerWords.told, dryRunAnswers, ['ETag']) } : {}),
    ...(headers.includes('If-None-Match') ? { 304: success(answerWords.unchanged, null, answerHeaders) } : {}),
    ...Object.fromEntries(refuses.map((refused) => [refused, refusalAt(refused)])),
  };
  const parameters = [
    ...Object.entries(query).map(
      ([name, schema]) => ({ name, in: 'query', required: needs.includes(name), schema }) as const,
    ),
    ...headers.map((name) => ({ name, in: 'header', required: false, schema: text }) as const),
  ];
  return applyDecorators(
    HttpCode(status),
    ...(interceptor ? [UseInterceptors(interceptor)] : []),
    ...(isOpen ? [RouteConfig(open)] : []),
    Described({ operationId, isOpen, file, body: body ? sentTo(body) : null, parameters, responses }),
  );
}

const bytesOfPaper = Object.fromEntries(Object.values(paperKinds).map(({ type }) => [type, { schema: {} }]));

const success = (description: string, schema: string | null, answerHeaders: readonly HeaderName[], or?: string) => ({
  description,
  headers: headersOf(...answerHeaders),
  ...(schema === null ? {} : jsonOf(schema, or)),
});

/** A correction is sent where the fact was, and says less. */
const sentTo = ({ says, corrects }: Says) =>
  corrects ? { anyOf: [says, corrects].map((table) => refTo(requestName(table))) } : refTo(requestName(says));

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const jsonOf = (name: string, or?: string) => ({
  content: {
    'application/json': { schema: or === undefined ? refTo(name) : { anyOf: [refTo(name), refTo(or)] } },
  },
});

const day = { type: 'string', format: 'date' };
const limit = (maximum: number) => ({ type: 'integer', minimum: 1, maximum });
const text = { type: 'string' };

/** The parameters of reading, as OpenAPI describes them. */
export const momentParameters = { asOf: day, knownAt: { type: 'string', format: 'date-time' } };
export const pageParameters = (maximum: number) => ({ limit: limit(maximum), cursor: text });
export const securityParameters = {
  ...pageParameters(100),
  kind: { type: 'string', enum: [...securityKinds] },
  person: text,
  address: text,
  from: { type: 'string', format: 'date-time' },
  before: { type: 'string', format: 'date-time' },
};
export const numberParameter = limit(1_000_000);
