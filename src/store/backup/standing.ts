// What a database knows of its backups: those that its server made, the one that was made by hand, what failed last, and
// from which one it was itself put back.
import type { Instant } from '../../domain/vocabulary.js';
import { Database } from '../database.js';
import { dayLong, hour } from '../process/clock.js';
import type { BackupPlan } from '../process/backup-plan.js';
import { setting } from '../settings.js';
import type { MadeBackup } from './back-up.js';
import { presentAmong, type KeptBackup } from './keeping.js';

const keptMark = 'backups kept';
const handMark = 'backup by hand';
const failedMark = 'backup failed';
const restoredMark = 'backup restored';

/** One that a command made. */
export interface HandMadeBackup extends MadeBackup {
  /** Whether the security log has it. */
  told?: boolean;
}

export interface FailedBackup {
  at: Instant;
  why: string;
}

export interface RestoredState {
  at: Instant;
  /** Whether the security log has it. */
  told?: boolean;
  /** How the file was called. */
  from: string;
  /** When the newest event in it was recorded. */
  newest: Instant | null;
}

export interface KnownBackups {
  /** Newest first. */
  kept: readonly KeptBackup[];
  byHand: HandMadeBackup | null;
  failed: FailedBackup | null;
  restored: RestoredState | null;
}

type Setting = readonly [key: string, value: string];

export const keptSetting = (kept: readonly KeptBackup[]): Setting => [keptMark, JSON.stringify(kept)];
export const handSetting = (made: HandMadeBackup): Setting => [handMark, JSON.stringify(made)];
export const restoredSetting = (restored: RestoredState): Setting => [restoredMark, JSON.stringify(restored)];
export const failedSetting = (failed: FailedBackup): Setting => [failedMark, JSON.stringify(failed)];

export async function knownBackups({ manager }: Pick<Database, 'manager'>): Promise<KnownBackups> {
  const read = async (key: string): Promise<unknown> => JSON.parse((await setting(manager, key)) ?? 'null');
  const [kept, byHand, failed, restored] = await Promise.all([keptMark, handMark, failedMark, restoredMark].map(read));
  return { kept: kept ?? [], byHand, failed, restored } as KnownBackups; // as they were written here
}

/** Has the database of a folder remember a backup that was made by hand, whether a server runs on it or not. */
export function rememberByHand(folder: string, made: MadeBackup): void {
  Database.saveBeside(folder, [handSetting(made)]);
}

/**
 * off: none is made, and there is none · ok: there is one · failed: the last try did
 * late: the newest is older than twice the time between two; by hand that is a day
 */
export type BackupWord = 'off' | 'ok' | 'late' | 'failed';

export interface BackupStanding {
  word: BackupWord;
  /** The newest that was verified. */
  last: MadeBackup | null;
  /** Absent once one succeeded. */
  failed: FailedBackup | null;
}

/** How it stands at that moment, by the clock of the machine. */
export function standingOf(
  { kept, byHand, failed }: KnownBackups,
  plan: BackupPlan | undefined,
  now: Instant,
): BackupStanding {
  const made = [...kept.filter(({ verified }) => verified), ...(byHand ? [byHand] : [])].filter(({ at }) => at <= now);
  const last = made.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
  const isOpen = failed !== null && failed.at > (last?.at ?? '');
  const since = last === null ? Infinity : Date.parse(now) - Date.parse(last.at);
  const isLate = since > 2 * (plan ? plan.everyHours * hour : dayLong);
  const word = isOpen ? 'failed' : !plan && !last ? 'off' : isLate ? 'late' : 'ok';
  return { word, last, failed: isOpen ? failed : null };
}

/** How it stands with the backups of the database in a folder, beside a running server too. */
export async function backupStanding(
  folder: string,
  plan: BackupPlan | undefined,
  now: Instant,
): Promise<BackupStanding> {
  const database = await Database.openForReading(folder);
  try {
    const known = await knownBackups(database);
    return standingOf({ ...known, kept: await presentAmong(known.kept) }, plan, now);
  } finally {
    await database.close();
  }
}
