// Who said when it will decide, or keeps to itself what it decided: where a go without them is possible they are named, and
// the chair says why he does not wait.
import type { Day, MissingWhy } from '../vocabulary.js';
import type { Standing } from './at-gate.js';
import type { Stand } from './stand.js';

/** Why a body does not count yet, where the day beside it is one on which it will decide. */
const saysWhen: ReadonlySet<MissingWhy> = new Set(['deferred', 'noted', 'scheduled']);

/** Of an outcome that is no go none: there nobody is passed over. */
export const stillToCome = ({ outcome, bodies }: Pick<Standing, 'outcome' | 'bodies'>, day: Day): Stand[] =>
  outcome === 'go' ? bodies.filter((stand) => isToCome(stand, day)) : [];

const isToCome = ({ why, until }: Stand, day: Day): boolean =>
  why === 'announced' || (why !== null && saysWhen.has(why) && until !== null && until >= day);
