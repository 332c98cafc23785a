// Facts outside the process that its phases wait for, as a workflow says them, and whether that is sound.
import type { Slug } from '../vocabulary.js';

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

/** What is wrong, each with its cure. */
export function outsideFaults(outside: Record<Slug, OutsideFact>, phases: readonly Waiting[]): string[] {
  const ids = Object.keys(outside);
  const awaited = new Set(phases.flatMap((phase) => [...(phase.waitsFor ?? []), ...(phase.gateWaitsFor ?? [])]));
  return [
    ...ids
      .filter((id) => !/^[a-z0-9-]{1,64}$/.test(id))
      .map((id) => `feit "${id}": gebruik a-z, 0-9 en -, hoogstens 64`),
    ...ids.filter((id) => !awaited.has(id)).map((id) => `op het feit "${id}" wacht geen fase: laat het weg`),
    ...Object.entries(outside)
      .filter(([, { title, source }]) => title.trim() === '' || source.trim() === '')
      .map(([id]) => `feit "${id}": zeg wat het is, en waar staat dat erop gewacht wordt`),
    ...phases.flatMap(({ id, gate, waitsFor = [], gateWaitsFor = [] }) => [
      ...[...waitsFor, ...gateWaitsFor]
        .filter((fact) => !ids.includes(fact))
        .map((fact) => `fase "${id}" wacht op het feit "${fact}", dat niet bestaat: noem het in outside`),
      ...(gate === null && gateWaitsFor.length > 0
        ? [`fase "${id}" heeft geen go/no-go-moment: laat gateWaitsFor weg`]
        : []),
    ]),
  ];
}
