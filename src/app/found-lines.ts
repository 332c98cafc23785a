// Which lines of a log somebody finds by their words: those that they see, that still say so, and that no other took the place
// of. What is closed to them is not found, and looks like what was never said.
import { textsToFind, type FoundIn, type FoundText } from '../domain/views/found-texts.js';
import type { Reading } from '../domain/views/viewer.js';
import { stemsToFind } from '../wording/language/stems.js';
import { mendedIn } from './mended-lines.js';
import type { LoggedEvent } from './readings.js';

/** A dossier as somebody sees it, with its lines by their number. */
export interface FindableLog {
  reading: Reading;
  /** Everything that its log shows them. */
  all: readonly LoggedEvent[];
  shown: ReadonlyMap<number, LoggedEvent>;
}

export function findableLog(reading: Reading, all: readonly LoggedEvent[]): FindableLog {
  const { mendedBy } = mendedIn(reading.dossier, all);
  const lines = all.filter(({ event, hidden }) => hidden === null && !mendedBy.has(event.sequence));
  return { reading, all, shown: new Map(lines.map((line) => [line.event.sequence, line])) };
}

/** A line in which all the words stand. */
export interface FoundInLine {
  line: LoggedEvent;
  /** The texts in which one of the words stands; the first of all where none does by itself. */
  texts: readonly FoundText[];
}

export function findInLine(
  { reading, shown }: FindableLog,
  { sequence, part }: { sequence: number; part: FoundIn },
  stems: ReadonlySet<string>,
): FoundInLine | null {
  const line = shown.get(sequence);
  if (!line) return null;
  const found = textsToFind(reading.dossier, line.event, reading.viewer);
  const texts = found[part];
  const told = texts.map(([, text]) => stemsToFind(text));
  const named = stemsToFind(found.names.join('\n'));
  if (texts.length === 0) return null;
  for (const stem of stems) if (!named.has(stem) && !told.some((one) => one.has(stem))) return null;
  const holding = texts.filter((_, i) => [...stems].some((stem) => told[i]?.has(stem)));
  return { line, texts: holding.length > 0 ? holding : texts.slice(0, 1) };
}
