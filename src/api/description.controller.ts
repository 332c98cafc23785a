// The description of the API for programs, at its place in the API and where people look first, and what changed in it: for
// everyone, on any site.
import { readFileSync } from 'node:fs';
import { Controller, Get } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Answer, json } from '../http/answer.js';
import { apiVersion, open } from '../http/server.js';
import { apiBase, changesPath, Description } from './openapi.js';

const changes = readFileSync(new URL('../../docs/api-changes.md', import.meta.url), 'utf8');
const headers = { 'API-Version': apiVersion, 'Access-Control-Allow-Origin': '*' };

@Controller()
export class DescriptionController {
  constructor(private readonly description: Description) {}

  @Get([`${apiBase}/openapi.json`, 'openapi.json'])
  @RouteConfig(open)
  describe(): Answer {
    return new Answer(200, { ...headers, ...json }, this.description.text);
  }

  @Get(changesPath)
  @RouteConfig(open)
  changed(): Answer {
    return new Answer(200, { ...headers, 'content-type': 'text/markdown; charset=utf-8' }, changes);
  }
}
