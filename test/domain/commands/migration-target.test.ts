// What has no place in another plan, and how that is said: where a phase was named, what was recorded of it, who was in it.
import { window } from '../../../src/domain/calendar.js';
import type { MigrateDossier } from '../../../src/domain/commands/migrate-dossier.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { phase, type PhasePlan } from '../../../src/domain/workflow/define.js';
import type { Plan } from '../../../src/domain/workflow/plan.js';
import type { Slug } from '../../../src/domain/vocabulary.js';
import { asking, begin, chair, colleges, planOf, Staged } from '../../support/staged-play.js';

const source = 'test';
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'het plan is beter';
const day = '2024-03-01';
const plain = (title = 'Fase', more: Partial<PhasePlan> = {}) => phase(title, window('2024'), { source, ...more });
const recurs = { every: { weeks: 2 }, until: '2024-03-31' };
const polls = ['noord', 'zuid'].map((id) => ({ id, title: id }));
const titled = (title: string, of = asking()): PhasePlan => ({ ...of, title });
const unanimous = asking({ rule: unanimity('colleges') });
const branch = (option: string) => ({ startsAfter: ['keuze'], branch: { gate: 'keuze', option } });
const phases = {
  moment: titled('Begin'),
  later: titled('Later'),
  bezoek: plain('Bezoek', { visits: 'colleges' }),
  ronde: plain('Ronde', { recurs }),
  keuze: titled('Keuze', asking({ polls, splits: true })),
  noord: titled('Noord', { ...unanimous, ...branch('noord') }),
  zuid: titled('Zuid', { ...unanimous, ...branch('zuid') }),
};
const first = planOf(phases);
/** The same without these phases, or with others in their place. */
const to = (changes: Record<Slug, PhasePlan | null>, more: object = {}): Plan => {
  const all: Record<Slug, PhasePlan | null> = { ...phases, ...changes };
  const kept = Object.entries(all).flatMap(([id, one]): [Slug, PhasePlan][] => (one ? [[id, one]] : []));
  return planOf(Object.fromEntries(kept), { version: 2, ...more });
};

let staged: Staged;
const begun = (other: Plan): Staged => (staged = new Staged(first, begin, [other]));
const refused = (more: Partial<MigrateDossier> = {}): unknown =>
  staged.refused('migrate-dossier', {}, { toVersion: 2, on: day, reason, ...more }, chair);

const lost = (id: string, title: string) => ({
  pointer: `/map/${id}`,
  code: 'record-lost',
  because: `zou verliezen wat bij "${title}" is vastgelegd; wijs een fase aan die het overneemt`,
});
const noPlaceIn = (id: string, title: string, place: string) => ({
  pointer: `/map/${id}`,
  code: 'record-lost',
  because: `zou verliezen wat bij "${title}" is vastgelegd; "${place}" heeft er geen plaats voor, wijs een andere fase aan`,
});
const impossible = (pointer: string, title: string, place: string) => ({
  pointer,
  code: 'status-impossible',
  because: `kan niet: wat er met "${title}" is gebeurd, kan bij "${place}" niet; wijs een andere fase aan`,
});

describe('a place that is asked for', () => {
  it('is one that the new plan has, for a phase of the plan of now', () => {
    begun(to({ later: null, nieuw: plain() }));
    const now = Object.keys(phases);
    expect(refused({ map: { later: 'feest', nergens: 'moment' } })).toEqual([
      {
        pointer: '/map/later',
        code: 'unknown-phase',
        allowed: ['moment', 'bezoek', 'ronde', 'keuze', 'noord', 'zuid', 'nieuw'],
      },
      {
        pointer: '/map/nergens',
        code: 'unknown-phase',
        allowed: now,
        because: `is geen fase van het procesplan van nu; noem een van ${now.join(', ')}`,
      },
    ]);
  });

  it('is that of one phase: of who asked for it first, and then of who has its name', () => {
    begun(to({})).start('moment');
    const taken = (id: string, holder: string) => ({
      pointer: `/map/${id}`,
      code: 'phase-taken',
      because: `krijgt een plaats die "${holder}" al inneemt; wijs voor een van beide een andere fase aan`,
    });
    expect(refused({ map: { later: 'moment' } })).toEqual([taken('moment', 'Later')]);
    expect(refused({ map: { moment: 'later', later: 'later' } })).toEqual([taken('later', 'Begin')]);
    // Nothing was recorded of the other, so that it needs none.
    expect(refused({ map: { moment: 'later' } })).toBeNull();
    begun(to({ ronde: null })).start('moment');
    staged.start('ronde');
    expect(refused({ map: { later: 'moment' } })).toEqual([taken('moment', 'Later'), lost('ronde', 'Ronde')]);
  });
});

