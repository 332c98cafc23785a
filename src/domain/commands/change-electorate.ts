// Changes who decides at an open gate: a body joins, leaves, or takes the place of others. The rule must still make
// sense for who is left, and whoever has decided is taken out by nobody but itself.
import { changedBy } from '../dossier/electorate.js';
import type { EventContent } from '../dossier/events.js';
import { withRound } from '../dossier/folds.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { electorateChangeFacts } from '../facts/of-gates.js';
import type { Reason } from '../reasons.js';
import { invalid, type FieldError } from '../refusal.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { currentRound, type Dossier, type ElectorateChange, type Round } from '../dossier/state.js';
import { withNewcomer } from '../dossier/mergers.js';
import { endedOn } from '../dossier/successors.js';
import { partyOf } from '../permissions.js';
import type { Municipalities } from '../municipalities.js';
import { hasDecided, standOf } from '../stand/stand.js';
import { scopeAt } from '../workflow/scope.js';
import { municipality } from '../workflow/define.js';
import type { NamedParty } from '../workflow/open-parties.js';
import { asNamed, mergedRule } from '../workflow/successors.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { electorateFields } from './electorate-fields.js';
import { gateAt, gateOn, mustBeOpen, type GateTarget } from './targets.js';

export const changeElectorate = defineCommand<
  { gate: Slug },
  GateTarget,
  typeof electorateChangeFacts,
  'ElectorateChanged'
>({
  says: electorateChangeFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'change-electorate', body: gate.ruledBy }],
  fields: (target, { on, joins = [], leaves = [], merges = [], ...told }, { today, plans: { register } }) => [
    ...happened('/on', on, today, target.dossier),
    ...safeguards(target, told, today),
    ...(joins.length + leaves.length + merges.length === 0
      ? [
          {
            pointer: '',
            code: 'required',
            because: { code: 'nothing-changes' },
          } satisfies FieldError,
        ]
      : []),
    ...joins.flatMap((body, i) =>
      isStranger(target, body)
        ? newcomerFields(`/joins/${i}`, body, target, on, register)
        : joinable(`/joins/${i}`, body, target),
    ),
    ...electorateFields('/leaves', leaves, target),
    ...merges.flatMap(({ from, into }, i) => [
      ...(from.length === 0 ? [{ pointer: `/merges/${i}/from`, code: 'required' } satisfies FieldError] : []),
      ...electorateFields(`/merges/${i}/from`, from, target),
      ...joinable(`/merges/${i}/into`, into, target, from),
    ]),
    ...contradictions({ joins, leaves, merges }),
  ],
  ready: mustBeOpen,
  decide: (known, asked, { today, plans: { register } }) => {
    const { on, joins = [], leaves = [], merges = [] } = asked;
    const newcomers = newcomersIn(known, joins, register);
    const target = { ...known, dossier: newcomers.reduce(withNewcomer, known.dossier) };
    const round = mustBeOpen({ ...target, round: currentRound(target.dossier, known.phase.id) });
    changeFollows(target, asked);
    mustNotHaveDecided(target, round, { leaves, merges }, today);
    const electorate = changedBy(round.electorate, { joins, leaves, merges });
    const { rules } = target.dossier.plan;
    const refuse = (because: Reason) => invalid([{ pointer: '', code: 'not-allowed-here', because }]);
    if (electorate.length === 0) throw refuse({ code: 'nobody-left' });
    const rule = mergedRule(round.rule, merges);
    const faults = scopeAt(round.terms, electorate, rules).faults(rule);
    if (faults.length > 0) throw refuse({ code: 'rule-does-not-fit', faults });
    mustCountIn(target, { ...round, rule }, electorate, { joins, merges });
    const { facts, texts } = keep(electorateChangeFacts, asked);
    const came = newcomers.length > 0 ? { newcomers } : {};
    const changes = { gate: target.phase.id, round: round.number, joins, leaves, merges, ...came };
    return [{ type: 'ElectorateChanged', on, facts: { ...facts, ...changes }, texts }];
  },
  fact: { type: 'ElectorateChanged', follows: changeFollows },
  folds: {
    ElectorateChanged: (before, event, _, sequence) => {
      const change = changeFrom(event, sequence);
      const dossier = (event.facts.newcomers ?? []).reduce(withNewcomer, before);
      return withRound(dossier, event.facts, (round) => ({
        ...round,
        electorate: changedBy(round.electorate, change),
        rule: mergedRule(round.rule, change.merges),
        electorateChanges: [...round.electorateChanges, change],
      }));
    },
  },
});

