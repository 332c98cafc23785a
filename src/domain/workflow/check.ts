// Whether a workflow is sound, checked when it is published: every fault at once, as a code with its facts.
// The machine is checked in check-machine.ts.
import type { RuleCatalogue } from '../rule.js';
import { isDay } from '../calendar.js';
import { decisionKinds, kindOfDecision, type BodyId, type BodyKind, type Slug } from '../vocabulary.js';
import { asksOf, isByItself } from './asks.js';
import { foundedFaults } from './check-founded.js';
import { branchFaults } from './check-branches.js';
import { acceptFaults, lawFaults, lawWarnings } from './check-law.js';
import { machineFaults } from './check-machine.js';
import { openFaults } from './check-open.js';
import { unfitFields } from './fields.js';
import { dossierRegion } from './machine.js';
import { inventParties, withParties } from './with-parties.js';
import { partiesMax } from '../facts/of-phases.js';
import { waitsFor } from './order.js';
import type { NamedThing, OwnFault, PlanFault, Warning } from '../plan-faults.js';
import { reachFaults } from './check-rules.js';
import { outsideFaults } from './outside.js';
import { criterionNames, statingBodies } from './requirements.js';
import { recurrenceFaults } from './recurrence.js';
import type { Gate, Phase, Workflow } from './workflow.js';

/** How much a check went through, for what was proven. */
export type CheckCounts = Readonly<
  Partial<Record<'phases' | 'bodies' | 'gates' | 'branches' | 'least' | 'most' | 'tried' | 'steps' | 'law', number>>
>;

/** What was proven of a plan, or what of it is wrong. */
export interface ErrorCheck {
  severity: 'error';
  name: CheckName;
  passed: boolean;
  counts: CheckCounts;
  faults: readonly PlanFault[];
}

/** What the law asks and the plan does otherwise; passed once its author accepted it, and says why. */
export interface WarningCheck {
  severity: 'warning';
  name: Warning['code'];
  passed: boolean;
  warning: Warning;
  accepted: string | null;
}

export type Check = ErrorCheck | WarningCheck;

export type CheckName = (typeof parts)[number][0] | 'open' | 'law' | 'machine';

type FaultsOf = (workflow: Workflow, rules: RuleCatalogue) => PlanFault[];

const gatesOf = ({ phases }: Workflow): Gate[] => phases.flatMap(({ gate }) => gate ?? []);

const outsideCheck: FaultsOf = ({ outside = {}, phases }) => outsideFaults(outside, phases);

/** Each check by its name, with what is wrong. */
const parts = [
  ['names', nameFaults],
  ['bodies', bodyFaults],
  ['prerequisites', prerequisiteFaults],
  ['dates', dateFaults],
  ['meetings', meetingFaults],
  ['outside', outsideCheck],
  ['gates', gateFaults],
  ['rules', ruleFaults],
  ['branches', branchFaults],
  ['accepted', acceptFaults],
] as const satisfies [name: string, faults: FaultsOf][];

const countsOf = (workflow: Workflow): CheckCounts => ({
  phases: workflow.phases.length,
  bodies: workflow.parties.flatMap(({ bodies }) => bodies).length,
  gates: gatesOf(workflow).length,
  branches: workflow.phases.filter(({ branch }) => branch).length,
  // How many phases are a step of the law, and the year of the check to which the plan is held.
  steps: workflow.phases.filter(({ step }) => step).length,
  ...(workflow.law && { law: workflow.law }),
});

/**
 * All checks, in order. An unknown or unfit field is reported alone, because other checks would stumble over what it leaves
 * out. A plan that leaves its parties open is checked over the fewest and over the most that can be named.
 */
export function check(workflow: Workflow, rules: RuleCatalogue): Check[] {
  const unfit = workflow.unfit ?? unfitFields(workflow, 'workflow');
  if (unfit.length > 0) return [verdict('names', countsOf(workflow), unfit)];
  const { open } = workflow;
  if (!open) return checkNamed(workflow, rules);
  const standIns = verdict('open', { least: open.least, most: partiesMax }, openFaults(workflow, open));
  if (!standIns.passed) return [standIns];
  const [few, many] = [open.least, partiesMax].map((size) =>
    checkNamed(withParties(workflow, inventParties(workflow, size)), rules),
  );
  const failing = (name: string) => many?.find((one) => one.name === name && !one.passed);
  return [standIns, ...(few ?? []).map((one) => (one.passed ? (failing(one.name) ?? one) : one))];
}

/** The law and the machine are only checked when everything before them holds. */
function checkNamed(workflow: Workflow, rules: RuleCatalogue): Check[] {
  const counts = countsOf(workflow);
  const checks: Check[] = parts.map(([name, faultsOf]) => verdict(name, counts, faultsOf(workflow, rules)));
  const warnings = lawWarnings(workflow).map((warning) => warningCheck(workflow, warning));
  if (checks.some((c) => !c.passed)) return [...checks, ...warnings];
  const inOrder = lawFaults(workflow, (later, earlier) => waitsFor(workflow, later).has(earlier));
  const { tried, faults } = machineFaults(workflow);
  return [...checks, verdict('law', counts, inOrder), verdict('machine', { tried }, faults), ...warnings];
}

