// What a gate asks beside decisions: papers that must lie before it, and criteria that somebody states as met or not. What a
// plan says of each, as a row each.
import { bodyId, listOf, objectOf, oneOf, slug, title, type Value } from '../facts/values.js';
import type { BodyId, Slug } from '../vocabulary.js';

const papersMax = 50;
const criteriaMax = 50;

/** must: without it no go. should: the chair is told, and may go on. */
export const weights = ['must', 'should'] as const;
export type Weight = (typeof weights)[number];

/** Who states a criterion where that is no body by name: the process lead of the region, or the chair of the gate. */
export const staters: readonly string[] = ['process-lead', 'chair'];
/** One of these, or a body. */
export type Stater = BodyId;

export interface Paper {
  id: Slug;
  title: string;
  weight: Weight;
  /** Where it is written that it is asked, as it would be cited; what nobody verified says so here. */
  source?: string;
}

export interface Criterion {
  id: Slug;
  text: string;
  weight: Weight;
  /** By a body it is its secretary or its clerk who states it. */
  statedBy: Stater;
  source?: string;
}

const stater: Value<Stater> = {
  sort: { is: 'choice', among: [...staters, 'party/body'] },
  judge: (value) => (typeof value === 'string' && staters.includes(value) ? [] : bodyId.judge(value)),
  schema: { type: 'string' },
};

/** A row for each field: what is accepted, and whether it must be there. */
type Rows<T> = { readonly [N in keyof T]-?: { readonly value: Value<NonNullable<T[N]>>; readonly needed: boolean } };

const must = <T>(value: Value<T>) => ({ value, needed: true });
const may = <T>(value: Value<T>) => ({ value, needed: false });

export const paperRows: Rows<Paper> = {
  id: must(slug),
  title: must(title),
  weight: must(oneOf(weights)),
  source: may(title),
};

export const criterionRows: Rows<Criterion> = {
  id: must(slug),
  text: must(title),
  weight: must(oneOf(weights)),
  statedBy: must(stater),
  source: may(title),
};

/** As a whole; within the file of a plan each is judged field by field. */
export const papers: Value<Paper[]> = listOf(objectOf<Paper>(paperRows), papersMax);
export const criteria: Value<Criterion[]> = listOf(objectOf<Criterion>(criterionRows), criteriaMax);

/** One of them in a line: what it is, after how heavily it weighs. */
export const requirementLine = (one: Paper | Criterion): string =>
  `${one.weight} ${'title' in one ? one.title : one.text}`;

/** The bodies by whose secretary or clerk something is stated. */
export const statingBodies = (all: readonly Criterion[]): BodyId[] =>
  [...new Set(all.map(({ statedBy }) => statedBy))].filter((one) => !staters.includes(one));

/** How a paper or a criterion of a gate is called. */
export const titleOfRequirement = (gate: { papers?: Paper[]; criteria?: Criterion[] } | undefined, id: Slug): string =>
  gate?.papers?.find((one) => one.id === id)?.title ?? gate?.criteria?.find((one) => one.id === id)?.text ?? id;

interface Asking {
  papers?: readonly { id: Slug }[];
  criteria?: readonly { id: Slug }[];
}

/** Those of the criteria, which also differ from those of the papers: they stand in one list. */
export const criterionNames = (gate: Asking | null): Slug[] => [
  ...new Set((gate?.papers ?? []).map(({ id }) => id)),
  ...(gate?.criteria ?? []).map(({ id }) => id),
];
