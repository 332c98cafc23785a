// Where Sluis cannot run: one sentence with what to do, before anything is loaded that could break.
import { resolve } from 'node:path';
import { environment, run, surroundings, type Surroundings } from '../support/process.js';

const entries = ['dist/src/main.js', 'bin/sluis.mjs', 'scripts/build.mjs --when-newer'] as const;
let where: Surroundings;
beforeAll(async () => {
  where = await surroundings();
});

/** Runs an entry in a Node that says it is another version, and that tells what was loaded. */
function started(entry: string, version: string) {
  const pretend = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;
  const [script = '', ...args] = entry.split(' ');
  const options = `--import "data:text/javascript,${pretend}"`;
  const env = { ...environment(where), NODE_OPTIONS: options };
  return run(resolve(import.meta.dirname, '../..', script), [...args, 'serve'], env);
}

const sentence = /^[A-Z][^\n]+\.\n$/;

it.each([
  ...entries.map((entry) => [entry, '21.7.3'] as const),
  ...['18.20.8', '20.18.3', '22.12.0', '24.10.0', '25.9.0'].map((version) => [entries[0], version] as const),
])('%s is refused on Node %s', (entry, version) => {
  const { code, output } = started(entry, version);
  expect([code, output]).toEqual([1, expect.stringMatching(sentence)]);
  expect(output).toContain(`draait niet op Node ${version}`);
  expect(output).toContain('installeer Node 24 en doe "npm ci"');
});

it.each(entries)('%s is refused when no SQLite was installed for this Node', (entry) => {
  const other = Number(process.versions.node.split('.')[0]) < 22 ? '24.11.0' : '20.19.0';
  const { code, output } = started(entry, other);
  expect([code, output]).toEqual([1, expect.stringMatching(sentence)]);
  expect(output).toContain(`SQLite ontbreekt voor Node ${other}`);
  expect(output).toContain('"npm ci"');
});
