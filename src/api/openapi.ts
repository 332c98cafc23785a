// The description of the API, made from the routes and the schemas, and the explorer that shows it.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiVersion } from '../http/server.js';
import { schemas } from './schemas.js';

export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const header = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sluis')
    .setDescription('Gezamenlijke besluiten van overheden, van fase tot fase langs go/no-go-momenten.')
    .setVersion(apiVersion)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, header, { operationIdFactory: operationId });
  const described = document.components?.schemas ?? {};
  for (const schema of Object.values(described)) Object.assign(schema, { additionalProperties: false });
  document.components = { ...document.components, schemas: { ...described, ...(schemas as typeof described) } };
  for (const [path, operations] of Object.entries(document.paths))
    for (const operation of Object.values(operations as Record<string, Operation>))
      describeNames(path, (operation.parameters ??= []));
  return document;
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
}

/** `dossiers-list`, `commands-rule-gate`: one name for each call. */
const operationId = (controller: string, method: string): string =>
  `${controller.replace('Controller', '').toLowerCase()}-${method}`;

/** What stands between braces in a path is a parameter too, or the document is not valid. */
function describeNames(path: string, parameters: NonNullable<Operation['parameters']>): void {
  for (const [, name = ''] of path.matchAll(/{(\w+)}/g))
    if (!parameters.some((known) => known.in === 'path' && known.name === name))
      parameters.push({ name, in: 'path', required: true, schema: { type: 'string' } });
}

/** The document itself, at /openapi.json. */
export function serveDescription(app: NestFastifyApplication, document: OpenAPIObject): void {
  const text = JSON.stringify(document);
  app.getHttpAdapter().get('/openapi.json', (_request: FastifyRequest, reply: FastifyReply) => {
    void reply.type('application/json; charset=utf-8').send(text);
  });
}

/** A page at /docs on which the API can be tried. */
export function serveExplorer(app: NestFastifyApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, { raw: false, customSiteTitle: 'API van Sluis' });
}
