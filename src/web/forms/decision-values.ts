// A decision as it would have been filled in: what a correction begins with. Its reason is asked anew: it says what was
// wrong.
import type { Decision, Dossier } from '../../domain/dossier/state.js';
import { decisionFacts } from '../../domain/facts/of-decisions.js';
import { valuesOfFacts } from './fields-of.js';
import type { Values } from './form.js';

export function valuesOfDecision({ conditions }: Dossier, decision: Decision): Values {
  const { release } = decision;
  // Open to the region at once is what every decision is: then there is nothing to fill in.
  const isPlain = release.scope === 'region' && release.from === null;
  const made = decision.conditions.map((id) => conditions[id] ?? {});
  const { reason: _, ...values } = valuesOfFacts(decisionFacts, {
    ...decision,
    conditions: made,
    release: isPlain ? null : release,
  });
  values.decision = decision.kind;
  values.decidedOn = decision.decidedOn;
  for (const [question, answer] of Object.entries(decision.answers))
    if (answer !== decision.kind) values[`answers/${question}`] = answer;
  return values;
}