function changeFrom({ on, facts, texts }: EventContent<'ElectorateChanged'>, sequence: number): ElectorateChange {
  const { joins, leaves, merges } = facts;
  const { reason, meeting, ground, notifiedOn } = read(electorateChangeFacts, facts, texts);
  return { kind: 'change', on, reason, reference: null, joins, leaves, merges, meeting, ground, notifiedOn, sequence };
}

type Told = Pick<Payload<typeof electorateChangeFacts>, 'meeting' | 'ground' | 'notifiedOn'>;

/** Where it was decided, on which ground, and when all were told. They may have been told before it took effect. */
function safeguards({ dossier }: GateTarget, { meeting, ground, notifiedOn }: Told, today: Day): FieldError[] {
  const lacking: [pointer: string, isThere: boolean, because: Reason][] = [
    ['/ground', ground !== undefined, { code: 'no-ground-of-change' }],
    ['/notifiedOn', notifiedOn !== undefined, { code: 'not-told-of-change' }],
  ];
  return [
    ...(meeting === undefined ? [{ pointer: '/meeting', code: 'meeting-required' } satisfies FieldError] : []),
    ...lacking.flatMap(([pointer, isThere, because]): FieldError[] =>
      isThere ? [] : [{ pointer, code: 'required', because }],
    ),
    ...(notifiedOn === undefined ? [] : happened('/notifiedOn', notifiedOn, today, dossier)),
  ];
}

/**
 * A body that has decided is taken out by its own word alone, also by taking its place. That a body keeps what it
 * recorded to itself is seen by all, and not whether it is a decision: it is left in its place too.
 * @throws Refusal validation
 */
function mustNotHaveDecided(
  target: GateTarget,
  round: Round,
  { leaves, merges }: Pick<Changed, 'leaves' | 'merges'>,
  today: Day,
): void {
  const at = gateOn(target, round, today);
  const going = [
    ...leaves.map((body, i): [string, BodyId] => [`/leaves/${i}`, body]),
    ...merges.flatMap(({ from }, i) => from.map((body, j): [string, BodyId] => [`/merges/${i}/from/${j}`, body])),
  ];
  const errors = going.flatMap(([pointer, body]): FieldError[] => {
    const stand = standOf(at, body);
    const isHidden = stand.side === 'undecided' && stand.decision === null;
    if (!hasDecided(stand) && !isHidden) return [];
    const because: Reason = { code: isHidden ? 'keeps-to-itself' : 'has-decided', body };
    return [{ pointer, code: 'not-allowed-here', because }];
  });
  if (errors.length > 0) throw invalid(errors);
}

function changeFollows({ round, state }: GateTarget, { on }: { on: Day }): void {
  follows('/on', on, round?.submittedOn, state.movedOn, round?.electorateChanges.at(-1)?.on);
}

type Changed = Required<Pick<Payload<typeof electorateChangeFacts>, 'joins' | 'leaves' | 'merges'>>;

/** Each body comes in once or goes once, and a body cannot take the place of itself alone. */
function contradictions({ joins, leaves, merges }: Changed): FieldError[] {
  const going = [
    ...leaves.map((body, i): [string, BodyId] => [`/leaves/${i}`, body]),
    ...merges.flatMap(({ from }, i) => from.map((body, j): [string, BodyId] => [`/merges/${i}/from/${j}`, body])),
  ];
  const coming = [
    ...joins.map((body, i): [string, BodyId] => [`/joins/${i}`, body]),
    ...merges.map(({ into }, i): [string, BodyId] => [`/merges/${i}/into`, into]),
  ];
  const twice = (places: [string, BodyId][]) =>
    places.filter(([, body], i) => places.findIndex(([, other]) => other === body) < i);
  const idle = merges.flatMap(({ from, into }, i): [string, BodyId][] =>
    from.length > 0 && from.every((body) => body === into) ? [[`/merges/${i}/into`, into]] : [],
  );
  const because: Reason = { code: 'twice-or-idle' };
  const pointers = new Set([...twice(going), ...twice(coming), ...idle].map(([pointer]) => pointer));
  return [...pointers].map((pointer) => ({ pointer, code: 'not-allowed-here', because }));
}

