// The whole server around one opened Sluis, ready to listen.
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi, serveDescription, serveExplorer } from './api/openapi.js';
import { AppModule } from './app.module.js';
import type { Sluis } from './app/sluis.js';
import { RefusalFilter } from './http/refusal.filter.js';
import { newAdapter, prepare } from './http/server.js';
import { brokenAsPage, refusalAsPage } from './web/answer.js';

const options: NestApplicationOptions = { bodyParser: false, logger: ['error', 'warn'] };

/** @param explorer whether the API can be tried at /docs */
export async function createApplication(sluis: Sluis, { explorer = false } = {}): Promise<NestFastifyApplication> {
  const filter = new RefusalFilter(refusalAsPage(sluis));
  const adapter = newAdapter(sluis.configuration, filter, brokenAsPage(sluis));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.around(sluis), adapter, options);
  app.useGlobalFilters(filter);
  prepare(app, sluis);
  const document = describeApi(app, sluis.configuration);
  serveDescription(app, document);
  if (explorer) serveExplorer(app, document);
  await app.init();
  return app;
}
