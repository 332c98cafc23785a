// Flags a phase that has begun when an earlier gate that it rests on has changed: the gate lost its go, or a body that
// counted said something else after the ruling. Nothing is undone; people judge what it means.
import type { BodyId, Day, DecisionKind, Slug } from '../vocabulary.js';
import { sideOf } from './position.js';
import { isClosed } from './release.js';
import {
  countingDecision,
  currentRound,
  phaseState,
  statusOf,
  type Decision,
  type Dossier,
  type Ruling,
} from './state.js';

/** The gates that this phase waits for, directly or through others, and that changed; none while it has not begun. */
export function changedUnder(dossier: Dossier, phase: Slug, day: Day): Slug[] {
  if (phaseState(dossier, phase).startedOn === null) return [];
  const { plan } = dossier;
  return [...plan.gates.keys()].filter((gate) => hasChanged(dossier, gate, day) && plan.comesAfter(phase, gate));
}

function hasChanged(dossier: Dossier, gate: Slug, day: Day): boolean {
  if (statusOf(dossier, gate) === 'passed') return changedAfterRuling(dossier, gate, day);
  const rounds = dossier.rounds[gate] ?? [];
  const isGo = ({ ruling }: Ruling) => ruling === 'go' || ruling === 'go-with-conditions';
  return rounds.some(({ rulings, split }) => split !== null || rulings.some(isGo));
}

function changedAfterRuling(dossier: Dossier, gate: Slug, day: Day): boolean {
  const round = currentRound(dossier, gate);
  const ruled = round?.split?.sequence ?? round?.rulings.at(-1)?.recorded.sequence;
  if (!round || ruled === undefined) return false;
  const isLate = ({ recorded, undone }: Decision) => recorded.sequence > ruled || (undone ?? 0) > ruled;
  const bodies = new Set(round.decisions.filter(isLate).map(({ body }) => body));
  const countedAt = (body: BodyId) => round.decisions.findLast((d) => d.body === body && d.recorded.sequence < ruled);
  return [...bodies].some((body) => {
    const [counted, latest] = [countedAt(body), countingDecision(dossier, round, body)];
    // What is closed does not count, and must not show.
    if (!counted || !latest || isClosed(counted, day) || isClosed(latest, day)) return false;
    if (sideOf(counted) === 'undecided' || (counted.undone ?? ruled) < ruled) return false;
    return (
      latest.undone !== null || (latest !== counted && saysOtherwise(counted, { ...latest, decision: latest.kind }))
    );
  });
}

interface Said {
  decision: DecisionKind;
  answers?: Readonly<Record<Slug, DecisionKind>>;
  option?: Slug | null;
  conditions?: readonly unknown[];
}

/** Whether a body says something else than it did, a new condition included. */
export function saysOtherwise(former: Decision, { decision, answers, option, conditions = [] }: Said): boolean {
  const differs = Object.entries(former.answers).some(([id, kind]) => (answers?.[id] ?? decision) !== kind);
  return conditions.length > 0 || differs || (option ?? null) !== former.option;
}
