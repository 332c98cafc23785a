// What a sentence says of who has said nothing that stands: the same clauses as the word of its stand, in every case.
import { sentenceFigures } from '../../../src/domain/stand/sentence.js';
import { standFigures } from '../../../src/domain/views/stand-view.js';
import { missingOf, standOf } from '../../../src/domain/stand/stand.js';
import { sentenceOf } from '../../../src/wording/gates/sentence.js';
import { standWord } from '../../../src/wording/gates/stand.js';
import { asking, begin, colleges, evidence, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const plan = planOf({ moment: asking({ unconfirmed: 'counts' }) });
const gate = 'moment';
const [body = ''] = colleges;
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put(gate);
});

const takesBack = (on: string) =>
  staged.give(
    'withdraw-decision',
    { gate },
    { decision: staged.decide(gate, body, 'agree', begin), on, reason },
    own(body),
  );
const disputes = (decidedOn: string, on: string) => {
  const decision = staged.decide(gate, body, 'agree', decidedOn, { evidence }, lead);
  staged.give('confirm-decision', { gate, decision }, { on, confirmed: false, reason }, own(body));
};
const plans = (on: string) =>
  staged.give('schedule-item', { gate }, { body, meetingOn: '2024-12-20', stage: 'draft' }, lead, on);
const reason = 'Zo besloten.';

function told(day = today): { sentence: string; word: string; missing: unknown } {
  const { dossier } = staged;
  const round = staged.round(gate);
  const at = { dossier, id: gate, gate: round.terms.gate, round, day };
  const stand = standOf(at, body);
  const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => false };
  const figures = standFigures({ dossier, day, viewer, moment: { asOf: null, knownAt: null } }, stand, 'agreement');
  const sentence = sentenceOf(sentenceFigures(at, staged.standing(gate, day)));
  return {
    sentence: /Oost \(([^)]*)\)/.exec(sentence)?.[1] ?? sentence,
    word: standWord(figures),
    missing: missingOf(stand)?.why,
  };
}

const back = 'het eerdere is ingetrokken';
const disputed = 'wat de regio vastlegde is betwist';

it.each<[string, () => unknown, string, string, string]>([
  ['nothing was said', () => null, 'silent', 'nog geen besluit', 'nog geen besluit'],
  ['it took back what it decided', () => takesBack('2024-03-01'), 'silent', back, `nog geen besluit; ${back}`],
  [
    'it disputes what was recorded for it',
    () => disputes('2024-03-01', '2024-03-02'),
    'disputed',
    disputed,
    `nog geen besluit; ${disputed}`,
  ],
  [
    'it took back one decision and disputes a later one',
    () => {
      takesBack('2024-03-01');
      disputes('2024-03-05', '2024-03-06');
    },
    'disputed',
    `${back}; ${disputed}`,
    `nog geen besluit; ${back}; ${disputed}`,
  ],
  [
    'it treats it anew after it took it back',
    () => {
      takesBack('2024-03-01');
      plans('2024-03-02');
    },
    'scheduled',
    `ingepland; ${back}`,
    `ingepland, nog geen besluit; ${back}`,
  ],
])('where %s', (_, happens, why, sentence, word) => {
  happens();
  expect(told()).toEqual({ sentence, word, missing: why });
});

it('on the days before it took that back nothing of it is told', () => {
  takesBack('2024-03-01');
  expect(told('2024-02-29').word).toBe('akkoord (voorlopig)');
  expect(told('2024-03-01')).toMatchObject({ sentence: back });
});
