// What becomes of a decision that was recorded: its body takes it back, releases it, or adopts the list it stands on;
// and the region answers the remarks that it holds, and the points of a zienswijze in its response note.
import type { Reason } from '../reasons.js';
import { invalid, refused, type FieldError } from '../refusal.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import {
  listAdoptionFacts,
  pointAnswerFacts,
  releaseFacts,
  remarkAnswerFacts,
  withdrawalFacts,
} from '../facts/of-decisions.js';
import { releaseScopes, type Day, type Id, type Slug } from '../vocabulary.js';
import { actOf, readingOf, withFact } from '../dossier/acts.js';
import type { Folds } from '../dossier/folds.js';
import type { Decision, Dossier } from '../dossier/state.js';
import { isClosed, isWider, widened } from '../dossier/release.js';
import { defineCommand, type Context, type Visibility } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { withReopening } from './late-change.js';
import { mustBeNew } from './once.js';
import {
  decisionAt,
  followsDecision,
  gateAt,
  mustBeTaken,
  mustNotBeStopped,
  type DecisionTarget,
  type GateTarget,
} from './targets.js';

interface Place {
  gate: Slug;
  decision: Id;
}

/** The decision is named beside the address, so that who may know of it is asked later. */
interface Withdrawing extends GateTarget {
  sees: Visibility;
}

const withdrawalFolds: Folds<'DecisionWithdrawn'> = {
  DecisionWithdrawn: (dossier, { on, facts, texts }, _, sequence, recordedAt) => {
    const { gate, decision } = facts;
    const act = actOf(dossier, gate, decision);
    if (!act) return dossier;
    const { id, body } = act;
    const { round } = readingOf(act);
    const taken = { decision, act: id, body, round, on, reason: texts.reason ?? null, sequence, recordedAt };
    return { ...dossier, takenBack: { ...dossier.takenBack, [gate]: [...(dossier.takenBack[gate] ?? []), taken] } };
  },
};

/** The body is silent again; the decision stays in the record, with the reason why it was taken back. */
export const withdrawDecision = defineCommand<{ gate: Slug }, Withdrawing, typeof withdrawalFacts, 'DecisionWithdrawn'>(
  {
    says: withdrawalFacts,
    locate: (dossier, place, sees) => ({ ...gateAt(dossier, place.gate), sees }),
    asks: (target, { decision }) => [{ right: 'withdraw-decision', body: decisionIn(target, decision)?.decision.body }],
    fields: (target, { decision, on }, { today }) => [
      ...happened('/on', on, today, target.dossier),
      ...(decisionIn(target, decision)
        ? []
        : [{ pointer: '/decision', code: 'unknown-decision' } satisfies FieldError]),
    ],
    ready: ({ dossier }) => mustNotBeStopped(dossier),
    decide: (target, asked, context) => {
      const { decision: id, on } = asked;
      const found = decisionIn(target, id);
      if (!found) throw new Error(`decision ${id} was found and is not there`);
      mustBeTaken(found);
      mayTakeBack(found, asked, context);
      const { facts, texts } = keep(withdrawalFacts, asked);
      const withdrawn = { gate: target.phase.id, decision: id, ...facts };
      return withReopening(
        target,
        [{ type: 'DecisionWithdrawn', on, facts: withdrawn, texts }],
        withdrawalFolds,
        context,
      );
    },
    fact: {
      type: 'DecisionWithdrawn',
      follows: (target, asked, context) => {
        const found = decisionIn(target, asked.decision);
        if (found) mayTakeBack(found, asked, context);
      },
    },
    folds: withdrawalFolds,
  },
);

/** What the region recorded is confirmed or disputed first; and what was taken back cannot be taken back again. */
function mayTakeBack(target: DecisionTarget, asked: { on: Day }, context: Context): void {
  const { dossier, phase, act } = target;
  if (!act.own) throw refused('not-in-this-state', { state: act.disputed ? 'disputed' : 'unconfirmed' });
  const isTaken = dossier.takenBack[phase.id]?.some((taken) => taken.act === act.id && taken.on <= asked.on);
  if (isTaken) throw refused('not-in-this-state', { state: 'withdrawn' });
  followsDecision(target, asked, context);
}

