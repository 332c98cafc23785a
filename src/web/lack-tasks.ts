// What waits for who gives roles: nobody in a place that somebody has to take, and nobody beside themselves.
import type { Wording } from '../wording/wording.js';
import { rolesPath, toAdd } from './pages/roles.js';
import type { Task } from './pages/tasks.js';
import type { Staff } from './staffing.js';

export function lackTasks({ lacks, administrators }: Staff, { rolesPages: words }: Wording): Task[] {
  const task = { verb: words.taskVerb, day: null, sign: 'lacking', of: null } as const;
  const second = { ...task, label: words.addSecond, dossier: words.title, href: toAdd('administrator') };
  return [
    ...lacks.map(({ role, works, bodies }): Task => {
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
