// Runs a server until it is told to stop: the demonstration, or the real one.
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { BadConfiguration, configure, type Mode } from './app/configuration.js';
import { loadDemonstration, refuseDemonstration, WrongDatabase } from './app/demonstration.js';
import { WorkflowFileError } from './app/shelf.js';
import { Sluis, WorkflowChanged } from './app/sluis.js';
import { createApplication } from './application.js';
import { close } from './http/server.js';
import { UnsafeDatabase } from './store/database.js';
import { FolderInUse } from './store/lock.js';

const log = new Logger('Sluis');

/** What someone who starts Sluis can mend; anything else is a defect and shows its stack. */
const mendable = [BadConfiguration, WrongDatabase, WorkflowFileError, WorkflowChanged, UnsafeDatabase, FolderInUse];

async function run(mode: Mode): Promise<void> {
  const configuration = configure(mode, process.env);
  const sluis = await Sluis.open({ configuration, opener: mode, onFatal: endNow });
  if (mode === 'demonstration') await loadDemonstration(sluis);
  else await refuseDemonstration(sluis);
  const app = await createApplication(sluis, { explorer: true });
  await app.listen(configuration.port, configuration.host);
  Logger.overrideLogger(['error', 'warn', 'log']); // Nest itself was kept quiet until here
  log.log(`Sluis luistert op ${await app.getUrl()} en is te vinden op ${configuration.baseUrl}`);
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
  log.error(`De opslag faalde en Sluis stopt: ${error.message}`);
  process.exit(1);
}

const mode = process.argv[2];
if (mode !== 'demonstration' && mode !== 'serve') {
  log.error('Start met "npm start" (demonstratie) of "npm run serve"');
  process.exit(2);
}
try {
  await run(mode);
} catch (error) {
  const known = mendable.some((kind) => error instanceof kind);
  log.error(known ? `Sluis start niet:\n${(error as Error).message}` : error);
  process.exit(1);
}
