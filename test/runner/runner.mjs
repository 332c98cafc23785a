// Runs the suite for Jest in a few processes that stay. Each loads Nest, TypeORM, React and the sources once, and then
// one test file after another; Jest's own runner loads all of that again for every file, which took half of the time.
import { fork } from 'node:child_process';
import { once } from 'node:events';

const workerFile = new URL('./worker.mjs', import.meta.url);

export default class SuiteRunner {
  /** Jest then asks for results by callbacks. */
  supportsEventEmitters = false;
  isSerial = false;

  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  /** Gives each free process the next file. A process that dies fails its file, and another takes its place. */
  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const waiting = [...tests];
    const work = async () => {
      let worker = null;
      for (let test = waiting.shift(); test && !watcher.isInterrupted(); test = waiting.shift()) {
        worker ??= start();
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

/** A process for test files, and what its end would mean for the one that it is busy with. */
function start() {
  const worker = fork(workerFile);
  const gone = once(worker, 'exit').then(([code, signal]) => ({
    failure: { message: `the process ended with ${signal ?? code}`, stack: '' },
  }));
  return { process: worker, gone };
}
