// Whether a database in a file is whole, as whoever looks one through finds it, and what is in it. What was never verified
// is no backup.
import type { Instant } from '../../domain/vocabulary.js';
import { latest } from '../../domain/calendar.js';
import { damageAt, newerThan, unfit as words } from '../../wording/shell/backup.js';
import { atPath } from '../files/at-path.js';
import { migrationNames } from '../database.js';
import { faultOfFile } from '../dialect/sqlite-copy.js';
import { DatabaseFile } from '../dialect/sqlite-file.js';
import { loadSqlite } from '../runtime.mjs';
import { lookThrough, type FoundOnTheWay } from '../watch/soundness.js';
import { UnfitFile } from './unfit.js';

/** What a database holds. */
export interface Contents {
  dossiers: number;
  events: number;
  peopleEvents: number;
  /** When its newest event was recorded; null where there is none. */
  newest: Instant | null;
  /** In bytes. */
  size: number;
}

/** @throws UnfitFile */
export async function verify(file: string): Promise<Contents> {
  const found = atPath(file);
  if (!found) throw new UnfitFile('missing', words.missing(file));
  if (!found.isFile()) throw new UnfitFile('missing', words.folder(file));
  let opened: DatabaseFile | null = null;
  try {
    opened = DatabaseFile.open(loadSqlite(), file);
    if (!opened.isOurs) throw new UnfitFile('foreign', words.foreign(file));
    let dossiers = 0;
    for await (const one of lookThrough(opened, migrationNames))
      if (one.what === 'looked') dossiers = one.of;
      else mustBeHarmless(one, file);
    const { dossiers: events, people } = opened;
    const newest = latest(await events.newestRecordedAt(), (await people?.newestRecordedAt()) ?? null);
    return { dossiers, newest, ...opened.count(), size: found.size };
  } catch (error) {
    throw unfitBy(error, file);
  } finally {
    opened?.close();
  }
}

/** @throws UnfitFile but for triggers: they change nothing of what is recorded, and are put right when it is opened */
function mustBeHarmless(found: Exclude<FoundOnTheWay, { what: 'looked' }>, file: string): void {
  if (found.what === 'triggers') return;
  if (found.what !== 'newer') throw damaged(file, damageAt(found));
  const why = newerThan(found.part, found.its, found.known);
  throw new UnfitFile('newer', words.newer(file, why), why);
}

const damaged = (file: string, why: string): UnfitFile => new UnfitFile('damaged', words.damaged(file, why), why);

function unfitBy(error: unknown, file: string): unknown {
  if (error instanceof UnfitFile) return error;
  const fault = faultOfFile(error);
  if (fault === 'foreign') return new UnfitFile('foreign', words.foreign(file));
  if (fault === 'damaged') return damaged(file, (error as Error).message);
  if (fault === 'closed') return new UnfitFile('missing', words.closed(file));
  return error;
}
