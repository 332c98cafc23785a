// Every level of a plan, by its name: the whole, and all that is held in it.
import type { Party } from '../../src/domain/workflow/workflow.js';
import type { PlanLevel } from '../../src/domain/plan-faults.js';
import { workflow, type Level } from '../../src/domain/workflow/fields.js';

const levelsIn = (level: Level): [PlanLevel, Level][] => [
  [level.is, level],
  ...Object.values(level.fields).flatMap(({ holds }) => (holds ? levelsIn(holds) : [])),
];

export const planLevels: ReadonlyMap<PlanLevel, Level> = new Map(levelsIn(workflow));

/** A party each of whose bodies says by which gate it comes to exist. */
export const founded = (party: Party): Party => ({
  ...party,
  bodies: party.bodies.map((body) => ({ ...body, foundedBy: 'eerste' })),
});
