// The description of the API, made from the routes, the schemas and the words when somebody first asks for it.
import { Injectable } from '@nestjs/common';
import { Configuration, type Contact } from '../store/process/configuration.js';
import { apiVersion } from '../http/server.js';
import type { DescribedParameter } from '../http/describe.js';
import { headerComponents, refusalComponents } from '../http/described-answers.js';
import { multipartType } from '../http/multipart.js';
import { requestSchemas } from '../http/requests.js';
import { Routes, type ApiRoute } from '../http/routes.js';
import { callWords, commandWords, type CallWords } from '../wording/api/api-calls.js';
import { aboutApi, parameterWords, tagWords } from '../wording/api/api.js';
import { describeFields } from './field-descriptions.js';
import type { Schema } from './schema-kinds.js';
import { schemas } from './schemas.js';

export const apiBase = '/api/v1';
export const changesPath = '/api-changes.md';

/** As much of OpenAPI as we say. */
export interface ApiDocument {
  openapi: '3.1.0';
  info: {
    title: string;
    description: string;
    version: string;
    license: { name: string; url: string };
    contact: Partial<Contact>;
  };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    securitySchemes: Record<string, Schema>;
    headers: typeof headerComponents;
    responses: typeof refusalComponents;
    schemas: Record<string, Schema>;
  };
}

export interface Operation extends CallWords {
  operationId: string;
  tags: string[];
  security: object[];
  parameters: Parameter[];
  requestBody?: { required: true; content: Record<string, { schema: Schema }> };
  responses: Record<string, object>;
}

export interface Parameter extends DescribedParameter {
  description: string | undefined;
}

@Injectable()
export class Description {
  private made: { document: ApiDocument; text: string } | undefined;

  constructor(
    private readonly routes: Routes,
    private readonly configuration: Configuration,
  ) {}

  get document(): ApiDocument {
    return this.once().document;
  }

  get text(): string {
    return this.once().text;
  }

  /** It would be a fifteenth of every start. */
  private once() {
    if (this.made) return this.made;
    const document = describeApi(this.routes.ofApi(), this.configuration);
    return (this.made = { document, text: JSON.stringify(document) });
  }
}

function describeApi(routes: readonly ApiRoute[], { baseUrl, contact }: Configuration): ApiDocument {
  const document: ApiDocument = {
    openapi: '3.1.0',
    info: {
      title: 'Sluis',
      description: aboutApi(`${baseUrl}${changesPath}`),
      version: apiVersion,
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
      contact: contact ?? {},
    },
    servers: [{ url: `${baseUrl}${apiBase}` }],
    tags: Object.entries(tagWords).map(([name, description]) => ({ name, description })),
    paths: {},
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      headers: headerComponents,
      responses: refusalComponents,
      schemas: describeFields({ ...requestSchemas(), ...schemas }),
    },
  };
  for (const route of routes) {
    const path = route.path.slice(apiBase.length);
    document.paths[path] = { ...document.paths[path], [route.method]: operationOf(route) };
  }
  return document;
}

function operationOf({ operationId, tag, path, isOpen, file, body, parameters, responses }: ApiRoute): Operation {
  const inPath = [...path.matchAll(/{(\w+)}/g)].map(([, name = '']): DescribedParameter => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
  return {
    operationId,
    tags: [tag],
    ...wordsOf(operationId),
    security: isOpen ? [] : [{ bearer: [] }],
    parameters: [...inPath, ...parameters].map((one) => ({ ...one, description: parameterWords[one.name] })),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(file ? { requestBody: { required: true, content: { [multipartType]: { schema: oneFile } } } } : {}),
    responses,
  };
}

const oneFile: Schema = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  required: ['file'],
};

function wordsOf(id: string): CallWords {
  const words = (commandWords as Record<string, CallWords>)[id.replace('commands-', '')] ?? callWords[id]; // by any name
  if (!words) throw new Error(`nobody says what ${id} does`);
  return words;
}
