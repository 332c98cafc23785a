// All-of: every part must come to a go.
import { defineRule, type Explanation, type Rule } from '../rule.js';
import type { BodyId } from '../vocabulary.js';
import { threshold } from './threshold.js';
import { unanimity } from './unanimity.js';

interface AllOf extends Rule {
  rule: 'all-of';
  rules: Rule[];
}

/** A go when every part is a go, a no-go as soon as one part is. */
export const allOf = (...rules: Rule[]): AllOf => ({ rule: 'all-of', rules });

/**
 * Joins explained parts as all-of does. A no-go rests on the parts that are no-go alone; a body is decisive for it
 * only when every one of those parts hangs on that body.
 */
export function joinAll(parts: Explanation[]): Explanation {
  const refusing = parts.filter((part) => part.outcome === 'no-go');
  const open = parts.filter((part) => part.outcome === 'open');
  const bearing = refusing.length > 0 ? refusing : open.length > 0 ? open : parts;
  const shared = { rule: 'all-of', text: bearing.map((part) => part.text).join(' en '), parts };
  if (refusing.length > 0) {
    const decisive = union(refusing.map((part) => part.decisive)).filter((body) =>
      refusing.every((part) => part.decisive.includes(body)),
    );
    const because = union(refusing.map((part) => part.because));
    return { ...shared, outcome: 'no-go', certain: true, because, decisive, canChange: [] };
  }
  if (open.length > 0) {
    const canChange = union(open.map((part) => part.canChange));
    return { ...shared, outcome: 'open', certain: false, because: [], decisive: [], canChange };
  }
  const decisive = union(parts.map((part) => part.decisive));
  const because = union(parts.map((part) => part.because));
  return { ...shared, outcome: 'go', certain: true, because, decisive, canChange: [] };
}

export default defineRule<AllOf>({
  name: 'all-of',
  monotone: true,
  samples: (size) => [
    allOf(unanimity('bodies')),
    allOf(threshold(1, 'bodies'), threshold(Math.ceil(size / 2), 'bodies')),
  ],
  words: ({ rules }, scope) => rules.map((rule) => scope.words(rule)).join(', en '),
  faults: ({ rules }, scope) =>
    rules.length === 0
      ? ['all-of zonder delen: noem ten minste één regel']
      : rules.flatMap((rule) => scope.faults(rule)),
  explain: ({ rules }, scope) => joinAll(rules.map((rule) => scope.explain(rule))),
});

const union = (lists: BodyId[][]): BodyId[] => [...new Set(lists.flat())];
