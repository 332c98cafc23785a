// Every field of a plan, level by level: which of them its file writes, which are filled in, and what stands in them.
// From here come the fields that nobody knows, and a workflow that is read back from its canonical text.
import type { Window } from '../calendar.js';
import { listOf, objectAsSuch, type Value } from '../facts/values.js';
import { nearest } from '../nearest.js';
import type { PlanLevel, UnfitField } from '../plan-faults.js';
import type { Noun } from '../rule.js';
import type { Slug } from '../vocabulary.js';
import { groupsByKind, type Group } from './groups.js';
import type { OpenParties } from './open-parties.js';
import type { OutsideFact } from './outside.js';
import type { Goal, Recurrence } from './recurrence.js';
import { criterionRows, paperRows, type Criterion, type Paper } from './requirements.js';
import { gateTerms, phaseTerms } from './terms.js';
import type { Body, Branch, Gate, Mandate, Option, Party, Phase, Question, Workflow } from './workflow.js';
import type { GatePlan, PhasePlan, WorkflowPlan } from './plan-file.js';

/** A field of a level. */
interface Field<Empty = 'absent' | 'null', In = 'both' | 'workflow' | 'file'> {
  /** What a workflow has there when a plan does not say it; its canonical text has neither. */
  empty: Empty;
  /** Where it stands: the file writes one thing, and `defineWorkflow` may make another of it. */
  in: In;
  /** What it holds, or each in its list holds, or each under its names. */
  holds?: Level;
  byName?: 'both' | 'file';
  /** What is accepted in it, where its row says so; of the others the check knows more. */
  value?: Value;
  /** Whether it must be there, where its row says so. */
  needed?: boolean;
}

export interface Level {
  is: PlanLevel;
  fields: Readonly<Record<string, Field>>;
}

/** All fields of a type, and of what a file writes where that is another. */
type FieldsOf<T, Plan = T> = {
  readonly [K in keyof T | keyof Plan]-?: Field<
    K extends keyof T ? (null extends T[K] ? 'null' : 'absent') : 'absent',
    K extends keyof T ? (K extends keyof Plan ? 'both' : 'workflow') : 'file'
  >;
};

const plain = { empty: 'absent', in: 'both' } as const;
const orNull = { empty: 'null', in: 'both' } as const;
const filledIn = { empty: 'absent', in: 'workflow' } as const;
const written = { empty: 'absent', in: 'file' } as const;

const level = <T, Plan = T>(is: PlanLevel, fields: FieldsOf<T, Plan>): Level => ({ is, fields });

type Judged = Readonly<Record<string, { readonly value: Value; readonly needed?: boolean }>>;

/** The terms of a table: what a plan says of them is judged by its rows. */
function judged<F extends Judged>(table: F): { [N in keyof F]: typeof plain } {
  const fields: Record<string, Field> = {};
  for (const [name, { value, needed = false }] of Object.entries(table)) fields[name] = { ...plain, value, needed };
  return fields as { [N in keyof F]: typeof plain }; // by the same names
}

const window = level<Window>('window', { from: orNull, until: orNull, aim: orNull });
const branch = level<Branch>('branch', { gate: plain, option: plain });
const interval = level<{ months?: number; weeks?: number }>('interval', { months: plain, weeks: plain });
const goal = level<Goal>('goal', { id: plain, title: plain, unit: plain });
const recurrence = level<Recurrence>('recurrence', {
  every: { ...plain, holds: interval },
  until: plain,
  goals: { ...plain, holds: goal },
});
const question = level<Question>('question', { id: plain, text: plain });
const option = level<Option>('option', { id: plain, title: plain, form: plain, board: plain, consequence: plain });
const mandate = level<Mandate>('mandate', { body: plain, from: plain, until: orNull, source: plain });

const paper = level<Paper>('paper', judged(paperRows));
const criterion = level<Criterion>('criterion', judged(criterionRows));
/** That it is a list; what stands in it is judged level by level. */
const several = listOf(objectAsSuch, 50);

const gate = level<Gate, GatePlan>('gate', {
  title: plain,
  questions: { ...plain, holds: question },
  verb: plain,
  options: { ...filledIn, holds: option },
  proposes: { ...written, holds: option },
  polls: { ...written, holds: option },
  poll: filledIn,
  electorate: plain,
  ruledBy: plain,
  rule: plain,
  ...judged(gateTerms),
  papers: { ...plain, value: several, holds: paper },
  criteria: { ...plain, value: several, holds: criterion },
  mandates: { ...plain, holds: mandate },
});

const phase = level<Phase, PhasePlan>('phase', {
  id: filledIn,
  number: filledIn,
  title: plain,
  source: plain,
  planned: { ...plain, holds: window },
  visits: plain,
  gate: { ...orNull, holds: gate },
  step: plain,
  branch: { ...plain, holds: branch },
  recurs: { ...plain, holds: recurrence },
  ...judged(phaseTerms),
});

const body = level<Body>('body', { id: plain, title: plain, party: plain, kind: plain, foundedBy: plain });
const party = level<Party>('party', { id: plain, title: plain, code: orNull, bodies: { ...plain, holds: body } });
const noun = level<Noun>('noun', { one: plain, many: plain });
const group = level<Group>('group', { noun: { ...plain, holds: noun }, bodies: plain });
const fact = level<OutsideFact>('fact', { title: plain, source: plain });
const open = level<OpenParties>('open', { municipality: plain, consultation: plain, least: plain });

