// As much of Jest's describe, it and expect as the pure tests use, so that they can be run again and again without being
// loaded again: a mutant is switched on in between.
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { expect } from '../runner/expect.mjs';

/** The folders of tests that must notice a change in a part, where that is not only the one of its own name. */
const foldersOf = { stand: ['stand', 'dossier', 'fold'] };

/** The files of tests that must notice a change in this part. */
export function filesOf(part) {
  const tests = pathToFileURL(`${process.cwd()}/test/domain/`);
  return (foldersOf[part] ?? [part]).flatMap((name) => {
    const folder = new URL(`${name}/`, tests);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => new URL(file, folder));
  });
}

let suite;

const describe = (name, fill) => {
  const outer = suite;
  suite = { names: [...outer.names, name], setups: [...outer.setups], tests: outer.tests };
  fill();
  suite = outer;
};
const it = (name, run) => {
  const { setups, tests, names } = suite; // a setup may be written below its tests
  tests.push({ name: [...names, name].join(' › '), run, setups });
};
const titled = (title, row, values) => {
  const named = title.replace(/\$(\w+)/g, (_, field) => String(row[field]));
  return format(named.replace(/%#/g, ''), ...values.slice(0, (named.match(/%[sdijo]/g) ?? []).length));
};
const eachOf = (define) => (table) => (title, run) =>
  table.forEach((row) => {
    const values = Array.isArray(row) ? row : [row];
    define(titled(title, row, values), () => run(...values));
  });

Object.assign(globalThis, {
  describe: Object.assign(describe, { each: eachOf(describe) }),
  it: Object.assign(it, { each: eachOf(it) }),
  beforeEach: (setup) => suite.setups.push(setup),
  expect,
});

/** Every test of these files, each with a function that throws when it fails. */
export async function testsIn(files) {
  const all = [];
  for (const file of files) {
    suite = { names: [], setups: [], tests: [] };
    const { tests } = suite;
    await import(file.href);
    all.push(...tests.map((test) => ({ ...test, fileName: file.pathname })));
  }
  return all.map(({ name, fileName, setups, run }, i) => ({
    id: String(i),
    name,
    fileName,
    run: async () => {
      for (const setup of setups) await setup();
      await run();
    },
  }));
}
