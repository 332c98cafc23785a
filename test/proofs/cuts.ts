// Cuts the power at moments of a journal, and looks each time at what is left.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chance } from './chance.js';
import type { DiskStep } from './disk/journal.js';
import { DiskUntilPowerCut } from './disk/power.js';
import type { Acknowledged } from './office.js';
import { lostOf, standingIn } from './standing.js';

export interface Losses {
  /** Cuts after which something that was acknowledged was not there. */
  losing: number;
  /** The most that one cut lost. */
  lostMax: number;
  /** What was thrown when what was left was opened. */
  broken: string[];
  /** What was acknowledged before the last cut. */
  acknowledged: number;
}

/**
 * @param moments after how many steps the power goes, in order
 * @param alsoLook given the folder that is left, before it is read, and the number of the cut
 */
export async function cutAt(
  moments: readonly number[],
  steps: readonly DiskStep[],
  chance: Chance,
  alsoLook: (folder: string, heard: readonly Acknowledged[], cut: number) => Promise<void> = () => Promise.resolve(),
): Promise<Losses> {
  const disk = new DiskUntilPowerCut();
  const heard: Acknowledged[] = [];
  const losses: Losses = { losing: 0, lostMax: 0, broken: [], acknowledged: 0 };
  let at = 0;
  for (const [cut, moment] of moments.entries()) {
    for (const step of steps.slice(at, moment)) {
      if (step.kind === 'heard') heard.push(JSON.parse(step.data.toString()) as Acknowledged); // as it was written down
      else disk.take(step);
    }
    at = moment;
    const folder = mkdtempSync(join(tmpdir(), 'sluis-cut-'));
    for (const [name, content] of disk.cut(chance)) writeFileSync(join(folder, name), content, { mode: 0o600 });
    try {
      await alsoLook(folder, heard, cut);
      const lost = lostOf(heard, await standingIn(folder)).length;
      if (lost > 0) losses.losing++;
      losses.lostMax = Math.max(losses.lostMax, lost);
      losses.acknowledged = heard.length;
    } catch (error) {
      losses.broken.push(`at step ${moment} of ${steps.length}: ${String(error)}`);
    }
    rmSync(folder, { recursive: true });
  }
  return losses;
}
