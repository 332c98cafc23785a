// Who can take an open turn today, and who may get a turn on some later day without anything being recorded.
import { refusalOf, type Asker } from '../commands/commands.js';
import { currentRound, runningState, statusOf, type Dossier } from '../dossier/state.js';
import { personIn, successorOf, toVisit } from '../dossier/successors.js';
import { isValid, partyOf, type Assignment, type Person } from '../permissions.js';
import type { Refusal } from '../refusal.js';
import { proofLacking, stillToPublish } from '../stand/proof.js';
import type { BodyId, Day, DossierId, Role, Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';
import { isToConfirm } from './mandates.js';
import { informerOf, recorderOf } from './recorder.js';
import { requirementHolders } from './requirements.js';
import type { AddedKind, Turn, TurnKind, TurnRole } from './turn.js';

export interface TurnHolder {
  role: TurnRole;
  /** The body that the role is of; the region for its process lead. */
  whose: string;
}

/** The turns that a role takes: a deputy those of the chair, a secretary or a clerk all those of their body. */
const takesTurnsOf: Partial<Record<Role, readonly TurnRole[]>> = {
  'process-lead': ['process-lead'],
  secretary: ['secretary', 'clerk'],
  clerk: ['secretary', 'clerk'],
  chair: ['chair'],
  'deputy-chair': ['chair'],
};

const ofAssignment = ({ role, body }: Assignment): TurnHolder[] =>
  body === null
    ? []
    : (takesTurnsOf[role] ?? []).map((one) => ({ role: one, whose: one === 'process-lead' ? partyOf(body) : body }));

/** What this person holds turns as today: a role each, with the body or region that it is of. */
export const turnHoldersOf = ({ assignments }: Person, today: Day): TurnHolder[] =>
  assignments.filter((one) => isValid(one, today)).flatMap(ofAssignment);

/** Whether this person has the role that the turn is for, and would not be refused its command. */
export function isTurnOf(asker: Asker, turn: Turn): boolean {
  return isOfRole(asker, turn) && (turn.blocks !== null || refusalOfTurn(asker, turn) === null);
}

function isOfRole({ dossier, person, today }: Asker, { role, body }: Pick<Turn, 'role' | 'body'>): boolean {
  const whose = body ?? dossier.plan.region;
  return turnHoldersOf(personIn(dossier, person), today).some((one) => one.role === role && one.whose === whose);
}

/** A turn that a capability adds, in which dossier. */
export interface AddedTurn {
  dossier: DossierId;
  turn: Turn<AddedKind>;
}

/** Those that are the turn of this person, in this dossier. */
export const addedFor = <T extends AddedTurn>(occasion: Asker, added: readonly T[]): T[] =>
  added.filter(({ dossier, turn }) => dossier === occasion.dossier.id && isOfRole(occasion, turn));

/** Why this person could not take a turn now, by the command that it asks for; null where they can. */
export const refusalOfTurn = (asker: Asker, turn: Turn): Refusal | null =>
  taking[turn.what](asker, turn, turn.gate ?? turn.phase);

type Taking = (asker: Asker, turn: Turn, gate: Slug) => Refusal | null;

const inPhaseBy =
  (name: 'start-phase' | 'complete-phase' | 'rework-phase'): Taking =>
  (asker, { phase }) =>
    refusalOf(asker, name, { phase });

const toDecide: Taking = (asker, turn, gate) =>
  refusalOf(asker, 'record-decision', { gate }, { body: turn.body ?? '', ...revising(turn) });

const taking: Record<TurnKind, Taking> = {
  'start-phase': inPhaseBy('start-phase'),
  'complete-phase': inPhaseBy('complete-phase'),
  'rework-phase': inPhaseBy('rework-phase'),
  visit: (asker, { phase, body, bodies }) =>
    refusalOf(asker, 'visit-body', { phase }, body === null ? {} : { body: bodies[0] ?? '' }),
  'submit-gate': (asker, _, gate) => refusalOf(asker, 'submit-gate', { gate }),
  'lay-paper': (asker, { requirements }, gate) =>
    refusalOf(asker, 'lay-paper', { gate }, { paper: requirements[0] ?? '' }),
  'state-criterion': (asker, { requirements }, gate) =>
    refusalOf(asker, 'state-criterion', { gate }, { criterion: requirements[0] ?? '' }),
  decide: toDecide,
  'decide-again': toDecide,
  confirm: (asker, { decision }, gate) => refusalOf(asker, 'confirm-decision', { gate, decision: decision ?? '' }),
  'correct-disputed': (asker, { bodies, decision }, gate) =>
    refusalOf(asker, 'record-decision', { gate }, { body: bodies[0] ?? '', corrects: decision ?? '' }),
  'adopt-list': (asker, { decision }, gate) => refusalOf(asker, 'adopt-list', { gate, decision: decision ?? '' }),
  publish: (asker, { phase, body }) => refusalOf(asker, 'record-publication', { phase }, body === null ? {} : { body }),
  'confirm-mandate': (asker, { mandate }) => refusalOf(asker, 'confirm-mandate', {}, { mandate: mandate ?? '' }),
  'answer-condition': (asker, { role, condition }, gate) => {
    const answer = role === 'chair' ? 'adopted' : 'met';
    return refusalOf(asker, 'answer-condition', { gate, condition: condition ?? '' }, { answer });
  },
  rule: (asker, _, gate) => refusalOf(asker, 'rule-gate', { gate }),
  'weigh-change': (asker, _, gate) => refusalOf(asker, 'reopen-gate', { gate }),
};

const revising = ({ decision }: Turn) => (decision === null ? {} : { revises: decision });

/**
 * Everyone who may have a turn on some day if nothing more is recorded. They are more than `turnsOf` names: a release or the
 * end of a term can bring a turn on its day, and no rule runs here. A replayed dossier asks nothing of anyone.
 */
export function possibleTurnHolders(dossier: Dossier): TurnHolder[] {
  const state = runningState(dossier);
  if ((state !== 'running' && state !== 'completed') || dossier.source !== null) return [];
  const { phases } = dossier.plan.workflow;
  const found = new Map<string, TurnHolder>();
  const whilePublished = phases.flatMap((phase) => publishers(dossier, phase));
  const whileRunning = [
    ...phases.flatMap(({ id }) => inPhase(dossier, id)),
    ...dossier.mandates.filter(isToConfirm).map(({ body }) => recorderIn(dossier, successorOf(dossier, body))),
  ];
  const all = [...whilePublished, ...(state === 'running' ? whileRunning : [])].flatMap(withFormer);
  for (const one of all) found.set(`${one.role} ${one.whose}`, one);
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);

  /** Who has a role for a body of before takes the turns of its successor. */
  function withFormer(holder: TurnHolder): TurnHolder[] {
    const former = [...dossier.plan.bodies.keys()].filter((body) => successorOf(dossier, body) === holder.whose);
    return [holder, ...former.map((whose) => ({ ...holder, whose }))];
  }
}

