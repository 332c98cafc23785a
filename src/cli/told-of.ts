// What the shell says of a command that failed: one sentence with the cure for what its user can mend, and everything that
// is known of what only whoever writes Sluis can.
import { Refusal } from '../domain/refusal.js';
import { cannotWrite } from '../store/dialect/sqlite-driver.js';
import { Mendable } from '../store/process/mendable.js';
import { wordRefusal } from '../wording/refusals/problems.js';
import { shell } from '../wording/shell/shell.js';
import { WrongUse } from './command.js';

const words = shell.failed;

export function toldOf(error: unknown): string {
  if (error instanceof WrongUse || error instanceof Mendable) return error.message;
  if (error instanceof Refusal) return wordRefusal(error);
  return toldOfSystem(error) ?? words.defect(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Of a file, a port or a database that cannot be had now; null where it is something else. */
function toldOfSystem(error: unknown): string | null {
  const { code = '', path, syscall, address, port, hostname } = (error ?? {}) as Partial<SystemError>; // where it is one
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    const where = hostname ?? `${address ?? ''}:${port ?? ''}`;
    return Object.hasOwn(words.listen, code) ? words.listen[code as keyof typeof words.listen](where) : null;
  }
  // it has that code, as was just seen
  if (Object.hasOwn(words.file, code)) return words.file[code as keyof typeof words.file](path ?? words.someFile);
  const fault = cannotWrite(error);
  return fault === null ? null : words.storage[fault];
}

/** As Node describes what a call of the operating system answered. */
interface SystemError {
  code: string;
  path: string;
  syscall: string;
  address: string;
  port: number;
  hostname: string;
}
