// Builds what nest-cli.json names into dist: sources by swc, as tsconfig.json wants decorators and fields, and assets as
// they are. Types are not looked at: `npm test` does that. With --when-newer it builds only when something changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { refuseUnfit } from '../src/store/runtime.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** Run once, here, to have their place taken by what they export: what makes these texts is not needed to serve them. */
const worked = ['src/http/page/composed.js', 'src/identity/common-passwords.js', 'src/help/chapters.js'];

/** What dist was made from. When that is no longer what is there, a build is due. */
const stampName = '.made-from';

export async function build(root = checkout) {
  const { out, sources, assets, settings } = plan(root);
  const stamp = stampOf(root);
  const { transformSync } = require('@swc/core');
  const made = new Map();
  for (const path of sources) {
    const text = readFileSync(join(root, path), 'utf8');
    const plain = path.endsWith('.mjs');
    made.set(path.replace(/\.tsx?$/, '.js'), plain ? text : transformSync(text, settings(path)).code);
  }
  for (const path of assets) made.set(path, readFileSync(join(root, path)));
  removeOthers(out, [...made.keys(), stampName]);
  for (const [path, content] of made) write(join(out, path), content);
  for (const path of worked.filter((one) => made.has(one))) write(join(out, path), await resultOf(join(out, path)));
  write(join(out, stampName), stamp);
}

/** Builds a checkout in which something changed. Where the tools to build were not installed, what was built is used. */
export async function buildWhenNewer(root = checkout) {
  refuseUnfit();
  const stamp = join(plan(root).out, stampName);
  if (canBuild()) {
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== stampOf(root)) await build(root);
  } else if (!existsSync(stamp)) {
    console.error('Sluis is nog niet gebouwd: doe "npm ci" zonder --omit=dev, en dan "npm run build".');
    process.exit(1);
  }
}

function canBuild() {
  try {
    return require.resolve('@swc/core') !== '';
  } catch {
    return false;
  }
}

/** What nest-cli.json and the settings of TypeScript that it names say: which files, where to, and how. */
function plan(root) {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const { sourceRoot, compilerOptions: nest } = read('nest-cli.json');
  const { extends: base, include, compilerOptions } = read(nest.tsConfigPath);
  const typescript = { ...read(base).compilerOptions, ...compilerOptions };
  const patterns = nest.assets.map((pattern) => join(sourceRoot, pattern));
  return {
    out: join(root, typescript.outDir),
    sources: include.flatMap((folder) => filesIn(root, folder)).filter((path) => /(?<!\.d)\.(tsx?|mjs)$/.test(path)),
    assets: patterns.flatMap((pattern) => directlyIn(root, dirname(pattern)).filter(likeness(pattern))),
    folders: include,
    settingsFiles: ['nest-cli.json', nest.tsConfigPath, base, 'package-lock.json', 'scripts/build.mjs'],
    settings: (path) => swcSettings(path, typescript),
  };
}

const swcSettings = (path, typescript) => ({
  configFile: false,
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    parser: { syntax: 'typescript', tsx: path.endsWith('x'), decorators: typescript.experimentalDecorators },
    transform: {
      legacyDecorator: typescript.experimentalDecorators,
      decoratorMetadata: typescript.emitDecoratorMetadata,
      useDefineForClassFields: typescript.useDefineForClassFields,
      verbatimModuleSyntax: typescript.verbatimModuleSyntax,
      react: { runtime: 'automatic' },
    },
    target: typescript.target.toLowerCase(),
    keepClassNames: true,
  },
});

/** `registers/*.json`: a star stands for a part of the name of a file. */
function likeness(pattern) {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  const like = new RegExp(`^${escaped}$`);
  return (path) => like.test(path);
}

function filesIn(root, folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** A pattern names files of one folder: what lies deeper is not read, such as every package beside `package.json`. */
function directlyIn(root, folder) {
  return readdirSync(join(root, folder)).map((name) => join(folder, name));
}

/** Every file with its size and its time: a file that came, went or changed gives another. */
function stampOf(root) {
  const { folders, assets, settingsFiles } = plan(root);
  const files = [...folders.flatMap((folder) => filesIn(root, folder)), ...assets, ...settingsFiles];
  const lines = files.sort().map((path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function removeOthers(out, kept) {
  if (!existsSync(out)) return;
  const known = new Set();
  for (const path of kept) for (let up = path; up !== '.'; up = dirname(up)) known.add(up);
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' }))
    if (!known.has(path)) rmSync(join(out, path), { recursive: true, force: true });
}

/** What is the same already stays untouched: a server may be reading it. */
function write(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

async function resultOf(file) {
  const exported = Object.entries(await import(`${pathToFileURL(file).href}?at=${Date.now()}`));
  return exported.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await (process.argv.includes('--when-newer') ? buildWhenNewer() : build());