const verdict = (name: CheckName, counts: CheckCounts, faults: readonly PlanFault[]): ErrorCheck => ({
  severity: 'error',
  name,
  passed: faults.length === 0,
  counts,
  faults,
});

/** A warning stays one when it is accepted, and then says why. */
function warningCheck({ accepts = {} }: Workflow, warning: Warning): WarningCheck {
  const accepted = Object.hasOwn(accepts, warning.code) ? (accepts[warning.code] ?? '') : null;
  return { severity: 'warning', name: warning.code, passed: accepted !== null, warning, accepted };
}

function nameFaults(workflow: Workflow): OwnFault[] {
  const slugs: DistinctNames[] = [
    { what: 'workflow', ids: [workflow.id] },
    { what: 'party', ids: workflow.parties.map((party) => party.id) },
    { what: 'phase', ids: workflow.phases.map((phase) => phase.id) },
    ...workflow.phases.flatMap(({ id: of, gate }): DistinctNames[] => [
      { what: 'question', of, ids: gate?.questions.map((question) => question.id) ?? [] },
      { what: 'option', of, ids: gate?.options.map((option) => option.id) ?? [] },
      { what: 'paper', of, ids: gate?.papers?.map((paper) => paper.id) ?? [] },
      { what: 'criterion', of, ids: criterionNames(gate) },
    ]),
  ];
  const bodies: DistinctNames = {
    what: 'body',
    ids: workflow.parties.flatMap((party) => party.bodies.map(({ id }) => id)),
  };
  const isVersion = Number.isInteger(workflow.version) && workflow.version > 0;
  const reserved = workflow.phases.some((phase) => phase.id === dossierRegion);
  return [
    ...slugs.flatMap(({ ids, ...of }) =>
      ids.filter((id) => !/^[a-z0-9-]{1,64}$/.test(id)).map((id) => ({ code: 'bad-name', id, ...of }) as const),
    ),
    ...[...slugs, bodies].flatMap(({ ids, ...of }) =>
      ids.filter((id, i) => ids.indexOf(id) < i).map((id) => ({ code: 'name-twice', id, ...of }) as const),
    ),
    ...(reserved ? [{ code: 'reserved-name', id: dossierRegion } as const] : []),
    ...(isVersion ? [] : [{ code: 'bad-version' } as const]),
  ];
}

/** Names that must differ from each other. */
interface DistinctNames {
  what: NamedThing;
  of?: Slug;
  ids: readonly string[];
}

/** Kinds of body that have a chair. */
const concluding = new Set<BodyKind>(['consultation', 'board']);

function bodyFaults(workflow: Workflow): PlanFault[] {
  const bodies = new Map(workflow.parties.flatMap((party) => party.bodies.map((body) => [body.id, body])));
  const gates = workflow.phases.flatMap(({ id: phase, gate }) => (gate ? [{ phase, ruledBy: gate.ruledBy }] : []));
  const regions = new Set(gates.map(({ ruledBy }) => bodies.get(ruledBy)?.party).filter(Boolean));
  const known = gates.filter(({ ruledBy }) => bodies.has(ruledBy));
  const named = workflow.phases.flatMap(({ id: phase, gate }) =>
    gate ? [gate.ruledBy, ...statingBodies(gate.criteria ?? [])].map((body) => ({ phase, body })) : [],
  );
  return [
    ...twiceFaults(workflow),
    ...foundedFaults(workflow),
    ...Object.entries(workflow.groups).flatMap(([group, { bodies: ids }]) =>
      ids.filter((id) => !bodies.has(id)).map((body) => ({ code: 'unknown-body', body, group }) as const),
    ),
    ...named
      .filter(({ body }) => !bodies.has(body))
      .map(({ phase, body }) => ({ code: 'unknown-body', body, phase }) as const),
    ...known
      .filter(({ ruledBy }) => !concluding.has(bodies.get(ruledBy)?.kind ?? 'college'))
      .map(({ phase, ruledBy: body }) => ({ code: 'no-chair', body, phase }) as const),
    ...(regions.size === 1 ? [] : [{ code: 'regions-ruling', count: regions.size } as const]),
  ];
}

/** Bodies that count twice. One that the parties name twice is reported by `nameFaults`, and not here again. */
function twiceFaults({ parties, groups, phases }: Workflow): PlanFault[] {
  const again = (ids: readonly BodyId[]) => [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))];
  const told = new Set(again(parties.flatMap(({ bodies }) => bodies.map(({ id }) => id))));
  const untold = (ids: readonly BodyId[]) => again(ids).filter((id) => !told.has(id));
  const inGroups = Object.entries(groups).flatMap(([group, { bodies }]) =>
    untold(bodies).map((body) => ({ code: 'body-twice', body, group }) as const),
  );
  for (const { body } of inGroups) told.add(body);
  const inPhases = phases.flatMap(({ id: phase, visits, gate }) =>
    [...new Set([...untold(visits), ...untold(gate?.electorate ?? [])])].map(
      (body) => ({ code: 'body-twice', body, phase }) as const,
    ),
  );
  return [...inGroups, ...inPhases];
}

