// The chair records what the ruling body concluded. A go only while the rule comes to go; a no-go against a go needs
// a meeting and a reason. What the gate came to is stored with the ruling and shown ever after.
import type { EventFacts } from '../dossier/events.js';
import { isCurrent } from '../dossier/carried.js';
import { isClosed } from '../dossier/release.js';
import { standing, type Standing } from '../dossier/standing.js';
import { sentenceOf } from '../dossier/sentence.js';
import { countingDecision, type Round } from '../dossier/state.js';
import { invalid, Refusal, type FieldError } from '../refusal.js';
import type { AskedRuling, BodyId, Day, MeetingForm, RulingKind, Slug } from '../vocabulary.js';
import { areCouncils } from '../workflow/plan.js';
import { defineCommand, type Context } from './command.js';
import { follows, happened } from './dates.js';
import { gateAt, knownBody, mustHavePassed, mustRun, type AtGate } from './places.js';

export interface RuleGate {
  ruling: AskedRuling;
  ruledOn: Day;
  reason?: string;
  meeting?: { form: MeetingForm; reference?: string };
  dissent?: BodyId[];
}

export const ruleGate = defineCommand<{ gate: Slug }, AtGate, RuleGate>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'rule-gate', body: gate.ruledBy }],
  fields: ({ dossier }, { ruling, ruledOn, reason, dissent = [] }, { today }) => [
    ...happened('/ruledOn', ruledOn, today, dossier),
    ...(ruling !== 'go' && reason === undefined
      ? [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError]
      : []),
    ...dissent.flatMap((body, i): FieldError[] =>
      knownBody(dossier, body) === undefined ? [{ pointer: `/dissent/${i}`, code: 'unknown-body' }] : [],
    ),
  ],
  ready: ({ dossier, status }) => {
    mustRun(dossier);
    if (status !== 'at-gate') throw new Refusal('gate-not-open');
  },
  decide: (target, asked, context) => {
    const { dossier, phase, round } = target;
    if (!round) throw new Error(`gate ${phase.id} of dossier ${dossier.id} is open and was never put`);
    const stand = standing(dossier, phase.id, round, asked.ruledOn);
    mayGo(target, round, asked, stand);
    mayRefuse(target, asked, stand);
    follows('/ruledOn', asked.ruledOn, ...restsOn(target, asked, stand));
    const facts = factsOf(target, asked, stand, context);
    const texts = { reason: asked.reason, 'meeting/reference': asked.meeting?.reference };
    return [{ type: 'GateRuled', on: asked.ruledOn, facts, texts }];
  },
});

const prerequisites = ({ phase }: AtGate): Slug[] => [...new Set([...phase.startsAfter, ...phase.gateAfter])];

function mayGo(target: AtGate, round: Round, { ruling }: RuleGate, stand: Standing): void {
  if (ruling !== 'go') return;
  mustHavePassed(target.dossier, prerequisites(target));
  const { outcome, missing, explanation } = stand;
  if (outcome === 'go') return;
  const sentence = sentenceOf(target.dossier.plan, target.phase.id, round, stand);
  throw new Refusal('outcome-not-go', { missing: [...missing], explanation }, [], { sentence });
}

/** Councils decide for themselves: a chair who only states what they decided cannot state a no-go against their go. */
function mayRefuse({ dossier, gate }: AtGate, { ruling, meeting }: RuleGate, { outcome }: Standing): void {
  if (ruling !== 'no-go' || outcome !== 'go') return;
  if (areCouncils(dossier.plan, gate.electorate))
    throw invalid([{ pointer: '/ruling', code: 'not-allowed-here', allowed: ['go', 'hold'] }]);
  if (meeting === undefined) throw invalid([{ pointer: '/meeting', code: 'meeting-required' }]);
}

/** The days of everything that this ruling rests on. */
function restsOn(
  target: AtGate,
  { ruling, ruledOn }: RuleGate,
  { bodies, carried }: Standing,
): (Day | null | undefined)[] {
  const { dossier, state, phase, round } = target;
  const own = Object.values(dossier.conditions).filter((c) => c.gate === phase.id && isCurrent(dossier, c));
  return [
    state.movedOn,
    // What is closed does not count, and its date must not show.
    ...bodies
      .filter(({ decision }) => decision && !isClosed(decision, ruledOn))
      .flatMap(({ decision }) => [decision?.decidedOn, decision?.confirmedOn, decision?.withdrawn?.on]),
    ...(round?.electorateChanges ?? []).map(({ on }) => on),
    ...(round?.proposals ?? []).map(({ on }) => on),
    ...Object.values(round?.receipts ?? {}),
    ...[...own, ...carried].map((condition) => condition.answeredOn),
    ...(ruling === 'go' ? prerequisites(target).map((id) => dossier.phases[id]?.passedOn) : []),
  ];
}

function factsOf(target: AtGate, asked: RuleGate, stand: Standing, { newId }: Context): EventFacts['GateRuled'] {
  const { outcome, certain, tally, missing, explanation } = stand;
  return {
    gate: target.phase.id,
    round: target.state.round,
    id: newId(),
    ruling: derived(target, asked.ruling),
    outcome,
    certain,
    tally,
    missing: missing.map(({ body, why, until }) => ({ body, why, until: until ?? undefined })),
    explanation,
    meeting: asked.meeting && { form: asked.meeting.form },
    dissent: asked.dissent ?? [],
  };
}

/** A go becomes one with conditions when a condition of this gate was adopted or carried. */
function derived({ dossier, round }: AtGate, ruling: AskedRuling): RulingKind {
  if (ruling !== 'go' || !round) return ruling;
  const counting = round.electorate.flatMap((body) => countingDecision(dossier, round, body) ?? []);
  const statuses = counting.flatMap((d) => d.conditions.map((id) => dossier.conditions[id]?.status));
  return statuses.some((status) => status === 'adopted' || status === 'carried') ? 'go-with-conditions' : 'go';
}
