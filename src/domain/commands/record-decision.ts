// Records what a body decided: by the body itself, or by the region with evidence. Never overwrites: a revision (decided
// again) is an act of its own day, and a correction (wrongly recorded) a later reading of the act that it names.
import { actOf, actsOf, readingOf } from '../dossier/acts.js';
import type { DecisionEvent, DecisionFacts, NewEventOf } from '../dossier/events.js';
import type { Act, Decision, Dossier } from '../dossier/state.js';
import { isOwnWord } from '../dossier/successors.js';
import { isClosed, isClosedFrom } from '../dossier/release.js';
import { keep } from '../facts/keeping.js';
import { decisionFacts, type RecordDecision } from '../facts/of-decisions.js';
import type { Acting } from '../permissions.js';
import { invalid, Refusal, refused, type FieldError } from '../refusal.js';
import { courseOf, isOpen, type Course } from '../stand/course.js';
import type { Day, Slug } from '../vocabulary.js';
import { defineCommand, type Ask, type Context } from './command.js';
import { decisionFields } from './decision-fields.js';
import { decisionFolds } from './decision-fold.js';
import { correctedReading, firstReading, type WholeDecision } from './decision-reading.js';
import { withReopening } from './late-change.js';
import { gateAt, knownBody, mustHavePassed, mustNotBeStopped, type GateTarget } from './targets.js';

type Own = DecisionEvent['type'];

export const recordDecision = defineCommand<{ gate: Slug }, GateTarget, typeof decisionFacts, Own>({
  says: decisionFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ dossier, gate }, { body, corrects }): Ask[] => {
    const known = knownBody(dossier, body);
    const record: Ask = { right: 'record-decision', body: known };
    if (corrects === undefined) return [record];
    return [{ right: 'correct-decision', body: gate.ruledBy, recordsFor: known }, record];
  },
  names: ({ belongsTo }) => (belongsTo === undefined ? [] : [belongsTo]),
  fields: (target, asked, context) => {
    const read = wholeOf(target, asked, context);
    if ('errors' in read) return read.errors;
    const errors = decisionFields(target, read.whole, context);
    const isJudged = errors.some(({ pointer }) => pointer === '/belongsTo');
    return isJudged ? errors : [...errors, ...elsewhereFields(asked, read.act, context)];
  },
  ready: ({ dossier }) => mustNotBeStopped(dossier),
  decide: (target, asked, context) => {
    const read = wholeOf(target, asked, context);
    if ('errors' in read) throw invalid(read.errors);
    const { act, whole } = read;
    if (act) mayCorrect(target, act, whole, context);
    else mayDecide(target, whole, context);
    return withReopening(target, [recorded(target, whole, act, context)], decisionFolds, context);
  },
  folds: decisionFolds,
});

/** What is asked with everything that it does not say: of a new decision by default, of a correction from the former reading. */
function wholeOf(
  target: GateTarget,
  asked: RecordDecision,
  { by, today }: Context,
): { whole: WholeDecision; act: Act | null } | { errors: FieldError[] } {
  if (asked.corrects === undefined) {
    const whole = firstReading(target, asked);
    return Array.isArray(whole) ? { errors: whole } : { whole, act: null };
  }
  const { dossier, phase } = target;
  const act = actOf(dossier, phase.id, asked.corrects);
  const named = act?.readings.find(({ id }) => id === asked.corrects);
  if (!act || !named || !mayKnow(dossier, named, by, today) || act.body !== asked.body)
    return {
      errors: [
        { pointer: '/corrects', code: 'unknown-decision', allowed: correctable(target, asked.body, by.body, today) },
      ],
    };
  const whole = correctedReading(target, named, asked);
  return Array.isArray(whole) ? { errors: whole } : { whole, act };
}

/** Where it belongs is a dossier that who says so may see; one that is not there is no other. What was said stays. */
function elsewhereFields({ corrects, belongsTo }: RecordDecision, act: Act | null, { sees }: Context): FieldError[] {
  const former = act?.readings.find(({ id }) => id === corrects)?.belongsTo;
  if (belongsTo === undefined || belongsTo === former || !sees || sees(belongsTo)) return [];
  return [{ pointer: '/belongsTo', code: 'unknown-dossier' }];
}

const correctable = ({ dossier, phase }: GateTarget, body: string, asker: string | null, today: Day): string[] =>
  actsOf(dossier, phase.id, body)
    .map(newestReading)
    .filter((decision) => isOwnWord(dossier, body, asker) || !isClosed(decision, today))
    .map(({ id }) => id);

