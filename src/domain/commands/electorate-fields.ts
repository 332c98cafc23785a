// Bodies that a request names in a list, or in several groups: they are asked at this gate, each in one group.
import type { Reason } from '../reasons.js';
import type { FieldError } from '../refusal.js';
import type { BodyId } from '../vocabulary.js';
import type { GateTarget } from './targets.js';

/** Bodies in a list that are unknown here, or are not asked at this gate. */
export function electorateFields(pointer: string, bodies: readonly BodyId[], target: GateTarget): FieldError[] {
  const { electorate } = target;
  return bodies.flatMap((body, i): FieldError[] => {
    const at = `${pointer}/${i}`;
    if (!target.dossier.plan.bodies.has(body)) return [{ pointer: at, code: 'unknown-body', allowed: electorate }];
    return electorate.includes(body) ? [] : [{ pointer: at, code: 'not-in-electorate', allowed: electorate }];
  });
}

/**
 * Bodies in groups that share them out: `/parts/0/bodies`.
 * @param twice what is wrong with a body in two of them
 */
export function sharedFields(
  pointer: string,
  groups: readonly { readonly bodies: readonly BodyId[] }[],
  target: GateTarget,
  twice: Reason,
): FieldError[] {
  const named = groups.flatMap(({ bodies }) => bodies);
  return groups.flatMap(({ bodies }, i): FieldError[] => {
    const at = `${pointer}/${i}/bodies`;
    if (bodies.length === 0) return [{ pointer: at, code: 'required' }];
    const again = bodies.flatMap((body, j): FieldError[] =>
      named.indexOf(body) === named.lastIndexOf(body)
        ? []
        : [{ pointer: `${at}/${j}`, code: 'not-allowed-here', because: twice }],
    );
    return [...electorateFields(at, bodies, target), ...again];
  });
}
