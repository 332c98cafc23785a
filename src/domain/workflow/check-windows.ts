// Whether the windows of a plan can hold its terms and its meetings, counted from the first day that is known. A phase that
// has no day, and nothing with a day before it, is not counted. And whether those of a budget end before the days of the law.
import { daysAfter, latest } from '../calendar.js';
import type { Warning } from '../plan-faults.js';
import { worksAs, type Day, type Slug } from '../vocabulary.js';
import type { Gate, LawStep, Phase, Workflow } from './workflow.js';

/** Before which day of the year before the budget a step has to be done (Wgr art. 34b; art. 34, second paragraph). */
const budgetDays: Partial<Record<LawStep, string>> = { 'budget-frame': '04-30', 'budget-sent': '09-15' };

export const budgetDayWarnings = ({ phases }: Workflow): Warning[] =>
  phases.flatMap(({ title, step, planned: { until } }): Warning[] => {
    const day = step && budgetDays[step];
    if (day === undefined || until === null) return [];
    const before = `${until.slice(0, 4)}-${day}`;
    return until < before ? [] : [{ code: 'budget-day', title, until, before }];
  });

const daysInWeek = 7;
/** Assumed, since no law says how often bodies meet: a college and a board each week, a council each four weeks. */
const meetingWeeks = { council: 4, others: 1 };

export function windowWarnings(workflow: Workflow): Warning[] {
  const ends = new Map<Slug, Day | null>();
  const endOf = (id: Slug): Day | null => {
    if (!ends.has(id)) {
      const phase = workflow.phases.find((one) => one.id === id);
      ends.set(id, phase ? earliestEnd(workflow, phase, endOf) : null);
    }
    return ends.get(id) ?? null;
  };
  return workflow.phases
    .flatMap(({ id, title, planned: { until } }): Warning[] => {
      const end = endOf(id);
      return end !== null && until !== null && end > until
        ? [{ code: 'window-too-short', title, until, earliest: end }]
        : [];
    })
    .slice(0, 1); // what comes later is late by the same
}

function earliestEnd(
  workflow: Workflow,
  { planned, startsAfter, gateAfter, gate }: Phase,
  endOf: (id: Slug) => Day | null,
) {
  const start = latest(planned.from, ...startsAfter.map(endOf), ...gateAfter.map(endOf));
  return start && gate ? daysAfter(start, weeksOf(workflow, gate) * daysInWeek) : start;
}

function weeksOf({ parties }: Workflow, { electorate, weeksFromReceipt }: Gate): number {
  if (weeksFromReceipt !== undefined) return weeksFromReceipt;
  const asked = parties.flatMap(({ bodies }) => bodies).filter(({ id }) => electorate.includes(id));
  return asked.some(({ kind }) => worksAs(kind) === 'council') ? meetingWeeks.council : meetingWeeks.others;
}
