// An event as it is said: with the names that the plan had when it was recorded.
import type { DossierEvent } from '../domain/dossier/events.js';
import { planAt } from '../domain/dossier/migration.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { DecisionKind } from '../domain/vocabulary.js';
import { titleOf } from '../domain/workflow/plan.js';
import { scopeAt } from '../domain/workflow/scope.js';
import { sentenceOfEvent, type Names } from './log.js';
import { ruleWords } from './rules.js';
import { decisionWords } from './words.js';

/**
 * An event in one Dutch sentence.
 * @param former the kind of the decision that it replaces, where that is shown
 * @param whose the body whose decision or condition it is about
 */
export function sayEvent(dossier: Dossier, event: DossierEvent, former: DecisionKind | null, whose = ''): string {
  const names = namesAt(dossier, event.sequence);
  return sentenceOfEvent(event, names, former && decisionWords[former], names.body(whose));
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
      ruleWords(facts.rule, scopeAt(plan.workflow, facts.electorate ?? [], plan.rules)),
    fact: (id) => plan.workflow.outside?.[id]?.title ?? id,
    migration: () => dossier.migrations.find(({ recorded }) => recorded.sequence === sequence),
  };
}
