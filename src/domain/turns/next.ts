// What can move a dossier on now, most urgent first: its open turns with nothing in the way, where all that are to decide
// at one gate stand together.
import { earliest } from '../calendar.js';
import { groupedBy } from '../grouped.js';
import { isClosed } from '../dossier/release.js';
import type { Dossier } from '../dossier/state.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { recorderOf } from './recorder.js';
import { isDeciding, mostUrgentFirst, turnKinds, type Turn, type TurnKind, type TurnRole } from './turn.js';
import { turnsOf } from './turns.js';

/** What moves no dossier on: it mends or weighs what is there. */
type Mending = 'correct-disputed' | 'adopt-list' | 'publish' | 'confirm-mandate' | 'weigh-change';
type TurnAsNext = Exclude<TurnKind, 'decide-again' | 'confirm' | Mending>;
/** Beside what the record asks: that somebody is made chair, where nobody could conclude. */
type NextKind = TurnAsNext | 'find-chair';
const others: readonly TurnKind[] = [
  'decide-again',
  'confirm',
  'correct-disputed',
  'adopt-list',
  'publish',
  'confirm-mandate',
  'weigh-change',
];
const isNext = (kind: TurnKind): kind is TurnAsNext => !others.includes(kind);
/** A body that is to decide again or to confirm stands among those that are to decide. */
export const nextKinds: readonly NextKind[] = [...turnKinds.filter(isNext), 'find-chair'];

export interface Next {
  kind: NextKind;
  phase: Slug;
  gate: Slug | null;
  /** Those who are waited for; empty when it is the process lead or the chair. */
  bodies: BodyId[];
  role: TurnRole;
  dueOn: Day | null;
}

export function nextOf(dossier: Dossier, day: Day): Next[] {
  const turns = turnsOf(dossier, day, (decision) => !isClosed(decision, day)).filter(
    (turn) => turn.blocks === null && (isDeciding(turn) || isNext(turn.what)),
  );
  const together = groupedBy(turns.filter(isDeciding), ({ phase }) => phase);
  const steps = turns.flatMap((turn): Next[] => {
    if (!isDeciding(turn)) return [nextBy(turn)];
    const all = together.get(turn.phase) ?? [];
    return all[0] === turn ? [decidingNext(dossier, turn, all)] : [];
  });
  return mostUrgentFirst(steps, ({ dueOn }) => dueOn);
}

function nextBy({ what, phase, gate, role, body, bodies, until }: Turn): Next {
  if (!isNext(what)) throw new Error(`the turn to ${what} stands with those to decide`);
  return { kind: what, phase, gate, bodies: body === null ? bodies : [body], role, dueOn: until };
}

/** Until the first day on which the term of one of them ends. */
function decidingNext(dossier: Dossier, { phase, gate }: Turn, together: readonly Turn[]): Next {
  const bodies = together.flatMap(({ body }) => body ?? []);
  const dueOn = earliest(...together.map(({ until }) => until));
  return { kind: 'decide', phase, gate, bodies, role: recorderOf(dossier, bodies), dueOn };
}
