// What an upgrade reads otherwise, over HTTP: all that was told of a dossier, and that the chair of a gate has seen it. To be
// deleted with `domain/stand/former.ts`.
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Readings } from '../app/readings.js';
import { ToldDifferences, type SeenDifferences } from '../app/told-differences.js';
import type { Asked } from '../domain/commands/commands.js';
import type { Payload } from '../domain/facts/fact.js';
import type { KnownPerson } from '../domain/people.js';
import { answerAccepted, etagOf, packAnswer, type ReadResult } from '../http/answer.js';
import { cursorOf } from '../http/cursor.js';
import { pageParameters, Read, Sees, Tagged } from '../http/describe.js';
import { wordingAsked } from '../http/language.js';
import { CallerParam, CommandBody, QueryParams, ReaderParam } from '../http/parameters.js';
import { pageQuery } from '../http/queries.js';
import { pageAsked, pageOf } from '../http/read.js';
import { nothing } from '../http/shape.js';
import type { Caller } from '../store/caller.js';

const path = ':dossier/gates/:gate/told-otherwise/acknowledgements';

@Tagged('dossiers')
@Controller('api/v1/dossiers')
export class ToldOtherwiseController {
  constructor(
    private readonly told: ToldDifferences,
    private readonly readings: Readings,
  ) {}

  @Get(':dossier/told-otherwise')
  @Read('ToldOtherwiseList', pageParameters(100))
  async list(
    @ReaderParam() person: KnownPerson,
    @Param('dossier') id: string,
    @QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>,
  ): Promise<ReadResult> {
    const { reading, head } = await this.readings.one(person, id);
    const { limit, after } = pageAsked(asked, 2);
    const all = await this.told.of(reading);
    const from = after.length === 0 ? 0 : all.findIndex(({ gate, body }) => gate === after[0] && body === after[1]) + 1;
    const page = all.slice(from, from + limit + 1);
    const { toldOtherwiseView } = wordingAsked();
    return { view: pageOf(page, limit, toldOtherwiseView, ({ gate, body }) => cursorOf([gate, body])), sequence: head };
  }

  @Post(path)
  @Sees('ToldOtherwiseList')
  async see(
    @CallerParam() caller: Caller,
    @Param() { dossier, gate }: { dossier: string; gate: string },
    @CommandBody(nothing) asked: Asked<object>,
  ) {
    return answerAccepted(await this.told.see(caller, dossier, gate, asked, rendered));
  }
}

function rendered({ dossier, told }: SeenDifferences): string {
  const body = JSON.stringify({ items: told.map(wordingAsked().toldOtherwiseView), next: null });
  const location = `/api/v1/dossiers/${dossier.id}/told-otherwise`;
  return packAnswer({ location, etag: etagOf(dossier.sequence, body), body });
}
