// A dossier that somebody looks at, and how what they are told differs from what is so.
import { isDeepStrictEqual } from 'node:util';
import type { Moment } from '../../../src/domain/fold/history.js';
import type { Client } from '../../support/client.js';
import type { Then } from './expected.js';

export interface LookedAt {
  then: Then;
  moment: Moment;
  dossier: string;
}

export interface Viewer {
  name: string;
  /** Whose secretary or clerk it is, or of which region. */
  body: string;
  client: Client;
  /** A page, which is there. */
  look: (path: string) => Promise<string>;
  /** Whether a page is there. */
  finds: (path: string) => Promise<boolean>;
}

/** As an address asks for it. */
export function asked({ asOf, knownAt }: Moment, more: Record<string, string> = {}): string {
  const query = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}), ...more };
  return Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
}

/** A line where two differ, and none where they do not. */
export const differs = (what: string, told: unknown, is: unknown): string[] =>
  isDeepStrictEqual(plain(told), plain(is))
    ? []
    : [`${what}: ${JSON.stringify(told)}, and it is ${JSON.stringify(is)}`];

const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
