// Whose an open turn is: which person can take it today, and who may come to have one without anything being recorded.
import { refusalOf, type Occasion } from '../commands/commands.js';
import { currentRound, runningState, statusOf, type Dossier } from '../dossier/state.js';
import { isValid, partyOf, type Assignment, type Person } from '../permissions.js';
import type { Refusal } from '../refusal.js';
import type { Day, Role, Slug } from '../vocabulary.js';
import { recorderOf } from './at-gate.js';
import type { Turn, TurnRole } from './turn.js';

export interface Whose {
  role: TurnRole;
  /** The body that the role is of; the region for its process lead. */
  whose: string;
}

/** The turns that someone in a role takes: a deputy those of the chair, and who records for a body all that are its own. */
const taking: Partial<Record<Role, readonly TurnRole[]>> = {
  'process-lead': ['process-lead'],
  secretary: ['secretary', 'clerk'],
  clerk: ['secretary', 'clerk'],
  chair: ['chair'],
  'deputy-chair': ['chair'],
};

const ofAssignment = ({ role, body }: Assignment): Whose[] =>
  body === null
    ? []
    : (taking[role] ?? []).map((one) => ({ role: one, whose: one === 'process-lead' ? partyOf(body) : body }));

/** All that this person stands for today. */
export const allOf = ({ assignments }: Person, today: Day): Whose[] =>
  assignments.filter((one) => isValid(one, today)).flatMap(ofAssignment);

/** Whether it is the turn of this person: in their role, and nothing that they are keeps them from it. */
export function isTurnOf({ dossier, person, today }: Occasion, turn: Turn): boolean {
  const whose = turn.body ?? dossier.plan.region;
  if (!allOf(person, today).some((one) => one.role === turn.role && one.whose === whose)) return false;
  return turn.blocks !== null || refusalOfTurn({ dossier, person, today }, turn) === null;
}

/** Why this person could not take a turn now, by the command that it asks for; null where they can. */
export function refusalOfTurn(occasion: Occasion, turn: Turn): Refusal | null {
  const { phase } = turn;
  const gate = turn.gate ?? phase;
  switch (turn.what) {
    case 'start-phase':
    case 'complete-phase':
    case 'rework-phase':
      return refusalOf(occasion, turn.what, { phase });
    case 'visit':
      return refusalOf(occasion, 'visit-body', { phase });
    case 'submit-gate':
      return refusalOf(occasion, 'submit-gate', { gate });
    case 'decide':
    case 'decide-again':
      return refusalOf(occasion, 'record-decision', { gate }, { body: turn.body ?? '', ...revising(turn) });
    case 'confirm':
      return refusalOf(occasion, 'confirm-decision', { gate, decision: turn.decision ?? '' });
    case 'answer-condition': {
      const answer = turn.role === 'chair' ? 'adopted' : 'met';
      return refusalOf(occasion, 'answer-condition', { gate, condition: turn.condition ?? '' }, { answer });
    }
    case 'rule':
      return refusalOf(occasion, 'rule-gate', { gate });
  }
}

const revising = ({ decision }: Turn) => (decision === null ? {} : { revises: decision });

/**
 * Who may have a turn in a dossier on any day, as long as nothing more is recorded. Wider than `turnsOf`: a day alone can
 * bring a turn, when a decision is released or a term ends, and no rule runs here. What was played back asks nothing of
 * anyone.
 */
export function mayHaveTurn(dossier: Dossier): Whose[] {
  if (runningState(dossier) !== 'running' || dossier.source !== null) return [];
  const found = new Map<string, Whose>();
  const all = dossier.plan.workflow.phases.flatMap(({ id }) => inPhase(dossier, id));
  for (const one of all) found.set(`${one.role} ${one.whose}`, one);
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

function inPhase(dossier: Dossier, phase: Slug): Whose[] {
  switch (statusOf(dossier, phase)) {
    case 'planned':
    case 'underway':
    case 'refused':
      return [{ role: 'process-lead', whose: dossier.plan.region }];
    case 'at-gate': {
      const round = currentRound(dossier, phase);
      if (!round) return [];
      const carried = Object.values(dossier.conditions).filter(({ carriedTo }) => carriedTo === phase);
      const bodies = [...round.electorate, ...carried.map(({ body }) => body)];
      return [
        { role: 'chair', whose: round.terms.gate.ruledBy },
        ...bodies.map((body) => ({ role: recorderOf(dossier, [body]), whose: body })),
      ];
    }
    case 'passed':
    case 'skipped':
    case 'dormant':
      return [];
  }
}