/** The decision of that name at this gate. */
function decisionIn(target: Withdrawing, id: Id | undefined): DecisionTarget | null {
  const act = id === undefined ? undefined : actOf(target.dossier, target.phase.id, id);
  const decision = act?.readings.find((one) => one.id === id);
  return act && decision && target.sees(decision) ? { ...target, act, decision } : null;
}

const releaseFolds: Folds<'DecisionReleased'> = {
  DecisionReleased: (dossier, { on, facts, texts }) =>
    withFact(dossier, facts, ({ release }) => ({
      release: { ...release, ...widened(release, on, facts), ground: texts.ground ?? null },
    })),
};

/** Only ever wider: what was known cannot be closed again, and a release that tells nobody more is none. */
export const releaseDecision = defineCommand<Place, DecisionTarget, typeof releaseFacts, 'DecisionReleased'>({
  says: releaseFacts,
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'release-decision', body: decision.body }],
  fields: ({ dossier, decision }, { on, scope, from }, { today }) => [
    ...happened('/on', on, today, dossier),
    ...notBefore('/from', from, on),
    ...(isWider(decision.release, on, { scope, from }) ? [] : [narrow(decision, on)]),
  ],
  ready: mustBeTaken,
  decide: (target, asked, context) => {
    const { on, from } = asked;
    const { phase, decision } = target;
    follows('/on', on, decision.decidedOn);
    const isKnown = !isClosed(decision, on);
    if (from !== undefined && (isKnown || from > (decision.release.from ?? from)))
      throw invalid([{ pointer: '/from', code: 'not-allowed-here' }]);
    const { facts, texts } = keep(releaseFacts, asked);
    const released = { gate: phase.id, decision: decision.id, ...facts };
    return withReopening(target, [{ type: 'DecisionReleased', on, facts: released, texts }], releaseFolds, context);
  },
  folds: releaseFolds,
});

/** What would be wider, if anything is. */
function narrow({ release }: DecisionTarget['decision'], on: Day): FieldError {
  const allowed = releaseScopes.filter((scope) => isWider(release, on, { scope }));
  const because: Reason = allowed.length > 0 ? { code: 'no-wider-release', allowed } : { code: 'known-to-all' };
  return { pointer: '/scope', code: 'not-allowed-here', allowed, because };
}

/** Where it was published may still be added to the same day; any other day is a correction of the decision. */
function isAdopted(
  { listAdoptedOn, ...known }: Decision,
  { on, publishedOn, publicationUrl }: Payload<typeof listAdoptionFacts>,
): boolean {
  const adds = [
    [publishedOn, known.publishedOn],
    [publicationUrl, known.publicationUrl],
  ].some(([said, before]) => said !== undefined && before === null);
  return listAdoptedOn !== null && !(adds && on === listAdoptedOn);
}

/** The list of the meeting is adopted: from then on the decision is no longer provisional. */
export const adoptList = defineCommand<Place, DecisionTarget, typeof listAdoptionFacts, 'ListAdopted'>({
  says: listAdoptionFacts,
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'adopt-list', body: decision.body }],
  fields: ({ dossier }, { on, publishedOn }, { today }) => [
    ...happened('/on', on, today, dossier),
    ...(publishedOn === undefined ? [] : happened('/publishedOn', publishedOn, today, dossier)),
  ],
  ready: mustBeTaken,
  decide: ({ phase, decision }, asked) => {
    const { on, publishedOn } = asked;
    mustBeNew(isAdopted(decision, asked) ? {} : null);
    follows('/on', on, decision.decidedOn);
    follows('/publishedOn', publishedOn ?? on, decision.decidedOn);
    const { facts, texts } = keep(listAdoptionFacts, asked);
    return [{ type: 'ListAdopted', on, facts: { gate: phase.id, decision: decision.id, ...facts }, texts }];
  },
  folds: {
    ListAdopted: (dossier, { on, facts, texts }) =>
      withFact(dossier, facts, (decision) => ({
        listAdoptedOn: on,
        publishedOn: facts.publishedOn ?? decision.publishedOn,
        publicationUrl: texts.publicationUrl ?? decision.publicationUrl,
      })),
  },
});

