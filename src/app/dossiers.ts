// The one write path: a command becomes events, read models and a kept answer in one transaction. And the reads.
import { randomUUID } from 'node:crypto';
import {
  admit,
  targetOf,
  type Admitted,
  type Asked,
  type CommandName,
  type PayloadOf,
  type PlaceOf,
} from '../domain/commands/commands.js';
import type { Context } from '../domain/commands/command.js';
import { planAsked, type PlanAsked } from '../domain/commands/plan-asked.js';
import { startDossier, startFields, type Marks, type StartDossier } from '../domain/commands/start-dossier.js';
import type { DossierEvent, NewEvent } from '../domain/dossier/events.js';
import { evolve } from '../domain/dossier/evolve.js';
import { now } from '../domain/dossier/history.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { Municipalities } from '../domain/municipalities.js';
import { authorise, type Acting } from '../domain/permissions.js';
import { invalid, Refusal, type FieldError } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import { viewerOf, type Reading } from '../domain/views/viewer.js';
import type { Plans } from '../domain/workflow/plan.js';
import type { Projection } from '../projections/projection.js';
import { append } from '../store/event-log.js';
import { emptyHead } from '../store/seal.js';
import type { KnownPerson } from '../store/people.js';
import type { Transaction, UnitOfWork } from '../store/unit-of-work.js';
import { carry } from './carried-plans.js';
import { matches, recall, remember, type Accepted, type Caller } from './caller.js';
import { withSaid } from '../wording/said.js';
import type { Clock } from './clock.js';
import type { Library } from './library.js';
import type { People } from './people.js';
import type { Shelf } from './shelf.js';
import { namedBy, startingAs } from './starting.js';
import { foundFor } from './visible.js';

/** What a command has done, for whoever words the answer: the dossier after it, as the caller sees it. */
export interface Done {
  reading: Reading;
  acting: Acting;
  /** What the command added to the record. */
  events: readonly DossierEvent[];
}

/** Commands that share one transaction: all of them are recorded, or none. */
export interface Together {
  manager: Transaction['manager'];
  /** @throws Refusal */
  start(caller: Caller, asked: Asked<StartDossier>): Promise<Done>;
  /** @throws Refusal */
  give<N extends CommandName>(
    name: N,
    caller: Caller,
    id: DossierId,
    place: PlaceOf<N>,
    asked: Asked<PayloadOf<N>>,
  ): Promise<Done>;
}

