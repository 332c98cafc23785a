// The figures and names of the sentence about how a gate stands: the same on pages, in the API, in reports and in refusals.
import type { Concluded, NamedMissing, SentenceFigures } from '../sentence-figures.js';
import type { Noun } from '../rule.js';
import { isAssumed } from '../rules/assumed.js';
import type { BodyId, Slug } from '../vocabulary.js';
import { titleOf, type Plan } from '../workflow/plan.js';
import type { Dossier, Round, Settled, Terms } from './state.js';

export const sentenceFigures = (dossier: Dossier, round: Round, stand: Settled): SentenceFigures => ({
  outcome: stand.outcome,
  explanation: stand.explanation,
  assumed: isAssumed(round.rule),
  missing: stand.missing.map((one) => namedMissing(dossier.plan, one)),
  fromDocuments: isFromDocuments(dossier),
  concluded: round.settled && concludedOf(dossier.plan, round),
  nouns: nounsOf(round.terms),
});

/** What is invented for the demonstration is not in documents. */
export const isFromDocuments = ({ source, demonstration }: Pick<Dossier, 'source' | 'demonstration'>): boolean =>
  source !== null && !demonstration;

export const nounsOf = ({ groups }: Pick<Terms, 'groups'>): Record<Slug, Noun> =>
  Object.fromEntries(Object.entries(groups).map(([id, { noun }]) => [id, noun]));

export function namedMissing(
  { bodies, workflow }: Plan,
  { body, why }: { body: BodyId; why: NamedMissing['why'] },
): NamedMissing {
  const found = bodies.get(body);
  return { party: workflow.parties.find(({ id }) => id === found?.party)?.title ?? body, why };
}

function concludedOf(plan: Plan, { terms: { gate }, split, rulings }: Round): Concluded | null {
  const by = titleOf(plan, gate.ruledBy);
  const title = (option: Slug): string => gate.options.find(({ id }) => id === option)?.title ?? option;
  if (split)
    return { by, parts: split.parts.map(({ option, bodies }) => ({ title: title(option), bodies: bodies.length })) };
  const last = rulings.at(-1);
  return last ? { by, ruling: last.ruling } : null;
}
