// What the law check holds a plan of 2026 to beside the steps: the budget, what fits a legal form, and windows that can hold
// their terms. Of the shipped plans every one passes; here each is tried that does not.
import { loadRules } from '../../src/app/plan-catalogue.js';
import { window, type Window } from '../../src/domain/calendar.js';
import { responded } from '../../src/domain/rules/responded.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { check } from '../../src/domain/workflow/check.js';
import { defineWorkflow, gate, municipality, phase, region, type PhasePlan } from '../../src/domain/workflow/define.js';
import type { LawStep } from '../../src/domain/workflow/workflow.js';
import { checkView } from '../../src/wording/gates/plan-faults.js';
import { legalForms } from '../../workflows/parts/rechtsvormen.js';

const rules = await loadRules();
const ruledBy = 'regio/overleg';
const colleges = { electorate: 'colleges', ruledBy, rule: unanimity('colleges'), verb: 'instemmen' };
const choice = phase('Keuze', window(null), {
  source: 'bron',
  gate: gate('Vorm', { ...colleges, proposes: legalForms }),
});
const after = (step: LawStep, more: Partial<PhasePlan> = {}): PhasePlan =>
  phase('Daarna', window(null), {
    source: 'bron',
    step,
    startsAfter: ['keuze'],
    gate: gate('Moment', colleges),
    ...more,
  });
const view = (weeks: number, planned: Window = window(null)): PhasePlan =>
  phase('Zienswijze', planned, {
    source: 'bron',
    step: 'budget-view',
    gate: gate('Zienswijze', {
      electorate: 'councils',
      ruledBy,
      verb: 'reageren',
      kinds: ['no-view', 'view'],
      weeksFromReceipt: weeks,
      rule: responded('councils'),
    }),
  });

/** What the check says of a plan with these phases, by the names of what did not pass. */
const told = (phases: Record<string, PhasePlan>, law: 2026 | null = 2026): Record<string, string> =>
  Object.fromEntries(
    check(
      defineWorkflow({
        ...{ id: 'proef', version: 1, title: 'Proef', source: 'bron', phases },
        ...(law && { law }),
        parties: [municipality('een', 'Een', 'GM1'), region('regio', 'Regio', [{ id: 'overleg', title: 'Overleg' }])],
      }),
      rules,
    )
      .map(checkView)
      .flatMap(({ name, passed, detail }) => (passed ? [] : [[name, detail]])),
  );

describe('a plan that is held to the law of 2026', () => {
  it('gives the councils twelve weeks for a budget', () => {
    expect(told({ zienswijze: view(8) })['budget-term']).toContain('12 weken');
    expect(told({ zienswijze: view(12) })).toEqual({});
  });

  it('adopts a budget after the views on it, and not before', () => {
    const phases = {
      keuze: phase('Eerst', window(null), { source: 'bron' }),
      vaststelling: after('budget-adoption'),
      zienswijze: { ...view(12), startsAfter: ['vaststelling'] },
    };
    expect(told(phases).law).toContain('"vaststelling" moet na "zienswijze" komen');
  });

  it('asks a board and a budget of a form that has them, and of no other', () => {
    const found = told({ keuze: choice, begroting: after('budget-adoption') });
    expect(found['form-without-budget']).toContain('Centrumgemeente heeft geen bestuur');
    expect(told({ keuze: choice })['no-budget']).toContain('heeft een bestuur');
    const tails = Object.fromEntries(
      ['openbaar-lichaam', 'bedrijfsvoeringsorganisatie'].map((option) => [
        option,
        after('budget-adoption', { branch: { gate: 'keuze', option } }),
      ]),
    );
    expect(told({ keuze: choice, ...tails })).toEqual({});
  });

  it('has windows that can hold their terms', () => {
    const short = { zienswijze: view(12, window('2026-07-01', '2026-08-31')) };
    expect(told(short)['window-too-short']).toContain('31 augustus 2026 en kan op zijn vroegst op 23 september 2026');
    expect(told({ zienswijze: view(12, window('2026-07-01', '2026-09-30')) })).toEqual({});
    const later = {
      keuze: phase('Eerst', window('2026-09-01', '2026-09-30'), { source: 'bron', gate: gate('Moment', colleges) }),
      zienswijze: { ...view(12, window(null, '2026-11-01')), startsAfter: ['keuze'] },
    };
    expect(told(later)['window-too-short']).toContain('1 december 2026');
  });

  it('has sent what it has to send before 30 April and 15 September', () => {
    const day = (step: LawStep, until: string) => ({
      eerst: phase('Eerst', window(null, until), { source: 'bron', step, gate: gate('Moment', colleges) }),
    });
    expect(told(day('budget-frame', '2027-04-29'))).toEqual({});
    expect(told(day('budget-frame', '2027-04-30'))['budget-day']).toContain('vóór 30 april 2027');
    expect(told(day('budget-sent', '2027-09-14'))).toEqual({});
    expect(told(day('budget-sent', '2027-09-30'))['budget-day']).toContain('vóór 15 september 2027');
  });

  it('and one of before is held to what the check was then', () => {
    expect(told({ keuze: choice, zienswijze: view(12, window('2026-07-01', '2026-08-31')) }, null)).toEqual({});
  });
});
