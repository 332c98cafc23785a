// Whether a server can listen where its settings say, judged with everything else that they say. Whether a port is free is
// known when it is taken.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { environment as words } from '../../wording/shell/start.js';
import { configure, type Configuration, type Environment, type Mode } from './configuration.js';

/** What the system says of an address that this machine does not have, and of a name that leads to none. */
const notHere = /^(EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL)$/;

/** @throws BadConfiguration */
export async function configureToListen(mode: Mode, environment: Environment): Promise<Configuration> {
  const names = ['HOST', ...(environment.METRICS_PORT?.trim() ? ['METRICS_HOST'] : [])];
  const judged = names.map(async (name) => {
    const host = environment[name]?.trim() ?? '';
    return host === '' || (await isOfThisMachine(host)) ? [] : [words.hostElsewhere(name, host)];
  });
  return configure(mode, environment, (await Promise.all(judged)).flat());
}

async function isOfThisMachine(host: string): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen(0, host), 'listening');
    return true;
  } catch (error) {
    return !notHere.test((error as NodeJS.ErrnoException).code ?? ''); // of a call of the operating system
  } finally {
    probe.close();
  }
}
