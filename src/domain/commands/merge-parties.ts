// Parties of a dossier go on as one, as the register of municipalities says it: nobody's choice, so nobody is asked. It
// counts once, for all gates that lie open and that are to come; what was concluded stays as it was.
import { latest } from '../calendar.js';
import type { EventContent } from '../dossier/events.js';
import type { Folds } from '../dossier/folds.js';
import { withMerger } from '../dossier/mergers.js';
import type { Dossier, PartyMerger } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { successionFacts } from '../facts/of-phases.js';
import type { Municipalities, Municipality } from '../municipalities.js';
import type { Reason } from '../reasons.js';
import type { FieldError } from '../refusal.js';
import type { Day, Slug } from '../vocabulary.js';
import { asNamed } from '../workflow/successors.js';
import { defineCommand } from './command.js';
import { withReopenings } from './late-change.js';
import { mustNotBeStopped } from './targets.js';

const folds: Folds<'PartiesMerged'> = {
  PartiesMerged: (dossier, event, _, sequence) => withMerger(dossier, mergerFrom(event, sequence)),
};

export const mergeParties = defineCommand<object, Dossier, typeof successionFacts, 'PartiesMerged'>({
  says: successionFacts,
  locate: (dossier) => dossier,
  asks: () => [{ right: 'merge-parties' }],
  fields: (dossier, asked, { today, plans: { register } }) => {
    const named = fromFields(dossier, asked.from, register);
    const wrong = named.length > 0 ? named : intoFields(dossier, asked, register);
    return wrong.length > 0 ? wrong : registerFields(dossier, asked, register, today);
  },
  ready: mustNotBeStopped,
  decide: (dossier, asked, context) => {
    const { register } = context.plans;
    const on = dayOfMerger(asked, register);
    if (on === null) throw new Error('the fields of a merger are judged before it is decided');
    const rows = [...new Set([...asked.from, asked.into])].flatMap((id) => register.find(id) ?? []);
    const { facts, texts } = keep(successionFacts, asked);
    const event = {
      type: 'PartiesMerged' as const,
      on: latest(on, dossier.startedOn) ?? on,
      facts: { ...facts, register: rows },
      texts,
    };
    return withReopenings(dossier, event, folds, context);
  },
  fact: { type: 'PartiesMerged' },
  folds,
});

type Asked = Payload<typeof successionFacts>;

function mergerFrom({ on, facts, texts }: EventContent<'PartiesMerged'>, sequence: number): PartyMerger {
  const { reason, reference } = read(successionFacts, facts, texts);
  const named = (id: Slug) => {
    const row = facts.register.find((one) => one.id === id);
    if (!row) throw new Error(`the event of a merger holds the line of every party, and not that of ${id}`);
    return asNamed(row);
  };
  return { on, from: facts.from.map(named), into: named(facts.into), reason, reference, sequence };
}

const isThere = ({ plan }: Dossier, party: Slug): boolean => plan.workflow.parties.some(({ id }) => id === party);

/** The day on which a party of this dossier ended; null while it is there. */
const partyEndedOn = ({ mergers }: Dossier, party: Slug): Day | null =>
  mergers.find(({ from, into }) => into.id !== party && from.some(({ id }) => id === party))?.on ?? null;

const notAllowed = (pointer: string, because: Reason, allowed?: readonly Slug[]): FieldError => ({
  pointer,
  code: 'not-allowed-here',
  because,
  ...(allowed ? { allowed } : {}),
});

