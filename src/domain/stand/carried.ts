// Conditions that an earlier gate passed on: until each is met or waived, the gate of their phase cannot be a go.
import { actOf, readingOf } from '../dossier/acts.js';
import { isClosed } from '../dossier/release.js';
import { currentRound, type Condition, type Dossier } from '../dossier/state.js';
import { successorOf } from '../dossier/successors.js';
import type { Missing } from '../refusal.js';
import type { Finding } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import { isMet, statusOn } from './conditions.js';
import { courseOf } from './course.js';

/**
 * The conditions carried to this phase, met ones too, in the order in which they were made: each of the body that made
 * it, or of its successor.
 */
export const carriedTo = (dossier: Dossier, phase: Slug, day: Day): Condition[] =>
  Object.values(dossier.conditions)
    .filter((one) => statusOn(one, day).carriedTo === phase && isCurrent(dossier, one, day))
    .map((one) => ({ ...one, body: successorOf(dossier, one.body) }));

/** Whether it is in force on a day: the act that made it stands, in the round that its gate is in. */
export const isCurrent = (dossier: Dossier, condition: Condition, day: Day): boolean =>
  currentRound(dossier, condition.gate)?.number === condition.round && !isLapsed(dossier, condition, day);

/** A condition lapses when the act that made it does not stand any more. */
export function isLapsed(dossier: Dossier, { id, gate, round: number, body, decision }: Condition, day: Day): boolean {
  const act = actOf(dossier, gate, decision);
  if (!act || !readingOf(act).conditions.includes(id)) return true;
  const round = dossier.rounds[gate]?.find((one) => one.number === number);
  if (!round) return false; // it was recorded before the gate was put
  if (isClosed(readingOf(act), day)) return false; // its own body alone sees it
  return courseOf({ dossier, id: gate, round, day }, body).decision?.act !== act.id;
}

/** A condition is known to the region when its decision is. */
export function isKnown(dossier: Dossier, { gate, decision }: Condition, day: Day): boolean {
  const act = actOf(dossier, gate, decision);
  return act !== undefined && readingOf(act).decidedOn <= day && !isClosed(readingOf(act), day);
}

export const missingFrom = (conditions: readonly Condition[], day: Day): Missing[] =>
  conditions.filter((c) => !isMet(c, day)).map((c) => ({ body: c.body, why: 'condition-open', until: c.dueOn }));

/** How many there are, and how many of them are met. */
export interface CarriedFigures {
  size: number;
  met: number;
}

/** The second line of the explanation beside the rule, shaped like a rule of its own. */
export function explainCarried(conditions: readonly Condition[], day: Day): Finding<CarriedFigures> {
  const open = conditions.filter((c) => !isMet(c, day));
  const bodiesOf = (list: readonly Condition[]) => [...new Set(list.map((c) => c.body))];
  const all = bodiesOf(conditions);
  return {
    rule: 'carried-conditions',
    outcome: open.length === 0 ? 'go' : 'open',
    certain: open.length === 0,
    figures: { size: conditions.length, met: conditions.length - open.length },
    because: open.length === 0 ? all : [],
    without: open.length === 0 ? [{ outcome: 'open', certain: false, bodies: all }] : [],
    canChange: bodiesOf(open),
    parts: [],
  };
}
