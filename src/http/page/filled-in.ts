// What was filled in on a form by somebody who may not send it any more, or not yet: it waits until they sign in.
import type { FastifyRequest } from 'fastify';
import { isOwnPage } from '../authentication.js';
import { fieldsSent } from './kept-forms.js';

/** Every form that takes more than a moment to fill in stands below one of these. */
const formsBelow = ['/trajecten/', '/mensen/', '/kalenders/', '/webhooks', '/herinneringen/', '/beheer/'];

export const isOfForm = (path: string): boolean => formsBelow.some((below) => path.startsWith(below));

/**
 * What was filled in on a form of our own by someone who was signed out meanwhile; null for anything else. What another
 * site sends is not shown to whoever signs in as if they had written it.
 */
export function filledInBy(request: FastifyRequest, baseUrl: string): string | null {
  const { method, url } = request;
  const fields = method === 'POST' && isOfForm(url) ? fieldsSent(request) : null;
  return fields !== null && isOwnPage(request, baseUrl) ? String(fields) : null;
}
