// What the reads of the API have in common: parameters that are right, and lists in pages.
import type { Asked } from '../domain/commands/commands.js';
import { invalid } from '../domain/refusal.js';
import { readCursor } from './cursor.js';

export interface List<T> {
  items: T[];
  next: string | null;
}

/** @throws Refusal validation */
export function payloadOf<T>(asked: Asked<T>): T {
  if ('payload' in asked) return asked.payload;
  throw invalid(asked.errors);
}

const limitUnasked = 50;

/**
 * How many items are asked for at most, and the values of the cursor after which they come: as many as the list needs, or none.
 * @throws Refusal validation
 */
export function pageAsked(
  asked: Asked<{ limit?: string; cursor?: string }>,
  length: number,
  unasked = limitUnasked,
): { limit: number; after: string[] } {
  const { limit = unasked, cursor } = payloadOf(asked);
  return { limit: Number(limit), after: readCursor(cursor, length) ?? [] };
}

/** One page of a list that was read one item too far, to know whether more follows. */
export function pageOf<From, To>(
  found: readonly From[],
  limit: number,
  view: (item: From) => To,
  cursor: (last: From) => string,
): List<To> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(view), next: found.length > limit && last ? cursor(last) : null };
}