const recorderIn = (dossier: Dossier, whose: BodyId): TurnHolder => ({ role: recorderOf(dossier, [whose]), whose });

/** Who have still to say where something was published. */
const publishers = (dossier: Dossier, phase: Phase): TurnHolder[] => [
  ...(proofLacking(dossier, phase).length > 0
    ? [{ role: 'process-lead', whose: dossier.plan.region } satisfies TurnHolder]
    : []),
  ...stillToPublish(dossier, phase).map((body) => recorderIn(dossier, body)),
];

/** Who inform their own, once it is begun. */
function informers(dossier: Dossier, id: Slug): TurnHolder[] {
  const phase = dossier.plan.phases.get(id);
  if (!phase?.informs || statusOf(dossier, id) !== 'underway') return [];
  return toVisit(dossier, phase)
    .map((body) => informerOf(dossier, body))
    .map((whose) => recorderIn(dossier, whose));
}

function inPhase(dossier: Dossier, phase: Slug): TurnHolder[] {
  switch (statusOf(dossier, phase)) {
    case 'planned':
    case 'refused':
      return [{ role: 'process-lead', whose: dossier.plan.region }, ...informers(dossier, phase)];
    case 'underway':
      return [
        { role: 'process-lead', whose: dossier.plan.region },
        ...informers(dossier, phase),
        ...requirementHolders(dossier, phase),
      ];
    case 'at-gate': {
      const round = currentRound(dossier, phase);
      if (!round) return [];
      const carried = Object.values(dossier.conditions).filter(({ answers }) =>
        answers.some((one) => one.phase === phase),
      );
      const isDisputed = dossier.acts[phase]?.some(({ disputed }) => disputed) ?? false;
      const bodies = [...round.electorate, ...carried.map(({ body }) => successorOf(dossier, body))];
      return [
        ...(isDisputed ? [{ role: 'process-lead', whose: dossier.plan.region } as const] : []),
        { role: 'chair', whose: round.terms.gate.ruledBy },
        ...requirementHolders(dossier, phase),
        ...bodies.map((body) => ({ role: recorderOf(dossier, [body]), whose: body })),
      ];
    }
    case 'passed': {
      const round = currentRound(dossier, phase);
      if (!round) return [];
      const enacting = round.terms.gate.enacts === true ? round.electorate : [];
      return [
        { role: 'chair', whose: round.terms.gate.ruledBy },
        ...enacting.map((body) => ({ role: recorderOf(dossier, [body]), whose: body })),
      ];
    }
    case 'skipped':
    case 'dormant':
      return [];
  }
}
