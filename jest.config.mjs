// The suite runs the sources as they are, in processes that load them once.
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/mutants/', '<rootDir>/dist/'], // copies of the sources, changed and built
  runner: '<rootDir>/test/runner/runner.mjs',
  maxWorkers: '100%', // more of them were no quicker: little of the time is waiting
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
};