/** What one corrects: what waits beside the act, else what holds; what the body said is not so is gone. */
const newestReading = (act: Act): Decision => act.readings.find(({ id }) => id === act.proposed) ?? readingOf(act);

/**
 * A correction names the newest reading, or somebody mended it meanwhile; the body may also name the one that holds while
 * a proposal of the region waits beside it. It cannot tell fewer people than the reading that it corrects.
 * @throws Refusal
 */
function mayCorrect(
  { dossier }: GateTarget,
  act: Act,
  { corrects, release, body }: WholeDecision,
  { by, today }: Context,
): void {
  const newest = newestReading(act);
  const isHeld = act.holds === corrects && isOwnWord(dossier, body, by.body);
  if (newest.id !== corrects && !isHeld) throw new Refusal('not-the-latest', { exists: [newest.id] });
  const former = act.readings.find(({ id }) => id === corrects)?.release;
  if (!release || !former || isClosedFrom(former, today)) return;
  if (isClosedFrom(release, today) || (former.scope === 'public' && release.scope !== 'public'))
    throw invalid([{ pointer: '/release', code: 'not-allowed-here', because: { code: 'narrower-release' } }]);
}

/** Where a decision of the body itself stands on that very day, who decides again says so. @throws Refusal */
function mayDecide(
  target: GateTarget,
  { body, revises, decidedOn: day, round: number }: WholeDecision,
  { by, today }: Context,
): void {
  const { dossier, phase } = target;
  const { foundedBy } = dossier.plan.bodies.get(body) ?? {};
  if (foundedBy !== undefined) mustHavePassed(dossier, [foundedBy]);
  const round = dossier.rounds[phase.id]?.find((one) => one.number === number) ?? { number, electorateChanges: [] };
  const stands = ownDecisionOf(courseOf({ dossier, id: phase.id, round, day }, body));
  if (revises === undefined) {
    if (stands) throw refused('decision-exists', { decision: stands.id });
    return;
  }
  const named = actOf(dossier, phase.id, revises)?.readings.find(({ id }) => id === revises);
  if (named?.body !== body || !mayKnow(dossier, named, by, today))
    throw invalid([{ pointer: '/revises', code: 'unknown-decision' }]);
  if (stands && stands.act !== named.act && !isClosed(named, today))
    throw new Refusal('not-the-latest', { exists: [stands.id] });
}

/** A decision of the body itself; what it deferred or only noted leaves it free to decide. */
const ownDecisionOf = ({ by, decision }: Course): Decision | null =>
  by === 'own' && decision !== null && !isOpen(decision) ? decision : null;

const mayKnow = (dossier: Dossier, decision: Decision, by: Acting, today: Day): boolean =>
  isOwnWord(dossier, decision.body, by.body) || !isClosed(decision, today);

function recorded(target: GateTarget, whole: WholeDecision, act: Act | null, context: Context): NewEventOf<Own> {
  const { corrects, revises, decidedOn: on } = whole;
  const { facts: said, texts } = keep(decisionFacts, whole);
  const { conditions, ...kept } = said;
  const facts: DecisionFacts = { ...ownFacts(target, whole, context), ...kept };
  if (conditions)
    facts.conditions = conditions.map((condition, i) => ({
      id: whole.conditions?.[i]?.id ?? context.newId(),
      ...condition,
    }));
  if (act && corrects !== undefined) return { type: 'DecisionCorrected', on, facts: { ...facts, corrects }, texts };
  if (revises !== undefined) return { type: 'DecisionRevised', on, facts: { ...facts, revises }, texts };
  return { type: 'DecisionRecorded', on, facts, texts };
}

/** What the command adds itself: the place of the decision, and whose word it is. */
function ownFacts(
  { dossier, phase, gate }: GateTarget,
  { round, body, decision: kind, answers }: WholeDecision,
  context: Context,
) {
  const unplanned = [...new Set(Object.values(answers))].filter((one) => !gate.kinds.includes(one));
  return {
    gate: phase.id,
    round,
    decision: context.newId(),
    body,
    kind,
    answers,
    ...(unplanned.length > 0 ? { unplanned } : {}),
    confirmation: isOwnWord(dossier, body, context.by.body) ? ('by-body' as const) : ('unconfirmed' as const),
  };
}
