// What becomes of a dossier whose parties go on as one: its plan knows the successor, and so do the rounds that lie open.
// What was concluded before stays as it was.
import { latest } from '../calendar.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { planAfter, planJoined, type Plan } from '../workflow/plan.js';
import type { Group } from '../workflow/groups.js';
import type { NamedParty } from '../workflow/open-parties.js';
import { groupsWith, mergedRule, mergersAmong, successorIn, type BodyMerger } from '../workflow/successors.js';
import { changedBy } from './electorate.js';
import type { Dossier, ElectorateChange, PartyMerger, Receipt, Round } from './state.js';

/** A plan with the parties that came into this dossier while it ran: also one that it goes to. */
export const planIn = ({ newcomers, mergers }: Pick<Dossier, 'newcomers' | 'mergers'>, plan: Plan): Plan =>
  mergers.reduce(planAfter, newcomers.reduce(planJoined, plan));

/** Nothing is decided for the successor, and nothing is taken from what its predecessors decided. */
export function withMerger(dossier: Dossier, merger: PartyMerger): Dossier {
  const plan = planAfter(dossier.plan, merger);
  const rounds = Object.entries(dossier.rounds).map(([gate, list]): [Slug, Round[]] => [
    gate,
    list.map((round) => (round.settled || round.withdrawn ? round : roundAfter(round, merger))),
  ]);
  return { ...dossier, plan, rounds: Object.fromEntries(rounds), mergers: [...dossier.mergers, merger] };
}

/** A party comes in: every round that lies open knows it, though it decides in none by that. */
export function withNewcomer(dossier: Dossier, newcomer: NamedParty): Dossier {
  const plan = planJoined(dossier.plan, newcomer);
  const rounds = Object.entries(dossier.rounds).map(([gate, list]): [Slug, Round[]] => [
    gate,
    list.map((round) => (round.settled ? round : withGroups(round, plan))),
  ]);
  return { ...dossier, plan, rounds: Object.fromEntries(rounds), newcomers: [...dossier.newcomers, newcomer] };
}

/** The groups of a round with those who came into the same groups of the plan since. */
function withGroups(round: Round, { workflow }: Plan): Round {
  const groups = Object.entries(round.terms.groups).map(([name, group]): [Slug, Group] => {
    const more = workflow.groups[name]?.bodies ?? [];
    return [name, { ...group, bodies: [...new Set([...group.bodies, ...more])] }];
  });
  return { ...round, terms: { ...round.terms, groups: Object.fromEntries(groups) } };
}

/** A round that is opened again, after what went on since it was concluded. */
export const reopenedRound = ({ mergers, plan }: Dossier, round: Round): Round =>
  mergers.reduce(roundAfter, withGroups({ ...round, settled: null }, plan));

/** A round that lies open, after parties whose bodies decide in it went on as one. Nothing of it is decided for them. */
function roundAfter(round: Round, merger: PartyMerger): Round {
  const merges = mergersAmong(merger, round.electorate);
  if (merges.length === 0) return round;
  const { on, reason, reference, sequence } = merger;
  const nothing = { joins: [], leaves: [], meeting: null, ground: null, notifiedOn: null };
  const change: ElectorateChange = { kind: 'merger', on, reason, reference, merges, sequence, ...nothing };
  const ofSubmitted = mergersAmong(merger, round.submittedTo);
  return {
    ...round,
    electorate: changedBy(round.electorate, change),
    submittedTo: changedBy(round.submittedTo, { ...nothing, merges: ofSubmitted }),
    electorateChanges: [...round.electorateChanges, change],
    terms: { ...round.terms, groups: groupsWith(round.terms.groups, merges) },
    rule: mergedRule(round.rule, merges),
    submittedRule: mergedRule(round.submittedRule, ofSubmitted),
    receipts: receiptsAfter(round.receipts, merges),
    extensions: round.extensions.map((one) => ({ ...one, body: one.body && successorIn(merger, one.body) })),
    variants: round.variants.map((one) => ({ ...one, bodies: readersOf(one.bodies, merges) })),
  };
}

/** The successor has the longest of their terms; where one of them had not received it, neither did the successor. */
function receiptsAfter(receipts: Round['receipts'], merges: readonly BodyMerger[]): Round['receipts'] {
  const after = new Map(Object.entries(receipts));
  for (const { from, into } of merges) {
    const received = from.flatMap((body): Receipt | Receipt[] => receipts[body] ?? []);
    const due = latest(...received.map(({ dueOn }) => dueOn));
    const longest = received.find(({ dueOn }) => dueOn === due);
    if (longest && received.length === from.length) after.set(into, longest);
    else after.delete(into);
  }
  return Object.fromEntries(after);
}

/** Those who were put the same variant are put it still; others the text for all. */
const readersOf = (bodies: readonly BodyId[], merges: readonly BodyMerger[]): BodyId[] => [
  ...bodies.filter((body) => !merges.some(({ from }) => from.includes(body))),
  ...merges.filter(({ from }) => from.every((body) => bodies.includes(body))).map(({ into }) => into),
];
