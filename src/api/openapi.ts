// The description of the API, made from the routes, the schemas and the words when somebody first asks for it; where it
// is served, and the explorer.
import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../store/process/configuration.js';
import { apiVersion, open } from '../http/server.js';
import { callWords, commandWords, type CallWords } from '../wording/api-calls.js';
import { aboutApi, parameterWords, tagWords } from '../wording/api.js';
import { headerComponents, refusalAt, refusalComponents } from '../http/described-answers.js';
import { describeFields } from './field-descriptions.js';
import { requestSchemas } from '../http/requests.js';
import { schemas } from './schemas.js';

const base = '/api/v1';
const changes = '/api-changes.md';

/** The parts of a described route that are completed here. */
interface Operation extends CallWords {
  operationId: string;
  parameters?: Parameter[];
  responses: Record<string, object>;
  security?: object[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: object;
  description?: string;
}

/** The description as a document and as its text, made once: it would be a fifteenth of every start. */
export function descriptionOf(app: NestFastifyApplication, configuration: Configuration): () => Description {
  let made: Description | undefined;
  return () => {
    if (made) return made;
    const document = describeApi(app, configuration);
    return (made = { document, text: JSON.stringify(document) });
  };
}

interface Description {
  document: OpenAPIObject;
  text: string;
}

function describeApi(app: NestFastifyApplication, { baseUrl, contact }: Configuration): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sluis')
    .setDescription(aboutApi(`${baseUrl}${changes}`))
    .setVersion(apiVersion)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer(`${baseUrl}${base}`)
    .addSecurity('bearer', { type: 'http', scheme: 'bearer' });
  for (const [name, description] of Object.entries(tagWords)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: operationId });
  document.info.contact = contact ?? {};
  document.paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path.slice(base.length), item]),
  );
  for (const [path, operations] of Object.entries(document.paths))
    for (const operation of Object.values(operations as Record<string, Operation>)) complete(path, operation);
  document.components = {
    ...document.components,
    headers: headerComponents,
    responses: refusalComponents,
    schemas: describeFields({ ...requestSchemas(), ...schemas }),
  };
  return document;
}

/** `dossiers-list`, `commands-rule-gate`: one name for each call. */
const operationId = (controller: string, method: string): string =>
  `${controller.replace('Controller', '').toLowerCase()}-${method}`;

/** Adds what the routes do not say: the words, the refusals by their one description, and who may call what is open. */
function complete(path: string, operation: Operation): void {
  const { responses, parameters = [], operationId: id } = operation;
  Object.assign(operation, wordsOf(id));
  operation.security ??= [];
  operation.parameters = parameters;
  for (const status of Object.keys(responses)) responses[status] = refusalAt(status) ?? responses[status] ?? {};
  // What stands between braces in a path is a parameter too, or the document is not valid.
  for (const [, name = ''] of path.matchAll(/{(\w+)}/g))
    if (!parameters.some((known) => known.in === 'path' && known.name === name))
      parameters.push({ name, in: 'path', required: true, schema: { type: 'string' } });
  for (const parameter of parameters) parameter.description = parameterWords[parameter.name];
}

function wordsOf(id: string): CallWords {
  const words = (commandWords as Record<string, CallWords>)[id.replace('commands-', '')] ?? callWords[id]; // by any name
  if (!words) throw new Error(`nobody says what ${id} does`);
  return words;
}

/** The document itself, for everyone: at its place in the API, and where people look first. And what changed in it. */
export function serveDescription(app: NestFastifyApplication, described: () => Description): void {
  const changed = readFileSync(new URL('../../docs/api-changes.md', import.meta.url), 'utf8');
  const serve = (url: string, type: string, body: () => string): void => {
    const handler = (_request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ 'API-Version': apiVersion, 'Access-Control-Allow-Origin': '*' }).type(type).send(body());
    };
    app.getHttpAdapter().getInstance().route({ method: 'GET', url, config: open, handler });
  };
  for (const url of [`${base}/openapi.json`, '/openapi.json'])
    serve(url, 'application/json; charset=utf-8', () => described().text);
  serve(changes, 'text/markdown; charset=utf-8', () => changed);
}

/** A page at /docs on which the API can be tried. */
export function serveExplorer(app: NestFastifyApplication, described: () => Description): void {
  SwaggerModule.setup('docs', app, () => described().document, { raw: false, customSiteTitle: 'API van Sluis' });
}
