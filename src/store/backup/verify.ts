// Whether a database in a file is whole: every page of it, every event of every chain, every text and every plan. What
// was never verified is no backup.
import type { Instant } from '../../domain/vocabulary.js';
import { latest } from '../../domain/calendar.js';
import { damageAt, unfit as words } from '../../wording/backup.js';
import { atPath } from '../files/at-path.js';
import { migrationNames } from '../database.js';
import type { EventStatements } from '../dialect/dialect.js';
import { faultOfFile, DatabaseFile } from '../dialect/sqlite-copy.js';
import { DamagedRecord, readRecord } from '../event-log.js';
import { loadSqlite } from '../runtime.mjs';
import { sha256 } from '../seal.js';
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
    mustBeKnown(opened, file);
    const pages = opened.fault();
    if (pages !== null) throw damaged(file, pages);
    return { ...(await readEverything(opened, file)), ...opened.count(), size: found.size };
  } catch (error) {
    throw unfitBy(error, file);
  } finally {
    opened?.close();
  }
}

const damaged = (file: string, why: string): UnfitFile => new UnfitFile('damaged', words.damaged(file, why), why);

/** Of an older version it is migrated when it is opened. */
function mustBeKnown({ migrations }: DatabaseFile, file: string): void {
  const newer = migrations.find((name) => !migrationNames.includes(name));
  if (newer !== undefined) throw new UnfitFile('newer', words.newer(file, newer, migrationNames.at(-1) ?? ''));
}

async function readEverything(opened: DatabaseFile, file: string): Promise<Pick<Contents, 'dossiers' | 'newest'>> {
  const { dossiers, people } = opened;
  for (const { hash, text } of opened.plans()) if (sha256(text) !== hash) throw damaged(file, damageAt.plan(hash));
  const ids = await dossiers.dossierIds();
  for (const id of ids) await readChain(dossiers, id, file, (line, why) => damageAt.dossier(id, line, why));
  for (const chain of (await people?.dossierIds()) ?? [])
    if (people) await readChain(people, chain, file, damageAt.people);
  const newest = latest(await dossiers.newestRecordedAt(), (await people?.newestRecordedAt()) ?? null);
  return { dossiers: ids.length, newest };
}

/** @throws UnfitFile */
async function readChain(
  events: EventStatements,
  id: string,
  file: string,
  where: (line: number, why: string) => string,
): Promise<void> {
  try {
    await readRecord({ events }, id);
  } catch (error) {
    throw error instanceof DamagedRecord ? damaged(file, where(error.sequence, error.message)) : error;
  }
}

function unfitBy(error: unknown, file: string): unknown {
  if (error instanceof UnfitFile) return error;
  const fault = faultOfFile(error);
  if (fault === 'foreign') return new UnfitFile('foreign', words.foreign(file));
  if (fault === 'damaged') return damaged(file, (error as Error).message);
  if (fault === 'closed') return new UnfitFile('missing', words.closed(file));
  return error;
}
