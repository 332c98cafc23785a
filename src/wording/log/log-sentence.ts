// An event as it is said: with the names that the plan had when it was recorded.
import type { DossierEvent } from '../../domain/dossier/events.js';
import { planAt } from '../../domain/dossier/migration.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { titleOf } from '../../domain/workflow/plan.js';
import { titleOfRequirement } from '../../domain/workflow/requirements.js';
import { askedAt } from '../../domain/workflow/asks.js';
import { scopeAt } from '../../domain/workflow/scope.js';
import { corrected, sentenceOfEvent, type Names, type ToldDecision } from './log.js';
import { ruleWords } from '../gates/rules.js';

/**
 * An event in one Dutch sentence; a correction in the words of the plan that held where its fact stands.
 * @param place where that is
 * @param former the decision that it replaces, where that is shown
 * @param whose the body whose decision or condition it is about
 */
export function sayEvent(
  dossier: Dossier,
  event: DossierEvent,
  former: ToldDecision | null,
  whose = '',
  place = event.sequence,
): string {
  const names = namesAt(dossier, place);
  const { correction } = event.facts;
  if (correction) return corrected(sentenceOfEvent(event, names, null, names.body(whose)), correction);
  return sentenceOfEvent(event, names, former, names.body(whose));
}

/** How things were called in the plan that held when it was recorded. */
function namesAt(dossier: Dossier, sequence: number): Names {
  const plan = planAt(dossier, sequence);
  return {
    phase: (id) => plan.phases.get(id)?.title ?? id,
    body: (id) => titleOf(plan, id),
    gate: (id) => plan.gates.get(id)?.title ?? id,
    option: (gate, id) => plan.gates.get(gate)?.options.find((option) => option.id === id)?.title ?? id,
    amended: ({ facts, texts }) =>
      facts.ruleText ??
      texts['said/rule'] ??
      ruleWords(
        facts.rule,
        scopeAt(plan.workflow, facts.electorate ?? [], plan.rules),
        askedAt(plan, facts.gate, facts.rule),
      ),
    asked: (id) => askedAt(plan, id),
    requirement: (gate, id) => titleOfRequirement(plan.gates.get(gate), id),
    informs: (id) => plan.phases.get(id)?.informs ?? false,
    fact: (id) => plan.workflow.outside?.[id]?.title ?? id,
    migration: () => dossier.migrations.find(({ place }) => place === sequence),
  };
}
