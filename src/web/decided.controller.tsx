// The page with everything that was decided in a dossier, as far as who looks may know it.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { readingOf } from '../domain/dossier/acts.js';
import { isAct } from '../domain/stand/course.js';
import { decisionView } from '../domain/views/decision-view.js';
import { dossierHeading, phaseView } from '../domain/views/dossier-view.js';
import { canSee } from '../domain/views/visibility.js';
import { countWithin } from '../domain/views/within-weight.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { VisitParam } from './asked.js';
import type { FormContext } from './forms/form-kind.js';
import { standBy } from './pages/body-lines.js';
import { DecidedPage, type DecidedLine } from './pages/decided.js';

@PageController('trajecten/:dossier')
export class DecidedController {
  @Get('besluiten')
  decided(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): ReactElement {
    const { reading, at, query } = context;
    const from = /^[1-9]\d{0,6}$/.test(query.vanaf ?? '') ? Number(query.vanaf) : 0;
    const all = linesOf(context);
    const next = from + countWithin(all.slice(from).map(({ decision }) => decision));
    return (
      <DecidedPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        lines={all.slice(from, next)}
        plan={reading.dossier.plan}
        phases={reading.dossier.plan.workflow.phases.map((phase) => phaseView(reading, phase))}
        older={all.length > next ? at.decided({ vanaf: String(next) }) : null}
      />
    );
  }
}

/** What each act says now, in the order of the plan and of their days. */
function linesOf({ reading, wording }: FormContext): DecidedLine[] {
  const { dossier } = reading;
  const { plan } = dossier;
  return [...plan.gates.keys()].flatMap((id) =>
    (dossier.acts[id] ?? [])
      .map(readingOf)
      .filter((decision) => isAct(decision) && canSee(reading, decision))
      .sort((one, other) => one.round - other.round || (one.decidedOn < other.decidedOn ? -1 : 1))
      .map((decision): DecidedLine => {
        const isPut = dossier.rounds[id]?.some(({ number }) => number === decision.round);
        const gate = wording.gateShown(reading, id, isPut ? decision.round : undefined);
        const view = decisionView(reading, id, decision);
        return { gate, decision: view, plan, stand: standBy(gate, view), elsewhere: null };
      }),
  );
}
