// How a gate stands in a round: every body's side, the tally, who is missing, and what the rule comes to.
// Rules run here, for an open gate; a ruled gate shows what was stored with its ruling.
import { joinAll } from '../rules/all-of.js';
import type { Missing } from '../refusal.js';
import type { Explanation } from '../rule.js';
import type { BodyId, Side, Slug } from '../vocabulary.js';
import { scopeAt } from '../workflow/check.js';
import type { Gate } from '../workflow/workflow.js';
import { carriedTo, explainCarried, missingFrom } from './carried.js';
import type { Tally } from './events.js';
import { hasStillToDecide, standOf, type BodyStand } from './position.js';
import type { Condition, Dossier, Round, Settled } from './state.js';

export interface Standing extends Settled {
  bodies: readonly BodyStand[];
  carried: readonly Condition[];
}

/** A page asks several times how a gate stands; a dossier and its rounds never change, so neither does the answer. */
const known = new WeakMap<Dossier, Map<Round, Standing>>();

/** @throws Error when the gate is not part of the dossier's plan */
export function standing(dossier: Dossier, gateId: Slug, round: Round): Standing {
  const found = known.get(dossier) ?? new Map<Round, Standing>();
  const stand = found.get(round) ?? workedOut(dossier, gateId, round);
  known.set(dossier, found.set(round, stand));
  return stand;
}

function workedOut(dossier: Dossier, gateId: Slug, round: Round): Standing {
  const gate = dossier.plan.gates.get(gateId);
  if (!gate) throw new Error(`dossier ${dossier.id} has no gate ${gateId}`);
  const bodies = round.electorate.map((body) => standOf(dossier, gate, round, body));
  const carried = carriedTo(dossier, gateId);
  if (round.settled) return { ...round.settled, bodies, carried };
  const explanation = explain(dossier, gate, round, bodies, carried);
  const { outcome, certain } = explanation;
  const missing = [...bodies.flatMap((stand) => stand.missing ?? []), ...missingFrom(carried)];
  return { outcome, certain, explanation, tally: tallyOf(bodies), missing: firstOfEach(missing), bodies, carried };
}

function explain(
  dossier: Dossier,
  gate: Gate,
  round: Round,
  bodies: readonly BodyStand[],
  carried: readonly Condition[],
): Explanation {
  const sides = new Map<BodyId, Side>(bodies.map(({ body, side }) => [body, side]));
  const asked: Gate = { ...gate, electorate: [...round.electorate] };
  const scope = scopeAt(dossier.plan.workflow, asked, dossier.plan.rules, (body) => sides.get(body) ?? 'silent');
  const byRule = scope.explain(round.rule);
  return carried.length === 0 ? byRule : joinAll([byRule, explainCarried(carried)]);
}

function tallyOf(bodies: readonly BodyStand[]): Tally {
  const on = (side: Side) => bodies.filter((stand) => stand.side === side).length;
  return {
    electorate: bodies.length,
    for: on('for'),
    against: on('against'),
    undecided: on('undecided'),
    silent: on('silent'),
    decided: bodies.filter(({ decision }) => !hasStillToDecide(decision)).length,
    options: {},
  };
}

/** A body is named once, with what it must do first. */
function firstOfEach(missing: readonly Missing[]): Missing[] {
  const named = new Map<BodyId, Missing>();
  for (const one of missing) if (!named.has(one.body)) named.set(one.body, one);
  return [...named.values()];
}
