// Papers of a dossier over HTTP: one is uploaded, and a fact then refers to it by its hash; and who may see such a fact takes the
// paper along.
import { Controller, Get, Headers, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { Papers } from '../app/papers.js';
import type { Asked } from '../domain/commands/commands.js';
import { paperKinds, type PaperView } from '../domain/papers.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import { Answer, json } from '../http/answer.js';
import { ReadPaper, Tagged, TakesPaper } from '../http/describe.js';
import { answerPaper } from '../http/paper-answer.js';
import { QueryParams, ReaderParam } from '../http/parameters.js';
import { payloadOf } from '../http/read.js';
import { nothing } from '../http/shape.js';
import { PaperSent } from '../http/uploads.js';

@Tagged('dossiers')
@Controller('api/v1/dossiers/:dossier/papers')
export class PapersController {
  constructor(private readonly papers: Papers) {}

  @Post()
  @TakesPaper('Paper')
  async upload(
    @Req() { body }: FastifyRequest,
    @ReaderParam() person: KnownPerson,
    @Param('dossier') dossier: string,
  ): Promise<Answer> {
    await this.papers.mustBeAllowed({ person, dossier });
    if (!(body instanceof PaperSent)) throw new Refusal('unsupported-media-type');
    const { hash, name, kind, size } = body.paper;
    const view: PaperView = { hash, name, type: paperKinds[kind].type, size };
    return new Answer(201, { Location: `/api/v1/dossiers/${dossier}/papers/${hash}`, ...json }, JSON.stringify(view));
  }

  @Get(':paper')
  @ReadPaper()
  async one(
    @Headers() headers: IncomingHttpHeaders,
    @ReaderParam() person: KnownPerson,
    @Param() { dossier, paper: hash }: { dossier: string; paper: string },
    @QueryParams(nothing) asked: Asked<object>,
  ): Promise<Answer> {
    payloadOf(asked);
    const paper = await this.papers.one({ person, dossier }, hash);
    return answerPaper({ paper, bytes: this.papers.bytesOf(paper), headers });
  }
}
