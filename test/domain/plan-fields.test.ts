// Every field of a plan at every level: what nobody knows is named with what was meant, a body counts once, and the
// canonical text of a plan gives it back whole.
import type { Workflow } from '../../src/domain/workflow/workflow.js';
import { loadRules, loadPlans, planText, PlanCatalogue, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import { nearest } from '../../src/domain/nearest.js';
import type { PlanLevel } from '../../src/domain/plan-faults.js';
import type { Rule } from '../../src/domain/rule.js';
import { chosenOption } from '../../src/domain/rules/chosen-option.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { check } from '../../src/domain/workflow/check.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';
import type { GatePlan, PhasePlan, WorkflowPlan } from '../../src/domain/workflow/define.js';
import { namesIn, restored } from '../../src/domain/workflow/fields.js';
import { gateTerms, phaseTerms } from '../../src/domain/workflow/terms.js';
import { planFollowed } from '../../src/domain/workflow/plan.js';
import { failedChecks } from '../../src/wording/gates/plan-faults.js';
import { founded, planLevels as levels } from '../support/plan-levels.js';
import { testWorkflows } from '../support/workflows.js';

const rules = await loadRules();
const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);
const option = { id: 'vorm', title: 'Vorm', form: 'public-body' as const, board: false as const, consequence: 'x' };
const terms: Required<Omit<GatePlan, 'title'>> = {
  verb: 'instemmen',
  electorate: 'colleges',
  ruledBy: 'regio/overleg',
  rule: unanimity('colleges'),
  questions: [{ id: 'vraag', text: 'Stemt u in?' }],
  proposes: [option],
  polls: [option, { id: 'anders', title: 'Anders' }],
  kinds: ['agree', 'disagree'],
  splits: true,
  unconfirmed: 'waits',
  afterRuling: 'flag',
  completion: 'all-spoken',
  concludes: 'by-itself',
  weeksFromReceipt: 8,
  ownTerm: true,
  enacts: true,
  papers: [{ id: 'begroting', title: 'Begroting', weight: 'must', source: 'art. 34 Wgr' }],
  criteria: [{ id: 'omvang', text: 'Groot genoeg', weight: 'should', statedBy: 'process-lead', source: 'bron' }],
  mandates: [{ body: 'een/college', from: '2024-01-01', until: null, source: 'mandaatbesluit' }],
};
const whole: Required<Omit<PhasePlan, 'title' | 'planned'>> = {
  source: 'bron',
  startsAfter: [],
  gateAfter: [],
  visits: 'councils',
  gate: gate('Moment', terms),
  step: 'enactment',
  branch: { gate: 'eerste', option: 'vorm' },
  recurs: { every: { months: 2 }, until: '2024-12-31', goals: [{ id: 'doel', title: 'Doel', unit: 'dagen' }] },
  waitsFor: ['wet'],
  gateWaitsFor: ['wet'],
  informs: true,
  headings: ['inhoud'],
};

/** A plan that says everything that can be said, made anew. */
const everything = (): Required<WorkflowPlan> =>
  structuredClone({
    id: 'proef',
    version: 1,
    title: 'Proef',
    source: 'bron',
    notBefore: '2024-01-01',
    goal: '2025-01-01',
    firstNumber: 0,
    ...{ makes: 'collegeregeling' as const, law: 2026 as const, tasks: ['policy' as const], accepts: {} },
    outside: { wet: { title: 'De wet', source: 'bron' } },
    open: { municipality: 'een', consultation: 'regio/overleg', least: 1 },
    parties: [founded(municipality('een', 'Een', 'GM1')), region('regio', 'R', [{ id: 'overleg', title: 'Overleg' }])],
    groups: { samen: { noun: { one: 'college', many: 'colleges' }, bodies: ['een/college'] } },
    phases: { eerste: phase('Fase', window('2024'), { source: 'bron' }), tweede: phase('Fase', window('2024'), whole) },
  });

