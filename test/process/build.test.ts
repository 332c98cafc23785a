// The build: what nest-cli.json names, nothing that is no longer there, and only when something changed.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as builder from '../../scripts/build.mjs';
import { chapters } from '../../src/help/chapters.js';
import { composed } from '../../src/http/page/composed.js';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-build-'));
  const assets = ['src/*.css', 'notice.txt'];
  put('nest-cli.json', { sourceRoot: '.', compilerOptions: { tsConfigPath: 'own.json', assets } });
  put('own.json', { extends: './base.json', include: ['src'] });
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    compilerOptions: object;
  };
  put('base.json', { compilerOptions });
  put('package-lock.json', {});
  put('scripts/build.mjs', '');
  put('src/a.ts', 'export const a: number = 1;\n');
  put('src/deep/b.tsx', 'export const b = (): unknown => <p>{1}</p>;\n');
  put('src/plain.mjs', 'export const plain = 1;\n');
  put('src/look.css', 'p{}');
  put('notice.txt', 'as it is');
  put('node_modules/one/notice.txt', 'of a package');
  put('src/notes.txt', 'left out');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, content: string | object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** Runs a script to its end. @returns what it printed */
function node(...args: string[]): string {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

/** @returns what is there afterwards */
async function built(what: 'build' | 'buildWhenNewer' = 'build'): Promise<string[]> {
  await builder[what](folder);
  const entries = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
}

const paths = (...names: string[]): string[] =>
  ['.made-from', 'notice.txt', ...names].map((name) => join(folder, 'dist', name));

it('makes what nest-cli.json names, and takes away what is no longer there', async () => {
  expect(await built()).toEqual(paths('src/a.js', 'src/deep/b.js', 'src/look.css', 'src/plain.mjs'));
  rmSync(join(folder, 'src/deep'), { recursive: true });
  rmSync(join(folder, 'src/look.css'));
  put('dist/src/old/left.js', '');
  expect(await built()).toEqual(paths('src/a.js', 'src/plain.mjs'));
  expect(existsSync(join(folder, 'dist/src/deep'))).toBe(false);
});

describe('when nothing changed', () => {
  const mine = 'export const a = "not built again";\n';
  const isMine = (): boolean => readFileSync(join(folder, 'dist/src/a.js'), 'utf8') === mine;

  it.each<[string, () => void]>([
    ['nothing happened at all', () => undefined],
    ['beside them anything came', () => put('node_modules/two/notice.txt', '')],
    ['a log was written', () => put('data/log.txt', '')],
  ])('and %s, it leaves what was built', async (_, change) => {
    await built('buildWhenNewer');
    put('dist/src/a.js', mine);
    change();
    await built('buildWhenNewer');
    expect(isMine()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a source changed', () => put('src/a.ts', 'export const a: number = 2;\n')],
    ['a source took the place of an older one', () => utimesSync(join(folder, 'src/a.ts'), 1, 1)],
    ['a source came', () => put('src/c.ts', 'export {};\n')],
    ['a source went', () => rmSync(join(folder, 'src/deep/b.tsx'))],
    ['an asset changed', () => put('src/look.css', 'p{color:red}')],
    ['an asset beside the packages changed', () => put('notice.txt', 'otherwise')],
    ['other packages were installed', () => put('package-lock.json', { packages: {} })],
    ['TypeScript is set otherwise', () => put('own.json', { extends: './base.json', include: ['src'], files: [] })],
    ['it was never finished', () => rmSync(join(folder, 'dist/.made-from'))],
  ])('but %s, it is built again', async (_, change) => {
    await built();
    put('dist/src/a.js', mine);
    change();
    await built('buildWhenNewer');
    expect(isMine()).toBe(false);
  });
});

it('leaves the stylesheet and the handbook as text, so that what makes it need not be installed', () => {
  node('scripts/build.mjs', '--when-newer');
  const text = readFileSync(join(root, 'dist/src/http/page/composed.js'), 'utf8');
  expect(text.startsWith('export const composed = ":root{--')).toBe(true);
  expect(JSON.parse(text.slice('export const composed = '.length, -2))).toBe(composed);
  const handbook = readFileSync(join(root, 'dist/src/help/chapters.js'), 'utf8');
  expect(handbook).toContain(`export const chapters = ${JSON.stringify(chapters)};`);
});

it('knows of its classes, and says of its API, what it would when TypeScript had compiled it', () => {
  const theirs = join(folder, 'theirs');
  cpSync(join(root, 'dist'), theirs, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(theirs, 'node_modules'));
  copyFileSync(join(root, 'package.json'), join(theirs, 'package.json'));
  node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', theirs);
  const ours = node('test/support/classes.mjs', join(root, 'dist'));
  expect(ours).toContain('"openapi": "3.1.0"');
  expect(ours.match(/design:paramtypes/g)?.length).toBeGreaterThan(50);
  expect(node('test/support/classes.mjs', theirs) === ours).toBe(true); // 15,000 lines are no message
});
