// Plays commands on a dossier without a store or HTTP: through the same checks, the same sealing and the same fold.
import { admit, type CommandName, type PayloadOf, type PlaceOf } from '../../src/domain/commands/commands.js';
import { startDossier } from '../../src/domain/commands/start-dossier.js';
import type { NewEvent } from '../../src/domain/dossier/events.js';
import { evolve } from '../../src/domain/dossier/evolve.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import type { Acting, Assignment } from '../../src/domain/permissions.js';
import type { Day, Role } from '../../src/domain/vocabulary.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { emptyHead, seal, type Head } from '../../src/store/seal.js';

export class Play {
  private ids = 0;

  private constructor(
    private readonly plan: Plan,
    public dossier: Dossier,
  ) {}

  static start(plan: Plan, startedOn: Day): Play {
    const asked = { title: 'Proef', startedOn };
    const event = startDossier(plan, asked, 'dossier-1', { demonstration: false });
    const acting: Acting = { person: 'p1', role: 'process-lead', body: null };
    return new Play(plan, folded(plan, null, event, acting, startedOn));
  }

  /** Gives a command on a day, as someone with one role. @throws Refusal */
  give<N extends CommandName>(
    name: N,
    place: PlaceOf<N>,
    payload: PayloadOf<N>,
    as: { role: Role; body: string },
    today: Day,
  ): void {
    const assignment: Assignment = { ...as, from: '2000-01-01', until: null };
    const person = { id: `${as.role}-1`, assignments: [assignment] };
    const admitted = admit({ dossier: this.dossier, person, today }, name, place, { payload });
    const context = { today, by: admitted.acting, newId: () => `id-${++this.ids}` };
    admitted.validate(context);
    for (const event of admitted.decide(context))
      this.dossier = folded(this.plan, this.dossier, event, admitted.acting, today);
  }
}

function folded(plan: Plan, before: Dossier | null, event: NewEvent, acting: Acting, today: Day): Dossier {
  const head: Head = before ?? emptyHead;
  const sealed = seal(before?.id ?? 'dossier-1', head, event, acting, `${today}T12:00:00.000Z`);
  return evolve(plan, before, sealed.event);
}
