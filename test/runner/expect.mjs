// The `expect` of Jest. Its own makes all of its matchers and the trace of an error for every call; this one makes them when
// one is asked for, and makes none for what plainly holds: laws over all stands take half of the time.
import { isDeepStrictEqual } from 'node:util';
import { expect as thorough } from 'expect';

/** What plainly holds: each is no wider than the matcher of Jest, which judges and tells all that is left. */
const plainly = {
  toBe: Object.is,
  toEqual: (actual, expected) => Object.is(actual, expected) || isDeepStrictEqual(actual, expected),
  toContain: (actual, expected) => Array.isArray(actual) && actual.indexOf(expected) >= 0,
  toBeGreaterThan: (actual, expected) => areNumbers(actual, expected) && actual > expected,
  toBeGreaterThanOrEqual: (actual, expected) => areNumbers(actual, expected) && actual >= expected,
};

const areNumbers = (...values) => values.every((value) => typeof value === 'number');

class Expectation {
  #actual;

  constructor(actual) {
    this.#actual = actual;
  }

  static {
    for (const [name, holds] of Object.entries(plainly))
      this.prototype[name] = function matcher(...args) {
        if (args.length !== 1 || !holds(this.#actual, args[0]))
          fail(matcher, () => thorough(this.#actual)[name](...args));
      };
    for (const name of Object.keys(thorough(null)))
      if (!Object.hasOwn(this.prototype, name))
        Object.defineProperty(this.prototype, name, {
          get() {
            return thorough(this.#actual)[name];
          },
        });
  }
}

export const expect = Object.assign((actual) => new Expectation(actual), thorough);

/** What is thrown points at the test, and not at this file. */
function fail(matcher, check) {
  try {
    check();
  } catch (error) {
    Error.captureStackTrace(error, matcher);
    throw error;
  }
}
