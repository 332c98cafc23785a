// What was said, as it is shown: plain values, with a mark where a text stood that was erased and that is always there.
import type { Facts, Kept, SaidIn, TableOf } from './fact.js';
import { emptyOf } from './keeping.js';

/** What stands where a text was erased, in the places that always have one. */
export const erased = '[verwijderd]';

type ShownOf<R> = R extends { keeps: 'texts' }
  ? string[]
  : R extends { keeps: 'named' }
    ? Record<string, string>
    : R extends { keeps: 'each' }
      ? Shown<TableOf<R>>[]
      : R extends { keeps: 'group' }
        ? Shown<TableOf<R>> | null
        : R extends { needed: true } | { unless: string }
          ? SaidIn<R>
          : SaidIn<R> | null;

type ShownNames<F extends Facts> = {
  [N in keyof F]: F[N]['keeps'] extends 'said' ? never : N;
}[keyof F];

export type Shown<F extends Facts> = { [N in ShownNames<F>]: ShownOf<F[N]> };

export function shown<F extends Facts>(table: F, kept: Kept<F>): Shown<F> {
  const found: Record<string, unknown> = { ...emptyOf(table) };
  const values = kept as Readonly<Record<string, unknown>>;
  for (const name in found) found[name] = values[name];
  for (const [name, row] of changingIn(table))
    if (!isNothing(values[name])) found[name] = shownValue(row, values[name]);
  return found as Shown<F>; // by the same names
}

/** What was never said is shown as it is kept; a text that must be there was erased. */
const isNothing = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const changing = new WeakMap<Facts, readonly [string, Facts[string]][]>();

/** The rows of which not every value is shown as it is kept. */
function changingIn(table: Facts): readonly [string, Facts[string]][] {
  const known = changing.get(table);
  if (known) return known;
  const found = Object.entries(table).filter(
    ([, { keeps, needed, unless }]) =>
      keeps !== 'said' && keeps !== 'fact' && (keeps !== 'text' || needed || unless !== undefined),
  );
  changing.set(table, found);
  return found;
}

function shownValue({ keeps, needed, unless, value: { sort }, of }: Facts[string], value: unknown): unknown {
  switch (keeps) {
    case 'said':
    case 'fact':
      return value;
    case 'text':
      return value ?? (needed || unless !== undefined ? (sort.is === 'address' ? '' : erased) : null);
    case 'texts':
      return (value as (string | null)[]).map((text) => text ?? erased);
    case 'named':
      return Object.fromEntries(Object.entries(value as object).map(([name, text]) => [name, text ?? erased]));
    case 'group':
      return value === null ? null : shown(of as Facts, value as Kept<Facts>);
    case 'each':
      return (value as Kept<Facts>[]).map((one) => shown(of as Facts, one));
  }
}
