// The record as it is read: every fact once, in the place where it was recorded first, said as it was corrected last.
import type { Correction, DossierEvent } from '../../../src/domain/dossier/events.js';
import { correctionIn, effective, factsIn, stands } from '../../../src/domain/fold/effective.js';
import { CannotFollow } from '../../../src/domain/fold/evolve.js';

const event = (
  sequence: number,
  correction?: Correction,
  type: 'PhaseStarted' | 'DossierStarted' = 'PhaseStarted',
): DossierEvent =>
  ({ sequence, type, on: '2024-02-01', facts: { ...(correction ? { correction } : {}) }, texts: {} }) as DossierEvent; // as much as is read of it
const never = true as const;

/** Each fact by the numbers of its first and newest reading, and of those between them. */
const told = (facts: ReturnType<typeof factsIn>): unknown[] =>
  facts.map(({ first, newest, older }) => [first.sequence, newest.sequence, older.map(({ sequence }) => sequence)]);

it('says of an event what it corrects, if anything', () => {
  expect([correctionIn(event(2)), correctionIn(event(3, { of: 2 }))]).toEqual([null, { of: 2 }]);
});

it.each<[string, DossierEvent[], unknown[]]>([
  ['nothing', [], []],
  [
    'what nobody corrected, as it was recorded',
    [event(1), event(2)],
    [
      [1, 1, []],
      [2, 2, []],
    ],
  ],
  [
    'what was corrected, in its own place',
    [event(1), event(2), event(3, { of: 1 })],
    [
      [1, 3, [1]],
      [2, 2, []],
    ],
  ],
  [
    'a correction of a correction, as one more reading of the same fact',
    [event(1), event(2), event(3, { of: 1 }), event(4, { of: 3 })],
    [
      [1, 4, [1, 3]],
      [2, 2, []],
    ],
  ],
  [
    'a correction that names a former reading, as one more of the same fact',
    [event(1), event(2, { of: 1 }), event(3, { of: 1 })],
    [[1, 3, [1, 2]]],
  ],
  [
    'corrections of two facts, each with its own',
    [event(1), event(2), event(3, { of: 2 }), event(4, { of: 1 }), event(5, { of: 3 })],
    [
      [1, 4, [1]],
      [2, 5, [2, 3]],
    ],
  ],
])('reads %s', (_, events, expected) => {
  expect(told(factsIn(events))).toEqual(expected);
});

it('cannot follow a correction of what is not there', () => {
  const read = () => factsIn([event(1), event(2, { of: 7 })]);
  expect(read).toThrow(CannotFollow);
  expect(read).toThrow('it corrects event 7, which is not there');
});

describe('what never was', () => {
  it('does not count, and counts again once it is corrected back', () => {
    const events = [event(1), event(2), event(3, { of: 2, never })];
    expect(factsIn(events).map(stands)).toEqual([true, false]);
    expect(told(effective(events))).toEqual([[1, 1, []]]);
    expect(told(effective([...events, event(4, { of: 3 })]))).toEqual([
      [1, 1, []],
      [2, 4, [2, 3]],
    ]);
  });

  it('is the start of a dossier, and then all that was said in it is still there to read', () => {
    const events = [event(1, undefined, 'DossierStarted'), event(2), event(3, { of: 1, never }, 'DossierStarted')];
    expect(told(effective(events))).toEqual([
      [1, 3, [1]],
      [2, 2, []],
    ]);
  });
});
