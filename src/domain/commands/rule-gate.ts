// The chair records what the ruling body concluded. A go only while the rule comes to go; a no-go against a go needs
// a meeting and a reason. What the gate came to is stored with the ruling and shown ever after.
import type { EventContent, EventFacts } from '../dossier/events.js';
import { withPhase, withRound } from '../dossier/folds.js';
import { stoodOn, type Standing } from '../stand/at-gate.js';
import { chosenAt } from '../stand/chosen.js';
import { statusOn } from '../stand/conditions.js';
import { spokenAt, sentenceFigures } from '../stand/sentence.js';
import type { Stand } from '../stand/stand.js';
import { stillToCome } from '../stand/still-to-come.js';
import type { Dossier, Recorded, Ruling } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { conclusionFacts } from '../facts/of-gates.js';
import { invalid, type FieldError, refused } from '../refusal.js';
import type { NotGo } from '../sentence-figures.js';
import type { Day, RulingKind, Slug } from '../vocabulary.js';
import { isByItself } from '../workflow/asks.js';
import { areCouncils } from '../workflow/plan.js';
import { defineCommand, type Context } from './command.js';
import { happened } from './dates.js';
import { mustComeAfter, mustKeepBranches, prerequisites, settledFrom, stoodThen, type Stood } from './conclusion.js';
import { gateAt, gateOn, knownBody, mustBeOpen, mustHavePassed, type GateTarget } from './targets.js';

type RuleGate = Payload<typeof conclusionFacts>;

export const ruleGate = defineCommand<{ gate: Slug }, GateTarget, typeof conclusionFacts, 'GateRuled'>({
  says: conclusionFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'rule-gate', body: gate.ruledBy }],
  fields: ({ dossier }, { ruling, ruledOn, reason, dissent = [] }, context) => [
    ...happened('/ruledOn', ruledOn, context.today, dossier),
    ...(ruling !== 'go' && reason === undefined && endedBefore(context) === undefined
      ? [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError]
      : []),
    ...dissent.flatMap((body, i): FieldError[] =>
      knownBody(dossier, body) === undefined ? [{ pointer: `/dissent/${i}`, code: 'unknown-body' }] : [],
    ),
  ],
  ready: mustBeOpen,
  decide: (target, asked, context) => {
    mustBeOpen(target);
    if (isByItself(target.gate)) endsByItself(asked, endedBefore(context));
    const stood = stoodThen(target, asked.ruledOn, context);
    mayGo(stood, asked, context);
    mayRefuse(target, asked, stood.stand);
    rulingFollows(target, asked);
    const { facts, texts } = keep(conclusionFacts, asked);
    const came = { ...ownFacts(stood, asked, context), ...(endedBefore(context) ? { byItself: true as const } : {}) };
    return [{ type: 'GateRuled', on: asked.ruledOn, facts: { ...facts, ...came }, texts: { ...texts, ...stood.told } }];
  },
  fact: {
    type: 'GateRuled',
    asked: ({ facts: { ruling } }) => ({ ruling: ruling === 'go-with-conditions' ? 'go' : ruling }),
    follows: rulingFollows,
    derived: ({ facts }) => facts.byItself ?? false,
  },
  folds: {
    GateRuled: (dossier, event, recorded, place) => {
      const { on, facts } = event;
      const ends = facts.ruling !== 'hold';
      const after = withRound(dossier, facts, (round) => ({
        ...round,
        rulings: [...round.rulings, { ...rulingFrom(event, recorded), place }],
        split: ends ? null : round.split,
        settled: ends ? { ...settledFrom(event), stood: stoodOn(dossier, facts.gate, round, on) } : null,
      }));
      const passes = ends && facts.ruling !== 'no-go';
      return withPhase(after, facts.gate, { movedOn: on, ...(passes ? { passedOn: on } : {}) });
    },
  },
});

/** To what it came by itself, where that is corrected. */
function endedBefore({ former }: Context): RulingKind | undefined {
  const [reading] = former?.readings ?? [];
  return reading?.type === 'GateRuled' && reading.facts.byItself ? reading.facts.ruling : undefined;
}

/** Nobody holds up what its own decision ends, nor says no in its place; of how it ended only the day can be another. */
function endsByItself({ ruling }: RuleGate, before: RulingKind | undefined): void {
  if (ruling !== (before === 'no-go' ? before : 'go'))
    throw invalid([{ pointer: '/ruling', code: 'not-allowed-here', because: { code: 'by-itself' } }]);
}

