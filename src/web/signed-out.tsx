// What somebody gets who is not signed in: the page to sign in on, with the form that they had filled in meanwhile.
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { demonstrationAccounts, demonstrationPassword } from '../app/demonstration.js';
import { isOwnPage } from '../http/authentication.js';
import type { Surroundings } from './components/frame.js';
import { SignInPage, type SignInProps } from './pages/sign-in.js';

/** @param around of somebody who is not signed in */
export function signInPage(
  around: Surroundings,
  props: Pick<SignInProps, 'next' | 'email' | 'error' | 'kept'>,
): ReactElement {
  const demonstration = { accounts: demonstrationAccounts(), password: demonstrationPassword };
  return <SignInPage around={around} demonstration={around.demonstration ? demonstration : null} {...props} />;
}

/**
 * What was filled in on a form of our own by someone who was signed out meanwhile; null for anything else. What another
 * site sends is not shown to whoever signs in as if they had written it.
 */
export function filledInBy(request: FastifyRequest, baseUrl: string): string | null {
  const { method, url, body } = request;
  const isForm = method === 'POST' && url.startsWith(formsBelow) && body instanceof URLSearchParams;
  return isForm && isOwnPage(request, baseUrl) ? String(body) : null;
}

/** Every form that takes more than a moment to fill in. */
export const formsBelow = '/trajecten/';
