// A decision as a whole, of what was asked: with the round, the text and the answers that it does not name. A correction
// keeps every field of the former reading that it neither names nor clears.
import { resaid } from '../facts/resaid.js';
import type { Facts } from '../facts/fact.js';
import { decisionFacts, type RecordDecision } from '../facts/of-decisions.js';
import { conditionsOf } from '../dossier/acts.js';
import type { Condition, Decision } from '../dossier/state.js';
import type { FieldError } from '../refusal.js';
import type { Day, DecisionKind, Slug } from '../vocabulary.js';
import { questionsOf } from '../workflow/workflow.js';
import type { GateTarget } from './targets.js';

export interface WholeDecision extends RecordDecision {
  decision: DecisionKind;
  decidedOn: Day;
  round: number;
  proposalVersion: number;
  /** For every question of the gate. */
  answers: Record<Slug, DecisionKind>;
}

/** A decision that is recorded for the first time, or what it lacks. */
export function firstReading(target: GateTarget, asked: RecordDecision): WholeDecision | FieldError[] {
  const { decision, decidedOn } = asked;
  if (decision === undefined || decidedOn === undefined) {
    const lacking = (['decision', 'decidedOn'] as const).filter((name) => asked[name] === undefined);
    return lacking.map((name): FieldError => ({ pointer: `/${name}`, code: 'required' }));
  }
  const round = asked.round ?? roundOn(target, decidedOn);
  const version = asked.proposalVersion ?? versionBefore(target, round, decidedOn);
  if (asked.proposalVersion === undefined && isPutOn(target, round, decidedOn))
    return [
      {
        pointer: '/proposalVersion',
        code: 'required',
        allowed: versionsOf(target, round, decidedOn).map(String),
        because: { code: 'version-of-the-day' },
      },
    ];
  const answers = { ...answersAll(target, round, decision), ...asked.answers };
  return { ...asked, decision, decidedOn, round, proposalVersion: version, answers };
}

/** The last round that was put on or before that day; before the first, the first. */
const roundOn = ({ dossier, phase }: GateTarget, day: Day): number =>
  (dossier.rounds[phase.id] ?? []).findLast(({ submittedOn }) => submittedOn <= day)?.number ?? 1;

const roundNumbered = ({ dossier, phase }: GateTarget, round: number) =>
  dossier.rounds[phase.id]?.find(({ number }) => number === round) ?? null;

/** Which text a decision is about is never guessed: what was put on its very day is named. */
const versionBefore = (target: GateTarget, round: number, day: Day): number =>
  roundNumbered(target, round)?.proposals.findLast(({ on }) => on < day)?.version ?? 1;

const isPutOn = (target: GateTarget, round: number, day: Day): boolean =>
  roundNumbered(target, round)?.proposals.some(({ on, version }) => on === day && version > 1) ?? false;

/** Those that were put by that day. */
export const versionsOf = (target: GateTarget, round: number, day: Day): number[] => {
  const put = roundNumbered(target, round)?.proposals.filter(({ on }) => on <= day) ?? [];
  return [...new Set([1, ...put.map(({ version }) => version)])];
};

const answersAll = (target: GateTarget, round: number, kind: DecisionKind): Record<Slug, DecisionKind> =>
  Object.fromEntries(questionsOf(target.gate, roundNumbered(target, round)).map(({ id }) => [id, kind]));

type Name = keyof typeof decisionFacts;
/** What a correction says about itself: the next does not keep it. */
const ofItself: ReadonlySet<string> = new Set<Name>(['corrects', 'revises', 'clears', 'reason']);
/** That there was no such act stays until a correction says what was decided, or clears it. */
const ofNone: ReadonlySet<string> = new Set<Name>(['noDecision', 'belongsTo']);
const ofContent: readonly Name[] = ['decision', 'answers', 'decidedOn', 'noDecision', 'belongsTo'];
/** What a decision cannot be without. */
const kept: ReadonlySet<string> = new Set<Name>([
  'body',
  'decision',
  'answers',
  'decidedOn',
  'round',
  'proposalVersion',
]);

/** What a correction can empty. */
export const clearable: readonly string[] = Object.keys(decisionFacts).filter(
  (name) => !ofItself.has(name) && !kept.has(name),
);

/** The former reading with what the correction changes, or what cannot be cleared. */
export function correctedReading(
  target: GateTarget,
  former: Decision,
  asked: RecordDecision,
): WholeDecision | FieldError[] {
  const { clears = [], ...said } = asked;
  const wrong = clears.flatMap((name, i): FieldError[] =>
    !clearable.includes(name)
      ? [{ pointer: `/clears/${i}`, code: 'unknown-option', allowed: clearable }]
      : asked[name as Name] !== undefined
        ? [{ pointer: `/clears/${i}`, code: 'not-allowed-here' }]
        : [],
  );
  if (wrong.length > 0) return wrong;
  const round = asked.round ?? former.round;
  const answers = answersAfter(target, round, former, asked);
  const decision = asked.decision ?? mainOf(former.kind, answers);
  const before = formerly(target, former);
  const given = new Set(Object.values(answers));
  const falls = (name: string): boolean => {
    const { with: only } = (decisionFacts as Facts)[name] ?? {};
    const isBack = ofNone.has(name) && ofContent.some((one) => asked[one] !== undefined);
    return isBack || clears.includes(name) || (only !== undefined && !given.has(only));
  };
  const stays = Object.fromEntries(Object.entries(before).filter(([name]) => !falls(name)));
  const whole = { ...stays, ...said, decision, answers, round } as WholeDecision; // the former reading was whole
  return { ...whole, ...(whole.conditions ? { conditions: sameOnes(target, former, whole.conditions) } : {}) };
}

/** A kind alone sets every answer; answers alone set those that they name. */
function answersAfter(target: GateTarget, round: number, former: Decision, { decision, answers }: RecordDecision) {
  const before = decision === undefined ? former.answers : answersAll(target, round, decision);
  return { ...before, ...answers };
}

/** The kind by which it was called, while an answer still has it. */
function mainOf(kind: DecisionKind, answers: Readonly<Record<Slug, DecisionKind>>): DecisionKind {
  const all = Object.values(answers);
  return all.includes(kind) ? kind : (all[0] ?? kind);
}

/** The former reading as it would be asked. */
function formerly({ dossier }: GateTarget, former: Decision): Record<string, unknown> {
  const { decidedOn, proposalVersion, conditions, release } = former;
  const made = conditions.flatMap((id) => dossier.conditions[id] ?? []);
  const isOpenToRegion = release.scope === 'region' && release.from === null && release.ground === null;
  const said = resaid(decisionFacts, { ...former, conditions: made, release: isOpenToRegion ? null : release });
  const { reason: _why, ...rest } = said as Record<string, unknown>;
  return { ...rest, decidedOn, proposalVersion };
}

/**
 * A condition that carries the id of a former one, or says the same, is that one and keeps what was answered to it: also
 * where a reading in between had left it out.
 */
function sameOnes({ dossier, phase }: GateTarget, former: Decision, asked: NonNullable<RecordDecision['conditions']>) {
  const left = conditionsOf(dossier, phase.id, former);
  const take = (isSame: (one: Condition) => boolean) => {
    const at = left.findIndex(isSame);
    return at < 0 ? undefined : left.splice(at, 1)[0]?.id;
  };
  const byId = asked.map(({ id }) => take((one) => one.id === id));
  return asked.map((condition, i) => {
    const { text, effect } = condition;
    const id = byId[i] ?? take((one) => one.text === text && one.effect === effect);
    const { id: _asked, ...said } = condition;
    return id === undefined ? said : { ...said, id };
  });
}
