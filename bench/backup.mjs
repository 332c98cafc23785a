// How long decisions wait, and anything else, while a backup is made: pairs of slices without one and with one after
// another, under 32 connections that write; and at the end the last backup put back, with all that was acknowledged before it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { backUpApart } from '../dist/src/store/backup/own-process.js';
import { restore } from '../dist/src/store/backup/restore.js';
import { Database } from '../dist/src/store/database.js';
import { Connection } from './connection.mjs';
import { at, median, partner, prepare, slice } from './load.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const sliceMs = Number(process.env.SLICE ?? 4_000);
const warmUps = Number(process.env.WARM_UPS ?? 3);
/** So many decisions are there before anything is measured. */
const held = Number(process.env.HELD ?? 20_000);
const wide = 32;
/** How many times the usual a decision may wait while a backup is made. */
const goal = 3;
/** So many milliseconds nobody may be held up. */
const heldUpMax = 50;

const now = () => new Date().toISOString();

/** How long others waited: asks all the time whether the server lives. */
async function watch(url, until) {
  const waited = [];
  while (!until.done) {
    const sent = performance.now();
    await (await fetch(`${url}/health/live`)).text();
    waited.push(performance.now() - sent);
    await pause(5);
  }
  return waited;
}

/** Backups, one after another, as a server that makes them by itself has them made. */
async function backUpAll(folder, to, until) {
  const made = [];
  while (!until.done) {
    const file = join(to, `${made.length}-${Date.now()}.sqlite`);
    const begun = performance.now();
    const outcome = await backUpApart({ folder, to: file, now: now() }).outcome;
    if (!('made' in outcome)) throw new Error(outcome.refused);
    made.push({ ...outcome.made, took: performance.now() - begun });
    if (made.length > 1) rmSync(made.at(-2).file);
  }
  return made;
}

async function measured(connections, todo, url, folder, to) {
  const [latencies, until] = [[], { done: false }];
  const watching = watch(url, until);
  const backing = to === null ? Promise.resolve([]) : backUpAll(folder, to, until);
  const rate = await slice(connections, todo, latencies, sliceMs);
  until.done = true;
  const [waited, made] = await Promise.all([watching, backing]);
  return { rate, latencies, waited, made };
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const p99 = (numbers) => at(sorted(numbers), 0.99);

const root = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sluis-bench-'));
const [folder, to] = [join(root, 'data'), join(root, 'backups')];
mkdirSync(to);
const server = partner('./server.mjs', folder, {});
try {
  const people = JSON.parse(await server.next());
  const connections = Array.from({ length: wide }, () => new Connection(people.url));
  const filling = await prepare(connections, people, held);
  await slice(connections, filling, [], Infinity);
  let enough = 5_000;
  const rows = [];
  let last = null;
  for (let round = -warmUps; round < rounds; round++) {
    const usual = await measured(connections, await prepare(connections, people, enough), people.url, folder, null);
    const beside = await measured(connections, await prepare(connections, people, enough), people.url, folder, to);
    enough = Math.ceil(Math.max(usual.rate, beside.rate) * (sliceMs / 1000) * 3) + 100;
    last = beside.made.at(-1);
    if (round < 0) continue; // the compiler warms up
    rows.push({
      'usual /s': Math.round(usual.rate),
      'beside /s': Math.round(beside.rate),
      'usual p99 ms': p99(usual.latencies),
      'beside p99 ms': p99(beside.latencies),
      times: p99(beside.latencies) / p99(usual.latencies),
      'usual live max ms': Math.max(...usual.waited),
      'beside live max ms': Math.max(...beside.waited),
      'beside live p99 ms': p99(beside.waited),
      backups: beside.made.length,
      MB: last.size / 1e6,
      'took ms': median(beside.made.map(({ took }) => took)),
    });
  }
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, Number(v.toFixed(2))]))));
  const times = median(rows.map((row) => row.times));
  console.log(`p99 beside a backup: ${times.toFixed(2)} times the usual (goal: under ${goal})`);
  console.log(
    `others waited at most ${Math.max(...rows.map((row) => row['beside live max ms'])).toFixed(0)} ms beside a backup, ` +
      `${Math.max(...rows.map((row) => row['usual live max ms'])).toFixed(0)} ms without one (goal: ${heldUpMax} more at most)`,
  );
  const back = join(root, 'back');
  const begun = performance.now();
  const restored = await restore({ from: last.file, folder: back, replace: false, now: now() });
  console.log(`put back and verified ${restored.events} events in ${Math.round(performance.now() - begun)} ms`);
  const opened = await Database.openForReading(back);
  await opened.close();
  if (times >= goal) process.exitCode = 1;
} finally {
  server.child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
}
process.exit();
