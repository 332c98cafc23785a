// What a plan says of meetings that come back is checked like the rest of it.
import { loadRules } from '../../src/app/shelf.js';
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { check } from '../../src/domain/workflow/check.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type PhasePlan,
  type Workflow,
  type WorkflowPlan,
} from '../../src/domain/workflow/workflow.js';

const rules = await loadRules();

const moment = gate('Moment', {
  ...{ verb: 'instemmen', electorate: 'colleges', ruledBy: 'regio/overleg', rule: unanimity('colleges') },
});

const workflow = (change: Partial<PhasePlan>, more: Partial<WorkflowPlan> = {}): Workflow =>
  defineWorkflow({
    ...{ id: 'proef', version: 1, title: 'Proef', source: 'bron' },
    parties: [
      municipality('een', 'Een', 'GM1'),
      municipality('twee', 'Twee', 'GM2'),
      region('regio', 'Regio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    phases: { a: phase('A', window('2024'), { source: 'bron', gate: moment, ...change }) },
    ...more,
  });

const faultsOf = (plan: Workflow): string =>
  check(plan, rules)
    .filter(({ passed }) => !passed)
    .map(({ name, detail }) => `${name}: ${detail}`)
    .join(' | ');

const goals = (...ids: string[]) => ids.map((id) => ({ id, title: 'Doel' }));
const fortnight = { weeks: 2 };

describe('meetings that come back', () => {
  it.each<[string, Partial<PhasePlan>, string]>([
    ['never', { recurs: { every: { months: 0 } } }, 'kies 1 tot en met 60 maanden of weken'],
    ['half a time', { recurs: { every: { weeks: 0.5 } } }, 'kies 1 tot en met 60 maanden of weken'],
    ['in two ways', { recurs: { every: { months: 1, weeks: 1 } } }, 'kies 1 tot en met 60 maanden of weken'],
    ['until no day', { recurs: { every: fortnight, until: '2025-02-30' } }, 'is geen datum'],
    ['with a goal twice', { recurs: { every: fortnight, goals: goals('x', 'x') } }, 'doel "x" staat er twee keer'],
    ['with a nameless goal', { recurs: { every: fortnight, goals: goals('7') } }, 'begin met een letter'],
    [
      'with too many goals',
      { recurs: { every: fortnight, goals: goals(...Array.from({ length: 21 }, (_, i) => `x${i}`)) } },
      'hoogstens 20',
    ],
  ])('%s are refused with the cure', (_, change, cure) => {
    expect(faultsOf(workflow(change))).toContain(`meetings: fase "a": `);
    expect(faultsOf(workflow(change))).toContain(cure);
  });

  it('are absent where a plan has none, so that its hash stays', () => {
    expect(workflow({}).phases[0]).not.toHaveProperty('recurs');
    expect(faultsOf(workflow({ recurs: { every: fortnight, until: '2025-02-28', goals: goals('x', 'y') } }))).toBe('');
  });
});
