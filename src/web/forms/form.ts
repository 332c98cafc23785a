// A form as data: what it asks, and how what was filled in becomes the payload of a command. Names of fields are JSON
// pointers without their first slash, so that every error finds its field.
import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import type { Facts } from '../../domain/facts/fact.js';
import { isDay, isWeekend } from '../../domain/calendar.js';
import { leftOut } from '../../domain/papers.js';
import type { Day } from '../../domain/vocabulary.js';
import { choicesIn, type Choice, type Field } from '../../http/page/fields.js';

export interface Form {
  title: string;
  kicker?: string;
  submit: string;
  sections: FormSection[];
  /** What it is about: shown above its fields, and once more where it is checked. */
  about?: [term: string, value: ReactNode][];
  /** What it says beside its fields, known from what it is about or what was chosen in it. */
  adds?: object;
  /** Where the same is recorded for many at once. */
  together?: { href: string; label: string } | undefined;
  /** Of a form with rows: what they are called together, and what stands of each already. */
  heads?: { who: string; stands: string };
  /** The pages of its rows, where they do not fit in one form. */
  parts?: FormPart[];
  /** What one must know to fill it in. */
  before?: ReactNode;
  /** What one reads while filling it in: beside the fields, where there is room. */
  beside?: ReactNode;
  /** What giving it will do: shown where it is checked. */
  will?: ReactNode;
  /** Where one goes who does not want to after all. */
  cancel: string;
}

/** A page of rows. */
export interface FormPart {
  from: number;
  label: string;
  isCurrent: boolean;
  /** Whether something was filled in there, and not recorded yet. */
  isKept: boolean;
}

export interface FormSection {
  title?: string;
  hint?: string;
  fields: Field[];
  /** Shown only with this answer to the first question, or one of these, where the browser can do that. */
  when?: string;
  /** The list that can have more entries, and what the button for that says. */
  more?: { list: string; label: string };
  /** Behind a summary, unless something in it was filled in. */
  folded?: string;
  /** It is one of many alike, which stand together in a table: whose it is, and what is recorded of that already. */
  row?: { id: string; title: string; stands: string | null; link: { label: string; href: string } | undefined };
}

/** What was filled in, by name. */
export type Values = Readonly<Record<string, string>>;

/** The lists whose entries are written one after another; the boxes of other lists keep their places. */
const writtenIn = (table: Facts): Set<string> =>
  new Set(
    Object.keys(table).filter(
      (name) => ['texts', 'each'].includes(table[name]?.keeps ?? '') && !holdsLists(table[name]),
    ),
  );

const holdsLists = ({ of = {} }: Partial<Facts[string]> = {}): boolean =>
  Object.values(of as Facts).some(({ value }) => value.sort.is === 'list');

/** A list's entry in which nothing else was filled in is empty. */
const idle = new Set(['effect', 'where']);

/** By which the same form sent twice is recognised: its own, or a new one where it has none. */
export const keyOf = ({ sleutel = '' }: Values): string => (/^[\w-]{8,64}$/.test(sleutel) ? sleutel : randomUUID());

/** How many entries of a list were filled in. */
export const filledIn = (values: Values, list: string): number => {
  const before = `${list}/`;
  const names = Object.keys(values).filter((name) => name.startsWith(before));
  const filled = new Set(names.map((name) => name.slice(before.length).split('/', 1)[0]));
  let n = 0;
  while (filled.has(String(n))) n++;
  return n;
};

/** As it was sent, with the lists closed up: an entry that was left empty between others is dropped. */
export function valuesOf(sent: unknown, table: Facts): Values {
  if (!(sent instanceof URLSearchParams)) return {};
  const written = writtenIn(table);
  const values: Record<string, string> = {};
  const lists = new Map<string, Map<string, [rest: string, value: string][]>>();
  const left = leftOutIn(sent);
  for (const [name, value] of sent) {
    if (left.has(name)) continue;
    const [, list, index, rest = ''] = /^([a-zA-Z]+)\/(\d{1,3})(\/[a-zA-Z]+)?$/.exec(name) ?? [];
    if (list === undefined || index === undefined || !written.has(list)) values[name] = value;
    else {
      const entries = lists.get(list) ?? new Map<string, [string, string][]>();
      const fields = entries.get(index) ?? [];
      fields.push([rest, value]); // never copied: a name can be there as often as its sender likes
      lists.set(list, entries.set(index, fields));
    }
  }
  for (const [list, entries] of lists) {
    const filled = [...entries.values()].filter((fields) =>
      fields.some(([rest, value]) => value.trim() !== '' && !idle.has(rest.slice(1))),
    );
    filled.forEach((fields, i) => {
      for (const [rest, value] of fields) values[`${list}/${i}${rest}`] = value;
    });
  }
  return values;
}

