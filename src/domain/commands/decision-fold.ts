// What a decision that was recorded changes in its dossier: it is a new act, or one more reading of an act.
import { actOf, conditionsOf, withAct, withReading } from '../dossier/acts.js';
import type { DecisionEvent, DecisionFacts, EventContent } from '../dossier/events.js';
import type { Folds } from '../dossier/folds.js';
import type { Condition, Decision, Dossier, Recorded, Round } from '../dossier/state.js';
import { read } from '../facts/keeping.js';
import { closureFacts, decisionFacts } from '../facts/of-decisions.js';
import type { Day, DecisionKind } from '../vocabulary.js';

type Own = DecisionEvent['type'];

export const decisionFolds: Folds<Own> = {
  DecisionRecorded: decided,
  DecisionCorrected: decided,
  DecisionRevised: decided,
};

function decided(dossier: Dossier, event: EventContent<Own>, recorded: Recorded): Dossier {
  const { gate } = event.facts;
  const corrects = event.type === 'DecisionCorrected' ? event.facts.corrects : null;
  const act = corrects === null ? undefined : actOf(dossier, gate, corrects);
  const former = act?.readings.find(({ id }) => id === corrects);
  const decision = decisionFrom(dossier, event, recorded, former);
  return (act ? withReading : withAct)(dossier, gate, decision);
}

function decisionFrom(
  dossier: Dossier,
  event: EventContent<Own>,
  recorded: Recorded,
  former: Decision | undefined,
): Decision {
  const { facts, texts, on: decidedOn } = event;
  const { decision: id, body, kind, answers, unplanned = none, confirmation } = facts;
  const said = read(decisionFacts, facts, texts);
  const round = dossier.rounds[facts.gate]?.find(({ number }) => number === facts.round);
  const from = keptFrom(former, round, event);
  const readings = (former && actOf(dossier, facts.gate, former.id)?.readings.toReversed()) ?? [];
  return {
    id,
    act: former?.act ?? id,
    body,
    round: facts.round,
    kind,
    answers,
    unplanned,
    decidedOn,
    remarkAnswers: answersKept(said.remarks, readings.flatMap(answeredRemarks)),
    pointAnswers: answersKept(said.points, readings.flatMap(answeredPoints)),
    secrecyLifts: readings[0]?.secrecyLifts ?? [],
    corrects: event.type === 'DecisionCorrected' ? event.facts.corrects : null,
    revises: event.type === 'DecisionRevised' ? event.facts.revises : null,
    confirmation,
    confirmedOn: null,
    confirmationReason: null,
    afterRuling: hasEnded(round),
    recorded,
    // Last, and in one: V8 takes forty times as long for names that follow so large a spread.
    ...{
      ...said,
      conditions: (facts.conditions ?? []).map((condition) => condition.id),
      made: conditionsFrom(dossier, event, former),
      release: said.release ?? from.release,
      proposalVersion: said.proposalVersion ?? from.proposalVersion,
    },
  };
}

const none: readonly DecisionKind[] = [];

/** What a record that does not say it is about: of a correction what the former reading was about. */
const keptFrom = (
  former: Decision | undefined,
  round: Round | undefined,
  { on }: EventContent<Own>,
): Pick<Decision, 'release' | 'proposalVersion'> =>
  former ?? { release: openToRegion(), proposalVersion: versionBefore(round, on) };

const hasEnded = (round: Round | undefined): boolean => round !== undefined && round.settled !== null;

/** Records that name no version are of before they had to: they are about the text that lay there before that day. */
const versionBefore = (round: Round | undefined, day: Day): number =>
  round?.proposals.findLast(({ on }) => on < day)?.version ?? 1;

/** What every decision is that says nothing of its release. */
const openToRegion = (): Decision['release'] => read(closureFacts, { scope: 'region' }, {});

type Texts = readonly (string | null)[];

interface Answered {
  text: string | null;
  answer: string | null;
}

const paired = (said: Texts, answers: Texts): Answered[] =>
  said.map((text, i) => ({ text, answer: answers[i] ?? null }));
const answeredRemarks = ({ remarks, remarkAnswers }: Decision): Answered[] => paired(remarks, remarkAnswers);
const answeredPoints = ({ points, pointAnswers }: Decision): Answered[] => paired(points, pointAnswers);

/** What was answered to a remark or a point in any reading stays with it. */
function answersKept(said: Texts, before: readonly Answered[]): Texts {
  const left = [...before].sort((one, other) => Number(one.answer === null) - Number(other.answer === null));
  return said.map((text) => {
    const at = left.findIndex((one) => one.text === text);
    return at < 0 ? null : (left.splice(at, 1)[0]?.answer ?? null);
  });
}

/**
 * A condition that was there stays the one that it was, with its answers: by its name, and in older records, which gave it
 * another, by what it says.
 */
function conditionsFrom(
  dossier: Dossier,
  { facts, texts }: EventContent<Own>,
  former: Decision | undefined,
): Condition[] {
  if (!facts.conditions) return [];
  const said = read(decisionFacts, facts, texts).conditions;
  const left = former ? conditionsOf(dossier, facts.gate, former) : [];
  const take = (isSame: (one: Condition) => boolean) => {
    const at = left.findIndex(isSame);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const byId = facts.conditions.map(({ id }) => take((one) => one.id === id));
  return facts.conditions.flatMap(({ id }, i) => {
    const condition = said[i];
    if (!condition) return [];
    const same = byId[i] ?? take((one) => saysTheSame(one, condition));
    return [{ ...condition, ...place(facts), id, answers: same?.answers ?? [] }];
  });
}

/** What was erased says nothing. */
const saysTheSame = (one: Condition, { text, effect }: Pick<Condition, 'text' | 'effect'>): boolean =>
  one.text !== null && one.text === text && one.effect === effect;

const place = ({ gate, round, decision, body }: DecisionFacts) => ({ gate, round, decision, body });
