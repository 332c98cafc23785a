// Runs test files one after another in this process, by Jest's own describe, it and expect. Nothing is taken back
// between two files: what a test opens, it closes.
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as circus from 'jest-circus';
import { formatExecError, formatResultsErrors } from 'jest-message-util';
import { expect } from './expect.mjs';

register('./typescript.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
process.env.NODE_ENV = 'production'; // as the product runs: React is seven times as fast, and says the same

const { afterAll, afterEach, beforeAll, beforeEach, describe, it } = circus;
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it });

/** What was thrown outside of any test belongs to the file that is running. */
let stray = [];
process.on('uncaughtException', (error) => stray.push(error));
process.on('unhandledRejection', (error) => stray.push(error));

process.on('message', async ({ path, config, globalConfig }) => {
  const begun = Date.now();
  stray = [];
  try {
    const results = await resultsOf(path, globalConfig);
    process.send({ result: resultFor(path, begun, results, config, globalConfig) });
  } catch (error) {
    const failure = formatExecError(error, config, globalConfig, path);
    process.send({ failure: { message: failure, stack: failure } });
  }
});

process.on('disconnect', () => process.exit());

async function resultsOf(path, { testTimeout, testNamePattern }) {
  circus.resetState();
  Object.assign(circus.getState(), {
    testTimeout,
    testNamePattern: testNamePattern ? new RegExp(testNamePattern, 'i') : null,
  });
  await import(pathToFileURL(path).href);
  const { testResults, unhandledErrors } = await circus.run();
  stray.push(...unhandledErrors);
  return testResults.map(({ testPath, duration, errors, status, startedAt, numPassingAsserts }) => {
    const [, ...titles] = testPath; // the first is the file itself
    return {
      ancestorTitles: titles.slice(0, -1),
      title: titles.at(-1),
      fullName: titles.join(' '),
      duration,
      status: status === 'done' ? (errors.length > 0 ? 'failed' : 'passed') : status === 'skip' ? 'pending' : status,
      failureMessages: errors,
      failureDetails: [],
      invocations: 1,
      location: null,
      numPassingAsserts,
      retryReasons: [],
      startAt: startedAt,
    };
  });
}

/** The result of a file as Jest's reporters read it. */
function resultFor(path, begun, testResults, config, globalConfig) {
  const strayErrors = stray.map((error) => formatExecError(error, config, globalConfig, path));
  const failureMessage = [formatResultsErrors(testResults, config, globalConfig, path), ...strayErrors]
    .filter(Boolean)
    .join('\n');
  const having = (status) => testResults.filter((one) => one.status === status).length;
  const end = Date.now();
  return {
    testFilePath: path,
    testResults,
    failureMessage: failureMessage === '' ? null : failureMessage,
    ...(strayErrors.length > 0 ? { testExecError: { message: strayErrors.join('\n'), stack: '' } } : {}),
    numFailingTests: having('failed'),
    numPassingTests: having('passed'),
    numPendingTests: having('pending'),
    numTodoTests: having('todo'),
    perfStats: { start: begun, end, runtime: end - begun, slow: end - begun > 5_000 },
    skipped: testResults.length > 0 && testResults.every(({ status }) => status === 'pending'),
    leaks: false,
    openHandles: [],
    snapshot: { added: 0, fileDeleted: false, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 },
  };
}
