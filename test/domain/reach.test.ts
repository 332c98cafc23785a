// What a rule can come to, proven over the kinds of decision that its gate takes; and a body that is named twice.
import { loadRules, planText } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import type { Rule } from '../../src/domain/rule.js';
import { allOf } from '../../src/domain/rules/all-of.js';
import { chosenOption } from '../../src/domain/rules/chosen-option.js';
import { not } from '../../src/domain/rules/not.js';
import { onQuestions } from '../../src/domain/rules/on-questions.js';
import { share } from '../../src/domain/rules/share.js';
import { responded } from '../../src/domain/rules/responded.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { veto } from '../../src/domain/rules/veto.js';
import { decisionKinds, kindOfDecision, type DecisionKind } from '../../src/domain/vocabulary.js';
import { check } from '../../src/domain/workflow/check.js';
import { defineWorkflow, gate, phase, type GatePlan } from '../../src/domain/workflow/define.js';
import { carriedPlan } from '../../src/domain/workflow/plan.js';
import { sha256 } from '../../src/store/seal.js';
import { checkView } from '../../src/wording/gates/plan-faults.js';
import { asking, colleges, councilTrack, ruledBy, Staged } from '../support/staged-play.js';

const rules = await loadRules();
const { parties, source } = councilTrack.workflow;
const all = unanimity('colleges');
const ways = ['noord', 'zuid'].map((id) => ({ id, title: id }));
const questions = ['artikel-1', 'artikel-2', 'artikel-3'].map((id) => ({ id, text: id }));
const ofSide = (side: string): DecisionKind[] => decisionKinds.filter((kind) => kindOfDecision(kind).side === side);

/** What is said of the rules of a plan with this gate. */
function told(more: Partial<GatePlan> & { rule: Rule }, electorate = 'colleges'): string {
  const asked = gate('Moment', { verb: 'instemmen', electorate, ruledBy, ...more });
  const planned = phase('Fase', window('2024'), { source, gate: asked });
  const plan = defineWorkflow({ id: 'proef', version: 1, title: 'Proef', source, parties, phases: { p: planned } });
  return checkView(check(plan, rules).find(({ name }) => name === 'rules')!).detail; // it is always there
}

const fine = 'elk van de 1 regels kan tot go en tot no-go komen';
const neverNoGo = 'fase "p": met niemand akkoord wordt het geen no-go';
const neverGo = 'fase "p": met ieder akkoord wordt het geen go';

describe('a gate where no decision counts against', () => {
  const kinds: DecisionKind[] = ['agree', 'deferred', 'noted'];

  it('can never be a no-go, and the check says which kind is missing', () =>
    expect(told({ rule: all, kinds })).toBe(
      `${neverNoGo}: neem in kinds ten minste één op van disagree, consent-withheld, not-signed`,
    ));

  it('can be one with any of these', () => {
    for (const kind of ofSide('against')) expect(told({ rule: all, kinds: [...kinds, kind] })).toBe(fine);
  });

  it('can be one where a body may abstain, to a rule that counts all', () =>
    expect(told({ rule: all, kinds: [...kinds, 'abstained'] })).toBe(fine));

  it('can be a go without any that counts for, where who is silent past the term has no objection', () => {
    const rule = veto('colleges', responded('colleges'));
    expect(told({ rule, kinds: ['disagree', 'noted'] })).toBe(fine);
    expect(told({ rule: all, kinds: ['disagree', 'noted'] })).toMatch(/ten minste één op van agree, .*adopt/);
  });

  it('needs none where only a response is asked', () =>
    expect(told({ rule: responded('colleges'), kinds: ['view', 'no-view'] })).toBe(fine));

  it('can never be a go where the rule wants somebody against', () => {
    const rule = not(threshold(3, 'colleges'));
    expect(told({ rule: allOf(rule, threshold(1, 'colleges')), kinds })).toBe(
      `${neverGo}: neem in kinds ten minste één op van disagree, consent-withheld, not-signed`,
    );
  });
});

describe('a choice', () => {
  it('of which one option needs all and the other one, reaches both', () => {
    const rule = chosenOption(ways, all, { zuid: threshold(1, 'colleges') });
    expect(told({ rule, polls: ways, kinds: ['agree', 'disagree'] })).toBe(fine);
    expect(told({ rule, polls: ways, kinds: ['agree'] })).toMatch(/neem in kinds ten minste één op van disagree/);
  });

  it('is between the possibilities of its gate alone', () => {
    const other = [...ways, { id: 'oost', title: 'oost' }];
    const cure = 'fase "p": noem precies de mogelijkheden van dit go/no-go-moment: noord (noord), zuid (zuid)';
    expect(told({ rule: chosenOption(other, all), polls: ways })).toBe(cure);
  });
});

describe('rules on questions apart', () => {
  const apart = allOf(onQuestions(['artikel-1'], all), not(onQuestions(['artikel-2'], all)));

  it('reach both where the answers may differ by question', () => {
    expect(told({ rule: apart, questions })).toBe(fine);
    expect(
      told({ rule: allOf(onQuestions(['artikel-1'], all), not(onQuestions(['artikel-1'], all))), questions }),
    ).toBe(neverGo);
  });

  it('can hold for one option of a choice', () => {
    const rule = chosenOption(ways, apart);
    expect(told({ rule, polls: ways, questions })).toBe(fine);
  });

  it('are on questions that are put, and the nearest is asked after', () => {
    expect(told({ rule: onQuestions(['artikle-1', 'artikel-2'], all), questions })).toBe(
      'fase "p": vraag "artikle-1" wordt hier niet gesteld: bedoelde u "artikel-1"?',
    );
    expect(told({ rule: onQuestions(['geld'], all), questions })).toBe(
      'fase "p": vraag "geld" wordt hier niet gesteld: kies uit artikel-1, artikel-2, artikel-3',
    );
  });
});

it('a rule in words that nobody knows is asked after at every depth', () => {
  const misspelled = { ...share(2, 3, 'colleges'), amang: 'decided' } as Rule;
  expect(told({ rule: chosenOption(ways, all, { zuid: misspelled }), polls: ways })).toMatch(
    /regel "share": "amang" hoort er niet bij; bedoelde u "among"\?/,
  );
  const options = ways.map((way) => ({ ...way, titel: 'x' }));
  expect(told({ rule: chosenOption(options, all), polls: ways })).toMatch(
    /regel "chosen-option": "options\/titel" hoort er niet bij; bedoelde u "options\/title"\?/,
  );
});

describe('a body that is named twice', () => {
  it('in a group is refused with the group, and counts once in a plan that a dossier carries', () => {
    const [oost = ''] = colleges;
    const groups = { kust: { noun: { one: 'college', many: 'colleges' }, bodies: [...colleges.slice(0, 2), oost] } };
    const phases = { p: asking({ electorate: 'kust', rule: threshold(2, 'kust') }) };
    const workflow = defineWorkflow({ id: 'proef', version: 1, title: 'Proef', source, parties, phases, groups });
    const faults = check(workflow, rules).filter(({ passed }) => !passed);
    expect(faults.map(checkView)).toMatchObject([
      { name: 'bodies', detail: `groep "kust": orgaan "${oost}" staat er twee keer: noem het één keer` },
    ]);

    const staged = new Staged(carriedPlan(workflow, sha256(planText(workflow)), rules, [])).put('p');
    staged.decide('p', oost, 'agree');
    const { outcome, tally, bodies } = staged.standing('p');
    expect([outcome, tally.electorate, tally.for, bodies.length]).toEqual(['open', 2, 1, 2]);
  });
});
