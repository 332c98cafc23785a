// Checks by the table which facts of a decision do not go with its answers, and which are missing beside them.
import type { FieldCode, FieldError } from '../refusal.js';
import { decisionKinds, kindOfDecision, worksAs, type BodyKind, type DecisionKind } from '../vocabulary.js';
import type { Facts } from './fact.js';

/** @param by the kind of the body that says it */
export function companyErrors(
  table: Facts,
  asked: Readonly<Record<string, unknown>>,
  given: ReadonlySet<DecisionKind>,
  by: BodyKind | undefined,
): FieldError[] {
  const isSaid = (name: string): boolean => {
    const value = asked[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const at = (name: string, code: FieldCode): FieldError => ({ pointer: `/${name}`, code });
  const lacking = [...given].flatMap((kind) => {
    const { needs } = kindOfDecision(kind);
    return needs && !isSaid(needs[0]) ? [at(...needs)] : [];
  });
  const foreign = Object.keys(asked).filter((name) => {
    const { with: only, by: whose } = table[name] ?? {};
    const goes =
      (only === undefined || given.has(only)) && (whose === undefined || (by !== undefined && whose === worksAs(by)));
    return !goes && isSaid(name);
  });
  return [...lacking, ...foreign.map((name) => at(name, 'not-allowed-here'))];
}

/** The answers that say nothing without this fact. */
export const neededBy = (name: string): DecisionKind[] =>
  decisionKinds.filter((kind) => kindOfDecision(kind).needs?.[0] === name);
