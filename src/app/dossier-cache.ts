// The folded dossiers: read from the record, kept in memory as long as they are asked for.
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { DossierEvent } from '../domain/dossier/events.js';
import { CannotFollow } from '../domain/fold/evolve.js';
import { asFarAsItHolds, beginning, emptyHistory, grow, lookBack, type Moment } from '../domain/fold/history.js';
import type { Dossier } from '../domain/dossier/state.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Connection } from '../store/connection.js';
import { DamagedRecord, readPage, readRecord } from '../store/event-log.js';
import type { SealedEvent } from '../store/seal.js';
import { CommittedEvents } from '../store/committed-events.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { HistoryCache } from './history-cache.js';
import { Quarantine } from './quarantine.js';
import { PlanCatalogue } from './plan-catalogue.js';
import { inSlices } from './slices.js';

/** So many folded dossiers are kept; the one that was asked for longest ago goes first. */
const keptMax = 1000;

interface StagedDossier {
  dossier: Dossier;
  /** What this group of transactions added to it. */
  events: readonly DossierEvent[];
}

const stagedIn = (staged: Transaction['staged'], id: DossierId): StagedDossier | undefined =>
  staged.get(id) as StagedDossier | undefined; // only stage() puts values there

@Injectable()
export class DossierCache {
  /** How many dossiers are in the lists as they should be, while those are filled; null when all are. */
  lists: { done: number; of: number; isMissing: boolean } | null = null;
  private readonly committed = new LRUCache<DossierId, Dossier>({ max: keptMax });
  private readonly histories: HistoryCache;

  constructor(
    private readonly catalogue: PlanCatalogue,
    readonly quarantine: Quarantine,
    private readonly committedEvents: CommittedEvents,
    work: UnitOfWork,
  ) {
    this.histories = new HistoryCache(catalogue);
    work.onCommitted((staged) => this.takeOver(staged));
  }

  /** The dossier as the running transaction sees it. @throws Refusal unknown-dossier, damaged */
  async current({ connection, staged }: Transaction, id: DossierId): Promise<Dossier> {
    this.quarantine.mustBeWhole(id);
    return stagedIn(staged, id)?.dossier ?? this.committed.get(id) ?? this.fromRecord(connection, id);
  }

  /** The dossier as it was last committed. @throws Refusal unknown-dossier, damaged */
  async latest(connection: Connection, id: DossierId): Promise<Dossier> {
    this.quarantine.mustBeWhole(id);
    const kept = this.committed.get(id);
    if (kept) return kept;
    const dossier = await this.fromRecord(connection, id);
    const newer = this.committed.get(id); // a commit may have come while the record was read
    if (newer && newer.sequence >= dossier.sequence) return newer;
    this.committed.set(id, dossier);
    return dossier;
  }

  /**
   * The dossier as it stood on a day, or was known at a moment.
   * @throws Refusal damaged; validation for a moment before there was anything
   */
  async at(connection: Connection, latest: Dossier, moment: Moment): Promise<Dossier> {
    const history = await this.holding(connection, latest.id, () => this.histories.upTo(connection, latest));
    const [first] = history.events;
    const begun = beginning(history, moment);
    if (moment.asOf !== null && begun !== undefined && moment.asOf < begun)
      throw invalid([{ pointer: '?asOf', code: 'date-too-early', limit: begun }]);
    if (moment.knownAt !== null && first && moment.knownAt < first.recordedAt)
      throw invalid([{ pointer: '?knownAt', code: 'date-too-early', limit: first.recordedAt }]);
    return inSlices(lookBack(this.catalogue, history, moment));
  }

  /**
   * Every event of a folded dossier, read and verified anew, because the log tells its readers that it is unchanged.
   * @throws Refusal damaged
   */
  async events(connection: Connection, { id, sequence }: Dossier): Promise<readonly DossierEvent[]> {
    return this.holding(connection, id, async () => {
      const record = await readRecord(connection, id);
      if (record.length < sequence) throw new DamagedRecord(record.length + 1, record, 'it is gone, and was committed');
      return record.slice(0, sequence).map(({ event }) => event);
    });
  }

