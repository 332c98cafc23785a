// People in a sheet: what each of its rows says of somebody, and everything that is wrong with it. Nothing is guessed: what is
// nearly a name is asked about.
import { isYearShort } from '../days-in-text.js';
import { mailAddress, title } from '../facts/values.js';
import type { Day, Role } from '../vocabulary.js';
import { roleNamed, type BodyNames, type Headings, type HeadingsFound, type SheetNames } from './sheet-names.js';
import type { PersonLineFault, SaidCell, SaidRow, PeopleColumn } from './sheet-said.js';
import type { Newcoming } from './welcome.js';

/** Somebody as a row says them: null for what it does not say, or not as it should. */
export interface PersonLine {
  row: number;
  /** As they were written, to be recognised by. */
  name: string;
  email: string;
  role: Role | null;
  body: { id: string; title: string } | null;
  from: Day;
  until: Day | null;
  /** Columns whose value is that of a merged cell. */
  merged: PeopleColumn[];
  faults: PersonLineFault[];
}

export const newcomingOf = ({ name, email, role, body, from, until }: PersonLine): Newcoming => ({
  person: { name, email },
  role: role && { role, from, ...(body && { body: body.id }), ...(until !== null && { until }) },
});

interface ReadBy {
  names: SheetNames;
  bodies: BodyNames;
  today: Day;
}

/** Each row with what is wrong with it, also beside the others. */
export function linesIn({ headings, below }: HeadingsFound, by: ReadBy): PersonLine[] {
  const lines = below.map((row) => lineOf(row, headings, by));
  const first = new Map<string, PersonLine>();
  const said = new Map<string, PersonLine>();
  for (const line of lines) {
    if (line.email === '') continue;
    const known = first.get(line.email);
    const same = said.get(keyOf(line));
    if (known && !isSameName(known.name, line.name))
      line.faults.push({ code: 'two-names', row: known.row, name: known.name });
    else if (same && overlap(same, line)) line.faults.push({ code: 'same-as-row', row: same.row });
    if (!known) first.set(line.email, line);
    if (!same) said.set(keyOf(line), line);
  }
  return lines;
}

const keyOf = ({ email, role, body }: PersonLine): string => `${email} ${role} ${body?.id}`;

const overlap = (one: PersonLine, other: PersonLine): boolean =>
  (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function lineOf(row: SaidRow, headings: Headings, by: ReadBy): PersonLine {
  const faults: PersonLineFault[] = [];
  const merged: PeopleColumn[] = [];
  const cell = (column: PeopleColumn): ReadCell => {
    const found = row.cells[headings.get(column) ?? -1] ?? nothing;
    if (found.isMerged) merged.push(column);
    if (found.fault === null) return found;
    faults.push({ code: 'spoiled', column, text: found.text, by: found.fault });
    return { ...nothing, isSpoiled: true };
  };
  const name = nameIn(cell, faults);
  const email = addressIn(cell('email'), faults);
  const { role, body } = placeIn(cell('role'), cell('body'), by, faults);
  const from = dayAt('from', cell('from'), faults) ?? by.today;
  const until = dayAt('until', cell('until'), faults);
  if (until !== null && until < from) faults.push({ code: 'until-early', from, until });
  return { row: row.number, name, email, role, body, from, until, merged, faults };
}

/** What is spoiled was told, and is not missing. */
interface ReadCell extends SaidCell {
  isSpoiled?: boolean;
}

const nothing: ReadCell = { text: '', day: null, fault: null, isMerged: false };

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Whole, or as a first and a last name with what stands between. */
function nameIn(cell: (column: PeopleColumn) => ReadCell, faults: PersonLineFault[]): string {
  const parts = (['name', 'first', 'infix', 'last'] as const).map(cell);
  const [whole = '', ...others] = parts.map(({ text }) => oneLine(text));
  const name = whole === '' ? others.filter(Boolean).join(' ') : whole;
  if (name === '') {
    if (!parts.some(({ isSpoiled }) => isSpoiled)) faults.push({ code: 'missing', column: 'name' });
  } else if (name.includes('@')) faults.push({ code: 'name-is-address', text: name });
  else if (title.judge(name).length > 0) faults.push({ code: 'bad-name', text: name });
  return name;
}

/** Also as a mail program writes it: "Jan de Vries" <jan@gemeente.nl>. */
function addressIn({ text, isSpoiled }: ReadCell, faults: PersonLineFault[]): string {
  const [, inBrackets] = /<([^<>]+)>\s*$/.exec(text) ?? [];
  const email = (inBrackets ?? text)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  if (email === '') {
    if (!isSpoiled) faults.push({ code: 'missing', column: 'email' });
  } else if (/[\s,;/]/.test(email) && email.indexOf('@') !== email.lastIndexOf('@'))
    faults.push({ code: 'two-addresses', text });
  else if (mailAddress.judge(email).length > 0) faults.push({ code: 'bad-address', text });
  return email;
}

type Place = Pick<PersonLine, 'role' | 'body'>;

function placeIn(said: ReadCell, of: ReadCell, { names, bodies }: ReadBy, faults: PersonLineFault[]): Place {
  const named = roleNamed(said, names);
  const isNamed = named === null || typeof named === 'string';
  if (!isNamed) faults.push(named);
  const role = isNamed ? named : null;
  if (of.text === '') {
    if (role !== null && role !== 'administrator' && !of.isSpoiled) faults.push({ code: 'body-missing', role });
    return { role, body: null };
  }
  if (isNamed && role === null && !said.isSpoiled) faults.push({ code: 'role-missing', body: of.text });
  return atBody(role, of.text, bodies, faults);
}

function atBody(role: Role | null, text: string, bodies: BodyNames, faults: PersonLineFault[]): Place {
  if (role === 'administrator') {
    faults.push({ code: 'no-body-for-administrator', body: text });
    return { role, body: null };
  }
  const found = bodies.find(text, role);
  if (!('code' in found)) return { role: found.role ?? role, body: { id: found.body.id, title: found.body.title } };
  // Without a role it does not matter yet which of the bodies of that name it is.
  if (role !== null || found.code === 'unknown-body') faults.push(found);
  return { role, body: null };
}

function dayAt(column: PeopleColumn, { text, day }: ReadCell, faults: PersonLineFault[]): Day | null {
  if (text !== '' && day === null) faults.push({ code: 'bad-day', column, text, isShort: isYearShort(text) });
  return day;
}
