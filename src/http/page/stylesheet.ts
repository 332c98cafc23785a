// One stylesheet for all pages, and the other files that they link to.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Packed } from './answer.js';
import { composed } from './composed.js';

const require = createRequire(import.meta.url);

const fontPath = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

/** What every page links to. */
interface Stylesheet extends Packed {
  /** Holds a digest of the content, so that it can be kept for ever. */
  path: string;
}

export const sheet: Stylesheet = stylesheet(composed);

function stylesheet(text: string): Stylesheet {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 10);
  return { path: `/sluis-${digest}.css`, text, zipped: gzipSync(text, { level: 9 }) };
}

export const font = readFileSync(require.resolve(fontPath));
export const icon = readFileSync(new URL('./sluis.svg', import.meta.url), 'utf8');
