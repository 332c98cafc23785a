// In what order test files are run: what takes longest first, so that at the end no core waits for one file.

/** Where files start browsers and processes: short to read and long to run. */
const waiting = /\/test\/(browser|process)\//;

/**
 * Jest knows how long files took where they ran before, and goes by that. Where none did it goes by their size, by which
 * the gates that a browser goes through come last of all.
 */
export function longestFirst(tests) {
  if (tests.some(({ duration }) => duration !== undefined)) return [...tests];
  const isWaiting = ({ path }) => waiting.test(path);
  return [...tests.filter(isWaiting), ...tests.filter((test) => !isWaiting(test))];
}
