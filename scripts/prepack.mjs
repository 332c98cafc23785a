// Makes a checkout ready for `npm pack`: what is built, and beside it the versions and the hashes of every package.
// `npm ci --omit=dev --install-links` in what was unpacked holds to them (it needs those of developers too, to see that none
// is missing, and installs none of them); with `after` they leave the checkout again.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildWhenNewer } from './build.mjs';

const root = new URL('../', import.meta.url);
const shrinkwrap = new URL('npm-shrinkwrap.json', root);

if (process.argv.includes('after')) rmSync(shrinkwrap, { force: true });
else {
  await buildWhenNewer(fileURLToPath(root));
  cpSync(new URL('package-lock.json', root), shrinkwrap);
}
