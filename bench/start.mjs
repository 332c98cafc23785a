// From the start of a process to its first answer: Sluis on a database that is there, and an empty application of Nest, in
// turns. On a busy machine the seconds of the processor say more than those of the clock.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const rounds = Number(process.env.ROUNDS ?? 9);
const goal = 2.5;
const port = Number(process.env.PORT ?? 39_117);
const startMax = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-'));
const env = {
  ...process.env,
  NODE_ENV: 'production',
  PORT: String(port),
  DATA_DIR: folder,
  BASE_URL: `http://localhost:${port}`,
  SESSION_SECRET: 'only for measuring, and long enough for it',
};
const here = (path) => new URL(path, import.meta.url).pathname;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Asks the cheapest thing there is; null while nobody listens. */
const answered = () =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => resolve(null));
    socket.on('data', (bytes) => {
      socket.destroy();
      resolve(String(bytes).startsWith('HTTP/1.1 200'));
    });
    socket.write('GET /health/live HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n\r\n');
  });

/** Milliseconds of the processor that a process has used, as Linux counts them. */
function usedBy(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function start(args) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  while (!(await answered())) {
    if (performance.now() - begun > startMax || child.exitCode !== null) throw new Error(`${args[0]} did not start`);
    await pause(2);
  }
  const took = { wall: performance.now() - begun, processor: usedBy(child.pid) };
  child.kill('SIGKILL');
  await gone;
  return took;
}

spawnSync(process.execPath, [here('../dist/src/main.js'), 'administrator', 'create', 'beheer@regio.example'], { env });
const kinds = { empty: [here('./empty.mjs')], sluis: [here('../dist/src/main.js'), 'serve'] };
const took = { empty: [], sluis: [] };
for (let round = -1; round < rounds; round++)
  for (const name of round % 2 ? ['empty', 'sluis'] : ['sluis', 'empty']) {
    const one = await start(kinds[name]);
    if (round >= 0) took[name].push(one); // the first makes the database, and fills the caches of the disk
  }
rmSync(folder, { recursive: true });
const rows = ['processor', 'wall'].map((clock) => {
  const [empty, sluis] = ['empty', 'sluis'].map((name) => median(took[name].map((one) => one[clock])));
  return {
    clock,
    'empty ms': Math.round(empty),
    'sluis ms': Math.round(sluis),
    ratio: (sluis / empty).toFixed(2),
    goal,
  };
});
console.table(rows);
