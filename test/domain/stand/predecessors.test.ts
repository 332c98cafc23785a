// What a successor may stay with: what its predecessors decided, where all of them answered alike.
import { predecessorsOf, sharedBy } from '../../../src/domain/stand/predecessors.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import type { BodyId, Day, DecisionKind } from '../../../src/domain/vocabulary.js';
import { asking, lead, Staged } from '../../support/staged-play.js';
import {
  begin,
  brielle,
  from,
  hellevoetsluis,
  into,
  nissewaard,
  put,
  reason,
  today,
  voorne,
  voornesPlan,
  westvoorne,
} from '../../support/voorne.js';

let staged: Staged;
const decide = (gate: string, body: BodyId, on: Day, kind: DecisionKind = 'agree') =>
  staged.decide(gate, body, kind, on, { reason });
const merge = () => staged.give('merge-parties', {}, { from, into, reason }, lead, today);

describe('what the predecessors decided', () => {
  beforeEach(() => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: unanimity('colleges') }) }), begin).put('moment', put);
  });
  const shared = () => {
    const stands = predecessorsOf(staged.at('moment', today), voorne);
    return [stands.map(({ body, side }) => `${body} ${side}`), sharedBy(stands)?.kind ?? null];
  };
  const three = [brielle, hellevoetsluis, westvoorne];

  it('is what the successor may stay with, where all answered alike', () => {
    for (const body of three) decide('moment', body, '2022-11-01');
    merge();
    expect(shared()).toEqual([three.map((body) => `${body} for`), 'agree']);
  });

  it('is nothing where they differ, or one had not decided', () => {
    decide('moment', brielle, '2022-11-01');
    decide('moment', hellevoetsluis, '2022-11-01', 'disagree');
    merge();
    expect(shared()).toEqual([[`${brielle} for`, `${hellevoetsluis} against`, `${westvoorne} silent`], null]);
  });

  it('is nothing for who succeeded nobody', () => {
    decide('moment', brielle, '2022-11-01');
    expect(predecessorsOf(staged.at('moment', today), nissewaard)).toEqual([]);
  });
});
