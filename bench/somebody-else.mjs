// Somebody else, who asks for the smallest answer that there is, over and over: in a thread of their own, so that what the one who
// measures is busy with is not taken for waiting.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** @returns a way to begin asking, which gives a way to stop; that tells how many milliseconds the longest wait was */
export function somebodyElse(url) {
  const thread = new Worker(fileURLToPath(import.meta.url), { workerData: url });
  thread.unref();
  return () => {
    thread.postMessage('begin');
    return async () => {
      thread.postMessage('stop');
      const [longest] = await once(thread, 'message');
      return longest;
    };
  };
}

if (!isMainThread) {
  let isAsking = false;
  const ask = async () => (await fetch(workerData)).arrayBuffer();
  await ask(); // the first takes longer
  parentPort.on('message', async (told) => {
    isAsking = told === 'begin';
    if (!isAsking) return;
    let longest = 0;
    while (isAsking) {
      const begun = performance.now();
      await ask();
      longest = Math.max(longest, performance.now() - begun);
    }
    parentPort.postMessage(longest);
  });
}
