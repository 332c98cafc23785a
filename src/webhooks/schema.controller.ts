// What a message to another system holds, as a schema: for whoever builds one, signed in or not.
import { Controller, Get } from '@nestjs/common';
import { Answer } from '../http/answer.js';
import { webhookSchema, webhookSchemaPath } from '../store/cloud-event.js';
import { Configuration } from '../store/process/configuration.js';

@Controller()
export class WebhookSchemaController {
  constructor(private readonly configuration: Configuration) {}

  @Get(webhookSchemaPath)
  schema(): Answer {
    const headers = { 'content-type': 'application/schema+json; charset=utf-8' };
    return new Answer(200, headers, JSON.stringify(webhookSchema(this.configuration.baseUrl)));
  }
}
