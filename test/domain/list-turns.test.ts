// What is asked of a body beside deciding, and is its turn until it is there: that a list was adopted, where it published its
// own decision, whether a mandate is so. And of the process lead what the end of a phase was to take along.
import { daysAfter } from '../../src/domain/calendar.js';
import { listDaysMax } from '../../src/domain/turns/lists.js';
import { nextOf } from '../../src/domain/turns/next.js';
import { possibleTurnHolders, refusalOfTurn } from '../../src/domain/turns/turn-holders.js';
import type { TurnKind } from '../../src/domain/turns/turn.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import { phaseView } from '../../src/domain/views/dossier-view.js';
import { window } from '../../src/domain/calendar.js';
import { phase } from '../../src/domain/workflow/define.js';
import {
  asking,
  begin,
  colleges,
  evidence,
  lead,
  own,
  planOf,
  Staged,
  today,
  type Who,
} from '../support/staged-play.js';

const [oost = '', west = '', eiland = ''] = colleges;
const step = (more: object) => phase('Fase', window('2024'), { source: 'test', ...more });
const plan = planOf({
  treffen: asking({ enacts: true, kinds: ['agree', 'disagree'] }),
  later: asking(),
  bekend: step({ step: 'publication' }),
  ingeschreven: step({ step: 'registration' }),
});

/** The turns of a kind, each of which whose it is can take. */
function turns(play: Staged, kind: TurnKind, day = today) {
  const { dossier } = play;
  const found = turnsOf(dossier, day, () => true).filter(({ what }) => what === kind);
  for (const turn of found) {
    const who: Who = turn.body === null ? lead : own(turn.body);
    const person = { id: 'een', assignments: [{ ...who, from: '2000-01-01', until: null }] };
    expect(refusalOfTurn({ dossier, person, today }, turn)).toBeNull();
    expect(possibleTurnHolders(dossier)).toContainEqual({ role: turn.role, whose: turn.body ?? plan.region });
    expect(nextOf(dossier, day).map((next) => next.kind)).not.toContain(kind);
  }
  return found.map(({ role, body, decision, since }) => ({ role, body, decision, since }));
}

describe('the list of a meeting', () => {
  const lists = (play: Staged, day = today) => turns(play, 'adopt-list', day);

  it('is the turn of every body of itself that is for, until it is adopted, also after the conclusion', () => {
    const play = new Staged(plan);
    play.put('treffen');
    const decision = play.decide('treffen', oost, 'agree');
    const other = play.decide('treffen', west, 'agree', begin, { listAdoptedOn: begin });
    play.decide('treffen', eiland, 'agree', begin, { evidence }, lead);
    const mine = { role: 'secretary', body: oost, decision, since: begin };
    expect(lists(play)).toEqual([mine]);
    play.rule('treffen', 'go');
    expect(lists(play)).toEqual([mine]);
    play.give('adopt-list', { gate: 'treffen', decision }, { on: '2024-02-08' }, own(oost));
    expect(lists(play)).toEqual([]);
    expect(other).not.toBe(decision);
  });

  it('is asked after some weeks where nothing is made, and no more once that is concluded', () => {
    const play = new Staged(plan).put('later');
    const decision = play.decide('later', oost, 'agree');
    // It was recorded today: of a decision of long ago nobody is reminded at once.
    const since = daysAfter(today, listDaysMax);
    expect(lists(play, daysAfter(since, -1))).toEqual([]);
    expect(lists(play, since)).toEqual([{ role: 'secretary', body: oost, decision, since }]);
    play.decide('later', west, 'agree');
    play.rule('later', 'go');
    expect(lists(play, since)).toEqual([]);
  });
});

