// The streams by which a page of a dossier, and one of all that somebody may see, hears that there is something new.
import type { Readable } from 'node:stream';
import { Get, Headers } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Refusal } from '../../domain/refusal.js';
import { Answer } from '../../http/answer.js';
import type { SignedIn } from '../../http/authentication.js';
import { QueryParam } from '../../http/page/asked.js';
import { PageController } from '../../http/page/page-controller.js';
import { SignedInParam } from '../../http/parameters.js';
import { streams } from '../../http/server.js';
import { VisitNowParam } from '../visit/asked.js';
import type { FormContext } from '../forms/form-kind.js';
import { Live } from './live.js';
import { listStreamPath } from '../pages/addresses.js';

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
    mustAsk(accepted);
    return answered(this.live.listen(who, dossier.id, dossier.sequence > Number(query.na)));
  }
}

@PageController(listStreamPath)
export class ListLiveController {
  constructor(private readonly live: Live) {}

  /** @throws Refusal not-acceptable for who asks no stream */
  @Get()
  @RouteConfig(streams)
  async listen(
    @SignedInParam() who: SignedIn,
    @QueryParam() { na = '' }: Readonly<Record<string, string | undefined>>,
    @Headers('accept') accepted: string | undefined,
  ): Promise<Answer> {
    mustAsk(accepted);
    const isBehind = instant.test(na) && (await this.live.isBehind(who, na));
    return answered(this.live.listen(who, null, isBehind));
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function mustAsk(accepted: string | undefined): void {
  if (accepted?.includes(type) !== true) throw new Refusal('not-acceptable');
}

/** After 204 a browser does not try again. */
const answered = (stream: Readable | null): Answer => (stream ? new Answer(200, headers, stream) : new Answer(204, {}));
