// What a request says, as arguments of a route: who asks, the body in its shape, the parameters of the query.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../domain/commands/commands.js';
import { Nothing, shapeBody, shapeQuery, type Shape } from '../requests/shape.js';
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

/** The body in this shape, or what is wrong with it. A command has no parameters: any is refused with the body. */
export const CommandBody = createParamDecorator((shape: Shape<object>, context: ExecutionContext): Asked<object> => {
  const request = requestIn(context);
  const asked = shapeBody(shape, request.body);
  const query = shapeQuery(Nothing, request.query);
  if ('payload' in query) return asked;
  const errors = 'errors' in asked ? asked.errors : [];
  return { errors: [...errors, ...query.errors], sent: 'payload' in asked ? asked.payload : asked.sent };
});

/** The parameters of the query in this shape, or what is wrong with them. */
export const QueryParams = createParamDecorator((shape: Shape<object>, context: ExecutionContext) =>
  shapeQuery(shape, requestIn(context).query),
);
