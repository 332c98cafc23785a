// A server as it is run: the built product in a process of its own, started, killed and started again.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { shell } from './shell.js';

const root = resolve(import.meta.dirname, '../..');
const startMax = 60_000;
const toldMax = 10_000;

const built = spawnSync(process.execPath, ['scripts/build.mjs', '--when-newer'], { cwd: root, encoding: 'utf8' });
if (built.status !== 0) throw new Error(`it was not built:\n${built.stdout}${built.stderr}`);

export type Mode = 'serve' | 'demonstration';

export interface Surroundings {
  folder: string;
  port: number;
  more?: Record<string, string>;
  /** Where the product is installed; here unless it says otherwise. */
  product?: string;
  /** A command that runs the command after it, in which the server is started. */
  within?: readonly string[];
}

/** A folder and a port of its own. */
export async function surroundings(more: Record<string, string> = {}): Promise<Surroundings> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a port was expected');
  return { folder: mkdtempSync(join(tmpdir(), 'sluis-')), port: address.port, more };
}

/** Nothing of the tester's own environment reaches the server but the path to programs. */
export const environment = ({ folder, port, more }: Surroundings): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  DATA_DIR: folder,
  PORT: String(port),
  BASE_URL: `http://localhost:${port}`,
  SESSION_SECRET: 'a secret for tests alone, long enough',
  WRITES_PER_MINUTE: '1000000', // tests write faster than people do
  ...more,
});

export class ServerProcess {
  private readonly closed: Promise<unknown>;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly output: string[],
  ) {
    this.closed = once(child, 'close');
  }

  static async start(mode: Mode, where: Surroundings, options: string[] = []): Promise<ServerProcess> {
    const cwd = where.product ?? root;
    const [command = '', ...rest] = [...(where.within ?? []), process.execPath, 'dist/src/main.js', mode, ...options];
    const child = spawn(command, rest, { cwd, env: environment(where) });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(String(chunk)));
    const server = new ServerProcess(`http://127.0.0.1:${where.port}`, child, output);
    const until = Date.now() + startMax;
    while (!(await server.isReady())) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`it did not start:\n${output.join('')}`);
      await pause(25);
    }
    return server;
  }

  /** Of the process that was started. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** What the process printed. */
  get log(): string {
    return this.output.join('');
  }

  /** Sends the signal and waits for the end. @returns the exit code, or null after a kill */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    this.child.kill(signal);
    return this.gone();
  }

  /** Waits until it has ended by itself and all that it printed was read. @returns its exit code */
  async gone(): Promise<number | null> {
    await this.closed;
    return this.child.exitCode;
  }

  /** Waits for something to be printed: lines of the log go out together. */
  async told(what: RegExp): Promise<void> {
    const until = Date.now() + toldMax;
    while (!what.test(this.log)) {
      if (Date.now() > until) throw new Error(`it did not say ${what.source}:\n${this.log}`);
      await pause(20);
    }
  }

  private isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

/** Runs the server or the command line to its end, for what is refused at start. */
export function run(script: string, args: string[], env: NodeJS.ProcessEnv): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: startMax,
  });
  return { code: status, output: stdout + stderr };
}

/** The first administrator's link, as an operator gets it. */
export async function administratorLink(where: Surroundings): Promise<string> {
  const { code, output } = await shell(['administrator', 'create', 'beheer@regio.example'], environment(where));
  const link = /http\S+uitnodiging\S+/.exec(output)?.[0];
  if (code !== 0 || link === undefined) throw new Error(`no link: ${output}`);
  return link.replace('localhost', '127.0.0.1');
}

/** What an operator who begins has: made once, and copied for each that asks. */
let begun: string | null = null;

/** Where an installation was begun: a server begins none. */
export async function begunSurroundings(more: Record<string, string> = {}): Promise<Surroundings> {
  if (begun === null) {
    const first = await surroundings();
    await administratorLink(first);
    begun = first.folder;
    const made = begun;
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  const where = await surroundings(more);
  cpSync(begun, where.folder, { recursive: true });
  return where;
}

/** Chooses a password by a one-time link, as a person does. */
export async function choosePassword(link: string, password: string): Promise<void> {
  const body = new URLSearchParams({ password });
  const { status } = await fetch(link.replace('localhost', '127.0.0.1'), { method: 'POST', body, redirect: 'manual' });
  if (status !== 303) throw new Error(`the link answered ${status}`);
}
