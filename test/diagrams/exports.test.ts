// SCXML and BPMN of every plan on disk, as programs that are not ours read and run them.
import { BpmnModdle, type BpmnElement } from 'bpmn-moddle';
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { bpmnOf } from '../../src/diagrams/bpmn-xml.js';
import { scxmlOf } from '../../src/diagrams/scxml.js';
import { svgOf } from '../../src/diagrams/svg.js';
import { machineEventTypes, type MachineEvent, type Snapshot } from '../../src/domain/workflow/machine.js';
import { publish, type Plan } from '../../src/domain/workflow/plan.js';
import type { Phase } from '../../src/domain/workflow/workflow.js';
import { diagram, optionWords } from '../../src/wording/pages/diagram.js';
import { languages } from '../../src/wording/wording.js';
import { newestOf } from '../support/newest.js';
import { readScxml, SteppedScxml } from '../support/scxml.js';
import { testWorkflows } from '../support/workflows.js';

const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);
/** Of the plans of tests those that have what no other has: ways that split, and facts from outside. */
const invented = new Set(['inkoopregio', 'overlegregio']);
const shipped = await loadPlans([shippedWorkflows]);
const plans = newestOf(catalogue.all())
  .filter(({ workflow }) => shipped.ids().includes(workflow.id) || invented.has(workflow.id))
  .map((plan): [string, Plan] => [`${plan.workflow.id} ${plan.workflow.version}`, plan]);

/** The schema of the OMG, as it comes with bpmn-moddle. */
const schemas = ['BPMN20.xsd', 'Semantic.xsd', 'BPMNDI.xsd', 'DI.xsd', 'DC.xsd'].map((fileName) => ({
  fileName,
  contents: readFileSync(
    new URL(`../../node_modules/bpmn-moddle/resources/bpmn/xsd/${fileName}`, import.meta.url),
    'utf8',
  ),
}));

/** Of all of these at once: the schema takes longer to be read than a plan to be held to it. */
async function schemaFaults(xml: { fileName: string; contents: string }[]): Promise<string[]> {
  const [schema = [], ...preload] = schemas;
  const { errors } = await validateXML({ xml, schema, preload });
  return errors.map(({ rawMessage }) => rawMessage);
}

/**
 * Whether all phases are tried at every step of the way. Else it is a fifth of them in turn, which meets every phase at every
 * kind of step of others, since a phase takes twelve; and always the one that something happens to.
 */
const isWhole = process.env.SLUIS_GATES === 'everywhere';

describe('the SCXML of', () => {
  it.each(plans)('%s has a region for the dossier and for every phase', (_, plan) => {
    const root = readScxml(scxmlOf(plan, languages.nl));
    const regions = root.statemachine?.states.map(({ name }) => name);
    expect(root.type).toBe('parallel');
    const phases = plan.workflow.phases.map(({ id }) => `phase.${id}`);
    expect(regions).toEqual(['dossier', ...factsOf(plan).map((fact) => `fact_${fact}`), ...phases]);
  });

  it.each(plans)('%s goes where the machine goes on every event, possible or not, until it is completed', (_, plan) => {
    const stepped = new SteppedScxml(readScxml(scxmlOf(plan, languages.nl)));
    const { machine } = plan;
    const after = (snapshot: Snapshot) => statesOf(snapshot.value as Record<string, string>);
    const ofPhases = plan.workflow.phases.map(({ id }) => ({ id, events: eventsOf(plan, id) }));
    const wrong: string[] = [];
    let snapshot = machine.initial;
    expect(stepped.at.toSorted()).toEqual(after(snapshot));
    for (const [n, event] of wayThrough(plan).entries()) {
      const at = after(snapshot);
      const tried = ofPhases.filter(({ id }, i) => isWhole || i % 5 === n % 5 || id === event.phase);
      for (const { type, ...data } of [...tried.flatMap(({ events }) => events), ...recorded(plan), stop]) {
        const expected = after(machine.step(snapshot, { type, ...data }) ?? snapshot);
        const found = stepped.next(at, type, data).sort();
        if (String(found) !== String(expected)) wrong.push(JSON.stringify({ at, type, data, found }));
      }
      snapshot = machine.step(snapshot, event) ?? snapshot;
    }
    expect(wrong).toEqual([]);
    expect(after(snapshot)).toContain('dossier.completed');
  });
});

const factsOf = ({ workflow: { outside = {} } }: Plan): string[] => Object.keys(outside);

