// Runs a server until it is told to stop: the demonstration, or the real one.
import 'reflect-metadata';
import { Logger, ShutdownSignal } from '@nestjs/common';
import { configure, type Mode } from './store/process/configuration.js';
import { Demonstration } from './app/demonstration.js';
import { SecurityLog } from './store/security/security-log.js';
import { settingsTold } from './store/process/settings-told.js';
import { Soundness } from './app/soundness.js';
import { createApplication } from './application.js';
import { mustBeIn } from './store/opening.js';
import { server as words } from './wording/start.js';

const log = new Logger('Sluis');

/** @throws Mendable for what can be put right; a system error where it cannot listen */
export async function start(mode: Mode): Promise<void> {
  const configuration = configure(mode, process.env);
  if (mode === 'serve') mustBeIn(configuration.folder);
  const app = await createApplication(configuration, { onFatal: endNow });
  const demonstration = app.get(Demonstration);
  await (mode === 'demonstration' ? demonstration.load() : demonstration.refuse());
  app.enableShutdownHooks([ShutdownSignal.SIGTERM, ShutdownSignal.SIGINT], { useProcessExit: true });
  await app.get(SecurityLog).began(settingsTold(configuration));
  await app.listen(configuration.port, configuration.host);
  void app.get(Soundness).begin();
  log.log(words.listens(await app.getUrl(), configuration.baseUrl));
}

/** What is on disk is unknown after a failed flush: going on would be lying. */
function endNow(error: Error): void {
  log.error(words.fatal(error.message));
  process.exit(1);
}
