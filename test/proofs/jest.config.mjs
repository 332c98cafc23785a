// The proofs of docs/promises.md, one after another: each wants the machine for itself.
import suite from '../../jest.config.mjs';

export default {
  ...suite,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/proofs/*.proof.ts'],
  maxWorkers: 1,
};