  /** Every event of a folded dossier, as it was read before where that is remembered. @throws Refusal damaged */
  async recalled(connection: Connection, latest: Dossier): Promise<readonly DossierEvent[]> {
    const { events } = await this.holding(connection, latest.id, () => this.histories.upTo(connection, latest));
    return events.slice(0, latest.sequence);
  }

  /** Some events after a sequence, as they were sealed; none when it is the last. @throws Refusal damaged */
  page(connection: Connection, id: DossierId, after: number, limit: number): Promise<SealedEvent[]> {
    return this.holding(connection, id, () => readPage(connection, id, after, limit));
  }

  /** Stages a dossier with its new events: they become the committed ones together with the rows of the transaction. */
  stage({ staged }: Transaction, dossier: Dossier, events: readonly DossierEvent[]): void {
    const before = stagedIn(staged, dossier.id)?.events ?? [];
    const now: StagedDossier = { dossier, events: [...before, ...events] };
    staged.set(dossier.id, now);
  }

  /** Called when the cached dossier is not the newest: the next reader goes to the record. */
  forget(id: DossierId): void {
    this.committed.delete(id);
  }

  /** Called after a commit: caches what its jobs staged, then publishes the events. */
  private takeOver(staged: Iterable<[string, unknown]>): void {
    const all = [...staged].map(([, value]) => value as StagedDossier); // only stage() puts values there
    for (const { dossier } of all) this.committed.set(dossier.id, dossier);
    for (const { dossier, events } of all) this.committedEvents.publish(dossier.id, events);
  }

  /** Puts a dossier aside whose record does not hold. @returns how it is refused from now on */
  damaged(id: DossierId, { sequence, message }: DamagedRecord | CannotFollow, before: Dossier | null): Refusal {
    this.forget(id);
    return this.quarantine.put(id, { sequence: Math.min(sequence, (before?.sequence ?? 0) + 1), before }, message);
  }

  /** The dossier as its record has it now, with what the running transaction added. @throws Refusal damaged */
  async reread(connection: Connection, id: DossierId): Promise<Dossier> {
    return (await this.read(connection, id)).dossier;
  }

  /** A whole record with what it was folded to, kept nowhere. @throws Refusal unknown-dossier, damaged */
  async read(connection: Connection, id: DossierId): Promise<{ dossier: Dossier; events: readonly DossierEvent[] }> {
    const { dossier, events } = await this.holding(connection, id, async () => {
      const record = await readRecord(connection, id);
      return inSlices(
        grow(
          this.catalogue,
          emptyHistory,
          record.map(({ event }) => event),
        ),
      );
    });
    if (!dossier) throw new Refusal('unknown-dossier');
    return { dossier, events };
  }

  private async fromRecord(connection: Connection, id: DossierId): Promise<Dossier> {
    return (await this.read(connection, id)).dossier;
  }

  /** What is read of a record that holds. @throws Refusal damaged */
  private async holding<T>(connection: Connection, id: DossierId, read: () => Promise<T>): Promise<T> {
    this.quarantine.mustBeWhole(id);
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DamagedRecord || error instanceof CannotFollow)) throw error;
      throw this.damaged(id, error, await this.lastWhole(connection, id, error.sequence));
    }
  }

  /** The dossier before an event, as far as its record holds; null where not even the first event does. */
  private async lastWhole(connection: Connection, id: DossierId, sequence: number): Promise<Dossier | null> {
    const record = await readRecord(connection, id).catch((error: unknown) => {
      if (error instanceof DamagedRecord) return error.holding;
      throw error;
    });
    return asFarAsItHolds(
      this.catalogue,
      record.map(({ event }) => event),
      sequence,
    );
  }
}
