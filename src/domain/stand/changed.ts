// What changed after a conclusion: a body that was for, against or abstained says something else now, or one that had
// not spoken is against. Compared is what was kept with the conclusion and how everyone stands; by which facts it came
// about does not matter, and everything else is silent.
import { isUnspoken } from '../rule.js';
import { currentRound, phaseState, statusOf, type Dossier, type Ruling, type StoodBody } from '../dossier/state.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { openStanding, stoodOn } from './at-gate.js';

/** The gates that this phase waits for, directly or through others, and that changed; none while it has not begun. */
export function changedUnder(dossier: Dossier, phase: Slug, day: Day): Slug[] {
  if (phaseState(dossier, phase).startedOn === null) return [];
  const { plan } = dossier;
  return [...plan.gates.keys()].filter((gate) => hasChanged(dossier, gate, day) && plan.comesAfter(phase, gate));
}

function hasChanged(dossier: Dossier, gate: Slug, day: Day): boolean {
  if (statusOf(dossier, gate) === 'passed') return isOtherwise(dossier, gate, day);
  const rounds = dossier.rounds[gate] ?? [];
  const isGo = ({ ruling }: Ruling) => ruling === 'go' || ruling === 'go-with-conditions';
  return rounds.some(({ rulings, split }) => split !== null || rulings.some(isGo));
}

/** The bodies that stand otherwise on that day than at the conclusion of the round; none while nothing was concluded. */
export function changedBodies(dossier: Dossier, gate: Slug, day: Day, round = currentRound(dossier, gate)): BodyId[] {
  if (!round?.settled) return [];
  return differing(round.settled.stood, stoodOn(dossier, gate, round, day));
}

/** Every phase asks it of each gate before it; a dossier never changes, so neither does the answer. Of one day at a time. */
const known = new WeakMap<Dossier, { day: Day; gates: Map<Slug, boolean> }>();

/** Whether a gate that was concluded stands otherwise: a body changed, or the rule comes to something else. */
export function isOtherwise(dossier: Dossier, gate: Slug, day: Day): boolean {
  const found = known.get(dossier);
  const { gates } = found?.day === day ? found : { gates: new Map<Slug, boolean>() };
  if (found?.day !== day) known.set(dossier, { day, gates });
  const is = gates.get(gate) ?? comesToOther(dossier, gate, day);
  gates.set(gate, is);
  return is;
}

function comesToOther(dossier: Dossier, gate: Slug, day: Day): boolean {
  const round = currentRound(dossier, gate);
  if (!round?.settled) return false;
  if (changedBodies(dossier, gate, day).length > 0) return true;
  return openStanding(dossier, gate, round, day).outcome !== round.settled.outcome;
}

/** Whether the gate stood otherwise on the day of this conclusion, as is now known, than was kept with it. */
export function restedOnOthers(
  dossier: Dossier,
  gate: Slug,
  { round: number, outcome, ruledOn }: Pick<Ruling, 'round' | 'outcome' | 'ruledOn'>,
): boolean {
  const round = dossier.rounds[gate]?.find((one) => one.number === number);
  if (!round) return false;
  return openStanding(dossier, gate, round, ruledOn).outcome !== outcome;
}

/** Of these, the bodies whose difference matters. */
export function differing(was: readonly StoodBody[], is: readonly StoodBody[]): BodyId[] {
  const former = new Map(was.map((stood) => [stood.body, stood]));
  const staying = new Set(is.map(({ body }) => body));
  const left = was.filter((then) => !staying.has(then.body) && !isUnspoken(then));
  return [...is.filter((now) => isChange(former.get(now.body), now)), ...left].map(({ body }) => body);
}

function isChange(then: StoodBody | undefined, now: StoodBody): boolean {
  if (!then || isUnspoken(then)) return now.side === 'against';
  return now.side !== then.side || now.option !== then.option || now.against.join() !== then.against.join();
}
