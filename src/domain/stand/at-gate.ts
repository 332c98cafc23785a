// How a gate stands in a round on a day: the stand of every body, the tally, who is missing, and what the rule comes to.
// Rules run here, for an open gate; a ruled gate shows what was stored with its ruling.
import { joinAll } from '../combining.js';
import type { Missing } from '../refusal.js';
import { explained, isUnspoken, type Finding } from '../rule.js';
import type { BodyId, Day, Side, Slug } from '../vocabulary.js';
import { scopeAt, silent } from '../workflow/scope.js';
import type { AsSubmitted } from '../dossier/decided.js';
import type { Tally } from '../dossier/events.js';
import type { Condition, Dossier, Round, Settled, StoodBody } from '../dossier/state.js';
import { carriedTo, explainCarried, missingFrom } from './carried.js';
import { explainRequirements, requirementsIn, type Requirement } from './requirements.js';
import { explainReserved, missingFromReserved, reservationsAt, type Reservations } from './reserved.js';
import { hasDecided, missingOf, standOf, type GateOnDay, type Stand } from './stand.js';

export interface Standing extends Settled {
  bodies: readonly Stand[];
  /** The same, each by its body. */
  standOf: ReadonlyMap<BodyId, Stand>;
  carried: readonly Condition[];
  /** What it asks beside decisions. */
  requirements: readonly Requirement[];
}

/** A page asks several times how a gate stands; a dossier and its rounds never change, so neither does the answer. */
const known = new WeakMap<Dossier, WeakMap<Round, { day: Day; stand: Standing }>>();

/**
 * @param day on which it is looked at: terms pass and closed decisions are released
 */
export function standing(dossier: Dossier, id: Slug, round: Round, day: Day): Standing {
  const rounds = known.get(dossier) ?? new WeakMap<Round, { day: Day; stand: Standing }>();
  const found = rounds.get(round);
  if (found?.day === day) return found.stand;
  const stand = workedOut(dossier, id, round, day);
  known.set(dossier, rounds.set(round, { day, stand }));
  return stand;
}

/** The same as if nothing was concluded: what the rule comes to on that day. */
export const openStanding = (dossier: Dossier, id: Slug, round: Round, day: Day): Standing =>
  standing(dossier, id, asOpen(round), day);

const opened = new WeakMap<Round, Round>();

/** One for each round, so that its standing is worked out once. */
function asOpen(round: Round): Round {
  const found = opened.get(round) ?? { ...round, settled: null, split: null };
  opened.set(round, found);
  return found;
}

function workedOut(dossier: Dossier, id: Slug, round: Round, day: Day): Standing {
  const at: GateOnDay = { dossier, id, gate: round.terms.gate, round, day };
  const bodies = round.electorate.map((body) => standOf(at, body));
  const stands = new Map(bodies.map((stand) => [stand.body, stand]));
  const carried = carriedTo(dossier, id, day);
  const requirements = requirementsIn({ ...at, number: round.number });
  if (round.settled) return { ...round.settled, bodies, standOf: stands, carried, requirements };
  const reserved = reservationsAt(dossier, id, day);
  const beside: Beside = { carried, reserved, requirements };
  const explanation = explained(explain(at, bodies, beside));
  const { outcome, certain } = explanation;
  const missing = firstOfEach([
    ...bodies.flatMap((stand) => missingOf(stand) ?? []),
    ...missingFrom(carried, day),
    ...missingFromReserved(reserved),
  ]);
  const tally = tallyOf(at, bodies);
  const asSubmitted = overSubmitted(at, beside);
  return { outcome, certain, explanation, tally, missing, asSubmitted, bodies, standOf: stands, carried, requirements };
}

/** What is asked beside the rule. */
interface Beside extends Pick<Standing, 'carried' | 'requirements'> {
  reserved: Reservations;
}

