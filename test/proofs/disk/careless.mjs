// Loaded into a server before its own code: SQLite then does not flush each commit, and says that it does. The product has
// no such switch; with this one the proof of power cuts has to fail.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(resolve('dist/src/store/runtime.mjs'));
const { node } = process.versions;
const { prototype } = require(Number(node.split('.')[0]) < 22 ? 'sqlite-for-node-20' : 'better-sqlite3');
const { pragma } = prototype;

prototype.pragma = function (text, options) {
  if (text === 'synchronous') return options?.simple ? 2 : [{ synchronous: 2 }];
  return pragma.call(this, text.replace('synchronous = FULL', 'synchronous = NORMAL'), options);
};
