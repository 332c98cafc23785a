// What is unusual or defective about a decision. It is recorded and counted all the same: a flag is for whoever judges.
import type { Day, DecisionKind, Slug } from '../vocabulary.js';
import { isClosed } from '../dossier/release.js';
import { endedOn } from '../dossier/successors.js';
import { joinedOn, type Decision, type Dossier, type Round } from '../dossier/state.js';
import { isAct, isTakenBack, sideByKinds } from './course.js';
import { secrecyFlags } from './secrecy.js';
import { mandateFlag } from './mandates.js';
import { isStale, reservationOutcome } from './stand.js';
import { isLate } from './term.js';

/** A decision that was recorded for a round of a gate; without a round before it was put. */
interface At {
  dossier: Dossier;
  gate: Slug;
  round: Round | null;
  day: Day;
}

/** By the date of the decision and the day that is asked about, never by when it was recorded. */
export function flagsOf(at: At, decision: Decision): Slug[] {
  const { dossier, gate, round, day } = at;
  const { listAdoptedOn, subjectTo } = decision;
  const end = endedOn(dossier, decision.body);
  const flags: [Slug, boolean][] = [
    ['ended', end !== null && decision.decidedOn >= end],
    ...(round ? inRound(round, decision, day) : [['before-submission', true] as [Slug, boolean]]),
    // Assen, Aa en Hunze and others adopt the list of a meeting in the next one: until then it can still change.
    ['provisional', listAdoptedOn === null || listAdoptedOn > day],
    ['stale', round !== null && isStale(round, decision, day)],
    ['not-in-plan', decision.unplanned.length > 0],
    ...contradictions(decision),
    ...lacking(decision),
    ...withoutMandate(at, decision),
    ['not-conform', decision.conform === false],
    ['closed', isClosed(decision, day)],
    ...secrecy(at, decision),
    ['withdrawn', isTakenBack({ dossier, id: gate, day }, decision)],
    ['no-decision', !isAct(decision)],
    ['reservation-refused', subjectTo !== null && reservationOutcome({ dossier, day }, subjectTo) === 'refused'],
  ];
  return flags.filter(([, applies]) => applies).map(([flag]) => flag);
}

function inRound(round: Round, decision: Decision, day: Day): [Slug, boolean][] {
  const { decidedOn, body } = decision;
  const joined = joinedOn(round, body);
  return [
    ['late', isLate(round, decision, day)],
    ['before-submission', decidedOn < round.submittedOn],
    ['before-joining', joined !== null && decidedOn < joined],
    ['after-ruling', isAfterRuling(round, decision)],
  ];
}

function secrecy({ dossier, day }: At, decision: Decision): [Slug, boolean][] {
  if (decision.secrecy.length === 0) return [];
  const { rests, noInterest, liftedByOther } = secrecyFlags(
    decision,
    dossier.plan.bodies.get(decision.body)?.kind,
    day,
  );
  return [
    ['secrecy', rests],
    ['secrecy-no-interest', noInterest],
    ['secrecy-lifted-by-other', liftedByOther],
  ];
}

/** Where points or votes say otherwise than the answer: they change nothing, and somebody looks at it. */
function contradictions(decision: Decision): [Slug, boolean][] {
  const { decisionPoints, groupVotes, unanimous } = decision;
  const side = sideByKinds(decision);
  const verdicts = decisionPoints.map(({ verdict }) => verdict);
  const all = (...some: string[]) => verdicts.length > 0 && verdicts.every((one) => some.includes(one));
  const cast = (on: 'for' | 'against') => groupVotes.reduce((sum, vote) => sum + (vote[on] ?? 0), 0);
  const [yes, no] = [cast('for'), cast('against')];
  const isOutvoted = (side === 'for' && no >= yes && no > 0) || (side === 'against' && yes > no);
  return [
    ['points-differ', side === 'for' ? all('not-agreed') : side === 'against' && all('agreed', 'amended')],
    ['votes-differ', isOutvoted || (unanimous === true && yes > 0 && no > 0)],
  ];
}

function withoutMandate(at: At, decision: Decision): [Slug, boolean][] {
  const lacks = mandateFlag(at, decision);
  return [
    ['no-mandate', lacks === 'no-mandate'],
    ['mandate-ended', lacks === 'mandate-ended'],
    ['mandate-unconfirmed', lacks === 'mandate-unconfirmed'],
  ];
}

/** What an answer says nothing, or too little, without. */
function lacking({
  answers,
  reason,
  ground,
  signatory,
  capacity,
  authorisedOn,
  decidedOn,
}: Decision): [Slug, boolean][] {
  const given = new Set<DecisionKind>(Object.values(answers));
  const isSigned = given.has('signed');
  return [
    ['no-reason', given.has('disagree') && reason === null],
    ['no-ground', given.has('consent-withheld') && ground === 'not-stated'],
    ['no-signatory', isSigned && signatory === null],
    ['no-capacity', isSigned && capacity === null],
    ['no-authorisation', isSigned && (authorisedOn === null || authorisedOn > decidedOn)],
  ];
}

/** Recorded when the round was concluded, or kept to its body on that day: the conclusion did not count it. */
function isAfterRuling({ settled, split, rulings }: Round, decision: Decision): boolean {
  const concludedOn = split?.on ?? rulings.at(-1)?.ruledOn;
  return decision.afterRuling || (settled !== null && concludedOn !== undefined && isClosed(decision, concludedOn));
}
