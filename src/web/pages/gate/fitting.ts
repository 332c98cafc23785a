// What fits on one page: how high each line will be by the length of its words, and which lines are left out where there are
// too many. Reckoned, not measured, so that a page on paper and a PDF leave out the same.
export interface FittedRow {
  who: string;
  what: string;
}

interface Fitting<R extends FittedRow> {
  title: string;
  rows: R[];
  /** How many lines it always has, where it has so many. */
  least: number;
}

export interface FittedPart<R extends FittedRow> {
  title: string;
  rows: R[];
  /** How many were left out. */
  left: number;
}

/** So many characters stand beside each other: at the widest letters that Dutch words are made of. */
const widths = { who: 30, what: 58 };
/** In lines of text. */
const heights = { head: 2.2, gap: 0.35, left: 1.2 };

/** How many lines a text takes at a width. */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);

const heightOf = ({ who, what }: FittedRow): number =>
  Math.max(linesIn(who, widths.who), linesIn(what, widths.what)) + heights.gap;

/**
 * First of each part what it always has, then a line of each in turn for as long as there is room.
 * @param room in lines of text
 */
export function fitted<R extends FittedRow>(parts: readonly Fitting<R>[], room: number): FittedPart<R>[] {
  const filled = parts.filter(({ rows }) => rows.length > 0);
  const taken = filled.map(({ rows, least }) => rows.slice(0, least));
  let used = filled.length * (heights.head + heights.left);
  for (const row of taken.flat()) used += heightOf(row);
  for (let more = true; more;) {
    more = false;
    for (const [i, { rows }] of filled.entries()) {
      const row = rows[taken[i]?.length ?? 0];
      if (!row || used + heightOf(row) > room) continue;
      used += heightOf(row);
      taken[i]?.push(row);
      more = true;
    }
  }
  return filled.map(({ title, rows }, i) => ({
    title,
    rows: taken[i] ?? [],
    left: rows.length - (taken[i]?.length ?? 0),
  }));
}
