// Reading dossiers: one, at any moment; its events; and the list of those that someone may see.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { DossierEvent } from '../domain/dossier/events.js';
import { emptyHistory, grow, now, type Moment } from '../domain/fold/history.js';
import type { Dossier } from '../domain/dossier/state.js';
import { invalid, Refusal, refused } from '../domain/refusal.js';
import type { DossierId, Instant } from '../domain/vocabulary.js';
import { shownEvents, type EventVisibility } from '../domain/views/visibility.js';
import type { DamagedDossier } from '../domain/views/damaged-view.js';
import { viewerOf, type Reading } from '../domain/views/viewer.js';
import {
  listDossiers,
  type DossierCursor,
  type ListedDossier,
  type ListQuery,
} from '../store/read-models/dossier-list.js';
import { Database } from '../store/database.js';
import type { KnownPerson } from '../domain/people.js';
import type { SealedEvent } from '../store/seal.js';
import { Clock } from '../store/process/clock.js';
import { Directory } from '../store/directory.js';
import { DossierCache } from './dossier-cache.js';
import { PlanCatalogue } from './plan-catalogue.js';
import { inSlices } from './slices.js';
import { findVisible, mustSee, visibleTo } from './visible.js';

/** After so many seconds more of a list is filled. */
const fillingSeconds = 10;

/** What is asked of the list, beside who asks it. */
type ListAsked = Omit<ListQuery, 'regions' | 'bodies' | 'id'>;

/** An event as it is listed: what was sealed, and how much of it is shown. */
export type ListedEvent = SealedEvent & EventVisibility;

/** An event as the log tells it. */
export type LoggedEvent = { event: DossierEvent } & EventVisibility;

/** A dossier in the list: as it is read, or what is known of one that is damaged. */
export type Listed = DossierCursor & ({ reading: Reading; damaged: null } | { reading: null; damaged: DamagedDossier });

@Injectable()
export class Readings {
  constructor(
    private readonly database: Database,
    private readonly cache: DossierCache,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly catalogue: PlanCatalogue,
  ) {}

  /**
   * A dossier as this person reads it, and how far it has come since.
   * @param ask which moment; asked once it is known that the dossier is there and may be seen, and how it is now
   * @throws Refusal unknown-dossier, assignment-not-valid, damaged, validation for a moment that cannot be
   */
  async one(
    person: KnownPerson,
    id: DossierId,
    ask: (latest: Dossier) => Moment = () => now,
  ): Promise<{ reading: Reading; head: number }> {
    const today = this.clock.today();
    const connection = this.database.reader;
    const latest = await findVisible(this.database, { person, today, id }, () => this.cache.latest(connection, id));
    mustSee(person, latest, today);
    const moment = ask(latest);
    this.mustBePast(moment);
    const isNow = moment.asOf === null && moment.knownAt === null;
    const dossier = isNow ? latest : await this.cache.at(connection, latest, moment);
    return {
      reading: {
        dossier,
        moment,
        day: moment.asOf ?? today,
        viewer: viewerOf(person, latest, this.directory.nameOf, today, this.directory.canConclude),
      },
      head: latest.sequence,
    };
  }

  /** When what is read from here on was as it is read: a page that listens hears of what is recorded later. */
  instant(): Instant {
    return this.clock.now();
  }

  /** The events after a sequence, at most `limit`, read by their place in the record. @throws Refusal damaged */
  async events(reading: Reading, after: number, limit: number): Promise<ListedEvent[]> {
    const { dossier } = reading;
    const found: ListedEvent[] = [];
    for (let from = Math.floor(after); found.length < limit && from < dossier.sequence;) {
      const page = await this.cache.page(this.database.reader, dossier.id, from, limit);
      found.push(...shownEvents(page, reading));
      from = page.at(-1)?.event.sequence ?? dossier.sequence;
      if (found.length < limit) await letOthersRun();
    }
    return found.slice(0, limit);
  }

  /** Every event that is shown in the log, in the order of recording. @throws Refusal damaged */
  async log(reading: Reading): Promise<LoggedEvent[]> {
    const events = await this.cache.events(this.database.reader, reading.dossier);
    return shownEvents(
      events.map((event) => ({ event })),
      reading,
    );
  }

  /** The same from memory, where it was read before: for who tells a few lines, and not that they are unchanged. @throws Refusal damaged */
  async recalled(reading: Reading): Promise<LoggedEvent[]> {
    const events = await this.cache.recalled(this.database.reader, reading.dossier);
    return shownEvents(
      events.map((event) => ({ event })),
      reading,
    );
  }

  /** The dossier of a reading after the first so many events of its record. @throws Refusal damaged */
  async upTo({ dossier }: Reading, sequence: number): Promise<Dossier> {
    const events = await this.cache.events(this.database.reader, dossier);
    const { dossier: then } = await inSlices(grow(this.catalogue, emptyHistory, events.slice(0, sequence)));
    if (!then) throw new Error(`nothing of dossier ${dossier.id} is left up to event ${sequence}`);
    return then;
  }

  /**
   * The dossiers that this person may see, each as it stands now, or as one that is damaged.
   * @throws Refusal busy while the list is filled, and some are missing
   */
  async list(person: KnownPerson, asked: ListAsked): Promise<Listed[]> {
    const { lists } = this.cache;
    if (lists?.isMissing) throw refused('busy', { filling: lists }, { retryAfter: fillingSeconds });
    const today = this.clock.today();
    const rows = await listDossiers(this.database.manager, { ...asked, ...visibleTo(person, today) });
    const found: Listed[] = [];
    for (const row of rows) {
      const { id, startedOn } = row;
      const dossier = await this.cache.latest(this.database.reader, id).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'damaged') return null;
        throw error;
      });
      if (!dossier) found.push({ id, startedOn, reading: null, damaged: this.damagedIn(row) });
      else {
        const viewer = viewerOf(person, dossier, this.directory.nameOf, today, this.directory.canConclude);
        found.push({ id, startedOn, reading: { dossier, moment: now, day: today, viewer }, damaged: null });
      }
    }
    return found;
  }

  /** What these dossiers are called, as far as this person may see them. */
  async titlesOf(person: KnownPerson, ids: Iterable<DossierId>): Promise<ReadonlyMap<DossierId, string | null>> {
    const titles = new Map<DossierId, string | null>();
    for (const id of new Set(ids)) {
      try {
        titles.set(id, (await this.one(person, id)).reading.dossier.title);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return titles;
  }

  private damagedIn({ id, workflow, version, state, startedOn }: ListedDossier): DamagedDossier {
    const damage = this.cache.quarantine.of(id);
    if (!damage) throw new Error(`dossier ${id} was refused as damaged and is not in quarantine`);
    const title = this.catalogue.find(workflow, version)?.workflow.title ?? workflow;
    return { ...damage, id, workflow: { id: workflow, version, title }, state, startedOn };
  }

  private mustBePast({ asOf, knownAt }: Moment): void {
    const today = this.clock.today();
    const now = this.clock.now();
    if (asOf !== null && asOf > today) throw invalid([{ pointer: '?asOf', code: 'date-in-future', limit: today }]);
    if (knownAt !== null && knownAt > now) throw invalid([{ pointer: '?knownAt', code: 'date-in-future', limit: now }]);
  }
}
