// Many of one kind in one form: a row for each body or phase, and what is said of all of them once. A row in which nothing was
// changed says nothing; each other one is the same command as its own form gives.
import type { OneAsked } from '../../app/together.js';
import { commands, type CommandName, type PlaceOf } from '../../domain/commands/commands.js';
import type { FieldError, Refusal } from '../../domain/refusal.js';
import type { Field } from '../../http/page/fields.js';
import { shapeBody } from '../../http/shape.js';
import type { Wording } from '../../wording/wording.js';
import type { RowFault } from './faults.js';
import { isoDay, payloadOf, type Form, type FormSection, type Values } from './form.js';
import type { FormContext, FormKind } from './form-kind.js';

export interface GridRow {
  /** By which its fields are known: of the body or the phase that it is about. */
  id: string;
  title: string;
  /** None where nothing can be recorded for it. */
  fields: Field[];
  /** What is recorded of it already. */
  stands: string | null;
  /** What can be done about that. */
  link?: { label: string; href: string } | undefined;
  /** What it says beside its fields. */
  adds: object;
  /** What it says where its first field was emptied that held something. */
  emptied?: object;
}

/** So many rows, from that place on. */
export interface GridPage {
  from: number;
  isCurrent: boolean;
  /** Who is on it, in order. */
  titles: string[];
}

export interface GridKind<N extends CommandName = CommandName> extends Pick<FormKind, 'rests'> {
  command: N;
  /** Those of the page that the address asks. */
  rows(context: FormContext): GridRow[];
  /** On which pages its rows stand: one, where all of them fit in a form. */
  pages(context: FormContext): GridPage[];
  place(context: FormContext, row: GridRow): PlaceOf<N>;
  /** What is asked once, and goes with every row. */
  once(context: FormContext): Field[];
  /** What of its page is not made of its fields. */
  form(context: FormContext): Pick<Form, 'title' | 'kicker' | 'submit' | 'cancel' | 'heads'> & { hint: string };
  /** How many were recorded. */
  done(n: number, wording: Wording): string;
  /** Why there is nothing to fill in for this person. */
  refusal(context: FormContext): Refusal | null;
  /** Of a row only what was changed is said. */
  changedOnly?: true;
}

/** A form takes no more fields; where there are more, each page has so many rows. */
const fieldsMax = 400;
const rowsPerPage = 50;

/** The kind as it is written, and as the register holds it. */
export function defineGrid<N extends CommandName = CommandName>(kind: Omit<GridKind<N>, 'pages'>): GridKind {
  const made = new WeakMap<FormContext, GridRow[]>();
  const all = (context: FormContext): GridRow[] => {
    const rows = made.get(context) ?? kind.rows(context);
    made.set(context, rows);
    return rows;
  };
  const rows = (context: FormContext): GridRow[] => {
    const { from, to } = pageIn(all(context), context);
    return all(context).slice(from, to);
  };
  return {
    ...kind,
    rows,
    pages: (context) => pagesOf(all(context), context),
    // What stands of each, as it was shown.
    rests: (context) => rows(context).map(({ id, fields, stands }) => [id, fields.map(({ value }) => value), stands]),
  }; // each is used with its own rows
}

const isInPages = (rows: readonly GridRow[]): boolean =>
  rows.reduce((n, { fields }) => n + fields.length, 0) > fieldsMax;

/** The page that the address asks; past the end the last. */
function pageIn(rows: readonly GridRow[], { query: { vanaf = '' } }: FormContext): { from: number; to: number } {
  if (!isInPages(rows)) return { from: 0, to: rows.length };
  const asked = /^[1-9]\d{0,4}$/.test(vanaf) ? Number(vanaf) : 0;
  const page = Math.floor(Math.min(asked, rows.length - 1) / rowsPerPage);
  return { from: page * rowsPerPage, to: (page + 1) * rowsPerPage };
}

function pagesOf(rows: readonly GridRow[], context: FormContext): GridPage[] {
  const current = pageIn(rows, context);
  const size = isInPages(rows) ? rowsPerPage : Math.max(1, rows.length);
  return Array.from({ length: Math.max(1, Math.ceil(rows.length / size)) }, (_, i) => ({
    from: i * size,
    isCurrent: i * size === current.from,
    titles: rows.slice(i * size, (i + 1) * size).map(({ title }) => title),
  }));
}

/** A row of a grid in the form as a whole: its fields under its own id. */
export const sectionOf = ({ id, title, fields, stands, link }: GridRow): FormSection => ({
  row: { id, title, stands, link },
  fields: fields.map((field) => ({ ...field, name: `${id}/${field.name}`, of: title, sometimes: true })),
});

