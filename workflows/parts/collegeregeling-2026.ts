// The making of a collegeregeling as plans ask it since 2026: the same steps in the same order, each with a question that can
// be answered, with what a draft has to hold as a list to go through, and with what the law says of who hears what.
// Articles are of the Wet gemeenschappelijke regelingen (Wgr).
import { window } from '../../src/domain/calendar.js';
import type { PhasePlan } from '../../src/domain/workflow/define.js';
import type { Paper } from '../../src/domain/workflow/requirements.js';
import { collegeregeling } from './collegeregeling.js';
import { wgrInhoud } from './wgr-inhoud.js';

type Making = Parameters<typeof collegeregeling>[0];
type Step = keyof Making['planned'];

export const unplanned = window(null);

/** No step has a window: whoever starts plans them. */
export const unplannedSteps: Making['planned'] = {
  vrijgave: unplanned,
  zienswijze: unplanned,
  reactienota: unplanned,
  toestemming: unplanned,
  treffen: unplanned,
  bekendmaking: unplanned,
  register: unplanned,
};

const questions: Partial<Record<Step, string>> = {
  vrijgave: 'Geeft het college de ontwerpregeling vrij voor zienswijze?',
  zienswijze: 'Wil de raad een zienswijze geven op de ontwerpregeling?',
  reactienota: 'Stelt het college de reactienota vast en biedt het die aan de raad aan?',
  toestemming: 'Verleent de raad het college toestemming om de gemeenschappelijke regeling te treffen?',
  treffen: 'Besluit het college de regeling te treffen zoals die voorligt?',
};

const sources: Partial<Record<Step, string>> = {
  zienswijze: 'Wgr art. 1, lid 3: bij het eigen college, binnen acht weken na ontvangst van het ontwerp',
  bekendmaking:
    'Wgr art. 26, lid 1: in het gemeenteblad van de gemeente van vestiging, of bij een centrumgemeente in dat van de ' +
    'gemeente die de regeling aanwijst; elke gemeente maakt ook haar eigen besluit bekend (gemeente.nu; niet geverifieerd)',
};

const papers: Paper[] = [
  { id: 'ontwerpregeling', title: 'Ontwerpregeling', weight: 'must', source: 'Wgr art. 1, lid 2' },
  { id: 'toelichting', title: 'Toelichting', weight: 'should', source: 'praktijk' },
];

/** All steps, in the order of the law. The first waits for `after`. */
export function collegeregeling2026(making: Making): Record<Step, PhasePlan> {
  const asked = Object.entries(collegeregeling(making)).map(([id, phase]): [string, PhasePlan] => {
    const [text, source = phase.source] = [questions[id as Step], sources[id as Step]]; // by the same names
    const gate = phase.gate && text ? { ...phase.gate, questions: [{ id: 'vraag', text }] } : phase.gate;
    return [id, { ...phase, source, ...(gate && { gate }) }];
  });
  const steps = Object.fromEntries(asked) as Record<Step, PhasePlan>; // of each step one
  const { vrijgave } = steps;
  return {
    ...steps,
    vrijgave: { ...vrijgave, ...(vrijgave.gate && { gate: { ...vrijgave.gate, papers, criteria: wgrInhoud() } }) },
  };
}