describe('a phase needs a place', () => {
  const without = (id: Slug, play: () => void, more: Record<Slug, null> = {}) => {
    begun(to({ [id]: null, ...more }));
    expect(refused()).toBeNull();
    play();
    return refused();
  };

  it('once it has begun', () => {
    expect(without('later', () => staged.start('later'))).toEqual([lost('later', 'Later')]);
  });

  it('once its window was moved', () => {
    const planned = () => staged.give('plan-phase', { phase: 'later' }, { on: begin, until: '2025-06-30', reason });
    expect(without('later', planned)).toEqual([lost('later', 'Later')]);
  });

  it('once it visited or met', () => {
    const visit = () => {
      staged.start('bezoek');
      staged.give('visit-body', { phase: 'bezoek' }, { body: oost, on: begin });
    };
    expect(without('bezoek', visit)).toEqual([lost('bezoek', 'Bezoek')]);
    const meet = () => {
      staged.start('ronde');
      staged.give('record-meeting', { phase: 'ronde' }, { expectedOn: '2024-02-15', heldOn: '2024-02-15' });
    };
    expect(without('ronde', meet)).toEqual([lost('ronde', 'Ronde')]);
  });

  it('once its rule was amended, and one with a gate', () => {
    const meeting = { form: 'session' } as const;
    const rule = threshold(1, 'colleges');
    const amend = () => staged.give('amend-rule', { gate: 'later' }, { on: begin, reason, rule, meeting }, chair);
    expect(without('later', amend)).toEqual([lost('later', 'Later')]);
    begun(to({ later: plain('Kaal') }));
    expect(refused()).toBeNull();
    amend();
    expect(refused()).toEqual([noPlaceIn('later', 'Later', 'Kaal')]);
    begun(to({}));
    amend();
    expect(refused()).toBeNull();
  });

  it('once a condition was carried to it', () => {
    const carry = () => {
      const conditions = [{ text: 'Eerst het geld.', effect: 'elaboration' as const }];
      staged.put('moment').decide('moment', oost, 'agree-with-conditions', begin, { conditions });
      const condition = staged.decisions('moment')[0]?.conditions[0] ?? '';
      const place = { gate: 'moment', condition };
      staged.give('answer-condition', place, { answer: 'carried', phase: 'later', on: begin }, chair);
    };
    expect(without('later', carry)).toEqual([lost('later', 'Later')]);
    begun(to({ bezoek: null }));
    carry();
    expect(refused()).toBeNull();
  });

  it('once a yes waits for it, with the body that this waits for', () => {
    const wait = () => {
      const subjectTo = { gate: 'later', body: west };
      staged.put('moment').decide('moment', oost, 'agree-subject-to', begin, { subjectTo });
    };
    expect(without('later', wait)).toEqual([lost('later', 'Later')]);
    const group = { noun: { one: 'college', many: 'colleges' }, bodies: [oost, west] };
    begun(to({ later: titled('Ander', asking({ electorate: 'councils', rule: threshold(1, 'councils') })) }));
    wait();
    expect(refused()).toEqual([noPlaceIn('later', 'Later', 'Ander')]);
    begun(
      to(
        { later: titled('Enkele', asking({ electorate: 'enkele', rule: threshold(1, 'enkele') })) },
        { groups: { enkele: group } },
      ),
    );
    wait();
    expect(refused()).toBeNull();
  });

  it('where a closed decision may wait for it: nobody learns from a refusal what it says', () => {
    const close = (gate = 'moment') => {
      staged.put(gate);
      staged.decide(gate, oost, 'agree', begin, { release: { scope: 'own', ground: 'art. 87' } });
    };
    expect(without('later', close)).toEqual([lost('later', 'Later')]);
    const only = titled('Begin', asking({ kinds: ['agree', 'disagree'] }));
    const other = planOf({ ...phases, moment: only, later: only }, { version: 2 });
    staged = new Staged(planOf({ ...phases, moment: only }), begin, [
      planOf({ ...phases, later: plain() }, { version: 2 }),
      other,
    ]);
    close();
    expect(refused()).toBeNull();
  });
});

