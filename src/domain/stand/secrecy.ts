// On what of a decision secrecy rests on a day, who may lift it, and what is defective about it.
import type { Decision, SecrecyLift } from '../dossier/decided.js';
import type { Kept } from '../facts/fact.js';
import type { secrecyFacts } from '../facts/of-secrecy.js';
import { worksAs, type BodyKind, type Day, type SecrecyBody, type WorksAs } from '../vocabulary.js';

export type Secret = Kept<typeof secrecyFacts>;

/** Who imposes what its own decision says nothing else of. */
const imposing: Partial<Record<WorksAs, SecrecyBody>> = { council: 'council', college: 'executive' };

/** Who may lift it, as far as that is known. */
export const mayLift = ({ liftableBy, imposedBy }: Secret, kind: BodyKind | undefined): SecrecyBody | null =>
  liftableBy ?? imposedBy ?? (kind === 'mayor' ? 'head' : kind && imposing[worksAs(kind)]) ?? null;

/** The day since when it rests on it. */
export const imposedOn = ({ decidedOn }: Pick<Decision, 'decidedOn'>, secret: Secret): Day =>
  secret.imposedOn ?? decidedOn;

/** When and by whom it was lifted, by that day; null while it was not. */
export const liftOf = ({ secrecyLifts }: Decision, { object }: Secret, day: Day): SecrecyLift | null =>
  secrecyLifts.findLast((lift) => lift.object === object && lift.on <= day) ?? null;

/** Each with whether it applies. */
export function secrecyFlags(decision: Decision, kind: BodyKind | undefined, day: Day) {
  const all = decision.secrecy.map((secret) => ({ secret, lift: liftOf(decision, secret, day) }));
  return {
    rests: all.some(({ lift }) => lift === null),
    noInterest: all.some(({ secret }) => secret.interest === 'not-stated'),
    liftedByOther: all.some(({ secret, lift }) => lift !== null && lift.by !== (mayLift(secret, kind) ?? lift.by)),
  };
}
