// Whether somebody may have decided in the name of a body: by the mandates that it gave, on the day of the decision. A flag,
// never a refusal: what was decided was decided, and a body can still take it for its own.
import { lastDayOf } from '../dossier/mandates.js';
import type { Decision, Dossier, Round } from '../dossier/state.js';
import type { Confirmation, Day, Slug } from '../vocabulary.js';

interface Given {
  from: Day;
  until: Day | null;
  confirmation: Confirmation;
}

/** What is defective about the mandate of a decision; null where one covers it, or where none is needed. */
export function mandateFlag(
  { dossier, gate, round }: { dossier: Dossier; gate: Slug; round: Round | null },
  { form, body, decidedOn }: Pick<Decision, 'form' | 'body' | 'decidedOn'>,
): 'no-mandate' | 'mandate-ended' | 'mandate-unconfirmed' | null {
  if (form !== 'mandated-decision') return null;
  const begun = [...ofPlan(dossier, gate, round, body), ...recorded(dossier, gate, body)].filter(
    ({ from }) => from <= decidedOn,
  );
  const covering = begun.filter(({ until }) => until === null || until >= decidedOn);
  if (covering.some(({ confirmation }) => confirmation !== 'unconfirmed')) return null;
  if (covering.length > 0) return 'mandate-unconfirmed';
  return begun.length > 0 ? 'mandate-ended' : 'no-mandate';
}

/** Those that the gate names, on the terms on which it was put. */
function ofPlan({ plan }: Dossier, id: Slug, round: Round | null, body: string): Given[] {
  const { mandates = [] } = round?.terms.gate ?? plan.gates.get(id) ?? {};
  return mandates.filter((one) => one.body === body).map((one) => ({ ...one, confirmation: 'confirmed' }));
}

/** Those that were recorded, but for what the body says is not so. */
const recorded = ({ mandates }: Dossier, gate: Slug, body: string): Given[] =>
  mandates
    .filter((one) => one.body === body && one.confirmation !== 'disputed' && (one.gates?.includes(gate) ?? true))
    .map((one) => ({ from: one.from, until: lastDayOf(one), confirmation: one.confirmation }));