describe('what was recorded of a phase has no place', () => {
  it('in one without a gate where it was put, and each conclusion is named', () => {
    begun(to({ moment: plain('Kaal') })).put('moment');
    expect(refused()).toEqual([lost('moment', 'Begin')]);
    staged.all('moment', colleges, 'disagree').rule('moment', 'no-go', '2024-02-02');
    staged.give('rework-phase', { phase: 'moment' }, { on: '2024-02-03', reason });
    staged.give('submit-gate', { gate: 'moment' }, { on: '2024-02-03' });
    staged.all('moment', colleges, 'agree', '2024-02-04').rule('moment', 'go', '2024-02-05');
    const ruling = (on: string, round: number) => ({
      pointer: '/map/moment',
      code: 'ruling-lost',
      because:
        `zou een conclusie verliezen: de conclusie van ${on} februari 2024 over "Moment", ronde ${round}; ` +
        'wijs een fase met een go/no-go-moment aan die ervoor in de plaats komt',
    });
    expect(refused()).toEqual([ruling('2', 1), ruling('5', 2)]);
  });

  it('where it was split, or a way of it was chosen', () => {
    const apart = (other: Plan) => {
      begun(other).put('keuze');
      const choose = (body: string, option: string) => staged.decide('keuze', body, 'agree', begin, { option });
      for (const [body, option] of [
        [oost, 'noord'],
        [west, 'zuid'],
        [eiland, 'zuid'],
      ] as const)
        choose(body, option);
      const parts = [
        { option: 'noord', bodies: [oost] },
        { option: 'zuid', bodies: [west, eiland] },
      ];
      staged.give('split-gate', { gate: 'keuze' }, { on: begin, reason, parts }, chair);
    };
    apart(to({ keuze: plain(), noord: plain(), zuid: plain() }));
    expect(refused()).toMatchObject([
      {
        pointer: '/map/keuze',
        code: 'ruling-lost',
        because: expect.stringContaining('de splitsing van 1 februari 2024 over "Moment", ronde 1'),
      },
    ]);
    apart(to({}));
    expect(refused()).toBeNull();
  });

  it('in one that asks nobody who was visited', () => {
    begun(to({ bezoek: plain('Raden', { visits: 'councils' }) })).start('bezoek');
    expect(refused()).toBeNull();
    staged.give('visit-body', { phase: 'bezoek' }, { body: oost, on: begin });
    expect(refused()).toEqual([noPlaceIn('bezoek', 'Bezoek', 'Raden')]);
    begun(to({})).start('bezoek');
    staged.give('visit-body', { phase: 'bezoek' }, { body: oost, on: begin });
    expect(refused()).toBeNull();
  });

  it('in one that ends at a gate where it ended without', () => {
    begun(to({ ronde: titled('Gepoort') })).start('ronde');
    staged.give('complete-phase', { phase: 'ronde' }, { on: begin });
    expect(refused()).toEqual([impossible('/map/ronde', 'Ronde', 'Gepoort')]);
  });

  it('nor has a new way of a choice that was made otherwise', () => {
    const more = titled('Derde', {
      ...unanimous,
      startsAfter: ['moment'],
      branch: { gate: 'moment', option: 'derde' },
    });
    const three = [...polls, { id: 'derde', title: 'derde' }];
    const chosen = titled('Begin', asking({ polls: three, splits: true }));
    begun(to({ moment: chosen, derde: more })).pass('moment', colleges);
    expect(refused()).toEqual([impossible('/toVersion', 'Derde', 'derde')]);
    begun(to({ moment: chosen, derde: more }));
    expect(refused()).toBeNull();
  });
});
