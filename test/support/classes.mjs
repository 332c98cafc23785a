// Prints what a built product knows of its classes when it runs, and its description of the API, so that what two
// compilers make can be compared: `node classes.mjs FOLDER`.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

const [folder] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(folder, path)).href);
const shown = (value) => inspect(value, { depth: 3, breakLength: Infinity, maxArrayLength: null });
const started = [
  'src/main.js',
  'src/app/chance-worker.js',
  'src/store/backup/backup-process.js',
  'src/store/watch/soundness-worker.js',
];

createRequire(join(folder, 'package.json'))('reflect-metadata');
const lines = [];
const { metadata } = Reflect;
/**
 * What a compiler writes down of a class goes through here, as it is loaded. Two things need the whole program to know:
 * the type of a field whose type has a name, which nobody reads, and whether a parameter is a function, which nobody
 * injects.
 */
Reflect.metadata = (kind, value) => (target, key) => {
  const owner = typeof target === 'function' ? target.name : `${target.constructor.name}.prototype`;
  const known = shown(value).replaceAll('[Function: Function]', '[Function: Object]');
  if (kind !== 'design:type') lines.push(`${owner} ${String(key)} ${kind} ${known}`);
  return metadata(kind, value)(target, key);
};

for (const path of readdirSync(folder, { recursive: true }).sort()) {
  if (!/^(src|workflows)\/.*\.m?js$/.test(path) || started.includes(path)) continue;
  for (const [name, exported] of Object.entries(await load(path)))
    if (String(exported).startsWith('class')) lines.push(`${path} ${name} has ${fieldsOf(exported)}`);
}
console.log(lines.sort().join('\n'));

const { configure } = await load('src/store/process/configuration.js');
const { createApplication } = await load('src/application.js');
const data = mkdtempSync(join(tmpdir(), 'sluis-classes-'));
const app = await createApplication(configure('demonstration', { DATA_DIR: data, LOG_LEVEL: 'silent' }));
const { body } = await app.inject({ url: '/openapi.json' });
console.log(JSON.stringify(JSON.parse(body), null, 1));
await app.close();
rmSync(data, { recursive: true });

/** The fields that a new one begins with; not every class can be made without arguments. */
function fieldsOf(exported) {
  try {
    return Object.keys(new exported()).join(' ');
  } catch {
    return 'what it is given';
  }
}
