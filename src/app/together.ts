// Commands in one dossier that are given together: each is judged on what those before it leave, and all of them are recorded
// or none. They are judged beside the write path, in slices, so that nobody waits for many of them.
import { Injectable } from '@nestjs/common';
import { admit, type Asked, type CommandName, type PayloadOf, type PlaceOf } from '../domain/commands/commands.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { DossierEvent, NewEvent } from '../domain/dossier/events.js';
import type { InSteps } from '../domain/fold/in-steps.js';
import type { Acting } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { Day, DossierId } from '../domain/vocabulary.js';
import { keptAnswer, mustBeUnchanged, recall, remember, type Accepted, type Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { DossierCache } from './dossier-cache.js';
import { Recorder } from './recorder.js';
import { inSlices } from './slices.js';
import { findVisible, mustSee } from './visible.js';

/** More are not given at once. */
export const togetherMax = 400;

/** So often they are judged anew because somebody else recorded something in between. */
const triesMax = 5;

/** One of them: the same command each time, in a place of its own. */
export interface OneAsked<N extends CommandName> {
  place: PlaceOf<N>;
  asked: Asked<PayloadOf<N>>;
}

/** Why those that were refused were, by their place among all; then nothing was recorded. */
export interface RefusedOnes {
  refused: ReadonlyMap<number, Refusal>;
}

/** What is answered, by what they recorded. */
type Render = (events: readonly DossierEvent[]) => string;

/** What they would record, by whom in which role, where nothing else comes first. */
interface Judged extends RefusedOnes {
  before: Dossier;
  today: Day;
  decided: { events: NewEvent[]; acting: Acting }[];
}

@Injectable()
export class Together {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cache: DossierCache,
    private readonly clock: Clock,
    private readonly recorder: Recorder,
  ) {}

  /**
   * Gives them all, in their order.
   * @throws Refusal for what is wrong with them together
   */
  async give<N extends CommandName>(
    name: N,
    caller: Caller,
    id: DossierId,
    asks: readonly OneAsked<N>[],
    render: Render,
  ): Promise<Accepted | RefusedOnes> {
    if (asks.length === 0 || asks.length > togetherMax) throw new Error(`${asks.length} commands were given together`);
    for (let tries = 0; tries < triesMax; tries++) {
      const judged = await this.judge(name, caller, id, asks);
      const answer = await this.work.do((tx) => this.record(tx, caller, judged, render));
      if (answer !== null) return answer;
    }
    throw new Refusal('overtaken');
  }

  /** Judges them all as `give` does, and records nothing. @throws Refusal for what is wrong with them together */
  async try<N extends CommandName>(
    name: N,
    caller: Pick<Caller, 'person'>,
    id: DossierId,
    asks: readonly OneAsked<N>[],
  ): Promise<RefusedOnes> {
    return this.judge(name, caller, id, asks);
  }

  /** What the very same was answered before; null where it was not given yet. */
  async answered({ person, key }: Caller): Promise<string | null> {
    const kept = key && (await keptAnswer(this.work.reading.connection, person.id, key.value, this.clock));
    return kept?.request === key?.request ? (kept?.answer ?? null) : null;
  }

  private async judge<N extends CommandName>(
    name: N,
    caller: Pick<Caller, 'person'>,
    id: DossierId,
    asks: readonly OneAsked<N>[],
  ): Promise<Judged> {
    const { reading } = this.work;
    const today = this.clock.today();
    const { person } = caller;
    const before = await findVisible(reading, { person, today, id }, () => this.cache.latest(reading.connection, id));
    mustSee(person, before, today);
    return inSlices(this.judged(name, { before, today, refused: new Map(), decided: [] }, caller, asks));
  }

  private *judged<N extends CommandName>(
    name: N,
    { before, today }: Judged,
    { person }: Pick<Caller, 'person'>,
    asks: readonly OneAsked<N>[],
  ): InSteps<Judged> {
    const refused = new Map<number, Refusal>();
    const decided: Judged['decided'] = [];
    let dossier = before;
    for (const [i, { place, asked }] of asks.entries()) {
      try {
        const admitted = admit({ dossier, person, today }, name, place, asked);
        if (admitted.names.length > 0) throw new Error(`${name} names other dossiers, which nobody looks for here`);
        const context = this.recorder.contextOf(admitted.acting);
        admitted.validate(context);
        const events = admitted.decide(context);
        dossier = this.recorder.foreseen(dossier, events, admitted.acting);
        decided.push({ events, acting: admitted.acting });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.set(i, error);
      }
      yield;
    }
    return { before, today, refused, decided };
  }

  /** @returns null where the dossier or the day is not the one that they were judged on */
  private async record(
    tx: Transaction,
    caller: Caller,
    { before, today, refused, decided }: Judged,
    render: Render,
  ): Promise<Accepted | RefusedOnes | null> {
    const kept = await recall(tx, caller, this.clock);
    if (kept) return kept;
    let dossier = await this.cache.current(tx, before.id);
    mustBeUnchanged(caller, dossier);
    if (dossier.hash !== before.hash || today !== this.clock.today()) return null;
    if (refused.size > 0) return { refused };
    const recorded: DossierEvent[] = [];
    for (const { events, acting } of inOneRole(decided)) {
      const done = await this.recorder.record(tx, caller, dossier, events, acting);
      dossier = done.reading.dossier;
      recorded.push(...done.events);
    }
    return remember(tx, caller, render(recorded), this.clock);
  }
}

/** Those that follow one another in the same role, together. */
function inOneRole(decided: Judged['decided']): Judged['decided'] {
  const together: Judged['decided'] = [];
  for (const { events, acting } of decided) {
    const last = together.at(-1);
    if (last?.acting.role === acting.role && last.acting.body === acting.body) last.events.push(...events);
    else together.push({ events: [...events], acting });
  }
  return together;
}
