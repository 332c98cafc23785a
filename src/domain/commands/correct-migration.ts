// What was wrongly recorded of a migration: its day, why, and where it was decided. To another plan is another migration,
// or one back; and that there was none, only while nothing was recorded under the new plan.
import { latest } from '../calendar.js';
import type { Dossier } from '../dossier/state.js';
import { keep } from '../facts/keeping.js';
import { migratedFacts } from '../facts/of-phases.js';
import type { Day } from '../vocabulary.js';
import { planFollowed } from '../workflow/plan.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { mustRun } from './targets.js';

export const correctMigration = defineCommand<object, Dossier, typeof migratedFacts, never>({
  says: migratedFacts,
  locate: (dossier) => dossier,
  asks: ({ plan }) => [...plan.rulingBodies].map((body) => ({ right: 'migrate-dossier', body })),
  fields: (dossier, { on }, { today }) => happened('/on', on, today, dossier),
  ready: mustRun,
  decide: (dossier, asked, { former, plans }) => {
    const migrated = former?.readings[0];
    if (migrated?.type !== 'DossierMigrated') throw new Error('a migration is recorded before it is corrected');
    const { meeting: _, ...facts } = migrated.facts;
    const to = planFollowed(plans, facts);
    migrationFollows(dossier, asked);
    follows('/on', asked.on, to.workflow.notBefore);
    const kept = keep(migratedFacts, asked);
    return [{ type: 'DossierMigrated', on: asked.on, facts: { ...facts, ...kept.facts }, texts: kept.texts }];
  },
  fact: { type: 'DossierMigrated', follows: migrationFollows, bears: true },
  folds: {},
});

/** No phase of the plan that it leaves moved later. */
function migrationFollows({ phases }: Dossier, { on }: { on: Day }): void {
  follows('/on', on, latest(...Object.values(phases).map(({ movedOn }) => movedOn)));
}
