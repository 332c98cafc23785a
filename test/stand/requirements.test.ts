// What a gate asks beside decisions: a must that is not there holds a go, in every sentence and whoever is for; a no-go and a
// hold stay possible; what was told at a conclusion stays, and what is mended afterwards is told.
import fc from 'fast-check';
import { loadPlans } from '../../src/app/plan-catalogue.js';
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { now } from '../../src/domain/fold/history.js';
import { isOtherwise } from '../../src/domain/stand/changed.js';
import { requirementsOf } from '../../src/domain/stand/requirements.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import { gateShown } from '../../src/wording/gates/views.js';
import { mended, type Mend } from '../support/mend.js';
import { fold } from '../support/fold.js';
import { playAtRandom, movesOf } from '../support/random-play.js';
import { asking, planOf, Staged, own, today, type Who } from '../support/staged-play.js';
import { robuustheid } from '../../workflows/parts/robuustheid.js';
import { wgrInhoud } from '../../workflows/parts/wgr-inhoud.js';
import { testWorkflows } from '../support/workflows.js';
import { standing } from '../../src/domain/stand/at-gate.js';
import { currentRound, statusOf } from '../../src/domain/dossier/state.js';
import { Refusal } from '../../src/domain/refusal.js';

const catalogue = await loadPlans(testWorkflows);
const plan = catalogue.get('stukken', 1, '');
const gate = 'besluit';
const lead: Who = { role: 'process-lead', body: 'testregio/overleg' };
const chair: Who = { role: 'chair', body: 'testregio/overleg' };
const [noord, zuid] = ['noord/college', 'zuid/college'];

const day = (n: number): string => `2024-02-${String(n).padStart(2, '0')}`;

type State = 'met' | 'not-met' | 'unknown';
const stators: Record<string, Who> = {
  'van-de-regio': lead,
  'van-de-voorzitter': chair,
  'van-het-college': own(noord),
  'van-de-raad': own('noord/raad'),
};

/** The gate put on the first, and both colleges for on the second. */
function agreed(): Staged {
  const play = new Staged(plan);
  play.give('start-phase', { phase: gate }, { on: day(1) }, lead);
  play.give('submit-gate', { gate }, { on: day(1) }, lead);
  play.all(gate, [noord, zuid], 'agree', day(2));
  return play;
}
const lay = (play: Staged, on = day(3), paper = 'regeling') =>
  play.give('lay-paper', { gate }, { paper, title: 'Het stuk', on }, lead);
const state = (play: Staged, criterion: string, said: State = 'met', on = day(3)) =>
  play.give('state-criterion', { gate }, { criterion, state: said, on }, stators[criterion] ?? lead);
const conclude = (play: Staged, ruling: 'go' | 'no-go' | 'hold', on = day(10)) =>
  play.give(
    'rule-gate',
    { gate },
    { ruling, ruledOn: on, ...(ruling === 'go' ? {} : { reason: 'zo besloten' }) },
    chair,
  );
/** Everything that must be there. */
function prepared(): Staged {
  const play = agreed();
  lay(play);
  for (const criterion of ['van-de-regio', 'van-de-voorzitter', 'van-het-college']) state(play, criterion);
  return play;
}
const sentence = (play: Staged, on = day(20)): string => gateShown(play.reading(on), gate).sentence ?? '';

