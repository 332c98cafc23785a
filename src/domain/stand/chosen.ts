// Which way a choice goes on which branches hang: a poll, or the option that was put.
import { isAssumed } from '../rules/assumed.js';
import { isChoice, optionsWithGo } from '../rules/chosen-option.js';
import type { Slug } from '../vocabulary.js';
import { scopeAt, silent } from '../workflow/scope.js';
import type { Dossier, Round } from '../dossier/state.js';
import type { Standing } from './at-gate.js';

/**
 * The one option that all go on with: where the gate may split, the one that all chose; else the one that the rule comes
 * to go for; where one was put, that one. Null when there is none, or more than one; undefined where no branch hangs on the gate.
 */
export function chosenAt(dossier: Dossier, gate: Slug, round: Round, stand: Standing): Slug | null | undefined {
  const { plan } = dossier;
  if (!plan.workflow.phases.some(({ branch }) => branch?.gate === gate)) return undefined;
  const { gate: terms } = round.terms;
  if (!terms.poll) return round.option;
  const options = terms.splits ? optionsOf(stand) : winning(dossier, round, stand);
  const [only = null] = options;
  return options.size === 1 ? only : null;
}

const optionsOf = ({ bodies }: Standing): Set<Slug | null> =>
  new Set(bodies.filter(({ side }) => side === 'for').map(({ option }) => option));

function winning({ plan }: Dossier, { rule, electorate, terms }: Round, { bodies }: Standing): Set<Slug> {
  const choice = isAssumed(rule) ? rule.inner : rule;
  if (!isChoice(choice)) return new Set();
  const stands = new Map(bodies.map((stand) => [stand.body, stand]));
  return new Set(
    optionsWithGo(
      choice,
      scopeAt(terms, electorate, plan.rules, (body) => stands.get(body) ?? silent),
    ),
  );
}
