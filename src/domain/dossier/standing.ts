// How a gate stands in a round on a day: every body's side, the tally, who is missing, and what the rule comes to.
// Rules run here, for an open gate; a ruled gate shows what was stored with its ruling.
import { joinAll } from '../combining.js';
import type { Missing } from '../refusal.js';
import { explained, isUnspoken, type Finding } from '../rule.js';
import type { BodyId, Day, Side, Slug } from '../vocabulary.js';
import { scopeAt, silent } from '../workflow/scope.js';
import { carriedTo, explainCarried, missingFrom } from './carried.js';
import type { Tally } from './events.js';
import { hasStillToDecide, positionOf, type BodyPosition, type GateOnDay } from './position.js';
import { explainReserved, missingFromReserved, reservationsAt, type Reservations } from './reserved.js';
import type { Condition, Dossier, Round, Settled } from './state.js';

export interface Standing extends Settled {
  bodies: readonly BodyPosition[];
  carried: readonly Condition[];
}

/** A page asks several times how a gate stands; a dossier and its rounds never change, so neither does the answer. */
const known = new WeakMap<Dossier, Map<Round, { day: Day; stand: Standing }>>();

/**
 * @param day on which it is looked at: terms pass and closed decisions are released
 */
export function standing(dossier: Dossier, id: Slug, round: Round, day: Day): Standing {
  const rounds = known.get(dossier) ?? new Map<Round, { day: Day; stand: Standing }>();
  const found = rounds.get(round);
  if (found?.day === day) return found.stand;
  const stand = workedOut(dossier, id, round, day);
  known.set(dossier, rounds.set(round, { day, stand }));
  return stand;
}

function workedOut(dossier: Dossier, id: Slug, round: Round, day: Day): Standing {
  const at: GateOnDay = { dossier, id, gate: round.terms.gate, round, day };
  const bodies = round.electorate.map((body) => positionOf(at, body));
  const carried = carriedTo(dossier, id);
  if (round.settled) return { ...round.settled, bodies, carried };
  const reserved = reservationsAt(dossier, id, day);
  const explanation = explained(explain(at, bodies, carried, reserved));
  const { outcome, certain } = explanation;
  const missing = firstOfEach([
    ...bodies.flatMap((stand) => stand.missing ?? []),
    ...missingFrom(carried),
    ...missingFromReserved(reserved),
  ]);
  return { outcome, certain, explanation, tally: tallyOf(at, bodies), missing, bodies, carried };
}

function explain(
  { dossier: { plan }, gate, round }: GateOnDay,
  bodies: readonly BodyPosition[],
  carried: readonly Condition[],
  reserved: Reservations,
): Finding {
  const stands = new Map<BodyId, BodyPosition>(bodies.map((stand) => [stand.body, stand]));
  const standIn = (body: BodyId) => stands.get(body) ?? silent;
  const byRule = scopeAt(round.terms, round.electorate, plan.rules, standIn).explain(round.rule);
  const waits = [
    ...(carried.length > 0 ? [explainCarried(carried)] : []),
    ...(reserved.open.length + reserved.fulfilled.length > 0 ? [explainReserved(reserved)] : []),
  ];
  const whole = waits.length === 0 ? byRule : joinAll([byRule, ...waits]);
  return gate.completion === 'all-spoken' ? onceAllSpoke(whole, bodies) : whole;
}

/** Of how many, how many have spoken; once all have, its clause is that of its part. */
export interface AllSpokenFigures {
  size: number;
  spoken: number;
}

/** Where a plan waits until all have spoken, nothing is concluded before: neither a go nor a no-go. */
function onceAllSpoke(part: Finding, bodies: readonly BodyPosition[]): Finding<AllSpokenFigures> {
  const unspoken = bodies.filter(isUnspoken).map(({ body }) => body);
  const figures = { size: bodies.length, spoken: bodies.length - unspoken.length };
  if (unspoken.length === 0) {
    const all = bodies.map(({ body }) => body);
    return {
      ...part,
      rule: 'all-spoken',
      figures,
      because: all,
      without: [{ outcome: 'open', certain: false, bodies: all }],
      parts: [part],
    };
  }
  const open = { outcome: 'open', certain: false, because: [], without: [] } as const;
  return { ...open, rule: 'all-spoken', figures, canChange: unspoken, parts: [part] };
}

function tallyOf({ gate }: GateOnDay, bodies: readonly BodyPosition[]): Tally {
  const on = (side: Side) => bodies.filter((stand) => stand.side === side).length;
  const chosen = (option: Slug) => bodies.filter((stand) => stand.side === 'for' && stand.option === option).length;
  return {
    electorate: bodies.length,
    for: on('for'),
    against: on('against'),
    undecided: on('undecided'),
    silent: on('silent'),
    decided: bodies.filter((stand) => !hasStillToDecide(stand.decision) && stand.missing?.why !== 'announced').length,
    options: gate.poll ? Object.fromEntries(gate.options.map(({ id }) => [id, chosen(id)])) : {},
  };
}

/** A body is named once, with what it must do first. */
function firstOfEach(missing: readonly Missing[]): Missing[] {
  const named = new Map<BodyId, Missing>();
  for (const one of missing) if (!named.has(one.body)) named.set(one.body, one);
  return [...named.values()];
}
