// A successor that has not decided: its form says what its predecessors decided, and begins with that where all of them
// answered alike. It is one step to stay with it, and nobody takes it for the successor.
import { currentRound } from '../../domain/dossier/state.js';
import { predecessorsOf, sharedBy } from '../../domain/stand/predecessors.js';
import { standOf, type Stand } from '../../domain/stand/stand.js';
import { askedGate } from '../../domain/views/gate-view.js';
import type { BodyId } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import { valuesOfDecision } from './decision-values.js';
import type { Values } from './form.js';
import type { FormContext } from './form-kind.js';

/** How its predecessors stood; none for a body that succeeded nobody, or that decided since. */
function standsBefore({ reading: { dossier }, place, today: day }: FormContext, body: BodyId | null): Stand[] {
  const round = currentRound(dossier, place.gate);
  if (!round || body === null) return [];
  const at = { dossier, id: place.gate, gate: round.terms.gate, round, day };
  const { decision, hidden } = standOf(at, body);
  return decision || hidden ? [] : predecessorsOf(at, body);
}

/** What they answered, to begin with; what belongs to one of them alone is asked anew. */
export function asPredecessors(context: FormContext, body: BodyId | null): Values {
  const shared = sharedBy(standsBefore(context, body));
  if (!shared) return {};
  const said = Object.entries(valuesOfDecision(context.reading, shared));
  return Object.fromEntries(
    said.filter(([name]) => ['decision', 'option', 'answers'].includes(name.split('/')[0] ?? '')),
  );
}

export function predecessorsHint(context: FormContext, body: BodyId | null): { hint?: string } {
  const { reading, wording, place } = context;
  const stands = standsBefore(context, body);
  if (stands.length === 0) return {};
  const { asks } = askedGate(reading, place.gate);
  const words = stands.map(({ body: one, decision, hidden }): [string, string] => [
    titleOf(reading.dossier.plan, one),
    decision ? wording.saidWord({ ...decision, asks }) : wording.notSaid(hidden !== null),
  ]);
  return { hint: wording.predecessorsSaid(words, sharedBy(stands) !== null) };
}