/** The fields of files that are left out again, with the names that go with them. */
const leftOutIn = (sent: URLSearchParams): ReadonlySet<string> =>
  new Set(
    [...sent.keys()]
      .filter((name) => name.endsWith(`file${leftOut}`))
      .flatMap((name) => {
        const file = name.slice(0, -leftOut.length);
        return [name, file, `${file}Name`];
      }),
  );

/** What a field shows: what was filled in, else what it began with. */
export function shownIn(field: Field, values: Values): string {
  if (field.kind === 'checks')
    return tickedIn(field, values)
      .map(({ value }) => value)
      .join(' ');
  if (field.kind === 'hidden') return field.value ?? '';
  return field.name in values ? filledInAt(field, values) : field.kind === 'check' ? '' : (field.value ?? '');
}

/** What was filled in for a field. A box that stands for somebody is not ticked by what was said of another. */
export const filledInAt = ({ kind, name, value }: Field, values: Values): string => {
  const text = values[name] ?? '';
  return kind === 'check' && value !== undefined && text !== value ? '' : text;
};

/** The boxes of a field that are ticked, in the order in which they stand and are sent. */
export const tickedIn = (field: Field, values: Values): Choice[] =>
  choicesIn(field).filter(({ value }) => `${field.name}/${value}` in values);

/** The payload that the form asks for; what was left empty is left out. */
export function payloadOf({ sections, adds }: Form, values: Values): object {
  const payload: Record<string, unknown> = { ...adds };
  for (const field of chosen(sections, values).flatMap(({ fields }) => fields)) {
    if (field.steers) continue;
    const value = convert(field, values);
    if (value !== undefined) place(payload, field.name.split('/'), value);
  }
  return dense(payload) as object; // an object stays one
}

/** Without what belongs to an answer that was not given: the page hides it, and says so where it cannot. */
export function chosen(sections: readonly FormSection[], values: Values): FormSection[] {
  const choices = sections.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'radio' || kind === 'select'));
  const opened = choices.flatMap((field) =>
    choicesIn(field).flatMap(({ value, opens }) => (value === values[field.name] ? [opens] : [])),
  );
  const answers = new Set([...choices.map(({ name }) => values[name]), ...opened]);
  return sections.filter(({ when }) => when === undefined || when.split(' ').some((one) => answers.has(one)));
}

/** The days on which a body would have met in a weekend: possible, and more often a slip. */
export const doubtfulDays = ({ sections }: Form, values: Values): Day[] =>
  chosen(sections, values)
    .flatMap(({ fields }) => fields.filter(({ meets }) => meets))
    .map(({ name }) => isoDay((values[name] ?? '').trim()))
    .filter((day) => isDay(day) && isWeekend(day));

/** Whether each of these days was asked about already. */
export const areSeen = (days: readonly Day[], { gezien = '' }: Values): boolean =>
  days.every((day) => gezien.split(' ').includes(day));

function convert(field: Field, values: Values): unknown {
  if (field.kind === 'checks') return listOrNothing(tickedIn(field, values).map(({ value }) => value));
  const own = field.kind === 'hidden' ? (field.value ?? '') : '';
  const text = (field.name in values ? filledInAt(field, values) : own).trim();
  if (text === '') return undefined;
  if (field.kind === 'check') return field.value === undefined ? true : text;
  if (field.yesNo) return text === 'ja' ? true : text === 'nee' ? false : text;
  if (field.whole) return Number(text);
  if (field.kind === 'day') return isoDay(text);
  return field.kind === 'lines' ? text.replaceAll('\r\n', '\n') : text;
}

const listOrNothing = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);

/** 16-5-2024 and 16-05-2024 as 2024-05-16; anything else is left for the judgement of the field. */
export function isoDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : text;
}

function place(into: Record<string, unknown>, [step = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[step] = value;
    return;
  }
  const isList = /^\d+$/.test(rest[0] ?? '');
  const inner = (into[step] ??= isList ? [] : {}) as Record<string, unknown>; // lists take their indexes as names
  place(inner, rest, value);
}

/** Lists without the holes that boxes which were not ticked leave. */
function dense(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(dense);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dense(one)]));
}
