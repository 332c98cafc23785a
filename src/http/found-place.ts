// Where a list of what was found goes on, as its cursor has it.
import type { FoundPlace } from '../store/read-models/found-words.js';
import { cursorOf } from './cursor.js';

/** So many values are in the cursor. */
export const foundPlaceValues = 4;

/** @param values those of the cursor; null or none for the beginning */
export function foundPlaceIn(values: readonly string[] | null): FoundPlace | null {
  if (values === null || values.length === 0) return null;
  const [part = '', recordedAt = '', dossier = '', sequence = ''] = values;
  return { part: part === 'title' ? part : 'text', recordedAt, dossier, sequence: Number(sequence) };
}

export const foundCursor = ({ part, recordedAt, dossier, sequence }: FoundPlace): string =>
  cursorOf([part, recordedAt, dossier, sequence]);
