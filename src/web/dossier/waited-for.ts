// What is said of a turn of others: all who are waited for with the same are named together.
import { groupedBy } from '../../domain/grouped.js';
import { currentRound, type Dossier } from '../../domain/dossier/state.js';
import { standing } from '../../domain/stand/at-gate.js';
import type { Stand } from '../../domain/stand/stand.js';
import { isDeciding, type Turn } from '../../domain/turns/turn.js';
import type { BodyId, Day, Slug } from '../../domain/vocabulary.js';
import { askedAt } from '../../domain/workflow/asks.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { Wording } from '../../wording/wording.js';

interface Looking {
  dossier: Dossier;
  today: Day;
  wording: Wording;
}

/** Those of others, each under what is waited for. */
export type WaitedFor = ReadonlyMap<string, readonly Turn[]>;

export const waitedFor = (others: readonly Turn[], looking: Looking): WaitedFor =>
  groupedBy(others, (turn) => keyOf(turn, waitOf(turn, looking)));

/** The label of a turn that others have together; null for one that stands alone. */
export function labelTogether(turn: Turn, waited: WaitedFor, looking: Looking): string | null {
  const wait = waitOf(turn, looking);
  if (wait === null) return null;
  const { plan } = looking.dossier;
  const { stepWords } = looking.wording;
  const names = named(waited.get(keyOf(turn, wait)) ?? [turn], looking);
  return wait === 'adopt-list' || wait === 'publish'
    ? stepWords.waitsForRecord[wait](names)
    : stepWords.waitsFor[wait](names, askedAt(plan, turn.gate ?? turn.phase));
}

type Wait = 'decide' | 'confirm' | 'release' | 'adopt-list' | 'publish';

const keyOf = ({ phase }: Turn, wait: Wait | null): string => `${wait ?? ''} ${phase}`;

/** What is waited for: who decided and did not release it has not to decide. */
function waitOf(turn: Turn, { dossier, today }: Looking): Wait | null {
  const { what, gate, body } = turn;
  if (what === 'adopt-list' || what === 'publish') return body === null ? null : what;
  if (!isDeciding(turn)) return null;
  if (what === 'confirm') return what;
  const stand = standAt(dossier, gate, body, today);
  return stand?.why === 'announced' && stand.decision === null ? 'release' : 'decide';
}

/** Null where the gate is not put, or the body is not asked there. */
export function standAt(dossier: Dossier, gate: Slug | null, body: BodyId | null, today: Day): Stand | null {
  const round = gate === null ? null : currentRound(dossier, gate);
  if (gate === null || !round) return null;
  return standing(dossier, gate, round, today).standOf.get(body ?? '') ?? null;
}

/** At most so many of those who are waited for are named. */
const namedMax = 5;

function named(waited: readonly Turn[], { dossier: { plan }, wording: { listWords, stepWords } }: Looking): string {
  const titles = waited.slice(0, namedMax).map(({ body }) => titleOf(plan, body ?? ''));
  const rest = waited.length - titles.length;
  return listWords([...titles, ...(rest > 0 ? [stepWords.more(rest)] : [])]);
}
