// What a body can answer is labelled by what is asked of it, in Dutch, at every gate of every plan.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { choiceLabel } from '../../src/wording/gates/verbs.js';

it('is no bare verb, at any gate', async () => {
  const gates = (await loadPlans([shippedWorkflows])).all().flatMap(({ gates: all }) => [...all.values()]);
  const bare = gates.filter(({ verb, kinds }) => kinds.some((kind) => choiceLabel(kind, verb).endsWith(`: ${verb}`)));
  expect(bare.map(({ title }) => title)).toEqual([]);
});

it('begins with the word that is told of it afterwards', () => {
  expect(choiceLabel('agree', 'treffen')).toBe('Akkoord: regeling getroffen');
  expect(choiceLabel('agree', 'aanwijzen')).toBe('Akkoord: aangewezen');
  expect(choiceLabel('agree-with-remarks', 'toetsen')).toBe('Akkoord met aandachtspunten: klopt deels');
  expect(choiceLabel('disagree', 'toetsen')).toBe('Niet akkoord: klopt niet');
  expect(choiceLabel('deferred', 'treffen')).toBe('Aangehouden');
  expect(choiceLabel('agree', 'gedogen')).toBe('Akkoord');
});
