// What the environment says of the backups that the server makes by itself.
import { resolve, sep } from 'node:path';
import { backup as words } from '../../wording/shell/start.js';

export interface BackupPlan {
  folder: string;
  /** So many hours lie between two. */
  everyHours: number;
  /** So many that were verified are kept. */
  keep: number;
}

const unasked = { everyHours: 24, keep: 14 };
/** A month, and more than anybody looks through. */
const most = { everyHours: 744, keep: 1_000 };

type Given = (name: string) => string | undefined;
type Fault = (condition: boolean, sentence: string) => void;

/** @returns undefined where it makes none */
export function backupPlan(database: string, given: Given, fault: Fault): BackupPlan | undefined {
  const [where, every, keep] = ['BACKUP_DIR', 'BACKUP_EVERY', 'BACKUP_KEEP'].map(given);
  const plan = {
    folder: resolve(where ?? ''),
    everyHours: Number(every ?? unasked.everyHours),
    keep: Number(keep ?? unasked.keep),
  };
  const isCount = (n: number, max: number) => Number.isInteger(n) && n >= 1 && n <= max;
  fault(!isCount(plan.everyHours, most.everyHours), words.every(most.everyHours));
  fault(!isCount(plan.keep, most.keep), words.keep(most.keep));
  if (where === undefined) {
    fault(every !== undefined || keep !== undefined, words.nowhere);
    return undefined;
  }
  fault(`${plan.folder}${sep}`.startsWith(`${database}${sep}`), words.inside);
  return plan;
}
