// What was kept, as it would be said again: a correction begins with it. Texts that were erased are not said again.
import type { Facts, Kept, Payload } from './fact.js';

type Plain = Readonly<Record<string, unknown>>;

export const resaid = <F extends Facts>(table: F, kept: Kept<F>): Partial<Payload<F>> =>
  again(table, kept) as Partial<Payload<F>>; // by the same names

function again(table: Facts, kept: Plain): Plain {
  const said: Record<string, unknown> = {};
  for (const [name, { keeps, of }] of Object.entries(table)) {
    const value = keeps === 'said' ? undefined : valueAgain(keeps, of as Facts, kept[name]);
    if (value !== undefined) said[name] = value;
  }
  return said;
}

function valueAgain(keeps: Facts[string]['keeps'], of: Facts, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (keeps === 'group') return again(of, value as Plain);
  if (keeps === 'named') return value;
  if (!Array.isArray(value)) return value;
  const list = value.filter((one) => one !== null);
  if (list.length === 0) return undefined;
  return keeps === 'each' ? list.map((one) => again(of, one as Plain)) : list;
}
