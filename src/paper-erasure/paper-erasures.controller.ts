// Erasing the content of a paper over HTTP.
import { Controller, Param, Post, UseGuards } from '@nestjs/common';
import type { Asked } from '../domain/commands/commands.js';
import type { Payload } from '../domain/facts/fact.js';
import { paperErasureFacts } from '../domain/facts/of-papers.js';
import type { ErasedPaperView } from '../domain/papers.js';
import { Answer, json } from '../http/answer.js';
import { ErasesPaper, Tagged } from '../http/describe.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { CallerParam, CommandBody } from '../http/parameters.js';
import { payloadOf } from '../http/read.js';
import type { Caller } from '../store/caller.js';
import { PaperErasures } from './erasures.js';

@Tagged('dossiers')
@UseGuards(ManagesPeople)
@Controller('api/v1/papers')
export class PaperErasuresController {
  constructor(private readonly erasures: PaperErasures) {}

  @Post(':paper/erasures')
  @ErasesPaper(paperErasureFacts, 'ErasedPaper')
  async erase(
    @CallerParam() caller: Caller,
    @Param('paper') paper: string,
    @CommandBody(paperErasureFacts) asked: Asked<Payload<typeof paperErasureFacts>>,
  ): Promise<Answer> {
    await this.erasures.mustBeThere(paper);
    const { hash, erasedAt, reason } = await this.erasures.erase(caller, paper, payloadOf(asked).reason);
    const view: ErasedPaperView = { hash, erasedAt, reason };
    return new Answer(201, json, JSON.stringify(view));
  }
}
