// Laws of a merger, over stories that are drawn: what bodies did before and after it, and where in the record it stands.
import fc from 'fast-check';
import { weighted } from '../../src/domain/rules/weighted.js';
import { standing } from '../../src/domain/stand/at-gate.js';
import { isOpen } from '../../src/domain/stand/course.js';
import { standOf } from '../../src/domain/stand/stand.js';
import { currentRound } from '../../src/domain/dossier/state.js';
import type { BodyId, Day, DecisionKind } from '../../src/domain/vocabulary.js';
import { asking, lead, Staged } from '../support/staged-play.js';
import {
  before,
  begin,
  colleges,
  day,
  from,
  inhabitants,
  into,
  put,
  reason,
  today,
  voorne,
  voornesPlan,
} from '../support/voorne.js';

const rule = weighted('colleges', inhabitants);
const plan = voornesPlan({ moment: asking({ rule }) });
const kinds: DecisionKind[] = ['agree', 'disagree', 'deferred', 'noted', 'abstained'];
const days: Day[] = ['2022-10-03', '2022-12-01', before, day, '2023-01-10', '2023-02-20'];

/** What a body did, on a day; each does at most one thing a day, so that order says nothing. */
const act = fc.record({
  body: fc.constantFrom<BodyId>(...colleges, voorne),
  on: fc.constantFrom(...days),
  kind: fc.constantFrom(...kinds),
});
const story = fc.uniqueArray(act, { maxLength: 12, selector: ({ body, on }) => `${body} ${on}` });
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** The story, with the merger after so many of its acts. Before that nobody can decide for the successor. */
function tell(acts: readonly Act[], place: number | null): Staged {
  const staged = new Staged(plan, begin).put('moment', put);
  /** Where a decision of the body stands on that day, it says that it decides again. */
  const tellAct = ({ body, on, kind }: Act) => {
    const { decision } = standOf(staged.at('moment', on), body);
    const again = decision && !isOpen(decision) ? { revises: decision.id } : {};
    staged.decide('moment', body, kind, on, { reason, ...again });
  };
  const isKnown = ({ body }: Act) => body !== voorne;
  acts
    .slice(0, place ?? acts.length)
    .filter(isKnown)
    .forEach(tellAct);
  if (place === null) return staged;
  staged.give('merge-parties', {}, { from, into, reason }, lead, today);
  acts
    .slice(0, place)
    .filter((one) => !isKnown(one))
    .forEach(tellAct);
  acts.slice(place).forEach(tellAct);
  return staged;
}

function told(staged: Staged, on: Day): object {
  const { dossier } = staged.reading(today, on);
  const round = currentRound(dossier, 'moment');
  if (!round) return {};
  const { bodies, tally, outcome, explanation } = standing(dossier, 'moment', round, on);
  return {
    sides: bodies.map(({ body, side }) => `${body} ${side}`).sort(),
    tally,
    outcome,
    figures: explanation.figures,
  };
}

const runs = { numRuns: 25 };
const drawn = fc.tuple(story, fc.nat(12));

it('before its day the world is as without it', () => {
  fc.assert(
    fc.property(drawn, ([acts, place]) => {
      const [merged, plain] = [tell(acts, place), tell(acts, null)];
      for (const on of [put, '2022-12-01', before]) expect(told(merged, on)).toEqual(told(plain, on));
    }),
    runs,
  );
});

it('it does not matter when it is recorded', () => {
  fc.assert(
    fc.property(drawn, fc.nat(12), ([acts, place], other) => {
      const [one, two] = [tell(acts, place), tell(acts, other)];
      for (const on of days) expect(told(one, on)).toEqual(told(two, on));
    }),
    runs,
  );
});

it('sides add up to the seats, nothing is lost of the weight, and a successor has only what it decided itself', () => {
  fc.assert(
    fc.property(drawn, ([acts, place]) => {
      const staged = tell(acts, place);
      const { bodies, tally, explanation } = staged.standing('moment', today);
      expect(tally.for + tally.against + tally.abstained + tally.undecided + tally.silent).toBe(2);
      expect(explanation.figures).toMatchObject({ total: '156999.75' });
      const stand = bodies.find(({ body }) => body === voorne);
      const own = acts.filter(({ body, on }) => body === voorne && on >= day);
      expect(stand?.side === 'silent').toBe(own.length === 0);
    }),
    runs,
  );
});
