// A workflow is checked when it is published, and refused with the place and the cure.
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { transition, type AnyEventObject } from 'xstate';
import { loadRules, loadPlans, publishFile, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import { assumed } from '../../src/domain/rules/assumed.js';
import type { Rule } from '../../src/domain/rule.js';
import { anyOf } from '../../src/domain/rules/any-of.js';
import { not } from '../../src/domain/rules/not.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { weighted } from '../../src/domain/rules/weighted.js';
import type { DecisionKind } from '../../src/domain/vocabulary.js';
import { check } from '../../src/domain/workflow/check.js';
import { checkView } from '../../src/wording/gates/plan-faults.js';
import { compile, machineEventTypes, type MachineEvent } from '../../src/domain/workflow/machine.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type GatePlan,
  type PhasePlan,
  type WorkflowPlan,
} from '../../src/domain/workflow/define.js';
import { type Workflow } from '../../src/domain/workflow/workflow.js';
import { testWorkflows } from '../support/workflows.js';

const rules = await loadRules();
const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);

const terms: Omit<GatePlan, 'title'> = {
  verb: 'instemmen',
  electorate: 'colleges',
  ruledBy: 'regio/overleg',
  rule: unanimity('colleges'),
};

const phaseOf = (change: Partial<PhasePlan> = {}, gateChange: Partial<GatePlan> = {}): PhasePlan =>
  phase('Fase', window('2024'), { source: 'bron', gate: gate('Moment', { ...terms, ...gateChange }), ...change });

