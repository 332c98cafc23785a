// The `expect` of Jest. Its own makes all of its matchers and the trace of an error for every call; this one makes them when
// one is asked for, and makes none for what is the very same: laws over all stands take half of the time.
import { expect as thorough } from 'expect';

class Expectation {
  #actual;

  constructor(actual) {
    this.#actual = actual;
  }

  toBe(expected) {
    if (!Object.is(this.#actual, expected)) fail(this.toBe, () => thorough(this.#actual).toBe(expected));
  }

  toEqual(expected) {
    const actual = this.#actual;
    if (!Object.is(actual, expected) && !(isNothing(actual) && isNothing(expected)))
      fail(this.toEqual, () => thorough(actual).toEqual(expected));
  }

  static {
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

const isNothing = (value) => Array.isArray(value) && value.length === 0 && Object.keys(value).length === 0;

/** What is thrown points at the test, and not at this file. */
function fail(matcher, check) {
  try {
    check();
  } catch (error) {
    Error.captureStackTrace(error, matcher);
    throw error;
  }
}
