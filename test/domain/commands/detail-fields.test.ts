// What a decision holds beside its answer: what of it cannot be true, and what only contradicts.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { flagsOf } from '../../../src/domain/stand/flags.js';
import { standOf } from '../../../src/domain/stand/stand.js';
import type { DecisionKind } from '../../../src/domain/vocabulary.js';
import { asking, begin, own, planOf, Staged } from '../../support/staged-play.js';
import { majority } from '../../../src/domain/rules/majority.js';

const plan = planOf({ alles: asking(), raden: asking({ electorate: 'councils', rule: majority('councils') }) });
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
  staged.put('alles').put('raden');
});

const oost = 'oost/college';
const refused = (id: string, decision: DecisionKind, more: Partial<RecordDecision> = {}, as = own(more.body ?? oost)) =>
  staged.refused('record-decision', { gate: id }, { body: oost, decision, decidedOn: begin, ...more }, as);
const wrong = (pointer: string, code: string, allowed?: string[]) => [
  { pointer, code, ...(allowed ? { allowed } : {}) },
];

describe('what a decision holds beside its answer', () => {
  const point = { text: 'De tekst.', verdict: 'agreed' } as const;
  const seats = (seatsOf: number) => [{ group: 'Lijst 1', for: 3, against: 1, absent: 1, seats: seatsOf }];

  it('is refused where it cannot be true: more votes than seats, a condition at a point that is not there', () => {
    const votes = refused('raden', 'agree', { body: 'oost/raad', groupVotes: seats(4) });
    expect(votes).toEqual([
      {
        ...wrong('/groupVotes/0/seats', 'not-allowed-here')[0],
        because:
          'is te weinig: Lijst 1 heeft 4 zetels, en er staan 5 stemmen en afwezigen; verbeter de stemmen of de zetels',
      },
    ]);
    expect(refused('raden', 'agree', { body: 'oost/raad', groupVotes: seats(5) })).toBeNull();
    const conditions = [{ text: 'Eerst het geld.', effect: 'suspensive', ofPoint: '1.4' }] as const;
    const bound = (more: Partial<RecordDecision>) =>
      refused('alles', 'agree-with-conditions', { conditions: [...conditions], ...more });
    expect(bound({ decisionPoints: [point] })).toEqual(wrong('/conditions/0/ofPoint', 'unknown-option', ['1']));
    expect(bound({ decisionPoints: [{ ...point, number: '1.4' }] })).toBeNull();
    expect(bound({})).toBeNull();
  });

  it('never changes how the body counts, and what contradicts is flagged', () => {
    const flags = (gate: string, kind: DecisionKind, body: string, more: Partial<RecordDecision>): string[] => {
      const id = staged.decide(gate, body, kind, begin, more);
      const at = staged.at(gate);
      const decision = staged.decisions(gate).find((one) => one.id === id);
      if (!decision) throw new Error('it was recorded');
      expect(standOf(at, body).side).toBe(kind === 'agree' ? 'for' : 'against');
      return flagsOf({ ...at, gate }, decision).filter((flag) => flag.endsWith('-differ'));
    };
    const no = { ...point, verdict: 'not-agreed' } as const;
    expect(flags('alles', 'agree', 'oost/college', { decisionPoints: [point, no] })).toEqual([]);
    expect(flags('alles', 'agree', 'west/college', { decisionPoints: [no] })).toEqual(['points-differ']);
    expect(flags('alles', 'disagree', 'eiland/college', { decisionPoints: [point] })).toEqual(['points-differ']);
    const vote = (yes: number, against: number) => ({
      groupVotes: [
        { group: 'A', for: yes },
        { group: 'B', against },
      ],
    });
    expect(flags('raden', 'agree', 'oost/raad', vote(3, 2))).toEqual([]);
    expect(flags('raden', 'agree', 'west/raad', { ...vote(3, 2), unanimous: true })).toEqual(['votes-differ']);
    expect(flags('raden', 'agree', 'eiland/raad', vote(2, 3))).toEqual(['votes-differ']);
  });
});
