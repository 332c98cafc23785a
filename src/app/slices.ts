// Runs what can take long in slices, so that no other request waits for it.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { InSteps } from '../domain/fold/in-steps.js';

const sliceMilliseconds = 4;

export async function inSlices<T>(work: InSteps<T>): Promise<T> {
  for (let begun = performance.now(); ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begun < sliceMilliseconds) continue;
    await letOthersRun();
    begun = performance.now();
  }
}
