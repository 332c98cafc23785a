// A body that abstains, beside its rule: the sum of the tally, how it is stored and drawn, what it changes afterwards,
// and what a plan can come to where it is offered.
import fc from 'fast-check';
import { notCounting, signOfStand } from '../../src/domain/views/stand-view.js';
import { majority } from '../../src/domain/rules/majority.js';
import { not } from '../../src/domain/rules/not.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { veto } from '../../src/domain/rules/veto.js';
import { decisionKinds, kindOfDecision, type DecisionKind, type Side } from '../../src/domain/vocabulary.js';
import { reachFaults } from '../../src/domain/workflow/check-rules.js';
import { plainKinds } from '../../src/domain/workflow/terms.js';
import { asking, begin, chair, colleges, councilTrack, planOf, Staged } from '../support/staged-play.js';
import { rules } from '../support/stands.js';

const [oost = '', west = '', eiland = ''] = colleges;
const p = { gate: 'p' };
const questions = ['doel', 'geld'].map((id) => ({ id, text: id }));
const options = ['noord', 'zuid'].map((id) => ({ id, title: id }));

/** These need nothing beside them, and are about the text that lay there. */
const plain = decisionKinds.filter(
  (kind) => kindOfDecision(kind).needs === undefined && kind !== 'adopt-amended' && kind !== 'agree-amended',
);

/** Of an act: against before undecided, undecided before abstained, and abstained only when all its answers are. */
function sideOfAll(kinds: readonly DecisionKind[]): Side {
  const sides = new Set(kinds.map((kind) => kindOfDecision(kind).side));
  const first = (['against', 'undecided', 'for'] as const).find((side) => sides.has(side));
  return first ?? 'abstained';
}

describe('how a body counts that abstains', () => {
  it('is by all its answers, and every tally adds up to who decides, with who is missing for exactly the rest', () => {
    const plan = planOf({ p: asking({ questions }) });
    const kind = fc.constantFrom(...plain);
    const answer = fc.option(fc.record({ doel: kind, geld: kind }));
    const seen = new Set<Side>();
    fc.assert(
      fc.property(fc.array(answer, { minLength: 3, maxLength: 3 }), (drawn) => {
        const staged = new Staged(plan).put('p');
        const sides = drawn.map((answers, i): Side => {
          if (!answers) return 'silent';
          staged.decide('p', colleges[i] ?? '', answers.doel, begin, { answers });
          return sideOfAll([answers.doel, answers.geld]);
        });
        for (const side of sides) seen.add(side);
        const { tally, missing, bodies } = staged.standing('p');
        expect(bodies.map(({ side }) => side)).toEqual(sides);
        const { for: supporting, against, abstained, undecided, silent, electorate } = tally;
        expect(supporting + against + abstained + undecided + silent).toBe(electorate);
        expect(missing).toHaveLength(undecided + silent);
      }),
      // Drawn by chance alone it may be missing: both questions must be abstained from.
      { numRuns: 200, examples: [[[{ doel: 'abstained', geld: 'abstained' }, null, null]]] },
    );
    expect([...seen].sort()).toEqual(['abstained', 'against', 'for', 'silent', 'undecided']);
  });

  it('has a sign of its own, and counts: nobody is told that it does not yet', () => {
    const staged = new Staged(planOf({ p: asking() })).put('p');
    staged.decide('p', oost, 'abstained');
    const stand = staged.standing('p');
    expect(stand.bodies.map(signOfStand)).toEqual(['abstained', 'none', 'none']);
    expect([stand.tally.decided, notCounting(stand.tally)]).toEqual([1, 0]);
  });

  it('is held back like every decision: on a text that was replaced it has still to decide', () => {
    const staged = new Staged(planOf({ p: asking() })).put('p');
    staged.decide('p', oost, 'abstained');
    staged.give('revise-proposal', p, { on: begin, title: 'Versie 2' });
    expect(staged.standing('p')).toMatchObject({
      tally: { abstained: 0, undecided: 1 },
      missing: [{ body: oost, why: 'stale' }, { body: west }, { body: eiland }],
    });
  });

  it.each([
    ['abstained', 'subject-to'],
    ['agree', undefined],
  ] as const)('a reservation that waits for a body that says %s stands so: %s', (decision, why) => {
    const staged = new Staged(planOf({ p: asking() })).put('p');
    staged.decide('p', oost, 'agree-subject-to', begin, { subjectTo: { gate: 'p', body: west } });
    staged.decide('p', west, decision);
    expect(staged.standing('p').missing.find(({ body }) => body === oost)?.why).toBe(why);
  });
});

describe('what is concluded where a body abstained', () => {
  const settledIn = (kinds: DecisionKind[]) => {
    const staged = new Staged(planOf({ p: asking({ rule: majority('colleges', 'decided') }) })).put('p');
    kinds.forEach((kind, i) => staged.decide('p', colleges[i] ?? '', kind));
    const [event] = staged.give('rule-gate', p, { ruling: 'go', ruledOn: begin }, chair);
    return { facts: JSON.stringify(event?.facts), tally: staged.standing('p').tally };
  };

  it('is stored with it and read back, and without it where nobody did', () => {
    const { facts, tally } = settledIn(['agree', 'agree', 'abstained']);
    expect([facts.match(/"abstained":\d/g), tally.abstained]).toEqual([['"abstained":1', '"abstained":1'], 1]);
    const without = settledIn(['agree', 'agree', 'disagree']);
    expect([without.facts.includes('abstained'), without.tally.abstained]).toEqual([false, 0]);
  });

  it.each([
    ['abstained', 'agree', true],
    ['abstained', 'disagree', true],
    ['abstained', 'deferred', true],
    ['agree', 'abstained', true],
    ['abstained', 'abstained', false],
  ] as const)('a gate that %s helped to pass, and then %s, is open again: %s', (before, after, reopened) => {
    const rule = majority('colleges', 'decided');
    const staged = new Staged(planOf({ p: asking({ rule, afterRuling: 'reopen' }) })).put('p');
    staged.decide('p', oost, 'agree');
    staged.decide('p', west, 'agree');
    const revises = staged.decide('p', eiland, before);
    staged.give('rule-gate', p, { ruling: 'go', ruledOn: begin }, chair);
    staged.decide('p', eiland, after, begin, { revises });
    expect(staged.round('p').settled === null).toBe(reopened);
  });
});

describe('what a plan can come to', () => {
  // Nobody objects, and yet not everyone is for: only who abstains makes it so.
  const apart = veto('colleges', not(unanimity('colleges')));
  const reach = (kinds: DecisionKind[], poll?: true) =>
    reachFaults(councilTrack.workflow, colleges, rules, apart, { kinds, options: poll ? options : [], poll });

  it('is proven with bodies that abstain where the gate takes that, and only there', () => {
    expect(reach(plainKinds)).toEqual([{ code: 'never-go', lacking: ['abstained'] }]);
    expect(reach([...plainKinds, 'abstained'])).toEqual([]);
    expect(reach([...plainKinds, 'abstained'], true)).toEqual([]);
  });
});
