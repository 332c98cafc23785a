// The page about the API: for everyone, the same for everyone, made once when somebody first asks for it.
import { promisify } from 'node:util';
import { setImmediate as otherRequests } from 'node:timers/promises';
import { gzip } from 'node:zlib';
import { Get, Headers, Injectable } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Answer } from '../http/answer.js';
import { drawn, packed, written, type Packed } from '../http/page/answer.js';
import { Around } from '../http/page/asked.js';
import { PageController } from '../http/page/page-controller.js';
import { open } from '../http/server.js';
import { Description } from './openapi.js';
import { partsOf, ReferencePage } from './reference-page.js';

const zipped = promisify(gzip);

@Injectable()
export class Reference {
  private made: Promise<Packed> | undefined;

  constructor(
    private readonly description: Description,
    private readonly around: Around,
  ) {}

  page(): Promise<Packed> {
    return (this.made ??= this.make());
  }

  private async make(): Promise<Packed> {
    const { document } = this.description;
    const around = this.around.of(null);
    const parts: string[] = [];
    for (const part of partsOf(document)) {
      await otherRequests();
      parts.push(drawn(part, around.wording));
    }
    const page = <ReferencePage around={around} version={document.info.version} drawn={parts.join('')} />;
    const text = written(page, around.wording);
    return { text, zipped: await zipped(text) };
  }
}

@PageController('docs')
export class ReferenceController {
  constructor(private readonly reference: Reference) {}

  @Get()
  @RouteConfig(open)
  async page(@Headers('accept-encoding') accepted: string | undefined): Promise<Answer> {
    return packed(await this.reference.page(), accepted);
  }
}
