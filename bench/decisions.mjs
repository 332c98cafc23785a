// Decisions a second through HTTP, authenticated and durable, on gates of thirty bodies, as a ratio to the raw
// single-row commit rate of SQLite: measured in rounds of raw, Sluis, raw, so that a noisy machine hits both.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from './connection.mjs';
import { at, median, partner, prepare, slice } from './load.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const sluisMs = Number(process.env.SLICE ?? 2_000);
const rawMs = 500;
const warmUps = Number(process.env.WARM_UPS ?? 4);
const goals = { '1 as they are': 0.12, '32 as they are': 0.3, '32 1 ms slower': 3 };

/** Measures one line alone: ONLY='32 as they are'. */
const only = process.env.ONLY;

async function measure(connections, flushes, env) {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-'));
  const server = partner('./server.mjs', folder, env);
  const raw = partner('./raw.mjs', folder, env);
  try {
    const people = JSON.parse(await server.next());
    const wide = Array.from({ length: 32 }, () => new Connection(people.url));
    const used = wide.slice(0, connections);
    const rawRate = async () => {
      raw.ask(rawMs);
      return Number(await raw.next());
    };
    let enough = 10_000;
    const [ratios, rates, raws, latencies] = [[], [], [], []];
    for (let round = -warmUps; round < rounds; round++) {
      const todo = await prepare(wide, people, enough);
      const before = await rawRate();
      const own = [];
      const rate = await slice(used, todo, own, sluisMs);
      const after = await rawRate();
      enough = Math.ceil(rate * (sluisMs / 1000) * 3) + 100;
      if (round < 0) continue; // the compiler warms up
      ratios.push(rate / ((before + after) / 2));
      rates.push(rate);
      raws.push(before, after);
      latencies.push(...own);
    }
    latencies.sort((a, b) => a - b);
    const goal = goals[`${connections} ${flushes}`];
    return {
      connections,
      flushes,
      'decisions/s': Math.round(median(rates)),
      'raw commits/s': Math.round(median(raws)),
      ratio: median(ratios).toFixed(3),
      'min–max': `${Math.min(...ratios).toFixed(3)}–${Math.max(...ratios).toFixed(3)}`,
      'p50 ms': at(latencies, 0.5).toFixed(2),
      'p99 ms': at(latencies, 0.99).toFixed(2),
      goal: goal ?? '',
    };
  } finally {
    server.child.kill('SIGKILL');
    raw.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const build = mkdtempSync(join(tmpdir(), 'sluis-bench-'));
const shim = join(build, 'slow-flush.so');
execFileSync('cc', [
  '-shared',
  '-fPIC',
  '-O2',
  '-o',
  shim,
  new URL('./slow-flush.c', import.meta.url).pathname,
  '-ldl',
]);
const rows = [];
for (const [flushes, env] of [
  ['as they are', {}],
  ['1 ms slower', { LD_PRELOAD: shim }],
]) {
  for (const connections of [1, 32]) {
    if (only && only !== `${connections} ${flushes}`) continue;
    rows.push(await measure(connections, flushes, env));
  }
}
rmSync(build, { recursive: true });
console.table(rows);