const recorded = (plan: Plan): MachineEvent[] => factsOf(plan).map((fact) => ({ type: 'FactRecorded', fact }));

const stop: MachineEvent = { type: 'DossierStopped' };

/** Through all phases in their order; every gate is held, refused, taken back and reopened before it passes. */
function wayThrough(plan: Plan): MachineEvent[] {
  const phases = inOrder(plan).flatMap((phase): MachineEvent[] => {
    const start: MachineEvent = { type: 'PhaseStarted', phase };
    const put: MachineEvent = { type: 'GateSubmitted', phase };
    const ruled = (ruling: string): MachineEvent => ({
      type: 'GateRuled',
      phase,
      ruling,
      options: optionsOf(plan).slice(0, 2),
    });
    if (!plan.gates.has(phase)) return [start, { type: 'PhaseCompleted', phase }, start];
    return [
      ...[start, put, ruled('hold'), ruled('no-go'), { type: 'PhaseReworked', phase } as const],
      ...[put, { type: 'GateWithdrawn', phase } as const, put, ruled('go')],
      ...[{ type: 'GateReopened', phase } as const, ruled('go-with-conditions'), start],
    ];
  });
  return [...recorded(plan), ...phases];
}

const statesOf = (value: Record<string, string>): string[] =>
  Object.entries(value)
    .map(([region, state]) => (/^(dossier$|fact_)/.test(region) ? `${region}.${state}` : `phase.${region}.${state}`))
    .sort();

/** Every event of a phase, those that choose with the first option that some phase hangs on. */
const eventsOf = (plan: Plan, phase: string): MachineEvent[] =>
  machineEventTypes.flatMap((type): MachineEvent[] => {
    if (type === 'DossierStopped' || type === 'FactRecorded') return [];
    if (type === 'GateSplit')
      return [
        { type, phase, options: optionsOf(plan).slice(0, 2) },
        { type, phase },
      ];
    if (type !== 'GateRuled') return [{ type, phase }];
    const options = optionsOf(plan).slice(0, 1);
    return ['no-go', 'go', 'hold', 'go-with-conditions'].map((ruling) => ({ type, phase, ruling, options }));
  });

const optionsOf = ({ workflow }: Plan): string[] => workflow.phases.flatMap(({ branch }) => branch?.option ?? []);

/** The phases, each after those that it waits for. */
function inOrder(plan: Plan): string[] {
  const ids = plan.workflow.phases.map(({ id }) => id);
  return ids.sort((a, b) => (plan.comesAfter(a, b) ? 1 : plan.comesAfter(b, a) ? -1 : 0));
}

describe('the BPMN of', () => {
  it('each holds to the schema of the OMG', async () => {
    const all = plans.map(([name, plan]) => ({ fileName: `${name}.bpmn`, contents: bpmnOf(plan, languages.nl) }));
    expect(await schemaFaults(all)).toEqual([]);
  });

  it.each(plans)('%s is read by bpmn-moddle, with every phase and gate, each in its place', async (_, plan) => {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(bpmnOf(plan, languages.nl));
    expect(warnings).toEqual([]);
    const elements = rootElement.rootElements[0]?.flowElements ?? [];
    for (const { id, number, title, gate } of plan.workflow.phases) {
      expect(elements.find((one) => one.id === `work-${id}`)?.name).toBe(`${number}. ${title}`);
      const decide = elements.find((one) => one.id === `decide-${id}`);
      expect(decide?.loopCharacteristics?.loopCardinality.body).toBe(gate ? String(gate.electorate.length) : undefined);
    }
    const placed = rootElement.diagrams[0]?.plane.planeElement.map(({ bpmnElement }) => bpmnElement.id);
    expect(placed?.sort()).toEqual(elements.map(({ id }) => id).sort());
  });

  it.each(plans)('%s ends once, whatever is concluded before the go, and in the order of the plan', async (_, plan) => {
    const { rootElement } = await new BpmnModdle().fromXML(bpmnOf(plan, languages.nl));
    for (const rulings of [['go'], ['no-go', 'go'], ['aanhouden', 'no-go', 'no-go', 'go']]) {
      const chosen = plan.workflow.phases.flatMap(({ branch }) => (branch ? optionWords(plan, branch) : []));
      const done = played(rootElement.rootElements[0]?.flowElements ?? [], rulings, chosen.slice(0, 2));
      const isDone = ({ branch }: Phase): boolean => {
        const choice = plan.workflow.phases.find(({ id }) => id === branch?.gate);
        return (
          !branch || (chosen.slice(0, 2).includes(optionWords(plan, branch)) && choice !== undefined && isDone(choice))
        );
      };
      for (const phase of plan.workflow.phases) expect(done.includes(`work-${phase.id}`)).toBe(isDone(phase));
      expect(done.filter((id) => id === 'end')).toEqual(['end']);
      const passed = (id: string) => done.lastIndexOf(plan.gates.has(id) ? `choice-${id}` : `work-${id}`);
      for (const { id, startsAfter, gateAfter } of plan.workflow.phases.filter(isDone)) {
        for (const before of startsAfter) expect(passed(before)).toBeLessThan(done.indexOf(`work-${id}`));
        for (const before of gateAfter) expect(passed(before)).toBeLessThan(done.indexOf(`decide-${id}`));
      }
    }
  });
});