describe('what was published', () => {
  const published = (play: Staged, day = today) => turns(play, 'publish', day).map(({ body }) => body);
  const tell = (play: Staged, more: object, as = lead, id = 'bekend') =>
    play.give('record-publication', { phase: id }, { where: 'gemeenteblad', on: '2024-03-02', ...more }, as);
  const shown = (play: Staged) => {
    const found = plan.phases.get('bekend');
    if (!found) throw new Error('the plan has this phase');
    return phaseView(play.reading(today), found);
  };

  function made(): Staged {
    const play = new Staged(plan).put('treffen').all('treffen', [oost, west]);
    play.decide('treffen', eiland, 'disagree', begin, { reason: 'Nee.' });
    play.rule('treffen', 'go', '2024-02-20');
    return play;
  }

  it('is the turn of who made it, of its own decision, once its phase is under way', () => {
    const play = made();
    expect(published(play)).toEqual([]);
    play.start('bekend', '2024-03-01');
    expect(turns(play, 'publish')).toMatchObject([
      { role: 'secretary', body: oost, since: '2024-03-01' },
      { role: 'secretary', body: west },
    ]);
    tell(play, { body: oost, number: 'gmb-2024-1' }, own(oost));
    tell(play, { body: west });
    expect(published(play)).toEqual([west]); // nobody can find it
    tell(play, { body: west, url: 'https://example.org/gmb', on: '2024-03-03' });
    expect(published(play)).toEqual([]);
    expect(shown(play)).toMatchObject({
      toPublish: [],
      publications: [
        { body: oost, where: 'gemeenteblad', number: 'gmb-2024-1', on: '2024-03-02' },
        { body: west, number: null },
        { body: west, url: 'https://example.org/gmb' },
      ],
    });
  });

  it('is the turn of the process lead where the end of its phase lacks it, also once all is done', () => {
    const play = made();
    for (const id of ['bekend', 'ingeschreven']) {
      play.start(id, '2024-03-01');
      play.give('complete-phase', { phase: id }, { on: '2024-03-01' });
    }
    play.put('later').all('later', colleges).rule('later', 'go', '2024-03-01');
    expect(published(play)).toEqual([null, oost, west, null]);
    tell(play, { number: 'gmb-2024-3' });
    expect(shown(play).flags).toEqual(['no-entry-into-force']);
    tell(play, { where: 'cvdr', number: 'CVDR1', entersIntoForceOn: '2024-01-01' });
    expect(shown(play).flags).toEqual([]);
    tell(play, { where: 'register', number: '12' }, lead, 'ingeschreven');
    expect(published(play)).toEqual([oost, west]);
  });

  it('is of who takes part, in a phase where something is published, and not of others', () => {
    const play = made();
    play.start('bekend', '2024-03-01');
    const refused = (more: object, as = lead, id = 'bekend') =>
      play.refused('record-publication', { phase: id }, { where: 'gemeenteblad', on: '2024-03-02', ...more }, as);
    expect(refused({ body: oost }, own(west))).toMatchObject({ code: 'not-your-body' });
    expect(refused({}, own(oost))).toMatchObject({ code: 'not-your-role' });
    expect(refused({ body: 'elders/college' })).toMatchObject([{ pointer: '/body', code: 'unknown-body' }]);
    expect(refused({ on: '2030-01-01' })).toMatchObject([{ pointer: '/on', code: 'date-in-future' }]);
    expect(refused({}, lead, 'later')).toMatchObject([{ pointer: '', code: 'not-offered-here' }]);
    expect(refused({ entersIntoForceOn: '2030-01-01' })).toBeNull();
  });
});

it('a mandate that the region recorded is the turn of its body, until it says whether that is so', () => {
  const play = new Staged(plan);
  const given = { body: oost, holder: 'Regiomanager', from: begin, source: 'mandaatbesluit (verzonnen)' };
  play.give('record-mandate', {}, { ...given, gates: ['later'] }, lead);
  play.give('record-mandate', {}, { ...given, body: west }, own(west));
  expect(turns(play, 'confirm-mandate')).toEqual([{ role: 'secretary', body: oost, decision: null, since: today }]);
  const [found] = turnsOf(play.dossier, today, () => true).filter(({ what }) => what === 'confirm-mandate');
  expect(found).toMatchObject({ phase: 'later', mandate: play.dossier.mandates[0]?.id });
  play.give('confirm-mandate', {}, { mandate: found?.mandate ?? '', on: today, confirmed: true }, own(oost));
  expect(turns(play, 'confirm-mandate')).toEqual([]);
});
