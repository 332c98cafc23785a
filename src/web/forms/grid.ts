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
  /** What it says beside its fields. */
  adds: object;
  /** What it says where its first field was emptied that held something. */
  emptied?: object;
}

export interface GridKind<N extends CommandName = CommandName> extends Pick<FormKind, 'rests'> {
  command: N;
  rows(context: FormContext): GridRow[];
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

/** The kind as it is written, and as the register holds it. */
export const defineGrid = <N extends CommandName>(kind: GridKind<N>): GridKind => ({
  ...kind,
  rows: (context) => bounded(kind.rows(context)),
  // What stands of each, as it was shown.
  rests: (context) =>
    kind.rows(context).map(({ id, fields, stands }) => [id, fields.map(({ value }) => value), stands]),
}); // each is used with its own rows

/** A form takes no more fields: of very many the first rows have theirs, and those of which nothing is known before others. */
const fieldsMax = 400;

function bounded(rows: GridRow[]): GridRow[] {
  const isKnown = ({ fields: [first] }: GridRow): boolean => first?.value !== undefined;
  const ordered = [...rows.filter((row) => !isKnown(row)), ...rows.filter(isKnown)];
  let left = fieldsMax;
  const kept = new Set(ordered.filter(({ fields }) => (left -= fields.length) >= 0));
  return rows.map((row) => (kept.has(row) ? row : { ...row, fields: [] }));
}

/** A row of a grid in the form as a whole: its fields under its own id. */
export const sectionOf = ({ id, title, fields, stands }: GridRow): FormSection => ({
  row: { id, title, stands },
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
