// A ruling that is put right keeps how its gate stood; of another day it is what was known of that day then.
import { begin, chair, colleges, lead, own, today } from '../../support/staged-play.js';
import { Corrections } from '../../support/corrections.js';
import type { Mend } from '../../support/mend.js';
import { condition, moment, rulingPlan, RulingPlay } from '../../support/ruling-play.js';

const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const day = '2024-02-20';

let staged: RulingPlay;
beforeEach(() => {
  staged = new RulingPlay();
});
const record = () => new Corrections(staged.events, rulingPlan);
/** Oost agrees on the 10th, west on the 15th, and the chair rules on the 20th. */
const ruled = (ruling: 'go' | 'hold' = 'go', put = begin): Corrections => {
  staged.pass('eerst', [oost, west]).start('moment');
  staged.give('submit-gate', moment, { on: put });
  staged.decide('moment', oost, 'agree', '2024-02-10');
  staged.decide('moment', west, 'agree', '2024-02-15');
  staged.rule('moment', ruling, day, { reason });
  return record();
};
describe('a ruling that is put right', () => {
  it('keeps how its gate stood and the words that were shown, whatever was recorded since', () => {
    ruled();
    const first = staged.decisions('moment')[0]?.id;
    staged.decide('moment', oost, 'disagree', '2024-02-12', { revises: first });
    const shown = 'De woorden die toen werden getoond.';
    const played = record().was('GateRuled', ({ facts, texts }) => ({
      facts: { ...facts, certain: false }, // as a rule of then had it
      texts: { ...texts, 'said/explanation': shown, 'said/explanation/0': null },
    }));
    const was = played.newest('GateRuled');
    const is = played.correct('GateRuled', { ownReason: 'Beter gezegd.', meeting: { form: 'session' } });
    const { ruling, tally, explanation, missing, language } = was.facts;
    const meeting = { form: 'session' };
    expect(is.facts).toMatchObject({ ruling, tally, explanation, missing, language, certain: false, meeting });
    expect(is.texts).toEqual({
      reason: 'Beter gezegd.',
      'said/explanation': shown,
      'correction/reason': 'Verkeerd getypt.',
    });
    expect(played.dossier.rounds.moment?.[0]?.rulings).toMatchObject([{ ruling: 'go', place: was.sequence }]);
  });

  it('keeps what was stored as a go, and not one that was stored as no go', () => {
    ruled('hold');
    const held = record().was('GateRuled', ({ facts }) => ({ facts: { ...facts, outcome: 'open' } }));
    expect(held.refused('GateRuled', { ruling: 'go' })).toMatchObject({ code: 'outcome-not-go' });
    expect(record().refused('GateRuled', { ruling: 'go' })).toBeNull();
  });

  it('comes to another day with what was known of that day then', () => {
    const played = ruled('hold');
    const first = staged.decisions('moment')[0]?.id;
    staged.decide('moment', oost, 'disagree', '2024-02-10', { corrects: first, reason });
    const stoodOn = (ruledOn: string) => {
      const corrected = record().correct('GateRuled', { ruledOn });
      expect(corrected.on).toBe(ruledOn);
      return corrected.facts.tally;
    };
    expect(stoodOn('2024-02-15')).toMatchObject({ for: 2, against: 0 });
    expect(stoodOn('2024-02-12')).toMatchObject({ for: 1, against: 0, silent: 2 });
    expect(stoodOn('2024-02-09')).toMatchObject({ for: 0, silent: 3 });
    const { texts } = played.correct('GateRuled', { ruledOn: '2024-02-12' });
    expect(texts['said/explanation']).toContain('1 van de 3');
  });

  it('is no go on a day on which, as was known then, it did not stand as one', () => {
    expect(ruled().refused('GateRuled', { ruledOn: '2024-02-14' })).toMatchObject({
      code: 'outcome-not-go',
      explanation: { outcome: 'open' },
      sentence: expect.stringMatching(/^Zo stond het op 14 februari 2024. .*1 van de 3/),
    });
    expect(record().refused('GateRuled', { ruledOn: '2024-02-15' })).toBeNull();
  });

  it('comes back to its former day with what was stored of that', () => {
    const played = ruled('hold').was('GateRuled', ({ texts }) => ({
      texts: { ...texts, 'said/explanation': 'Toen.' },
    }));
    played.correct('GateRuled', { ruledOn: '2024-02-12' });
    const back = played.correct('GateRuled', { ruledOn: day });
    expect(back.texts['said/explanation']).toBe('Toen.');
    expect(back.facts.tally.for).toBe(2);
  });

  it('goes as it stood to a day before that on which the gate was known to be put', () => {
    const played = ruled('hold', '2024-02-10');
    played.correct('GateSubmitted', { on: '2024-02-05' });
    const stoodOn = (ruledOn: string) => {
      const again = new Corrections(played.events, rulingPlan);
      return again.correct('GateRuled', { ruledOn }).facts.tally.for;
    };
    expect(stoodOn('2024-02-09')).toBe(2);
    expect(stoodOn('2024-02-10')).toBe(1);
    expect(played.refused('GateRuled', { ruledOn: '2024-02-04' })).toEqual([
      { pointer: '/ruledOn', code: 'date-too-early', limit: '2024-02-05' },
    ]);
  });

  it('may turn out to be a hold: then its gate lies open, and did not pass', () => {
    const played = ruled();
    played.correct('GateRuled', { ruling: 'hold', ownReason: reason });
    const { dossier } = played;
    expect(dossier.rounds.moment?.[0]?.settled).toBeNull();
    expect(dossier.phases.moment).toMatchObject({ movedOn: day, passedOn: null });
  });

  it('has its conditions by its own day: a go is what was asked', () => {
    staged.putMoment().all('moment', [west, eiland]);
    const decision = staged.decide('moment', oost, 'agree-with-conditions', begin, condition());
    staged.answer(staged.conditionOf(decision), 'adopted', '2024-02-10');
    staged.rule('moment', 'go', day);
    const ruling = (mend: Mend) => record().correct('GateRuled', mend).facts.ruling;
    expect(record().newest('GateRuled').facts.ruling).toBe('go-with-conditions');
    expect(ruling({ ownReason: reason })).toBe('go-with-conditions');
    expect(ruling({ ruledOn: '2024-02-10' })).toBe('go-with-conditions');
    expect(ruling({ ruledOn: '2024-02-09' })).toBe('go');
  });

  it('is put right by who concludes, and by nobody else', () => {
    const played = ruled();
    expect(played.refused('GateRuled', { ownReason: reason }, chair)).toBeNull();
    for (const who of [lead, own(oost)])
      expect(played.refused('GateRuled', { ownReason: reason }, who)).toMatchObject({ code: 'not-your-role' });
  });
});