/**
 * Who comes in must count for something: the rule may look at a group that it is not in.
 * @throws Refusal validation
 */
function mustCountIn(
  { dossier: { plan } }: GateTarget,
  { rule, terms }: Round,
  electorate: readonly BodyId[],
  { joins, merges }: Pick<Changed, 'joins' | 'merges'>,
): void {
  // While all are silent nothing is decided yet: then everyone whom the rule looks at can change the outcome.
  const { canChange } = scopeAt(terms, electorate, plan.rules).explain(rule);
  const because: Reason = { code: 'does-not-count' };
  const errors = [
    ...joins.map((body, i): [string, BodyId] => [`/joins/${i}`, body]),
    ...merges.map(({ into }, i): [string, BodyId] => [`/merges/${i}/into`, into]),
  ].flatMap(([pointer, body]): FieldError[] =>
    canChange.includes(body) ? [] : [{ pointer, code: 'not-allowed-here', because }],
  );
  if (errors.length > 0) throw invalid(errors);
}

const partiesOf = ({ plan }: Dossier): Slug[] => plan.workflow.parties.map(({ id }) => id);

/** Where the plan left its parties open, a municipality can join that took no part. */
const isStranger = ({ dossier }: GateTarget, body: BodyId): boolean =>
  dossier.plan.named !== null && !partiesOf(dossier).includes(partyOf(body));

/** It is a municipality of the register on that day, with a body of the kind that decides here. */
function newcomerFields(
  pointer: string,
  body: BodyId,
  { dossier: { plan }, gate }: GateTarget,
  on: Day,
  register: Municipalities,
): FieldError[] {
  const found = register.find(partyOf(body));
  if (!found) return [{ pointer, code: 'unknown-body', because: { code: 'not-in-register' } }];
  const absent = register.absence(found, on);
  if (absent) return [{ pointer, code: 'not-allowed-here', absent, allowed: absent.instead.map(({ id }) => id) }];
  const kinds = new Set(gate.electorate.map((one) => plan.bodies.get(one)?.kind));
  const allowed = municipality(found.id, found.name, found.code).bodies.filter(({ kind }) => kinds.has(kind));
  return allowed.some(({ id }) => id === body)
    ? []
    : [{ pointer, code: 'not-allowed-here', allowed: allowed.map(({ id }) => id) }];
}

const newcomersIn = (target: GateTarget, joins: readonly BodyId[], register: Municipalities): NamedParty[] => {
  const strangers = joins.filter((body) => isStranger(target, body)).map(partyOf);
  return [...new Set(strangers)].flatMap((id) => register.find(id) ?? []).map(asNamed);
};

/** A body that comes in is one of the plan, of the kind that decides here, and is not asked already. */
function joinable(
  pointer: string,
  body: BodyId,
  { dossier, gate, electorate }: GateTarget,
  leaving: BodyId[] = [],
): FieldError[] {
  const { bodies } = dossier.plan;
  const kinds = new Set(gate.electorate.map((one) => bodies.get(one)?.kind));
  const fits = (one: BodyId) =>
    kinds.has(bodies.get(one)?.kind) &&
    endedOn(dossier, one) === null &&
    (!electorate.includes(one) || leaving.includes(one));
  const allowed = [...bodies.keys()].filter(fits);
  if (!bodies.has(body)) return [{ pointer, code: 'unknown-body', allowed }];
  return fits(body) ? [] : [{ pointer, code: 'not-allowed-here', allowed }];
}
