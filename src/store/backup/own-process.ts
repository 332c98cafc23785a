// Has a backup made by another process.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { noBackup as words } from '../../wording/shell/backup.js';
import { call, calledIn } from '../../wording/language/call.js';
import type { AskedBackup, MadeBackup } from './back-up.js';

/** What became of it: a backup, or why there is none, and where what is damaged was kept. */
export type BackupOutcome = { made: MadeBackup } | { refused: string; damaged?: string };

export interface RunningBackup {
  /** Never rejected. */
  outcome: Promise<BackupOutcome>;
  /** Nothing of it is left. */
  stop(): void;
}

/** So much at most of what it said when it died is told. */
const saidMax = 500;

/** So many milliseconds it has to tidy up. */
const stopMax = 1_000;

const script = fileURLToPath(new URL('./backup-process.js', import.meta.url));

export function backUpApart(asked: AskedBackup): RunningBackup {
  const env = { ...process.env, [calledIn]: call };
  const child = fork(script, [JSON.stringify(asked)], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = `${said}${String(chunk)}`.slice(0, saidMax)));
  const outcome = new Promise<BackupOutcome>((resolve) => {
    child.once('message', (message) => resolve(message as BackupOutcome)); // as it was written there
    child.once('error', (error) => resolve({ refused: words.ended(error.message) }));
    child.once('close', (code, signal) => resolve({ refused: words.ended(signal ?? `${code} ${said}`.trim()) }));
  });
  const stop = () => {
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), stopMax).unref(); // it may be reading a large file from end to end
  };
  return { outcome, stop };
}
