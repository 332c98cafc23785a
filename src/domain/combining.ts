// What composite rules share: a verdict made from the verdicts of parts, and the reasons that follow from theirs.
import type { Finding, Verdict } from './rule.js';
import type { BodyId } from './vocabulary.js';

/**
 * Joins parts by a verdict on their verdicts. A body makes a difference to the whole exactly when what it makes of the
 * parts makes a difference, so nothing is evaluated twice.
 * @param bearers the parts that carry the outcome: their reasons are the reasons of the whole
 */
export function combine(
  rule: string,
  parts: readonly Finding[],
  judge: (verdicts: readonly Verdict[]) => Verdict,
  bearers: readonly Finding[],
): Finding {
  const { outcome, certain } = judge(parts);
  const without = new Map<BodyId, Verdict>();
  // Bodies that do the same to every part do the same to the whole: there are few such ways, and many bodies.
  const tried: { verdicts: readonly Verdict[]; after: Verdict }[] = [];
  const lacking = (part: Finding, body: BodyId): Verdict => part.without.get(body) ?? part;
  const judged = (body: BodyId): Verdict => {
    for (const one of tried) if (parts.every((part, i) => lacking(part, body) === one.verdicts[i])) return one.after;
    const verdicts = parts.map((part) => lacking(part, body));
    const { outcome: o, certain: c } = judge(verdicts);
    const after = { outcome: o, certain: c };
    tried.push({ verdicts, after });
    return after;
  };
  for (const body of union(parts.filter((part) => part.without.size > 0).map((part) => [...part.without.keys()]))) {
    const after = judged(body);
    if (after.outcome !== outcome || after.certain !== certain) without.set(body, after);
  }
  return {
    ...{ rule, outcome, certain, without, parts },
    text: bearers.map((part) => part.text).join(' en '),
    because: outcome === 'open' ? [] : union(bearers.map((part) => part.because)),
    canChange: certain ? [] : union(parts.filter((part) => !part.certain).map((part) => part.canChange)),
  };
}

const union = (lists: (readonly BodyId[])[]): readonly BodyId[] =>
  lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())];

/** A go when every part is a go, a no-go as soon as one part is: only those that make it so are its reasons. */
export function joinAll(parts: readonly Finding[], rule = 'all-of'): Finding {
  const refusing = parts.filter((part) => part.outcome === 'no-go');
  const open = parts.filter((part) => part.outcome === 'open');
  return combine(rule, parts, everyOne, refusing.length > 0 ? refusing : open.length > 0 ? open : parts);
}

/** A go as soon as one part is a go, a no-go when every part is. */
export function joinAny(parts: readonly Finding[], rule = 'any-of'): Finding {
  const going = parts.filter((part) => part.outcome === 'go');
  const open = parts.filter((part) => part.outcome === 'open');
  return combine(rule, parts, anyOne, going.length > 0 ? going : open.length > 0 ? open : parts);
}

function everyOne(verdicts: readonly Verdict[]): Verdict {
  const refusing = verdicts.filter(({ outcome }) => outcome === 'no-go');
  if (refusing.length > 0) return { outcome: 'no-go', certain: refusing.some(isCertain) };
  if (verdicts.some(({ outcome }) => outcome === 'open')) return { outcome: 'open', certain: false };
  return { outcome: 'go', certain: verdicts.every(isCertain) };
}

function anyOne(verdicts: readonly Verdict[]): Verdict {
  const going = verdicts.filter(({ outcome }) => outcome === 'go');
  if (going.length > 0) return { outcome: 'go', certain: going.some(isCertain) };
  if (verdicts.some(({ outcome }) => outcome === 'open')) return { outcome: 'open', certain: false };
  return { outcome: 'no-go', certain: verdicts.every(isCertain) };
}

const isCertain = ({ certain }: Verdict): boolean => certain;
