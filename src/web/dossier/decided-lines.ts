// What each act of a dossier says now, as far as who looks may know it, in the order of the plan and of their days.
import { readingOf } from '../../domain/dossier/acts.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import { isAct } from '../../domain/stand/course.js';
import { decisionView, type DecisionView } from '../../domain/views/decision-view.js';
import { canSee } from '../../domain/views/visibility.js';
import type { Id } from '../../domain/vocabulary.js';
import type { GateOnPage, StandOnPage } from '../../wording/gates/views.js';
import type { FormContext } from '../forms/form-kind.js';
import type { DecidedLine } from '../pages/dossier/decided.js';

/** A gate in one of its rounds, with what it shows by the decision of which it is. */
interface Shown {
  gate: GateOnPage;
  views: ReadonlyMap<Id, DecisionView>;
  stands: ReadonlyMap<Id | null, StandOnPage>;
}

const shownIn = (gate: GateOnPage): Shown => ({
  gate,
  views: new Map(gate.decisions.map((one) => [one.id, one])),
  stands: new Map(gate.stands.map((one) => [one.act, one])),
});

/** Each gate is looked at once for each of its rounds. */
export function* decidedLines({ reading, wording }: Pick<FormContext, 'reading' | 'wording'>): InSteps<DecidedLine[]> {
  const { dossier } = reading;
  const { plan } = dossier;
  const lines: DecidedLine[] = [];
  for (const id of plan.gates.keys()) {
    const put = new Set(dossier.rounds[id]?.map(({ number }) => number));
    const shown = new Map<number | undefined, Shown>();
    const decisions = (dossier.acts[id] ?? [])
      .map(readingOf)
      .filter((decision) => isAct(decision) && canSee(reading, decision))
      .sort((one, other) => one.round - other.round || (one.decidedOn < other.decidedOn ? -1 : 1));
    for (const decision of decisions) {
      const round = put.has(decision.round) ? decision.round : undefined;
      const { gate, views, stands } = shown.get(round) ?? shownIn(wording.gateShown(reading, id, round));
      shown.set(round, { gate, views, stands });
      const view = views.get(decision.id) ?? decisionView(reading, id, decision); // the oldest can be left out there
      lines.push({ gate, decision: view, plan, stand: stands.get(decision.id) ?? null, elsewhere: null });
      yield;
    }
  }
  return lines;
}
