// A document as a PDF, drawn in a thread of its own, so that nobody waits for it; a few at a time, and not for ever.
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { logoOnPaper, type PaperDocument } from './paper-document.js';

const atOnce = pLimit(2);
/** A document of hundreds of pages takes a few seconds. */
const secondsMax = 60;
const megabytesMax = 512;

/** @throws Error where it does not come to an end */
export const pdfOf = (document: PaperDocument): Promise<Buffer> => atOnce(() => drawn(document));

function drawn(document: PaperDocument): Promise<Buffer> {
  const logo = document.letterhead?.logo;
  const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url), {
    workerData: { ...document, logoSize: logo ? logoOnPaper(logo) : null },
    resourceLimits: { maxOldGenerationSizeMb: megabytesMax },
  });
  return new Promise<Buffer>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`a PDF took more than ${secondsMax} s`)), secondsMax * 1_000);
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that draws a PDF ended with ${code}`)));
    worker.once('exit', () => clearTimeout(late));
  }).finally(() => void worker.terminate());
}
