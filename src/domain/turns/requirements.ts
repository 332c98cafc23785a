// The turns to bring the papers and to state the criteria that a gate asks: one for everyone who has something to bring.
import { phaseState, type Dossier } from '../dossier/state.js';
import { isBody, requirementsOf, type Requirement } from '../stand/requirements.js';
import type { Stater } from '../workflow/requirements.js';
import type { Day, Slug } from '../vocabulary.js';
import { recorderOf } from './recorder.js';
import { plainTurn, type Turn, type TurnRole } from './turn.js';

/** While its phase is underway, and while the gate lies open. */
export function requirementTurns(dossier: Dossier, gate: Slug, day: Day, until: Day | null): Turn[] {
  const asked = requirementsOf(dossier, gate, day).filter(isAwaited);
  const groups = new Map<string, Requirement[]>();
  for (const one of asked) {
    const key = `${one.kind} ${one.statedBy}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((all) => turnOf(dossier, gate, all, until));
}

/** A must until it is met; of a should nothing more is asked once it was stated. */
const isAwaited = ({ weight, kind, state }: Requirement): boolean =>
  state !== 'met' && (weight === 'must' || kind === 'paper' || state === 'unknown');

function turnOf(dossier: Dossier, gate: Slug, all: readonly Requirement[], until: Day | null): Turn {
  const [{ kind, statedBy } = { kind: 'paper', statedBy: 'process-lead' } as const] = all;
  return {
    ...plainTurn,
    what: kind === 'paper' ? 'lay-paper' : 'state-criterion',
    phase: gate,
    gate,
    ...holderOf(dossier, gate, statedBy),
    requirements: all.map(({ id }) => id),
    since: phaseState(dossier, gate).movedOn,
    until,
  };
}

function holderOf({ plan, ...dossier }: Dossier, gate: Slug, by: Stater): Pick<Turn, 'role' | 'body'> {
  if (isBody(by)) return { role: recorderOf({ plan }, [by]), body: by };
  if (by === 'process-lead') return { role: 'process-lead', body: null };
  const ruledBy = dossier.rounds[gate]?.at(-1)?.terms.gate.ruledBy ?? plan.gates.get(gate)?.ruledBy ?? null;
  return { role: 'chair', body: ruledBy };
}

/** Whoever may have one of these turns at a gate on some day. */
export const requirementHolders = (dossier: Dossier, gate: Slug): { role: TurnRole; whose: string }[] =>
  requirementsOf(dossier, gate, dossier.startedOn).map(({ statedBy }) => {
    const { role, body } = holderOf(dossier, gate, statedBy);
    return { role, whose: body ?? dossier.plan.region };
  });
