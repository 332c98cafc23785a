// Majority: more than half of the group is for; or, of those who decided, more are for than against.
import { atLeast, counted, emptyFaults, symmetric, type Counts } from '../counting.js';
import { defineRule, type Rule, type Verdict } from '../rule.js';
import type { Slug } from '../vocabulary.js';

interface Majority extends Rule {
  rule: 'majority';
  of: Slug;
  among: 'all' | 'decided';
}

/** More than half. Among `decided`: who is silent past the term is counted on neither side, until it decides after all. */
export const majority = (of: Slug, among: Majority['among'] = 'all'): Majority => ({ rule: 'majority', of, among });

/** A tie is no majority. While someone in term could still tip it, it is open; after that only a late decision can. */
function amongDecided({ for: supporters, against, pending, lapsed }: Counts): Verdict {
  if (supporters > against + pending) return { outcome: 'go', certain: supporters > against + pending + lapsed };
  if (against >= supporters + pending)
    return supporters + against === 0 && lapsed > 0
      ? { outcome: 'open', certain: false } // nobody decided: there is no majority to speak of
      : { outcome: 'no-go', certain: against >= supporters + pending + lapsed };
  return { outcome: 'open', certain: false };
}

const moreThanHalf = (size: number): number => Math.floor(size / 2) + 1;

export default defineRule<Majority>({
  name: 'majority',
  takes: { of: 'group', among: 'text' },
  monotone: true,
  samples: () => [majority('bodies'), majority('bodies', 'decided'), majority('some', 'decided')],
  words: ({ of, among }, scope) =>
    among === 'all'
      ? `meer dan de helft van de ${scope.positions(of).length} ${scope.noun(of).many} is akkoord`
      : `van de ${scope.noun(of).many} die besluiten, zijn er meer akkoord dan niet akkoord`,
  faults: ({ of, among }, scope) => [
    ...emptyFaults(of, scope.positions(of)),
    ...(['all', 'decided'].includes(among) ? [] : [`een meerderheid onder "${among}": kies all of decided`]),
  ],
  explain: ({ of, among }, scope) => {
    const positions = scope.positions(of);
    const noun = scope.noun(of);
    const needed = moreThanHalf(positions.length);
    const reasons = symmetric(positions, among === 'all' ? atLeast(needed) : amongDecided);
    const against = positions.filter(({ side }) => side === 'against').length;
    const need = among === 'all' ? `nodig zijn er meer dan de helft, ten minste ${needed}` : `${against} niet akkoord`;
    return { rule: 'majority', text: `${counted('for', positions, noun)}; ${need}`, parts: [], ...reasons };
  },
});
