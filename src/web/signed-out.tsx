// What somebody gets who is not signed in: the page to sign in on, with the form that they had filled in meanwhile.
import type { FastifyRequest } from 'fastify';
import { demonstrationAccounts, demonstrationPassword } from '../app/demonstration.js';
import { isOwnPage } from '../http/authentication.js';
import { SignInPage, type SignInProps } from './pages/sign-in.js';
import { aroundOf, type Visits } from './visit.js';

export function signInPage(visits: Visits, props: Pick<SignInProps, 'next' | 'email' | 'error' | 'kept'>) {
  const isDemonstration = visits.configuration.mode === 'demonstration';
  const demonstration = isDemonstration ? { accounts: demonstrationAccounts(), password: demonstrationPassword } : null;
  return <SignInPage around={aroundOf(null, visits)} demonstration={demonstration} {...props} />;
}

/**
 * What was filled in on a form of our own by someone who was signed out meanwhile; null for anything else. What another
 * site sends is not shown to whoever signs in as if they had written it.
 */
export function filledInBy(request: FastifyRequest, { configuration }: Visits): string | null {
  const { method, url, body } = request;
  const isForm = method === 'POST' && url.startsWith(formsBelow) && body instanceof URLSearchParams;
  return isForm && isOwnPage(request, configuration.baseUrl) ? String(body) : null;
}

/** Every form that takes more than a moment to fill in. */
export const formsBelow = '/trajecten/';
