// A published workflow, ready for use: its data beside what is derived from it once.
import type { Municipalities } from '../municipalities.js';
import type { RuleCatalogue } from '../rule.js';
import { worksAs, type BodyId, type Hex, type Slug } from '../vocabulary.js';
import { check, type Check } from './check.js';
import { compiledLater, type Machine } from './machine.js';
import { withNewcomer, withSuccessor, type Succession } from './successors.js';
import { withParties } from './with-parties.js';
import type { NamedParties, NamedParty } from './open-parties.js';
import { waitsFor } from './order.js';
import type { Body, Gate, Phase, Workflow } from './workflow.js';

export interface Plan {
  readonly workflow: Workflow;
  /** Of the workflow's canonical form: two files with another hash are two plans. */
  readonly hash: Hex;
  /** The parties that were named at the start of its dossier; null where it names its own. */
  readonly named: NamedParties | null;
  readonly checks: readonly Check[];
  readonly machine: Machine;
  readonly rules: RuleCatalogue;
  readonly phases: ReadonlyMap<Slug, Phase>;
  /** The gates by id, which is the id of their phase. */
  readonly gates: ReadonlyMap<Slug, Gate>;
  readonly bodies: ReadonlyMap<BodyId, Body>;
  /** The party of the bodies that rule. */
  readonly region: Slug;
  readonly rulingBodies: ReadonlySet<BodyId>;
  /** Where reservations must be fulfilled: the gates that enact, or where a plan has none, those that nothing follows. */
  readonly settling: ReadonlySet<Slug>;
  /** Whether this phase comes later in the plan than that one: it waits for it, directly or through others. */
  comesAfter(later: Slug, earlier: Slug): boolean;
}

/** The plans that dossiers carry, each by the hash that their events name. */
export interface CarriedPlans {
  carried(hash: Hex): Plan | undefined;
  /** The plan over the parties that were named, where it leaves them open. */
  planFor(plan: Plan, named: NamedParties | undefined): Plan;
}

/** The plans that a dossier can be started on, or go to, beside those that dossiers carry; and the parties that can run them. */
export interface Plans extends CarriedPlans {
  readonly register: Municipalities;
  /** What somebody gets who asks for no version. */
  newestOf(id: Slug): Plan | undefined;
  /** All versions of a workflow, the newest first. */
  versions(id: Slug): Plan[];
  ids(): Slug[];
}

/** Which plan a dossier follows, as its events say it. */
interface FollowedPlan {
  workflow: Slug;
  version: number;
  workflowHash: Hex;
  named?: NamedParties;
}

/** @throws Error when that very plan is not there: a record is never read with another one */
export function planFollowed(plans: CarriedPlans, { workflow, version, workflowHash, named }: FollowedPlan): Plan {
  const found = plans.carried(workflowHash);
  if (found?.workflow.id !== workflow || found.workflow.version !== version)
    throw new Error(`it follows ${workflow} version ${version}, which is not there as it was`);
  return plans.planFor(found, named);
}

/** How a body is called in a plan. */
export const titleOf = ({ bodies }: Pick<Plan, 'bodies'>, body: BodyId): string => bodies.get(body)?.title ?? body;

/** Whether only councils decide: then the chair does not conclude but states what they decided. */
export const areCouncils = ({ bodies }: Plan, electorate: readonly BodyId[]): boolean =>
  electorate.every((id) => {
    const body = bodies.get(id);
    return body !== undefined && worksAs(body.kind) === 'council';
  });

/** Thrown for a workflow that does not check; the message names every check that failed, with the codes of its faults. */
export class UnsoundWorkflow extends Error {
  constructor(readonly checks: readonly Check[]) {
    super(
      checks
        .flatMap((c) => (c.passed || c.severity === 'warning' ? [] : c.faults.map(({ code }) => `${c.name}: ${code}`)))
        .join('\n'),
    );
  }
}

/**
 * @param checks what was proven of this very plan before
 * @throws UnsoundWorkflow
 */
export function publish(
  workflow: Workflow,
  hash: Hex,
  rules: RuleCatalogue,
  checks: readonly Check[] = check(workflow, rules),
): Plan {
  if (checks.some((c) => !c.passed && c.severity === 'error')) throw new UnsoundWorkflow(checks);
  return carriedPlan(workflow, hash, rules, checks);
}

/** A plan that dossiers run on is ready for use whatever its checks say today: it was sound when they began. */
export const carriedPlan = (workflow: Workflow, hash: Hex, rules: RuleCatalogue, checks: readonly Check[]): Plan =>
  planOf({ workflow, hash, checks, rules, machine: compiledLater(workflow), named: null });

/**
 * The plan of a dossier whose parties were named: the same file and machine, over other bodies. It is not checked anew:
 * a dossier that once started is read for ever.
 */
export const planWith = ({ workflow, ...published }: Plan, named: NamedParties): Plan =>
  planOf({ ...published, workflow: withParties(workflow, named), named });

/** The plan of a dossier in which parties went on as one: the same file and machine, with who takes their place. */
export const planAfter = ({ workflow, ...published }: Plan, succession: Succession): Plan =>
  planOf({ ...published, workflow: withSuccessor(workflow, succession) });

/** The plan of a dossier with a party that joined while it ran; only where its parties were named at its start. */
export function planJoined({ workflow, ...published }: Plan, newcomer: NamedParty): Plan {
  const { named } = published;
  if (!named) throw new Error(`${workflow.id} names its own parties, and ${newcomer.id} is none of them`);
  return planOf({ ...published, workflow: withNewcomer(workflow, named, newcomer) });
}

type Published = Pick<Plan, 'workflow' | 'hash' | 'checks' | 'rules' | 'machine' | 'named'>;

function planOf({ workflow, ...published }: Published): Plan {
  const gates = workflow.phases.flatMap((phase): [Slug, Gate][] => (phase.gate ? [[phase.id, phase.gate]] : []));
  const bodies = new Map(workflow.parties.flatMap((party) => party.bodies).map((body) => [body.id, body]));
  const rulingBodies = new Set(gates.map(([, gate]) => gate.ruledBy));
  const region = [...rulingBodies].map((id) => bodies.get(id)?.party)[0];
  if (region === undefined) throw new Error('a checked workflow has a body that rules');
  return {
    ...published,
    workflow,
    phases: new Map(workflow.phases.map((phase) => [phase.id, phase])),
    gates: new Map(gates),
    bodies,
    region,
    rulingBodies,
    settling: settlingGates(workflow),
    comesAfter: (later, earlier) => waitsFor(workflow, later).has(earlier),
  };
}

function settlingGates(workflow: Workflow): Set<Slug> {
  const gates = workflow.phases.filter(({ gate }) => gate !== null);
  const enacting = gates.filter(({ gate }) => gate?.enacts);
  const followed = new Set(gates.flatMap(({ id }) => [...waitsFor(workflow, id)]));
  const last = gates.filter(({ id }) => !followed.has(id));
  return new Set((enacting.length > 0 ? enacting : last).map(({ id }) => id));
}
