// The one write path: a command becomes events, read models and a kept answer in one transaction. And the reads.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  admit,
  targetOf,
  type Admitted,
  type Asked,
  type CommandName,
  type PayloadOf,
  type PlaceOf,
} from '../domain/commands/commands.js';
import type { Dossier } from '../domain/dossier/state.js';
import { authorise } from '../domain/permissions.js';
import { Refusal, type FieldError } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Plans } from '../domain/workflow/plan.js';
import type { KnownPerson } from '../domain/people.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { matches, recall, remember, type Accepted, type Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { Library } from './library.js';
import { Recorder, type Done } from './recorder.js';
import { Starting, type Starter } from './starting.js';
import type { StartDossier } from '../domain/commands/start-dossier.js';
import { foundFor } from './visible.js';

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

@Injectable()
export class Dossiers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly library: Library,
    private readonly clock: Clock,
    private readonly starting: Starting,
    private readonly recorder: Recorder,
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
      const context = this.recorder.contextOf(admitted.acting);
      admitted.validate(context);
      matches(caller, dossier.sequence);
      return { dossier, plans: context.plans, errors: errorsOf(() => admitted.decide(context)) };
    });
  }

  /** Starts a dossier. @throws Refusal */
  start(caller: Caller, asked: Asked<StartDossier>, render: Render): Promise<Accepted> {
    return this.work.do(async (tx) => {
      const admitted = this.starting.admit(caller.person, asked);
      const kept = await recall(tx, caller, this.clock);
      return kept ?? remember(tx, caller, render(await this.begin(tx, caller, admitted, asked)), this.clock);
    });
  }

  /** Runs commands in one transaction; when one is refused, or `run` throws, nothing of any is recorded. */
  together<T>(run: (together: Together) => Promise<T>): Promise<T> {
    return this.work.do((tx) =>
      run({
        manager: tx.manager,
        start: (caller, asked) => this.begin(tx, caller, this.starting.admit(caller.person, asked), asked),
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
    const context = this.recorder.contextOf(admitted.acting);
    admitted.validate(context);
    matches(caller, dossier.sequence);
    return this.recorder.record(tx, caller, dossier, admitted.decide(context), admitted.acting);
  }
  private async begin(tx: Transaction, caller: Caller, admitted: Starter, asked: Asked<StartDossier>): Promise<Done> {
    const id = randomUUID();
    const event = this.starting.decide(caller, admitted, asked, id);
    return this.recorder.record(tx, caller, null, [event], admitted.acting, id);
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
