// Whose turn it is in a dossier on a day: everything that is to be done in it, by whom, and what is in the way of each.
import { latest } from '../calendar.js';
import type { Visibility } from '../commands/command.js';
import { stillAwaited, unvisited } from '../commands/targets.js';
import {
  currentRound,
  outsideFact,
  phaseState,
  plannedOf,
  runningState,
  statusOf,
  type Dossier,
} from '../dossier/state.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';
import { changedBodies, isOtherwise } from '../stand/changed.js';
import { turnsAtGate } from './at-gate.js';
import { listTurns } from './lists.js';
import { mandateTurns } from './mandates.js';
import { publicationTurns } from './publications.js';
import { informerOf, recorderOf } from './recorder.js';
import { requirementTurns } from './requirements.js';
import { plainTurn, type Block, type Turn } from './turn.js';

/** Those of a dossier on the day that they were last asked about, where they are the same for everyone. */
const known = new WeakMap<Dossier, { day: Day; turns: readonly Turn[] }>();

/**
 * The open turns, in the order of the workflow. A page asks for them more than once.
 * @param sees whether the viewer may know of a decision: one that they may not know of changes no turn
 */
export function turnsOf(dossier: Dossier, day: Day, sees: Visibility): readonly Turn[] {
  const before = known.get(dossier);
  if (before?.day === day) return before.turns;
  const judged: boolean[] = [];
  const turns = reckoned(dossier, day, (decision) => {
    judged.push(sees(decision));
    return judged.at(-1) ?? false;
  });
  if (judged.length === 0) known.set(dossier, { day, turns });
  return turns;
}

function reckoned(dossier: Dossier, day: Day, sees: Visibility): Turn[] {
  const { phases } = dossier.plan.workflow;
  const state = runningState(dossier);
  // What was published is asked also once all is done: it becomes known later.
  if (state === 'completed') return phases.flatMap((phase) => publicationTurns(dossier, phase));
  if (state !== 'running') return [];
  return [...phases.flatMap((phase) => turnsIn(dossier, phase, day, sees)), ...mandateTurns(dossier)];
}

function turnsIn(dossier: Dossier, phase: Phase, day: Day, sees: Visibility): Turn[] {
  switch (statusOf(dossier, phase.id)) {
    case 'planned':
      return [toStart(dossier, phase)];
    case 'underway':
      return underway(dossier, phase, day);
    case 'at-gate': {
      const round = currentRound(dossier, phase.id);
      return round ? turnsAtGate({ dossier, gate: phase.id, round, day, sees }) : [];
    }
    case 'refused':
      return [{ ...ofLead(dossier, phase), what: 'rework-phase' }];
    case 'passed':
      return afterwards(dossier, phase, day);
    case 'skipped':
    case 'dormant':
      return [];
  }
}

function afterwards(dossier: Dossier, phase: Phase, day: Day): Turn[] {
  const round = phase.gate ? currentRound(dossier, phase.id) : null;
  return [
    ...changedAfterwards(dossier, phase, day),
    ...(round ? listTurns(dossier, phase.id, round, day) : []),
    ...publicationTurns(dossier, phase),
  ];
}

/** A gate that was concluded and stands otherwise now: where it does not open again by itself, its chair weighs that. */
function changedAfterwards(dossier: Dossier, phase: Phase, day: Day): Turn[] {
  const round = phase.gate ? currentRound(dossier, phase.id) : null;
  if (!round || !isOtherwise(dossier, phase.id, day)) return [];
  const { ruledBy } = round.terms.gate;
  const bodies = changedBodies(dossier, phase.id, day);
  const at = { phase: phase.id, gate: phase.id, role: 'chair', body: ruledBy, bodies } as const;
  return [{ ...plainTurn, ...at, what: 'weigh-change', since: phaseState(dossier, phase.id).passedOn }];
}

const ofLead = (dossier: Dossier, phase: Phase): Omit<Turn, 'what'> => ({
  phase: phase.id,
  gate: phase.gate ? phase.id : null,
  role: 'process-lead',
  body: null,
  ...plainTurn,
  since: phaseState(dossier, phase.id).movedOn,
  until: plannedOf(dossier, phase).until,
});

function toStart(dossier: Dossier, phase: Phase): Turn {
  const { startsAfter, waitsFor = [], branch } = phase;
  const chosenAt = branch ? [branch.gate] : [];
  return {
    ...ofLead(dossier, phase),
    what: 'start-phase',
    ...onceKnown(dossier, dossier.startedOn, { after: startsAfter, outside: waitsFor, alsoSince: chosenAt }),
    until: plannedOf(dossier, phase).from,
  };
}

function underway(dossier: Dossier, phase: Phase, day: Day): Turn[] {
  const { movedOn, visits } = phaseState(dossier, phase.id);
  const bodies = unvisited(dossier, phase);
  const turn = ofLead(dossier, phase);
  const toVisit = phase.informs
    ? bodies.map((body) => toInform(dossier, turn, body))
    : bodies.length > 0
      ? [{ ...turn, what: 'visit', bodies } satisfies Turn]
      : [];
  if (phase.gate) {
    const { gateAfter, gateWaitsFor = [] } = phase;
    return [
      ...toVisit,
      ...requirementTurns(dossier, phase.id, day, turn.until),
      { ...turn, what: 'submit-gate', ...onceKnown(dossier, movedOn, { after: gateAfter, outside: gateWaitsFor }) },
    ];
  }
  const since = latest(movedOn, ...visits.map(({ on }) => on));
  const ends = bodies.length > 0 ? { since: null, blocks: block('visits-missing', { bodies }) } : { since };
  return [...toVisit, ...publicationTurns(dossier, phase), { ...turn, what: 'complete-phase', ...ends }];
}

/** The college informs its council; where a plan has no college of it, who records for the body itself. */
function toInform(dossier: Dossier, turn: Omit<Turn, 'what'>, informed: BodyId): Turn {
  const body = informerOf(dossier, informed);
  return { ...turn, what: 'visit', role: recorderOf(dossier, [body]), body, bodies: [informed] };
}

interface Waiting {
  after: readonly Slug[];
  outside: readonly Slug[];
  /** Gates by whose conclusion it became possible too. */
  alsoSince?: readonly Slug[];
}

/** Since when it can be done, or which phases and facts from outside it waits for. */
function onceKnown(
  dossier: Dossier,
  from: Day | null,
  { after, outside, alsoSince = [] }: Waiting,
): Pick<Turn, 'since' | 'blocks'> {
  const left = stillAwaited(dossier, after, outside);
  if (left.phases.length + left.outside.length > 0) return { since: null, blocks: block('prerequisite-open', left) };
  const passed = [...after, ...alsoSince].map((id) => dossier.phases[id]?.passedOn);
  return {
    since: latest(from, ...passed, ...outside.map((fact) => outsideFact(dossier, fact)?.on)),
    blocks: null,
  };
}

const block = (
  code: Block['code'],
  { phases = [], outside = [], bodies = [] }: { phases?: Slug[]; outside?: Slug[]; bodies?: BodyId[] },
): Block => ({ code, phases, outside, bodies });
