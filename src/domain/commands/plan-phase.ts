// Moves the planned window of a phase, with a reason. The former windows stay to be read.
import { withPhase } from '../dossier/folds.js';
import { phaseState, plannedOf } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import { planningFacts } from '../facts/of-phases.js';
import { invalid, type FieldError } from '../refusal.js';
import type { Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { mustBeNew } from './once.js';
import { mustBe, mustRun, phaseAt, type PhaseTarget } from './targets.js';

export const planPhase = defineCommand<{ phase: Slug }, PhaseTarget, typeof planningFacts, 'PhasePlanned'>({
  says: planningFacts,
  locate: (dossier, { phase }) => phaseAt(dossier, phase),
  asks: () => [{ right: 'plan-phase' }],
  fields: ({ dossier }, { on, from, until }, { today }) => [
    ...happened('/on', on, today, dossier),
    ...(from === undefined && until === undefined
      ? [{ pointer: '/until', code: 'required' } satisfies FieldError]
      : []),
    ...(from === undefined ? [] : notBefore('/until', until, from)),
  ],
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'planned', 'underway', 'at-gate', 'refused');
  },
  decide: (target, asked) => {
    const { on } = asked;
    const { phase } = target;
    moveFollows(target, asked);
    mustBeNew(isMoved(target, asked) ? {} : null);
    const { facts, texts } = keep(planningFacts, asked);
    return [{ type: 'PhasePlanned', on, facts: { phase: phase.id, ...facts }, texts }];
  },
  fact: { type: 'PhasePlanned', follows: moveFollows, byChair: true },
  folds: {
    PhasePlanned: (dossier, { on, facts, texts }) => {
      const phase = dossier.plan.phases.get(facts.phase);
      if (!phase) throw new Error(`dossier ${dossier.id} has no phase ${facts.phase}`);
      const former = plannedOf(dossier, phase);
      const { from = former.from, until = former.until } = facts;
      const move = { on, reason: texts.reason ?? null, former, planned: { ...former, from, until } };
      return withPhase(dossier, phase.id, { moves: [...phaseState(dossier, phase.id).moves, move] });
    },
  },
});

/** The last move says it already, in as many words. */
function isMoved({ state }: PhaseTarget, { on, reason, from, until }: Payload<typeof planningFacts>): boolean {
  const last = state.moves.at(-1);
  if (!last || last.on !== on || last.reason !== reason) return false;
  return (from ?? last.planned.from) === last.planned.from && (until ?? last.planned.until) === last.planned.until;
}

/** It comes after the former move, and what is moved fits what stays. @throws Refusal */
function moveFollows({ dossier, phase, state }: PhaseTarget, { on, from, until }: Payload<typeof planningFacts>): void {
  follows('/on', on, state.moves.at(-1)?.on);
  const planned = plannedOf(dossier, phase);
  if (from === undefined && until !== undefined) follows('/until', until, planned.from);
  if (from !== undefined && until === undefined && planned.until && from > planned.until)
    throw invalid([
      { pointer: '/from', code: 'not-allowed-here', because: { code: 'past-planned-end', until: planned.until } },
    ]);
}
