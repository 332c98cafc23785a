// Runs a server until it is told to stop: the demonstration, or the real one.
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { BadConfiguration, configure, type Mode } from './app/configuration.js';
import { loadDemonstration, refuseDemonstration, WrongDatabase } from './app/demonstration.js';
import { WorkflowFileError } from './app/shelf.js';
import { Sluis } from './app/sluis.js';
import { createApplication } from './application.js';
import { close } from './http/server.js';
import { UnsafeDatabase } from './store/dialect/dialect.js';
import { FolderInUse } from './store/lock.js';
import { server as words } from './wording/start.js';

const log = new Logger('Sluis');

/** What someone who starts Sluis can mend; anything else is a defect and shows its stack. */
const mendable = [BadConfiguration, WrongDatabase, WorkflowFileError, UnsafeDatabase, FolderInUse];

async function run(mode: Mode): Promise<void> {
  const configuration = configure(mode, process.env);
  const sluis = await Sluis.open({ configuration, opener: mode, onFatal: endNow });
  if (mode === 'demonstration') await loadDemonstration(sluis);
  else await refuseDemonstration(sluis);
  const app = await createApplication(sluis, { explorer: true });
  await app.listen(configuration.port, configuration.host);
  Logger.overrideLogger(['error', 'warn', 'log']); // Nest itself was kept quiet until here
  log.log(words.listens(await app.getUrl(), configuration.baseUrl));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void close(app)
        .then(() => sluis.close())
        .then(() => process.exit(0));
    });
  }
}

/** What is on disk is unknown after a failed flush: going on would be lying. */
function endNow(error: Error): void {
  log.error(words.fatal(error.message));
  process.exit(1);
}

const mode = process.argv[2];
if (mode !== 'demonstration' && mode !== 'serve') {
  log.error(words.usage);
  process.exit(2);
}
try {
  await run(mode);
} catch (error) {
  const known = mendable.some((kind) => error instanceof kind);
  log.error(known ? words.refused((error as Error).message) : error);
  process.exit(1);
}
