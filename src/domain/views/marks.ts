// How every body stands at a gate, in one mark: what bars, tables and signs show. It follows the side on which a decision
// counts, so that nothing that is drawn says otherwise than the sentence of the rule.
import type { BodyPosition } from '../dossier/position.js';
import { standing, type Standing } from '../dossier/standing.js';
import type { Decision } from '../dossier/state.js';
import type { BodyId, MissingWhy, Slug } from '../vocabulary.js';
import type { Reading } from './viewer.js';

/**
 * for, against: it counts · conditions: a yes that waits for a condition or another decision · pending: decided, and it
 * does not count (yet) · deferred, noted: undecided by its own words · waiting: there is no decision
 */
export type Mark = 'for' | 'against' | 'conditions' | 'pending' | 'deferred' | 'noted' | 'waiting';

/** What a reason that a decision does not count makes of it; any other leaves it pending. */
const marks: Partial<Record<MissingWhy, Mark>> = {
  'condition-open': 'conditions',
  'condition-rejected': 'conditions',
  'subject-to': 'conditions',
  deferred: 'deferred',
  noted: 'noted',
};

export function markOf({ side, decision, missing }: BodyPosition): Mark {
  if (side === 'for' || side === 'against') return side;
  if (!decision || decision.withdrawn || !missing) return 'waiting';
  return marks[missing.why === 'scheduled' ? whyUnlessScheduled(decision) : missing.why] ?? 'pending';
}

/** A meeting that is planned stands in the place of what it will mend. */
function whyUnlessScheduled({ confirmation, form, answers }: Decision): MissingWhy {
  if (confirmation === 'disputed') return 'disputed';
  if (form === 'announcement') return 'announced';
  const kinds = Object.values(answers);
  return kinds.includes('deferred') ? 'deferred' : kinds.includes('noted') ? 'noted' : 'stale';
}

/** The mark of everyone who decides in the current round of a gate, or in a former one. */
export function marksOf({ dossier, day }: Reading, gate: Slug, number: number): ReadonlyMap<BodyId, Mark> {
  const round = dossier.rounds[gate]?.find((one) => one.number === number);
  return new Map(round && standing(dossier, gate, round, day).bodies.map((stand) => [stand.body, markOf(stand)]));
}

const counting = new Set<Mark>(['for', 'against', 'conditions']);

/** How many of those who decided do not count (yet), other than for a condition. */
export const notCounting = ({ tally, bodies }: Pick<Standing, 'tally' | 'bodies'>): number =>
  Math.max(0, tally.decided - bodies.filter((stand) => counting.has(markOf(stand))).length);
