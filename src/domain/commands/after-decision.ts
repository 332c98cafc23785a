// What becomes of a decision that was recorded: its body takes it back, releases it, or adopts the list it stands on;
// and the region answers the remarks that it holds, and the points of a zienswijze in its response note.
import type { Reason } from '../reasons.js';
import { invalid, type FieldError } from '../refusal.js';
import type { NewEvent } from '../dossier/events.js';
import type { Decision } from '../dossier/state.js';
import { releaseScopes, type Day, type Id, type ReleaseScope, type Slug } from '../vocabulary.js';
import { isClosed, isWider } from '../dossier/release.js';
import { defineCommand, type Sight } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { withReopening } from './late-change.js';
import { decisionAt, gateAt, mustCount, mustNotBeStopped, notOpen, type AtDecision, type AtGate } from './places.js';

interface Place {
  gate: Slug;
  decision: Id;
}

export interface WithdrawDecision {
  decision: Id;
  on: Day;
  reason: string;
}

/** The decision is named beside the address, so that who may know of it is asked later. */
interface Withdrawing extends AtGate {
  sees: Sight;
}

/** The body is silent again; the decision stays in the record, with the reason why it was taken back. */
export const withdrawDecision = defineCommand<{ gate: Slug }, Withdrawing, WithdrawDecision>({
  locate: (dossier, place, sees) => ({ ...gateAt(dossier, place.gate), sees }),
  asks: (target, { decision }) => [{ right: 'withdraw-decision', body: decisionIn(target, decision)?.decision.body }],
  fields: (target, { decision, on }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...(decisionIn(target, decision) ? [] : [{ pointer: '/decision', code: 'unknown-decision' } satisfies FieldError]),
  ],
  ready: (target) => {
    mustNotBeStopped(target.dossier);
    if (!target.round) throw notOpen(target);
  },
  decide: (target, { decision: id, on, reason }, context) => {
    const found = decisionIn(target, id);
    if (!found) throw new Error(`decision ${id} was found and is not there`);
    mustCount(found);
    follows('/on', on, found.decision.decidedOn);
    const facts = { gate: target.phase.id, decision: id };
    return withReopening(target, [{ type: 'DecisionWithdrawn', on, facts, texts: { reason } }], context);
  },
});

/** The decision of that name in the round that the gate is in. */
function decisionIn(target: Withdrawing, id: Id | undefined): AtDecision | null {
  const taken = target.round;
  const decision = taken?.decisions.find((one) => one.id === id);
  return taken && decision && target.sees(decision) ? { ...target, taken, decision } : null;
}

export interface ReleaseDecision {
  on: Day;
  scope: ReleaseScope;
  from?: Day;
  ground?: string;
}

/** Only ever wider: what was known cannot be closed again, and a release that tells nobody more is none. */
export const releaseDecision = defineCommand<Place, AtDecision, ReleaseDecision>({
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'release-decision', body: decision.body }],
  fields: ({ dossier, decision }, { on, scope, from }, { today }) => [
    ...happened('/on', on, today, dossier),
    ...notBefore('/from', from, on),
    ...(isWider(decision.release, on, { scope, from }) ? [] : [narrow(decision, on)]),
  ],
  ready: mustCount,
  decide: (target, { on, scope, from, ground }, context) => {
    const { phase, decision } = target;
    follows('/on', on, decision.decidedOn);
    const isKnown = !isClosed(decision, on);
    if (from !== undefined && (isKnown || from > (decision.release.from ?? from)))
      throw invalid([{ pointer: '/from', code: 'not-allowed-here' }]);
    const facts = { gate: phase.id, decision: decision.id, scope, from };
    return withReopening(target, [{ type: 'DecisionReleased', on, facts, texts: { ground } }], context);
  },
});

/** What would be wider, if anything is. */
function narrow({ release }: AtDecision['decision'], on: Day): FieldError {
  const allowed = releaseScopes.filter((scope) => isWider(release, on, { scope }));
  const because: Reason = allowed.length > 0 ? { code: 'no-wider-release', allowed } : { code: 'known-to-all' };
  return { pointer: '/scope', code: 'not-allowed-here', allowed, because };
}

export interface AdoptList {
  on: Day;
  publishedOn?: Day;
  publicationUrl?: string;
}

/** The list of the meeting is adopted: from then on the decision is no longer provisional. */
export const adoptList = defineCommand<Place, AtDecision, AdoptList>({
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'adopt-list', body: decision.body }],
  fields: ({ dossier }, { on, publishedOn }, { today }) => [
    ...happened('/on', on, today, dossier),
    ...(publishedOn === undefined ? [] : happened('/publishedOn', publishedOn, today, dossier)),
  ],
  ready: mustCount,
  decide: ({ phase, decision }, { on, publishedOn, publicationUrl }) => {
    follows('/on', on, decision.decidedOn);
    follows('/publishedOn', publishedOn ?? on, decision.decidedOn);
    const facts = { gate: phase.id, decision: decision.id, publishedOn };
    return [{ type: 'ListAdopted', on, facts, texts: { publicationUrl } }];
  },
});

interface Answer {
  on: Day;
  answer: string;
}

/** A point of a zienswijze, answered in the response note; the first is 0. */
export type AnswerPoint = Answer & { point: number };
/** A remark of an agreement; the first is 0. */
export type AnswerRemark = Answer & { remark: number };

/** What the region owes an answer to: where it stands in the request, and all of its kind in the decision. */
interface Answerable<P> {
  pointer: string;
  asked: (payload: P) => number;
  said: (decision: Decision) => readonly unknown[];
  answered: (place: Place, index: number) => Pick<NewEvent, 'type' | 'facts'>;
}

const answering = <P extends Answer>({ pointer, asked, said, answered }: Answerable<P>) =>
  defineCommand<Place, AtDecision, P>({
    locate: decisionAt,
    asks: () => [{ right: 'answer-point' }],
    fields: ({ dossier, decision }, payload, { today }) => {
      const allowed = said(decision).map((_, i) => String(i));
      const exists = asked(payload) < allowed.length;
      return [
        ...happened('/on', payload.on, today, dossier),
        ...(exists ? [] : [{ pointer, code: 'unknown-option', allowed } satisfies FieldError]),
      ];
    },
    ready: mustCount,
    decide: ({ phase, decision }, payload) => {
      const { on, answer } = payload;
      follows('/on', on, decision.decidedOn);
      const event = answered({ gate: phase.id, decision: decision.id }, asked(payload));
      return [{ ...event, on, texts: { answer } } as NewEvent]; // type and facts of one event, put back together
    },
  });

export const answerPoint = answering<AnswerPoint>({
  pointer: '/point',
  asked: ({ point }) => point,
  said: ({ points }) => points,
  answered: (place, point) => ({ type: 'PointAnswered', facts: { ...place, point } }),
});

export const answerRemark = answering<AnswerRemark>({
  pointer: '/remark',
  asked: ({ remark }) => remark,
  said: ({ remarks }) => remarks,
  answered: (place, remark) => ({ type: 'RemarkAnswered', facts: { ...place, remark } }),
});
