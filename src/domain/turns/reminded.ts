// Whom a reminder is for: who is still to decide or to confirm at a gate, and does not come to it in time by itself.
import type { Dossier } from '../dossier/state.js';
import type { BodyId, Day, MissingWhy, Slug } from '../vocabulary.js';
import { isDeciding } from './turn.js';
import { turnsOf } from './turns.js';

/** Who said that it will decide on a day has that day. */
const comesBack: ReadonlySet<MissingWhy> = new Set<MissingWhy>(['scheduled', 'deferred', 'noted']);

/** What it decided is there already: that it is not released is its own affair. */
const isKept = (why: MissingWhy | undefined): boolean => why === 'announced';

/** In the order of the gate, each once however much is asked of it; on what nobody knows of what was not released. */
export function remindedAt(dossier: Dossier, gate: Slug, day: Day): BodyId[] {
  const turns = turnsOf(dossier, day, () => true).filter(
    (turn) => isDeciding(turn) && turn.gate === gate && turn.blocks === null,
  );
  const bodies = turns.flatMap(({ body, missing, until: term }) => {
    const { why, until } = missing ?? {};
    const isInTime =
      why !== undefined && comesBack.has(why) && until != null && until >= day && until <= (term ?? until);
    return body === null || isKept(why) || isInTime ? [] : [body];
  });
  return [...new Set(bodies)];
}

/** Those for whom something was recorded that waits for their word; of the others a decision is asked. */
export const toConfirmAt = (dossier: Dossier, gate: Slug, day: Day): ReadonlySet<BodyId | null> =>
  new Set(
    turnsOf(dossier, day, () => true).flatMap((turn) =>
      turn.gate === gate && turn.what === 'confirm' ? [turn.body] : [],
    ),
  );
