// Makes the files of a release in release/: the tarball, what it is made of (CycloneDX, by npm), and their hashes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, 'release');
const npm = (...args) =>
  execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const made = [`${name}-${version}.tgz`, `${name}-${version}.cdx.json`];
npm('pack', '--silent', '--pack-destination', folder);
const bom = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'));
bom.metadata.component.name = name; // npm takes the name of the folder
writeFileSync(join(folder, made[1]), `${JSON.stringify(bom, null, 2)}\n`);
const hashes = made.map(
  (file) =>
    `${createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')}  ${file}\n`,
);
writeFileSync(join(folder, 'SHA256SUMS'), hashes.join(''));
console.log(hashes.join('').trimEnd());
