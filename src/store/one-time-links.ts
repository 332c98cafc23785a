// One-time links, as they are agreed on by who makes one and by who follows it: of the secret in it only the digest is kept.
import { hash, randomBytes } from 'node:crypto';
import type { Hex } from '../domain/vocabulary.js';

/** Where on the site one leads. */
export const invitationPath = '/uitnodiging/';

/** A secret for one bearer: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret of 256 random bits: nothing else is needed to keep it from being found. */
export const digestOf = (sessionSecret: string, secret: string): Hex => hash('sha256', `${sessionSecret} ${secret}`);

export const linkTo = (baseUrl: string, secret: string): string => `${baseUrl}${invitationPath}${secret}`;
