// Runs a server until it is told to stop: the demonstration, or the real one.
import 'reflect-metadata';
import { Logger, ShutdownSignal } from '@nestjs/common';
import { BadConfiguration, configure, type Mode } from './store/process/configuration.js';
import { Demonstration, WrongDatabase } from './app/demonstration.js';
import { WorkflowFileError } from './app/plan-catalogue.js';
import { createApplication } from './application.js';
import { UnsafeDatabase } from './store/dialect/dialect.js';
import { mustBeIn } from './store/opening.js';
import { Mendable } from './store/process/mendable.js';
import { server as words } from './wording/start.js';

const log = new Logger('Sluis');

/** What someone who starts Sluis can mend; anything else is a defect and shows its stack. */
const mendable = [BadConfiguration, WrongDatabase, WorkflowFileError, UnsafeDatabase, Mendable];

async function run(mode: Mode): Promise<void> {
  const configuration = configure(mode, process.env);
  if (mode === 'serve') mustBeIn(configuration.folder);
  const app = await createApplication(configuration, { explorer: true, onFatal: endNow });
  const demonstration = app.get(Demonstration);
  await (mode === 'demonstration' ? demonstration.load() : demonstration.refuse());
  app.enableShutdownHooks([ShutdownSignal.SIGTERM, ShutdownSignal.SIGINT], { useProcessExit: true });
  await app.listen(configuration.port, configuration.host);
  Logger.overrideLogger(['error', 'warn', 'log']); // Nest itself was kept quiet until here
  log.log(words.listens(await app.getUrl(), configuration.baseUrl));
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
