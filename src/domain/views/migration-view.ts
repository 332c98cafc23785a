// What a migration would do, before it is done: each phase with where it goes, how it will stand and what of it is kept;
// what the plans say otherwise; and what is refused.
import { statusAfter } from '../dossier/carry-over.js';
import { decisionsAt } from '../dossier/acts.js';
import { migrationTarget } from '../commands/migration-target.js';
import { currentRound, phaseState, statusOf, type Dossier } from '../dossier/state.js';
import type { FieldError } from '../refusal.js';
import type { Slug } from '../vocabulary.js';
import { difference, type Change, type PhaseDifference, type SayRule } from '../workflow/difference.js';
import type { PhaseStatus } from '../workflow/machine.js';
import type { Plan } from '../workflow/plan.js';

export interface MigrationView {
  from: PlanRef;
  to: PlanRef;
  /** Whether nothing is refused. */
  possible: boolean;
  changes: Change[];
  phases: PhaseMigration[];
  refusals: FieldError[];
}

export interface PlanRef {
  id: Slug;
  version: number;
  title: string;
}

/** What the new plan does not change until the gate is submitted again: an open round, an amended rule, a moved window. */
export type Stay = 'open-round' | 'amended-rule' | 'moved-plan';

export interface PhaseMigration extends PhaseDifference {
  /** As it will be; null where it is left out or cannot be. */
  status: PhaseStatus | null;
  rounds: number;
  decisions: number;
  rulings: number;
  stays: Stay[];
}

/**
 * @param refusals what the command would refuse of it
 * @param say how rules are said
 */
export function migrationView(
  dossier: Dossier,
  to: Plan,
  asked: Readonly<Record<Slug, Slug>>,
  refusals: FieldError[],
  say: SayRule,
): MigrationView {
  const { map } = migrationTarget(dossier, to, asked);
  const { changes, phases } = difference(dossier.plan, to, say, map);
  return {
    from: planRef(dossier.plan),
    to: planRef(to),
    possible: refusals.length === 0,
    changes,
    phases: phases.map((phase) => {
      const place = to.phases.get(phase.to ?? '');
      return {
        ...phase,
        status: place ? statusAfter(dossier, place, map) : null,
        ...(phase.from === null ? nothingKept : keptOf(dossier, phase.from)),
      };
    }),
    refusals,
  };
}

export const planRef = ({ workflow: { id, version, title } }: Plan): PlanRef => ({ id, version, title });

type Kept = Pick<PhaseMigration, 'rounds' | 'decisions' | 'rulings' | 'stays'>;

const nothingKept: Kept = { rounds: 0, decisions: 0, rulings: 0, stays: [] };

function keptOf(dossier: Dossier, id: Slug): Kept {
  const rounds = dossier.rounds[id] ?? [];
  const stays: [Stay, boolean][] = [
    ['open-round', statusOf(dossier, id) === 'at-gate' && currentRound(dossier, id) !== null],
    ['amended-rule', (dossier.amendments[id] ?? []).length > 0],
    ['moved-plan', phaseState(dossier, id).moves.length > 0],
  ];
  return {
    rounds: rounds.length,
    decisions: decisionsAt(dossier, id).length,
    rulings: rounds.flatMap(({ rulings, split }) => [...rulings, ...(split ? [split] : [])]).length,
    stays: stays.flatMap(([stay, applies]) => (applies ? [stay] : [])),
  };
}
