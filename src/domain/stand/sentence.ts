// The figures and names of the sentence about how a gate stands: the same on pages, in the API, in reports and in refusals.
import type {
  Changed,
  Concluded,
  Formerly,
  NamedMissing,
  NamedReservation,
  SentenceFigures,
  SplitQuestion,
} from '../sentence-figures.js';
import type { AsSubmitted } from '../dossier/decided.js';
import type { Dossier, Round, RoundTerms } from '../dossier/state.js';
import type { Noun } from '../rule.js';
import { isAssumed } from '../rules/assumed.js';
import { partyOf } from '../permissions.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { titleOf, type Plan } from '../workflow/plan.js';
import { asksOf, isByItself } from '../workflow/asks.js';
import { questionsOf } from '../workflow/workflow.js';
import { reservationsAt } from './reserved.js';
import type { Standing } from './at-gate.js';
import { missingOf, reservationOutcome, standOf, type GateOnDay } from './stand.js';
import { decidesOn, stillToCome } from './still-to-come.js';
import { isOver as isTermOver } from './term.js';

export function sentenceFigures(at: GateOnDay, stand: Standing): SentenceFigures {
  const { dossier, round } = at;
  return {
    outcome: stand.outcome,
    explanation: stand.explanation,
    assumed: isAssumed(round.rule),
    missing: stand.missing.map((one) => namedMissing(at, one)),
    without: round.settled
      ? []
      : stillToCome(stand, at.day)
          .flatMap((one) => missingOf(one) ?? [])
          .map((one) => namedMissing(at, one)),
    against: round.settled || stand.outcome === 'go' ? [] : againstIn(at),
    fromDocuments: isFromDocuments(dossier),
    asSubmitted: stand.asSubmitted && changedFrom(stand.asSubmitted),
    concluded: round.settled && concludedOf(dossier.plan, round),
    ...spokenAt(dossier.plan, round),
  };
}

export const changedFrom = ({ electorate, takenOut, exited, joined, outcome }: AsSubmitted): Changed => ({
  size: electorate.length,
  takenOut: takenOut.length,
  exited: exited.length,
  joined: joined.length,
  outcome,
});

/** Where several questions were put: who is against which of them. */
function againstIn(at: GateOnDay): SplitQuestion[] {
  const questions = questionsOf(at.gate, at.round).map(({ id }) => id);
  if (questions.length < 2) return [];
  const stands = at.round.electorate.map((body) => standOf(at, body));
  return questions.flatMap((question) => {
    const against = stands.filter(({ side, answers }) => side === 'against' && answers[question] === 'against');
    return against.length === 0
      ? []
      : [{ question, bodies: against.map(({ body }) => ({ body, name: nameOf(at, body) })) }];
  });
}

/** What is invented for the demonstration is not in documents. */
export const isFromDocuments = ({ source, demonstration }: Pick<Dossier, 'source' | 'demonstration'>): boolean =>
  source !== null && !demonstration;

/** How is spoken of a round: what its groups are called, and what they are asked. */
export const spokenAt = ({ rules }: Plan, { terms, rule }: Round): Pick<SentenceFigures, 'nouns' | 'asks'> => ({
  nouns: nounsOf(terms),
  asks: asksOf(terms.gate, rule, rules),
});

const nounsOf = ({ groups }: Pick<RoundTerms, 'groups'>): Record<Slug, Noun> =>
  Object.fromEntries(Object.entries(groups).map(([id, { noun }]) => [id, noun]));

export function namedMissing(
  at: GateOnDay,
  { body, why, until = null }: { body: BodyId; why: NamedMissing['why']; until?: Day | null },
): NamedMissing {
  const reservation = why === 'subject-to' ? reservationOf(at, body) : null;
  const isOver = isTermOver(at.round, body, at.day);
  const formerly = unspoken.has(why) ? formerlyOf(at, body, why) : null;
  return {
    ...{ body, name: nameOf(at, body), why, isOver, decidesOn: decidesOn({ why, until }) },
    ...(why === 'announced' && standOf(at, body).decision === null ? { isHidden: true } : {}),
    ...(formerly ? { formerly } : {}),
    ...(reservation ? { reservation } : {}),
  };
}

const unspoken: ReadonlySet<NamedMissing['why']> = new Set<NamedMissing['why']>(['silent', 'disputed', 'scheduled']);

/** What became of what it said, where nothing stands now; of a gate that was concluded it may be otherwise since. */
function formerlyOf(at: GateOnDay, body: BodyId, why: NamedMissing['why']): Formerly | null {
  const stand = standOf(at, body);
  const { takenBack, disputed } = stand;
  const isSo = stand.side === 'silent' && stand.why === why;
  return isSo && (takenBack || disputed) ? { takenBack, disputed } : null;
}

/** A body by its party; by its own title where another body of that party is asked here too. */
function nameOf({ dossier: { plan }, round: { electorate } }: GateOnDay, body: BodyId): string {
  const isAlone = electorate.every((other) => other === body || partyOf(other) !== partyOf(body));
  const party = plan.workflow.parties.find(({ id }) => id === plan.bodies.get(body)?.party)?.title;
  return (isAlone ? party : titleOf(plan, body)) ?? body;
}

/** What a yes waits for, where it was given, and what lifts it. */
function reservationOf(at: GateOnDay, body: BodyId): NamedReservation | null {
  const { dossier, id, day } = at;
  const { plan } = dossier;
  const here = at.round.electorate.includes(body) ? standOf(at, body).decision?.subjectTo : null;
  const found = here
    ? { at: id, waitsFor: here }
    : reservationsAt(dossier, id, day).open.find((one) => one.body === body);
  if (!found) return null;
  const titleAt = (gate: Slug): string => plan.gates.get(gate)?.title ?? gate;
  const { body: awaited, gate } = found.waitsFor;
  const refused = reservationOutcome(at, found.waitsFor) === 'refused';
  return { at: titleAt(found.at), body: titleOf(plan, awaited), gate: titleAt(gate), refused };
}

function concludedOf(plan: Plan, { terms: { gate }, split, rulings }: Round): Concluded | null {
  const by = isByItself(gate) ? null : titleOf(plan, gate.ruledBy);
  const title = (option: Slug): string => gate.options.find(({ id }) => id === option)?.title ?? option;
  if (split)
    return {
      by,
      on: split.on,
      parts: split.parts.map(({ option, bodies }) => ({ title: title(option), bodies: bodies.length })),
    };
  const last = rulings.at(-1);
  return last ? { by, on: last.ruledOn, ruling: last.ruling } : null;
}
