// Says that the clock of this machine is right, beside a running server or while it is off.
import { hostname, userInfo } from 'node:os';
import { confirmClock } from '../store/watch/clock-watch.js';
import { Clock } from '../store/process/clock.js';
import { configure } from '../store/process/configuration.js';
import { shell } from '../wording/shell/shell.js';
import { mustBeIn } from '../store/opening.js';

export async function clockConfirm(): Promise<void> {
  const { folder } = configure('serve', process.env);
  mustBeIn(folder);
  console.log(shell.clock.confirmed(await confirmClock(folder, new Clock().now(), `${accountName()}@${hostname()}`)));
}

/** Behind sudo the one who asked for it; a number where the account has no name. */
function accountName(): string {
  try {
    return process.env.SUDO_USER ?? userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}
