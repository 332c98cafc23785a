// @ts-check
// Whether Sluis can run here at all, asked before anything else is loaded or built: plain JavaScript for any Node, which
// knows nothing but Node itself. It also chooses the SQLite module, because no single one runs on every Node.
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** As `engines` in package.json says it. */
export const supported = '^20.19.0 || ^22.13.0 || ^24.11.0 || >=26.0.0';

const { node } = process.versions;
const [major = 0, minor = 0] = node.split('.').map(Number);

/** Version 13 of better-sqlite3 crashes on Node 20, version 12 on Node 24 (docs/decisions/0001-sqlite-driver.md). */
const sqliteName = major < 22 ? 'sqlite-for-node-20' : 'better-sqlite3';

/** @returns {typeof import('better-sqlite3')} whichever version it is */
export const loadSqlite = () => createRequire(import.meta.url)(sqliteName);

/**
 * From 22 on Node keeps what it compiled, here beside what was built, and a start takes a fifth less. A build takes it
 * away; where nothing can be written, nothing is kept.
 */
export function keepCompiled() {
  /** @type {{ enableCompileCache?: (folder: string) => unknown }} its types are those of Node 20, which has none */
  const { enableCompileCache } = module;
  enableCompileCache?.(fileURLToPath(new URL('../../.compiled', import.meta.url)));
}

/** Ends the process with one sentence that says what to do, when Sluis cannot run here. */
export function refuseUnfit() {
  const fault = faultOfNode() ?? faultOfSqlite();
  if (fault === null) return;
  console.error(fault);
  process.exit(1);
}

function faultOfNode() {
  const fits = supported.split(' || ').some((range) => {
    const [from = 0, least = 0] = range.replace(/^\D+/, '').split('.').map(Number);
    return range.startsWith('^') ? major === from && minor >= least : major >= from;
  });
  return fits ? null : `Sluis draait niet op Node ${node}, wel op ${supported}: installeer Node 24 en doe "npm ci".`;
}

/** That a database opens in memory is the only proof that what is compiled fits this machine. */
function faultOfSqlite() {
  try {
    new (loadSqlite())(':memory:').close();
    return null;
  } catch {
    const cure =
      major < 22
        ? 'installeer python3, make en g++, of Node 24, en doe "npm ci"'
        : 'doe "npm ci" met deze Node, op Linux, macOS of Windows (x64 of arm64)';
    return `SQLite ontbreekt voor Node ${node} op ${process.platform} ${process.arch}: ${cure}.`;
  }
}
