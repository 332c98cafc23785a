// Marks the routes of a form that is kept for who fills it in, and says what is to be known of one that was sent.
import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SheetSent } from '../uploads.js';

export const keepsForms = 'keepsForms';

/** The address of a form that was sent. */
export type AddressOfForm = (url: string, fields: URLSearchParams) => string;

/**
 * Its pages show what was filled in before; what was sent to be gone on with is kept first, and goes once it was accepted.
 * @param placeOf left out where a form is sent to its own address
 */
export const KeepsForms = (placeOf: AddressOfForm = (url) => url): ClassDecorator & MethodDecorator =>
  SetMetadata(keepsForms, placeOf);

/** What was filled in; null where nothing was. */
export function fieldsSent({ body }: FastifyRequest): URLSearchParams | null {
  const fields = body instanceof SheetSent ? body.pairs : body;
  return fields instanceof URLSearchParams && fields.size > 0 ? fields : null;
}
