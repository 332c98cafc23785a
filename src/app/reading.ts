// Reading dossiers: one, at any moment; its events; and the list of those that someone may see.
import { now, type Moment } from '../domain/dossier/history.js';
import { isValid, partyOf, permissions } from '../domain/permissions.js';
import { invalid } from '../domain/refusal.js';
import type { BodyId, DossierId, Slug } from '../domain/vocabulary.js';
import { shownEvents, type Shown } from '../domain/views/closed.js';
import { viewerOf, type Reading } from '../domain/views/viewer.js';
import { listDossiers, type ListPlace, type ListQuery } from '../projections/dossier-list.js';
import type { Database } from '../store/database.js';
import type { KnownPerson } from '../store/people.js';
import type { SealedEvent } from '../store/seal.js';
import type { Clock } from './clock.js';
import { mustSee } from './dossiers.js';
import type { Library } from './library.js';
import type { People } from './people.js';

export interface ListAsked {
  state?: string;
  workflow?: Slug;
  after?: ListPlace;
  limit: number;
}

/** An event as it is listed: what was sealed, and how much of it is shown. */
export type ListedEvent = SealedEvent & Shown;

export interface EventsRead {
  reading: Reading;
  events: ListedEvent[];
}

export class Readings {
  constructor(
    private readonly database: Database,
    private readonly library: Library,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal unknown-dossier, assignment-not-valid, validation for a moment that cannot be */
  async one(person: KnownPerson, id: DossierId, moment: Moment): Promise<{ reading: Reading; head: number }> {
    const today = this.clock.today();
    const latest = await this.library.latest(this.database.reader, id);
    mustSee(person, latest, today);
    this.mustBePast(moment);
    const isNow = moment.asOf === null && moment.knownAt === null;
    const dossier = isNow ? latest : await this.library.at(this.database.reader, id, moment);
    return {
      reading: {
        dossier,
        moment,
        day: moment.asOf ?? today,
        viewer: viewerOf(person, latest, this.people.nameOf, today),
      },
      head: latest.sequence,
    };
  }

  /** The events after a sequence, at most `limit`. @throws Refusal as one() */
  async events(person: KnownPerson, id: DossierId, moment: Moment, after: number, limit: number): Promise<EventsRead> {
    const { reading } = await this.one(person, id, moment);
    const events = shownEvents(await this.library.events(this.database.reader, id), reading);
    return { reading, events: events.filter(({ event }) => event.sequence > after).slice(0, limit) };
  }

  /** The dossiers that this person may see, each as it stands now. */
  async list(person: KnownPerson, asked: ListAsked): Promise<Reading[]> {
    const today = this.clock.today();
    const places = await listDossiers(this.database.reader, { ...asked, ...visibleTo(person, today) });
    const found: Reading[] = [];
    for (const { id } of places) {
      const dossier = await this.library.latest(this.database.reader, id);
      const viewer = viewerOf(person, dossier, this.people.nameOf, today);
      found.push({ dossier, moment: now, day: today, viewer });
    }
    return found;
  }

  private mustBePast({ asOf, knownAt }: Moment): void {
    const today = this.clock.today();
    const now = this.clock.now();
    if (asOf !== null && asOf > today) throw invalid([{ pointer: '?asOf', code: 'date-in-future', limit: today }]);
    if (knownAt !== null && knownAt > now) throw invalid([{ pointer: '?knownAt', code: 'date-in-future', limit: now }]);
  }
}

function visibleTo(person: KnownPerson, today: string): Pick<ListQuery, 'regions' | 'bodies'> {
  const regions: Slug[] = [];
  const bodies: BodyId[] = [];
  for (const { role, body, ...validity } of person.assignments) {
    if (body === null || !isValid({ role, body, ...validity }, today)) continue;
    const reach = permissions['read-dossier'][role];
    if (reach === 'region') regions.push(partyOf(body));
    if (reach === 'own') bodies.push(body);
  }
  return { regions, bodies };
}
