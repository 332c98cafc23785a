// Makes a checkout ready for `npm pack`: what is built, and beside it the versions and the hashes of every package that a
// server needs. `npm ci --omit=dev` in what was unpacked holds to them; with `after` they leave the checkout again.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildWhenNewer } from './build.mjs';

const root = new URL('../', import.meta.url);
const shrinkwrap = new URL('npm-shrinkwrap.json', root);

if (process.argv.includes('after')) rmSync(shrinkwrap, { force: true });
else {
  await buildWhenNewer(fileURLToPath(root));
  writeFileSync(shrinkwrap, `${JSON.stringify(forServers(), null, 2)}\n`);
}

/** The lock without what only developers need. */
function forServers() {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
  const { devDependencies: _, ...own } = lock.packages[''];
  const kept = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  return { ...lock, packages: { '': own, ...Object.fromEntries(kept) } };
}
