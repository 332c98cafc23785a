// The one page that a meeting gets of a gate, now or at a moment in the past.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { gateAt } from '../../domain/commands/targets.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitParam } from '../visit/asked.js';
import { briefingOf } from './briefing.js';
import type { FormContext } from '../forms/form-kind.js';
import { BriefingPage } from '../pages/gate/briefing.js';

@PageController('trajecten/:dossier/momenten/:gate/oplegger')
export class BriefingController {
  /** @throws Refusal unknown-gate */
  @Get()
  show(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): ReactElement {
    const { reading, place, at, wording } = context;
    gateAt(reading.dossier, place.gate);
    const briefing = briefingOf(context, place.gate);
    return (
      <BriefingPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        briefing={briefing}
        plan={reading.dossier.plan}
        day={reading.day}
        words={wording.whyWordsIn(reading.dossier, briefing.gate.asks)}
      />
    );
  }
}
