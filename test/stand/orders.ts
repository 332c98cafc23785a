// Other orders in which the same story can be recorded: acts of one body on one day and facts about one act stay in their
// order, and so does what counts from the day of its recording. A round and a version are there before they are named.
import type { Day } from '../../src/domain/vocabulary.js';
import type { Chance } from '../support/random-history.js';
import type { Fact } from './story.js';

/** The same facts in another order, each with the day of its recording: none earlier than the one before it. */
export function inAnotherOrder(facts: readonly Fact[], chance: Chance): Fact[] {
  const left = [...facts];
  const order: Fact[] = [];
  let today: Day = '';
  while (left.length > 0) {
    const free = left.filter((fact, i) => !left.slice(0, i).some((former) => mustPrecede(former, fact, facts)));
    const next = free[chance(free.length)];
    if (!next) throw new Error('the order in which it was told is one');
    left.splice(left.indexOf(next), 1);
    today = [today, next.fixed ? next.recorded : next.on].sort().at(-1) ?? '';
    order.push({ ...next, recorded: today });
  }
  return order;
}

const actOf = (fact: Fact): number | null => ('about' in fact ? fact.about : fact.what === 'act' ? fact.key : null);
const isOfGate = ({ what }: Fact): boolean => what === 'version' || what === 'round';

/** Whether this one, which was recorded first, stays first. */
function mustPrecede(former: Fact, later: Fact, facts: readonly Fact[]): boolean {
  if (former.fixed && (later.fixed || later.on > former.recorded)) return true;
  if (actOf(former) !== null && actOf(former) === actOf(later)) return true;
  if (former.gate !== later.gate) return false;
  if (isOfGate(former)) return isOfGate(later) || later.what === 'agenda' || isNamedBy(former, later);
  if (former.what === 'agenda' && isOfGate(later)) return true;
  if (former.body !== later.body) return false;
  const days = placesOf(later, facts);
  return placesOf(former, facts).some((day) => days.includes(day));
}

function isNamedBy(former: Fact, later: Fact): boolean {
  if (!('said' in later)) return false;
  const { round = 1, proposalVersion = 1 } = later.said;
  if (former.what === 'round') return round >= former.number;
  return former.what === 'version' && proposalVersion >= former.number;
}

/** On which days an act, a withdrawal or an item of an agenda has a place among others: an act by any of its readings. */
function placesOf(fact: Fact, facts: readonly Fact[]): Day[] {
  if (!['act', 'withdrawal', 'agenda', 'correction'].includes(fact.what)) return [];
  const corrections =
    fact.what === 'act' ? facts.filter((one) => one.what === 'correction' && one.about === fact.key) : [];
  const said = [fact, ...corrections].flatMap((one) =>
    'said' in one && one.said.decidedOn ? [one.said.decidedOn] : [],
  );
  return fact.fixed ? [fact.on, fact.recorded, ...said] : [fact.on, ...said];
}
