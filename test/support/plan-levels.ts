// Every level of a plan, by its name: the whole, and all that is held in it.
import type { PlanLevel } from '../../src/domain/plan-faults.js';
import { workflow, type Level } from '../../src/domain/workflow/fields.js';

const levelsIn = (level: Level): [PlanLevel, Level][] => [
  [level.is, level],
  ...Object.values(level.fields).flatMap(({ holds }) => (holds ? levelsIn(holds) : [])),
];

export const planLevels: ReadonlyMap<PlanLevel, Level> = new Map(levelsIn(workflow));
