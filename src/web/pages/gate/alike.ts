// Those who are to act, by how they stand: for many who stand alike, for the same reason, one row is enough.
import type { BodyId } from '../../../domain/vocabulary.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import { nounOf } from '../../../domain/workflow/groups.js';
import type { Wording } from '../../../wording/wording.js';
import { standParts, type BodyLine } from '../body-lines.js';

/** From so many on they share a row. */
const alikeMin = 6;

/** One body, or several that stand alike. */
export interface Alike {
  lines: readonly BodyLine[];
  /** What one reads in its row, which is the same for all of them: the words of its stand first. */
  told: readonly string[];
}

/**
 * In the order in which the first of each comes.
 * @param isApart what is known of it is worth a row of its own
 */
export function alike(lines: readonly BodyLine[], isApart: (body: BodyId) => boolean, wording: Wording): Alike[] {
  const found = new Map<string, { lines: BodyLine[]; told: string[] }>();
  for (const line of lines) {
    const told = standParts(line, wording);
    const key = isApart(line.body) || line.decision ? line.body : JSON.stringify([line.stand.sign, told]);
    const group = found.get(key) ?? { lines: [], told };
    group.lines.push(line);
    found.set(key, group);
  }
  return [...found.values()].flatMap(({ lines: all, told }) =>
    all.length >= alikeMin ? [{ lines: all, told }] : all.map((line) => ({ lines: [line], told })),
  );
}

/** 38 colleges; of several kinds 38 organen. */
export function howMany(plan: Plan, bodies: readonly BodyId[], { dossierPage }: Wording): string {
  const kinds = new Set(bodies.map((body) => plan.bodies.get(body)?.kind));
  const [kind] = kinds;
  return `${bodies.length} ${kinds.size === 1 && kind ? nounOf(kind).many : dossierPage.bodies}`;
}
