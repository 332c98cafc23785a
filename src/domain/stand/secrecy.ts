// On what of a decision secrecy rests on a day, who may lift it, and what is defective about it.
import type { Decision, SecrecyLift } from '../dossier/decided.js';
import type { Kept } from '../facts/fact.js';
import type { secrecyFacts } from '../facts/of-secrecy.js';
import { worksAs, type BodyKind, type Day, type SecrecyBody, type WorksAs } from '../vocabulary.js';

export type Secret = Kept<typeof secrecyFacts>;

/** Who imposes what its own decision says nothing else of. */
const imposing: Partial<Record<WorksAs, SecrecyBody>> = { council: 'council', college: 'executive' };

/** Who imposed it, as far as that is known. */
const imposerOf = ({ imposedBy }: Secret, kind: BodyKind | undefined): SecrecyBody | null =>
  imposedBy ?? (kind === 'mayor' ? 'head' : kind && imposing[worksAs(kind)]) ?? null;

/** Who may lift it, as far as that is known. */
export const mayLift = (secret: Secret, kind: BodyKind | undefined): SecrecyBody | null =>
  secret.liftableBy ?? imposerOf(secret, kind);

/** The day since when it rests on it. */
export const imposedOn = ({ decidedOn }: Pick<Decision, 'decidedOn'>, secret: Secret): Day =>
  secret.imposedOn ?? decidedOn;

/**
 * When and by whom it was lifted; null while it was not. What another imposed on the same object, or for another interest,
 * or again after it was lifted, rests there still.
 * @param kind of the body that decided
 * @param day by which; left out: ever
 */
export const liftOf = (
  decision: Decision,
  secret: Secret,
  kind: BodyKind | undefined,
  day: Day | null = null,
): SecrecyLift | null =>
  decision.secrecyLifts.findLast(
    (lift) =>
      lift.secret !== null &&
      isSame(lift.secret, secret, kind) &&
      lift.on >= imposedOn(decision, secret) &&
      (day === null || lift.on <= day),
  ) ?? null;

/** Whether a later reading of the decision names what an earlier one did: its interest may be stated only then. */
const isSame = (lifted: Secret, secret: Secret, kind: BodyKind | undefined): boolean =>
  lifted.object === secret.object &&
  imposerOf(lifted, kind) === imposerOf(secret, kind) &&
  (lifted.interest === secret.interest || lifted.interest === 'not-stated');

/** Each with whether it applies. */
export function secrecyFlags(decision: Decision, kind: BodyKind | undefined, day: Day) {
  const all = decision.secrecy.map((secret) => ({ secret, lift: liftOf(decision, secret, kind, day) }));
  return {
    rests: all.some(({ lift }) => lift === null),
    noInterest: all.some(({ secret }) => secret.interest === 'not-stated'),
    liftedByOther: all.some(({ secret, lift }) => lift !== null && lift.by !== (mayLift(secret, kind) ?? lift.by)),
  };
}
