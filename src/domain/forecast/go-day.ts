// On which day the rule of a gate first comes to a go, when it is known on which day each body decides or its term is over.
// It asks the rule itself, once for every set of bodies, and knows of no rule how it counts.
import { everyRule, isUnspoken, scopeOf, type Position, type RuleCatalogue } from '../rule.js';
import { scopeAt } from '../workflow/scope.js';
import type { BodyId, Slug } from '../vocabulary.js';
import type { CaseGate, ForecastCase } from './forecast-case.js';

/** That a body never decides, or that nothing ever comes to a go. */
export const never = Infinity;

/**
 * @param decides by decider: the day on which it decides for, or `never`; where it stands already, any day
 * @param lapses by decider: the first day on which its term is over, or `never`
 * @returns the day; minus `never` where it has come to a go already, and `never` where it does not
 */
export type GoDay = (decides: readonly number[], lapses: readonly number[]) => number;

/** In so many bodies a set fits in a number beside that of those whose term is over. */
const keptMax = 26;

export function goDayOf(gate: CaseGate, seats: ForecastCase['seats'], rules: RuleCatalogue, isAgain: boolean): GoDay {
  const electorate = gate.deciders.map(({ seat }) => seats[seat]?.body ?? '');
  const stands = gate.deciders.map((one): Position => {
    const { side, option, lapsed } = one;
    const spoke = !isAgain && !isUnspoken({ side });
    return { body: '', side: spoke ? side : 'silent', option, lapsed: !isAgain && lapsed };
  });
  const isGo = askedOf(gate, electorate, stands, rules);
  const asked = electorate.length <= keptMax ? remembered(isGo, electorate.length) : isGo;
  const waits = stands.map(isUnspoken);
  const needsAll = gate.terms.completion === 'all-spoken';
  const isMonotone = everyRule(gate.rule).every((one) => rules.get(one.rule)?.monotone === true);
  return (decides, lapses) => {
    const ends = [...decides.filter((_, n) => waits[n]), ...lapses].filter((day) => day < never);
    const days = [...new Set([-never, ...ends])].sort((a, b) => a - b);
    const isGoOn = (day: number): boolean =>
      (!needsAll || decides.every((one, n) => !waits[n] || one <= day)) &&
      asked(
        decides.map((one, n) => waits[n] === true && one <= day),
        lapses.map((one) => one <= day),
      );
    return (isMonotone ? firstIn(days, isGoOn) : days.find(isGoOn)) ?? never;
  };
}

/** Asks the rule with these positions made once: it is asked tens of thousands of times, of hundreds of bodies. */
function askedOf(
  gate: CaseGate,
  electorate: readonly BodyId[],
  stands: readonly Position[],
  rules: RuleCatalogue,
): IsGo {
  const ways = stands.map((stand, n): [Position, Position, Position, Position] => {
    const plain = { ...stand, body: electorate[n] ?? '' };
    const decided: Position = isUnspoken(stand) ? { ...plain, side: 'for' } : plain;
    return [plain, decided, { ...plain, lapsed: true }, { ...decided, lapsed: true }];
  });
  const places = new Map(electorate.map((body, n) => [body, n]));
  let now: (Position | undefined)[] = [];
  const inGroups = new Map<Slug, readonly number[]>();
  const scope = scopeAt(gate, electorate, rules);
  const placesIn = (group: Slug): readonly number[] => {
    const found = inGroups.get(group) ?? scope.positions(group).flatMap(({ body }) => places.get(body) ?? []);
    inGroups.set(group, found);
    return found;
  };
  const asked = scopeOf(rules, {
    noun: (group) => scope.noun(group),
    positions: (group) => placesIn(group).flatMap((place) => now[place] ?? []),
  });
  return (decided, over) => {
    now = ways.map((way, n) => way[(decided[n] === true ? 1 : 0) + (over[n] === true ? 2 : 0)]);
    return asked.explain(gate.rule).outcome === 'go';
  };
}

/** The first of these for which it holds, where it holds for all after it. */
function firstIn(days: readonly number[], holds: (day: number) => boolean): number | undefined {
  let [from, until] = [0, days.length];
  while (from < until) {
    const half = (from + until) >> 1;
    if (holds(days[half] ?? never)) until = half;
    else from = half + 1;
  }
  return days[from];
}

type IsGo = (decided: readonly boolean[], over: readonly boolean[]) => boolean;

function remembered(isGo: IsGo, size: number): IsGo {
  const known = new Map<number, boolean>();
  const factor = 2 ** size;
  return (decided, over) => {
    let [set, lapsed, bit] = [0, 0, 1];
    for (let n = 0; n < size; n++, bit *= 2) {
      if (decided[n] === true) set += bit;
      if (over[n] === true) lapsed += bit;
    }
    const name = set + lapsed * factor;
    const found = known.get(name);
    if (found !== undefined) return found;
    const answer = isGo(decided, over);
    known.set(name, answer);
    return answer;
  };
}
