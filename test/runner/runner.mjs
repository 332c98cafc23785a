// Runs the suite for Jest in a few processes that stay. Each loads Nest, TypeORM, React and the sources once, and then
// one test file after another; Jest's own runner loads all of that again for every file, which took half of the time.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longestFirst } from './order.mjs';

const workerFile = new URL('./worker.mjs', import.meta.url);

/** Where Linux keeps files in memory: there a database need not wait for a disk each time that it makes sure of what it wrote. */
const memory = '/dev/shm';
const memoryMin = 2 ** 31;

/** Room for young objects, in megabytes, so that most of them are gone before they are looked at. */
const execArgv = [...process.execArgv, '--max-semi-space-size=64'];

export default class SuiteRunner {
  /** Jest then asks for results by callbacks. */
  supportsEventEmitters = false;
  isSerial = false;

  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  /** Gives each free process the next file. A process that dies fails its file, and another takes its place. */
  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const waiting = longestFirst(tests);
    const folder = mkdtempSync(join(inMemory() ? memory : tmpdir(), 'sluis-suite-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const work = async () => {
      let worker = null;
      for (let test = waiting.shift(); test && !watcher.isInterrupted(); test = waiting.shift()) {
        worker ??= start(folder);
        await onStart(test);
        const { result, failure } = await Promise.race([worker.gone, this.#ask(worker.process, test)]);
        if (result) await onResult(test, result);
        else await onFailure(test, failure);
        if (worker.process.exitCode !== null || worker.process.signalCode !== null) worker = null;
      }
      worker?.process.disconnect();
    };
    const processes = Math.min(this.globalConfig.maxWorkers, tests.length);
    await Promise.all(Array.from({ length: processes }, work));
  }

  async #ask(worker, { path, context: { config } }) {
    const { testTimeout, testNamePattern, expand } = this.globalConfig;
    const { rootDir, testMatch } = config;
    const answer = once(worker, 'message');
    worker.send({ path, config: { rootDir, testMatch }, globalConfig: { testTimeout, testNamePattern, expand } });
    const [message] = await answer;
    return message;
  }
}

function inMemory() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > memoryMin;
  } catch {
    return false; // there is none
  }
}

/** A process for test files, and what its end would mean for the one that it is busy with. */
function start(folder) {
  const worker = fork(workerFile, { execArgv, env: { ...process.env, TMPDIR: folder } });
  const gone = once(worker, 'exit').then(([code, signal]) => ({
    failure: { message: `the process ended with ${signal ?? code}`, stack: '' },
  }));
  return { process: worker, gone };
}
