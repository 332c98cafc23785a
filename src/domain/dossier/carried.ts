// Conditions that an earlier gate passed on: until each is met or waived, the gate of their phase cannot be a go.
import type { Missing } from '../refusal.js';
import type { Finding } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import { isClosed } from './release.js';
import { currentRound, type Condition, type Dossier } from './state.js';
import { supersededBy } from './decision-order.js';

/** The conditions carried to this phase, met ones too, in the order in which they were made. */
export const carriedTo = (dossier: Dossier, phase: Slug): Condition[] =>
  Object.values(dossier.conditions).filter((c) => c.carriedTo === phase && isCurrent(dossier, c));

/** Whether the decision that made it still counts: in the round that its gate is in, and not superseded. */
export function isCurrent(dossier: Dossier, condition: Condition): boolean {
  const round = currentRound(dossier, condition.gate);
  return round?.number === condition.round && !isLapsed(dossier, condition);
}

/** A condition lapses with its decision. */
export function isLapsed(dossier: Dossier, condition: Condition): boolean {
  const [round, decision] = madeBy(dossier, condition);
  if (!round || !decision) return true;
  return decision.withdrawn !== null || supersededBy(dossier, round, decision) !== null;
}

/** A condition is known to the region when its decision is. */
export function isKnown(dossier: Dossier, condition: Condition, day: Day): boolean {
  const [, decision] = madeBy(dossier, condition);
  return decision !== undefined && !isClosed(decision, day);
}

function madeBy(dossier: Dossier, { gate, round: number, decision: id }: Condition) {
  const round = dossier.rounds[gate]?.find((r) => r.number === number);
  return [round, round?.decisions.find((d) => d.id === id)] as const;
}

export const isMet = ({ status }: Condition): boolean => status === 'met' || status === 'waived';

export const missingFrom = (conditions: readonly Condition[]): Missing[] =>
  conditions.filter((c) => !isMet(c)).map((c) => ({ body: c.body, why: 'condition-open', until: c.dueOn }));

/** How many there are, and how many of them are met. */
export interface CarriedFigures {
  size: number;
  met: number;
}

/** The second line of the explanation beside the rule, shaped like a rule of its own. */
export function explainCarried(conditions: readonly Condition[]): Finding<CarriedFigures> {
  const open = conditions.filter((c) => !isMet(c));
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
