// Whose turn it is, over all dossiers of a person: their own turns, page by page, in the order of the list of dossiers.
import { Injectable } from '@nestjs/common';
import { sightOf } from '../domain/commands/commands.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { Turn } from '../domain/turns/turn.js';
import { turnsOf } from '../domain/turns/turns.js';
import { allOf, isTurnOf } from '../domain/turns/whose.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { ListPlace } from '../store/read-models/dossier-list.js';
import type { KnownPerson } from '../domain/people.js';
import { Clock } from '../store/process/clock.js';
import { Readings, type Listed } from './reading.js';

/** Turns are looked for in so many dossiers at once; what is left out is never left unsaid. */
const dossiersMax = 200;

/** Where a page goes on: after this dossier, and in the one that follows it after the turn of this name. */
export interface TurnPlace {
  after: ListPlace;
  name: string;
}

export interface OwnTurn {
  dossier: DossierId;
  turn: Turn;
  place: TurnPlace;
}

const first: ListPlace = { startedOn: '', id: '' };

@Injectable()
export class Turns {
  constructor(
    private readonly readings: Readings,
    private readonly clock: Clock,
  ) {}

  /** Their own open turns, also those that something is in the way of; a page may be shorter than asked and not the last. */
  async of(
    person: KnownPerson,
    from: TurnPlace | null,
    limit: number,
  ): Promise<{ found: OwnTurn[]; next: TurnPlace | null }> {
    let after = from?.after ?? first;
    const { listed, next } = await this.dossiers(person, { own: true, after });
    const found: OwnTurn[] = [];
    for (const { reading, startedOn, id } of listed) {
      const turns = reading ? this.ownIn(person, reading.dossier, after) : [];
      // A turn that was taken meanwhile is not found again: then those beside it are told twice, and none is passed over.
      const told = after === from?.after ? turns.findIndex(({ place }) => place.name === from.name) : -1;
      found.push(...turns.slice(told + 1));
      if (found.length > limit) break;
      after = { startedOn, id };
    }
    const page = found.slice(0, limit);
    return {
      found: page,
      next: found.length > limit ? (page.at(-1)?.place ?? null) : next && { after: next, name: '' },
    };
  }

  /**
   * The running dossiers in which this person may have a turn, or else all that they see, as many as are looked at at
   * once; and after which the others come.
   */
  async dossiers(
    person: KnownPerson,
    { own, after }: { own: boolean; after: ListPlace },
  ): Promise<{ listed: Listed[]; next: ListPlace | null }> {
    const turnOf = own ? allOf(person, this.clock.today()) : undefined;
    const found = await this.readings.list(person, { state: 'running', turnOf, after, limit: dossiersMax + 1 });
    const listed = found.slice(0, dossiersMax);
    return { listed, next: found.length > dossiersMax ? (listed.at(-1) ?? null) : null };
  }

  private ownIn(person: KnownPerson, dossier: Dossier, after: ListPlace): OwnTurn[] {
    const { id } = dossier;
    const occasion = { dossier, person, today: this.clock.today() };
    return turnsOf(dossier, occasion.today, sightOf(occasion))
      .filter((turn) => isTurnOf(occasion, turn))
      .map((turn) => ({ dossier: id, turn, place: { after, name: nameOf(id, turn) } }));
  }
}

/** No two turns have the same. */
const nameOf = (id: DossierId, { what, phase, body, condition }: Turn): string =>
  [id, what, phase, body, condition].join(' ');
