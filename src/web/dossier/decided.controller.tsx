// The page with everything that was decided in a dossier, as far as who looks may know it.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { inSlices } from '../../app/slices.js';
import { dossierHeading, phaseView } from '../../domain/views/dossier-view.js';
import { countWithin } from '../../domain/views/within-weight.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitParam } from '../visit/asked.js';
import { decidedLines } from './decided-lines.js';
import type { FormContext } from '../forms/form-kind.js';
import { lastPage } from '../visit/past-end.js';
import { DecidedPage, type DecidedLine } from '../pages/dossier/decided.js';

/** So many are shown on one page, however little each weighs. */
const shownMax = 100;

@PageController('trajecten/:dossier')
export class DecidedController {
  @Get('besluiten')
  async decided(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const { reading, at, query } = context;
    const from = /^[1-9]\d{0,6}$/.test(query.vanaf ?? '') ? Number(query.vanaf) : 0;
    const all = await inSlices(decidedLines(context));
    const sizeAt = (place: number): number =>
      Math.min(shownMax, countWithin(all.slice(place).map(({ decision }) => decision)));
    const next = from + sizeAt(from);
    const last = lastPage(all.length, from, sizeAt);
    return (
      <DecidedPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        lines={all.slice(from, next)}
        plan={reading.dossier.plan}
        phases={reading.dossier.plan.workflow.phases.map((phase) => phaseView(reading, phase))}
        index={indexOf(all, at)}
        last={last === null ? null : at.decided(last > 0 ? { vanaf: String(last) } : {})}
        older={all.length > next ? at.decided({ vanaf: String(next) }) : null}
      />
    );
  }
}

/** Each gate once, where it begins: on this page while all fits, else on the page that begins with it. */
function indexOf(all: readonly DecidedLine[], at: FormContext['at']): { title: string; n: number; href: string }[] {
  const gates = [...new Map(all.map(({ gate }) => [gate.id, gate])).values()];
  return gates.map(({ id, title }) => {
    const from = all.findIndex(({ gate }) => gate.id === id);
    const page = all.length <= shownMax || from === 0 ? at.decided() : at.decided({ vanaf: String(from) });
    return { title, n: all.filter(({ gate }) => gate.id === id).length, href: `${page}#besluiten-${id}` };
  });
}
