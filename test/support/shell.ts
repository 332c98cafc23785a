// The shell without a process of its own: its commands in this one, with an environment, what they print and how they end.
// That a process begins with them is for test/process, where loading Sluis once more is most of the work.
import { runShell } from '../../src/cli/sluis.js';

/** Runs a command to its end, as `run` of process.ts does in a process. */
export async function shell(words: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const print = { log: console.log, error: console.error };
  const own = { env: process.env, exit: process.exit.bind(process) };
  const lines: string[] = [];
  console.log = console.error = (line: string) => lines.push(`${line}\n`);
  process.env = env;
  process.exit = (code) => {
    throw new Ended(Number(code));
  };
  try {
    await runShell(words);
    return { code: 0, output: lines.join('') };
  } catch (thrown) {
    if (thrown instanceof Ended) return { code: thrown.code, output: lines.join('') };
    throw thrown;
  } finally {
    Object.assign(console, print);
    Object.assign(process, own);
  }
}

class Ended extends Error {
  constructor(readonly code: number) {
    super(`the shell ended with ${code}`);
  }
}
