// What one plan says otherwise than another: nothing of itself, and each change in words.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { difference } from '../../src/domain/workflow/difference.js';
import { ruleWords } from '../../src/wording/gates/rules.js';
import { differenceLines } from '../../src/wording/gates/differences.js';
import { testWorkflows } from '../support/workflows.js';

const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);
const drenthe = (version: number) => catalogue.get('drenthe-robuuste-regio', version, '');

describe('the difference of two plans', () => {
  it.each(catalogue.all().map((plan) => [`${plan.workflow.id} ${plan.workflow.version}`, plan] as const))(
    'of %s and itself is none',
    (_, plan) => {
      expect(differenceLines(difference(plan, plan, ruleWords))).toEqual(['geen verschil']);
    },
  );

  it('names what comes, what goes and what is said otherwise', () => {
    const lines = differenceLines(difference(drenthe(1), drenthe(2), ruleWords));
    for (const line of [
      ...['Reactienota: komt erbij', 'Raadsvoorstel: vervalt', 'Voorkeursvariant: blijft'],
      '  begint na: erbij Treffen van de regeling; niet meer Raadsbesluiten',
    ])
      expect(lines).toContain(line);
    expect(lines).not.toContain('Instemming met het verzoek: blijft');
    expect(lines.find((line) => line.startsWith('bron: eerst “brief'))).toBeDefined();
  });

  it('follows a map, under which prerequisites of another name are the same', () => {
    const kept = [...drenthe(1).phases.keys()].filter((id) => drenthe(2).phases.has(id));
    const map: Record<string, string> = { raadsbesluiten: 'treffen' };
    for (const id of kept) map[id] = id;
    const { phases } = difference(drenthe(1), drenthe(2), ruleWords, map);
    expect(phases.find(({ to }) => to === 'treffen')).toMatchObject({ fate: 'renamed', from: 'raadsbesluiten' });
    const inrichting = phases.find(({ to }) => to === 'inrichting')?.changes.map(({ what }) => what);
    expect(inrichting).not.toContain('startsAfter');
    expect(inrichting).toContain('gateAfter');
  });

  it('says every kind of change in words, between any two plans', () => {
    const undone = /undefined|\[object|\bnull\b/;
    for (const from of catalogue.all())
      for (const to of catalogue.all())
        for (const line of differenceLines(
          difference(from, to, ruleWords, placesOf(from.phases.keys(), to.phases.keys())),
        ))
          expect(line).not.toMatch(undone);
  });
});

/** Each phase to the one in the same place. */
const placesOf = (from: Iterable<string>, to: Iterable<string>): Record<string, string> => {
  const places = [...to];
  return Object.fromEntries([...from].flatMap((id, i) => (places[i] === undefined ? [] : [[id, places[i]]])));
};