/** Where each level stands in it, and how its place is said. */
const places: Record<PlanLevel, [at: (plan: Required<WorkflowPlan>) => object | undefined, said: string]> = {
  workflow: [(plan) => plan, 'procesplan: '],
  phase: [(plan) => plan.phases.tweede, 'fase "tweede": '],
  window: [(plan) => plan.phases.tweede?.planned, 'fase "tweede": venster: '],
  branch: [(plan) => plan.phases.tweede?.branch, 'fase "tweede": tak: '],
  recurrence: [(plan) => plan.phases.tweede?.recurs, 'fase "tweede": terugkerend overleg: '],
  interval: [(plan) => plan.phases.tweede?.recurs?.every, 'fase "tweede": tussenpoos: '],
  goal: [(plan) => plan.phases.tweede?.recurs?.goals?.[0], 'fase "tweede": doel "doel": '],
  gate: [(plan) => plan.phases.tweede?.gate, 'fase "tweede": go/no-go-moment: '],
  question: [(plan) => plan.phases.tweede?.gate?.questions?.[0], 'fase "tweede": vraag "vraag": '],
  option: [(plan) => plan.phases.tweede?.gate?.polls?.[0], 'fase "tweede": optie "vorm": '],
  paper: [(plan) => plan.phases.tweede?.gate?.papers?.[0], 'fase "tweede": stuk "begroting": '],
  criterion: [(plan) => plan.phases.tweede?.gate?.criteria?.[0], 'fase "tweede": criterium "omvang": '],
  mandate: [(plan) => plan.phases.tweede?.gate?.mandates?.[0], 'fase "tweede": mandaat: '],
  party: [(plan) => plan.parties[0], 'partij "een": '],
  body: [(plan) => plan.parties[0]?.bodies[0], 'orgaan "een/college": '],
  group: [(plan) => plan.groups.samen, 'groep "samen": '],
  noun: [(plan) => plan.groups.samen?.noun, 'naam van groep "samen": '],
  fact: [(plan) => plan.outside.wet, 'feit "wet": '],
  open: [(plan) => plan.open, 'open partijen: '],
};

/** The name with each of its letters lost, changed, doubled, and swapped with the next. */
const misspellings = (name: string): string[] =>
  [...name].flatMap((letter, i) => {
    const [before, after] = [name.slice(0, i), name.slice(i + 1)];
    const swapped = after === '' ? [] : [`${before}${after.charAt(0)}${letter}${after.slice(1)}`];
    return [before + after, `${before}ß${after}`, `${before}${letter}${letter}${after}`, ...swapped];
  });

const faultsOf = (workflow: Workflow): string => failedChecks(check(workflow, rules));

/** The check of the plan with this at one of its levels, beside what stands there or in the place of one field. */
function checkedWith(level: PlanLevel, field: string, instead?: string): string {
  const plan = everything();
  const at = places[level][0](plan) as Record<string, unknown>; // every level is in it
  at[field] = instead === undefined ? 'x' : at[instead];
  if (instead !== undefined) Reflect.deleteProperty(at, instead);
  return faultsOf(defineWorkflow(plan));
}

