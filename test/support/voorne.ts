// An invented track of four municipalities, of which three went on as one: Brielle, Hellevoetsluis and Westvoorne as Voorne
// aan Zee, on the day that the register has. The track is invented; the merger is not.
import { municipality, region, type PhasePlan, type WorkflowPlan } from '../../src/domain/workflow/define.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import type { Slug } from '../../src/domain/vocabulary.js';
import { planOf } from './staged-play.js';

export const names = ['brielle', 'hellevoetsluis', 'westvoorne', 'nissewaard'];
export const from = names.slice(0, 3);
export const into = 'voorne-aan-zee';
/** The register has it of this day; it is recorded on another. */
export const day = '2023-01-01';
export const before = '2022-12-31';
export const today = '2023-03-01';
export const begin = '2022-09-01';
/** Gates are put on this day. */
export const put = '2022-10-01';
export const reason = 'Herindeling van Voorne.';

export const colleges = names.map((name) => `${name}/college`);
export const councils = names.map((name) => `${name}/raad`);
export const [brielle = '', hellevoetsluis = '', westvoorne = '', nissewaard = ''] = colleges;
export const [voorne, voornesRaad] = [`${into}/college`, `${into}/raad`];

/** Two thirds of inhabitants, in figures that are invented. */
const weights = { [brielle]: '17500.5', [hellevoetsluis]: '40000', [westvoorne]: '14499.25', [nissewaard]: '85000' };
export const inhabitants = { numerator: 2, denominator: 3, least: 'at-least', weights, unit: 'inwoners' } as const;

export const parties = [
  ...names.map((name, i) => municipality(name, `Gemeente ${name}`, `GM000${i}`)),
  region('raadsregio', 'Regio', [{ id: 'overleg', title: 'Overleg' }]),
];

export const voornesPlan = (phases: Record<Slug, PhasePlan>, more: Partial<WorkflowPlan> = {}): Plan =>
  planOf(phases, { parties, ...more });
