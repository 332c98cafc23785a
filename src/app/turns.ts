// Whose turn it is, over all dossiers of a person: their own turns, page by page, in the order of the list of dossiers.
import { Injectable } from '@nestjs/common';
import { visibilityOf } from '../domain/commands/commands.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { AnyTurn } from '../domain/turns/turn.js';
import { turnsOf } from '../domain/turns/turns.js';
import { addedFor, turnHoldersOf, isTurnOf, type AddedTurn } from '../domain/turns/turn-holders.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { DossierCursor } from '../store/read-models/dossier-list.js';
import type { KnownPerson } from '../domain/people.js';
import { Clock } from '../store/process/clock.js';
import { Readings, type Listed } from './readings.js';

/** One answer looks in so many dossiers; where there are more, it says after which they come. */
const dossiersMax = 200;

/** Where the next page begins: after this dossier, and in the one that follows after the turn of this name. */
export interface TurnCursor {
  after: DossierCursor;
  name: string;
}

export interface OwnTurn {
  dossier: DossierId;
  turn: AnyTurn;
  place: TurnCursor;
}

const first: DossierCursor = { startedOn: '', id: '' };

@Injectable()
export class Turns {
  constructor(
    private readonly readings: Readings,
    private readonly clock: Clock,
  ) {}

  /** The open turns of a person, blocked ones too. A page may be shorter than `limit` without being the last. */
  async of(
    person: KnownPerson,
    added: readonly AddedTurn[],
    from: TurnCursor | null,
    limit: number,
  ): Promise<{ found: OwnTurn[]; next: TurnCursor | null }> {
    let after = from?.after ?? first;
    const { listed, next } = await this.dossiers(person, { own: true, added, after });
    const found: OwnTurn[] = [];
    for (const { reading, startedOn, id } of listed) {
      const turns = reading ? this.ownIn(person, reading.dossier, added, after) : [];
      // If the last turn of the former page was taken meanwhile, its dossier begins again: a turn comes twice, none is lost.
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
   * At most `dossiersMax` running dossiers that this person sees, with `own` those in which they may have a turn, and
   * those in which a turn was added; `next` is the one after which the others come.
   */
  async dossiers(
    person: KnownPerson,
    { own, added, after }: { own: boolean; added: readonly AddedTurn[]; after: DossierCursor },
  ): Promise<{ listed: Listed[]; next: DossierCursor | null }> {
    const turnOf = own ? turnHoldersOf(person, this.clock.today()) : undefined;
    const also = [...new Set(added.map(({ dossier }) => dossier))];
    const found = await this.readings.list(person, { state: 'running', turnOf, also, after, limit: dossiersMax + 1 });
    const listed = found.slice(0, dossiersMax);
    return { listed, next: found.length > dossiersMax ? (listed.at(-1) ?? null) : null };
  }

  /** Those of the core first; what is added twice is one turn. What was played back asks nothing of anyone. */
  private ownIn(person: KnownPerson, dossier: Dossier, added: readonly AddedTurn[], after: DossierCursor): OwnTurn[] {
    const { id, source } = dossier;
    if (source !== null) return [];
    const asker = { dossier, person, today: this.clock.today() };
    const own = turnsOf(dossier, asker.today, visibilityOf(asker)).filter((turn) => isTurnOf(asker, turn));
    const all = [...own, ...addedFor(asker, added).map(({ turn }) => turn)];
    const byName = new Map(all.map((turn) => [nameOf(id, turn), turn]));
    return [...byName].map(([name, turn]) => ({ dossier: id, turn, place: { after, name } }));
  }
}

/** No two turns have the same. */
const nameOf = (id: DossierId, { what, phase, body, condition, decision }: AnyTurn): string =>
  [id, what, phase, body, condition, decision].join(' ');
