// What composite rules share: a verdict made from the verdicts of parts, and the reasons that follow from theirs.
import type { Finding, Verdict, Without } from './rule.js';
import type { BodyId } from './vocabulary.js';
import { Differences } from './without.js';

/** The figures of a composite: which of its parts, by their place, carry the outcome. */
export interface Combined {
  bearers: number[];
}

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
): Finding<Combined> {
  const { outcome, certain } = judge(parts);
  return {
    rule,
    outcome,
    certain,
    parts,
    figures: { bearers: bearers.map((part) => parts.indexOf(part)) },
    because: outcome === 'open' ? [] : union(bearers.map((part) => part.because)),
    without: withoutOne(parts, judge, { outcome, certain }),
    canChange: certain ? [] : union(parts.map((part) => part.canChange)),
  };
}

/** What becomes of the whole without one body, for those who make a difference to a part. */
function withoutOne(
  parts: readonly Finding[],
  judge: (verdicts: readonly Verdict[]) => Verdict,
  now: Verdict,
): readonly Without[] {
  const differences = new Differences(now);
  for (const { bodies, verdicts } of groupsAlike(parts)) {
    const list = differences.listFor(judge(verdicts));
    if (list) for (const body of bodies) list.push(body);
  }
  return differences.all();
}

/**
 * Groups the bodies whose removal changes every part in the same way, each group with the verdicts of the parts after
 * such a removal: the whole is then judged once per group.
 */
function groupsAlike(parts: readonly Finding[]): { bodies: readonly BodyId[]; verdicts: readonly Verdict[] }[] {
  const differing = parts.filter(({ without }) => without.length > 0);
  if (differing.length < 2)
    return differing.flatMap((part) =>
      part.without.map((one) => ({
        bodies: one.bodies,
        verdicts: parts.map((other) => (other === part ? one : other)),
      })),
    );
  const each = new Map<BodyId, Verdict[]>();
  for (const [place, part] of parts.entries())
    for (const one of part.without)
      for (const body of one.bodies) {
        const verdicts = each.get(body) ?? [...parts];
        verdicts[place] = one;
        each.set(body, verdicts);
      }
  return [...each].map(([body, verdicts]) => ({ bodies: [body], verdicts }));
}

/** Every body that is in one of the lists, once. */
function union(lists: (readonly BodyId[])[]): readonly BodyId[] {
  const [first = [], ...others] = lists;
  if (others.length === 0) return first;
  const all = new Set<BodyId>();
  for (const list of lists) for (const body of list) all.add(body);
  return [...all];
}

/** A go when every part is a go, a no-go as soon as one part is: only those that make it so are its reasons. */
export function joinAll(parts: readonly Finding[], rule = 'all-of'): Finding<Combined> {
  const refusing = parts.filter((part) => part.outcome === 'no-go');
  const open = parts.filter((part) => part.outcome === 'open');
  return combine(rule, parts, everyOne, refusing.length > 0 ? refusing : open.length > 0 ? open : parts);
}

/** A go as soon as one part is a go, a no-go when every part is. */
export function joinAny(parts: readonly Finding[], rule = 'any-of'): Finding<Combined> {
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
