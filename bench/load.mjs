// The load of a measurement: secretaries who decide, each decision made before the clock runs.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { request } from './connection.mjs';

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
export const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** A child process that answers each line with a line. */
export function partner(script, folder, env) {
  const child = spawn(process.execPath, [new URL(script, import.meta.url).pathname, folder], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, next: async () => (await lines.next()).value, ask: (line) => child.stdin.write(`${line}\n`) };
}

/** Everything that secretaries can decide, dossier after dossier, made before the clock runs. */
export async function prepare(connections, { lead, secretaries }, decisions) {
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
export async function slice(connections, todo, latencies, milliseconds) {
  const begun = performance.now();
  let done = 0;
  const work = async (connection) => {
    while (performance.now() - begun < milliseconds) {
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
