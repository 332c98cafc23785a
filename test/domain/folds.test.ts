// Each command folds the events that it alone makes: one fold for a type, by what the event says, whether it was stored
// or is only decided. What no command makes is refused.
import { isDeepStrictEqual } from 'node:util';
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { commands } from '../../src/domain/commands/commands.js';
import type { FoldedByEvolve } from '../../src/domain/commands/command.js';
import type { DossierEvent, EventContent, EventType } from '../../src/domain/dossier/events.js';
import { folded, type Folds } from '../../src/domain/dossier/folds.js';
import type { Dossier, Recorded } from '../../src/domain/dossier/state.js';
import { CannotFollow, evolve } from '../../src/domain/fold/evolve.js';
import { chanceFrom, plans, randomPlay } from '../support/random-history.js';

const catalogue = new PlanCatalogue([...plans]);
const tables = Object.entries(commands).map(([name, kind]) => ({
  name,
  folds: kind.folds as Partial<Folds<EventType>>,
}));
const others: (FoldedByEvolve | 'DossierStarted')[] = ['GateReopened', 'DossierMigrated', 'DossierStarted'];
const types = tables.flatMap(({ folds }) => Object.keys(folds));

it('no type of event is folded twice', () => {
  expect(types.length).toBeGreaterThan(25);
  const all = [...types, ...others];
  expect(all.filter((type, i) => all.indexOf(type) !== i)).toEqual([]);
});

/** What folds of commands change: all but the machine, the days, and the chain of the record. */
function kept({ phases, rounds, conditions, corrected, amendments, facts }: Dossier) {
  return { phases, rounds, conditions, corrected, amendments, facts };
}

/** What was decided of a stored event: without the recorder and the commitments that the store adds to its facts. */
function decidedOf({ type, on, facts, texts }: DossierEvent): EventContent<EventType> {
  const { by: _by, commitments: _commitments, ...own } = facts as { by: object; commitments?: object };
  return { type, on, facts: own, texts } as EventContent<EventType>; // the same type with its own facts
}

function recordedAs({ sequence, recordedAt, recordedBy, hash, facts: { by } }: DossierEvent): Recorded {
  return { sequence, recordedAt, hash, by: { id: recordedBy, role: by.role, body: by.body ?? null } };
}

it('an event that is only decided is folded as it is once it was stored, and changes nothing of what was before it', () => {
  const seen = new Set<EventType>();
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    let dossier: Dossier | null = null;
    for (const event of randomPlay(chanceFrom(seed), 300)) {
      const before: Dossier | null = dossier;
      dossier = evolve(catalogue, before, event);
      const table = tables.find(({ folds }) => Object.hasOwn(folds, event.type))?.folds;
      if (!before || !table) continue;
      seen.add(event.type);
      const former = structuredClone(kept(before));
      const previewed = folded(table as Folds<EventType>, before, decidedOf(event), recordedAs(event));
      expect([event.type, isDeepStrictEqual(kept(previewed), kept(dossier))]).toEqual([event.type, true]);
      expect([event.type, isDeepStrictEqual(kept(before), former)]).toEqual([event.type, true]);
    }
  }
  const late: EventType[] = ['DecisionRecorded', 'DecisionCorrected', 'DecisionRevised', 'DecisionReleased'];
  expect([...seen]).toEqual(expect.arrayContaining([...late, 'ConditionAnswered', 'GateRuled']));
});

it.each(['DossierPainted', 'toString', '__proto__', 'constructor'])('an event of the type %s cannot follow', (type) => {
  const [first, second] = randomPlay(chanceFrom(1), 20);
  if (!first || !second) throw new Error('a play has more than one event');
  const dossier = evolve(catalogue, null, first);
  const strange = { ...second, type } as DossierEvent; // of a later version, or forged
  expect(() => evolve(catalogue, dossier, strange)).toThrow(CannotFollow);
  expect(() => evolve(catalogue, dossier, strange)).toThrow(`events of the type ${type} are not known`);
});
