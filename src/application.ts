// The whole server, ready to listen.
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Configuration } from './store/process/configuration.js';
import { ConfigurationModule } from './store/process/configuration.module.js';
import { Log } from './store/process/log.js';
import { quietTrace } from './store/process/trace-settings.js';
import { RefusalPages } from './http/refusal-pages.js';
import { RefusalFilter } from './http/refusal.filter.js';
import { traceUnread } from './http/request-trace.js';
import { newAdapter, prepare } from './http/server.js';
import { UnitOfWork } from './store/unit-of-work.js';

interface Choices {
  /** Called when the database can no longer be trusted: the process must end. */
  onFatal?: (error: Error) => void;
}

/** @throws WorkflowFileError, FolderInUse, UnsafeDatabase */
export async function createApplication(
  configuration: Configuration,
  { onFatal }: Choices = {},
): Promise<NestFastifyApplication> {
  const adapter = newAdapter(
    configuration,
    () => app.get(RefusalFilter),
    (...broken) => app.get(RefusalPages).render(...broken),
    (...unread) => traceUnread(app.get(Log), ...unread),
  );
  const root = { module: AppModule, imports: [ConfigurationModule.of(configuration)] };
  const { log } = configuration.trace ?? quietTrace;
  const options: NestApplicationOptions = { bodyParser: false, logger: new Log(log), abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, options);
  try {
    if (onFatal) app.get(UnitOfWork).onFatal(onFatal);
    prepare(app);
    return await app.init();
  } catch (error) {
    await app.close();
    throw error;
  }
}