/** A command that was tried: the dossier as it is, and what the record refuses of it; nothing where it would do. */
export interface Tried {
  dossier: Dossier;
  plans: Plans;
  errors: FieldError[];
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
   * Gives a command on a dossier. Checks run in the order of the API: 404, 403, the kept answer, 400 as written,
   * 412, 409, 400 against the record.
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
      const found = await this.admitted(tx, name, caller, id, place, asked);
      const kept = await recall(tx, caller, this.clock);
      return kept ?? remember(tx, caller, render(await this.carryOut(tx, caller, found)), this.clock);
    });
  }

  /** Judges a command as `give` does, and records nothing. @throws Refusal, but not what compares with the record */
  try<N extends CommandName>(
    name: N,
    caller: Caller,
    id: DossierId,
    place: PlaceOf<N>,
    asked: Asked<PayloadOf<N>>,
  ): Promise<Tried> {
    return this.work.do(async (tx) => {
      const { dossier, admitted } = await this.admitted(tx, name, caller, id, place, asked);
      const context = this.contextOf(admitted);
      admitted.validate(context);
      matches(caller, dossier.sequence);
      return { dossier, plans: this.shelf, errors: errorsOf(() => admitted.decide(context)) };
    });
  }

  /** Starts a dossier. @throws Refusal */
  start(caller: Caller, asked: Asked<StartDossier>, render: Render): Promise<Accepted> {
    return this.work.do(async (tx) => {
      const today = this.clock.today();
      const sent = 'payload' in asked ? asked.payload : asked.sent;
      const plan = planAsked(this.shelf, sent, '/version');
      const acting = startingAs(caller.person, plan, today, this.shelf);
      const kept = await recall(tx, caller, this.clock);
      return kept ?? remember(tx, caller, render(await this.begin(tx, caller, plan, acting, asked)), this.clock);
    });
  }

  /** Runs commands in one transaction; when one is refused, or `run` throws, nothing of any is recorded. */
  together<T>(run: (together: Together) => Promise<T>): Promise<T> {
    return this.work.do((tx) =>
      run({
        manager: tx.manager,
        start: (caller, asked) => {
          const plan = planAsked(this.shelf, 'payload' in asked ? asked.payload : asked.sent, '/version');
          const acting = startingAs(caller.person, plan, this.clock.today(), this.shelf);
          return this.begin(tx, caller, plan, acting, asked);
        },
        give: async (name, caller, id, place, asked) =>
          this.carryOut(tx, caller, await this.admitted(tx, name, caller, id, place, asked)),
      }),
    );
  }

  private async admitted<N extends CommandName>(
    tx: Transaction,
    name: N,
    { person }: Caller,
    id: DossierId,
    place: PlaceOf<N>,
    asked: Asked<PayloadOf<N>>,
  ): Promise<{ dossier: Dossier; admitted: Admitted }> {
    const today = this.clock.today();
    const dossier = await foundFor(tx, { person, today, id }, () => this.library.current(tx, id));
    const admitted = seen(person, dossier, today, () => admit({ dossier, person, today }, name, place, asked));
    return { dossier, admitted };
  }

  private carryOut(
    tx: Transaction,
    caller: Caller,
    { dossier, admitted }: { dossier: Dossier; admitted: Admitted },
  ): Promise<Done> {
    const context = this.contextOf(admitted);
    admitted.validate(context);
    matches(caller, dossier.sequence);
    return this.store(tx, caller, dossier, admitted.decide(context), admitted.acting);
  }

  private contextOf({ acting }: Admitted): Context {
    return { today: this.clock.today(), by: acting, newId: randomUUID, plans: this.shelf };
  }

  private begin(
    tx: Transaction,
    caller: Caller,
    plan: PlanAsked,
    acting: Acting,
    asked: Asked<StartDossier>,
  ): Promise<Done> {
    if (!('payload' in asked)) throw invalid(asked.errors);
    const today = this.clock.today();
    const errors = 'errors' in plan ? plan.errors : startFields(plan, asked.payload, today, this.municipalities);
    if ('errors' in plan || errors.length > 0) throw invalid(errors);
    const id = randomUUID();
    const { replay } = caller;
    const marks: Marks = {
      ...(replay ? { demonstration: replay.invented, replayed: true } : { demonstration: this.demonstration }),
      named: namedBy(plan, asked.payload, acting, this.shelf, this.municipalities),
    };
    const event = startDossier(plan, asked.payload, id, marks);
    return this.store(tx, caller, null, [event], acting, id);
  }

  private async store(
    tx: Transaction,
    { person, replay }: Caller,
    before: Dossier | null,
    decided: readonly NewEvent[],
    acting: Acting,
    id: DossierId = before?.id ?? '',
  ): Promise<Done> {
    const said = before ? decided.map((event) => withSaid(before, event)) : decided;
    const written = replay ? said.map((event) => withSource(event, replay.source)) : said;
    const sealed = await append(tx.connection, id, before ?? emptyHead, written, acting, this.clock.now()).catch(
      (error: unknown) => {
        this.library.forget(id); // who was overtaken reads again, and then sees what came first
        throw error;
      },
    );
    const events = sealed.map(({ event }) => event);
    let after = before;
    for (const event of events) after = evolve(this.shelf, after, event);
    if (!after) throw new Error('a command decides at least one event');
    if (after.plan.hash !== before?.plan.hash) await carry(tx.manager, this.shelf, after.plan.hash);
    for (const projection of this.projections) await projection.apply(tx.connection, events, after);
    this.library.stage(tx, after);
    const day = this.clock.today();
    const viewer = viewerOf(person, after, this.people.nameOf, day);
    return { reading: { dossier: after, moment: now, day, viewer }, acting, events };
  }
}

/** What is wrong with the fields of a command; nothing when it would do. @throws Refusal for anything else */
function errorsOf(attempt: () => void): FieldError[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.code === 'validation') return error.errors;
    throw error;
  }
}

/** What is played back says where it stands written. */
const withSource = (event: NewEvent, source: string): NewEvent => ({ ...event, texts: { source, ...event.texts } });

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
