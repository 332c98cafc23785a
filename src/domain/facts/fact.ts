// A fact that a command can say, as one row of a table: what its value is, how the event keeps it, and what it goes with.
// The types of requests, events and the record are made of the tables here, and the keeping and the reading back with them.
import type { BodyKind, DecisionKind } from '../vocabulary.js';
import { listOf, objectOf, recordOf, type Value } from './values.js';

/**
 * What becomes of a value: `said` is for the command itself, which keeps it in its own way; `fact` is hashed; `text`
 * stands apart, so that it can be erased; `texts` and `named` are several of these, in a list or under names; `group`
 * and `each` hold facts and texts of a table of their own, once or in a list.
 */
export type Keeping = 'said' | 'fact' | 'text' | 'texts' | 'named' | 'group' | 'each';

/** With which answers a fact of a decision goes, and for whom. */
interface Company {
  /** Goes with this answer alone. */
  with?: DecisionKind;
  /** Is what bodies of this kind alone say. */
  by?: BodyKind;
  /** Must be there where the row of this name is not. */
  unless?: string;
  /** Another row has taken its place: it is kept as it was said, and asked nowhere any more. */
  former?: true;
  /** Stands among the texts where this row of the same entry says that not everybody may see it: its hash would tell of it. */
  apartBy?: string;
}

export interface Fact<
  T = unknown,
  K extends Keeping = Keeping,
  N extends boolean = boolean,
  F extends Facts = Facts,
> extends Company {
  readonly value: Value<T>;
  readonly keeps: K;
  /** Whether it must be there. */
  readonly needed: N;
  /** Of a group, and of each in a list. */
  readonly of?: F;
}

/** A table: a row for each fact, in the order in which they are asked and shown. */
export type Facts = Readonly<Record<string, { value: Value; keeps: Keeping; needed: boolean; of?: object } & Company>>;

type Free<T, K extends Keeping, F extends Facts = Facts> = Fact<T, K, false, F>;

export const said = <T>(value: Value<T>): Free<T, 'said'> => ({ value, keeps: 'said', needed: false });
export const fact = <T>(value: Value<T>, company: Company = {}): Free<T, 'fact'> => ({
  value,
  keeps: 'fact',
  needed: false,
  ...company,
});
export const text = (value: Value<string>, company: Company = {}): Free<string, 'text'> => ({
  value,
  keeps: 'text',
  needed: false,
  ...company,
});
export const texts = (value: Value<string>, max: number, company: Company = {}): Free<string[], 'texts'> => ({
  value: listOf(value, max),
  keeps: 'texts',
  needed: false,
  ...company,
});
export const named = (value: Value<string>, max: number): Free<Record<string, string>, 'named'> => ({
  value: recordOf(value, max),
  keeps: 'named',
  needed: false,
});
export const group = <F extends Facts>(of: F, company: Company = {}): Free<Payload<F>, 'group', F> => ({
  value: objectOf(of),
  keeps: 'group',
  needed: false,
  of,
  ...company,
});
export const each = <F extends Facts>(of: F, max: number, company: Company = {}): Free<Payload<F>[], 'each', F> => ({
  value: listOf(objectOf(of), max),
  keeps: 'each',
  needed: false,
  of,
  ...company,
});

/** A row that must be there. */
export const needed = <T, K extends Keeping, F extends Facts>(row: Free<T, K, F>): Fact<T, K, true, F> => ({
  ...row,
  needed: true,
});

/** A row that must be there where another is not. */
export const unless = <T, K extends Keeping, F extends Facts>(
  other: string,
  row: Free<T, K, F>,
): Free<T, K, F> & { unless: string } => ({ ...row, unless: other });

/** One object of what stands in it, as an editor shows it. */
type Plain<T> = { [N in keyof T]: T[N] };

type NamesOf<F extends Facts, K extends Keeping> = { [N in keyof F]: F[N]['keeps'] extends K ? N : never }[keyof F];
type NeededIn<F extends Facts> = { [N in keyof F]: F[N]['needed'] extends true ? N : never }[keyof F];
export type SaidIn<R> = R extends { value: Value<infer T> } ? T : never;
export type TableOf<R> = R extends { of?: infer F extends Facts } ? F : never;

/** As a command is asked. */
export type Payload<F extends Facts> = Plain<
  { [N in NeededIn<F>]: SaidIn<F[N]> } & { [N in Exclude<keyof F, NeededIn<F>>]?: SaidIn<F[N]> }
>;

type HashedOf<R> = R extends { keeps: 'group' }
  ? Hashed<TableOf<R>>
  : R extends { keeps: 'each' }
    ? Hashed<TableOf<R>>[]
    : SaidIn<R>;
/** Those that leave something among the facts: texts alone leave nothing there. */
type HashedNames<F extends Facts> = {
  [N in NamesOf<F, 'fact' | 'group' | 'each'>]: F[N]['keeps'] extends 'fact'
    ? N
    : [HashedNames<TableOf<F[N]>>] extends [never]
      ? never
      : N;
}[NamesOf<F, 'fact' | 'group' | 'each'>];

/** As the event holds them among its facts. */
export type Hashed<F extends Facts> = Plain<
  { [N in Extract<HashedNames<F>, NeededIn<F>>]: HashedOf<F[N]> } & {
    [N in Exclude<HashedNames<F>, NeededIn<F>>]?: HashedOf<F[N]>;
  }
>;

type KeptOf<R> = R extends { keeps: 'texts' }
  ? readonly (string | null)[]
  : R extends { keeps: 'named' }
    ? Readonly<Record<string, string | null>>
    : R extends { keeps: 'each' }
      ? readonly Kept<TableOf<R>>[]
      : R extends { keeps: 'group' }
        ? Kept<TableOf<R>> | null
        : R extends { keeps: 'fact'; needed: true }
          ? SaidIn<R>
          : SaidIn<R> | null;

/** As the record holds them: null where nothing was said, or where the text was erased. */
export type Kept<F extends Facts> = { readonly [N in Exclude<keyof F, NamesOf<F, 'said'>>]: KeptOf<F[N]> };
