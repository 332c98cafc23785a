// The arithmetic that symmetric rules share: at least so many of these bodies must be for.
import type { Explanation, Noun, Position } from './rule.js';
import type { BodyId, Outcome } from './vocabulary.js';

type Verdict = Pick<Explanation, 'outcome' | 'certain' | 'because' | 'decisive' | 'canChange'>;

/**
 * The verdict when `needed` bodies for make a go. No-go is certain as soon as too few are left that could be for.
 * `because` is the union of the smallest sufficient sets: every body on the side that won.
 */
export function atLeast(needed: number, positions: readonly Position[]): Verdict {
  const on = (side: Position['side']) => positions.filter((p) => p.side === side).map((p) => p.body);
  const supporters = on('for');
  const opponents = on('against');
  const blocking = positions.length - needed + 1;
  if (supporters.length >= needed) return settled('go', supporters, supporters.length === needed);
  if (opponents.length >= blocking) return settled('no-go', opponents, opponents.length === blocking);
  const canChange = positions.filter((p) => p.side === 'undecided' || p.side === 'silent').map((p) => p.body);
  return { outcome: 'open', certain: false, because: [], decisive: [], canChange };
}

function settled(outcome: Outcome, because: BodyId[], exactly: boolean): Verdict {
  return { outcome, certain: true, because, decisive: exactly ? because : [], canChange: [] };
}

/** "9 van de 12 colleges zijn akkoord", with the right verb for one; "alle" when it is everyone. */
export function counted(side: 'for' | 'against', positions: readonly Position[], noun: Noun): string {
  const n = positions.filter((p) => p.side === side).length;
  const total = positions.length;
  const stance = side === 'for' ? 'akkoord' : 'niet akkoord';
  if (total === 1) return `het ${noun.one} is ${n === 1 ? stance : `nog niet ${stance}`}`;
  if (n === total) return `alle ${total} ${noun.many} zijn ${stance}`;
  return `${n} van de ${total} ${noun.many} ${n === 1 ? 'is' : 'zijn'} ${stance}`;
}
