// Which of its backups a server keeps. It removes none that it did not make itself, and never the newest that was verified.
import { access, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant } from '../../domain/vocabulary.js';
import { hour } from '../process/clock.js';
import type { BackupPlan } from '../process/backup-plan.js';
import type { MadeBackup } from './back-up.js';

/** One that the server made and has not removed. */
export interface KeptBackup extends MadeBackup {
  /** A damaged one is no backup. */
  verified: boolean;
}

/** @param kept newest first */
export function tooMany(kept: readonly KeptBackup[], { keep }: BackupPlan): KeptBackup[] {
  const verified = kept.filter((one) => one.verified);
  const damaged = kept.filter((one) => !one.verified);
  return [...verified.slice(keep), ...damaged.slice(keep)];
}

/** Those that are in the folder of the plan; what another folder holds is nobody's to remove. */
export const inPlace = (kept: readonly KeptBackup[], plan: BackupPlan): KeptBackup[] =>
  kept.filter(({ file }) => dirname(file) === plan.folder);

/** Whether the next one is to be made; one from a time that has not come says nothing. */
export function isDue(present: readonly KeptBackup[], { everyHours }: BackupPlan, now: Instant): boolean {
  const newest = present.find(({ verified, at }) => verified && at <= now);
  return newest === undefined || Date.parse(now) - Date.parse(newest.at) >= everyHours * hour;
}

/** Those whose file is there. */
export async function presentAmong(kept: readonly KeptBackup[]): Promise<KeptBackup[]> {
  const isThere = await Promise.all(
    kept.map(({ file }) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return kept.filter((_, i) => isThere[i]);
}

/** @returns why it could not; null where it is gone */
export async function remove({ file }: KeptBackup): Promise<string | null> {
  try {
    await rm(file, { force: true });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
