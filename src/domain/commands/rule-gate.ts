// The chair records what the ruling body concluded. A go only while the rule comes to go; a no-go against a go needs
// a meeting and a reason. What the gate came to is stored with the ruling and shown ever after.
import type { EventContent, EventFacts } from '../dossier/events.js';
import { withPhase, withRound } from '../dossier/folds.js';
import { standing, type Standing } from '../dossier/standing.js';
import { chosenAt } from '../dossier/chosen.js';
import { nounsOf, sentenceFigures } from '../dossier/sentence.js';
import { countingDecision, type Dossier, type Recorded, type Round, type Ruling } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { conclusionFacts } from '../facts/of-gates.js';
import { invalid, type FieldError, refused } from '../refusal.js';
import type { NotGo } from '../sentence-figures.js';
import type { AskedRuling, RulingKind, Slug } from '../vocabulary.js';
import { areCouncils } from '../workflow/plan.js';
import { defineCommand, type Context } from './command.js';
import { follows, happened } from './dates.js';
import { mustKeepBranches, prerequisites, earlierDays, settledFrom, stoodAs } from './conclusion.js';
import { gateAt, knownBody, mustBeOpen, mustHavePassed, type GateTarget } from './targets.js';

type RuleGate = Payload<typeof conclusionFacts>;

export const ruleGate = defineCommand<{ gate: Slug }, GateTarget, typeof conclusionFacts, 'GateRuled'>({
  says: conclusionFacts,
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
  ready: mustBeOpen,
  decide: (target, asked, context) => {
    const { dossier, phase } = target;
    const round = mustBeOpen(target);
    const stand = standing(dossier, phase.id, round, asked.ruledOn);
    mayGo(target, round, asked, stand);
    mayRefuse(target, asked, stand);
    follows(
      '/ruledOn',
      asked.ruledOn,
      ...earlierDays({ ...target, round }, stand, asked.ruledOn, asked.ruling === 'go'),
    );
    const { facts, texts } = keep(conclusionFacts, asked);
    const came = ownFacts(target, round, asked, stand, context);
    return [{ type: 'GateRuled', on: asked.ruledOn, facts: { ...facts, ...came }, texts }];
  },
  folds: {
    GateRuled: (dossier, event, recorded) => {
      const { on, facts } = event;
      const ends = facts.ruling !== 'hold';
      const after = withRound(dossier, facts, (round) => ({
        ...round,
        rulings: [...round.rulings, rulingFrom(event, recorded)],
        split: ends ? null : round.split,
        settled: ends ? settledFrom(event) : null,
      }));
      const passes = ends && facts.ruling !== 'no-go';
      return withPhase(after, facts.gate, { movedOn: on, ...(passes ? { passedOn: on } : {}) });
    },
  },
});

function mayGo(target: GateTarget, round: Round, { ruling }: RuleGate, stand: Standing): void {
  if (ruling !== 'go') return;
  mustHavePassed(target.dossier, prerequisites(target));
  const { outcome, missing, explanation } = stand;
  const chosen = chosenAt(target.dossier, target.phase.id, round, stand);
  if (outcome === 'go' && chosen !== null) {
    if (chosen !== undefined) mustKeepBranches(target, [chosen]);
    return;
  }
  const nouns = nounsOf(round.terms);
  const notGo: NotGo =
    outcome === 'go'
      ? { because: 'divided', splits: target.gate.splits ?? false, nouns }
      : { because: 'outcome', sentence: sentenceFigures(target.dossier, round, stand), nouns };
  throw refused('outcome-not-go', notGo, { missing: [...missing], explanation });
}

/** Councils decide for themselves: a chair who only states what they decided cannot state a no-go against their go. */
function mayRefuse({ dossier, gate }: GateTarget, { ruling, meeting }: RuleGate, { outcome }: Standing): void {
  if (ruling !== 'no-go' || outcome !== 'go') return;
  if (areCouncils(dossier.plan, gate.electorate))
    throw invalid([{ pointer: '/ruling', code: 'not-allowed-here', allowed: ['go', 'hold'] }]);
  if (meeting === undefined) throw invalid([{ pointer: '/meeting', code: 'meeting-required' }]);
}

function ownFacts(
  target: GateTarget,
  round: Round,
  asked: RuleGate,
  stand: Standing,
  { newId }: Context,
): EventFacts['GateRuled'] {
  const ruling = derived(target.dossier, round, asked.ruling);
  return {
    gate: target.phase.id,
    round: target.state.round,
    id: newId(),
    ruling,
    ...stoodAs(stand),
    option: asked.ruling === 'go' ? (chosenAt(target.dossier, target.phase.id, round, stand) ?? undefined) : undefined,
    dissent: asked.dissent ?? [],
  };
}

/** A go becomes one with conditions when a condition of this gate was adopted or carried. */
function derived(dossier: Dossier, round: Round, ruling: AskedRuling): RulingKind {
  if (ruling !== 'go') return ruling;
  const counting = round.electorate.flatMap((body) => countingDecision(dossier, round, body) ?? []);
  const statuses = counting.flatMap((d) => d.conditions.map((id) => dossier.conditions[id]?.status));
  return statuses.some((status) => status === 'adopted' || status === 'carried') ? 'go-with-conditions' : 'go';
}

const rulingFrom = ({ on, facts, texts }: EventContent<'GateRuled'>, recorded: Recorded): Ruling => ({
  ...read(conclusionFacts, facts, texts),
  id: facts.id,
  round: facts.round,
  ruling: facts.ruling,
  outcome: facts.outcome,
  ruledOn: on,
  dissent: facts.dissent,
  recorded,
});
