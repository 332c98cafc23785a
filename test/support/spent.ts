// What something costs this thread, whatever else the machine does meanwhile: every limit on time is held to this.
import { readFileSync } from 'node:fs';

/** A busy machine shares its caches, and the collector of garbage comes when it likes: one try says too much, never too little. */
const triesMax = 8;

/** On Linux, of this thread alone and in nanoseconds; elsewhere the collector's and the pool's threads are counted as well. */
const ofThread = '/proc/thread-self/schedstat';
const isToldOfThread = /^[1-9]/.test(readOr(ofThread, ''));

/** So many milliseconds of the processor this thread has had. */
export function spent(): number {
  if (isToldOfThread) return Number.parseInt(readFileSync(ofThread, 'latin1'), 10) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds of the processor that it takes. */
export async function costOf(run: () => unknown): Promise<number> {
  const begun = spent();
  await run();
  return spent() - begun;
}

/** The least of some tries, and no more of them than it takes to see that it is under the limit. */
export async function leastOf(
  measure: () => number | Promise<number>,
  limit: number,
  tries = triesMax,
): Promise<number> {
  let least = Infinity;
  for (let n = 0; n < tries && least >= limit; n++) least = Math.min(least, await measure());
  return least;
}

function readOr(path: string, instead: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return instead;
  }
}