describe('a must that is not there', () => {
  it('holds a go whoever is for, and is named in the sentence and in the refusal of the chair', () => {
    const play = agreed();
    expect(play.outcome(gate)).toBe('open');
    const told =
      'Een go is nog niet mogelijk: nog niet in orde zijn "Ontwerp van de regeling" (ontbreekt), "De regio is groot genoeg" (nog niet vastgesteld), ' +
      '"Er is overleg geweest" (nog niet vastgesteld) en "Noord heeft mensen vrijgemaakt" (nog niet vastgesteld); ' +
      'wat hier hoort, maar niets tegenhoudt: "Begroting" (ontbreekt) en "De raad van Noord is bijgepraat" (nog niet vastgesteld).';
    expect(sentence(play)).toBe(told);
    const refused = play.refused('rule-gate', { gate }, { ruling: 'go', ruledOn: day(20) }, chair);
    expect(JSON.stringify(refused)).toContain(JSON.stringify(told).slice(1, -1));
  });

  it('leaves a no-go and a hold possible', () => {
    const play = agreed();
    conclude(play, 'hold');
    expect(statusOf(play.dossier, gate)).toBe('at-gate');
    conclude(play, 'no-go', day(11));
    expect(statusOf(play.dossier, gate)).toBe('refused');
  });

  it('is told beside the bodies that do not count yet, and with a no-go by the rule not at all', () => {
    const play = new Staged(plan);
    play.give('start-phase', { phase: gate }, { on: day(1) }, lead);
    play.give('submit-gate', { gate }, { on: day(1) }, lead);
    expect(sentence(play)).toMatch(
      /^Een go is nog niet mogelijk: 0 van de 2 colleges .* en nog niet in orde zijn "Ontwerp/,
    );
    play.decide(gate, noord, 'disagree', day(2));
    expect(play.outcome(gate)).toBe('no-go');
    expect(sentence(play)).not.toContain('nog niet in orde');
  });

  it('does no longer once all are there; a should is only told', () => {
    const play = prepared();
    expect(play.outcome(gate)).toBe('go');
    expect(sentence(play)).toContain('alle verplichte stukken en criteria zijn in orde; wat hier hoort');
    expect(sentence(play)).toContain('"Begroting" (ontbreekt)');
    lay(play, day(4), 'begroting');
    state(play, 'van-de-raad', 'met', day(4));
    expect(sentence(play)).toMatch(/en alle verplichte stukken en criteria zijn in orde\.$/);
    conclude(play, 'go');
    expect(statusOf(play.dossier, gate)).toBe('passed');
  });

  it('is met by a document of the submission', () => {
    const play = new Staged(plan);
    play.give('start-phase', { phase: gate }, { on: day(1) }, lead);
    const documents = [{ title: 'Ontwerp', paper: 'regeling' }, { title: 'Brief' }];
    play.give('submit-gate', { gate }, { on: day(1), documents }, lead);
    expect(requirementsOf(play.dossier, gate, day(1))[0]).toMatchObject({ state: 'met', on: day(1) });
    const twice = [
      { title: 'Een', paper: 'regeling' },
      { title: 'Twee', paper: 'regeling' },
      { title: 'Drie', paper: 'x' },
    ];
    const other = new Staged(plan);
    other.give('start-phase', { phase: gate }, { on: day(1) }, lead);
    expect(other.refused('submit-gate', { gate }, { on: day(1), documents: twice }, lead)).toEqual([
      expect.objectContaining({ pointer: '/documents/1/paper', code: 'not-allowed-here' }),
      expect.objectContaining({ pointer: '/documents/2/paper', code: 'unknown-option' }),
    ]);
  });
});

