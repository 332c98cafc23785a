// The days of one gate as a file for a calendar program.
import type { Answer } from '../http/answer.js';
import { Get } from '@nestjs/common';
import { gateAt } from '../domain/commands/targets.js';
import { PageController } from '../http/page/page-controller.js';
import { VisitNowParam } from './asked.js';
import { FeedAnswers } from './feed-answers.js';
import type { FormContext } from './forms/form-kind.js';

@PageController('trajecten/:dossier/momenten/:gate/agenda.ics')
export class GateDaysController {
  constructor(private readonly answers: FeedAnswers) {}

  /** @throws Refusal unknown-dossier, unknown-gate */
  @Get()
  read(@VisitNowParam() { reading, place }: FormContext): Promise<Answer> {
    gateAt(reading.dossier, place.gate);
    return this.answers.ofGate(reading, place.gate);
  }
}
