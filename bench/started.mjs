// A server of its own to measure, with its data in a folder that goes when it ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Lets `measure` work with where it is, the tokens of its lead and chair, and a way to send them a command. */
export async function withServer(measure) {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-'));
  const server = spawn(process.execPath, [new URL('./server.mjs', import.meta.url).pathname, folder], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const { url, lead, chair } = JSON.parse((await lines.next()).value);
    const post = async (token, path, body) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (answer.status !== 201) throw new Error(await answer.text());
      return answer.json();
    };
    await measure({ url, lead, chair, post });
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
