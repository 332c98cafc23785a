// Makes the long dossier: what is asked is played in the domain, and what that refuses is left out. The same for the same
// seed.
import { calls } from '../../../src/api/calls.js';
import { loadPlans } from '../../../src/app/plan-catalogue.js';
import { daysAfter } from '../../../src/domain/calendar.js';
import type { CommandName, PayloadOf, PlaceOf } from '../../../src/domain/commands/commands.js';
import type { Dossier } from '../../../src/domain/dossier/state.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Day, Role } from '../../../src/domain/vocabulary.js';
import { Play } from '../../support/play.js';
import { chanceFrom, type Chance } from '../../support/random-history.js';
import { namesOf, renamed, type Asked } from './request.js';

export interface Who {
  role: Role;
  body: string;
}

export const lead: Who = { role: 'process-lead', body: 'de-regio/overleg' };
export const chair: Who = { role: 'chair', body: 'de-regio/overleg' };

export const plansFolder = new URL('./plans/', import.meta.url);
export const begin: Day = '2024-03-04';

export class Maker {
  readonly asked: Asked[] = [];
  readonly chance: Chance;
  today = begin;
  private readonly names = new Map<string, string>();

  private constructor(
    private readonly play: Play,
    seed: number,
  ) {
    this.chance = chanceFrom(seed);
  }

  static async start(seed: number): Promise<Maker> {
    const [plan] = (await loadPlans([plansFolder])).all();
    if (!plan) throw new Error('the plan of the long dossier is not in its folder');
    return new Maker(Play.start(plan, begin), seed);
  }

  get dossier(): Dossier {
    return this.play.dossier;
  }

  /** @param some never empty */
  pick = <T>(some: readonly T[]): T => some[this.chance(some.length)] as T; // as said

  /** A day until today, mostly of late. */
  recently(earliest: Day): Day {
    const day = daysAfter(this.today, -this.pick([0, 0, 1, 2, 4, 8, 16, 30]));
    return day < earliest ? earliest : day;
  }

  /** Whether it could be recorded. */
  tries<N extends CommandName>(name: N, place: PlaceOf<N>, says: PayloadOf<N>, as: Who): boolean {
    try {
      const events = this.play.give(name, place, says, as, this.today);
      const recorded = renamed({ recorded: this.today, as, path: pathOf(name, place), says }, this.names);
      const made = events.find(({ facts }) => 'kind' in facts)?.facts as
        | { decision: string; conditions?: { id: string }[] }
        | undefined; // that is how a decision is stored
      const { decision = null, conditions = [] } = made ?? {};
      for (const [called, id] of namesOf(this.asked.length, { decision, conditions: conditions.map(({ id }) => id) }))
        if (!this.names.has(id)) this.names.set(id, called);
      this.asked.push(recorded);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** @throws Error when it was refused: without it the dossier would lack what it is for */
  must<N extends CommandName>(name: N, place: PlaceOf<N>, says: PayloadOf<N>, as: Who): void {
    if (!this.tries(name, place, says, as))
      throw new Error(`${this.today}: ${name} of ${JSON.stringify(place)} was refused`);
  }
}

function pathOf(name: CommandName, place: object): string {
  const path = calls.find(({ command }) => command === name)?.path ?? '';
  return Object.entries<string>({ ...place }).reduce((text, [part, value]) => text.replace(`:${part}`, value), path);
}
