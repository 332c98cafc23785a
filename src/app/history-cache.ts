// Keeps the histories of dossiers in which somebody looked back, while there is room. A kept history is continued from its
// last event.
import { LRUCache } from 'lru-cache';
import { emptyHistory, grow, type History } from '../domain/fold/history.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Plans } from '../domain/workflow/plan.js';
import type { Connection } from '../store/connection.js';
import { DamagedRecord, readRecord } from '../store/event-log.js';
import { emptyHead, type SealedEvent } from '../store/seal.js';
import { inSlices } from './slices.js';

/** So many characters of events are kept; in memory they take about four times as many bytes. */
const charactersMax = 32_000_000;

interface Kept {
  history: History;
  /** How many of its texts had been erased when it was read. */
  erased: number;
  characters: number;
}

export class HistoryCache {
  private readonly kept = new LRUCache<DossierId, Kept>({
    maxSize: charactersMax,
    sizeCalculation: ({ characters }) => characters,
  });
  private readonly running = new Map<DossierId, Promise<History>>();

  constructor(private readonly plans: Plans) {}

  /**
   * The history of a dossier, with every event that was folded into it.
   * @throws DamagedRecord, CannotFollow
   */
  async upTo(connection: Connection, { id, sequence }: Dossier): Promise<History> {
    const begun = await this.running.get(id); // it may have begun before the last commit
    if (begun && begun.events.length >= sequence) return begun;
    const history = await (this.running.get(id) ?? this.start(connection, id));
    const { length } = history.events;
    if (length < sequence) throw new DamagedRecord(length + 1, [], 'it is gone, and was committed');
    return history;
  }

  private start(connection: Connection, id: DossierId): Promise<History> {
    const reading = this.readOn(connection, id).finally(() => this.running.delete(id));
    this.running.set(id, reading);
    return reading;
  }

  private async readOn(connection: Connection, id: DossierId): Promise<History> {
    const erased = await connection.events.countErased(id);
    const kept = this.kept.get(id);
    const former = kept?.erased === erased ? kept : { history: emptyHistory, characters: 1 };
    const added = await readRecord(connection, id, former.history.dossier ?? emptyHead);
    if (added.length === 0) return former.history;
    const events = added.map(({ event }) => event);
    const history = await inSlices(grow(this.plans, former.history, events));
    const characters = added.reduce((sum, one) => sum + charactersOf(one), former.characters);
    this.kept.set(id, { history, erased, characters });
    return history;
  }
}

const charactersOf = ({ body, texts }: SealedEvent): number =>
  Object.values(texts).reduce((sum, { text }) => sum + (text?.length ?? 0), body.length);