/**
 * Plays tokens through a process; every choice is made with these rulings in turn, and of named parts these go on.
 * Gives what was done, in order; where no part that is named goes on, what is called otherwise does. An inclusive gateway
 * waits as long as anything else can be done.
 */
function played(elements: BpmnElement[], rulings: string[], parts: string[]): string[] {
  const tokens = new Map<string, number>();
  const asked = new Map<string, number>();
  const done: string[] = [];
  // Where nobody concludes, nothing is held.
  const offered = (out: readonly { name?: string }[]) =>
    rulings.filter((ruling) => out.some(({ name }) => name === ruling));
  const act = (one: BpmnElement): void => {
    done.push(one.id);
    const turn = asked.get(one.id) ?? 0;
    asked.set(one.id, turn + 1);
    const out = one.outgoing ?? [];
    const isChosen = ({ name }: { name?: string }) => name !== undefined && parts.includes(name);
    const chosen = out.filter((flow) => {
      if (one.$type === 'bpmn:ExclusiveGateway') return flow.name === offered(out)[turn];
      if (one.$type !== 'bpmn:InclusiveGateway' || flow.name === undefined) return true;
      return isChosen(flow) || (flow.name === diagram.otherwise && !out.some(isChosen));
    });
    for (const { id } of chosen) tokens.set(id, (tokens.get(id) ?? 0) + 1);
  };
  const ready = (one: BpmnElement): BpmnElement[] => {
    const waiting = (one.incoming ?? []).filter(({ id }) => (tokens.get(id) ?? 0) > 0);
    if (one.$type === 'bpmn:InclusiveGateway') return waiting;
    if (one.$type !== 'bpmn:ParallelGateway') return waiting.slice(0, 1);
    return waiting.length === one.incoming?.length ? waiting : [];
  };
  const start = elements.find(({ $type }) => $type === 'bpmn:StartEvent');
  if (start) act(start);
  for (;;) {
    const able = elements.filter((one) => ready(one).length > 0);
    const next = able.find(({ $type }) => $type !== 'bpmn:InclusiveGateway') ?? able[0];
    if (!next) break;
    for (const { id } of ready(next)) tokens.set(id, (tokens.get(id) ?? 0) - 1);
    act(next);
    if (done.length > 10_000) throw new Error('the process does not end');
  }
  expect([...tokens.values()].filter((left) => left !== 0)).toEqual([]); // nothing waits for ever
  return done;
}

it('every export of a plan with hostile texts is well-formed and says them as they are', async () => {
  const [, { workflow, hash, rules }] = plans[0]!;
  const title = '<b>"Plan" & \'co\' --> ]]></b>';
  const [first, ...others] = workflow.phases;
  const plan = publish(
    { ...workflow, title, source: title, phases: [{ ...first!, title, source: title }, ...others] },
    hash,
    rules,
  );
  for (const xml of [svgOf(plan, languages.nl), scxmlOf(plan, languages.nl), bpmnOf(plan, languages.nl)]) {
    const { errors } = await validateXML({ xml: [{ fileName: 'plan.xml', contents: xml }], normalization: 'c14n' });
    expect(errors).toEqual([]);
  }
  const bpmn = bpmnOf(plan, languages.nl);
  expect(await schemaFaults([{ fileName: 'plan.bpmn', contents: bpmn }])).toEqual([]);
  const { rootElement } = await new BpmnModdle().fromXML(bpmn);
  expect(rootElement.rootElements[0]?.name).toBe(title);
});
