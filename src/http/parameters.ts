// What a request says, as arguments of a route: who asks, the body in its shape, the parameters of the query.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../domain/commands/commands.js';
import type { CorrectionAsked } from '../domain/facts/correcting.js';
import type { Facts } from '../domain/facts/fact.js';
import { nothing, shapeBody, shapeQuery } from './shape.js';
import { senderOf } from './sender.js';
import { callerOf, signedInOf } from './authentication.js';

const requestIn = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** Who asks, with their idempotency key and what they read before: for commands. */
export const CallerParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(requestIn(context)),
);

/** Who asks: for reading. */
export const ReaderParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) => signedInOf(requestIn(context)).person,
);

/** How the reader is signed in. */
export const SignedInParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  signedInOf(requestIn(context)),
);

/** From where it is asked. */
export const SenderParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  senderOf(requestIn(context)),
);

/** The tables of a call: of what it records, and of a correction of that where there can be one. */
export interface Says {
  says: Facts;
  corrects?: Facts | undefined;
}

/** What a command is asked, or that what it recorded is corrected. */
export type Said<T = object> = Asked<T> | { correction: Asked<CorrectionAsked> };

/**
 * The body by its table, or what is wrong with it. A command has no parameters in its query: a fact that is sent there would
 * be lost without a word, so it is refused, together with what is wrong in the body.
 */
export const CommandBody = createParamDecorator((table: Facts, context: ExecutionContext): Asked<object> => {
  const request = requestIn(context);
  return withoutQuery(shapeBody(table, request.body), request);
});

/** The same of a call by which what it records can be corrected too. */
export const CommandOrCorrection = createParamDecorator(({ says, corrects }: Says, context: ExecutionContext): Said => {
  const request = requestIn(context);
  if (!corrects || !isCorrection(request.body)) return withoutQuery(shapeBody(says, request.body), request);
  const correction = shapeBody(corrects, request.body) as Asked<CorrectionAsked>; // its rows are among those of the table
  return { correction: withoutQuery(correction, request) };
});

const isCorrection = (body: unknown): boolean => typeof body === 'object' && body !== null && 'corrects' in body;

function withoutQuery<T>(asked: Asked<T>, request: FastifyRequest): Asked<T> {
  const query = shapeQuery(nothing, request.query);
  if ('payload' in query) return asked;
  const errors = 'errors' in asked ? asked.errors : [];
  return { errors: [...errors, ...query.errors], sent: 'payload' in asked ? asked.payload : asked.sent };
}

/** The parameters of the query by their table, or what is wrong with them. */
export const QueryParams = createParamDecorator((table: Facts, context: ExecutionContext) =>
  shapeQuery(table, requestIn(context).query),
);