describe('what comes before a ruling', () => {
  const inTheWay = { code: 'not-in-this-state', followedBy: expect.objectContaining({ what: 'GateRuled' }) };

  it('is not put right to a day after it', () => {
    staged.putMoment().all('moment', [oost, west]);
    staged.give('record-receipt', moment, { body: oost, on: '2024-02-10' });
    staged.rule('moment', 'go', day);
    expect(record().refused('ReceiptRecorded', { on: '2024-02-21' })).toMatchObject(inTheWay);
    expect(record().refused('ReceiptRecorded', { on: day })).toBeNull();
  });

  it('passed, where it is a go; and may have been held where it is none', () => {
    const before = (ruling: 'go' | 'hold') => {
      staged = new RulingPlay();
      staged.putMoment().all('moment', [oost, west]);
      staged.give('reopen-gate', { gate: 'eerst' }, { on: begin, reason }, chair);
      staged.rule('eerst', 'go', '2024-02-19');
      const again = record().newest('GateRuled');
      staged.rule('moment', ruling, day);
      return record().refused(again, { ruling: 'hold', ownReason: reason });
    };
    expect(before('go')).toMatchObject(inTheWay);
    expect(before('hold')).toBeNull();
  });

  it('is looked at as it is read now: a hold does not turn out to be a go where that was held too', () => {
    staged.putMoment().all('moment', [oost, west]);
    staged.give('reopen-gate', { gate: 'eerst' }, { on: begin, reason }, chair);
    staged.rule('eerst', 'go', '2024-02-19');
    const again = record().newest('GateRuled');
    staged.rule('moment', 'hold', day);
    const played = record();
    const held = played.newest('GateRuled');
    played.correct(again, { ruling: 'hold', ownReason: reason });
    expect(played.refused(held, { ruling: 'go' })).toMatchObject({ code: 'prerequisite-open', exists: ['eerst'] });
  });
});

it('a ruling of a gate that was put again is of its own round', () => {
  staged.putMoment().all('moment', colleges, 'disagree').rule('moment', 'no-go', day);
  expect(staged.dossier.phases.moment).toMatchObject({ movedOn: day, passedOn: null });
  staged.give('rework-phase', { phase: 'moment' }, { on: day, reason });
  staged.give('submit-gate', moment, { on: day });
  staged.all('moment', colleges, 'agree', day);
  const [event] = staged.rule('moment', 'go', today);
  expect(event?.facts).toMatchObject({ round: 2, ruling: 'go' });
});
