// What a page of a dossier tells of what is read otherwise: now, and not yet seen. To be deleted with
// `domain/stand/former.ts`.
import type { ToldDifferences } from '../../app/told-differences.js';
import { targetOf } from '../../domain/commands/commands.js';
import { gateAt } from '../../domain/commands/targets.js';
import { roleFor } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import { gateSummaryView } from '../../domain/views/gate-view.js';
import type { Slug } from '../../domain/vocabulary.js';
import type { FormContext } from '../forms/form-kind.js';
import type { ToldGate } from '../pages/log/told-otherwise.js';
import { isPast } from '../visit/visit.js';

/** @param only this gate, where the page is about one */
export async function toldGates(told: ToldDifferences, context: FormContext, only?: Slug): Promise<ToldGate[]> {
  if (isPast(context)) return [];
  const { reading, person, today } = context;
  const { dossier } = reading;
  const unseen = (await told.of(reading)).filter(({ gate, seen }) => seen === null && (only ?? gate) === gate);
  return [...new Set(unseen.map(({ gate }) => gate))].map((id) => {
    const { ruledBy } = gateAt(dossier, id).gate;
    const isTheirs = !(roleFor(person, 'rule-gate', targetOf(dossier, ruledBy), today) instanceof Refusal);
    return { gate: gateSummaryView(reading, id), told: unseen.filter(({ gate }) => gate === id), isTheirs };
  });
}
