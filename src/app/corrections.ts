// The write path of a correction: the record is read anew, the fact is said otherwise in its own place, and the whole is
// folded again. That is seldom, so it is simple before it is fast; and in slices, so that nobody waits for it.
import { Injectable } from '@nestjs/common';
import type { Asked } from '../domain/commands/commands.js';
import type { EventType } from '../domain/dossier/events.js';
import type { CorrectionAsked } from '../domain/facts/correcting.js';
import { admitCorrection, type FactPlace } from '../domain/fold/correcting.js';
import { kindOfFact } from '../domain/fold/fact-kinds.js';
import { mustBeUnchanged, recall, remember, type Accepted, type Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { DossierCache } from './dossier-cache.js';
import { Recorder, type CommandResult } from './recorder.js';
import { PlanCatalogue } from './plan-catalogue.js';
import { inSlices } from './slices.js';
import { findVisible, mustSee } from './visible.js';

@Injectable()
export class Corrections {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cache: DossierCache,
    private readonly clock: Clock,
    private readonly catalogue: PlanCatalogue,
    private readonly recorder: Recorder,
  ) {}

  /**
   * Corrects a fact that events of this type keep. Checks run in the order of every command.
   * @throws Refusal
   */
  give(
    type: EventType,
    caller: Caller,
    id: string,
    place: FactPlace,
    asked: Asked<CorrectionAsked>,
    render: (done: CommandResult) => string,
  ): Promise<Accepted> {
    const kind = kindOfFact(type);
    if (!kind) throw new Error(`no command corrects ${type}`);
    return this.work.do(async (tx) => {
      const { person } = caller;
      const today = this.clock.today();
      const dossier = await findVisible(tx, { person, today, id }, () => this.cache.current(tx, id));
      mustSee(person, dossier, today);
      const events = await this.cache.events(tx.connection, dossier);
      const admitted = admitCorrection({ dossier, person, today }, kind, place, asked, events);
      const kept = await recall(tx, caller, this.clock);
      if (kept) return kept;
      admitted.validate();
      mustBeUnchanged(caller, dossier);
      const context = this.recorder.contextOf(admitted.acting);
      const decided = await inSlices(admitted.decide(this.catalogue, context));
      const done = await this.recorder.correct(tx, caller, dossier, decided, admitted.acting);
      return remember(tx, caller, render(done), this.clock);
    });
  }
}
