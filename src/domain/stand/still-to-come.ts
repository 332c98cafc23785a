// Who said when it will decide, or keeps to itself what it decided: where a go without them is possible they are named, and
// the chair says why he does not wait.
import type { Day } from '../vocabulary.js';
import type { NamedMissing } from '../sentence-figures.js';
import type { Standing } from './at-gate.js';
import type { Stand } from './stand.js';

/** Of an outcome that is no go none: there nobody is passed over. */
export const stillToCome = ({ outcome, bodies }: Pick<Standing, 'outcome' | 'bodies'>, day: Day): Stand[] =>
  outcome === 'go' ? bodies.filter((stand) => isToCome(stand, day)) : [];

const isToCome = ({ why, until }: Stand, day: Day): boolean =>
  why === 'announced' || (decidesOn({ why, until }) ?? '') >= day;

/** The day on which a body said that it will decide: to which it put it off, or of the meeting that treats it. */
export const decidesOn = ({ why, until }: { why: NamedMissing['why'] | null; until: Day | null }): Day | null =>
  why === 'deferred' || why === 'scheduled' ? until : null;
