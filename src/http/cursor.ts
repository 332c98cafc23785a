// Where a list goes on: opaque to the client, checked when it comes back.
import { invalid } from '../domain/refusal.js';

export const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * The place in a cursor, as many values as the list needs; null when none was given.
 * @throws Refusal validation for a cursor that was never handed out
 */
export function readCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === length) return place.map(String);
  } catch {
    // falls through to the refusal
  }
  throw invalid([{ pointer: '?cursor', code: 'wrong-type' }]);
}
