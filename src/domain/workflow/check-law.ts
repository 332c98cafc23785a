// Whether a plan that makes a gemeenschappelijke regeling follows the law. What is missing is a warning with a name: a
// region may know better, or plan as a letter planned, but then it says so in `accepts`, with its reason.
// Source: Wet gemeenschappelijke regelingen (Wgr) as it reads since 1 July 2022, Stb. 2022, 18.
import type { LawStep, Phase, Workflow } from './workflow.js';

export interface Warning {
  name: string;
  /** In Dutch: what the law asks, with its article, and what the plan does. */
  detail: string;
}

/** The steps that the law asks, in its order, each with the warning when it is not there. */
const asked: [LawStep, Warning][] = [
  [
    'view',
    {
      name: 'one-council-moment',
      detail:
        'de raden geven geen zienswijze op het ontwerp; de wet vraagt die vóór de toestemming (Wgr art. 1, lid 2 en 3)',
    },
  ],
  [
    'consent',
    {
      name: 'no-consent',
      detail: 'de raden geven geen toestemming; zonder mogen colleges geen regeling treffen (Wgr art. 1, lid 4)',
    },
  ],
  [
    'enactment',
    { name: 'no-enactment', detail: 'geen fase waarin de colleges de regeling treffen (Wgr art. 1, lid 1)' },
  ],
  [
    'publication',
    { name: 'no-publication', detail: 'geen fase voor de bekendmaking in het gemeenteblad (Wgr art. 26, lid 1)' },
  ],
  ['registration', { name: 'no-registration', detail: 'geen fase voor het register van regelingen (Wgr art. 136)' }],
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
  const apart = phases.filter(({ branch }) => branch !== undefined).map(({ id }) => `"${id}"`);
  if (!tasks.includes('procurement') || apart.length === 0) return [];
  const detail =
    `het plan draagt inkoop op, en na een splitsing gaat een deel van de organen apart verder (fase ${apart.join(', ')}); ` +
    'wat de wet de regio samen laat inkopen, kan niet per deel';
  return [{ name: 'split-procurement', detail }];
}

function regelingWarnings(workflow: Workflow): Warning[] {
  const phases = workflow.phases;
  const at = (step: LawStep): Phase | undefined => phases.find((phase) => phase.step === step);
  const missing = asked.filter(([step]) => !at(step)).map(([, warning]) => warning);
  const consent = at('consent')?.gate;
  const weeks = at('view')?.gate?.weeksFromReceipt;
  const without = (workflow.tasks ?? []).includes('policy') ? optionsWithoutBoard(workflow) : [];
  return [
    ...missing,
    ...(consent && !consent.kinds.includes('consent-withheld')
      ? [
          {
            name: 'free-council-choice',
            detail:
              'de raden kunnen vrij nee zeggen; toestemming kan alleen worden onthouden wegens strijd met het recht of ' +
              'het algemeen belang (Wgr art. 1, lid 4)',
          },
        ]
      : []),
    ...(at('view') && weeks !== viewWeeks
      ? [
          {
            name: 'view-term',
            detail: `de termijn voor een zienswijze is ${weeks ?? 'geen aantal'} weken na ontvangst; de wet geeft elke raad er ${viewWeeks} (Wgr art. 1, lid 3)`,
          },
        ]
      : []),
    ...(without.length > 0
      ? [
          {
            name: 'form-without-board',
            detail: `${without.join(' en ')} heeft geen algemeen bestuur, en het plan draagt beleid op (Wgr art. 8)`,
          },
        ]
      : []),
  ];
}

const optionsWithoutBoard = ({ phases }: Workflow): string[] =>
  phases.flatMap(({ gate }) => gate?.options.filter(({ board }) => board === false).map(({ title }) => title) ?? []);

/** Steps that stand in another order than that of the law: that is no choice, it is a fault. */
export function lawFaults(workflow: Workflow, comesAfter: (later: string, earlier: string) => boolean): string[] {
  const order: LawStep[] = ['release', 'view', 'response', 'consent', 'enactment', 'publication'];
  const steps = order.flatMap((step) => workflow.phases.filter((phase) => phase.step === step));
  return steps.slice(1).flatMap((phase, i) => {
    const before = steps[i];
    return before && !comesAfter(phase.id, before.id)
      ? [`fase "${phase.id}" moet na "${before.id}" komen: zet die in startsAfter`]
      : [];
  });
}
