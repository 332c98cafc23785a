// The turns at a gate that lies open: of every body that is waited for, of whoever is to answer a condition, of the chair.
import { dayOf, daysAfter, latest } from '../calendar.js';
import type { Visibility } from '../commands/command.js';
import { earlierDays } from '../commands/conclusion.js';
import { gateAt } from '../commands/targets.js';
import { actOf, readingOf } from '../dossier/acts.js';
import { isClosed } from '../dossier/release.js';
import { joinedOn, type Condition, type Decision, type Dossier, type Round } from '../dossier/state.js';
import { standing, type Standing } from '../stand/at-gate.js';
import { isCurrent, isKnown } from '../stand/carried.js';
import { isMet, statusOn } from '../stand/conditions.js';
import { isAct, isOpen } from '../stand/course.js';
import { isAskedAgain, missingOf, waitsInVain, type Stand } from '../stand/stand.js';
import { dueForAll, dueOn } from '../stand/term.js';
import type { Missing } from '../refusal.js';
import type { Day, Id, Slug } from '../vocabulary.js';
import { isByItself } from '../workflow/asks.js';
import { listTurns } from './lists.js';
import { recorderOf } from './recorder.js';
import { requirementTurns } from './requirements.js';
import { plainTurn, type Turn } from './turn.js';

/** A gate that lies open, as someone looks at it on a day. */
export interface OpenGate {
  dossier: Dossier;
  gate: Slug;
  round: Round;
  day: Day;
  sees: Visibility;
}

/** Why a body does not count yet, where it is for the body itself to decide. */
const awaited = new Set<Missing['why']>([
  'silent',
  'scheduled',
  'deferred',
  'noted',
  'forwarded',
  'not-in-plan',
  'announced',
  'disputed',
  'stale',
  'other-text',
]);

export function turnsAtGate(at: OpenGate): Turn[] {
  const { dossier, gate, round, day } = at;
  const stand = standing(dossier, gate, round, day);
  return [
    ...stand.bodies.flatMap((one) => [...toDecide(at, one), ...toConfirm(at, one)]),
    ...disputedAt(at).map((one) => toCorrect(at, one)),
    ...conditionsToAnswer(at, stand).map((condition) => toAnswer(at, condition)),
    ...requirementTurns(dossier, gate, day, dueForAll(round, day)),
    ...listTurns(dossier, gate, round, day),
    ...(isByItself(round.terms.gate) && stand.outcome === 'open' ? [] : [toRule(at, stand)]),
  ];
}

const turnAt = ({ gate, round, day }: OpenGate): Omit<Turn, 'what' | 'role' | 'body' | 'since'> => ({
  phase: gate,
  gate,
  ...plainTurn,
  until: dueForAll(round, day),
});

/** Of a decision that its body keeps to itself others see no more than that the body is waited for; the body is done. */
function toDecide(at: OpenGate, stand: Stand): Turn[] {
  const { dossier, round, day, sees } = at;
  const { body, why, decision, hidden } = stand;
  const missing = missingOf(stand);
  const isStuck = waitsInVain(at, stand);
  if (!missing || !why || !(awaited.has(why) || isStuck)) return [];
  if (why === 'announced' && hidden && sees(hidden) && !isOpen(hidden)) return [];
  const again = decision !== null && (isStuck || isAskedAgain(round, decision, day)) ? decision : null;
  return [
    {
      ...turnAt(at),
      what: again ? 'decide-again' : 'decide',
      role: recorderOf(dossier, [body]),
      body,
      decision: again?.id ?? null,
      missing,
      since: askedSince(at, stand, again),
      until: dueOn(round, body, day),
    },
  ];
}

/** What the region recorded waits for the word of the body, whether it counts meanwhile or stands beside. */
function toConfirm(at: OpenGate, stand: Stand): Turn[] {
  const { dossier, round, day } = at;
  const { body, decision, shadow, beside } = stand;
  const waiting = [...(shadow && decision ? [decision] : []), ...beside];
  return waiting.map((one) => ({
    ...turnAt(at),
    what: 'confirm',
    role: recorderOf(dossier, [body]),
    body,
    decision: one.id,
    missing: one === decision ? missingOf(stand) : null,
    since: dayOf(one.recorded.recordedAt),
    until: dueOn(round, body, day),
  }));
}

