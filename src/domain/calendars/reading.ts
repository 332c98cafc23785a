// Reads a calendar from what somebody filled in on a form, and says of each field what is wrong with it. What comes out of it
// has a meeting, and ends.
import { daysUntil, isDay } from '../calendar.js';
import { agendaStages, type BodyId, type BodyKind, type Day, type Slug } from '../vocabulary.js';
import {
  leadDays,
  type BodyCalendar,
  type Election,
  type LeadStage,
  type MeetingPattern,
  type Recess,
  type RegionCalendar,
} from './body-calendar.js';
import { meetingsOf } from './meetings.js';

/** What was filled in, by the name of its field; left out is empty. */
export type CalendarFields = Readonly<Record<string, string | undefined>>;

export type CalendarFaultCode =
  | 'required'
  | 'bad-day'
  | 'bad-line'
  | 'bad-number'
  | 'too-long'
  | 'wrong-order'
  | 'covers-too-much'
  | 'never-meets'
  | 'lead-too-long'
  | 'too-many'
  | 'after-end';

export interface CalendarFault {
  field: string;
  code: CalendarFaultCode;
  /** The line or the value that it is about. */
  text: string;
}

/** A calendar that covers more is a slip of the pen. */
export const yearsMax = 10;
export const linesMax = 400;
/** No proposal takes longer to come to a meeting. */
export const leadMax = 365;
const textMax = 300;
const daysInYear = 366;

export type Read<C> = { calendar: C } | { faults: CalendarFault[] };

export const rhythms = ['listed', 'weekly', 'monthly', 'working-days'] as const;

/** Stages that take time before a body decides. */
export const leadStages = agendaStages.filter((stage) => stage !== 'draft');

export function readBodyCalendar(
  { body, kind, region }: { body: BodyId; kind: BodyKind; region: RegionCalendar | null },
  fields: CalendarFields,
): Read<BodyCalendar> {
  const form = new Filled(fields);
  const [from, until] = [form.day('from'), form.day('until')];
  if (from && until && until < from) form.fault('until', 'wrong-order', until);
  if (from && until && daysUntil(from, until) > yearsMax * daysInYear) form.fault('until', 'covers-too-much', until);
  const calendar: BodyCalendar = {
    body,
    from,
    until,
    patterns: patternsIn(form),
    extra: form.days('extra'),
    cancelled: form.days('cancelled'),
    recess: form.periods('recess'),
    keepsRegionRecess: form.value('keepsRegionRecess') !== '',
    lead: leadStages.flatMap((stage): LeadStage[] => {
      const days = form.number(`lead-${stage}`, leadMax, 0);
      return days > 0 ? [{ stage, days }] : [];
    }),
    papersDays: form.number('papersDays', leadMax, 0),
    source: form.text('source'),
    assumed: form.value('assumed') !== '',
  };
  for (const field of ['extra', 'cancelled'] as const) {
    const after = calendar[field].find((day) => day > until);
    if (until !== '' && after !== undefined) form.fault(field, 'after-end', after); // one of before it begins is of a former year
  }
  if (leadDays(calendar) > leadMax) form.fault('papersDays', 'lead-too-long', String(leadDays(calendar)));
  if (form.faults.length === 0 && meetingsOf(calendar, kind, region, from).held.length === 0)
    form.fault('rhythm', 'never-meets', '');
  return form.faults.length > 0 ? { faults: form.faults } : { calendar };
}

export function readRegionCalendar(
  region: Slug,
  fields: CalendarFields,
  former: RegionCalendar | null,
): Read<RegionCalendar> {
  const form = new Filled(fields);
  const next = electionIn(form);
  // The last of them stands on the form: who leaves it empty takes it back.
  const before = (former?.elections ?? []).slice(0, next === null ? -1 : undefined);
  const calendar: RegionCalendar = {
    region,
    recess: form.periods('recess'),
    elections: [...before.filter(({ on }) => next === null || on < next.recessFrom), ...(next ? [next] : [])],
    source: form.text('source'),
    assumed: form.value('assumed') !== '',
  };
  return form.faults.length > 0 ? { faults: form.faults } : { calendar };
}

