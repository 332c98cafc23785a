// Who may enter whose calendar, and the entering itself: judged, and kept with who entered it.
import { Injectable } from '@nestjs/common';
import { numberOf, dayAt, isDay } from '../domain/calendar.js';
import { isMadeUp, type BodyCalendar, type RegionCalendar } from '../domain/calendars/body-calendar.js';
import { meetingsOf } from '../domain/calendars/meetings.js';
import { readBodyCalendar, readRegionCalendar, type CalendarFields } from '../domain/calendars/reading.js';
import { KnownBodies } from '../domain/known-bodies.js';
import type { KnownPerson } from '../domain/people.js';
import { isValid, managesPeople, partyOf, permissions } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { BodyId, Day, DossierId, Slug } from '../domain/vocabulary.js';
import { textElsewhere, type ElsewhereFault } from '../http/elsewhere.js';
import { CalendarBook, type CalendarEntered } from '../store/calendars.js';
import { Database } from '../store/database.js';
import { Clock } from '../store/process/clock.js';
import { regionOfDossier, runningBodies } from '../store/read-models/dossier-list.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import type { Wording } from '../wording/wording.js';
import type { ShownMeeting } from './calendar-form.js';
import type { IcsFault } from './ics-faults.js';
import { daysInIcs, icsFetchedMax, icsMax } from './ics.js';

type Entered = BodyCalendar | RegionCalendar;

export type EnteredCalendars =
  | { kind: 'body'; entered: CalendarEntered<BodyCalendar> }
  | { kind: 'region'; entered: CalendarEntered<RegionCalendar> };

type EntryOutcome = { is: 'saved' } | { is: 'changed' } | { is: 'wrong'; faults: Record<string, string> };

const shownMax = 12;

interface Coming {
  meetings: ShownMeeting[];
  more: number;
  /** It keeps what was made up of its region, where it was not itself. */
  assumed: boolean;
}

