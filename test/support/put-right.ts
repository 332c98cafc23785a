// A record in which facts are put right: what each correction adds to it, how it is read then, and what refuses one.
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import type { DossierEvent, EventType } from '../../src/domain/dossier/events.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import { now } from '../../src/domain/fold/history.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { fold } from './fold.js';
import { mended, type Mend } from './mend.js';
import { inWords, today } from './staged-play.js';

export class PutRight {
  private readonly plans: PlanCatalogue;

  /** @param plans that its dossier follows, or followed */
  constructor(
    private events: readonly DossierEvent[],
    ...plans: Plan[]
  ) {
    this.plans = new PlanCatalogue(plans);
  }

  get dossier(): Dossier {
    return fold(this.plans, this.events, now);
  }

  /** Puts the newest of this type right. @returns what that adds, without how it was recorded */
  mend(type: EventType, said: Mend): object[] {
    const found = this.tried(type, said);
    if (found instanceof Refusal) throw found;
    const added = found.slice(this.events.length);
    this.events = found;
    return added.map(({ type: what, on, facts }) => ({ type: what, on, facts: withoutRecording(facts) }));
  }

  /** What refuses it, as a command is refused; null when nothing does. */
  refused(type: EventType, said: Mend): unknown {
    const found = this.tried(type, said);
    return found instanceof Refusal ? inWords(found) : null;
  }

  private tried(type: EventType, said: Mend): readonly DossierEvent[] | Refusal {
    const newest = this.events.findLast((event) => event.type === type);
    if (!newest) throw new Error(`no ${type} was recorded`);
    return mended(this.plans, this.events, newest, said, today);
  }
}

/** What a fact says, without who recorded it, what it corrects and what its texts are sealed by. */
export const withoutRecording = (facts: object): object =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !['by', 'correction', 'commitments'].includes(name)));
