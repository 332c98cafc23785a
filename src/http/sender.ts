// From where a request came and where it goes, as it is told and recorded: the pattern of its route, never its address.
import type { FastifyRequest } from 'fastify';
import type { Sender } from '../domain/security/entries.js';
import { nowhere } from '../store/process/server-told.js';

export const senderOf = (request: FastifyRequest): Sender => ({
  address: request.ip,
  request: request.id,
  route: `${request.method} ${patternOf(request) ?? nowhere}`,
});

/** Null where there is no route: nobody knows what stands in such a path. */
export const patternOf = ({ is404, routeOptions }: FastifyRequest): string | null =>
  is404 ? null : (routeOptions.url ?? null);
