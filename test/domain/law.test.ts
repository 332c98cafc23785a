// A plan that makes an arrangement is held to the steps of the law; what is missing is accepted by name, or refused.
import { loadRules, loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { check } from '../../src/domain/workflow/check.js';
import { checkView, type CheckView } from '../../src/wording/gates/plan-faults.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type WorkflowPlan,
} from '../../src/domain/workflow/define.js';
import { type LawStep } from '../../src/domain/workflow/workflow.js';
import { testWorkflows } from '../support/workflows.js';

const rules = await loadRules();
const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);

const step = (name: LawStep, startsAfter: string[] = []) =>
  phase('Fase', window('2024'), {
    source: 'bron',
    step: name,
    startsAfter,
    gate: gate('Moment', {
      verb: 'instemmen',
      electorate: 'councils',
      ruledBy: 'regio/overleg',
      rule: unanimity('councils'),
    }),
  });

const checksOf = (...asked: Parameters<typeof check>): CheckView[] => check(...asked).map(checkView);

const checked = (plan: Partial<WorkflowPlan>): CheckView[] =>
  checksOf(
    defineWorkflow({
      id: 'proef',
      version: 1,
      title: 'Proef',
      source: 'bron',
      makes: 'collegeregeling',
      parties: [municipality('een', 'Een', 'GM1'), region('regio', 'Regio', [{ id: 'overleg', title: 'Overleg' }])],
      phases: { toestemming: step('consent') },
      ...plan,
    }),
    rules,
  );

const said = (checks: CheckView[]): string =>
  checks
    .filter(({ passed }) => !passed)
    .map(({ name, detail }) => `${name}: ${detail}`)
    .join('\n');

const late = ['no-enactment', 'no-publication', 'no-registration', 'free-council-choice'];
const accepting = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'zo staat het in de bron']));

describe('a plan that makes an arrangement', () => {
  it('is refused with one council moment where the law asks two, unless that is accepted by name', () => {
    expect(said(checked({ accepts: accepting(...late) }))).toContain('neem "one-council-moment" met de reden op');
    const accepted = checked({ accepts: accepting('one-council-moment', ...late) });
    expect(said(accepted)).toBe('');
    const warning = accepted.find(({ name }) => name === 'one-council-moment');
    expect(warning).toMatchObject({ severity: 'warning', passed: true });
    expect(warning?.detail).toContain('aangenomen: zo staat het in de bron');
  });

  it('accepts nothing without a reason, and nothing that is not there', () => {
    expect(said(checked({ accepts: { 'one-council-moment': ' ' } }))).toContain('zonder reden');
    expect(said(checked({ accepts: accepting('view-term') }))).toContain("zo'n waarschuwing is er niet");
  });

  it('gives each council eight weeks from receipt', () => {
    const phases = { zien: step('view'), toe: step('consent', ['zien']) };
    expect(said(checked({ phases, accepts: accepting(...late) }))).toContain('neem "view-term" met de reden op');
  });

  it('keeps the steps in the order of the law, whatever it accepts', () => {
    const phases = { toe: step('consent'), zien: step('view', ['toe']) };
    const accepts = accepting('view-term', ...late);
    expect(said(checked({ phases, accepts }))).toBe('law: fase "toe" moet na "zien" komen: zet die in startsAfter');
  });

  it('names a form without a board for a policy task', () => {
    const keuze = phase('Keuze', window('2024'), {
      source: 'bron',
      gate: gate('Keuze', {
        verb: 'instemmen',
        electorate: 'colleges',
        ruledBy: 'regio/overleg',
        rule: unanimity('colleges'),
        proposes: [
          { id: 'bvo', title: 'Bedrijfsvoeringsorganisatie', board: false },
          { id: 'lichaam', title: 'Openbaar lichaam' },
        ],
      }),
    });
    const phases = { keuze, toe: step('consent') };
    const accepts = accepting('one-council-moment', ...late);
    expect(said(checked({ phases, accepts, tasks: ['policy'] }))).toContain('form-without-board');
    expect(said(checked({ phases, accepts, tasks: ['execution'] }))).toBe('');
  });
});

describe('a plan of which the parts go on by themselves', () => {
  const split = (tasks: WorkflowPlan['tasks'], accepts = {}): CheckView[] => {
    const colleges = { verb: 'kiezen', electorate: 'colleges', ruledBy: 'regio/overleg', rule: unanimity('colleges') };
    const keuze = gate('Keuze', {
      ...colleges,
      splits: true,
      polls: [
        { id: 'samen', title: 'Samen' },
        { id: 'apart', title: 'Apart' },
      ],
    });
    const branch = (option: string) =>
      phase('Uitwerking', window('2024'), {
        source: 'bron',
        startsAfter: ['keuze'],
        branch: { gate: 'keuze', option },
        gate: gate('Uitwerking', colleges),
      });
    const plan = defineWorkflow({
      id: 'proef',
      version: 1,
      title: 'Proef',
      source: 'bron',
      tasks,
      accepts,
      parties: [
        municipality('een', 'Een', 'GM1'),
        municipality('twee', 'Twee', 'GM2'),
        region('regio', 'Regio', [{ id: 'overleg', title: 'Overleg' }]),
      ],
      phases: {
        keuze: phase('Keuze', window('2024'), { source: 'bron', gate: keuze }),
        samen: branch('samen'),
        apart: branch('apart'),
      },
    });
    return checksOf(plan, rules);
  };

  it('is refused when it buys what the region must buy together, unless that is accepted by name', () => {
    expect(said(split(['procurement']))).toContain('neem "split-procurement" met de reden op');
    expect(said(split(['policy', 'execution']))).toBe('');
    const accepted = split(['procurement'], accepting('split-procurement'));
    expect(said(accepted)).toBe('');
    const warning = accepted.find(({ name }) => name === 'split-procurement');
    expect(warning?.detail).toMatch(/fase "samen", "apart".*aangenomen: zo staat het in de bron/);
  });
});

it('the part that is shipped for it follows the law without a warning', () => {
  const plan = catalogue.find('regeling', 1);
  expect(plan?.checks.map(checkView).filter(({ severity }) => severity === 'warning')).toEqual([]);
  expect(plan?.checks.every(({ passed }) => passed)).toBe(true);
  expect(plan?.settling).toEqual(new Set(['treffen']));
});

it('the plan of the letter shows every warning that it accepts', () => {
  const warnings = catalogue
    .find('drenthe-robuuste-regio', 1)
    ?.checks.map(checkView)
    .filter(({ severity }) => severity === 'warning');
  expect(warnings?.map(({ name }) => name)).toContain('one-council-moment');
  expect(warnings?.every(({ detail }) => detail.includes('aangenomen:'))).toBe(true);
});
