// Sluis without a server, opened for one command of the shell and closed after it.
import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Configuration } from '../store/process/configuration.js';
import { ConfigurationModule } from '../store/process/configuration.module.js';
import { CoreModule } from '../core.module.js';
import { Log, spoken } from '../store/process/log.js';
import { mustBeIn } from '../store/opening.js';

interface Opening {
  configuration: Configuration;
  /** Whether the command may begin an installation. Any other refuses a folder without one: a mistyped DATA_DIR makes none. */
  begins: boolean;
  /** What it needs beside the core. */
  module?: Type;
}

/** @throws NoDatabase, WorkflowFileError, FolderInUse, UnsafeDatabase */
export async function withSluis<T>(
  { configuration, begins, module }: Opening,
  run: (sluis: INestApplicationContext) => Promise<T>,
): Promise<T> {
  if (!begins) mustBeIn(configuration.folder);
  const more = module ? [module] : [];
  const root = { module: CoreModule, imports: [ConfigurationModule.of(configuration), ...more] };
  const sluis = await NestFactory.createApplicationContext(root, { logger: new Log(spoken), abortOnError: false });
  try {
    return await run(sluis);
  } finally {
    await sluis.close();
  }
}
