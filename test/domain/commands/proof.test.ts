// What the end of a phase takes along: where it was published, from when it holds, what shows it; flagged where the law asks
// it and it is not there, never refused, and mended like everything that was typed.
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { now } from '../../../src/domain/fold/history.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { phaseView } from '../../../src/domain/views/dossier-view.js';
import { fold } from '../../support/fold.js';
import { mended } from '../../support/mend.js';
import { asking, planOf, Staged, today } from '../../support/staged-play.js';
import { phase } from '../../../src/domain/workflow/define.js';
import { window } from '../../../src/domain/calendar.js';

const step = (more: object) => phase('Fase', window('2024'), { source: 'test', ...more });
const plan = planOf({
  moment: asking(),
  bekend: step({ step: 'publication' }),
  ingeschreven: step({ step: 'registration' }),
  gewoon: step({}),
});
const plans = new PlanCatalogue([plan]);

const shown = (play: Staged, id: string) => {
  const found = plan.phases.get(id);
  if (!found) throw new Error(`there is no phase ${id}`);
  const { completion, flags } = phaseView(play.reading(today), found);
  return { completion, flags };
};
const complete = (id: string, more: object = {}): Staged => {
  const play = new Staged(plan);
  play.start(id);
  play.give('complete-phase', { phase: id }, { on: '2024-03-01', ...more });
  return play;
};
const publication = {
  where: 'gemeenteblad' as const,
  number: 'gmb-2024-1',
  publishedOn: '2024-02-28',
  url: 'https://example.org/gmb',
};

describe('the end of a phase', () => {
  it('takes along where it was published, and from when it holds, also before that', () => {
    const play = complete('bekend', { publications: [publication], entersIntoForceOn: '2024-01-01' });
    expect(shown(play, 'bekend')).toEqual({
      completion: {
        publications: [publication],
        entersIntoForceOn: '2024-01-01',
        operationalOn: null,
        evidence: [],
      },
      flags: [],
    });
  });

  it.each([
    ['bekend', {}, ['no-publication', 'no-entry-into-force']],
    ['bekend', { publications: [{ where: 'cvdr' }] }, ['no-publication', 'no-entry-into-force']],
    ['bekend', { publications: [publication] }, ['no-entry-into-force']],
    ['ingeschreven', {}, ['no-publication']],
    ['ingeschreven', { publications: [{ where: 'register', number: '12' }] }, []],
    ['gewoon', {}, []],
  ])('%s with %j is flagged with what the law asks of it', (id, more, flags) => {
    expect(shown(complete(id, more), id).flags).toEqual(flags);
  });

  it('was not published in the future, and may take effect there', () => {
    const play = new Staged(plan);
    play.start('bekend');
    const asked = { on: '2024-03-01', entersIntoForceOn: '2030-01-01' };
    const later = { ...asked, publications: [{ ...publication, publishedOn: '2030-01-01' }] };
    expect(play.refused('complete-phase', { phase: 'bekend' }, later)).toEqual([
      expect.objectContaining({ pointer: '/publications/0/publishedOn', code: 'date-in-future' }),
    ]);
    expect(play.refused('complete-phase', { phase: 'bekend' }, asked)).toBeNull();
  });

  it('has none of it while the phase runs, and is mended afterwards', () => {
    const running = new Staged(plan);
    running.start('bekend');
    expect(shown(running, 'bekend')).toEqual({ completion: null, flags: [] });
    const play = complete('bekend', { entersIntoForceOn: '2025-01-01' });
    const last = play.events.at(-1);
    if (!last) throw new Error('a phase was completed');
    const publications = [publication];
    const events = mended(plans, play.events, last, { publications }, today);
    if (events instanceof Refusal) throw events;
    const { completion } = fold(plans, events, now).phases.bekend ?? {};
    expect(completion).toMatchObject({ entersIntoForceOn: '2025-01-01', publications: [{ number: 'gmb-2024-1' }] });
  });
});
