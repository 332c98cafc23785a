// Facts outside the process that its phases wait for, as a workflow says them, and whether that is sound.
import type { Slug } from '../vocabulary.js';
import type { OwnFault } from '../plan-faults.js';

/** Something that happens elsewhere: a law comes into force, a ministerial regulation is published. */
export interface OutsideFact {
  title: string;
  /** Where it is said that the process waits for it. */
  source: string;
}

/** As much of a phase as facts have to do with. */
interface Waiting {
  id: Slug;
  gate: object | null;
  waitsFor?: Slug[];
  gateWaitsFor?: Slug[];
}

/** What is wrong with them. */
export function outsideFaults(outside: Record<Slug, OutsideFact>, phases: readonly Waiting[]): OwnFault[] {
  const facts = Object.keys(outside);
  const awaited = new Set(phases.flatMap((phase) => [...(phase.waitsFor ?? []), ...(phase.gateWaitsFor ?? [])]));
  return [
    ...facts
      .filter((fact) => !/^[a-z0-9-]{1,64}$/.test(fact))
      .map((fact) => ({ code: 'bad-fact-name', fact }) as const),
    ...facts.filter((fact) => !awaited.has(fact)).map((fact) => ({ code: 'idle-fact', fact }) as const),
    ...Object.entries(outside)
      .filter(([, { title, source }]) => title.trim() === '' || source.trim() === '')
      .map(([fact]) => ({ code: 'untold-fact', fact }) as const),
    ...phases.flatMap(({ id: waiting, gate, waitsFor = [], gateWaitsFor = [] }): OwnFault[] => [
      ...[...waitsFor, ...gateWaitsFor]
        .filter((fact) => !facts.includes(fact))
        .map((fact) => ({ code: 'unknown-fact', waiting, fact }) as const),
      ...(gate === null && gateWaitsFor.length > 0 ? [{ code: 'idle-gate-waits', waiting } as const] : []),
    ]),
  ];
}
