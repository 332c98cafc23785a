// The page with a reminder to those who are still to act at a gate, for who is to see that they do. Nothing is sent or recorded.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { gateAt } from '../domain/commands/targets.js';
import { Refusal } from '../domain/refusal.js';
import { remindedAt } from '../domain/turns/reminded.js';
import { dossierHeading } from '../domain/views/dossier-view.js';
import { titleOf } from '../domain/workflow/plan.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { Directory } from '../store/directory.js';
import { Configuration } from '../store/process/configuration.js';
import { VisitParam } from './asked.js';
import { mayRemind } from './gates-in-sight.js';
import type { FormContext } from './forms/form-kind.js';
import { RemindPage } from './pages/remind.js';

@PageController('trajecten/:dossier/momenten/:gate/herinneren')
export class RemindersController {
  constructor(
    private readonly directory: Directory,
    private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal not-your-role for who does not lead the process or chair the gate */
  @Get()
  show(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): ReactElement {
    const { reading, today, at, place, wording, person } = context;
    gateAt(reading.dossier, place.gate);
    if (!mayRemind(context, place.gate)) throw new Refusal('not-your-role');
    const gate = wording.gateShown(reading, place.gate);
    const bodies = remindedAt(reading.dossier, place.gate, today).map((body) => ({
      title: titleOf(reading.dossier.plan, body),
      word: gate.stands.find((stand) => stand.body === body)?.word ?? wording.speech[gate.asks].silent,
      people: this.directory.recordersOf(body, today),
    }));
    const heading = dossierHeading(reading);
    const letter = {
      dossier: heading.title,
      gate: gate.title,
      bodies,
      until: gate.dueOn,
      link: this.configuration.baseUrl + at.now.gate(place.gate),
      from: person.name,
    };
    return (
      <RemindPage
        around={around}
        at={at}
        dossier={heading}
        gate={gate}
        bodies={bodies}
        subject={wording.reminders.subject(letter)}
        text={wording.reminders.body(letter)}
      />
    );
  }
}
