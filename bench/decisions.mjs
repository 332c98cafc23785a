// Decisions a second through HTTP, authenticated and durable, on gates of thirty bodies, as a ratio to the raw
// single-row commit rate of SQLite: measured in rounds of raw, Sluis, raw, so that a noisy machine hits both.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Connection, request } from './connection.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const sluisMs = Number(process.env.SLICE ?? 2_000);
const rawMs = 500;
const warmUps = Number(process.env.WARM_UPS ?? 4);
const goals = { '1 as they are': 0.12, '32 as they are': 0.3, '32 1 ms slower': 3 };

/** Measures one line alone: ONLY='32 as they are'. */
const only = process.env.ONLY;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** A child process that answers each line with a line. */
function partner(script, folder, env) {
  const child = spawn(process.execPath, [new URL(script, import.meta.url).pathname, folder], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, next: async () => (await lines.next()).value, ask: (line) => child.stdin.write(`${line}\n`) };
}

/** Everything that secretaries can decide, dossier after dossier, made before the clock runs. */
async function prepare(connections, { lead, secretaries }, decisions) {
  const ids = [];
  let left = Math.ceil(decisions / secretaries.length);
  const start = { workflow: 'bench-thirty', title: 'Meting', startedOn: '2024-01-02' };
  const on = { on: '2024-01-02' };
  await Promise.all(
    connections.map(async (connection) => {
      while (left-- > 0) {
        const { id } = await connection.post(lead, '/dossiers', start);
        await connection.post(lead, `/dossiers/${id}/phases/besluit-1/starts`, on);
        await connection.post(lead, `/dossiers/${id}/gates/besluit-1/submissions`, on);
        ids.push(id);
      }
    }),
  );
  const decision = { decision: 'agree', decidedOn: '2024-01-09', reference: 'Z-2024-0109' };
  return ids.flatMap((id) =>
    secretaries.map(({ body, token }) =>
      request(token, `/dossiers/${id}/gates/besluit-1/decisions`, { body, ...decision }),
    ),
  );
}

/** Ends with its time, or on a machine that is faster than was thought, with what was prepared for it. */
async function slice(connections, todo, latencies) {
  const begun = performance.now();
  let done = 0;
  const work = async (connection) => {
    while (performance.now() - begun < sluisMs) {
      const job = todo.pop();
      if (!job) return;
      const sent = performance.now();
      await connection.send(job);
      latencies.push(performance.now() - sent);
      done++;
    }
  };
  await Promise.all(connections.map(work));
  return (done / (performance.now() - begun)) * 1000;
}

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
      const rate = await slice(used, todo, own);
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