@Injectable()
export class CalendarEntries {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly book: CalendarBook,
    private readonly bodies: KnownBodies,
    private readonly clock: Clock,
  ) {}

  /** Who plans for a body enters its calendar; a region's also whoever keeps its people. */
  async enterableBy(person: KnownPerson): Promise<{ regions: Slug[]; bodies: BodyId[] }> {
    const today = this.clock.today();
    const running = await runningBodies(this.database.manager);
    const everywhere = managesPeople(person, today);
    const held = person.assignments.filter((one) => isValid(one, today));
    const reach = (wanted: 'own' | 'region'): BodyId[] =>
      held.flatMap(({ role, body }) => (body !== null && permissions['schedule-item'][role] === wanted ? [body] : []));
    const led = new Set(reach('region').map(partyOf));
    const regions = [...new Set(running.map(({ region }) => region))].filter((region) => everywhere || led.has(region));
    const within = running.filter(({ region }) => regions.includes(region)).map(({ body }) => body);
    return { regions: regions.sort(), bodies: [...new Set([...reach('own'), ...within])].sort() };
  }

  /** @throws Refusal unknown-path: what somebody may not enter, they cannot tell from what is not there */
  async mustBeEnterable(person: KnownPerson, whose: string): Promise<void> {
    const { regions, bodies } = await this.enterableBy(person);
    if (!regions.includes(whose) && !bodies.includes(whose)) throw new Refusal('unknown-path');
  }

  async found(whose: string): Promise<EnteredCalendars> {
    return whose.includes('/')
      ? { kind: 'body', entered: await this.book.ofBody(whose) }
      : { kind: 'region', entered: await this.book.ofRegion(whose) };
  }

  async enter(
    person: KnownPerson,
    whose: string,
    fields: Readonly<Record<string, string>>,
    wording: Wording,
  ): Promise<EntryOutcome> {
    const read = await this.read(whose, fields, wording);
    if ('faults' in read) return { is: 'wrong', faults: read.faults };
    const seen = /^\d{1,6}$/.test(fields.gelezen ?? '') ? Number(fields.gelezen) : -1;
    const entry = { whose, calendar: read.calendar, by: person.id, at: this.clock.now(), seen };
    const isSaved = await this.work.do(({ manager }) => this.book.enter(manager, entry));
    return { is: isSaved ? 'saved' : 'changed' };
  }

  /** The next meetings of a body, with those that fall out. */
  async comingOf(calendar: BodyCalendar | null): Promise<Coming> {
    if (!calendar) return { meetings: [], more: 0, assumed: false };
    const { held, fallen } = await this.meetings(calendar);
    const today = numberOf(this.clock.today());
    const listed = new Set(calendar.extra.map(numberOf));
    const pauses = await this.meetings({ ...calendar, extra: [], patterns: [{ kind: 'working-days' }] });
    const paused = new Set(pauses.fallen.filter(({ why }) => why === 'recess').map(({ on }) => on));
    const coming: ShownMeeting[] = [
      ...held.map((on) => ({ on: dayAt(on), why: null, title: null, inRecess: listed.has(on) && paused.has(on) })),
      ...fallen.map(({ on, why, title }) => ({ on: dayAt(on), why, title, inRecess: false })),
    ]
      .filter(({ on }) => numberOf(on) >= today)
      .sort((one, other) => one.on.localeCompare(other.on));
    const { kind, region } = await this.about(calendar.body);
    return {
      meetings: coming.slice(0, shownMax),
      more: Math.max(0, coming.length - shownMax),
      assumed: !calendar.assumed && isMadeUp(calendar, kind, region),
    };
  }

  private async meetings(calendar: BodyCalendar): Promise<ReturnType<typeof meetingsOf>> {
    const { kind, region } = await this.about(calendar.body);
    return meetingsOf(calendar, kind, region, this.clock.today());
  }

  /** What kind of body it is, and the calendar of the region in which its dossiers run. */
  private async about(body: BodyId) {
    const described = this.bodies.describe(body);
    if (!described) throw new Refusal('unknown-path');
    const region = (await runningBodies(this.database.manager)).find((one) => one.body === body)?.region;
    return { kind: described.kind, region: region === undefined ? null : (await this.book.ofRegion(region)).calendar };
  }

  /** The calendar of the region in which a dossier runs; null where nobody entered one. */
  async regionAt(dossier: DossierId): Promise<RegionCalendar | null> {
    const region = await regionOfDossier(this.database.manager, dossier);
    return region === null ? null : (await this.book.ofRegion(region)).calendar;
  }

  private async read(
    whose: string,
    fields: CalendarFields,
    { calendarPages: words }: Wording,
  ): Promise<{ calendar: Entered } | { faults: Record<string, string> }> {
    const { entered } = await this.found(whose);
    const former = entered.calendar;
    const isAsBefore = former?.assumed === true && former.source === fields.source;
    const said = { ...fields, assumed: isAsBefore ? 'ja' : '' };
    if (!whose.includes('/')) {
      const read = readRegionCalendar(whose, said, (await this.book.ofRegion(whose)).calendar);
      return 'calendar' in read ? read : { faults: inWords(read.faults, words) };
    }
    const listed = [
      { field: 'ics', found: daysIn(fields, fields.ics ?? '', icsMax) },
      { field: 'icsAddress', found: await daysElsewhere(fields) },
    ];
    const days = listed.flatMap(({ found }) => ('days' in found ? found.days : []));
    const extra = [fields.extra ?? '', ...days].join('\n');
    const read = readBodyCalendar({ body: whose, ...(await this.about(whose)) }, { ...said, extra });
    const ics = listed.flatMap(({ field, found }) =>
      'fault' in found ? [[field, icsWords(found.fault, words)] as const] : [],
    );
    // Of a file that could not be read nobody knows whether there are meetings in it.
    const ofForm = 'faults' in read ? read.faults.filter(({ code }) => code !== 'never-meets' || ics.length === 0) : [];
    const faults = { ...inWords(ofForm, words), ...Object.fromEntries(ics) };
    return 'calendar' in read && Object.keys(faults).length === 0 ? read : { faults };
  }
}

type Words = Wording['calendarPages'];

const inWords = (faults: Parameters<Words['fault']>[0][], words: Words): Record<string, string> =>
  Object.fromEntries(faults.map((one) => [one.field, words.fault(one)]));

type Listed = { days: Day[] } | { fault: IcsFault | ElsewhereFault };

/** Between the days that the calendar covers; nothing where those are not known. */
function daysIn({ from = '', until = '' }: CalendarFields, text: string, max: number): Listed {
  if (text.trim() === '' || !isDay(from) || !isDay(until)) return { days: [] };
  return daysInIcs(text, from, until, max);
}

async function daysElsewhere(fields: CalendarFields): Promise<Listed> {
  const address = (fields.icsAddress ?? '').trim();
  if (address === '') return { days: [] };
  const answer = await textElsewhere(address, { max: icsFetchedMax });
  return 'fault' in answer ? answer : daysIn(fields, answer.text, icsFetchedMax);
}

function icsWords(fault: IcsFault | ElsewhereFault, { ics }: Words): string {
  if ('max' in fault) return ics[fault.code](String(fault.max));
  if ('status' in fault) return ics[fault.code](String(fault.status));
  if ('what' in fault) return ics[fault.code](fault.what);
  return ics[fault.code]();
}
