// The chair of a gate has seen what is read otherwise there. To be deleted with `domain/stand/former.ts`.
import { Post } from '@nestjs/common';
import { ToldDifferences } from '../../app/told-differences.js';
import type { Answer } from '../../http/answer.js';
import { seeOther } from '../../http/page/answer.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitNowParam } from '../visit/asked.js';
import type { FormContext } from '../forms/form-kind.js';

@PageController('trajecten/:dossier/momenten/:gate')
export class SeenController {
  constructor(private readonly told: ToldDifferences) {}

  /** Sent twice it changes nothing, so that it needs no key. */
  @Post('gezien')
  async see(@VisitNowParam() { person, place, reading, at }: FormContext): Promise<Answer> {
    const caller = { person, key: null, ifMatch: null };
    await this.told.see(caller, reading.dossier.id, place.gate, { payload: {} }, () => '');
    return seeOther(at.now.gate(place.gate));
  }
}
