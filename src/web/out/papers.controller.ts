// A paper of a dossier in the browser: shown where it can show one by itself, and else taken along.
import { Get, Headers, Param } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { Papers } from '../../app/papers.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Answer } from '../../http/answer.js';
import { PageController } from '../../http/page/page-controller.js';
import { answerPaper } from '../../http/paper-answer.js';
import { ReaderParam } from '../../http/parameters.js';

@PageController('trajecten/:dossier/stukken')
export class PaperPagesController {
  constructor(private readonly papers: Papers) {}

  @Get(':paper')
  async one(
    @Headers() headers: IncomingHttpHeaders,
    @ReaderParam() person: KnownPerson,
    @Param() { dossier, paper: hash }: { dossier: string; paper: string },
  ): Promise<Answer> {
    const paper = await this.papers.one({ person, dossier }, hash);
    return answerPaper({ paper, bytes: this.papers.bytesOf(paper), headers, shows: true });
  }
}
