// A gate that its own decision ends, when that decision was wrongly recorded: its end follows what is read now, and nobody
// corrects an end that nobody typed.
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { statusOf } from '../../src/domain/dossier/state.js';
import type { DecisionKind } from '../../src/domain/vocabulary.js';
import { Corrections } from '../support/corrections.js';
import { asking, chair, own, planOf, Staged } from '../support/staged-play.js';

const college = 'oost/college';
const plan = planOf(
  {
    besluit: asking({
      electorate: 'een',
      rule: unanimity('een'),
      concludes: 'by-itself',
      kinds: ['agree', 'disagree', 'deferred'],
    }),
    daarna: { ...asking(), startsAfter: ['besluit'] },
  },
  { groups: { een: { noun: { one: 'college', many: 'colleges' }, bodies: [college] } } },
);
const decided = (kind: DecisionKind, on = '2024-03-05') => {
  const staged = new Staged(plan).put('besluit');
  staged.decide('besluit', college, kind, on);
  return staged;
};
const put = (staged: Staged, more: object) => {
  const corrects = staged.decisions('besluit').at(-1)?.id;
  staged.give(
    'record-decision',
    { gate: 'besluit' },
    { body: college, corrects, reason: 'verkeerd getypt', ...more },
    own(college),
  );
};
const endOf = (staged: Staged) => {
  const { rulings = [], number } = staged.dossier.rounds.besluit?.at(-1) ?? {};
  const last = rulings.at(-1);
  return [statusOf(staged.dossier, 'besluit'), number, last?.ruling, last?.ruledOn];
};

describe('a decision that ended its gate, put right', () => {
  it('ends it where it did not', () => {
    const record = decided('deferred');
    put(record, { decision: 'agree' });
    expect(endOf(record)).toEqual(['passed', 1, 'go', '2024-03-05']);
  });

  it('passes where it had been refused, in the same round', () => {
    const record = decided('disagree');
    expect(endOf(record)).toEqual(['refused', 1, 'no-go', '2024-03-05']);
    put(record, { decision: 'agree' });
    expect(endOf(record)).toEqual(['passed', 1, 'go', '2024-03-05']);
  });

  it('opens what had been refused where nothing was decided', () => {
    const record = decided('disagree');
    put(record, { decision: 'deferred' });
    expect(endOf(record).slice(0, 2)).toEqual(['at-gate', 1]);
    put(record, { decision: 'disagree' });
    expect(endOf(record)).toEqual(['refused', 1, 'no-go', '2024-03-05']);
  });

  it('is refused where it had passed', () => {
    const record = decided('agree');
    put(record, { decision: 'disagree' });
    expect(endOf(record).slice(0, 3)).toEqual(['refused', 1, 'no-go']);
  });

  it('keeps the day of its end, which the chair can put right too', () => {
    const day = '2024-03-12';
    for (const kind of ['agree', 'disagree'] as const) {
      const staged = decided(kind);
      put(staged, { decidedOn: day });
      const record = new Corrections(staged.events, plan);
      const { facts } = record.correct('GateRuled', { ruledOn: day }, chair);
      expect(facts).toMatchObject({ ruling: kind === 'agree' ? 'go' : 'no-go', byItself: true });
      expect(record.dossier.rounds.besluit?.at(-1)?.rulings).toMatchObject([{ ruledOn: day }]);
    }
  });

  it('has an end of which nobody says that it never was', () => {
    const record = new Corrections(decided('agree').events, plan);
    for (const said of [{ never: true }, { ruling: 'hold' }] as const)
      expect([said, record.refused('GateRuled', said, chair)]).not.toEqual([said, null]);
  });
});