/** What a body says is not so: whoever recorded it puts it right, or says that there was no decision. */
const disputedAt = ({ dossier, gate, round }: OpenGate): Decision[] =>
  (dossier.acts[gate] ?? [])
    .filter(({ disputed }) => disputed)
    .map(readingOf)
    .filter((one) => one.round === round.number && isAct(one));

const toCorrect = (at: OpenGate, { id, body, confirmedOn }: Decision): Turn => ({
  ...turnAt(at),
  what: 'correct-disputed',
  role: 'process-lead',
  body: null,
  bodies: [body],
  decision: id,
  since: confirmedOn,
});

/** What a body took back, or disputes, it has to decide from that day on. */
function askedSince({ round, dossier, gate, day }: OpenGate, { body }: Stand, again: Decision | null): Day | null {
  if (again && isAskedAgain(round, again, day)) return round.proposals.at(-1)?.on ?? null;
  if (again) return latest(again.decidedOn, ...again.conditions.map((id) => answeredOn(dossier, id, day)));
  const back = (dossier.takenBack[gate] ?? []).filter((one) => one.body === body && one.on <= day).map(({ on }) => on);
  const disputed = (dossier.acts[gate] ?? [])
    .filter((act) => act.body === body && act.disputed)
    .map((act) => readingOf(act).confirmedOn);
  return latest(round.submittedOn, joinedOn(round, body), ...back, ...disputed);
}

function answeredOn({ conditions }: Dossier, id: Id, day: Day): Day | null {
  const condition = conditions[id];
  return condition ? statusOn(condition, day).answeredOn : null;
}

/** The conditions that this gate waits for: its own that nobody answered, and carried ones that are not met. */
function conditionsToAnswer({ dossier, gate, day }: OpenGate, { bodies, carried }: Standing): Condition[] {
  const asked = new Set(bodies.map(({ body }) => body));
  const own = Object.values(dossier.conditions).filter(
    (one) => one.gate === gate && isCurrent(dossier, one, day) && isKnown(dossier, one, day) && asked.has(one.body),
  );
  const isLeft = (one: Condition): boolean => ['open', 'disputed'].includes(statusOn(one, day).status);
  return [...own.filter(isLeft), ...carried.filter((one) => !isMet(one, day))];
}

/** The chair answers a condition that is left to the elaboration; the body answers one that was carried or suspends its yes. */
function toAnswer(at: OpenGate, condition: Condition): Turn {
  const { dossier, round, day } = at;
  const { id, gate, body, effect, decision } = condition;
  const { carriedTo, answeredOn } = statusOn(condition, day);
  const isForChair = effect === 'elaboration' && carriedTo === null;
  const act = actOf(dossier, gate, decision);
  const made = act && readingOf(act);
  return {
    ...turnAt(at),
    what: 'answer-condition',
    gate,
    role: isForChair ? 'chair' : recorderOf(dossier, [body]),
    body: isForChair ? round.terms.gate.ruledBy : body,
    bodies: isForChair ? [body] : [],
    condition: id,
    since: latest(round.submittedOn, made?.decidedOn, made && releasedOn(made, day), answeredOn),
    until: condition.dueOn ?? dueForAll(round, day),
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
 * The day from which the outcome stands: that of the newest fact behind it, or a later day that alone brought it about,
 * such as the first after a lapsed term or the day of a release.
 */
function concludableSince({ dossier, gate, round, day }: OpenGate, stand: Standing): Day | null {
  const rests = latest(...earlierDays({ ...gateAt(dossier, gate), round }, stand, day, stand.outcome === 'go'));
  const days = stand.bodies.flatMap(({ body, lapsed, why, decision }): (Day | null)[] => {
    const due = lapsed && why ? dueOn(round, body, day) : null;
    return [due && daysAfter(due, 1), decision && releasedOn(decision, day)];
  });
  const later = days.filter((one): one is Day => one !== null && one <= day && one > (rests ?? '')).sort();
  if (later.length === 0) return rests;
  return (
    [...(rests ? [rests] : []), ...later].find((one) => standing(dossier, gate, round, one).outcome !== 'open') ?? null
  );
}
