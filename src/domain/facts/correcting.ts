// How a fact that was wrongly recorded is said anew: by its own table, of which only what changes is said, and by what
// every correction says. Beside that, what an event kept as it was asked, so that the rest can stay.
import type { Facts, Payload } from './fact.js';
import { said } from './fact.js';
import { read } from './keeping.js';
import { factName, listOf, longText, text, yes } from './values.js';

const clearedMax = 20;

const correctionRows = {
  /** The id of the fact where it has one, or the sequence of its event: as it was recorded or corrected last. */
  corrects: said(factName),
  /** It never was. */
  never: said(yes),
  /** Why it is corrected. */
  reason: said(longText),
  /** Fields that were said and should not have been. */
  clears: said(listOf(text(64), clearedMax)),
  /** The reason of the fact itself, where that was wrong. */
  ownReason: said(longText),
};

export type CorrectionAsked = Payload<typeof correctionRows>;

const tables = new WeakMap<Facts, Facts>();

/** The table by which facts of this one are corrected. */
export function correctionTable(table: Facts): Facts {
  const known = tables.get(table);
  if (known) return known;
  const { ownReason, ...rows } = correctionRows;
  const free = Object.entries(table).map(([name, row]) => [name, { ...row, needed: false }] as const);
  const made = { ...Object.fromEntries(free), ...rows, ...('reason' in table ? { ownReason } : {}) };
  tables.set(table, made);
  return made;
}

type Said = Readonly<Record<string, unknown>>;

/** What a correction says of the fact itself, under the names of its table. */
export function changesIn(table: Facts, asked: Said): Said {
  const { ownReason: reason } = asked;
  const changes = Object.entries(asked).filter(([name]) => name in table && name !== 'reason');
  return { ...Object.fromEntries(changes), ...(reason === undefined ? {} : { reason }) };
}

/**
 * What a correction has to say to come from what was asked to what should have been.
 * @param names the fields that were looked at
 */
export function correctionTo(former: Said, right: Said, names: readonly string[]): Said {
  const changed = names.filter((name) => !isSame(former[name], right[name]));
  const clears = changed.filter((name) => right[name] === undefined);
  const said = changed.filter((name) => right[name] !== undefined);
  return {
    ...Object.fromEntries(said.map((name) => [name === 'reason' ? 'ownReason' : name, right[name]])),
    ...(clears.length > 0 ? { clears } : {}),
  };
}

/** By what they hold, whatever the order of their names. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const names = Object.keys(one);
  const [left, right] = [one as Said, other as Said];
  return names.length === Object.keys(other).length && names.every((name) => isSame(left[name], right[name]));
}

/** What an event kept, as it would be asked again; erased texts are gone. What the command keeps in its own way is under its own name, or is the day. */
export function askedAgain(
  table: Facts,
  { on, facts, texts }: { on: string; facts: object; texts: Readonly<Record<string, string | null | undefined>> },
): Said {
  const own = facts as Said;
  const asked = sayable(table, read(table, own as never, texts)); // facts of an event are those of its table
  for (const [name, { keeps, value }] of Object.entries(table)) {
    if (keeps !== 'said') continue;
    const kept = own[name] ?? (value.sort.is === 'day' ? on : undefined);
    if (kept !== undefined) asked[name] = kept;
  }
  return asked;
}

/** What was read, without what was not said. */
function sayable(table: Facts, kept: object): Record<string, unknown> {
  const values = kept as Said;
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, row]): [string, unknown][] => {
      const value = row.keeps === 'said' ? null : sayableValue(row, values[name]);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function sayableValue({ keeps, of }: Facts[string], value: unknown): unknown {
  if (value === null) return null;
  if (keeps === 'group') return sayable(of as Facts, value as object);
  if (keeps === 'each')
    return (value as object[]).length > 0 ? (value as object[]).map((one) => sayable(of as Facts, one)) : null;
  if (keeps !== 'named' && keeps !== 'texts') return value;
  const texts = Object.entries(value as object).filter(([, one]) => one !== null);
  if (texts.length === 0) return null;
  return keeps === 'texts' ? texts.map(([, one]) => one as string) : Object.fromEntries(texts);
}