describe('a field that a plan does not know', () => {
  it('is none of those that can be said', () => {
    expect(faultsOf(defineWorkflow(everything()))).not.toContain('het veld');
    expect([...levels.keys()].sort()).toEqual(Object.keys(places).sort());
    for (const level of levels.values()) {
      const said = Object.keys(places[level.is][0](everything()) ?? {});
      const known = namesIn(level, 'file').filter((name) => level.is !== 'interval' || name !== 'weeks');
      expect([level.is, said.sort()]).toEqual([level.is, known.sort()]);
    }
  });

  it.each([...levels])('is told of at its place in a %s, with the name that was meant', (is, level) => {
    const known = namesIn(level, 'file');
    const misspelled = known.flatMap((name) => misspellings(name).map((field): [string, string] => [name, field]));
    const unknown = misspelled.filter(([, field]) => field !== '' && !known.includes(field));
    expect(unknown.length).toBeGreaterThanOrEqual(known.length * 3);
    for (const [name, field] of unknown) {
      const place = name === 'id' ? places[is][1].replace(/ "[^"]*": $/, '') : places[is][1];
      const told = `het veld "${field}" bestaat niet: bedoelde u "${name}"?`;
      expect([field, checkedWith(is, field)]).toEqual([field, expect.stringContaining(places[is][1] + told)]);
      const instead = checkedWith(is, field, name);
      expect([field, instead]).toEqual([field, expect.stringContaining(told)]);
      expect([field, instead]).toEqual([field, expect.stringContaining(place)]);
    }
  });

  it.each([...levels])('that resembles nothing is told of with all names of a %s', (is, level) => {
    const known = namesIn(level, 'file');
    const told = checkedWith(is, 'zzzzzzzz');
    expect(told).toContain(`${places[is][1]}het veld "zzzzzzzz" bestaat niet: kies uit `);
    for (const name of known) expect(told).toContain(name);
  });

  it('is also what is filled in, and not written', () => {
    for (const [is, field] of [
      ['phase', 'number'],
      ['gate', 'options'],
      ['gate', 'poll'],
      ['workflow', 'unfit'],
    ] as const)
      expect(checkedWith(is, field)).toContain(`het veld "${field}" bestaat niet`);
  });

  it('is found in a workflow that no file wrote, and in a consultation of a region', () => {
    const { workflow } = catalogue.get('drenthe-robuuste-regio', 1, '');
    expect(faultsOf({ ...workflow, titel: 'x' } as Workflow)).toContain('"titel" bestaat niet: bedoelde u "title"?');
    const consultation = { id: 'overleg', title: 'Overleg', titel: 'x' };
    const plan = { ...everything(), parties: [...everything().parties, region('b', 'B', [consultation])] };
    expect(faultsOf(defineWorkflow(plan))).toContain('orgaan "b/overleg": het veld "titel" bestaat niet');
  });

  it('of a rule is told of with the one that was meant', () => {
    const misspelled = { rule: 'unanimity', of: 'colleges', fo: 'x' } as Rule;
    const { open: _, ...plan } = everything();
    plan.phases.tweede = phase('F', window('2024'), { source: 'x', gate: gate('M', { ...terms, rule: misspelled }) });
    expect(faultsOf(defineWorkflow(plan))).toContain('"fo" hoort er niet bij; bedoelde u "of"?');
    const strange = chosenOption([option, option], { rule: 'unanimity', of: 'colleges', strange: 1 } as Rule);
    plan.phases.tweede.gate = gate('M', { ...terms, rule: strange });
    expect(faultsOf(defineWorkflow(plan))).toContain('"strange" hoort er niet bij; laat het weg');
  });
});

describe('a term that holds what it cannot', () => {
  const all = [
    ...Object.keys(phaseTerms).map((name) => ['phase', name] as const),
    ...Object.keys(gateTerms).map((name) => ['gate', name] as const),
  ];

  it.each(all)('is told of at its place in a %s: %s', (level, name) => {
    const plan = everything();
    const at = places[level][0](plan) as Record<string, unknown>; // every level is in it
    for (const value of [{}, null, 'zzz', Number.NaN, [7]]) {
      at[name] = value;
      const told = faultsOf(defineWorkflow(plan));
      expect([value, told]).toEqual([value, expect.stringContaining(`${places[level][1]}het veld "${name}" kan `)]);
    }
  });

  it('is told with what stands there and what can, also in a workflow that no file wrote', () => {
    const { workflow } = catalogue.get('drenthe-robuuste-regio', 1, '');
    const wrong = { weeksFromReceipt: 53, afterRuling: 'wait', kinds: 'agree', enacts: false };
    const phases = workflow.phases.map((one) => (one.gate ? { ...one, gate: { ...one.gate, ...wrong } } : one));
    const told = faultsOf({ ...workflow, phases } as unknown as Workflow); // as no compiler lets it
    for (const words of [
      'het veld "weeksFromReceipt" kan "53" niet bevatten: kies een geheel getal van 1 tot en met 52',
      'het veld "afterRuling" kan "wait" niet bevatten: kies uit flag, reopen',
      'het veld "kinds" kan "agree" niet bevatten: schrijf een lijst, en daarin: kies uit agree, agree-with-remarks, ',
      'het veld "enacts" kan "false" niet bevatten: schrijf true, of laat het weg',
    ])
      expect(told).toContain(words);
  });
});

