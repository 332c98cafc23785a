// What the end of a phase takes along by the law and did not, and who still has to publish its own decision. It is flagged and
// asked, and never refused: that something was published is so, whether or not somebody has its number at hand.
import type { PublicationRecord } from '../dossier/phase-record.js';
import { phaseState, statusOf, type Dossier } from '../dossier/state.js';
import { successorOf } from '../dossier/successors.js';
import type { BodyId, Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';

/** Whether it is a phase in which something is published or registered. */
export const isPublished = ({ step }: Pick<Phase, 'step'>): boolean =>
  step === 'publication' || step === 'registration';

/** Whether it can be found again. */
const isProof = ({ number, url }: Pick<PublicationRecord, 'number' | 'url'>): boolean =>
  number !== null || url !== null;

/** Of a phase that ended: of the publication and the registration where and under which number, and when it takes effect. */
export function proofLacking(dossier: Dossier, phase: Pick<Phase, 'id' | 'step'>): Slug[] {
  const { completion, publications } = phaseState(dossier, phase.id);
  if (completion === null || !isPublished(phase)) return [];
  const together = publications.filter(({ body }) => body === null);
  const isProven = [...completion.publications, ...together].some(isProof);
  const forces = [completion, ...together].map(({ entersIntoForceOn }) => entersIntoForceOn);
  return [
    ...(isProven ? [] : ['no-publication']),
    ...(phase.step === 'publication' && forces.every((day) => day === null) ? ['no-entry-into-force'] : []),
  ];
}

/**
 * Who made the arrangement and has not said where it published that, once its publication is under way: who takes part
 * publishes its own decision.
 */
export function stillToPublish(dossier: Dossier, { id, step }: Pick<Phase, 'id' | 'step'>): BodyId[] {
  if (step !== 'publication' || !['underway', 'passed'].includes(statusOf(dossier, id))) return [];
  const published = phaseState(dossier, id).publications.filter(isProof);
  return madeBy(dossier, id).filter((body) => !published.some((one) => successorOf(dossier, one.body ?? '') === body));
}

/** Who were for at the last gate before it where something was made. */
export function madeBy(dossier: Dossier, phase: Slug): BodyId[] {
  const all = dossier.plan.workflow.phases.map(({ id }) => id);
  const before = all.slice(0, all.indexOf(phase)).reverse();
  const round = before
    .map((gate) => dossier.rounds[gate]?.at(-1))
    .find((one) => one?.terms.gate.enacts === true && one.rulings.at(-1)?.ruling === 'go');
  const stood = round?.settled?.stood.filter(({ side }) => side === 'for') ?? [];
  return [...new Set(stood.map(({ body }) => successorOf(dossier, body)))];
}
