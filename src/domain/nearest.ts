// Which known name somebody meant who wrote another: the one that is fewest letters away, if it is near at all.

/** No name of ours is longer; comparing costs the product of both lengths. */
const lengthMax = 64;

/** The nearest name by letters added, dropped, changed or swapped; undefined when more than a third of it differs. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (written.length > lengthMax) return undefined;
  const [first] = known
    .map((name) => ({ name, away: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, away }) => away <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.away - b.away || b.name.length - a.name.length); // of a long name more is right
  return first?.name;
}

/** How many letters must be added, dropped, changed or swapped with their neighbour to come from one to the other. */
function distance(one: string, other: string): number {
  let last: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(last, j - 2) + 1 : Infinity,
      );
    }
    [last, row] = [row, next];
  }
  return at(row, other.length);
}

const at = (row: readonly number[], i: number): number => row[i] ?? Infinity;
