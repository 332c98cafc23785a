// Records what a body decided: by the body itself, or by the region with evidence. Never overwrites: a correction
// (wrongly recorded) and a revision (decided again) are new facts that point at the old one.
import type { DecisionEvent, DecisionFacts, EventContent, NewEventOf } from '../dossier/events.js';
import { withRound, type Folds } from '../dossier/folds.js';
import { hasStillToDecide } from '../dossier/position.js';
import {
  countingDecision,
  type Condition,
  type Decision,
  type Dossier,
  type Recorded,
  type Round,
} from '../dossier/state.js';
import { keep, read } from '../facts/keeping.js';
import { closureFacts, decisionFacts, type RecordDecision } from '../facts/of-decisions.js';
import { invalid, Refusal, refused } from '../refusal.js';
import type { Day, Slug } from '../vocabulary.js';
import { questionsOf } from '../workflow/workflow.js';
import { defineCommand, type Context } from './command.js';
import { decisionFields } from './decision-fields.js';
import { isClosed, isClosedFrom } from '../dossier/release.js';
import { follows } from './dates.js';
import { withReopening } from './late-change.js';
import { gateAt, knownBody, mustNotBeStopped, notOpen, type GateTarget } from './targets.js';

type Own = DecisionEvent['type'];

const folds: Folds<Own> = { DecisionRecorded: decided, DecisionCorrected: decided, DecisionRevised: decided };

export const recordDecision = defineCommand<{ gate: Slug }, GateTarget, typeof decisionFacts, Own>({
  says: decisionFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ dossier }, { body }) => [{ right: 'record-decision', body: knownBody(dossier, body) }],
  fields: decisionFields,
  ready: (target) => {
    mustNotBeStopped(target.dossier);
    if (!target.round) throw notOpen(target);
  },
  decide: (target, asked, context) => {
    replaces(target, asked, context);
    // Who decided again did so later; a correction may be of any day.
    if (asked.revises !== undefined) follows('/decidedOn', asked.decidedOn, latestOf(target, asked)?.decidedOn);
    return withReopening(target, [recorded(target, asked, context)], folds, context);
  },
  folds,
});

function recorded(target: GateTarget, asked: RecordDecision, context: Context): NewEventOf<Own> {
  const { corrects, revises, decidedOn: on } = asked;
  const release = releaseOf(target, asked);
  const kept = keep(decisionFacts, release === asked.release ? asked : { ...asked, release });
  const { texts } = kept;
  const { conditions, ...said } = kept.facts;
  const facts: DecisionFacts = { ...ownFacts(target, asked, context), ...said };
  if (conditions) facts.conditions = conditions.map((condition) => ({ id: context.newId(), ...condition }));
  if (corrects !== undefined) return { type: 'DecisionCorrected', on, facts: { ...facts, corrects }, texts };
  if (revises !== undefined) return { type: 'DecisionRevised', on, facts: { ...facts, revises }, texts };
  return { type: 'DecisionRecorded', on, facts, texts };
}

const latestOf = ({ dossier, round }: GateTarget, { body }: RecordDecision): Decision | undefined =>
  round ? countingDecision(dossier, round, body) : undefined;

/** A second decision says which it corrects or revises, and that is the body's latest. */
function replaces(target: GateTarget, asked: RecordDecision, context: Context): void {
  const { dossier, phase } = target;
  const latest = latestOf(target, asked);
  if (latest && isHiddenFrom(latest, context)) throw new Refusal('decision-exists');
  const pointer = asked.corrects !== undefined ? '/corrects' : '/revises';
  const named = asked.corrects ?? asked.revises;
  if (named === undefined) {
    if (latest && !hasStillToDecide(latest)) throw refused('decision-exists', { decision: latest.id });
    return;
  }
  const own = (dossier.rounds[phase.id] ?? []).flatMap((r) => r.decisions.filter((d) => d.body === asked.body));
  if (!own.some((d: Decision) => d.id === named)) throw invalid([{ pointer, code: 'unknown-decision' }]);
  if (latest?.id !== named) throw new Refusal('not-the-latest', latest ? { exists: [latest.id] } : {});
  if (asked.corrects !== undefined) mustNotNarrowRelease(latest, asked, context.today);
}

/** The region learns of a closed decision only that there is one, and of one that was taken back that there is none. */
const isHiddenFrom = (latest: Decision, { by, today }: Context): boolean =>
  latest.withdrawn === null && by.body !== latest.body && isClosed(latest, today);

