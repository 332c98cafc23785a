// A yes that waits for a later decision: it holds the gate where the arrangement is made until what it waits for is there,
// or until its body agrees later without a reservation.
import { CouncilPlay } from '../support/council-play.js';
import { gateView } from '../../src/wording/gates/views.js';
import { own } from '../support/staged-play.js';

const college = 'oost/college';
let play: CouncilPlay;
beforeEach(() => {
  play = new CouncilPlay();
  play.put('ontwerp', '2024-01-02');
  const subjectTo = { gate: 'toestemming', body: 'oost/raad' };
  play.decide('ontwerp', college, 'agree-subject-to', '2024-01-03', { subjectTo });
  for (const place of ['west', 'eiland']) play.decide('ontwerp', `${place}/college`, 'agree', '2024-01-03');
  play.rule('ontwerp', '2024-01-04');
});

const standing = () => {
  const { outcome, missing } = play.stand('treffen');
  return [outcome, missing.map(({ body, why }) => `${body} ${why}`)];
};

/** The others agreed to the arrangement; of Oost it is said on which day. */
function arranged(agreedOn: string): void {
  play.put('treffen', '2024-01-05');
  for (const place of ['west', 'eiland']) play.decide('treffen', `${place}/college`, 'agree', '2024-01-06');
  play.decide('treffen', college, 'agree', agreedOn);
}

it.each([
  ['before its reservation', '2024-01-02', 'open', [`${college} subject-to`]],
  ['on its day, and recorded later', '2024-01-03', 'go', []],
  ['after it', '2024-01-06', 'go', []],
])('and a plain yes where the arrangement is made, %s', (_, day, outcome, missing) => {
  arranged(day);
  expect(standing()).toEqual([outcome, missing]);
});

it('is lifted by a plain yes at its own gate, and holds again when that was no decision', () => {
  arranged('2024-01-02');
  const revises = play.latest('ontwerp', college).id;
  const decision = play.decide('ontwerp', college, 'agree', '2024-01-07', { revises }).id;
  expect(standing()).toEqual(['go', []]);
  const corrected = { corrects: decision, noDecision: true, reason: 'Nooit genomen.' } as const;
  play.give(own(college), 'record-decision', { gate: 'ontwerp' }, { body: college, ...corrected });
  expect(standing()).toEqual(['open', [`${college} subject-to`]]);
});

it('is told as waiting, and as not fulfilled once what it waits for was decided otherwise', () => {
  const play = CouncilPlay.consented();
  play.put('treffen', '2024-01-07');
  play.all('treffen', 'college', 'agree', '2024-01-07');
  const subjectTo = { gate: 'toestemming', body: 'oost/raad' };
  const revises = play.latest('ontwerp', college).id;
  play.decide('ontwerp', college, 'agree-subject-to', '2024-01-08', { subjectTo, revises });
  const sentence = () => gateView(play.play.reading('2024-12-31'), 'treffen').sentence;
  const consent = play.latest('toestemming', 'oost/raad').id;
  play.give(
    own('oost/raad'),
    'withdraw-decision',
    { gate: 'toestemming' },
    { decision: consent, on: '2024-01-09', reason: 'Terug.' },
  );
  expect(sentence()).toContain('wacht op het besluit van de raad van Oost');
  play.decide('toestemming', 'oost/raad', 'consent-withheld', '2024-01-10', { ground: 'conflict-with-law' });
  expect(sentence()).toContain('niet vervuld door de raad van Oost');
});
