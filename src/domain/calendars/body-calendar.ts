// When bodies meet and when they do not, as data with its source: what somebody entered, never what was guessed. A body of
// which nobody entered anything has no calendar.
import type { AgendaStage, BodyId, BodyKind, Day, Slug } from '../vocabulary.js';

/** A rhythm of meetings; weekdays from 1, a Monday. */
export type MeetingPattern =
  | {
      kind: 'weekly';
      weekday: number;
      /** Once in so many weeks, counted from the first in the calendar. */ every: number;
    }
  | { kind: 'monthly'; weekday: number; /** The first is 1; the last is -1. */ nth: number }
  | { kind: 'working-days' };

/** Days on which nobody meets, both included. */
export interface Recess {
  title: string;
  from: Day;
  until: Day;
}

/** So many days of preparation at a stage, before the papers are due. */
export interface LeadStage {
  stage: AgendaStage;
  days: number;
}

/** That somebody entered it, and on what it rests. */
interface EnteredCalendar {
  source: string;
  /** It was made up, as for a demonstration: whatever uses it says so. */
  assumed: boolean;
}

export interface BodyCalendar extends EnteredCalendar {
  body: BodyId;
  /** What it covers, both included: before and after, nothing is known. */
  from: Day;
  until: Day;
  /** None where the days are listed. */
  patterns: MeetingPattern[];
  /** Meetings beside the rhythm; these are held, also in a recess. */
  extra: Day[];
  /** Those of the rhythm and of the extra ones that are not. */
  cancelled: Day[];
  recess: Recess[];
  /** Whether it does not meet in the recess of the region. */
  keepsRegionRecess: boolean;
  lead: LeadStage[];
  /** So many days before a meeting its papers are due. */
  papersDays: number;
}

export const electionKinds = ['municipal', 'provincial', 'water'] as const;

export interface Election {
  kind: (typeof electionKinds)[number];
  on: Day;
  /** The first day on which councils no longer meet. */
  recessFrom: Day;
  /** The day on which the new council can meet. */
  installedOn: Day;
  /** The day from which the new college decides; null where colleges go on as before. */
  formedOn: Day | null;
}

export interface RegionCalendar extends EnteredCalendar {
  region: Slug;
  /** Of schools, as councils and colleges here keep it. */
  recess: Recess[];
  elections: Election[];
}

/** Everything that was entered for the bodies of a dossier. */
export interface Calendars {
  region: RegionCalendar | null;
  bodies: ReadonlyMap<BodyId, BodyCalendar>;
}

export const noCalendars: Calendars = { region: null, bodies: new Map() };

/** Which bodies an election renews, and which are formed after it. */
const renewed: Record<Election['kind'], { elected: BodyKind; formed: BodyKind | null }> = {
  municipal: { elected: 'council', formed: 'college' },
  provincial: { elected: 'provincial-council', formed: 'provincial-executive' },
  water: { elected: 'water-board', formed: null },
};

/** From which day until which, both included, a body of this kind does not meet for an election; null where it does. */
export function electionPause(election: Election, kind: BodyKind): { from: Day; before: Day } | null {
  const { elected, formed } = renewed[election.kind];
  if (kind === elected) return { from: election.recessFrom, before: election.installedOn };
  if (kind === formed && election.formedOn !== null) return { from: election.on, before: election.formedOn };
  return null;
}

/** Whether anything that says when it meets was made up: its own calendar, or what it keeps of that of its region. */
export const isMadeUp = (calendar: BodyCalendar, kind: BodyKind, region: RegionCalendar | null): boolean =>
  calendar.assumed || (region?.assumed === true && isOfRegion(calendar, kind, region));

const isOfRegion = ({ keepsRegionRecess }: BodyCalendar, kind: BodyKind, { elections }: RegionCalendar): boolean =>
  keepsRegionRecess || elections.some((one) => electionPause(one, kind) !== null);

/** How many days before a meeting the proposal must be with the body. */
export const leadDays = ({ lead, papersDays }: Pick<BodyCalendar, 'lead' | 'papersDays'>): number =>
  lead.reduce((sum, { days }) => sum + days, papersDays);
