// The gates that are told on the page of their dossier, and what who looks can do about each body that is to act there.
import { refusalOf } from '../../domain/commands/commands.js';
import { remindedAt } from '../../domain/turns/reminded.js';
import type { DossierView } from '../../domain/views/dossier-view.js';
import type { GateSummaryView } from '../../domain/views/gate-view.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { GateOnPage } from '../../wording/gates/views.js';
import type { FormContext } from '../forms/form-kind.js';
import { linesOf } from '../pages/body-lines.js';
import type { GateLooked } from '../pages/dossier/dossier.js';
import type { RowAct } from '../pages/gate/to-act.js';
import type { ReachAt } from '../pages/gate/reach.js';
import { mayRemind } from './may-remind.js';
import { ownTurnsAt } from './steps.js';
import { isPast } from '../visit/visit.js';

/** Those that are open or got a no-go; where there is none, the one that was concluded last. */
export function gatesInSight(context: FormContext, { gates }: DossierView, reachAt: ReachAt): GateLooked[] {
  const waiting = gates.filter(({ status }) => status === 'open' || status === 'refused');
  const shown = waiting.length > 0 ? soonestFirst(waiting) : lastConcluded(gates);
  return shown.map(({ id }) => {
    const gate = context.wording.gateShown(context.reading, id);
    return {
      gate,
      lines: linesOf(context.reading, gate, context.wording),
      acts: actsAt(gate, context),
      reminded: remindedNow(gate, context),
      reach: reachAt(gate),
    };
  });
}

const soonestFirst = (gates: GateSummaryView[]): GateSummaryView[] =>
  [...gates].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));

function lastConcluded(gates: GateSummaryView[]): GateSummaryView[] {
  const concluded = gates.filter(({ ruling }) => ruling !== null);
  const newest = (a: GateSummaryView, b: GateSummaryView): number =>
    (b.ruling?.recorded.sequence ?? 0) - (a.ruling?.recorded.sequence ?? 0);
  return concluded.sort(newest).slice(0, 1);
}

/** How many can be reminded; none for who is not to do so. */
const remindedNow = ({ id, status }: GateOnPage, context: FormContext): number =>
  status === 'open' && !isPast(context) && mayRemind(context, id)
    ? remindedAt(context.reading.dossier, id, context.today).length
    : 0;

/** So many bodies are named where they are to act. */
const namedMax = 12;

function actsAt(gate: GateOnPage, context: FormContext): Map<string, RowAct> {
  if (isPast(context) || gate.status !== 'open') return new Map();
  const { occasion, at, wording } = context;
  const { stepVerbs, stepWords } = wording;
  const acts = new Map<string, RowAct>();
  for (const { body } of gate.missing.slice(0, namedMax)) {
    const isSilent = gate.stands.some((stand) => stand.body === body && stand.act === null);
    if (!isSilent || refusalOf(occasion, 'record-decision', { gate: gate.id }, { body }) !== null) continue;
    const label = stepWords.decideFor(titleOf(context.reading.dossier.plan, body));
    acts.set(body, { verb: stepVerbs.decide, label, href: at.now.decide(gate.id, { body }) });
  }
  for (const { turn, step, about } of ownTurnsAt({ ...occasion, at, wording, added: [], chairless: [] }, gate.id))
    acts.set(about ?? '', { verb: stepVerbs[turn.what], label: step.label, href: step.href });
  return acts;
}
