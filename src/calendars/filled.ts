// A calendar as the form shows it: the text of each field, as somebody would fill it in.
import type { BodyCalendar, Recess, RegionCalendar } from '../domain/calendars/body-calendar.js';
import { leadStages, type CalendarFields } from '../domain/calendars/reading.js';
import type { Day } from '../domain/vocabulary.js';
import type { Wording } from '../wording/wording.js';

/** 12-07-2025 */
const written = (day: Day): string => day.split('-').reverse().join('-');

const periods = (recess: readonly Recess[], { calendarPages: { period } }: Wording): string =>
  recess.map(({ title, from, until }) => period(title, written(from), written(until))).join('\n');

export function fieldsOfBody(calendar: BodyCalendar | null, wording: Wording): CalendarFields {
  if (!calendar) return { keepsRegionRecess: 'ja', rhythm: 'listed' };
  const [pattern] = calendar.patterns;
  return {
    from: calendar.from,
    until: calendar.until,
    rhythm: pattern?.kind ?? 'listed',
    weekday: pattern && 'weekday' in pattern ? String(pattern.weekday) : '',
    every: pattern?.kind === 'weekly' && pattern.every > 1 ? String(pattern.every) : '',
    nth: pattern?.kind === 'monthly' ? String(pattern.nth) : '',
    extra: calendar.extra.map(written).join('\n'),
    cancelled: calendar.cancelled.map(written).join('\n'),
    recess: periods(calendar.recess, wording),
    keepsRegionRecess: calendar.keepsRegionRecess ? 'ja' : '',
    papersDays: String(calendar.papersDays),
    ...Object.fromEntries(
      leadStages.map((stage) => [
        `lead-${stage}`,
        String(calendar.lead.filter((one) => one.stage === stage).reduce((sum, { days }) => sum + days, 0) || ''),
      ]),
    ),
    source: calendar.source,
  };
}

export function fieldsOfRegion(calendar: RegionCalendar | null, wording: Wording): CalendarFields {
  const last = calendar?.elections.at(-1);
  return {
    recess: periods(calendar?.recess ?? [], wording),
    electionOn: last?.on ?? '',
    electionRecessFrom: last?.recessFrom ?? '',
    electionInstalledOn: last?.installedOn ?? '',
    electionFormedOn: last?.formedOn ?? '',
    source: calendar?.source ?? '',
  };
}
