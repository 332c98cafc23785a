// How a sheet of people calls its columns, its roles and its bodies: names as they are written, compared without what does not
// matter.
import type { DayWords } from '../days-in-text.js';
import { nearest } from '../nearest.js';
import type { DescribedBody } from '../known-bodies.js';
import { worksAs, type Role } from '../vocabulary.js';
import { rolesAt } from './decide.js';
import {
  sheetColumns,
  type HeadingFault,
  type PersonLineFault,
  type SaidCell,
  type SaidRow,
  type PeopleColumn,
} from './sheet-said.js';

/** The words of a language, for a domain that speaks none. */
export interface SheetNames {
  columns: Readonly<Record<PeopleColumn, readonly string[]>>;
  roles: Readonly<Record<Role, readonly string[]>>;
  days: DayWords;
  /** Between two roles. */
  and: readonly string[];
  /** What adds nothing to the name of a body. */
  ignored: readonly string[];
  /** Another word for the same in the name of a body. */
  same: Readonly<Record<string, string>>;
}

/** Without capitals, accents, marks, and letters that nobody sees. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where each column stands. */
export type Headings = ReadonlyMap<PeopleColumn, number>;

export interface HeadingsFound {
  headings: Headings;
  /** The rows below them. */
  below: readonly SaidRow[];
  /** Columns that are not read. */
  unread: string[];
}

/** A title and a remark may stand above them. */
const rowsAboveMax = 10;

/** The row with the most headings among the first. */
export function headingsIn(rows: readonly SaidRow[], { columns }: SheetNames): HeadingsFound | HeadingFault {
  const columnOf = new Map(sheetColumns.flatMap((column) => columns[column].map((name) => [plainName(name), column])));
  const found = rows
    .slice(0, rowsAboveMax)
    .map((row) => ({ row, named: row.cells.map(({ text }) => columnOf.get(plainName(text))) }));
  const most = found.reduce<(typeof found)[number] | null>(
    (best, one) => (best && count(best.named) >= count(one.named) ? best : one),
    null,
  );
  if (!most || count(most.named) < 2) return { code: 'no-headings' };
  const { row, named } = most;
  const twice = named.find((column, i) => column !== undefined && named.indexOf(column) !== i);
  if (twice) return { code: 'column-twice', column: twice };
  const headings = new Map(named.flatMap((column, at) => (column ? [[column, at] as const] : [])));
  const texts = row.cells.flatMap(({ text }, at) => (named[at] === undefined && text !== '' ? [text] : []));
  const missing = (['email', 'name'] as const).find(
    (column) => !headings.has(column) && !(column === 'name' && headings.has('last')),
  );
  if (missing) {
    const like = texts.find((text) => nearest(plainName(text), columns[missing].map(plainName)) !== undefined);
    return { code: 'column-missing', column: missing, nearest: like ?? null };
  }
  return { headings, below: rows.slice(rows.indexOf(row) + 1), unread: texts };
}

const count = (named: readonly (PeopleColumn | undefined)[]): number => named.filter(Boolean).length;

type Named<T> = T | PersonLineFault;

/** Null where none is said. */
export function roleNamed({ text }: SaidCell, { roles, and }: SheetNames): Named<Role | null> {
  if (text === '') return null;
  const known = new Map(
    Object.entries(roles).flatMap(([role, names]) => names.map((name) => [plainName(name), role as Role])), // its keys
  );
  const role = known.get(plainName(text));
  if (role) return role;
  const parts = text.split(new RegExp(`[,;/+&\\n]|\\s(?:${and.join('|')})\\s`, 'i')).map(plainName);
  if (parts.length > 1 && parts.every((part) => known.has(part))) return { code: 'two-roles', text };
  const like = nearest(plainName(text), [...known.keys()]);
  return { code: 'unknown-role', text, nearest: like === undefined ? null : (known.get(like) ?? null) };
}

/** The bodies that somebody can have a role for, by every name that they go by. */
export class BodyNames {
  private readonly byName = new Map<string, DescribedBody[]>();

  /** @param bodies those that are meant more often first */
  constructor(
    bodies: readonly DescribedBody[],
    private readonly names: SheetNames,
  ) {
    for (const body of bodies)
      for (const name of new Set([body.id, body.title, body.party, body.partyTitle])) this.add(this.plain(name), body);
  }

  /** The body that is meant by this name, for who has this role. */
  find(text: string, role: Role | null): Named<{ body: DescribedBody; role: Role | null }> {
    const found = this.byName.get(this.plain(text));
    if (!found) return { code: 'unknown-body', text, nearest: this.nearest(text) };
    const fitting = found.flatMap((body) => {
      const held = roleAt(role, body);
      return held === null && role !== null ? [] : [{ body, role: held }];
    });
    if (fitting.length === 0 && role !== null) return { code: 'role-not-here', role, body: text };
    const concluding = fitting.filter(({ body }) => body.concludes);
    const [one, ...others] = fitting.length > 1 && concluding.length > 0 ? concluding : fitting;
    // A process lead leads in the whole region, whatever consultation it is for.
    if (one && (others.length === 0 || role === 'process-lead')) return one;
    return { code: 'which-body', text, titles: fitting.map(({ body }) => body.title) };
  }

  private nearest(text: string): string | null {
    const name = nearest(this.plain(text), [...this.byName.keys()]);
    const [body] = name === undefined ? [] : (this.byName.get(name) ?? []);
    if (!body || name === undefined) return null;
    return this.plain(body.partyTitle) === name ? body.partyTitle : body.title;
  }

  private plain(text: string): string {
    const { ignored, same } = this.names;
    const words = plainName(text).split(' ');
    return words
      .filter((word) => !ignored.includes(word))
      .map((word) => same[word] ?? word)
      .join(' ');
  }

  private add(name: string, body: DescribedBody): void {
    const known = this.byName.get(name) ?? [];
    if (!known.includes(body)) this.byName.set(name, [...known, body]);
  }
}

/** The secretary of a consultation goes by the same name as that of a college. Null where the role is none of this body. */
function roleAt(role: Role | null, { kind }: DescribedBody): Role | null {
  const possible = rolesAt(worksAs(kind));
  const meant = role === 'secretary' && !possible.includes(role) ? 'chair-secretary' : role;
  return meant !== null && possible.includes(meant) ? meant : null;
}
