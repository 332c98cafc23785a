// The folded dossiers: read from the record, kept in memory as long as they are asked for.
import { Injectable } from '@nestjs/common';
import type { DossierEvent } from '../domain/dossier/events.js';
import { CannotFollow, evolve } from '../domain/dossier/evolve.js';
import { fold, now, type Moment } from '../domain/dossier/history.js';
import type { Dossier } from '../domain/dossier/state.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Connection } from '../store/connection.js';
import { DamagedRecord, readRecord } from '../store/event-log.js';
import type { SealedEvent } from '../store/seal.js';
import { CommittedEvents } from '../store/committed-events.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { Quarantine } from './quarantine.js';
import { Shelf } from './shelf.js';

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
export class Library {
  private readonly committed = new Map<DossierId, Dossier>();

  constructor(
    private readonly shelf: Shelf,
    readonly quarantine: Quarantine,
    private readonly committedEvents: CommittedEvents,
    work: UnitOfWork,
  ) {
    work.onCommitted((staged) => this.takeOver(staged));
  }

  /** The dossier as the running transaction sees it. @throws Refusal unknown-dossier, damaged */
  async current({ connection, staged }: Transaction, id: DossierId): Promise<Dossier> {
    this.quarantine.mustBeWhole(id);
    return stagedIn(staged, id)?.dossier ?? this.kept(id) ?? this.fromRecord(connection, id);
  }

  /** The dossier as it was last committed. @throws Refusal unknown-dossier, damaged */
  async latest(connection: Connection, id: DossierId): Promise<Dossier> {
    this.quarantine.mustBeWhole(id);
    const kept = this.kept(id);
    if (kept) return kept;
    const dossier = await this.fromRecord(connection, id);
    const newer = this.kept(id); // a commit may have come while the record was read
    if (newer && newer.sequence >= dossier.sequence) return newer;
    this.keep(dossier);
    return dossier;
  }

  /**
   * The dossier as it stood on a day, or was known at a moment.
   * @throws Refusal unknown-dossier, damaged; validation for a moment before there was anything
   */
  async at(connection: Connection, id: DossierId, moment: Moment): Promise<Dossier> {
    const events = await this.record(connection, id);
    const [first] = events;
    if (moment.asOf !== null && first && moment.asOf < first.on)
      throw invalid([{ pointer: '?asOf', code: 'date-too-early', limit: first.on }]);
    if (moment.knownAt !== null && first && moment.knownAt < first.recordedAt)
      throw invalid([{ pointer: '?knownAt', code: 'date-too-early', limit: first.recordedAt }]);
    return fold(this.shelf, events, moment);
  }

  /** All stored events, as they were sealed. @throws Refusal unknown-dossier, damaged */
  async events(connection: Connection, id: DossierId): Promise<SealedEvent[]> {
    this.quarantine.mustBeWhole(id);
    const events = await readRecord(connection, id).catch((error: unknown) => {
      if (!(error instanceof DamagedRecord)) throw error;
      throw this.damaged(id, error, this.lastWhole(error.holding.map(({ event }) => event)));
    });
    if (events.length === 0) throw new Refusal('unknown-dossier');
    return events;
  }

  /** Holds a dossier, and what made it so, together with the rows of a transaction. */
  stage({ staged }: Transaction, dossier: Dossier, events: readonly DossierEvent[]): void {
    const before = stagedIn(staged, dossier.id)?.events ?? [];
    const now: StagedDossier = { dossier, events: [...before, ...events] };
    staged.set(dossier.id, now);
  }

  /** Reads the record the next time: what is held is not its newest. */
  forget(id: DossierId): void {
    this.committed.delete(id);
  }

  /** Takes over what a group staged, after its commit. */
  private takeOver(staged: Iterable<[string, unknown]>): void {
    const all = [...staged].map(([, value]) => value as StagedDossier); // only stage() puts values there
    for (const { dossier } of all) this.keep(dossier);
    for (const { dossier, events } of all) this.committedEvents.tell(dossier.id, events);
  }

  private kept(id: DossierId): Dossier | undefined {
    const found = this.committed.get(id);
    if (!found) return undefined;
    this.committed.delete(id);
    this.committed.set(id, found); // the newest asked for stands last
    return found;
  }

  private keep(dossier: Dossier): void {
    this.committed.delete(dossier.id);
    this.committed.set(dossier.id, dossier);
    const [oldest] = this.committed.keys();
    if (this.committed.size > keptMax && oldest !== undefined) this.committed.delete(oldest);
  }

  /** Puts a dossier aside whose record does not hold. @returns how it is refused from now on */
  damaged(id: DossierId, { sequence, message }: DamagedRecord | CannotFollow, before: Dossier | null): Refusal {
    this.forget(id);
    return this.quarantine.put(id, { sequence: Math.min(sequence, (before?.sequence ?? 0) + 1), before }, message);
  }

  /** As far as these events can follow each other; null where not even the first can. */
  private lastWhole(events: readonly DossierEvent[]): Dossier | null {
    let dossier: Dossier | null = null;
    try {
      for (const event of events) dossier = evolve(this.shelf, dossier, event);
    } catch (error) {
      if (!(error instanceof CannotFollow)) throw error;
    }
    return dossier;
  }

  private async record(connection: Connection, id: DossierId): Promise<DossierEvent[]> {
    return (await this.events(connection, id)).map(({ event }) => event);
  }

  private async fromRecord(connection: Connection, id: DossierId): Promise<Dossier> {
    const events = await this.record(connection, id);
    try {
      return fold(this.shelf, events, now);
    } catch (error) {
      if (error instanceof CannotFollow) throw this.damaged(id, error, this.lastWhole(events));
      throw error;
    }
  }
}
