// The one write path: a command becomes events, read models and a kept answer in one transaction. And the reads.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  admit,
  type Admitted,
  type Asked,
  type CommandName,
  type PayloadOf,
  type PlaceOf,
} from '../domain/commands/commands.js';
import type { Context } from '../domain/commands/command.js';
import type { Dossier } from '../domain/dossier/state.js';
import { Refusal, type FieldError } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Plans } from '../domain/workflow/plan.js';
import type { KnownPerson } from '../domain/people.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { mustBeUnchanged, recall, remember, type Accepted, type Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { DossierCache } from './dossier-cache.js';
import { Recorder, type CommandResult } from './recorder.js';
import { StartCommand, type AdmittedStart } from './start-command.js';
import type { StartDossier } from '../domain/commands/start-dossier.js';
import { findVisible, mustSee } from './visible.js';

/** Commands that share one transaction: all of them are recorded, or none. */
export interface CommandBatch extends Pick<Transaction, 'manager' | 'connection'> {
  /** @throws Refusal */
  start(caller: Caller, asked: Asked<StartDossier>): Promise<CommandResult>;
  /** @throws Refusal */
  give<N extends CommandName>(
    name: N,
    caller: Caller,
    id: DossierId,
    place: PlaceOf<N>,
    asked: Asked<PayloadOf<N>>,
  ): Promise<CommandResult>;
}

/** A command that was tried and not recorded: the dossier as it is, and the fields that its record refuses. */
export interface DryRunResult {
  dossier: Dossier;
  plans: Plans;
  errors: FieldError[];
}

type Render = (done: CommandResult) => string;

@Injectable()
export class Dossiers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cache: DossierCache,
    private readonly clock: Clock,
    private readonly startCommand: StartCommand,
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

  /**
   * Judges a command as `give` does, and records nothing.
   * @throws Refusal; fields that the record refuses are returned instead
   */
  try<N extends CommandName>(
    name: N,
    caller: Caller,
    id: DossierId,
    place: PlaceOf<N>,
    asked: Asked<PayloadOf<N>>,
  ): Promise<DryRunResult> {
    return this.work.do(async (tx) => {
      const { dossier, admitted } = await this.admitted(tx, name, caller, id, place, asked);
      const context = await this.contextOf(tx, caller, admitted);
      admitted.validate(context);
      mustBeUnchanged(caller, dossier);
      return { dossier, plans: context.plans, errors: errorsOf(() => admitted.decide(context)) };
    });
  }

  /** Starts a dossier. @throws Refusal */
  start(caller: Caller, asked: Asked<StartDossier>, render: Render): Promise<Accepted> {
    return this.work.do(async (tx) => {
      const admitted = this.startCommand.admit(caller.person, asked);
      const kept = await recall(tx, caller, this.clock);
      return kept ?? remember(tx, caller, render(await this.begin(tx, caller, admitted, asked)), this.clock);
    });
  }

  /** Runs commands in one transaction; when one is refused, or `run` throws, nothing of any is recorded. */
  inOneTransaction<T>(run: (batch: CommandBatch) => Promise<T>): Promise<T> {
    return this.work.do((tx) =>
      run({
        manager: tx.manager,
        connection: tx.connection,
        start: (caller, asked) => this.begin(tx, caller, this.startCommand.admit(caller.person, asked), asked),
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
    const dossier = await findVisible(tx, { person, today, id }, () => this.cache.current(tx, id));
    const admitted = hidingUnseen(person, dossier, today, () => admit({ dossier, person, today }, name, place, asked));
    return { dossier, admitted };
  }

  private async carryOut(
    tx: Transaction,
    caller: Caller,
    { dossier, admitted: given }: { dossier: Dossier; admitted: Admitted },
  ): Promise<CommandResult> {
    const { link } = caller;
    const admitted = link === undefined ? given : { ...given, acting: { ...given.acting, link } };
    const context = await this.contextOf(tx, caller, admitted);
    admitted.validate(context);
    mustBeUnchanged(caller, dossier);
    return this.recorder.record(tx, caller, dossier, admitted.decide(context), admitted.acting);
  }

  /** With which of the dossiers that the command names its giver may see. */
  private async contextOf(tx: Transaction, { person }: Caller, { acting, names }: Admitted): Promise<Context> {
    if (names.length === 0) return this.recorder.contextOf(acting);
    const seen = new Set<DossierId>();
    for (const id of names) if (await this.isSeen(tx, person, id)) seen.add(id);
    return { ...this.recorder.contextOf(acting), sees: (id) => seen.has(id) };
  }

  private async isSeen(tx: Transaction, person: KnownPerson, id: DossierId): Promise<boolean> {
    const today = this.clock.today();
    try {
      mustSee(person, await findVisible(tx, { person, today, id }, () => this.cache.current(tx, id)), today);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return error.code === 'damaged'; // who may not see it is not told so
      throw error;
    }
  }

  private async begin(
    tx: Transaction,
    caller: Caller,
    admitted: AdmittedStart,
    asked: Asked<StartDossier>,
  ): Promise<CommandResult> {
    const id = randomUUID();
    const event = this.startCommand.decide(caller, admitted, asked, id);
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

/** Before somebody hears why something was refused in a dossier, they must be allowed to see that dossier. */
function hidingUnseen<T>(person: KnownPerson, dossier: Dossier, today: string, find: () => T): T {
  try {
    return find();
  } catch (error) {
    mustSee(person, dossier, today);
    throw error;
  }
}
