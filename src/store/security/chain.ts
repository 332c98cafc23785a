// The security log as one chain: read from its beginning, entry by entry. Others have their turn in between.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { SecurityEntry } from '../../domain/security/entries.js';
import { DamagedRecord } from '../event-log.js';
import { open } from '../seal.js';
import { beginOf, entriesAfter, type EntryRows, type SecurityHead } from './entries.js';

/** So many are read in one turn of the event loop. */
const sliceMax = 250;

/**
 * Where it does not hold first; null where it does, or where nobody waits for it any more. What is let go of from the front
 * while it is read is no damage: then it is read anew.
 */
export async function damageOfLog(log: EntryRows, isEnough = (): boolean => false): Promise<DamagedRecord | null> {
  for (;;) {
    const begin = await beginOf(log);
    const damage = await damageFrom(log, begin, isEnough);
    if (damage === null || (await beginOf(log)).sequence === begin.sequence) return damage;
  }
}

async function damageFrom(log: EntryRows, begin: SecurityHead, isEnough: () => boolean): Promise<DamagedRecord | null> {
  let former = begin;
  let forgotten = 0;
  while (!isEnough()) {
    const slice = await entriesAfter(log, former.sequence, sliceMax);
    for (const row of slice) {
      try {
        if (row.sequence !== former.sequence + 1) throw new Error('it is gone');
        const entry = open(row, former.hash, {}) as unknown as SecurityEntry; // as this log holds them
        if (entry.type === 'EntriesForgotten') forgotten = entry.facts.through;
      } catch (error) {
        return new DamagedRecord(former.sequence + 1, [], error);
      }
      former = row;
    }
    if (slice.length < sliceMax)
      return begin.sequence === forgotten
        ? null
        : new DamagedRecord(begin.sequence + 1, [], 'what is before it is gone, and nothing says so');
    await letOthersRun();
  }
  return null;
}
