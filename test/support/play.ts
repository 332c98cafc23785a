// Plays commands on a dossier without a store or HTTP: through the same checks, the same sealing and the same fold.
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { loadRegisters } from '../../src/app/registers.js';
import {
  admit,
  rehearse,
  type CommandName,
  type PayloadOf,
  type PlaceOf,
  type Rehearsal,
} from '../../src/domain/commands/commands.js';
import { startDossier } from '../../src/domain/commands/start-dossier.js';
import type { DossierEvent, NewEvent } from '../../src/domain/dossier/events.js';
import { evolve } from '../../src/domain/fold/evolve.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import type { Acting, Assignment } from '../../src/domain/permissions.js';
import type { Refusal } from '../../src/domain/refusal.js';
import type { Reading } from '../../src/domain/views/viewer.js';
import type { Day, Role } from '../../src/domain/vocabulary.js';
import type { NamedParties } from '../../src/domain/workflow/open-parties.js';
import type { Plan, Plans } from '../../src/domain/workflow/plan.js';
import { withSaid } from '../../src/wording/gates/said.js';
import { emptyHead, seal, type Head } from '../../src/store/seal.js';
import { fold } from './fold.js';

/** The register that is shipped. */
export const { municipalities } = await loadRegisters();

export class Play {
  private ids = 0;
  /** Everything that happened, as it would be stored. */
  readonly events: DossierEvent[] = [];
  private folded: Dossier | null = null;

  private constructor(private readonly plans: Plans) {}

  /** @param others to which it can migrate */
  static start(plan: Plan, startedOn: Day, ...others: Plan[]): Play {
    return Play.startOver(undefined, plan, startedOn, ...others);
  }

  /** The same of a plan that leaves its parties open, over these. */
  static startOver(named: NamedParties | undefined, plan: Plan, startedOn: Day, ...others: Plan[]): Play {
    const asked = { workflow: plan.workflow.id, title: 'Proef', startedOn };
    const event = startDossier(plan, asked, 'dossier-1', { demonstration: false, named });
    const acting: Acting = { person: 'p1', role: 'process-lead', body: null };
    const play = new Play(new PlanCatalogue([plan, ...others], [], [], municipalities));
    play.store(event, acting, startedOn);
    return play;
  }

  get dossier(): Dossier {
    if (!this.folded) throw new Error('a play begins with the start of its dossier');
    return this.folded;
  }

  /** The dossier as anyone of the region reads it on a day, or as it stood on one. */
  reading(day: Day, asOf: Day | null = null): Reading {
    const moment = { asOf, knownAt: null };
    const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => false };
    return { dossier: fold(this.plans, this.events, moment), moment, day: asOf ?? day, viewer };
  }

  /** Gives a command on a day, as someone with one role. @returns what was decided @throws Refusal */
  give<N extends CommandName>(
    name: N,
    place: PlaceOf<N>,
    payload: PayloadOf<N>,
    as: { role: Role; body: string },
    today: Day,
  ): NewEvent[] {
    const admitted = admit(this.occasion(as, today), name, place, { payload });
    const context = { today, by: admitted.acting, newId: () => `id-${++this.ids}`, plans: this.plans };
    admitted.validate(context);
    const events = admitted.decide(context);
    for (const event of events) this.store(event, admitted.acting, today);
    return events;
  }

  /** What would refuse this very command; null when nothing does. */
  refusal<N extends CommandName>(
    name: N,
    place: PlaceOf<N>,
    payload: PayloadOf<N>,
    as: { role: Role; body: string },
    today: Day,
  ): Refusal | null {
    return rehearse(this.occasion(as, today), name, place, { payload });
  }

  private occasion(as: { role: Role; body: string }, today: Day): Rehearsal {
    const assignment: Assignment = { ...as, from: '2000-01-01', until: null };
    const person = { id: `${as.role}-1`, assignments: [assignment] };
    return { dossier: this.dossier, person, today, plans: this.plans };
  }

  private store(event: NewEvent, acting: Acting, today: Day): void {
    const head: Head = this.folded ?? emptyHead;
    const said = this.folded ? withSaid(this.folded, event) : event;
    const sealed = seal('dossier-1', head, said, acting, `${today}T12:00:00.000Z`);
    this.events.push(sealed.event);
    this.folded = evolve(this.plans, this.folded, sealed.event);
  }
}
