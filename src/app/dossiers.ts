// The one write path: a command becomes events, read models and a kept answer in one transaction. And the reads.
import { randomUUID } from 'node:crypto';
import {
  admit,
  targetOf,
  type Asked,
  type CommandName,
  type PayloadOf,
  type PlaceOf,
} from '../domain/commands/commands.js';
import { startDossier, startFields } from '../domain/commands/start-dossier.js';
import type { NewEvent } from '../domain/dossier/events.js';
import { evolve } from '../domain/dossier/evolve.js';
import { now } from '../domain/dossier/history.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { Municipalities } from '../domain/municipalities.js';
import { authorise, type Acting } from '../domain/permissions.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import { viewerOf, type Reading } from '../domain/views/viewer.js';
import type { Plan } from '../domain/workflow/plan.js';
import type { Projection } from '../projections/projection.js';
import { append } from '../store/event-log.js';
import { emptyHead } from '../store/seal.js';
import type { KnownPerson } from '../store/people.js';
import type { Transaction, UnitOfWork } from '../store/unit-of-work.js';
import { matches, recall, remember, type Accepted, type Caller } from './caller.js';
import type { Clock } from './clock.js';
import type { Library } from './library.js';
import type { People } from './people.js';
import type { Shelf } from './shelf.js';
import { namedBy, planAsked, startingAs, type AskStart } from './starting.js';

/** What a command has done, for whoever words the answer: the dossier after it, as the caller sees it. */
export interface Done {
  reading: Reading;
  acting: Acting;
}

type Render = (done: Done) => string;

export class Dossiers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly library: Library,
    private readonly shelf: Shelf,
    private readonly municipalities: Municipalities,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly projections: readonly Projection[],
    /** Whether everything here is invented, and says so for ever. */
    private readonly demonstration: boolean,
  ) {}

  /**
   * Gives a command on a dossier. Checks run in the order of the API: 404, 403, the kept answer, 422 as written,
   * 412, 409, 422 against the record.
   * @throws Refusal
   */
  give<N extends CommandName>(
    name: N,
    caller: Caller,
    id: DossierId,
    place: PlaceOf<N>,
    asked: Asked<PayloadOf<N>>,
    render: Render,
  ): Promise<Accepted> {
    return this.work.do(async (tx) => {
      const today = this.clock.today();
      const dossier = await this.library.current(tx, id);
      const admitted = seen(caller.person, dossier, today, () =>
        admit({ dossier, person: caller.person, today }, name, place, asked),
      );
      const kept = await recall(tx, caller, this.clock);
      if (kept) return kept;
      const context = { today, by: admitted.acting, newId: randomUUID };
      admitted.validate(context);
      matches(caller, dossier.sequence);
      const after = await this.store(tx, dossier.plan, dossier, admitted.decide(context), admitted.acting);
      return remember(tx, caller, render(this.done(caller.person, after, admitted.acting)), this.clock);
    });
  }

  /** Starts a dossier. @throws Refusal */
  start(caller: Caller, asked: Asked<AskStart>, render: Render): Promise<Accepted> {
    return this.work.do(async (tx) => {
      const today = this.clock.today();
      const sent = 'payload' in asked ? asked.payload : asked.sent;
      const plan = planAsked(this.shelf, sent);
      const acting = startingAs(caller.person, plan, today, this.shelf);
      const kept = await recall(tx, caller, this.clock);
      if (kept) return kept;
      if (!('payload' in asked)) throw invalid(asked.errors);
      const errors = 'errors' in plan ? plan.errors : startFields(plan, asked.payload, today, this.municipalities);
      if ('errors' in plan || errors.length > 0) throw invalid(errors);
      const named = namedBy(plan, asked.payload, acting, this.shelf, this.municipalities);
      const id = randomUUID();
      const event = startDossier(plan, asked.payload, id, this.demonstration, named);
      const after = await this.store(tx, this.shelf.planFor(plan, named), null, [event], acting, id);
      return remember(tx, caller, render(this.done(caller.person, after, acting)), this.clock);
    });
  }

  private async store(
    tx: Transaction,
    plan: Plan,
    before: Dossier | null,
    decided: readonly NewEvent[],
    acting: Acting,
    id: DossierId = before?.id ?? '',
  ): Promise<Dossier> {
    const sealed = await append(tx.connection, id, before ?? emptyHead, decided, acting, this.clock.now());
    const events = sealed.map(({ event }) => event);
    let after = before;
    for (const event of events) after = evolve(plan, after, event);
    if (!after) throw new Error('a command decides at least one event');
    for (const projection of this.projections) await projection.apply(tx.connection, events, after);
    this.library.stage(tx, after);
    return after;
  }

  private done(person: KnownPerson, dossier: Dossier, acting: Acting): Done {
    const day = this.clock.today();
    const viewer = viewerOf(person, dossier, this.people.nameOf, day);
    return { reading: { dossier, moment: now, day, viewer }, acting };
  }
}

/**
 * Who holds no assignment in a dossier's region cannot tell it from one that does not exist.
 * @throws Refusal unknown-dossier, assignment-not-valid
 */
export function mustSee(person: KnownPerson, dossier: Dossier, today: string): void {
  try {
    authorise(person, 'read-dossier', targetOf(dossier), today);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'assignment-not-valid') throw new Refusal('unknown-dossier');
    throw error;
  }
}

/** Whoever may do something in a dossier sees it; who may not, or looks in the wrong place, must see it to be told. */
function seen<T>(person: KnownPerson, dossier: Dossier, today: string, find: () => T): T {
  try {
    return find();
  } catch (error) {
    mustSee(person, dossier, today);
    throw error;
  }
}
