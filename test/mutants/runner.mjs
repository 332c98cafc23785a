// Runs the pure tests for Stryker in one process that stays, with one mutant at a time switched on: thousands of them
// take minutes. Its runner for Jest loads every file again for every mutant, and takes hours.
import { register } from 'node:module';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

register('../runner/typescript.mjs', import.meta.url);
/** What the changed sources look at to know which mutant is on, and write down which they passed. */
const switches = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = {});

class PureTestRunner {
  #tests = null;

  /** A mutant in what is done while loading needs a new process. */
  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    const tests = await this.#load();
    const result = await this.#run(tests, false);
    return { ...result, mutantCoverage: switches.mutantCoverage ?? { static: {}, perTest: {} } };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit, mutantActivation }) {
    if (mutantActivation !== 'static') await this.#load();
    Object.assign(switches, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    const tests = await this.#load().catch((error) => [
      { id: 'load', name: 'load', run: () => Promise.reject(error) }, // noticed before any test
    ]);
    const chosen = tests.filter(({ id }) => id === 'load' || !testFilter || testFilter.includes(id));
    const result = await this.#run(chosen, !disableBail);
    const timeout = determineHitLimitReached(switches.hitCount, switches.hitLimit);
    Object.assign(switches, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    if (mutantActivation !== 'static') await this.#mustPass(result.tests.at(-1));
    return toMutantRunResult(timeout ?? result, disableBail);
  }

  /** What fails without a mutant too fails by what a former one left behind: then no result counts. */
  async #mustPass(last) {
    const { tests } = await this.#run(
      this.#tests.filter(({ id }) => id === last?.id),
      true,
    );
    const failed = tests.find(({ status }) => status === TestStatus.Failed);
    if (failed) throw new Error(`"${failed.name}" fails without any mutant: ${failed.failureMessage}`);
  }

  async #load() {
    const { filesOf, testsIn } = await import('./suites.mjs');
    return (this.#tests ??= await testsIn(filesOf(process.env.SLUIS_MUTANTS ?? 'rules')));
  }

  async #run(tests, bail) {
    const results = [];
    for (const { run, ...test } of tests) {
      const begun = performance.now();
      switches.currentTestId = test.id;
      const failure = await run().then(
        () => null,
        (error) => String(error?.stack ?? error),
      );
      const timeSpentMs = performance.now() - begun;
      if (failure === null) results.push({ ...test, timeSpentMs, status: TestStatus.Success });
      else results.push({ ...test, timeSpentMs, status: TestStatus.Failed, failureMessage: failure });
      if (failure !== null && bail) break;
    }
    switches.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'pure', PureTestRunner)];
