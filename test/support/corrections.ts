// A record in which facts are put right, in the domain alone: what a correction says, what is read then, what refuses it.
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import type { DossierEvent, EventType } from '../../src/domain/dossier/events.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import { now } from '../../src/domain/fold/history.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { fold } from './fold.js';
import { mended, type Mend } from './mend.js';
import { inWords, today, type Who } from './staged-play.js';

type Of<T extends EventType> = Extract<DossierEvent, { type: T }>;

export class Corrections {
  private readonly plans: PlanCatalogue;
  /** Everything that was recorded, corrections too. */
  events: readonly DossierEvent[];

  /** @param plans that its dossier follows, or followed */
  constructor(events: readonly DossierEvent[], ...plans: Plan[]) {
    this.plans = new PlanCatalogue(plans);
    this.events = [...events];
  }

  /** The last of a type that was recorded, corrections too. */
  newest<T extends EventType>(type: T): Of<T> {
    const found = this.events.findLast((event): event is Of<T> => event.type === type);
    if (!found) throw new Error(`no ${type} was recorded`);
    return found;
  }

  /** The newest of a type as if it had been recorded otherwise: by an older release, or with a text that was erased. */
  was<T extends EventType>(type: T, change: (event: Of<T>) => Partial<Of<T>>): this {
    const event = this.newest(type);
    this.events = this.events.map((one) => (one === event ? { ...event, ...change(event) } : one));
    return this;
  }

  /** Puts this, or the newest of a type, right. @returns what says so */
  correct<T extends EventType>(which: T | Of<T>, said: Mend, by?: Who): Of<T> {
    const before = this.events.length;
    const found = this.mended(which, said, by);
    if (found instanceof Refusal) throw found;
    this.events = found;
    return found[before] as Of<T>; // a correction is of the type of what it corrects
  }

  /** Puts the newest of this type right. @returns all that this adds, without how it was recorded */
  added(type: EventType, said: Mend): object[] {
    const before = this.events.length;
    this.correct(type, said);
    return this.events
      .slice(before)
      .map(({ type: what, on, facts }) => ({ type: what, on, facts: withoutRecording(facts) }));
  }

  /** What refuses it, as a command is refused; null when nothing does. */
  refused<T extends EventType>(which: T | Of<T>, said: Mend, by?: Who): unknown {
    const found = this.mended(which, said, by);
    return found instanceof Refusal ? inWords(found) : null;
  }

  private mended<T extends EventType>(which: T | Of<T>, said: Mend, by?: Who): readonly DossierEvent[] | Refusal {
    const reading = typeof which === 'string' ? this.newest(which) : which;
    return mended(this.plans, this.events, reading, said, today, by);
  }

  get dossier(): Dossier {
    return fold(this.plans, this.events, now);
  }
}

/** What a fact says, without who recorded it, what it corrects and what its texts are sealed by. */
export const withoutRecording = (facts: object): object =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !['by', 'correction', 'commitments'].includes(name)));
