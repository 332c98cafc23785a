// The days of one gate, and each day of a dossier by itself, as a file for a calendar program.
import type { Answer } from '../../http/answer.js';
import { Get, Param } from '@nestjs/common';
import { gateAt } from '../../domain/commands/targets.js';
import { Refusal } from '../../domain/refusal.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitNowParam } from '../visit/asked.js';
import { FeedAnswers } from './feed-answers.js';
import type { FormContext } from '../forms/form-kind.js';

@PageController('trajecten/:dossier')
export class GateDaysController {
  constructor(private readonly answers: FeedAnswers) {}

  /** @throws Refusal unknown-dossier, unknown-gate */
  @Get('momenten/:gate/agenda.ics')
  read(@VisitNowParam() { reading, place }: FormContext): Promise<Answer> {
    gateAt(reading.dossier, place.gate);
    return this.answers.ofGate(reading, place.gate);
  }

  /** @throws Refusal unknown-dossier, unknown-path */
  @Get('agenda/:file')
  day(@VisitNowParam() { reading }: FormContext, @Param('file') file: string): Promise<Answer> {
    const [, name] = /^([\w-]+)\.ics$/.exec(file) ?? [];
    if (name === undefined) throw new Refusal('unknown-path');
    return this.answers.ofDay(reading, name);
  }
}
