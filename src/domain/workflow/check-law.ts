// Whether a plan that makes a gemeenschappelijke regeling follows the law. What is missing is a warning with a name: a
// region may know better, or plan as a letter planned, but then it says so in `accepts`, with its reason.
// Source: Wet gemeenschappelijke regelingen (Wgr) as it reads since 1 July 2022, Stb. 2022, 18.
import type { OwnFault, Warning } from '../plan-faults.js';
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
];

/** What a region must buy as one region cannot go on in parts. */
function procurementWarnings({ tasks = [], phases }: Workflow): Warning[] {
  const apart = phases.filter(({ branch }) => branch !== undefined).map(({ id }) => id);
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
  const order: LawStep[] = ['release', 'view', 'response', 'consent', 'enactment', 'publication'];
  const steps = order.flatMap((step) => workflow.phases.filter((phase) => phase.step === step));
  return steps.slice(1).flatMap((phase, i) => {
    const before = steps[i];
    return before && !comesAfter(phase.id, before.id)
      ? [{ code: 'against-the-law', later: phase.id, earlier: before.id }]
      : [];
  });
}
