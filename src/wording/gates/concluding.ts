// Who concludes at a gate, in words: what a consultation can settle, what a decision ends by itself, and a board that does
// not exist yet.
import type { BodyId } from '../../domain/vocabulary.js';
import { isByItself } from '../../domain/workflow/asks.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';

export const byItselfWords = 'niemand: het besluit zelf sluit dit moment';

/** A consultation settles how the process goes on; what the law asks is decided by the bodies. */
export function concluderWords(plan: Plan, gate: { readonly ruledBy: BodyId; readonly concludes?: string }): string {
  if (isByItself(gate)) return byItselfWords;
  const title = titleOf(plan, gate.ruledBy);
  const isConsultation = plan.bodies.get(gate.ruledBy)?.kind === 'consultation';
  return isConsultation ? `${title} (over het verloop; een overleg heeft geen wettelijke bevoegdheid)` : title;
}

/** Of these bodies those that come to exist by a gate of the plan, with that gate. */
export const foundedWords = ({ bodies, phases }: Plan, ids: readonly BodyId[]): string[] =>
  [...new Set(ids)].flatMap((id) => {
    const body = bodies.get(id);
    const phase = phases.get(body?.foundedBy ?? '');
    return body && phase ? [`${body.title} bestaat pas na een go bij ${phase.number}. ${phase.title}`] : [];
  });
