// How much text one answer holds at most: what was said over and over would else make it longer each time. Nothing is lost by
// it: all of it stands in the list of events, page by page.
import type { ConditionView, DecisionView } from './decision-view.js';

/** In characters; the longest decision that can be recorded is half of it. */
const textMax = 1_000_000;

/** How many of the first of these hold no more text together than an answer does; one at least, so that lists go on. */
export function countWithin(items: readonly unknown[]): number {
  let left = textMax;
  const end = items.findIndex((one) => (left -= textIn(one)) < 0);
  return end < 0 ? items.length : Math.max(1, end);
}

interface Said {
  decisions: DecisionView[];
  conditions: ConditionView[];
}

/** Of what was superseded the newest, and their conditions; what stands, or waits to, is always there. */
export function withinText({ decisions, conditions }: Said): Said & { decisionsLeftOut: number } {
  const superseded = decisions.filter((one) => one.supersededBy !== null).reverse();
  const weighed = superseded.map((one) => [one, conditions.filter(({ decision }) => decision === one.id)]);
  const left = new Set(superseded.slice(countWithin(weighed)).map(({ id }) => id));
  return {
    decisions: decisions.filter(({ id }) => !left.has(id)),
    conditions: conditions.filter(({ decision }) => !left.has(decision)),
    decisionsLeftOut: left.size,
  };
}

function textIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + textIn(one), 0);
}