it('the nearest name is looked for among names alone: a long text costs nothing and resembles none', () => {
  expect(nearest('x'.repeat(1_000_000), ['title', 'source'])).toBeUndefined();
  expect(nearest('StartsAfter', ['startsAfter', 'gateAfter'])).toBe('startsAfter');
  expect(nearest('', ['id'])).toBeUndefined();
});

describe('truth no. 20: a body that is named twice', () => {
  const { open: _, ...named } = everything();
  const told = 'orgaan "een/college" staat er twee keer: noem het één keer';
  const twice = ['een/college', 'een/raad', 'een/college', 'een/college'];

  it('in a group is told of once, also where the group decides or is visited', () => {
    const groups = { dubbel: { noun: { one: 'x', many: 'x' }, bodies: twice } };
    const asked = phase('F', window('2024'), {
      source: 'x',
      visits: 'dubbel',
      gate: gate('M', { ...terms, electorate: 'dubbel' }),
    });
    const faults = faultsOf(defineWorkflow({ ...named, groups, phases: { a: asked } }));
    expect(faults.split(told)).toHaveLength(2);
    expect(faults).toContain(`bodies: groep "dubbel": ${told}`);
  });

  it.each(['visits', 'electorate'] as const)('among the %s of a phase is told of there', (list) => {
    const plan = defineWorkflow(named);
    const phases = plan.phases.map((one) =>
      list === 'visits' ? { ...one, visits: twice } : { ...one, gate: one.gate && { ...one.gate, electorate: twice } },
    );
    expect(faultsOf({ ...plan, phases })).toContain(`fase "tweede": ${told}`);
  });

  it('by its parties is told of as a name that is there twice, and not again in every group', () => {
    const faults = faultsOf(
      defineWorkflow({ ...named, parties: [...named.parties, municipality('een', 'Een', 'GM1')] }),
    );
    expect(faults).toContain('orgaan "een/college" staat er twee keer: kies een andere naam');
    expect(faults).not.toContain(told);
  });
});

describe('the canonical text of a plan', () => {
  const plans = catalogue.all().map((plan) => [`${plan.workflow.id} ${plan.workflow.version}`, plan.workflow] as const);
  const { open: _, ...said } = everything();

  it.each([...plans, ['that says everything', defineWorkflow(said)] as const])(
    'of %s gives it back, whole and in its order, and has itself for its text',
    (_name, workflow) => {
      const text = planText(workflow);
      const again = restored(text);
      expect(again).toStrictEqual(workflow);
      for (const names of ['groups', 'outside'] as const)
        expect(Object.keys(again[names] ?? {})).toEqual(Object.keys(workflow[names] ?? {}));
      expect(planText(again)).toBe(text);
    },
  );

  it('has the order of its files', async () => {
    const files = ['drenthe-robuuste-regio.v1', 'drenthe-robuuste-regio.v2', 'transformatieakkoord-drenthe.v1'];
    for (const file of files) {
      const { default: workflow } = (await import(`../../workflows/${file}.ts`)) as { default: Workflow };
      const again = restored(planText(workflow));
      expect(again).toStrictEqual(workflow);
      expect(Object.keys(again.groups)).toEqual(Object.keys(workflow.groups));
      expect(Object.keys(again.outside ?? {})).toEqual(Object.keys(workflow.outside ?? {}));
    }
  });
});

describe('the plan that a dossier follows', () => {
  const plan = catalogue.get('drenthe-robuuste-regio', 1, '');
  const { id: workflow, version } = plan.workflow;
  const named = { workflow, version, workflowHash: plan.hash };

  it('is found by its hash alone, whatever is offered', () => {
    expect(planFollowed(new PlanCatalogue([], [plan]), named)).toBe(plan);
    expect(new PlanCatalogue([], [plan]).versions(workflow)).toEqual([]);
  });

  it.each([
    ['of another hash', { workflowHash: catalogue.get(workflow, 2, '').hash }],
    ['of no hash that is there', { workflowHash: '0'.repeat(64) }],
    ['of another version', { version: 2 }],
    ['of another name', { workflow: 'anders' }],
  ])('is none %s than it says', (_, change) => {
    expect(() => planFollowed(catalogue, { ...named, ...change })).toThrow('which is not there as it was');
  });
});
