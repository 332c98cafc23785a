// What is recorded once: a second time it is corrected where it stands, so that no record quietly takes the place of another.
import { isSame } from '../facts/correcting.js';
import type { Facts, Hashed, Kept } from '../facts/fact.js';
import { read } from '../facts/keeping.js';
import type { Recorded } from '../dossier/decided.js';
import { refused } from '../refusal.js';
import type { Day } from '../vocabulary.js';

interface There {
  /** Left out where it is kept without its line. */
  readonly recorded?: Pick<Recorded, 'sequence'>;
}

/** @param there what says it already @throws Refusal already-recorded */
export function mustBeNew(there: There | null | undefined): void {
  if (there) throw refused('already-recorded', { line: there.recorded?.sequence ?? null });
}

/**
 * What takes the place of what was said before says something else, or it is the same that somebody recorded just now.
 * @param last what counts now
 * @throws Refusal already-recorded
 */
export function mustSayMore<F extends Facts>(
  table: F,
  on: Day,
  { facts, texts }: { facts: Hashed<F>; texts: Readonly<Record<string, string | null | undefined>> },
  last: (Partial<Kept<F>> & { readonly on: Day } & There) | undefined,
): void {
  if (last?.on !== on) return;
  const said = Object.entries(read(table, facts, texts));
  if (said.every(([name, value]) => isSame(value, last[name as keyof Kept<F>]))) mustBeNew(last);
}
