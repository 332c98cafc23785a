// A fact of the long dossier as it is asked to be recorded. What an earlier one made is named by its place: `#17` is the
// decision that request 17 made, `#17/0` the first of its conditions.
import type { Day, Role } from '../../../src/domain/vocabulary.js';

export interface Asked {
  /** The day on which it is recorded. */
  recorded: Day;
  as: { role: Role; body: string };
  /** After the address of the dossier. */
  path: string;
  says: object;
}

/** What a request made: a decision with its conditions; nothing where it was about another. */
export interface Made {
  decision: string | null;
  conditions: readonly string[];
}

/** The same with every name of one kind in place of that of the other. */
export function renamed<T>(told: T, names: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(told).replace(/#\d+(?:\/\d+)?|\bid-\d+\b/g, (name) => names.get(name) ?? name);
  return JSON.parse(text) as T; // the same with other names
}

/** The names of what the request at that place made, each with the id that it got. */
export const namesOf = (place: number, { decision, conditions }: Made): [name: string, id: string][] =>
  decision === null
    ? []
    : [[`#${place}`, decision], ...conditions.map((id, i): [string, string] => [`#${place}/${i}`, id])];