function prerequisiteFaults(workflow: Workflow): OwnFault[] {
  if (workflow.phases.length === 0) return [{ code: 'no-phases' }];
  const byId = new Map(workflow.phases.map((phase) => [phase.id, phase]));
  const known = [...byId.keys()];
  const before = (phase: Phase) => [...phase.startsAfter, ...phase.gateAfter];
  const unknown = workflow.phases.flatMap((phase) =>
    before(phase)
      .filter((id) => !byId.has(id))
      .map((awaited) => ({ code: 'unknown-prerequisite', waiting: phase.id, awaited, known }) as const),
  );
  if (unknown.length > 0) return unknown;
  const idle = workflow.phases
    .filter((phase) => !phase.gate && phase.gateAfter.length > 0)
    .map(({ id: waiting }) => ({ code: 'idle-gate-after', waiting }) as const);
  const settled = new Set<Slug>();
  const visit = (phase: Phase, path: Slug[]): OwnFault[] => {
    if (settled.has(phase.id)) return [];
    if (path.includes(phase.id)) return [{ code: 'circle', phases: [...path, phase.id] }];
    const found = before(phase).flatMap((id) => visit(byId.get(id)!, [...path, phase.id])); // unknown ids were refused above
    settled.add(phase.id);
    return found;
  };
  return [...idle, ...workflow.phases.flatMap((phase) => visit(phase, []))];
}

function dateFaults({ notBefore, goal, phases }: Workflow): OwnFault[] {
  return [
    ...Object.entries({ notBefore, goal }).flatMap(([term, day]): OwnFault[] =>
      day !== null && !isDay(day) ? [{ code: 'no-date', term, day }] : [],
    ),
    ...phases.flatMap(({ id, planned: { from, until } }): OwnFault[] =>
      from && until && from > until ? [{ code: 'reversed', id, from, until }] : [],
    ),
    ...phases.flatMap(({ id, planned: { until } }): OwnFault[] =>
      notBefore && until && until < notBefore ? [{ code: 'before-source', id, notBefore }] : [],
    ),
  ];
}

function meetingFaults({ phases }: Workflow): PlanFault[] {
  return phases.flatMap(({ id: phase, recurs }) =>
    recurs ? recurrenceFaults(recurs).map((fault) => ({ ...fault, phase })) : [],
  );
}

/** Answers that count for. */
const agreeing = decisionKinds.filter((kind) => kindOfDecision(kind).passes);

function gateFaults(workflow: Workflow): PlanFault[] {
  return workflow.phases.flatMap(({ id: phase, gate }) =>
    gate ? [...askingFaults(gate), ...answerFaults(gate)].map((fault) => ({ ...fault, phase })) : [],
  );
}

/** Who is asked what. */
function askingFaults({ electorate, ruledBy, questions, mandates = [], ...gate }: Gate): OwnFault[] {
  const strangers = mandates.filter(({ body }) => !electorate.includes(body));
  return [
    ...(electorate.length === 0 ? [{ code: 'nobody-asked' } as const] : []),
    ...(electorate.includes(ruledBy) && !isByItself(gate) ? [{ code: 'ruler-decides' } as const] : []),
    ...(questions.length === 0 ? [{ code: 'no-question' } as const] : []),
    ...strangers.map(({ body }) => ({ code: 'foreign-mandate', body }) as const),
  ];
}

/** What may be answered. */
function answerFaults({ kinds, enacts, poll, options, splits, concludes }: Gate): OwnFault[] {
  return [
    ...(kinds.some((kind) => agreeing.includes(kind)) ? [] : [{ code: 'nobody-can-agree', agreeing } as const]),
    ...kinds.flatMap((kind): OwnFault[] =>
      enacts && (kind === 'agree-in-principle' || kind === 'agree-subject-to')
        ? [{ code: 'not-when-enacting', kind }]
        : [],
    ),
    ...(splits && isByItself({ concludes }) ? [{ code: 'splits-by-itself' } as const] : []),
    ...(poll && options.length < 2 ? [{ code: 'few-poll-options' } as const] : []),
  ];
}

function ruleFaults(workflow: Workflow, rules: RuleCatalogue): PlanFault[] {
  return workflow.phases.flatMap(({ id: phase, gate }) => {
    if (!gate) return [];
    const faults: PlanFault[] = reachFaults(workflow, gate.electorate, rules, gate.rule, gate);
    if (isByItself(gate) && asksOf(gate, gate.rule, rules) === 'response') faults.push({ code: 'term-by-itself' });
    return faults.map((fault) => ({ ...fault, phase }));
  });
}
