// What a plan says of meetings that come back and of facts from outside is checked like the rest of it.
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { transition } from 'xstate';
import { loadRules } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { check } from '../../src/domain/workflow/check.js';
import { checkView } from '../../src/wording/gates/plan-faults.js';
import { machineFaults } from '../../src/domain/workflow/check-machine.js';
import { compile, isKnown, phaseStatus, type MachineEvent } from '../../src/domain/workflow/machine.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type PhasePlan,
  type WorkflowPlan,
} from '../../src/domain/workflow/define.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';

const rules = await loadRules();

const moment = gate('Moment', {
  verb: 'instemmen',
  electorate: 'colleges',
  ruledBy: 'regio/overleg',
  rule: unanimity('colleges'),
});

const workflow = (change: Partial<PhasePlan>, more: Partial<WorkflowPlan> = {}): Workflow =>
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
    phases: { a: phase('A', window('2024'), { source: 'bron', gate: moment, ...change }) },
    ...more,
  });

const faultsOf = (plan: Workflow): string =>
  check(plan, rules)
    .map(checkView)
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

const law = { title: 'De wet treedt in werking', source: 'bron' };

describe('facts from outside', () => {
  it.each<[string, Partial<PhasePlan>, Partial<WorkflowPlan>, string]>([
    ['that nobody waits for', {}, { outside: { wet: law } }, 'op het feit "wet" wacht geen fase'],
    ['that the plan does not name', { waitsFor: ['wet'] }, {}, 'dat niet bestaat: noem het in outside'],
    ['with a name for no address', { waitsFor: ['Wet!'] }, { outside: { 'Wet!': law } }, 'gebruik a-z, 0-9 en -'],
    ['without a source', { waitsFor: ['wet'] }, { outside: { wet: { ...law, source: ' ' } } }, 'waar staat dat erop'],
  ])('%s are refused with the cure', (_, change, more, cure) => {
    expect(faultsOf(workflow(change, more))).toContain(cure);
  });

  it('that a gate waits for need a gate', () => {
    const phases = { a: phase('A', window('2024'), { source: 'bron', gate: moment }) };
    const b = phase('B', window('2024'), { source: 'bron', gateWaitsFor: ['wet'] });
    expect(faultsOf(workflow({}, { phases: { ...phases, b }, outside: { wet: law } }))).toContain(
      'laat gateWaitsFor weg',
    );
  });

  it('are absent where a plan has none, so that its hash stays', () => {
    const plain = workflow({});
    expect([Object.keys(plain), Object.keys(plain.phases[0] ?? {})].flat()).toEqual(
      expect.not.arrayContaining(['outside', 'waitsFor', 'gateWaitsFor']),
    );
  });
});

describe('the machine of a plan that waits for facts', () => {
  const outside = { wet: law, besluit: law };
  const plan = workflow({ waitsFor: ['wet'], gateWaitsFor: ['besluit'] }, { outside });
  const machine = compile(plan);
  const events: MachineEvent[] = [
    ...(['PhaseStarted', 'GateSubmitted', 'GateWithdrawn', 'PhaseReworked', 'GateReopened'] as const).map((type) => ({
      type,
      phase: 'a',
    })),
    ...['go', 'no-go', 'hold'].map((ruling): MachineEvent => ({ type: 'GateRuled', phase: 'a', ruling })),
    ...['wet', 'besluit'].map((fact): MachineEvent => ({ type: 'FactRecorded', fact })),
  ];

  it('is proven, and a fact that nothing waits for in it would be found', () => {
    expect(machineFaults(plan)).toMatchObject({ faults: [] });
    expect(machineFaults(plan).tried).toBeGreaterThan(machineFaults(workflow({})).tried);
  });

  it('is explored whole: nothing starts before its fact, no fact is forgotten, and the end is always in reach', () => {
    const map = getAdjacencyMap(machine.definition, { events: () => events, limit: 10_000 } as never);
    const steps = adjacencyMapToArray(map).map(({ state, nextState }) => [state, nextState] as never[]);
    type Snap = typeof machine.initial;
    const key = (state: Snap) => JSON.stringify(state.value);
    const reached = new Map<string, Snap>(steps.flat().map((state: Snap) => [key(state), state]));
    const before = new Map<string, string[]>();
    for (const [from, to] of steps as unknown as [Snap, Snap][]) {
      before.set(key(to), [...(before.get(key(to)) ?? []), key(from)]);
      for (const fact of ['wet', 'besluit']) if (isKnown(from, fact)) expect(isKnown(to, fact)).toBe(true);
    }
    for (const state of reached.values()) {
      const status = phaseStatus(state, 'a');
      if (status !== 'planned') expect(isKnown(state, 'wet')).toBe(true);
      if (!['planned', 'underway'].includes(status)) expect(isKnown(state, 'besluit')).toBe(true);
    }
    const ends = new Set([...reached].filter(([, state]) => phaseStatus(state, 'a') === 'passed').map(([one]) => one));
    for (const one of ends) for (const earlier of before.get(one) ?? []) ends.add(earlier);
    expect(reached.size).toBe(ends.size);
    expect(reached.size).toBeGreaterThanOrEqual(9);
  });

  it('steps as transition() of xstate does', () => {
    let here = machine.initial;
    for (const event of [events.at(-2), events[0], events.at(-1), events.at(-1), events[1]]) {
      if (!event) throw new Error('there are ten events');
      const [expected] = transition(machine.definition, here as never, event as never);
      here = machine.step(here, event) ?? here;
      expect(here.value).toEqual((expected as { value: unknown }).value);
    }
    expect(phaseStatus(here, 'a')).toBe('at-gate');
  });
});
