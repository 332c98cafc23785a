// How likely a dossier makes its goal, worked out in a thread of its own; at most a few at the same time.
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { Chance, ChanceAsked } from '../domain/forecast/chance.js';
import type { ForecastCase } from '../domain/forecast/forecast-case.js';
import { Refusal } from '../domain/refusal.js';

const atOnceMax = 2;
const retryAfterSeconds = 5;
/** So long a thread may take, in milliseconds. */
const timeMax = 20_000;

@Injectable()
export class Chances {
  private running = 0;

  /** @throws Refusal busy while others wait for theirs, and where it takes too long */
  async of(forecastCase: ForecastCase, asked: ChanceAsked): Promise<Chance> {
    if (this.running >= atOnceMax) throw new Refusal('busy', { retryAfter: retryAfterSeconds });
    this.running++;
    const workerData = { of: forecastCase, asked };
    const worker = new Worker(new URL('./chance-worker.js', import.meta.url), { workerData });
    worker.unref();
    const timer = setTimeout(() => void worker.terminate(), timeMax).unref();
    try {
      return await new Promise<Chance>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => reject(new Refusal('busy', { retryAfter: retryAfterSeconds }))); // not in its time
      });
    } finally {
      clearTimeout(timer);
      this.running--;
      void worker.terminate();
    }
  }
}