/** Each is a municipality that takes part and is there still. */
function fromFields(dossier: Dossier, from: readonly Slug[], register: Municipalities): FieldError[] {
  if (from.length === 0) return [{ pointer: '/from', code: 'required' }];
  const there = dossier.plan.workflow.parties
    .map(({ id }) => id)
    .filter((id) => register.find(id) && partyEndedOn(dossier, id) === null);
  return from.flatMap((id, i): FieldError[] => {
    const pointer = `/from/${i}`;
    const ended = partyEndedOn(dossier, id);
    if (!register.find(id)) return [{ pointer, code: 'unknown-body', because: { code: 'not-in-register' } }];
    if (!isThere(dossier, id))
      return [{ pointer, code: 'unknown-body', because: { code: 'no-party' }, allowed: there }];
    if (ended !== null) return [notAllowed(pointer, { code: 'is-no-more', on: ended })];
    return from.indexOf(id) < i ? [notAllowed(pointer, { code: 'party-twice' })] : [];
  });
}

/** One of the register, that takes part only where it is among those who go on in it. */
function intoFields(dossier: Dossier, { from, into }: Asked, register: Municipalities): FieldError[] {
  const pointer = '/into';
  if (!register.find(into)) return [{ pointer, code: 'unknown-body', because: { code: 'not-in-register' } }];
  if (from.every((id) => id === into)) return [notAllowed(pointer, { code: 'merges-nothing' })];
  const ended = partyEndedOn(dossier, into);
  if (ended !== null) return [notAllowed(pointer, { code: 'is-no-more', on: ended })];
  return isThere(dossier, into) && !from.includes(into) ? [notAllowed(pointer, { code: 'takes-part-already' })] : [];
}

/** What the register says of them, on which day, and that the day has come. */
function registerFields(dossier: Dossier, asked: Asked, register: Municipalities, today: Day): FieldError[] {
  const { from, into } = asked;
  const day = dayOfMerger(asked, register);
  const wrong = from.flatMap((id, i): FieldError[] => {
    const { until = null, successors = [] } = register.find(id) ?? {};
    if (id === into) return [];
    if (until === null || !successors.includes(into))
      return [notAllowed(`/from/${i}`, { code: 'merged-otherwise', on: until, successors }, successors)];
    return until === day || day === null
      ? []
      : [notAllowed(`/from/${i}`, { code: 'other-day-of-merger', on: until, other: day })];
  });
  if (wrong.length > 0 || day === null) return wrong;
  if (day > today) return [{ pointer: '/into', code: 'date-in-future', limit: today }];
  const more = dossier.plan.workflow.parties
    .map(({ id }) => id)
    .filter(
      (id) => !from.includes(id) && partyEndedOn(dossier, id) === null && mergesInto(register.find(id), into, day),
    );
  const because: Reason = { code: 'merges-too', parties: more };
  return more.length > 0 ? [{ pointer: '/from', code: 'required', because }] : [];
}

const mergesInto = (one: Municipality | undefined, into: Slug, day: Day): boolean =>
  one?.until === day && (one.successors ?? []).includes(into);

/** The day on which the first of them ended; null where the register ends none. */
const dayOfMerger = ({ from, into }: Asked, register: Municipalities): Day | null =>
  from.flatMap((id) => (id === into ? [] : (register.find(id)?.until ?? [])))[0] ?? null;

/** A merger that the register has, of parties that are here still. */
export interface DueMerger {
  on: Day;
  from: Municipality[];
  into: Municipality;
}

/** Those whose day has come, and that were not recorded; of a municipality that was divided one for each successor. */
export function dueMergers(dossier: Dossier, register: Municipalities, today: Day): DueMerger[] {
  const here = dossier.plan.workflow.parties.flatMap(({ id }) =>
    partyEndedOn(dossier, id) === null ? (register.find(id) ?? []) : [],
  );
  const ended = here.filter(({ until }) => until !== undefined && until <= today);
  const successors = new Set(ended.flatMap(({ until, successors: ids = [] }) => ids.map((id) => `${until} ${id}`)));
  return [...successors].flatMap((one): DueMerger[] => {
    const [on = '', id = ''] = one.split(' ');
    const into = register.find(id);
    const from = here.filter((party) => party.id === id || mergesInto(party, id, on));
    return into ? [{ on, from, into }] : [];
  });
}
