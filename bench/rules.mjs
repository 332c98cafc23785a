// What a rule costs over a country of 342 bodies, outcome and explanation together, and what the check of a workflow
// costs that is published: every shipped one, and one of forty phases. In milliseconds, the median of many.
import { loadRules, loadPlans, shippedWorkflows } from '../dist/src/app/plan-catalogue.js';
import { explained, scopeOf } from '../dist/src/domain/rule.js';
import { check } from '../dist/src/domain/workflow/check.js';
import { invented } from './region.mjs';
import { timed } from './timed.mjs';

const goals = { rule: 0.25, shipped: 500, forty: 2000 };
const size = 342;

const rules = await loadRules();
const sides = ['for', 'for', 'for', 'against', 'silent'];
const mixed = Array.from({ length: size }, (_, i) => ({
  body: `b${i}`,
  side: sides[i % 5],
  option: 'a',
  lapsed: false,
}));
const stands = { 'all for': mixed.map((one) => ({ ...one, side: 'for' })), mixed };
const rows = [];
for (const [stand, positions] of Object.entries(stands)) {
  const ground = {
    positions: (group) => (group === 'some' ? positions.slice(0, size / 2) : positions),
    noun: () => ({ one: 'orgaan', many: 'organen' }),
  };
  const scope = scopeOf(rules, ground);
  for (const kind of rules.values()) {
    const rule = kind.samples(size)[0];
    const ms = timed(300, () => explained(scope.explain(rule)));
    rows.push({ what: `${kind.name}, ${size} bodies, ${stand}`, ms: ms.toFixed(3), goal: goals.rule });
  }
}

for (const { workflow } of (await loadPlans([shippedWorkflows])).all()) {
  const ms = timed(10, () => check(workflow, rules));
  rows.push({ what: `check of ${workflow.id} ${workflow.version}`, ms: ms.toFixed(1), goal: goals.shipped });
}

const long = invented('bench-forty', 'Meting', 30, 40);
rows.push({ what: 'check of forty phases', ms: timed(3, () => check(long, rules)).toFixed(0), goal: goals.forty });
console.table(rows);