export function gridForm(kind: GridKind, context: FormContext, rows: readonly GridRow[]): Form {
  const { hint, ...form } = kind.form(context);
  const once = rows.some(({ fields }) => fields.length > 0) ? kind.once(context) : [];
  return { ...form, sections: [{ hint, fields: once }, ...rows.map(sectionOf)] };
}

/** A row in which something was filled in, with what it asks. */
export interface FilledRow {
  row: GridRow;
  one: OneAsked<CommandName>;
}

/** What was filled in, row by row. */
export function filledRows(
  kind: GridKind,
  context: FormContext,
  rows: readonly GridRow[],
  values: Values,
): FilledRow[] {
  const once = kind.once(context);
  return rows.flatMap((row) => {
    const own = valuesAt(row, values);
    const changed = row.fields.filter((field) => isChanged(field, own));
    if (changed.length === 0) return [];
    const [first] = row.fields;
    const isEmptied =
      first !== undefined && row.emptied !== undefined && changed.includes(first) && isEmpty(first, own);
    const said = isEmptied ? row.emptied : saidIn(row, kind.changedOnly ? changed : row.fields, once, own, values);
    const asked = shapeBody(commands[kind.command].says, said);
    const emptied = isEmptied ? [] : changed.filter((field) => (field.value ?? '') !== '' && isEmpty(field, own));
    const place = kind.place(context, row);
    if (emptied.length === 0) return [{ row, one: { place, asked } }];
    const errors = emptied.map(({ name }): FieldError => ({ pointer: `/${name}`, code: 'required' }));
    return [{ row, one: { place, asked: { errors, sent: { ...said } } } }];
  });
}

/** What is asked once goes with the row, unless the row says it for itself. */
function saidIn(row: GridRow, fields: Field[], once: Field[], own: Values, values: Values): object {
  const filled = Object.fromEntries(Object.entries(own).filter(([, text]) => text.trim() !== ''));
  const form: Form = {
    title: '',
    submit: '',
    cancel: '',
    adds: row.adds,
    sections: [{ fields: [...once, ...fields] }],
  };
  const shared = Object.fromEntries(once.flatMap(({ name }) => (name in values ? [[name, values[name] ?? '']] : [])));
  return payloadOf(form, { ...shared, ...filled });
}

/** As the row was sent; what was not sent of it is as it was shown. */
function valuesAt({ id, fields }: GridRow, values: Values): Values {
  const shown = fields.flatMap(({ name, kind, value }) => (kind === 'check' ? [] : [[name, value ?? ''] as const]));
  const sent = Object.entries(values).flatMap(([name, text]) =>
    name.startsWith(`${id}/`) ? [[name.slice(id.length + 1), text] as const] : [],
  );
  return Object.fromEntries([...shown, ...sent]);
}

const textIn = ({ name, kind }: Field, own: Values): string => {
  const text = (own[name] ?? '').trim();
  return kind === 'day' ? isoDay(text) : text;
};
const isEmpty = (field: Field, own: Values): boolean => textIn(field, own) === '';
const isChanged = (field: Field, own: Values): boolean => textIn(field, own) !== (field.value ?? '');

/** What is wrong with the rows that were refused: with a field of theirs, with one that is asked once, or with a row as a whole. */
export function faultsInRows(
  filled: readonly FilledRow[],
  refused: ReadonlyMap<number, Refusal>,
  once: readonly Field[],
  { wordRefusal, wordFieldOn, nameOfFact }: Wording,
  command: CommandName,
): { errors: FieldError[]; rowFaults: RowFault[] } {
  const errors: FieldError[] = [];
  const rowFaults: RowFault[] = [];
  for (const [i, refusal] of refused) {
    const row = filled[i]?.row;
    if (!row) throw new Error(`row ${i} was refused and not given`);
    const add = (sentence: string): unknown => rowFaults.push({ id: row.id, title: row.title, sentence });
    if (refusal.errors.length === 0) add(wordRefusal(refusal));
    for (const error of refusal.errors) {
      const name = error.pointer.slice(1);
      if (holds(row.fields, name)) errors.push({ ...error, pointer: `/${row.id}${error.pointer}` });
      else if (name !== '' && holds(once, name)) {
        if (!errors.some(({ pointer, code }) => pointer === error.pointer && code === error.code)) errors.push(error);
      } else add(wordFieldOn(error, name === '' ? '' : nameOfFact(name, command)));
    }
  }
  return { errors, rowFaults };
}

const holds = (fields: readonly Field[], name: string): boolean =>
  fields.some((field) => field.name === name || field.name.startsWith(`${name}/`));