/** None where its day was left open. */
function electionIn(form: Filled): Election | null {
  if (form.value('electionOn') === '') return null;
  const election: Election = {
    kind: 'municipal',
    on: form.day('electionOn'),
    recessFrom: form.day('electionRecessFrom'),
    installedOn: form.day('electionInstalledOn'),
    formedOn: form.value('electionFormedOn') === '' ? null : form.day('electionFormedOn'),
  };
  const { on, recessFrom, installedOn, formedOn } = election;
  if (recessFrom > on) form.fault('electionRecessFrom', 'wrong-order', recessFrom);
  if (installedOn < on) form.fault('electionInstalledOn', 'wrong-order', installedOn);
  if (formedOn !== null && formedOn < on) form.fault('electionFormedOn', 'wrong-order', formedOn);
  return election;
}

function patternsIn(form: Filled): MeetingPattern[] {
  const kind = rhythms.find((one) => one === form.value('rhythm'));
  if (!kind) {
    form.fault('rhythm', 'required', '');
    return [];
  }
  if (kind === 'listed') return [];
  if (kind === 'working-days') return [{ kind }];
  const weekday = form.number('weekday', 7, null);
  if (weekday === 0) form.fault('weekday', 'bad-number', '0');
  if (kind === 'weekly') {
    const every = form.number('every', 8, 1);
    if (every === 0) form.fault('every', 'bad-number', form.value('every'));
    return [{ kind, weekday, every }];
  }
  const nth = form.value('nth') === '-1' ? -1 : form.number('nth', 5, null);
  if (nth === 0) form.fault('nth', 'bad-number', '0');
  return [{ kind, weekday, nth }];
}

/** The fields of a form, and what is wrong with them. */
class Filled {
  readonly faults: CalendarFault[] = [];

  constructor(private readonly fields: CalendarFields) {}

  fault(field: string, code: CalendarFaultCode, text: string): void {
    if (!this.faults.some((one) => one.field === field)) this.faults.push({ field, code, text });
  }

  value(field: string): string {
    return this.fields[field]?.trim() ?? '';
  }

  text(field: string): string {
    const text = this.value(field);
    if (text === '') this.fault(field, 'required', '');
    if (text.length > textMax) this.fault(field, 'too-long', String(textMax));
    return text;
  }

  day(field: string): Day {
    const text = this.value(field);
    if (text === '') this.fault(field, 'required', '');
    else if (dayIn(text) === null) this.fault(field, 'bad-day', text);
    return dayIn(text) ?? '';
  }

  /** @param otherwise what it is where nothing was filled in; null where something has to be */
  number(field: string, max: number, otherwise: number | null): number {
    const text = this.value(field);
    if (text === '' && otherwise !== null) return otherwise;
    if (text === '') this.fault(field, 'required', '');
    else if (!/^\d{1,4}$/.test(text) || Number(text) > max) this.fault(field, 'bad-number', text);
    return Number(text) || 0;
  }

  /** A day on each line. */
  days(field: string): Day[] {
    const days = this.lines(field).flatMap((line) => {
      const day = dayIn(line);
      if (day === null) this.fault(field, 'bad-day', line);
      return day ?? [];
    });
    return [...new Set(days)].sort();
  }

  /** On each line a name, a colon, and two days with a word between. */
  periods(field: string): Recess[] {
    return this.lines(field).flatMap((line): Recess[] => {
      const [, title = '', first = '', last = ''] = /^([^:]{1,80}):\s*(\S+)\s+\D+?\s+(\S+)$/.exec(line) ?? [];
      const [from, until] = [dayIn(first), dayIn(last)];
      if (from === null || until === null) this.fault(field, 'bad-line', line);
      else if (until < from) this.fault(field, 'wrong-order', line);
      else return [{ title: title.trim(), from, until }];
      return [];
    });
  }

  private lines(field: string): string[] {
    const lines = this.value(field)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length > linesMax) this.fault(field, 'too-many', String(linesMax));
    return lines.slice(0, linesMax);
  }
}

/** A day as people write it: 2025-07-12 or 12-07-2025; null for anything else. */
function dayIn(text: string): Day | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
  const day = y === '' ? text : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
