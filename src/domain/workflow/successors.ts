// Parties that come into a plan while it runs: those that join where the plan left its parties open, and those in which
// others go on, with what these weighed together. Who decides at which gate is not said here: seats are counted in the
// dossier.
import { partyOf } from '../permissions.js';
import { withEveryRule, type Rule } from '../rule.js';
import { addedUp, isWeighted } from '../rules/weighted.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { municipality } from './define.js';
import type { NamedParties, NamedParty } from './open-parties.js';
import type { Body, Party, Workflow } from './workflow.js';

/** Bodies in whose place another comes; it can be one of them. */
export interface BodyMerger {
  from: BodyId[];
  into: BodyId;
}

/** The same of whole parties: each of their bodies has its successor. */
export interface Succession {
  readonly from: readonly NamedParty[];
  readonly into: NamedParty;
}

/** Who takes the place of this body; itself where its party goes on as it was. */
export const successorIn = ({ from, into }: Succession, body: BodyId): BodyId =>
  from.some(({ id }) => id === partyOf(body)) ? `${into.id}${body.slice(partyOf(body).length)}` : body;

/** Which of these bodies go on as which; none where nobody of another name is among them. */
export function mergersAmong(succession: Succession, bodies: readonly BodyId[]): BodyMerger[] {
  const merged = bodies.filter((body) => succession.from.some(({ id }) => id === partyOf(body)));
  return [...new Set(merged.map((body) => successorIn(succession, body)))]
    .map((into) => ({ from: merged.filter((body) => successorIn(succession, body) === into), into }))
    .filter(({ from, into }) => from.some((body) => body !== into));
}

/** The plan with the party in which these go on, beside those that there were: what they decided stays theirs. */
export function withSuccessor(workflow: Workflow, succession: Succession): Workflow {
  const { from, into } = succession;
  const isOfThem = ({ id }: Pick<Party, 'id'>) => from.some((party) => party.id === id);
  const missing = from.filter(({ id }) => id !== into.id && !workflow.parties.some((party) => party.id === id));
  const before = [...workflow.parties, ...missing.map(({ id, title, code }) => municipality(id, title, code))];
  const wanted = before.filter(isOfThem).flatMap(({ bodies }) => bodies.map(({ id }) => successorIn(succession, id)));
  const party = partyWith(before, into, wanted);
  const mergers = mergersAmong(
    succession,
    before.filter(isOfThem).flatMap(({ bodies }) => bodies.map(({ id }) => id)),
  );
  const isThere = before.some(({ id }) => id === into.id);
  return {
    ...workflow,
    parties: isThere ? before.map((one) => (one.id === into.id ? party : one)) : [...before, party],
    groups: groupsWith(workflow.groups, mergers),
    phases: workflow.phases.map((phase) => ({
      ...phase,
      gate: phase.gate && { ...phase.gate, rule: mergedRule(phase.gate.rule, mergers) },
    })),
  };
}

/** The plan with a party that joins, in every group where a party that was named at its start is with a body like its own. */
export function withNewcomer(workflow: Workflow, named: NamedParties, { id, title, code }: NamedParty): Workflow {
  if (workflow.parties.some((party) => party.id === id)) return workflow;
  const party = municipality(id, title, code);
  const like = ({ id: body }: Body) => named.parties.map((one) => `${one.id}${body.slice(id.length)}`);
  const mergers = party.bodies.map((body) => ({ from: like(body), into: body.id }));
  return { ...workflow, parties: [...workflow.parties, party], groups: groupsWith(workflow.groups, mergers) };
}

/** The successor, with a body of each kind that those in whose place it comes have. */
function partyWith(before: readonly Party[], { id, title, code }: NamedParty, wanted: readonly BodyId[]): Party {
  const own: readonly Body[] = before.find((one) => one.id === id)?.bodies ?? [];
  const made = municipality(id, title, code);
  const more = made.bodies.filter((body) => wanted.includes(body.id) && !own.some((one) => one.id === body.id));
  return { ...made, bodies: [...own, ...more] };
}

/** Successors are in every group where one of theirs was. */
export const groupsWith = (groups: Workflow['groups'], mergers: readonly BodyMerger[]): Workflow['groups'] =>
  Object.fromEntries(
    Object.entries(groups).map(([name, group]) => {
      const more = mergers
        .filter(({ from }) => from.some((body) => group.bodies.includes(body)))
        .map(({ into }) => into);
      return [name, { ...group, bodies: [...new Set([...group.bodies, ...more])] }];
    }),
  );

/** The rule with the weights of those that go on as one added up, wherever it weighs bodies. */
export const mergedRule = (rule: Rule, mergers: readonly BodyMerger[]): Rule =>
  mergers.length === 0
    ? rule
    : withEveryRule(rule, (one) =>
        isWeighted(one) ? { ...one, weights: mergers.reduce(mergedWeights, one.weights) } : one,
      );

type Weights = Readonly<Record<BodyId, string>>;

/** A weight that the rule states for the successor stays, as somebody worked it out. */
function mergedWeights(weights: Weights, { from, into }: BodyMerger): Weights {
  const going = from.flatMap((body) => (Object.hasOwn(weights, body) ? [weights[body] ?? ''] : []));
  const stated = !from.includes(into) && Object.hasOwn(weights, into) ? (weights[into] ?? null) : addedUp(going);
  if (going.length === 0 || stated === null) return weights;
  const rest = Object.entries(weights).filter(([body]) => !from.includes(body));
  return { ...Object.fromEntries(rest), [into]: stated };
}

/** A party as the register has it. */
export const asNamed = ({ id, name, code }: { id: Slug; name: string; code: string }): NamedParty => ({
  id,
  title: name,
  code,
});
