// What each act of a dossier says now, as far as who looks may know it, in the order of the plan and of their days.
import { readingOf } from '../../domain/dossier/acts.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import { isAct } from '../../domain/stand/course.js';
import { decisionView } from '../../domain/views/decision-view.js';
import { canSee } from '../../domain/views/visibility.js';
import type { GateOnPage } from '../../wording/gates/views.js';
import type { FormContext } from '../forms/form-kind.js';
import { standBy } from '../pages/body-lines.js';
import type { DecidedLine } from '../pages/dossier/decided.js';

/** Each gate is looked at once for each of its rounds. */
export function* decidedLines({ reading, wording }: Pick<FormContext, 'reading' | 'wording'>): InSteps<DecidedLine[]> {
  const { dossier } = reading;
  const { plan } = dossier;
  const lines: DecidedLine[] = [];
  for (const id of plan.gates.keys()) {
    const put = new Set(dossier.rounds[id]?.map(({ number }) => number));
    const shown = new Map<number | undefined, GateOnPage>();
    const decisions = (dossier.acts[id] ?? [])
      .map(readingOf)
      .filter((decision) => isAct(decision) && canSee(reading, decision))
      .sort((one, other) => one.round - other.round || (one.decidedOn < other.decidedOn ? -1 : 1));
    for (const decision of decisions) {
      const round = put.has(decision.round) ? decision.round : undefined;
      const gate = shown.get(round) ?? wording.gateShown(reading, id, round);
      shown.set(round, gate);
      const view = decisionView(reading, id, decision);
      lines.push({ gate, decision: view, plan, stand: standBy(gate, view), elsewhere: null });
      yield;
    }
  }
  return lines;
}
