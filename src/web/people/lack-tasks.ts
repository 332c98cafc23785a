// What waits for who gives roles: nobody in a place that somebody has to take, and nobody beside themselves.
import type { Wording } from '../../wording/wording.js';
import { rolesPath, toAdd } from '../pages/people/roles.js';
import type { TaskFilter } from '../pages/lists/task-choice.js';
import type { OwnTask } from '../pages/lists/tasks.js';
import type { Staff } from './staffing.js';

export function lackTasks({ lacks, administrators }: Staff, { rolesPages: words }: Wording): OwnTask[] {
  const under = new Set<TaskFilter>(['alles', 'mij']);
  const task = { verb: words.taskVerb, day: null, sign: 'lacking', of: null, traject: '', under } as const;
  const second = { ...task, label: words.addSecond, dossier: words.title, href: toAdd('administrator') };
  return [
    ...lacks.map(({ role, works, bodies }): OwnTask => {
      const [only] = bodies;
      const label = words.missing(
        role,
        works,
        bodies.map(({ title }) => title),
      );
      const href = only && bodies.length === 1 ? toAdd(role, only.id) : `${rolesPath}?toon=leeg`;
      return { ...task, label, dossier: words.title, href };
    }),
    ...(administrators === 1 ? [second] : []),
  ];
}
