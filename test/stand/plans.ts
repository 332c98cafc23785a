// Plans of one gate, each with a second one for reservations: the terms of every gate in workflows/, and invented ones in
// which every rule and every kind of decision occurs.
import { loadPlans, PlanCatalogue, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import type { Rule } from '../../src/domain/rule.js';
import { decisionKinds, type BodyId, type DecisionKind, type Slug } from '../../src/domain/vocabulary.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';
import { carriedPlan, type Plan } from '../../src/domain/workflow/plan.js';
import type { Gate, Phase, Workflow } from '../../src/domain/workflow/workflow.js';
import { rules } from '../support/stands.js';

/** Where the second gate stands beside the first; a reservation on a later one counts meanwhile. */
const positions = ['earlier', 'beside', 'later'] as const;
type Position = (typeof positions)[number];

export interface StandPlan {
  plan: Plan;
  shelf: PlanCatalogue;
  position: Position;
  /** Who decide in the stories. */
  bodies: readonly BodyId[];
}

export const first = 'vraag';
export const second = 'ander';
const castSize = 3;

const shipped = await loadPlans([shippedWorkflows]);

function standPlan(workflow: Workflow, whole: Gate, position: Position, name: string): StandPlan {
  // What lies before a gate, what ends it by itself and who is founded first have laws of their own.
  const { papers: _papers, criteria: _criteria, concludes: _concludes, ...asked } = whole;
  const all = { noun: { one: 'orgaan', many: 'organen' }, bodies: asked.electorate };
  const plain: Phase = {
    id: first,
    number: '1',
    title: 'Vraag',
    source: 'test',
    planned: window('2024'),
    visits: [],
    gate: asked,
    startsAfter: position === 'earlier' ? [second] : [],
    gateAfter: [],
  };
  const {
    poll: _poll,
    splits: _splits,
    enacts: _enacts,
    completion: _when,
    weeksFromReceipt: _weeks,
    ...terms
  } = asked;
  const other: Gate = {
    ...terms,
    options: [],
    kinds: ['agree', 'disagree', 'deferred', 'agree-subject-to'],
    rule: { rule: 'threshold', needed: 1, of: 'alle' } as Rule,
  };
  const phases = [
    plain,
    { ...plain, id: second, number: '2', gate: other, startsAfter: position === 'later' ? [first] : [] },
  ];
  const { open: _open, outside: _outside, makes: _makes, tasks: _tasks, ...rest } = workflow;
  const parties = workflow.parties.map((party) => ({
    ...party,
    bodies: party.bodies.map(({ foundedBy: _foundedBy, ...body }) => body),
  }));
  const made: Workflow = {
    ...rest,
    parties,
    id: name,
    notBefore: null,
    groups: { ...workflow.groups, alle: all },
    phases,
  };
  const plan = carriedPlan(made, name, rules, []);
  return { plan, shelf: new PlanCatalogue([plan]), position, bodies: asked.electorate.slice(0, castSize) };
}

/** The terms of every gate on disk. */
const onDisk: StandPlan[] = shipped
  .all()
  .flatMap(({ workflow }) =>
    workflow.phases.flatMap(({ id, gate: asked }, i): StandPlan[] =>
      asked
        ? [standPlan(workflow, asked, positions[i % 3] ?? 'beside', `${workflow.id}-${workflow.version}-${id}`)]
        : [],
    ),
  );

const kindsOf = (sort: 'college' | 'raad'): DecisionKind[] =>
  sort === 'raad' ? [...decisionKinds] : decisionKinds.filter((kind) => kind !== 'adopt-amended');

function invented(i: number, sort: 'college' | 'raad', rule: Rule): StandPlan {
  const bodies: BodyId[] = ['p0', 'p1', 'p2', 'p3'].map((party) => `${party}/${sort}`);
  const noun = { one: 'orgaan', many: 'organen' };
  const workflow = defineWorkflow({
    id: 'stand',
    version: 1,
    title: 'Proef',
    source: 'Verzonnen.',
    parties: [
      ...['p0', 'p1', 'p2', 'p3'].map((party) => municipality(party, party.toUpperCase(), null)),
      region('de-regio', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    groups: { bodies: { noun, bodies }, some: { noun, bodies: bodies.slice(0, 2) } },
    phases: {
      [first]: phase('Vraag', window('2024'), {
        source: 'Verzonnen.',
        gate: gate('Vraag', {
          verb: 'instemmen',
          electorate: 'bodies',
          ruledBy: 'de-regio/overleg',
          rule,
          kinds: kindsOf(sort),
          unconfirmed: i % 2 === 0 ? 'counts' : 'waits',
          afterRuling: i % 3 === 0 ? 'reopen' : 'flag',
          ...(i % 4 === 1 ? { enacts: true } : {}),
          ...(rule.rule === 'chosen-option' ? { polls: optionsOf(rule) } : {}),
          ...(i % 3 === 1 || rule.rule === 'on-questions'
            ? { questions: ['p', 'q'].map((id) => ({ id, text: `De vraag ${id}?` })) }
            : {}),
        }),
      }),
    },
  });
  const [{ gate: asked }] = workflow.phases as [Phase]; // the one above
  if (!asked) throw new Error('the invented plan has a gate');
  const own = rule.rule === 'chosen-option' ? { ...asked, rule } : asked;
  return standPlan(workflow, own, positions[i % 3] ?? 'beside', `verzonnen-${i}`);
}

const optionsOf = (rule: Rule): { id: Slug; title: string }[] => ('options' in rule ? (rule.options as never) : []);

/** Samples speak of the bodies b0, b1 …, which are bodies of parties here. */
const overBodies = (rule: Rule, sort: string): Rule =>
  JSON.parse(JSON.stringify(rule).replace(/"b(\d)"/g, `"p$1/${sort}"`)) as Rule; // the same rule over other names

const samples = [...rules.values()].flatMap((kind) => kind.samples(4));
/** Each rule twice, with other terms and the second gate elsewhere. */
const synthetic: StandPlan[] = [...samples, ...samples.slice(1), ...samples.slice(0, 1)].map((rule, i) => {
  const sort = i % 2 === 0 ? 'raad' : 'college';
  return invented(i, sort, overBodies(rule, sort));
});

export const standPlans: readonly StandPlan[] = [...onDisk, ...synthetic];
