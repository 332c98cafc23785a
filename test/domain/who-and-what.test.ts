// Who counts and on which text, whatever the order of recording: bodies that come and go, versions and their days, what
// was taken back, and rules that are amended.
import { ruleAmendmentFacts } from '../../src/domain/facts/of-gates.js';
import { shapeBody } from '../../src/http/shape.js';
import { reachFaults } from '../../src/domain/workflow/check-rules.js';
import { plainKinds } from '../../src/domain/workflow/terms.js';
import { CouncilPlay, planOf } from '../support/council-play.js';
import { chair, evidence, lead, own } from '../support/staged-play.js';
import { told } from '../support/told.js';

const gate = 'ontwerp';
const reason = 'Heringedeeld.';
let play: CouncilPlay;
beforeEach(() => {
  play = new CouncilPlay();
  play.put(gate, '2024-01-04');
});
const change = (more: object, on = '2024-01-10') =>
  play.refused(chair, 'change-electorate', { gate }, { on, reason, ...told(on), ...more });

describe('who comes in', () => {
  it('is silent, also when it was there before or takes the place of itself and another', () => {
    play.all(gate, 'college', 'agree', '2024-01-05');
    const exit = { body: 'eiland/college', on: '2024-01-06', reason };
    play.give(own('eiland/college'), 'leave-gate', { gate }, exit);
    expect(change({ joins: ['eiland/college'] }, '2024-01-07')).toBeNull();
    expect(play.stand(gate).tally).toMatchObject({ for: 2, silent: 1 });
    for (const body of ['oost/college', 'west/college'])
      play.give(
        own(body),
        'withdraw-decision',
        { gate },
        {
          decision: play.latest(gate, body).id,
          on: '2024-01-07',
          reason,
        },
      );
    const merges = [{ from: ['oost/college', 'west/college'], into: 'oost/college' }];
    expect(change({ merges }, '2024-01-08')).toBeNull();
    expect(play.stand(gate).tally).toMatchObject({ for: 0, silent: 2 });
    play.decide(gate, 'eiland/college', 'agree', '2024-01-09');
    expect(play.stand(gate).tally).toMatchObject({ for: 1, silent: 1 });
    play.decide(gate, 'oost/college', 'agree', '2024-01-07');
    expect(play.stand(gate).tally).toMatchObject({ for: 1, silent: 1 });
  });

  it('counts for something in the rule', () => {
    const other = new CouncilPlay(planOf('kust'));
    other.put('een', '2024-01-04');
    const joins = { on: '2024-01-06', reason, ...told('2024-01-06'), joins: ['west/college'] };
    expect(other.refused(chair, 'change-electorate', { gate: 'een' }, joins)).toBe(
      'validation /joins/0 not-allowed-here',
    );
  });

  it('and who goes are each named once', () => {
    const merge = (from: string[], into: string) => ({ from, into });
    expect(change({ merges: [merge(['oost/college'], 'oost/college')] })).toBe(
      'validation /merges/0/into not-allowed-here',
    );
    const both = { leaves: ['eiland/college'], merges: [merge(['oost/college', 'eiland/college'], 'oost/college')] };
    expect(change(both)).toBe('validation /merges/0/from/1 not-allowed-here');
    expect(change({ leaves: ['eiland/college', 'eiland/college'] })).toBe('validation /leaves/1 not-allowed-here');
  });

  it('does so in the order of days, and after what was concluded', () => {
    expect(change({ leaves: ['eiland/college'] }, '2024-02-01')).toBeNull();
    expect(change({ leaves: ['oost/college'] }, '2024-01-10')).toBe('validation /on date-too-early');
    const hold = { ruling: 'hold', ruledOn: '2024-03-01', reason } as const;
    play.give(chair, 'rule-gate', { gate }, hold);
    expect(change({ leaves: ['oost/college'] }, '2024-02-10')).toBe('validation /on date-too-early');
    const version = { on: '2024-02-10', title: 'Tweede versie' };
    expect(play.refused(lead, 'revise-proposal', { gate }, version)).toBe('validation /on date-too-early');
  });

  it('stays so when the gate is put again', () => {
    expect(change({ leaves: ['eiland/college'] })).toBeNull();
    play.give(lead, 'withdraw-gate', { gate }, { on: '2024-01-11', reason });
    play.give(lead, 'submit-gate', { gate }, { on: '2024-01-12' });
    expect(play.round(gate).electorate).toEqual(['oost/college', 'west/college']);
  });
});

describe('the version of a decision', () => {
  const version = { on: '2024-01-10', title: 'Tweede versie' };

  it('is that of its day, of those known when it was recorded; once it is named the order does not matter', () => {
    const other = new CouncilPlay();
    other.put(gate, '2024-01-04');
    other.give(lead, 'revise-proposal', { gate }, version);
    other.decide(gate, 'oost/college', 'agree', '2024-01-20');
    const corrects = play.decide(gate, 'oost/college', 'agree', '2024-01-20').id;
    play.give(lead, 'revise-proposal', { gate }, version);
    expect([play, other].map((one) => one.stand(gate).tally.for)).toEqual([0, 1]);
    expect(play.stand(gate).missing).toContainEqual({ body: 'oost/college', why: 'stale', until: null });
    play.decide(gate, 'oost/college', 'agree', '2024-01-20', { corrects, reason, proposalVersion: 2 });
    expect(play.stand(gate).tally.for).toBe(1);
    play.decide(gate, 'west/college', 'agree', '2024-01-05');
    expect(play.stand(gate).missing).toContainEqual({ body: 'west/college', why: 'stale', until: null });
  });

  it('is none that came later', () => {
    play.give(lead, 'revise-proposal', { gate }, version);
    const asked = { body: 'west/college', decision: 'agree', decidedOn: '2024-01-05', proposalVersion: 2 } as const;
    expect(play.refused(own('west/college'), 'record-decision', { gate }, asked)).toBe(
      'validation /proposalVersion not-allowed-here',
    );
  });
});