/** A point of a zienswijze is answered in the response note; the first is 0. */
export const answerPoint = defineCommand<Place, DecisionTarget, typeof pointAnswerFacts, 'PointAnswered'>({
  says: pointAnswerFacts,
  locate: decisionAt,
  asks: () => [{ right: 'answer-point' }],
  fields: (target, { on, point }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...indexFields('/point', point, target.decision.points),
  ],
  ready: mustBeTaken,
  decide: ({ phase, decision }, asked, context) => {
    followsDecision({ decision }, asked, context);
    mustBeNew(decision.pointAnswers[asked.point] === asked.answer ? {} : null);
    const { facts, texts } = keep(pointAnswerFacts, asked);
    return [{ type: 'PointAnswered', on: asked.on, facts: { gate: phase.id, decision: decision.id, ...facts }, texts }];
  },
  fact: { type: 'PointAnswered', follows: followsDecision },
  folds: {
    PointAnswered: (dossier, { facts, texts }) => {
      const at = placeIn(dossier, facts, facts.point, ({ points }) => points);
      return withFact(dossier, facts, (reading) => ({
        pointAnswers: withAnswer(reading.pointAnswers, at(reading), texts.answer ?? null),
      }));
    },
  },
});

/** So is a remark of an agreement. */
export const answerRemark = defineCommand<Place, DecisionTarget, typeof remarkAnswerFacts, 'RemarkAnswered'>({
  says: remarkAnswerFacts,
  locate: decisionAt,
  asks: () => [{ right: 'answer-point' }],
  fields: (target, { on, remark }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...indexFields('/remark', remark, target.decision.remarks),
  ],
  ready: mustBeTaken,
  decide: ({ phase, decision }, asked, context) => {
    followsDecision({ decision }, asked, context);
    mustBeNew(decision.remarkAnswers[asked.remark] === asked.answer ? {} : null);
    const { facts, texts } = keep(remarkAnswerFacts, asked);
    return [
      { type: 'RemarkAnswered', on: asked.on, facts: { gate: phase.id, decision: decision.id, ...facts }, texts },
    ];
  },
  fact: { type: 'RemarkAnswered', follows: followsDecision },
  folds: {
    RemarkAnswered: (dossier, { facts, texts }) => {
      const at = placeIn(dossier, facts, facts.remark, ({ remarks }) => remarks);
      return withFact(dossier, facts, (reading) => ({
        remarkAnswers: withAnswer(reading.remarkAnswers, at(reading), texts.answer ?? null),
      }));
    },
  },
});

type Texts = readonly (string | null)[];

/** Where each reading says the text that was answered: another one than was named may say it elsewhere, or not at all. */
function placeIn(
  dossier: Dossier,
  { gate, decision }: Place,
  index: number,
  said: (reading: Decision) => Texts,
): (reading: Decision) => number {
  const named = actOf(dossier, gate, decision)?.readings.find(({ id }) => id === decision);
  const text = named ? (said(named)[index] ?? null) : null;
  return (reading) => (reading.id === decision ? index : text === null ? -1 : said(reading).indexOf(text));
}

const withAnswer = (answers: Texts, at: number, answer: string | null): Texts =>
  at < 0 ? answers : answers.with(at, answer);

function indexFields(pointer: string, index: number, said: readonly unknown[]): FieldError[] {
  const allowed = said.map((_, i) => String(i));
  return index < said.length ? [] : [{ pointer, code: 'unknown-option', allowed }];
}
