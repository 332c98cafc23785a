// Who took part and is unknown in another plan: who was asked, visited or concluded, who joined, left or decided; and who
// is known by their successor.
import { window } from '../../../src/domain/calendar.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { municipality, phase, region } from '../../../src/domain/workflow/define.js';
import type { Plan } from '../../../src/domain/workflow/plan.js';
import type { MigrateDossier } from '../../../src/domain/commands/migrate-dossier.js';
import {
  asking,
  begin,
  chair,
  colleges,
  lead,
  own,
  places,
  planOf,
  ruledBy,
  Staged,
} from '../../support/staged-play.js';
import { told } from '../../support/told.js';
import * as voorne from '../../support/voorne.js';

const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'het plan is beter';
const bezoek = phase('Bezoek', window('2024'), { source: 'test', visits: 'colleges' });
const phases = { moment: asking(), later: asking(), bezoek };
const first = planOf(phases);
const to = (more: object): Plan => planOf(phases, { version: 2, ...more });

let staged: Staged;
const begun = (other: Plan): Staged => (staged = new Staged(first, begin, [other]));
const refused = (more: Partial<MigrateDossier> = {}): unknown =>
  staged.refused('migrate-dossier', {}, { toVersion: 2, on: '2024-03-01', reason, ...more }, chair);

describe('a body that the new plan does not know', () => {
  const smaller = {
    parties: [
      ...places.slice(0, 2).map((id) => municipality(id, id, `GM-${id}`)),
      region('raadsregio', 'Raadsregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
    ],
  };
  const unknown = (allowed: string[], titles: string) => [
    {
      pointer: '/toVersion',
      code: 'body-lost',
      allowed,
      because: `kent organen niet die hier besloten of gevraagd zijn: ${titles}; neem ze op in dat procesplan`,
    },
  ];
  const some = { groups: { enkele: { noun: { one: 'college', many: 'colleges' }, bodies: [oost, west] } } };
  const few = asking({ electorate: 'enkele', rule: threshold(1, 'colleges') });
  const narrow = planOf({ ...phases, moment: few }, some);
  const narrowed = (): Staged =>
    (staged = new Staged(narrow, begin, [planOf({ ...phases, moment: few }, { version: 2, ...smaller, ...some })]));

  it('was asked', () => {
    begun(to(smaller));
    expect(refused()).toBeNull();
    staged.put('moment');
    expect(refused()).toEqual(unknown([eiland], 'College van Eiland'));
  });

  it('was visited', () => {
    begun(to(smaller)).start('bezoek');
    staged.give('visit-body', { phase: 'bezoek' }, { body: west, on: begin });
    expect(refused()).toBeNull();
    staged.give('visit-body', { phase: 'bezoek' }, { body: eiland, on: begin });
    expect(refused()).toEqual([
      {
        pointer: '/map/bezoek',
        code: 'record-lost',
        because: expect.stringContaining('"Bezoek" heeft er geen plaats'),
      },
      ...unknown([eiland], 'College van Eiland'),
    ]);
  });

  it('joined, or left', () => {
    const change = (more: object) =>
      staged.give('change-electorate', { gate: 'moment' }, { on: begin, reason, ...told(begin), ...more }, chair);
    narrowed().put('moment');
    expect(refused()).toBeNull();
    change({ joins: [eiland] });
    expect(refused()).toEqual(unknown([eiland], 'College van Eiland'));
    change({ leaves: [eiland] });
    expect(refused()).toEqual(unknown([eiland], 'College van Eiland'));
    narrowed().put('moment');
    change({ merges: [{ from: [oost, west], into: eiland }] });
    expect(refused()).toEqual(unknown([eiland], 'College van Eiland'));
  });

  it('decided before it was asked', () => {
    begun(to(smaller)).start('moment');
    const asked = { body: eiland, decision: 'agree', decidedOn: begin } as const;
    staged.give('record-decision', { gate: 'moment' }, asked, own(eiland));
    expect(refused()).toEqual(unknown([eiland], 'College van Eiland'));
  });

  it('concluded', () => {
    const parties = [
      ...places.map((id) => municipality(id, id, `GM-${id}`)),
      region('raadsregio', 'Raadsregio', [{ id: 'anders', title: 'Ander overleg' }]),
    ];
    const elsewhere = asking({ ruledBy: 'raadsregio/anders' });
    const other = planOf({ moment: elsewhere }, { version: 2, parties });
    staged = new Staged(planOf({ moment: asking() }), begin, [other]).put('moment');
    expect(refused()).toEqual(unknown([ruledBy], 'Bestuurlijk overleg'));
  });

  it('is of another region, which is named', () => {
    const parties = [
      ...places.map((id) => municipality(id, id, `GM-${id}`)),
      region('elders', 'Elders', [{ id: 'overleg', title: 'Overleg' }]),
    ];
    const other = planOf({ moment: asking({ ruledBy: 'elders/overleg' }) }, { version: 2, parties });
    staged = new Staged(planOf({ moment: asking() }), begin, [other]);
    expect(refused()).toEqual([
      {
        pointer: '/workflow',
        code: 'other-region',
        because: 'hoort bij Elders; kies een procesplan van Raadsregio',
      },
    ]);
  });
});

describe('whose party went on as another', () => {
  it('is asked and visited as its successor', () => {
    const { hellevoetsluis, nissewaard, from, into } = voorne;
    const plan = voorne.voornesPlan({
      moment: asking(),
      later: asking(),
      bezoek,
    });
    const next = voorne.voornesPlan({ moment: asking(), later: asking(), bezoek }, { version: 2 });
    staged = new Staged(plan, voorne.begin, [next]).put('moment', voorne.put);
    staged.start('bezoek', voorne.put);
    staged.give('visit-body', { phase: 'bezoek' }, { body: hellevoetsluis, on: voorne.put });
    const subjectTo = { gate: 'later', body: hellevoetsluis };
    staged.decide('moment', nissewaard, 'agree-subject-to', voorne.put, { subjectTo });
    staged.give('merge-parties', {}, { from, into, reason }, lead, voorne.today);
    expect(refused({ on: voorne.today })).toBeNull();
  });
});
