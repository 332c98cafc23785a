// The municipalities of the Netherlands by day: which there were, and which stood in the place of one that was not there.
import type { Day, Slug } from './vocabulary.js';

export interface Municipality {
  /** Never used for another one, also not after its end. */
  id: Slug;
  /** The code of Statistics Netherlands (CBS), `GM0106`. */
  code: string;
  name: string;
  /** The CBS code of its province, the last one known. */
  province: string;
  /** Its first day; absent for those older than the tables. */
  from?: Day;
  /** The first day on which it was no longer there; absent while it is. */
  until?: Day;
  /** Who took over territory on that day. */
  successors?: Slug[];
}

/** Why a municipality did not exist on a day: not yet or no longer, and which existed in its place. */
export interface Absence {
  on: Day;
  yet: boolean;
  instead: readonly Pick<Municipality, 'id' | 'name'>[];
}

export const existed = ({ from, until }: Municipality, day: Day): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until);

export class Municipalities {
  private readonly byId: ReadonlyMap<Slug, Municipality>;

  constructor(readonly all: readonly Municipality[]) {
    this.byId = new Map(all.map((one) => [one.id, one]));
  }

  find(id: Slug): Municipality | undefined {
    return this.byId.get(id);
  }

  /** Null for one that was there on that day. */
  absence(one: Municipality, on: Day): Absence | null {
    if (existed(one, on)) return null;
    const yet = one.from !== undefined && on < one.from;
    const beside = yet ? (id: Slug) => this.all.filter(({ successors = [] }) => successors.includes(id)) : this.after;
    const found = new Set<Municipality>();
    const add = (next: readonly Municipality[]): void => {
      for (const other of next) {
        if (found.has(other)) continue;
        found.add(other);
        if (!existed(other, on)) add(beside(other.id));
      }
    };
    add(beside(one.id));
    return { on, yet, instead: [...found].filter((other) => existed(other, on)) };
  }

  private readonly after = (id: Slug): Municipality[] =>
    (this.find(id)?.successors ?? []).flatMap((next) => this.find(next) ?? []);
}