describe('a decision that was taken back', () => {
  it('stays so when it is corrected, and is none that the region recorded', () => {
    const { id } = play.decide(gate, 'oost/college', 'agree', '2024-01-05');
    play.give(own('oost/college'), 'withdraw-decision', { gate }, { decision: id, on: '2024-01-06', reason });
    const mended = { corrects: id, reason: 'Nummer vergeten.', reference: 'N-1' };
    play.decide(gate, 'oost/college', 'agree', '2024-01-05', mended);
    expect(play.stand(gate).tally).toMatchObject({ for: 0, silent: 3 });
    const recorded = { body: 'west/college', decision: 'agree', decidedOn: '2024-01-05', evidence } as const;
    play.give(lead, 'record-decision', { gate }, recorded);
    const decision = play.latest(gate, 'west/college').id;
    const back = { decision, on: '2024-01-06', reason };
    expect(play.refused(own('west/college'), 'withdraw-decision', { gate }, back)).toBe('not-in-this-state');
  });
});

describe('a submission that was concluded', () => {
  it('is not taken back after it was opened again', () => {
    play.all(gate, 'college', 'agree', '2024-01-05');
    play.rule(gate, '2024-01-05');
    play.give(chair, 'reopen-gate', { gate }, { on: '2024-01-06', reason });
    const back = { on: '2024-01-07', reason };
    expect(play.refused(lead, 'withdraw-gate', { gate }, back)).toBe('not-in-this-state');
  });
});

describe('a rule that is amended', () => {
  const faultsIn = (rule: object): string[] => {
    const asked = shapeBody(ruleAmendmentFacts, { on: '2024-01-05', reason, rule });
    return 'errors' in asked ? asked.errors.map(({ pointer, code }) => `${pointer} ${code}`) : [];
  };

  it('on a poll chooses between the possibilities of its gate, each once', () => {
    play.put('keuze', '2024-01-04');
    const inner = { rule: 'majority', of: 'colleges', among: 'all' };
    const options = [
      { id: 'bvo', title: 'Bedrijfsvoeringsorganisatie' },
      { id: 'lichaam', title: 'Openbaar lichaam' },
    ];
    const [first = { id: '', title: '' }] = options;
    const amend = (given: object[]) =>
      play.refused(
        chair,
        'amend-rule',
        { gate: 'keuze' },
        {
          on: '2024-01-05',
          reason,
          meeting: { form: 'session' },
          rule: { rule: 'chosen-option', options: given, inner } as never,
        },
      );
    expect(amend([first, { id: 'nep', title: 'Nep' }])).toBe('validation /rule not-allowed-here');
    expect(amend([first, first])).toBe('validation /rule not-allowed-here');
    expect(amend([first, { id: 'lichaam', title: 'Iets anders' }])).toBe('validation /rule not-allowed-here');
    expect(amend(options)).toBeNull();
  });

  it('has texts like all others, and no more rules in it than people can follow', () => {
    const inner = { rule: 'unanimity', of: 'colleges' };
    expect(faultsIn({ rule: 'assumed', why: 'a\u202eb', inner })).toEqual(['/rule/why bad-text']);
    expect(faultsIn({ rule: 'assumed', why: 'x'.repeat(4001), inner })).toEqual(['/rule/why too-long']);
    expect(faultsIn({ rule: 'weighted', unit: ' ' })).toEqual(['/rule/unit required']);
    const many = (n: number) => ({ rule: 'any-of', rules: Array.from({ length: n }, () => inner) });
    expect([faultsIn(many(49)), faultsIn(many(50))]).toEqual([[], ['/rule too-long']]);
  });

  const asked = { kinds: plainKinds, options: [] };

  it('is proven by classes of equal bodies, or refused where there are too many ways', () => {
    const { workflow, rules } = planOf('vijftig');
    const electorate = workflow.phases[0]?.gate?.electorate ?? [];
    const never = (of: string) => ({
      rule: 'any-of',
      rules: [
        { rule: 'threshold', needed: 30, of },
        { rule: 'not', inner: { rule: 'threshold', needed: 30, of } },
      ],
    });
    expect(reachFaults(workflow, electorate, rules, never('colleges'), asked)).toEqual([{ code: 'never-no-go' }]);
    const weights = Object.fromEntries(electorate.map((body, i) => [body, String(i + 1)]));
    const half = {
      rule: 'weighted',
      of: 'colleges',
      numerator: 1,
      denominator: 2,
      least: 'more-than',
      unit: 'inwoners',
      weights,
    };
    const apart = { rule: 'any-of', rules: [half, { rule: 'not', inner: half }] };
    expect(reachFaults(workflow, electorate, rules, apart, asked)).toEqual([{ code: 'not-proven' }]);
  });
});
