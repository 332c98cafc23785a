// What the end of a phase takes along by the law and did not. It is flagged and asked, and never refused: that something was
// published is so, whether or not somebody has its number at hand.
import type { Completion } from '../dossier/phase-record.js';
import type { Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';

/** Of a phase that ended: of the publication and the registration where and under which number, and when it takes effect. */
export function proofLacking({ step }: Pick<Phase, 'step'>, completion: Completion | null): Slug[] {
  if (completion === null || (step !== 'publication' && step !== 'registration')) return [];
  const { publications, entersIntoForceOn } = completion;
  const isProven = publications.some(({ number, url }) => number !== null || url !== null);
  return [
    ...(isProven ? [] : ['no-publication']),
    ...(step === 'publication' && entersIntoForceOn === null ? ['no-entry-into-force'] : []),
  ];
}
