// How one body stands in one round: which side its decision counts for, and why it does not count yet.
import type { Missing } from '../refusal.js';
import type { Position } from '../rule.js';
import type { Day, BodyId, DecisionKind, MissingWhy, Side } from '../vocabulary.js';
import type { Gate } from '../workflow/workflow.js';
import { countingDecision, type Condition, type Decision, type Dossier, type Round } from './state.js';

export interface BodyStand extends Position {
  decision: Decision | null;
  missing: Missing | null;
}

const sides: Partial<Record<DecisionKind, Side>> = {
  agree: 'for',
  'agree-with-remarks': 'for',
  'agree-with-conditions': 'for',
  disagree: 'against',
  deferred: 'undecided',
  noted: 'undecided',
};

/** Whether the body has still to decide: it never did, deferred, only took note, or disputes what was recorded for it. */
export const hasStillToDecide = (decision: Decision | null | undefined): boolean =>
  !decision || decision.kind === 'deferred' || decision.kind === 'noted' || decision.confirmation === 'disputed';

export function standOf(dossier: Dossier, gate: Gate, round: Round, body: BodyId): BodyStand {
  const decision = countingDecision(dossier, round, body);
  if (!decision) return { body, side: 'silent', decision: null, missing: { body, why: 'silent', until: null } };
  const reason = whyUndecided(dossier, gate, decision);
  if (reason) {
    const [why, until] = reason;
    return { body, side: 'undecided', decision, missing: { body, why, until } };
  }
  return { body, side: sideOf(decision), decision, missing: null };
}

type Reason = [MissingWhy, Day | null];

function whyUndecided(dossier: Dossier, gate: Gate, decision: Decision): Reason | null {
  if (decision.confirmation === 'disputed') return ['disputed', null];
  if (decision.confirmation === 'unconfirmed' && gate.unconfirmed === 'waits') return ['unconfirmed', null];
  const side = sideOf(decision);
  if (side === 'against') return null;
  if (side === 'undecided') return [answered(decision, 'deferred') ? 'deferred' : 'noted', decision.nextDate];
  const blocking = decision.conditions.map((id) => dossier.conditions[id]).find((c) => c && !isAnswered(c));
  if (!blocking) return null;
  return [blocking.status === 'rejected' ? 'condition-rejected' : 'condition-open', blocking.dueOn];
}

/** Against when one answer is against, else undecided when one is undecided, else for. */
function sideOf(decision: Decision): Side {
  const all = Object.values(decision.answers).map((kind) => sides[kind] ?? 'undecided');
  if (all.includes('against')) return 'against';
  return all.includes('undecided') ? 'undecided' : 'for';
}

const answered = (decision: Decision, kind: DecisionKind): boolean => Object.values(decision.answers).includes(kind);

/** Elaboration: the chair adopted or carried it. Suspensive: the body itself said that it is met, or waived it. */
function isAnswered({ effect, status }: Condition): boolean {
  if (status === 'met' || status === 'waived') return true;
  return effect === 'elaboration' && (status === 'adopted' || status === 'carried');
}
