// The turns at a gate that lies open: of every body that is waited for, of whoever is to answer a condition, of the chair.
import { dayOf, daysAfter, latest } from '../calendar.js';
import type { Sight } from '../commands/command.js';
import { earlierDays } from '../commands/conclusion.js';
import { gateAt } from '../commands/targets.js';
import { isCurrent, isKnown, isMet } from '../dossier/carried.js';
import { isAskedAgain } from '../dossier/position.js';
import { isClosed } from '../dossier/release.js';
import { standing, type Standing } from '../dossier/standing.js';
import {
  countingDecision,
  joinedOn,
  type Condition,
  type Decision,
  type Dossier,
  type Round,
} from '../dossier/state.js';
import { dueOn } from '../dossier/term.js';
import type { Missing } from '../refusal.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { areCouncils } from '../workflow/plan.js';
import type { Turn, TurnKind, TurnRole } from './turn.js';

/** A gate that lies open, as someone looks at it on a day. */
export interface OpenGate {
  dossier: Dossier;
  gate: Slug;
  round: Round;
  day: Day;
  sees: Sight;
}

/** Why a body does not count yet, where it is for the body itself to decide or to confirm. */
const awaited = new Set<Missing['why']>([
  'silent',
  'scheduled',
  'deferred',
  'noted',
  'announced',
  'unconfirmed',
  'disputed',
  'stale',
]);

/** Who records for a body. */
export const recorderOf = ({ plan }: Dossier, bodies: readonly BodyId[]): TurnRole =>
  areCouncils(plan, bodies) ? 'clerk' : 'secretary';

export function turnsAtGate(at: OpenGate): Turn[] {
  const { dossier, gate, round, day } = at;
  const stand = standing(dossier, gate, round, day);
  return [
    ...stand.missing.filter(({ why }) => awaited.has(why)).map((missing) => toDecide(at, missing)),
    ...conditionsToAnswer(at, stand).map((condition) => toAnswer(at, condition)),
    toRule(at, stand),
  ];
}

const turnAt = ({ gate, round }: OpenGate): Omit<Turn, 'what' | 'role' | 'body' | 'since'> => ({
  phase: gate,
  gate,
  bodies: [],
  decision: null,
  condition: null,
  missing: null,
  until: round.replyBy,
  blocks: null,
});

/** Of a decision that its body keeps to itself others see no more than that the body is waited for. */
function toDecide(at: OpenGate, missing: Missing): Turn {
  const { dossier, round, sees } = at;
  const { body } = missing;
  const counting = countingDecision(dossier, round, body);
  const decision = counting && sees(counting) ? counting : undefined;
  const what = whatIsLeft(round, decision);
  return {
    ...turnAt(at),
    what,
    role: recorderOf(dossier, [body]),
    body,
    decision: what === 'decide' ? null : (decision?.id ?? null),
    missing,
    since: askedSince(round, body, what, decision),
    until: dueOn(round.terms.gate, round, body),
  };
}

/** What a body that is waited for is to do, beside what counts of it now. */
export function whatIsLeft(round: Round, decision: Decision | undefined): 'decide' | 'decide-again' | 'confirm' {
  if (!decision) return 'decide';
  if (isAskedAgain(round, decision)) return 'decide-again';
  return decision.confirmation === 'unconfirmed' && !decision.withdrawn ? 'confirm' : 'decide';
}

function askedSince(round: Round, body: BodyId, what: TurnKind, decision: Decision | undefined): Day | null {
  if (decision && what === 'confirm') return dayOf(decision.recorded.recordedAt);
  if (what === 'decide-again') return round.proposals.at(-1)?.on ?? null;
  // What it took back, or disputes, it has to decide from that day on.
  const disputedOn = decision?.confirmation === 'disputed' ? decision.confirmedOn : null;
  return latest(round.submittedOn, joinedOn(round, body), decision?.withdrawn?.on, disputedOn);
}

/** The conditions that this gate waits for: its own that nobody answered, and carried ones that are not met. */
function conditionsToAnswer({ dossier, gate, day }: OpenGate, { bodies, carried }: Standing): Condition[] {
  const asked = new Set(bodies.map(({ body }) => body));
  const own = Object.values(dossier.conditions).filter(
    (one) => one.gate === gate && isCurrent(dossier, one) && isKnown(dossier, one, day) && asked.has(one.body),
  );
  const isLeft = ({ status }: Condition): boolean => status === 'open' || status === 'disputed';
  return [...own.filter(isLeft), ...carried.filter((one) => !isMet(one))];
}

/** The chair answers what a body leaves to the elaboration; the body itself what was carried, and what it made to wait for. */
function toAnswer(at: OpenGate, condition: Condition): Turn {
  const { dossier, round, day } = at;
  const { id, gate, body, effect, carriedTo, answeredOn, decision } = condition;
  const isForChair = effect === 'elaboration' && carriedTo === null;
  const made = dossier.rounds[gate]?.flatMap(({ decisions }) => decisions).find((one) => one.id === decision);
  return {
    ...turnAt(at),
    what: 'answer-condition',
    gate,
    role: isForChair ? 'chair' : recorderOf(dossier, [body]),
    body: isForChair ? round.terms.gate.ruledBy : body,
    bodies: isForChair ? [body] : [],
    condition: id,
    since: latest(round.submittedOn, made?.decidedOn, made && releasedOn(made, day), answeredOn),
    until: condition.dueOn ?? round.replyBy,
  };
}

/** The day from which the region knows of a decision that was closed before. */
const releasedOn = (decision: Decision, day: Day): Day | null =>
  isClosed(decision, day) ? null : decision.release.from;

function toRule(at: OpenGate, stand: Standing): Turn {
  const isOpen = stand.outcome === 'open';
  const bodies = stand.missing.map(({ body }) => body);
  return {
    ...turnAt(at),
    what: 'rule',
    role: 'chair',
    body: at.round.terms.gate.ruledBy,
    since: isOpen ? null : concludableSince(at, stand),
    blocks: isOpen ? { code: 'outcome-open', phases: [], outside: [], bodies } : null,
  };
}

/**
 * The newest day that the outcome rests on. Beside facts a day alone can bring it about: the first after a term that a
 * body let pass, or the one on which a decision is released.
 */
function concludableSince({ dossier, gate, round, day }: OpenGate, stand: Standing): Day | null {
  const rests = latest(...earlierDays({ ...gateAt(dossier, gate), round }, stand, day, stand.outcome === 'go'));
  const days = stand.bodies.flatMap(({ body, lapsed, missing, decision }): (Day | null)[] => {
    const due = lapsed && missing ? dueOn(round.terms.gate, round, body) : null;
    return [due && daysAfter(due, 1), decision && releasedOn(decision, day)];
  });
  const later = days.filter((one): one is Day => one !== null && one <= day && one > (rests ?? '')).sort();
  if (later.length === 0) return rests;
  return (
    [...(rests ? [rests] : []), ...later].find((one) => standing(dossier, gate, round, one).outcome !== 'open') ?? null
  );
}
