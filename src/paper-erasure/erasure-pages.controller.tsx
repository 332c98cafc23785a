// Erasing a paper on pages: it is found by its address, looked at once more with what happens, and erased. Nothing is answered to
// what was sent but a page to go to, or the form with what is wrong.
import { Get, Param, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { KnownPerson } from '../domain/people.js';
import { paperErasureFacts } from '../domain/facts/of-papers.js';
import type { Answer } from '../http/answer.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { ReaderParam } from '../http/parameters.js';
import { senderOf } from '../http/sender.js';
import { seeOther, shown } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { KeepsForms } from '../http/page/kept-forms.js';
import { PageController } from '../http/page/page-controller.js';
import type { Wording } from '../wording/wording.js';
import { FindPaperPage, PaperErasurePage } from './erasure-pages.js';
import { PaperErasures } from './erasures.js';
import { paperErasurePath } from './paths.js';

type Query = Readonly<Record<string, string | undefined>>;

@KeepsForms()
@UseGuards(ManagesPeople)
@PageController(paperErasurePath)
export class PaperErasurePagesController {
  constructor(private readonly erasures: PaperErasures) {}

  @Get()
  async find(@AroundParam() around: Surroundings, @QueryParam() { stuk }: Query): Promise<ReactElement | Answer> {
    if (stuk === undefined) return <FindPaperPage around={here(around)} asked="" isUnknown={false} />;
    const found = await this.erasures.find(/[0-9a-f]{64}/.exec(stuk)?.[0] ?? '');
    if (found) return seeOther(`${paperErasurePath}/${found.hash}`);
    return shown(<FindPaperPage around={here(around)} asked={stuk} isUnknown />, around.wording, 404);
  }

  /** @throws Refusal unknown-paper */
  @Get(':paper')
  async look(
    @Param('paper') hash: string,
    @AroundParam() around: Surroundings,
    @QueryParam() { gewist }: Query,
  ): Promise<ReactElement> {
    const paper = await this.erasures.mustBeThere(hash);
    return <PaperErasurePage around={here(around)} paper={paper} isDone={gewist === 'ja'} reason="" error={null} />;
  }

  @Post(':paper')
  async erase(
    @Req() request: FastifyRequest,
    @Param('paper') hash: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    const paper = await this.erasures.mustBeThere(hash);
    const said = request.body instanceof URLSearchParams ? (request.body.get('reden') ?? '') : '';
    const reason = said.normalize('NFC').replaceAll('\r\n', '\n').trim();
    const error = faultOf(reason, around.wording);
    if (error !== null) {
      const props = { around: here(around), paper, isDone: false, reason: said, error };
      return shown(<PaperErasurePage {...props} />, around.wording, 400);
    }
    await this.erasures.erase({ person, sender: senderOf(request) }, paper.hash, reason);
    return seeOther(`${paperErasurePath}/${paper.hash}?gewist=ja`);
  }
}

function faultOf(reason: string, { paperErasure: words }: Wording): string | null {
  const [fault] = paperErasureFacts.reason.value.judge(reason);
  if (!fault) return null;
  if (fault.code === 'required') return words.noReason;
  return fault.code === 'too-long' ? words.longReason : words.oddReason;
}

const here = (around: Surroundings): Surroundings => ({ ...around, here: paperErasurePath });
