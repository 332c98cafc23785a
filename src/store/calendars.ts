// The calendars that were entered, each version of them with who entered it and when: the newest counts, and who looks can see
// what it was before.
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { BodyCalendar, Calendars, RegionCalendar } from '../domain/calendars/body-calendar.js';
import type { BodyId, Id, Instant, Slug } from '../domain/vocabulary.js';
import type { Plan } from '../domain/workflow/plan.js';
import { StoredCalendar } from './calendar-entity.js';
import { Database } from './database.js';

/** Who entered what counts, and when; its version is 0 where nothing was entered. */
export interface CalendarEntered<C> {
  calendar: C | null;
  version: number;
  by: Id | null;
  at: Instant | null;
}

/** Bodies that are asked for together, so that a list of them stays short. */
const askedMax = 500;

@Injectable()
export class CalendarBook {
  /** It changes with every entry, so that what was worked out of it is known to be old. */
  edition = 0;

  private readonly known = new WeakMap<Plan, { edition: number; calendars: Calendars }>();

  constructor(private readonly database: Database) {}

  /** What is known of the region and the bodies of a plan; kept until somebody enters a calendar. */
  async of(plan: Plan): Promise<Calendars> {
    const found = this.known.get(plan);
    if (found?.edition === this.edition) return found.calendars;
    const { edition } = this;
    const calendars = await this.read(plan.region, [...plan.bodies.keys()]);
    this.known.set(plan, { edition, calendars });
    return calendars;
  }

  private async read(region: Slug, bodies: readonly BodyId[]): Promise<Calendars> {
    const rows = new Map<string, StoredCalendar>();
    const all = [region, ...bodies];
    for (let from = 0; from < all.length; from += askedMax)
      for (const row of await rowsOf(this.database.manager, all.slice(from, from + askedMax))) rows.set(row.whose, row);
    const ofBodies = bodies.flatMap((body): [BodyId, BodyCalendar][] => {
      const calendar = contentOf(rows.get(body)) as BodyCalendar | null; // of a body, as judged when it was entered
      return calendar ? [[body, calendar]] : [];
    });
    const ofRegion = contentOf(rows.get(region)) as RegionCalendar | null; // of a region, likewise
    return { region: ofRegion, bodies: new Map(ofBodies) };
  }

  async ofBody(body: BodyId): Promise<CalendarEntered<BodyCalendar>> {
    return enteredOf<BodyCalendar>(await newestOf(this.database.manager, body));
  }

  async ofRegion(region: Slug): Promise<CalendarEntered<RegionCalendar>> {
    return enteredOf<RegionCalendar>(await newestOf(this.database.manager, region));
  }

  /** In the transaction in which it is entered. @returns whether it was; not where somebody entered another meanwhile */
  async enter(manager: EntityManager, entry: CalendarEntry): Promise<boolean> {
    const isEntered = await addCalendar(manager, entry);
    if (isEntered) this.edition++;
    return isEntered;
  }
}

interface CalendarEntry {
  whose: string;
  /** Null takes it away. */
  calendar: object | null;
  by: Id | null;
  at: Instant;
  /** The version that was looked at; left out, whatever there is is replaced. */
  seen?: number;
}

/** @returns whether it was added; not where somebody entered another meanwhile */
export async function addCalendar(manager: EntityManager, entry: CalendarEntry): Promise<boolean> {
  const { whose, calendar, by: enteredBy, at: enteredAt, seen } = entry;
  const version = (await newestOf(manager, whose))?.version ?? 0;
  if (seen !== undefined && seen !== version) return false;
  const content = calendar === null ? null : JSON.stringify(calendar);
  await manager.insert(StoredCalendar, { whose, version: version + 1, content, enteredBy, enteredAt });
  return true;
}

const newestOf = (manager: EntityManager, whose: string): Promise<StoredCalendar | null> =>
  manager.findOne(StoredCalendar, { where: { whose }, order: { version: 'DESC' } });

/** The last of each counts. */
const rowsOf = (manager: EntityManager, whose: string[]): Promise<StoredCalendar[]> =>
  manager.find(StoredCalendar, { where: { whose: In(whose) }, order: { whose: 'ASC', version: 'ASC' } });

/** As it was judged when it was entered. */
const contentOf = (row: StoredCalendar | null | undefined): unknown =>
  row?.content == null ? null : JSON.parse(row.content);

const enteredOf = <C>(row: StoredCalendar | null): CalendarEntered<C> => ({
  calendar: contentOf(row) as C | null, // of whose it is, the kind that was entered
  version: row?.version ?? 0,
  by: row?.enteredBy ?? null,
  at: row?.enteredAt ?? null,
});