const workflow = (change: Partial<WorkflowPlan> = {}): Workflow =>
  defineWorkflow({
    id: 'proef',
    version: 1,
    title: 'Proef',
    source: 'bron',
    parties: [
      municipality('een', 'Een', 'GM1'),
      municipality('twee', 'Twee', 'GM2'),
      region('regio', 'Regio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    phases: { eerste: phaseOf() },
    ...change,
  });

const faultsOf = (plan: Workflow): string =>
  check(plan, rules)
    .map(checkView)
    .filter(({ passed }) => !passed)
    .map(({ name, detail }) => `${name}: ${detail}`)
    .join(' | ');

describe('a workflow that is shipped', () => {
  it.each(catalogue.all().map(({ workflow: w }) => [`${w.id} ${w.version}`, w]))('%s is sound', (_, plan) => {
    expect(faultsOf(plan)).toBe('');
  });

  it.each(catalogue.all().map(({ workflow: w }) => [`${w.id} ${w.version}`, w]))(
    '%s steps as transition() of xstate does, on every path that was tried',
    (_, plan) => {
      const machine = compile(plan);
      let snapshot = machine.initial;
      const events = plan.phases.flatMap(({ id }) => eventsOf(id));
      for (let round = 0; round < 40; round++) {
        const possible = events.filter((event) => machine.step(snapshot, event));
        const event = possible[(round * 7) % possible.length];
        if (!event) break;
        const next = machine.step(snapshot, event);
        const [expected] = transition(machine.definition, snapshot as never, event as never);
        expect(next?.value).toEqual((expected as { value: unknown }).value);
        snapshot = next ?? snapshot;
      }
    },
  );
});

const eventsOf = (phase: string): MachineEvent[] =>
  machineEventTypes.flatMap((type): MachineEvent[] => {
    if (type === 'DossierStopped') return [];
    return type === 'GateRuled' ? rulings.map((ruling) => ({ type, phase, ruling })) : [{ type, phase }];
  });

const rulings = ['go', 'no-go', 'hold'];

describe('whole exploration of a small machine', () => {
  it('can always be completed, and is completed exactly when every phase passed', () => {
    const plan = workflow({
      phases: { a: phaseOf(), b: phaseOf({ startsAfter: ['a'] }), c: phaseOf({ gateAfter: ['a'] }) },
    });
    const { definition } = compile(plan);
    const events = plan.phases.flatMap(({ id }) => eventsOf(id)) as AnyEventObject[];
    const map = getAdjacencyMap(definition, { events: () => events, limit: 100_000 } as never);
    const steps = adjacencyMapToArray(map);
    type Value = Record<string, string>;
    const valueOf = (state: unknown) => (state as { value: Value }).value;
    const key = (state: unknown) => JSON.stringify(valueOf(state));
    const states = new Map(
      steps.flatMap(({ state, nextState }) => [state, nextState]).map((s) => [key(s), valueOf(s)]),
    );
    for (const value of states.values()) {
      const { dossier, ...phases } = value;
      expect(dossier).toBe(Object.values(phases).every((status) => status === 'passed') ? 'completed' : 'open');
    }
    const before = new Map<string, Set<string>>();
    for (const { state, nextState } of steps) {
      const from = before.get(key(nextState)) ?? new Set();
      before.set(key(nextState), from.add(key(state)));
    }
    const completed = [...states].filter(([, value]) => value.dossier === 'completed').map(([one]) => one);
    const reaching = new Set(completed);
    for (const one of reaching) for (const earlier of before.get(one) ?? []) reaching.add(earlier);
    expect(completed).toHaveLength(1);
    expect(states.size).toBeGreaterThan(50);
    expect(reaching.size).toBe(states.size);
  });
});

describe('a workflow that does not check', () => {
  const wrong: [string, () => Workflow, string][] = [
    ['a name that cannot be in an address', () => workflow({ id: 'Proef!' }), 'gebruik a-z, 0-9 en -'],
    ['a version that is none', () => workflow({ version: 0 }), 'kies een geheel getal vanaf 1'],
    [
      'a party twice',
      () => workflow({ parties: [...workflow().parties, municipality('een', 'Een', 'GM1')] }),
      'staat er twee keer',
    ],
    [
      'a phase with the name of the dossier',
      () => workflow({ phases: { dossier: phaseOf() } }),
      'kies een andere naam',
    ],
    ['no phase', () => workflow({ phases: {} }), 'noem er ten minste één'],
    [
      'a phase after one that is not there',
      () => workflow({ phases: { a: phaseOf({ startsAfter: ['b'] }) } }),
      'die niet bestaat',
    ],
    [
      'a circle',
      () => workflow({ phases: { a: phaseOf({ startsAfter: ['b'] }), b: phaseOf({ gateAfter: ['a'] }) } }),
      'verbreek de kring',
    ],
    [
      'a gate that waits where there is none',
      () => workflow({ phases: { a: phaseOf(), b: phase('B', window('2024'), { source: 'x', gateAfter: ['a'] }) } }),
      'laat gateAfter weg',
    ],
    [
      'a window that ends before it begins',
      () => workflow({ phases: { a: phaseOf({ planned: window('2025', '2024') }) } }),
      'draai ze om',
    ],
    ['a phase before its source', () => workflow({ notBefore: '2025-01-01' }), 'kies een later venster'],
    ['a day that does not exist', () => workflow({ goal: '2025-02-31' }), 'is geen datum'],
    [
      'a body that rules and is not there',
      () => workflow({ phases: { a: phaseOf({}, { ruledBy: 'regio/feest' }) } }),
      'bestaat niet',
    ],
    [
      'a ruling body without a chair',
      () => workflow({ phases: { a: phaseOf({}, { ruledBy: 'een/college' }) } }),
      'laat een overleg of een bestuur concluderen',
    ],
    ['two regions', () => twoRegions(), 'precies één partij'],
    [
      'a question that is not there',
      () => workflow({ phases: { a: phaseOf({}, { questions: [] }) } }),
      'stel er ten minste één',
    ],
    [
      'a gate where nobody can agree',
      () => workflow({ phases: { a: phaseOf({}, { kinds: ['disagree'] }) } }),
      'neem in kinds ten minste één op',
    ],
    [
      'a kind that does not exist',
      () => workflow({ phases: { a: phaseOf({}, { kinds: ['agree', 'perhaps' as DecisionKind] }) } }),
      'het veld "kinds" kan "perhaps" niet bevatten: kies uit agree, ',
    ],
    [
      'an arrangement that is made in principle',
      () => workflow({ phases: { a: phaseOf({}, { enacts: true, kinds: ['agree', 'agree-in-principle'] }) } }),
      'haal agree-in-principle uit kinds',
    ],
    [
      'a term of no weeks',
      () => workflow({ phases: { a: phaseOf({}, { weeksFromReceipt: 0 }) } }),
      'kies een geheel getal van 1 tot en met 52',
    ],
    [
      'a choice of one',
      () => workflow({ phases: { a: phaseOf({}, { polls: [{ id: 'x', title: 'X' }] }) } }),
      'een keuze uit minder dan twee',
    ],
    [
      'a mandate of a body that is not asked',
      () => {
        const mandate = { body: 'a/raad', from: '2024-01-01', until: null, source: 'mandaatbesluit' };
        return workflow({ phases: { a: phaseOf({}, { mandates: [mandate] }) } });
      },
      'een orgaan dat hier niet besluit',
    ],
    [
      'a rule that never refuses',
      () =>
        workflow({ phases: { a: phaseOf({}, { rule: anyOf(unanimity('colleges'), not(unanimity('colleges'))) }) } }),
      'wordt het geen no-go',
    ],
    [
      'a weight that is missing',
      () => {
        const rule = { numerator: 1, denominator: 2, least: 'more-than' as const, unit: 'inwoners', weights: {} };
        return workflow({ phases: { a: phaseOf({}, { rule: weighted('colleges', rule) }) } });
      },
      'ontbreekt of is geen getal',
    ],
    [
      'a rule that is spelled otherwise',
      () => workflow({ phases: { a: phaseOf({}, { rule: { rule: 'threshold', of: 'colleges' } as Rule }) } }),
      'geef bij "needed" een geheel getal',
    ],
    [
      'nobody who decides',
      () =>
        workflow({
          groups: { niemand: { noun: { one: 'x', many: 'x' }, bodies: [] } },
          phases: { a: phaseOf({}, { electorate: 'niemand' }) },
        }),
      'niemand besluit',
    ],
    [
      'a rule that nobody knows',
      () => workflow({ phases: { a: phaseOf({}, { rule: { rule: 'loting' } }) } }),
      'geen regel heet "loting"',
    ],
    [
      'a threshold above the electorate',
      () => workflow({ phases: { a: phaseOf({}, { rule: threshold(3, 'colleges') }) } }),
      'kies een geheel getal van 1 tot en met 2',
    ],
    [
      'a rule about others',
      () => workflow({ phases: { a: phaseOf({}, { rule: unanimity('councils') }) } }),
      'noem een groep die mee besluit',
    ],
    [
      'an assumption without a reason',
      () => workflow({ phases: { a: phaseOf({}, { rule: assumed(unanimity('colleges'), ' ') }) } }),
      'zeg waarom',
    ],
  ];

  function twoRegions(): Workflow {
    const parties = [...workflow().parties, region('ander', 'Ander', [{ id: 'overleg', title: 'Overleg' }])];
    return workflow({ parties, phases: { a: phaseOf(), b: phaseOf({}, { ruledBy: 'ander/overleg' }) } });
  }

  it.each(wrong)('%s', (_, plan, cure) => {
    expect(faultsOf(plan())).toContain(cure);
  });

  it('names a group that does not exist where it is written', () => {
    expect(() => workflow({ phases: { a: phaseOf({}, { electorate: 'feest' }) } })).toThrow(
      /phase "a": no group is called "feest"/,
    );
    expect(() => window('2024-Q5')).toThrow(/is no period/);
  });

  it('is refused with its file, and under another name than its own', () => {
    expect(() => publishFile('proef.v1.ts', workflow({ phases: {} }), rules)).toThrow(
      /proef\.v1\.ts klopt niet:\n {2}.*er zijn geen fasen/s,
    );
    expect(() => publishFile('anders.v1.ts', workflow(), rules)).toThrow(/geef het bestand die naam/);
  });
});