describe('what is stated', () => {
  it('counts by its day, the newest last, in whatever order it is recorded', () => {
    const facts: [string, State, number][] = [
      ['van-de-regio', 'not-met', 3],
      ['van-de-regio', 'met', 5],
      ['van-de-voorzitter', 'met', 4],
      ['van-het-college', 'met', 6],
    ];
    const outcomes = (order: readonly number[]): string[] => {
      const play = agreed();
      lay(play, day(7));
      for (const i of order) {
        const [criterion, said, on] = facts[i] ?? facts[0]!; // one of them
        state(play, criterion, said, day(on));
      }
      return [2, 3, 4, 5, 6, 7, 8].map((n) => `${play.outcome(gate, day(n))} ${sentence(play, day(n))}`);
    };
    const expected = outcomes([0, 1, 2, 3]);
    expect(expected.map((said) => said.split(' ')[0])).toEqual(['open', 'open', 'open', 'open', 'open', 'go', 'go']);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        expect(outcomes(order)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('is for the one whom the plan names', () => {
    const play = agreed();
    const code = (criterion: string, who: Who): unknown =>
      play.refused('state-criterion', { gate }, { criterion, state: 'met', on: day(3) }, who);
    expect(code('van-de-voorzitter', lead)).not.toBeNull();
    expect(code('van-het-college', lead)).not.toBeNull();
    expect(code('van-het-college', own(zuid))).not.toBeNull();
    expect(code('van-het-college', own(noord))).toBeNull();
    expect(code('van-de-raad', own('noord/raad'))).toBeNull();
    expect(code('niets', lead)).toEqual([expect.objectContaining({ pointer: '/criterion', code: 'unknown-option' })]);
  });

  it('belongs to its round: after a no-go everything is asked anew', () => {
    const play = prepared();
    conclude(play, 'hold');
    state(play, 'van-de-regio', 'not-met', day(11));
    conclude(play, 'no-go', day(12));
    play.give('rework-phase', { phase: gate }, { on: day(13), reason: 'Er komt een ander voorstel.' }, lead);
    expect(requirementsOf(play.dossier, gate, day(14)).map(({ state: is }) => is)).toEqual([
      ...['not-met', 'not-met', 'unknown', 'unknown', 'unknown', 'unknown'],
    ]);
  });
});

describe('whose turn it is', () => {
  it('to bring the papers and to state each criterion, while the phase runs and while the gate lies open', () => {
    const play = new Staged(plan);
    play.give('start-phase', { phase: gate }, { on: day(1) }, lead);
    const turns = () =>
      turnsOf(play.dossier, day(5), () => true)
        .filter(({ requirements }) => requirements.length > 0)
        .map(({ what, role, body, requirements }) => [what, role, body, requirements.join()]);
    const all = [
      ['lay-paper', 'process-lead', null, 'regeling,begroting'],
      ['state-criterion', 'process-lead', null, 'van-de-regio'],
      ['state-criterion', 'chair', 'testregio/overleg', 'van-de-voorzitter'],
      ['state-criterion', 'secretary', noord, 'van-het-college'],
      ['state-criterion', 'clerk', 'noord/raad', 'van-de-raad'],
    ];
    expect(turns()).toEqual(all);
    play.give('submit-gate', { gate }, { on: day(1), documents: [{ title: 'Ontwerp', paper: 'regeling' }] }, lead);
    state(play, 'van-de-raad', 'not-met'); // a should that was stated is done with
    state(play, 'van-het-college', 'not-met'); // a must is not
    expect(turns()).toEqual([['lay-paper', 'process-lead', null, 'begroting'], ...all.slice(1, 4)]);
  });
});

describe('after a conclusion', () => {
  const plans = catalogue;
  const correct = (events: readonly DossierEvent[], said: Mend, type = 'CriterionStated') => {
    const found = events.findLast((event) => event.type === type);
    if (!found) throw new Error('nothing was stated');
    const result = mended(plans, events, found, said, day(28));
    if (result instanceof Refusal) throw result;
    return result;
  };

  it('what the chair was told stays, and a correction is told as something else than it rested on', () => {
    const play = prepared();
    conclude(play, 'go');
    const before = sentence(play);
    const dossier = fold(plans, correct(play.events, { state: 'not-met' }), now);
    expect(currentRound(dossier, gate)?.settled).toMatchObject({ outcome: 'go' });
    expect(isOtherwise(dossier, gate, day(28))).toBe(true);
    expect(turnsOf(dossier, day(28), () => true).map(({ what }) => what)).toContain('weigh-change');
    expect(before).toContain('alle verplichte stukken en criteria zijn in orde');
  });

  it('that it never was takes it away before one', () => {
    const play = prepared();
    const dossier = fold(plans, correct(play.events, { never: true }, 'PaperLaid'), now);
    const round = currentRound(dossier, gate);
    expect(round && standing(dossier, gate, round, day(20)).outcome).toBe('open');
  });
});

it('in whatever is played a gate is never a go where a must is not met on that day', () => {
  let seen = 0;
  fc.assert(
    fc.property(movesOf(40), (moves) => {
      playAtRandom(plan, moves, (dossier, on) => {
        const round = currentRound(dossier, gate);
        if (!round || round.settled) return;
        const stand = standing(dossier, gate, round, on);
        const lacks = requirementsOf(dossier, gate, on).some((one) => one.weight === 'must' && one.state !== 'met');
        if (lacks) seen++;
        expect(lacks && stand.outcome === 'go').toBe(false);
      });
    }),
    { numRuns: 30 },
  );
  expect(seen).toBeGreaterThan(0);
});

it('the lists of robustness and of articles 9 and 10 go together in one gate, each criterion with its source', () => {
  const criteria = [...robuustheid, ...wgrInhoud('chair')];
  const asked = new Staged(planOf({ moment: asking({ criteria }) }));
  asked.put('moment');
  const shown = requirementsOf(asked.dossier, 'moment', today);
  expect(shown.map(({ id }) => id)).toEqual(criteria.map(({ id }) => id));
  for (const { source } of shown) expect(source).not.toBeNull();
  expect(wgrInhoud()[0]?.statedBy).toBe('process-lead');
});
