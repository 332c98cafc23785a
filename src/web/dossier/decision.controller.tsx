// The page of one decision, now or at a moment in the past: the receipt for who recorded it.
import type { ReactElement } from 'react';
import { Get } from '@nestjs/common';
import { Readings } from '../../app/readings.js';
import { refusalOf } from '../../domain/commands/commands.js';
import { decisionAt } from '../../domain/commands/targets.js';
import { askedAt } from '../../domain/dossier/electorate.js';
import type { Decision, Dossier, TakenBack } from '../../domain/dossier/state.js';
import { now } from '../../domain/fold/history.js';
import { decisionView } from '../../domain/views/decision-view.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import { canSee } from '../../domain/views/visibility.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { Places } from '../../http/places.js';
import { Configuration } from '../../store/process/configuration.js';
import { VisitParam } from '../visit/asked.js';
import type { FormContext } from '../forms/form-kind.js';
import { decisionControls } from './gate-controls.js';
import { elsewhereOf } from '../log/log-lines.js';
import { addressesOf } from '../pages/addresses.js';
import { standBy } from '../pages/body-lines.js';
import type { Elsewhere } from '../pages/log/log.js';
import { ReceiptPage } from '../pages/gate/receipt.js';
import { isPast } from '../visit/visit.js';
import { drawn, whoLooks, yoursOf } from './who-looks.js';

@PageController('trajecten/:dossier/momenten/:gate/besluiten')
export class DecisionPagesController {
  constructor(
    private readonly readings: Readings,
    private readonly places: Places,
    private readonly configuration: Configuration,
  ) {}

  @Get(':decision')
  async show(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const { reading, today, at, recorded, place } = context;
    const { act, decision } = decisionAt(reading.dossier, place, (one) => canSee(reading, one));
    const view = decisionView(reading, place.gate, decision);
    const { body } = decision;
    const isFresh = decision.recorded.sequence === recorded?.sequence;
    const gate = context.wording.gateShown(reading, place.gate, roundOf(reading.dossier, place.gate, decision.round));
    const replaceable = view.supersededBy === null;
    const may = (name: 'record-decision' | 'confirm-decision', said = {}): boolean =>
      !isPast(context) && refusalOf(context.occasion, name, place, said) === null;
    return (
      <ReceiptPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        gate={gate}
        decision={view}
        plan={reading.dossier.plan}
        stand={standBy(gate, view)}
        mendedBy={act.holds === decision.id ? null : act.holds}
        withdrawn={takenBack(reading.dossier, place.gate, decision)}
        recorded={recorded?.type ?? null}
        isFresh={isFresh}
        today={today}
        address={this.configuration.baseUrl + at.now.decision(place.gate, decision.id)}
        yours={isFresh && !isPast(context) ? yoursOf(context, await this.places.turnsFor(context.person)) : null}
        also={isPast(context) ? [] : decisionControls(context)}
        {...await this.elsewhere(context, decision)}
        added={await drawn(this.places.sections.decision, { ...whoLooks(context), gate, decision: view })}
        may={{ replace: replaceable && may('record-decision', { body }), confirm: may('confirm-decision') }}
      />
    );
  }

  /** The dossier to which a decision belongs, and where this person can record it there. */
  private async elsewhere(
    { person, today, place: { gate }, wording }: FormContext,
    { body, belongsTo: id }: Decision,
  ): Promise<{ elsewhere: Elsewhere | null; recordThere: string | null }> {
    if (id === null) return { elsewhere: null, recordThere: null };
    const titles = await this.readings.titlesOf(person, [id]);
    const elsewhere = elsewhereOf(id, titles, wording);
    if (!titles.has(id)) return { elsewhere, recordThere: null };
    const { dossier } = (await this.readings.one(person, id)).reading;
    const may = refusalOf({ dossier, person, today }, 'record-decision', { gate }, { body }) === null;
    const isAsked = may && askedAt(dossier, gate).includes(body);
    return { elsewhere, recordThere: isAsked ? addressesOf(id, now).now.decide(gate, { body }) : null };
  }
}

/** The round of a decision, where it was put; before that the gate as it is. */
const roundOf = ({ rounds }: Dossier, gate: string, number: number): number | undefined =>
  rounds[gate]?.some((round) => round.number === number) ? number : undefined;

/** When and why its body took it back. */
const takenBack = (dossier: Dossier, gate: string, { act }: Decision): TakenBack | null =>
  dossier.takenBack[gate]?.findLast((taken) => taken.act === act) ?? null;
