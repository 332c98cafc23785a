// What a request says, as arguments of a route: who asks, the body in its shape, the parameters of the query.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../domain/commands/commands.js';
import type { Facts } from '../domain/facts/fact.js';
import { nothing, shapeBody, shapeQuery } from './shape.js';
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

/**
 * The body by its table, or what is wrong with it. A command has no parameters. Who sends a fact as one would else be
 * told that all went well, while the fact was lost: it is refused, together with what is wrong in the body, so that
 * they hear of everything at once.
 */
export const CommandBody = createParamDecorator((table: Facts, context: ExecutionContext): Asked<object> => {
  const request = requestIn(context);
  const asked = shapeBody(table, request.body);
  const query = shapeQuery(nothing, request.query);
  if ('payload' in query) return asked;
  const errors = 'errors' in asked ? asked.errors : [];
  return { errors: [...errors, ...query.errors], sent: 'payload' in asked ? asked.payload : asked.sent };
});

/** The parameters of the query by their table, or what is wrong with them. */
export const QueryParams = createParamDecorator((table: Facts, context: ExecutionContext) =>
  shapeQuery(table, requestIn(context).query),
);
