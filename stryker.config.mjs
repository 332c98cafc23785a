// Changes the rules or the commands one spot at a time: the tests of the folder of the same name must notice each change.
// Of one file alone: `SLUIS_MUTANTS=rules npx stryker run --mutate src/domain/rules/share.ts`.
const part = process.env.SLUIS_MUTANTS ?? 'rules';

/** The rules are judged with the arithmetic that they share. */
const shared = part === 'rules' ? ['src/domain/{combining,counting,votes-cast,without}.ts'] : [];

export default {
  // The reading of the first release is only there for an upgrade.
  mutate: [`src/domain/${part}/*.ts`, ...shared, '!src/domain/stand/former.ts'],
  testRunner: 'pure',
  plugins: ['./test/mutants/runner.mjs'],
  coverageAnalysis: 'perTest',
  ignorePatterns: ['data', 'dist', '/mutants'],
  tempDirName: 'mutants/copies',
  reporters: ['clear-text', 'json'],
  warnings: { slow: false }, // what is done while loading is tried in a process of its own
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `mutants/${part}.json` },
  thresholds: { high: 100, low: 90, break: 90 },
  timeoutMS: 30_000, // on a busy machine a test that waits its turn is not a mutant that never ends
  concurrency: 2,
  allowConsoleColors: false,
};
