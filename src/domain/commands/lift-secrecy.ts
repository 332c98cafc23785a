// Secrecy that rests on something of a decision is lifted: an act of its own day, by whoever did it. That another did it
// than who may is recorded and flagged.
import { actOf, withFact } from '../dossier/acts.js';
import { keep } from '../facts/keeping.js';
import { secrecyLiftFacts } from '../facts/of-secrecy.js';
import type { FieldError } from '../refusal.js';
import { imposedOn, liftOf } from '../stand/secrecy.js';
import type { Id, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { mustBeNew } from './once.js';
import { decisionAt, mustBeTaken, type DecisionTarget } from './targets.js';

interface Place {
  gate: Slug;
  decision: Id;
}

export const liftSecrecy = defineCommand<Place, DecisionTarget, typeof secrecyLiftFacts, 'SecrecyLifted'>({
  says: secrecyLiftFacts,
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'release-decision', body: decision.body }],
  fields: ({ dossier, decision }, { on, secret }, { today }) => [
    ...happened('/on', on, today, dossier),
    ...(secret < decision.secrecy.length ? [] : [unknown(decision.secrecy)]),
  ],
  ready: mustBeTaken,
  decide: (target, asked) => {
    const { phase, decision } = target;
    liftFollows(target, asked);
    const { facts, texts } = keep(secrecyLiftFacts, asked);
    return [{ type: 'SecrecyLifted', on: asked.on, facts: { gate: phase.id, decision: decision.id, ...facts }, texts }];
  },
  fact: { type: 'SecrecyLifted', follows: liftFollows },
  folds: {
    SecrecyLifted: (dossier, { on, facts, texts }, recorded) => {
      const named = actOf(dossier, facts.gate, facts.decision)?.readings.find(({ id }) => id === facts.decision);
      const secret = named?.secrecy[facts.secret] ?? null;
      const lift = { secret, on, by: facts.liftedBy, reference: texts.reference ?? null, recorded };
      return withFact(dossier, facts, ({ secrecyLifts }) => ({ secrecyLifts: [...secrecyLifts, lift] }));
    },
  },
});

const unknown = (secrets: readonly unknown[]): FieldError => ({
  pointer: '/secret',
  code: 'unknown-option',
  allowed: secrets.map((_, i) => String(i)),
});

/** Nothing is lifted before it rests there, nor twice. @throws Refusal date-too-early, already-recorded */
function liftFollows(target: DecisionTarget, { on, secret }: { on: string; secret: number }): void {
  const { dossier, decision } = target;
  const found = decision.secrecy[secret];
  if (!found) return;
  follows('/on', on, imposedOn(decision, found));
  mustBeNew(liftOf(decision, found, dossier.plan.bodies.get(decision.body)?.kind));
}