/** A correction cannot tell fewer people than the decision that it corrects. @throws Refusal validation */
function mustNotNarrowRelease({ release: former }: Decision, { release }: RecordDecision, today: Day): void {
  if (!release || isClosedFrom(former, today)) return;
  if (isClosedFrom(release, today) || (former.scope === 'public' && release.scope !== 'public'))
    throw invalid([{ pointer: '/release', code: 'not-allowed-here', because: { code: 'narrower-release' } }]);
}

/** The release that was asked for; a correction that names none keeps that of the decision that it corrects. */
function releaseOf({ dossier, phase }: GateTarget, { release, corrects }: RecordDecision): RecordDecision['release'] {
  if (release || corrects === undefined) return release;
  const all = (dossier.rounds[phase.id] ?? []).flatMap(({ decisions }) => decisions);
  const former = all.find(({ id }) => id === corrects)?.release;
  if (!former || (former.scope === 'region' && former.from === null)) return undefined;
  return { scope: former.scope, from: former.from ?? undefined, ground: former.ground ?? undefined };
}

/** The facts that the command adds itself: the place of the decision, and the answer to each question. */
function ownFacts({ phase, gate, state, round }: GateTarget, asked: RecordDecision, { by, newId }: Context) {
  const { body, decision: kind } = asked;
  return {
    gate: phase.id,
    round: state.round,
    decision: newId(),
    body,
    kind,
    answers: Object.fromEntries(questionsOf(gate, round).map(({ id }) => [id, asked.answers?.[id] ?? kind])),
    confirmation: by.role === 'process-lead' ? ('unconfirmed' as const) : ('by-body' as const),
  };
}

function decided(dossier: Dossier, event: EventContent<Own>, recorded: Recorded): Dossier {
  const { decision } = event.facts;
  const made = conditionsFrom(event).map((condition) => [condition.id, condition] as const);
  const conditions = made.length > 0 ? { ...dossier.conditions, ...Object.fromEntries(made) } : dossier.conditions;
  const corrected =
    event.type === 'DecisionCorrected' ? { ...dossier.corrected, [event.facts.corrects]: decision } : dossier.corrected;
  const after = withRound(dossier, event.facts, (round) => ({
    ...round,
    decisions: [...round.decisions, decisionFrom(event, round, recorded)],
  }));
  return { ...after, conditions, corrected };
}

function decisionFrom(event: EventContent<Own>, round: Round, recorded: Recorded): Decision {
  const { facts, texts } = event;
  const corrects = event.type === 'DecisionCorrected' ? event.facts.corrects : null;
  const corrected = corrects === null ? undefined : round.decisions.find(({ id }) => id === corrects);
  const said = read(decisionFacts, facts, texts);
  return {
    id: facts.decision,
    body: facts.body,
    kind: facts.kind,
    answers: facts.answers,
    decidedOn: event.on,
    remarkAnswers: said.remarks.map(() => null),
    pointAnswers: said.points.map(() => null),
    ...takenBack(corrected),
    corrects,
    revises: event.type === 'DecisionRevised' ? event.facts.revises : null,
    confirmation: facts.confirmation,
    confirmedOn: null,
    afterRuling: round.settled !== null,
    recorded,
    // Last, and in one: V8 takes forty times as long for names that follow so large a spread.
    ...{ ...said, conditions: (facts.conditions ?? []).map(({ id }) => id), release: said.release ?? openToRegion() },
  };
}

/** What every decision is that says nothing of its release. */
const openToRegion = (): Decision['release'] => read(closureFacts, { scope: 'region' }, {});

/** A correction of a decision that was taken back is taken back too. */
const takenBack = (corrected: Decision | undefined): Pick<Decision, 'withdrawn' | 'undone'> =>
  corrected?.withdrawn
    ? { withdrawn: corrected.withdrawn, undone: corrected.undone }
    : { withdrawn: null, undone: null };

function conditionsFrom({ facts, texts }: EventContent<Own>): Condition[] {
  if (!facts.conditions) return [];
  const said = read(decisionFacts, facts, texts).conditions;
  return facts.conditions.flatMap(({ id }, i) => {
    const condition = said[i];
    return condition ? [{ ...condition, ...place(facts), id, ...unanswered }] : [];
  });
}

const place = ({ gate, round, decision, body }: DecisionFacts) => ({ gate, round, decision, body });
const unanswered = { status: 'open', carriedTo: null, reason: null, answeredOn: null } as const;
