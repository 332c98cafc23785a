// What is installed: exactly what was looked at, whole and without a warning, on every Node that Sluis runs on.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { minVersion, satisfies, valid } from 'semver';
import { supported } from '../src/store/runtime.mjs';

interface Manifest {
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  overrides: Record<string, string | Record<string, string>>;
  allowScripts: Record<string, boolean>;
}

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  engines?: { node?: string };
  optional?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
  gypfile?: boolean;
}

const root = resolve(import.meta.dirname, '..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = read('package.json') as Manifest; // as npm defines them
const lock = (read('package-lock.json') as { packages: Record<string, Locked> }).packages;
const locked = Object.entries(lock).filter(([path]) => path !== '');

/** The oldest of each Node. */
const nodes = supported.split(' || ').map((range) => minVersion(range)?.version ?? range);
const fits = (path: string): string[] => nodes.filter((node) => satisfies(node, lock[path]?.engines?.node ?? '*'));

describe('the packages', () => {
  it('are exact versions, and so is what takes the place of a version that another package asks for', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    const named = [dependencies, devDependencies, optionalDependencies, ...Object.values(overrides)].flatMap((said) =>
      typeof said === 'string' ? [said] : Object.values(said),
    );
    expect(named.filter((said) => valid(said) !== said && !/^(\$|file:vendor\/)/.test(said))).toEqual([]);
  });

  it('are held to the hash of their content, but for the one that is ours', () => {
    const bare = locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(bare.map(([path, { resolved }]) => [path, resolved])).toEqual([
      ['node_modules/sqlite-for-node-20', 'file:vendor/sqlite-for-node-20'],
    ]);
  });

  it('run on every Node that Sluis runs on', () => {
    expect(manifest.engines.node).toBe(supported);
    const needed = locked.filter(([, { optional }]) => !optional);
    expect(needed.map(([path]) => path).filter((path) => fits(path).length < nodes.length)).toEqual([]);
  });

  it('bring each Node one SQLite, which from 22 on is not compiled', () => {
    const [oldest, ...later] = nodes;
    expect(fits('node_modules/sqlite-for-node-20')).toEqual([oldest]);
    expect(fits('node_modules/better-sqlite3')).toEqual(later);
    // npm does not write this down by itself, and without it would look for a compiler: write it again.
    expect(lock['node_modules/better-sqlite3']?.gypfile).toBe(false);
  });

  it('run a script when they are installed only where that was allowed or refused by name', () => {
    const names = locked.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.replace(/.*node_modules\//, '')] : [],
    );
    expect(names.sort()).toEqual(Object.keys(manifest.allowScripts).sort());
  });

  it('that are needed where it runs come to less than 151 MB, of which SQLite and what draws a PDF are a fifth each', () => {
    const needed = locked.filter(([path, { dev }]) => !dev && existsSync(join(root, path)));
    const bytes = (optional: boolean) =>
      needed.reduce(
        (sum, [path, one]) => ((one.optional ?? false) === optional ? sum + bytesOf(join(root, path)) : sum),
        0,
      );
    // What depends on the Node and on the machine is optional: SQLite, and what compiles it on Node 20 alone.
    expect(bytes(false)).toBeGreaterThan(50_000_000);
    expect(bytes(false)).toBeLessThan(118_000_000);
    if (satisfies(process.versions.node, '>=22')) expect(bytes(false) + bytes(true)).toBeLessThan(151_000_000);
  });
});

/** As `du --apparent-size` counts it, without the packages in it, which have lines of their own. */
function bytesOf(folder: string): number {
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const own = inside.filter((path) => !path.split(sep).includes('node_modules'));
  return [folder, ...own.map((path) => join(folder, path))].reduce((sum, path) => sum + lstatSync(path).size, 0);
}

it('a release holds what a server needs and what its operator reads, and no source, test or picture', () => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }]; // as npm lists them
  const paths = files.map(({ path }) => path);
  const needed = ['bin/sluis.mjs', 'dist/src/main.js', 'dist/package.json', 'dist/registers/municipalities.json'];
  expect(paths).toEqual(expect.arrayContaining([...needed, 'docs/operations.md', 'LICENSE.md', 'README.md']));
  const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
  const linked = [...page.matchAll(/\]\(([^)#:]+)/g)].map(([, link = '']) => posix.join('docs', link));
  expect(linked.filter((path) => !paths.includes(path))).toEqual([]);
  const shown = paths.filter((path) => !path.startsWith('dist/docs/handboek/beeld/')); // by the pages of help
  const foreign = shown.filter((path) =>
    /^(src|test|scripts|bench)\/|\.(ts|tsx|png|log)$|\.(compiled|proven)/.test(path),
  );
  expect(foreign).toEqual([]);
});