/** The whole; every other level is held in it. */
export const workflow = level<Workflow, WorkflowPlan>('workflow', {
  id: plain,
  version: plain,
  title: plain,
  source: plain,
  notBefore: orNull,
  goal: orNull,
  firstNumber: written,
  parties: { ...plain, holds: party },
  groups: { ...plain, holds: group, byName: 'both' },
  phases: { ...plain, holds: phase, byName: 'file' },
  makes: plain,
  law: plain,
  tasks: plain,
  accepts: plain,
  outside: { ...plain, holds: fact, byName: 'both' },
  open: { ...plain, holds: open },
  unfit: filledIn,
});

/** The names that a file may write, or a workflow may have. */
export const namesIn = ({ fields }: Level, where: Where): string[] =>
  Object.entries(fields).flatMap(([name, field]) => (field.in === 'both' || field.in === where ? [name] : []));

/** Whether a plan is looked at as its file writes it, or as it is made of that. */
type Where = 'file' | 'workflow';

/** What is written at any level and nobody knows, or cannot stand there. */
export const unfitFields = (held: object, where: Where): UnfitField[] => unfitBelow(workflow, held, {}, where);

type Misfit = Extract<UnfitField, { code: 'unfit-value' }>;

/** Where in a plan something stands: in which phase, and what it is called. */
interface Place {
  phase?: Slug;
  id?: string;
}

function unfitBelow(at: Level, held: unknown, place: Place, where: Where): UnfitField[] {
  if (Array.isArray(held)) return held.flatMap((one) => unfitBelow(at, one, place, where));
  if (!isObject(held)) return [];
  const own = typeof held.id === 'string' ? held.id : place.id;
  const here: Place = at === phase ? { phase: own } : { ...place, id: at === workflow ? undefined : own };
  const known = namesIn(at, where);
  const below = Object.entries(at.fields).flatMap(([name, { holds, byName }]) => {
    const inside = held[name];
    if (!holds) return [];
    if (byName !== 'both' && byName !== where) return unfitBelow(holds, inside, here, where);
    return Object.entries(inside ?? {}).flatMap(([id, one]) => unfitBelow(holds, one, { id }, where));
  });
  return [...unknown(at, held, known, here), ...misfits(at, held, here), ...below];
}

const unknown = ({ is }: Level, said: object, known: readonly string[], place: Place): UnfitField[] =>
  Object.keys(said)
    .filter((field) => !known.includes(field))
    .map((field) => ({ code: 'unknown-field', level: is, field, nearest: nearest(field, known), known, ...place }));

const misfits = ({ is, fields }: Level, said: Readonly<Record<string, unknown>>, place: Place): UnfitField[] =>
  Object.entries(fields).flatMap(([field, { value, needed }]): UnfitField[] => {
    if (needed && said[field] === undefined) return [{ code: 'lacking-field', level: is, field, ...place }];
    const wrong = value && said[field] !== undefined ? misfit(value, said[field]) : null;
    return wrong ? [{ code: 'unfit-value', level: is, field, ...wrong, ...place }] : [];
  });

/** The first in it that is not accepted, and what is. */
function misfit({ judge, sort }: Value, said: unknown): Pick<Misfit, 'found' | 'takes'> | null {
  if (judge(said).length === 0) return null;
  const inside = sort.is === 'list' && Array.isArray(said) ? said.flatMap((one) => misfit(sort.of, one) ?? []) : [];
  const isPlain = typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean';
  return inside[0] ?? { ...(isPlain && { found: said }), takes: sort };
}

/**
 * The workflow of which this is the canonical text: with null where that is what an empty field holds, and with its
 * groups and facts in an order that the text itself gives, since that has them by their names.
 */
export function restored(text: string): Workflow {
  const found = filled(workflow, JSON.parse(text)) as Workflow; // whose canonical text it is
  const { groups, outside } = found;
  const kinds = Object.keys(groupsByKind(found.parties.flatMap(({ bodies }) => bodies)));
  const awaited = found.phases.flatMap(({ waitsFor = [], gateWaitsFor = [] }) => [...waitsFor, ...gateWaitsFor]);
  return { ...found, groups: inOrder(groups, kinds), ...(outside ? { outside: inOrder(outside, awaited) } : {}) };
}

function filled(at: Level, said: unknown): unknown {
  if (Array.isArray(said)) return said.map((one: unknown) => filled(at, one));
  if (!isObject(said)) return said;
  const found = { ...said };
  for (const [name, { empty, holds, byName }] of Object.entries(at.fields)) {
    const value = said[name];
    if (value === undefined) Object.assign(found, empty === 'null' ? { [name]: null } : {});
    else if (holds && byName === 'both' && isObject(value))
      found[name] = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(holds, one)]));
    else if (holds) found[name] = filled(holds, value);
  }
  return found;
}

/** First what has these names, in their order. */
const inOrder = <T>(all: Record<Slug, T>, names: readonly Slug[]): Record<Slug, T> =>
  Object.fromEntries(
    [...new Set([...names, ...Object.keys(all)])].flatMap((name) => {
      const one = all[name];
      return one === undefined ? [] : [[name, one]];
    }),
  );

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
