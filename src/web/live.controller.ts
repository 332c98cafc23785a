// The stream by which a page of a dossier hears that there is something new.
import { Get, Headers } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Refusal } from '../domain/refusal.js';
import { Answer } from '../http/answer.js';
import type { SignedIn } from '../http/authentication.js';
import { PageController } from '../http/page/page-controller.js';
import { SignedInParam } from '../http/parameters.js';
import { streams } from '../http/server.js';
import { VisitNowParam } from './asked.js';
import type { FormContext } from './forms/form-kind.js';
import { Live } from './live.js';

const type = 'text/event-stream';
/** A proxy that gathers an answer would keep it back for ever. */
const headers = { 'content-type': type, 'X-Accel-Buffering': 'no' };

@PageController('trajecten/:dossier/nieuws')
export class LiveController {
  constructor(private readonly live: Live) {}

  /** @throws Refusal unknown-dossier, not-acceptable for who asks no stream */
  @Get()
  @RouteConfig(streams)
  listen(
    @VisitNowParam() { reading: { dossier }, query }: FormContext,
    @SignedInParam() who: SignedIn,
    @Headers('accept') accepted: string | undefined,
  ): Answer {
    if (accepted?.includes(type) !== true) throw new Refusal('not-acceptable');
    const stream = this.live.listen(who, dossier.id, dossier.sequence > Number(query.na));
    return stream ? new Answer(200, headers, stream) : new Answer(204, {}); // after 204 a browser does not try again
  }
}
