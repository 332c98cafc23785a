// Takes a dossier over to another plan: everything that was recorded goes along under its new names, and each phase is
// where it was. Nothing is judged here; what cannot go along was refused before (commands/migration-target.ts).
import type { Slug } from '../vocabulary.js';
import type { PhaseStatus } from '../workflow/machine.js';
import type { Plan } from '../workflow/plan.js';
import type { Branch, Phase } from '../workflow/workflow.js';
import type { EventContent } from './events.js';
import { renamedMandate } from './mandates.js';
import { planIn } from './mergers.js';
import { formerOf, placeIn, type PhaseMap } from './migration.js';
import { currentRound, phaseState, statusOf, type Act, type Decision, type Dossier, type Recorded } from './state.js';
import { freshPhase } from './phase-record.js';

/** @throws Error when a phase cannot be where it was: the record is corrupt */
export function migrated(
  before: Dossier,
  published: Plan,
  { on, facts, texts }: EventContent<'DossierMigrated'>,
  at: { recorded: Recorded; place: number },
): Dossier {
  const { map } = facts;
  const renamed = renamer(map);
  const to = planIn(before, published);
  const statuses = to.workflow.phases.map((phase): [Slug, PhaseStatus] => {
    const status = statusAfter(before, phase, map);
    if (status === null) throw new Error(`corrupt record: phase ${phase.id} of dossier ${before.id} cannot be carried`);
    return [phase.id, status];
  });
  const met = facts.meeting && { form: facts.meeting.form, reference: texts['meeting/reference'] ?? null };
  const migration = { on, reason: texts.reason ?? null, meeting: met ?? null, from: before.plan, to, map };
  return {
    ...before,
    plan: to,
    snapshot: to.machine.at(Object.fromEntries(statuses), Object.keys(before.facts)),
    phases: Object.fromEntries(
      to.workflow.phases.map(({ id }) => {
        const former = formerOf(map, id);
        // What moves a phase from here on is not dated before the plan that it follows.
        return [id, { ...(former === null ? freshPhase : phaseState(before, former)), movedOn: on }];
      }),
    ),
    rounds: byGate(before.rounds, renamed),
    acts: Object.fromEntries(
      Object.entries(before.acts).map(([gate, acts]) => [renamed(gate), acts.map((act) => renamedAct(act, renamed))]),
    ),
    takenBack: byGate(before.takenBack, renamed),
    papers: byGate(before.papers, renamed),
    statements: byGate(before.statements, renamed),
    conditions: Object.fromEntries(
      Object.values(before.conditions).map((condition) => [
        condition.id,
        {
          ...condition,
          gate: renamed(condition.gate),
          answers: condition.answers.map((one) => ({ ...one, phase: one.phase === null ? null : renamed(one.phase) })),
        },
      ]),
    ),
    amendments: byGate(before.amendments, renamed),
    mandates: before.mandates.map((one) => renamedMandate(one, renamed)),
    migrations: [...before.migrations, { ...migration, ...at }],
  };
}

type Rename = (phase: Slug) => Slug;

const byGate = <T>(kept: Readonly<Record<Slug, T>>, renamed: Rename): Readonly<Record<Slug, T>> =>
  Object.fromEntries(Object.entries(kept).map(([gate, held]) => [renamed(gate), held]));

/** What has no place keeps its own name: nothing was recorded of it that counts. */
const renamer =
  (map: PhaseMap): Rename =>
  (phase) =>
    placeIn(map, phase) ?? phase;

function renamedAct(act: Act, renamed: Rename): Act {
  const inPlace = (decision: Decision): Decision =>
    decision.subjectTo === null
      ? decision
      : { ...decision, subjectTo: { ...decision.subjectTo, gate: renamed(decision.subjectTo.gate) } };
  return { ...act, readings: act.readings.map(inPlace) };
}

/** Phases that something happened in. */
const begun = new Set<PhaseStatus>(['underway', 'at-gate', 'refused', 'passed']);

/**
 * Where a phase of the new plan is after the migration: what ran, runs; what passed, has passed, also when the new plan
 * has more before it; everything else is to be done. Null when it cannot be there.
 */
export function statusAfter(before: Dossier, phase: Phase, map: PhaseMap): PhaseStatus | null {
  const former = formerOf(map, phase.id);
  const was = former === null ? 'planned' : statusOf(before, former);
  if (!mayBe(before, phase, former, was)) return null;
  if (phase.branch) return statusInBranch(before, phase.branch, { former, was }, map);
  if (was === 'skipped') return null;
  return begun.has(was) ? was : 'planned';
}

/** A phase of a branch sleeps, is to be done or is skipped as the choice before it came out. */
function statusInBranch(
  before: Dossier,
  { gate, option }: Branch,
  { former, was }: { former: Slug | null; was: PhaseStatus },
  map: PhaseMap,
): PhaseStatus | null {
  const choice = formerOf(map, gate);
  const branch = former === null ? undefined : before.plan.phases.get(former)?.branch;
  if (branch?.gate === choice && branch.option === option) return was;
  const status = choice === null ? 'dormant' : afterChoice(before, choice, option);
  if (!begun.has(was)) return status;
  return status === 'planned' ? was : null; // what has begun was chosen
}

/** Null when it is not known which way was chosen. */
function afterChoice(before: Dossier, choice: Slug, option: Slug): 'dormant' | 'planned' | 'skipped' | null {
  const status = statusOf(before, choice);
  if (status !== 'passed') return status === 'skipped' ? 'skipped' : 'dormant';
  const round = currentRound(before, choice);
  if (round?.option) return round.option === option ? 'planned' : 'skipped';
  if (!round?.split) return null;
  return round.split.parts.some((part) => part.option === option) ? 'planned' : 'skipped';
}

/** A phase with rounds ends at a gate; one that passed without a conclusion does not. */
function mayBe(before: Dossier, phase: Phase, former: Slug | null, was: PhaseStatus): boolean {
  if (former === null) return true;
  const wasPut = (before.rounds[former] ?? []).length > 0;
  return wasPut ? phase.gate !== null : was !== 'passed' || phase.gate === null;
}
