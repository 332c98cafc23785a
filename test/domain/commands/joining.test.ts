// Who comes into a track that runs: a municipality that took no part, where the plan leaves its parties open; and who joined at
// one gate decides at those that come after it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlans, shippedWorkflows } from '../../../src/app/plan-catalogue.js';
import { electorateAt } from '../../../src/domain/dossier/electorate.js';
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { dossierView } from '../../../src/domain/views/dossier-view.js';
import type { Day } from '../../../src/domain/vocabulary.js';
import { gateView } from '../../../src/wording/gates/views.js';
import { own, Staged, type Who } from '../../support/staged-play.js';
import { told } from '../../support/told.js';

const plan = (await loadPlans([shippedWorkflows])).get('wgr-collegeregeling', 1, '');
const overleg = 'de-regio/overleg';
const lead: Who = { role: 'process-lead', body: overleg };
const chair: Who = { role: 'chair', body: overleg };
const named = {
  parties: [
    { id: 'goes', title: 'Goes', code: 'GM0664' },
    { id: 'veere', title: 'Veere', code: 'GM0717' },
  ],
  ruledBy: { id: overleg, title: 'Overleg', region: 'De regio' },
};
const newcomer = 'tholen/college';
const [begin, day, today] = ['2024-01-02', '2024-02-01', '2024-03-01'];
const reason = 'Ook Tholen doet mee.';
let staged: Staged;

const change = (said: Pick<PayloadOf<'change-electorate'>, 'joins' | 'leaves'>, on: Day = day) =>
  staged.give('change-electorate', { gate: 'vrijgave' }, { on, reason, ...told(on), ...said }, chair, today);
const refused = (joins: string[], on: Day = day) =>
  staged.refused('change-electorate', { gate: 'vrijgave' }, { on, reason, ...told(on), joins }, chair, today);
const asked = (gate: string) => electorateAt(staged.dossier, gate);

beforeEach(() => {
  staged = new Staged(plan, begin, [], named);
  staged.give('start-phase', { phase: 'vrijgave' }, { on: begin }, lead, today);
  staged.give('submit-gate', { gate: 'vrijgave' }, { on: begin }, lead, today);
});

describe('a municipality that took no part', () => {
  it('12: joins at a gate, counts in its rule, and is silent until it decides', () => {
    const [event] = change({ joins: [newcomer] });
    expect(event?.facts).toMatchObject({
      joins: [newcomer],
      newcomers: [{ id: 'tholen', title: 'Tholen', code: 'GM0716' }],
    });
    expect(dossierView(staged.reading(today)).parties.map(({ id }) => id)).toEqual([
      'goes',
      'veere',
      'de-regio',
      'tholen',
    ]);
    for (const body of ['goes/college', 'veere/college']) staged.decide('vrijgave', body, 'agree', day);
    expect(staged.standing('vrijgave', today)).toMatchObject({
      outcome: 'open',
      missing: [{ body: newcomer, why: 'silent' }],
    });
    staged.decide('vrijgave', newcomer, 'agree', day, {}, own(newcomer));
    expect(staged.outcome('vrijgave', today)).toBe('go');
  });

  it('does to a count what the handbook says', () => {
    for (const body of ['goes/college', 'veere/college']) staged.decide('vrijgave', body, 'agree', begin);
    change({ joins: [newcomer] });
    const page = readFileSync(join(import.meta.dirname, '../../../docs/handboek/besluiten.md'), 'utf8').replaceAll(
      '\n',
      ' ',
    );
    expect(page).toContain(`"${gateView(staged.reading(today), 'vrijgave').sentence ?? ''}"`);
  });

  it('was not there the day before', () => {
    const then = JSON.stringify({ ...dossierView(staged.reading(today, begin)), version: 0 });
    change({ joins: [newcomer] });
    expect(JSON.stringify({ ...dossierView(staged.reading(today, begin)), version: 0 })).toBe(then);
  });

  it.each<[string, string, Day, object]>([
    ['that no register has', 'nergens/college', day, { code: 'unknown-body' }],
    ['that was no more then', 'brielle/college', day, { code: 'not-allowed-here', allowed: ['voorne-aan-zee'] }],
    ['with another body than decides here', 'tholen/raad', day, { code: 'not-allowed-here', allowed: [newcomer] }],
  ])('%s is refused', (_, body, on, error) => {
    expect(refused([body], on)).toMatchObject([{ pointer: '/joins/0', ...error }]);
  });
});

describe('who joined at one gate', () => {
  it('12: decides at those that come after it, a council where its college joined', () => {
    change({ joins: [newcomer] });
    expect(['vrijgave', 'zienswijze', 'treffen'].map(asked)).toEqual([
      ['goes/college', 'veere/college', newcomer],
      ['goes/raad', 'veere/raad', 'tholen/raad'],
      ['goes/college', 'veere/college', newcomer],
    ]);
  });

  it('does not when it left again', () => {
    change({ joins: [newcomer] });
    staged.give('leave-gate', { gate: 'vrijgave' }, { body: newcomer, on: today, reason }, own(newcomer), today);
    expect(['vrijgave', 'treffen'].map(asked)).toEqual(Array(2).fill(['goes/college', 'veere/college']));
  });
});