function rulingFollows(target: GateTarget, { ruling, ruledOn }: RuleGate): void {
  mustComeAfter(target, '/ruledOn', ruledOn, ruling === 'go');
}

function mayGo({ target, round, stand }: Stood, { ruling, ruledOn, reason }: RuleGate, { today }: Context): void {
  if (ruling !== 'go') return;
  mustHavePassed(target.dossier, prerequisites(target));
  const { outcome, certain, missing, explanation } = stand;
  const chosen = chosenAt(target.dossier, target.phase.id, round, stand);
  if (outcome === 'go' && chosen !== null) {
    if (chosen !== undefined) mustKeepBranches(target, [chosen]);
    if (reason === undefined) mustBeExplained(stand, ruledOn);
    return;
  }
  const spoken = spokenAt(target.dossier.plan, round);
  const notGo: NotGo =
    outcome === 'go'
      ? { because: 'divided', splits: target.gate.splits ?? false, ...spoken }
      : {
          because: 'outcome',
          sentence: sentenceFigures(gateOn(target, round, ruledOn), stand),
          certain,
          on: ruledOn < today ? ruledOn : null,
          ...spoken,
        };
  throw refused('outcome-not-go', notGo, { missing: [...missing], explanation });
}

/**
 * Who goes on over a body that agreed to another text, or without one that will decide yet, says why.
 * @throws Refusal validation
 */
function mustBeExplained(stand: Standing, day: Day): void {
  const other = stand.bodies.filter(({ side, decision }) => side === 'for' && decision?.conform === false);
  mustSayWhy('other-text', other);
  mustSayWhy('not-awaited', stillToCome(stand, day));
}

function mustSayWhy(code: 'other-text' | 'not-awaited', stands: readonly Stand[]): void {
  const because = { code, bodies: stands.map(({ body }) => body) };
  if (stands.length > 0) throw invalid([{ pointer: '/reason', code: 'reason-required', because }]);
}

/** Councils decide for themselves: a chair who only states what they decided cannot state a no-go against their go. */
function mayRefuse({ dossier, gate }: GateTarget, { ruling, meeting }: RuleGate, { outcome }: Standing): void {
  if (ruling !== 'no-go' || outcome !== 'go') return;
  if (areCouncils(dossier.plan, gate.electorate))
    throw invalid([{ pointer: '/ruling', code: 'not-allowed-here', allowed: ['go', 'hold'] }]);
  if (meeting === undefined) throw invalid([{ pointer: '/meeting', code: 'meeting-required' }]);
}

function ownFacts(
  { target, round, stand, stored }: Stood,
  asked: RuleGate,
  { newId }: Context,
): EventFacts['GateRuled'] {
  const ruling = derived(target.dossier, stand, asked);
  return {
    gate: target.phase.id,
    round: target.state.round,
    id: newId(),
    ruling,
    ...stored,
    option: asked.ruling === 'go' ? (chosenAt(target.dossier, target.phase.id, round, stand) ?? undefined) : undefined,
    dissent: asked.dissent ?? [],
  };
}

/** A go becomes one with conditions when a condition of this gate was adopted or carried. */
export function derived(
  { conditions }: Dossier,
  { bodies }: Standing,
  { ruling, ruledOn }: Pick<RuleGate, 'ruling' | 'ruledOn'>,
): RulingKind {
  if (ruling !== 'go') return ruling;
  const made = bodies.flatMap(({ decision }) => decision?.conditions ?? []).flatMap((id) => conditions[id] ?? []);
  const statuses = made.map((condition) => statusOn(condition, ruledOn).status);
  return statuses.some((status) => status === 'adopted' || status === 'carried') ? 'go-with-conditions' : 'go';
}

const rulingFrom = ({ on, facts, texts }: EventContent<'GateRuled'>, recorded: Recorded): Omit<Ruling, 'place'> => ({
  ...read(conclusionFacts, facts, texts),
  id: facts.id,
  round: facts.round,
  ruling: facts.ruling,
  outcome: facts.outcome,
  ruledOn: on,
  dissent: facts.dissent,
  asSubmitted: facts.asSubmitted ?? null,
  recorded,
});
