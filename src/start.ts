// Runs a server until it is told to stop: the demonstration, or the real one.
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Configuration, Mode } from './store/process/configuration.js';
import { configureToListen } from './store/process/listening.js';
import { stopAsked, stopSignals } from './store/process/stop-asked.js';
import { Demonstration } from './app/demonstration.js';
import { SecurityLog } from './store/security/security-log.js';
import { settingsTold } from './store/process/settings-told.js';
import { Soundness } from './app/soundness.js';
import { createApplication } from './application.js';
import { mustBeIn } from './store/opening.js';
import { server as words } from './wording/shell/start.js';

const log = new Logger('Sluis');

/** @throws Mendable for what can be put right; a system error where it cannot listen */
export async function start(mode: Mode): Promise<void> {
  if (stopAsked.isHeard()) return;
  const configuration = await configureToListen(mode, process.env);
  if (mode === 'serve') mustBeIn(configuration.folder);
  const app = await createApplication(configuration, { onFatal: endNow });
  try {
    await begin(app, configuration);
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Each step is ended before a stop is heard: half a demonstration would never be begun again. */
async function begin(app: NestFastifyApplication, configuration: Configuration): Promise<void> {
  const { mode, host, port, baseUrl } = configuration;
  const demonstration = app.get(Demonstration);
  const steps = [
    () => (mode === 'demonstration' ? demonstration.load() : demonstration.refuse()),
    () => app.get(SecurityLog).began(settingsTold(configuration)),
    () => app.listen(port, host),
  ];
  for (const step of steps) if (!stopAsked.isHeard()) await step();
  app.enableShutdownHooks([...stopSignals], { useProcessExit: true });
  stopAsked.handOver();
  if (stopAsked.isHeard()) {
    await app.close();
    process.exit(0);
  }
  void app.get(Soundness).begin();
  log.log(words.listens(await app.getUrl(), baseUrl));
}

/** What is on disk is unknown after a failed flush: going on would be lying. */
function endNow(error: Error): void {
  log.error(words.fatal(error.message));
  process.exit(1);
}
