// Whether a plan that makes a gemeenschappelijke regeling follows the law. What is missing is a warning with a name: a
// region may know better, or plan as a letter planned, but then it says so in `accepts`, with its reason.
// Source: Wet gemeenschappelijke regelingen (Wgr) as it reads since 1 July 2022, Stb. 2022, 18.
import type { OwnFault, Warning } from '../plan-faults.js';
import { formWarnings } from './check-forms.js';
import { budgetDayWarnings, windowWarnings } from './check-windows.js';
import type { LawStep, Phase, Workflow } from './workflow.js';

/** The steps that the law asks, in its order, each with the warning when it is not there. */
const asked: [LawStep, Warning][] = [
  ['view', { code: 'one-council-moment' }],
  ['consent', { code: 'no-consent' }],
  ['enactment', { code: 'no-enactment' }],
  ['publication', { code: 'no-publication' }],
  ['registration', { code: 'no-registration' }],
];

/** The term for a zienswijze, in weeks from receipt (Wgr art. 1, third paragraph). */
const viewWeeks = 8;

/** Every warning about a plan: about buying together for each, about the steps for those that make a regeling. */
export const lawWarnings = (workflow: Workflow): Warning[] => [
  ...(workflow.makes === undefined ? [] : regelingWarnings(workflow)),
  ...procurementWarnings(workflow),
  ...budgetWarnings(workflow),
  ...(workflow.law === undefined
    ? []
    : [...formWarnings(workflow), ...windowWarnings(workflow), ...budgetDayWarnings(workflow)]),
];

/** The term for a view on a draft budget, in weeks (Wgr art. 35, first and third paragraph). */
const budgetWeeks = 12;

function budgetWarnings({ phases }: Workflow): Warning[] {
  const wrong = phases.filter(({ step, gate }) => step === 'budget-view' && gate?.weeksFromReceipt !== budgetWeeks);
  return wrong.length === 0 ? [] : [{ code: 'budget-term', phases: wrong.map(({ id }) => id), lawful: budgetWeeks }];
}

/** What a region must buy as one region cannot go on in parts. */
function procurementWarnings({ tasks = [], phases }: Workflow): Warning[] {
  const splitting = phases.filter(({ gate }) => gate?.splits).map(({ id }) => id);
  const apart = phases.filter(({ branch }) => branch && splitting.includes(branch.gate)).map(({ id }) => id);
  return tasks.includes('procurement') && apart.length > 0 ? [{ code: 'split-procurement', phases: apart }] : [];
}

function regelingWarnings(workflow: Workflow): Warning[] {
  const phases = workflow.phases;
  const at = (step: LawStep): Phase | undefined => phases.find((phase) => phase.step === step);
  const missing = asked.filter(([step]) => !at(step)).map(([, warning]) => warning);
  const consent = at('consent')?.gate;
  const weeks = at('view')?.gate?.weeksFromReceipt;
  const without = (workflow.tasks ?? []).includes('policy') ? optionsWithoutBoard(workflow) : [];
  const isFree = consent && !consent.kinds.includes('consent-withheld');
  return [
    ...missing,
    ...(isFree ? [{ code: 'free-council-choice' } as const] : []),
    ...(at('view') && weeks !== viewWeeks ? [{ code: 'view-term', weeks, lawful: viewWeeks } as const] : []),
    ...(without.length > 0 ? [{ code: 'form-without-board', titles: without } as const] : []),
  ];
}

const optionsWithoutBoard = ({ phases }: Workflow): string[] =>
  phases.flatMap(({ gate }) => gate?.options.filter(({ board }) => board === false).map(({ title }) => title) ?? []);

/** Steps that stand in another order than that of the law: that is no choice, it is a fault. */
export function lawFaults(workflow: Workflow, comesAfter: (later: string, earlier: string) => boolean): OwnFault[] {
  const inOrder = (order: readonly LawStep[], among: readonly Phase[]): OwnFault[] => {
    const steps = order.flatMap((step) => among.filter((phase) => phase.step === step));
    return steps.slice(1).flatMap((phase, i) => {
      const before = steps[i];
      return before && !comesAfter(phase.id, before.id)
        ? [{ code: 'against-the-law', later: phase.id, earlier: before.id }]
        : [];
    });
  };
  const ways = new Set(workflow.phases.map(({ branch }) => branch?.option));
  const budgets = [...ways].flatMap((way) =>
    inOrder(
      budgetOrder,
      workflow.phases.filter(({ branch }) => branch?.option === way),
    ),
  );
  return [...inOrder(makingOrder, workflow.phases), ...budgets];
}

const makingOrder: LawStep[] = ['release', 'view', 'response', 'consent', 'enactment', 'publication'];
/** Of one form: the frame, the views on the draft, its adoption, and who receives it (Wgr art. 34, 34b, 35). */
const budgetOrder: LawStep[] = ['budget-frame', 'budget-view', 'budget-adoption', 'budget-sent'];

/** Warnings that nobody accepted, and what is accepted for nothing. */
export function acceptFaults(workflow: Workflow): OwnFault[] {
  const { accepts = {} } = workflow;
  const warnings = lawWarnings(workflow);
  const open = warnings.filter(({ code }) => !Object.hasOwn(accepts, code));
  const names: string[] = warnings.map(({ code }) => code);
  return [
    ...open.map((warning) => ({ code: 'open-warning', warning }) as const),
    ...Object.entries(accepts).flatMap(([name, why]): OwnFault[] => [
      ...(names.includes(name) ? [] : [{ code: 'no-such-warning', name } as const]),
      ...(why.trim() === '' ? [{ code: 'accepted-without-reason', name } as const] : []),
    ]),
  ];
}
