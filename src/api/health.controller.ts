// Whether the process lives, and whether it can work: for whoever keeps it running.
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Database } from '../store/database.js';
import { Quarantine } from '../app/quarantine.js';
import { Answer, json } from '../http/answer.js';
import { open } from '../http/server.js';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly quarantine: Quarantine,
  ) {}

  @Get('live')
  @RouteConfig(open)
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @RouteConfig(open)
  async ready() {
    const ready = await this.database.reader.row('SELECT 1').then(
      () => true,
      () => false,
    );
    const view = { status: ready ? 'ok' : 'unready', damaged: this.quarantine.size };
    return new Answer(ready ? 200 : 503, json, JSON.stringify(view));
  }
}