/** What the same rule comes to over those to whom it was put; null where the same bodies decide still. */
function overSubmitted(at: GateOnDay, beside: Beside): AsSubmitted | null {
  const { electorate: now, submittedTo, electorateChanges: changes } = at.round;
  const [left, joined] = [
    submittedTo.filter((body) => !now.includes(body)),
    now.filter((body) => !submittedTo.includes(body)),
  ];
  if (left.length + joined.length === 0) return null;
  // That parties went on as one was nobody's choice: it is so either way.
  const electorateChanges = changes.filter(({ kind }) => kind === 'merger');
  const round = { ...at.round, electorate: submittedTo, electorateChanges, rule: at.round.submittedRule };
  const bodies = submittedTo.map((body) => standOf({ ...at, round }, body));
  const { outcome, certain } = explain({ ...at, round }, bodies, beside);
  const exited = left.filter((body) => changes.findLast(({ leaves }) => leaves.includes(body))?.kind === 'exit');
  const takenOut = left.filter((body) => !exited.includes(body));
  return { electorate: [...submittedTo], takenOut, exited, joined, outcome, certain };
}

function explain(
  { dossier: { plan }, gate, round, day }: GateOnDay,
  bodies: readonly Stand[],
  { carried, reserved, requirements }: Beside,
): Finding {
  const stands = new Map<BodyId, Stand>(bodies.map((stand) => [stand.body, stand]));
  const standIn = (body: BodyId) => stands.get(body) ?? silent;
  const byRule = scopeAt(round.terms, round.electorate, plan.rules, standIn).explain(round.rule);
  const waits = [
    ...(carried.length > 0 ? [explainCarried(carried, day)] : []),
    ...(reserved.open.length + reserved.fulfilled.length > 0 ? [explainReserved(reserved)] : []),
    ...(requirements.length > 0 ? [explainRequirements(requirements)] : []),
  ];
  const whole = waits.length === 0 ? byRule : joinAll([byRule, ...waits]);
  return gate.completion === 'all-spoken' ? onceAllSpoke(whole, bodies) : whole;
}

/** Of how many, how many have spoken; once all have, its clause is that of its part. */
export interface AllSpokenFigures {
  size: number;
  spoken: number;
}

/** Where a plan waits until all have spoken, nothing is concluded before: neither a go nor a no-go. */
function onceAllSpoke(part: Finding, bodies: readonly Stand[]): Finding<AllSpokenFigures> {
  const unspoken = bodies.filter(isUnspoken).map(({ body }) => body);
  const figures = { size: bodies.length, spoken: bodies.length - unspoken.length };
  if (unspoken.length === 0) {
    const all = bodies.map(({ body }) => body);
    return {
      ...part,
      rule: 'all-spoken',
      figures,
      because: all,
      without: [{ outcome: 'open', certain: false, bodies: all }],
      parts: [part],
    };
  }
  const open = { outcome: 'open', certain: false, because: [], without: [] } as const;
  return { ...open, rule: 'all-spoken', figures, canChange: unspoken, parts: [part] };
}

function tallyOf({ gate }: GateOnDay, bodies: readonly Stand[]): Tally {
  const on = (side: Side) => bodies.filter((stand) => stand.side === side).length;
  const chosen = (option: Slug) => bodies.filter((stand) => stand.side === 'for' && stand.option === option).length;
  return {
    electorate: bodies.length,
    for: on('for'),
    against: on('against'),
    abstained: on('abstained'),
    undecided: on('undecided'),
    silent: on('silent'),
    decided: bodies.filter(hasDecided).length,
    options: gate.poll ? Object.fromEntries(gate.options.map(({ id }) => [id, chosen(id)])) : {},
  };
}

/** A body is named once, with what it must do first. */
function firstOfEach(missing: readonly Missing[]): Missing[] {
  const named = new Map<BodyId, Missing>();
  for (const one of missing) if (!named.has(one.body)) named.set(one.body, one);
  return [...named.values()];
}

/** What is kept of the bodies when their gate is concluded on that day. */
export function stoodOn(dossier: Dossier, id: Slug, round: Round, day: Day): StoodBody[] {
  const at: GateOnDay = { dossier, id, gate: round.terms.gate, round, day };
  return round.electorate.map((body) => stoodAs(at, standOf(at, body)));
}

/** As far as a change of it matters after a conclusion. */
export const stoodAs = ({ gate }: Pick<GateOnDay, 'gate'>, { body, side, option, answers }: Stand): StoodBody => ({
  body,
  side,
  option: gate.poll && side === 'for' ? option : null,
  against: Object.keys(answers).filter((question) => answers[question] === 'against'),
});
