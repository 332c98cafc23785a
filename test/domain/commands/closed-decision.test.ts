// What a body closes: on which ground, who may record it, and what stays known when it is corrected.
import { window } from '../../../src/domain/calendar.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { gate, phase } from '../../../src/domain/workflow/define.js';
import { begin, colleges, evidence, lead, own, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

const asks = { verb: 'instemmen', electorate: 'colleges', ruledBy, rule: unanimity('colleges') };
const plan = planOf({ vast: phase('Fase', window('2024'), { source: 'test', gate: gate('Vast', asks) }) });
const vast = { gate: 'vast' };
const [oost = '', west = ''] = colleges;

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('vast');
});
const asked = (more: Partial<RecordDecision>): RecordDecision => ({
  body: oost,
  decision: 'agree',
  decidedOn: begin,
  ...more,
});
const give = (more: Partial<RecordDecision>) => staged.give('record-decision', vast, asked(more), own(oost));
const refused = (more: Partial<RecordDecision>, as = own(oost)) =>
  staged.refused('record-decision', vast, asked(more), as);

describe('a decision that is closed', () => {
  const because = 'ontbreekt; schrijf op waarom anderen dit besluit nog niet mogen zien';
  const noGround = [{ pointer: '/release/ground', code: 'ground-required', because }];

  it('names the ground', () => {
    expect(refused({ release: { scope: 'own' } })).toEqual(noGround);
    expect(refused({ release: { scope: 'region', from: '2024-02-02' } })).toEqual(noGround);
    expect(refused({ release: { scope: 'own', ground: 'art. 87' } })).toBeNull();
    expect(refused({ release: { scope: 'region', from: begin } })).toBeNull();
    expect(refused({ release: { scope: 'public' } })).toBeNull();
  });

  it('to its own body is so until it is released: it says no day', () => {
    const because =
      'past niet bij own: dan weet niemand anders het tot het wordt vrijgegeven; laat het weg, of kies region of public vanaf die dag';
    const release = { scope: 'own', from: today, ground: 'art. 87' } as const;
    expect(refused({ release })).toEqual([{ pointer: '/release/from', code: 'not-allowed-here', because }]);
    expect(refused({ release: { ...release, scope: 'public' } })).toBeNull();
  });

  it('is recorded by its own body alone', () => {
    const release = { scope: 'own', ground: 'art. 87' } as const;
    expect(refused({ release, evidence }, lead)).toEqual([{ pointer: '/release', code: 'not-allowed-here' }]);
    expect(refused({ release: { scope: 'region' }, evidence }, lead)).toBeNull();
  });
});

describe('what was closed', () => {
  const ground = 'art. 87';
  const toOwn = { scope: 'own', ground } as const;
  const until = (from: string) => ({ scope: 'region', from, ground }) as const;
  const reason = 'verkeerd overgenomen';
  const closed = (release?: RecordDecision['release']) => {
    staged = new Staged(plan).put('vast');
    return staged.decide('vast', oost, 'agree', begin, { release });
  };
  const corrected = (release: RecordDecision['release'], former = closed()) =>
    refused({ corrects: former, reason, release });
  const because = 'is minder ruim dan het besluit dat u corrigeert, en dat is al bekend; laat dit weg, of kies ruimer';
  const narrower = [{ pointer: '/release', code: 'not-allowed-here', because }];

  it('stays so when it is corrected, unless it says otherwise', () => {
    const [kept] = give({ corrects: closed(until(today)), reason });
    expect(kept?.facts).toMatchObject({ release: { scope: 'region', from: today } });
    expect(kept?.texts).toMatchObject({ 'release/ground': ground });
    staged = new Staged(plan).put('vast');
    staged.decide('vast', west, 'agree', begin, { release: toOwn });
    const open = staged.decide('vast', oost, 'agree');
    expect(give({ corrects: open, reason })[0]?.facts).not.toHaveProperty('release'); // as its own was
    const [opened] = give({ corrects: closed(toOwn), reason, release: { scope: 'public' } });
    expect(opened?.facts).toMatchObject({ release: { scope: 'public' } });
    const [again] = give({ corrects: closed({ scope: 'public' }), reason });
    expect(again?.facts).toMatchObject({ release: { scope: 'public' } });
    const [plain] = give({ corrects: closed(), reason });
    expect(plain?.facts).not.toHaveProperty('release');
  });

  it('may be anything when it is corrected; what was known stays known to as many', () => {
    expect(corrected(toOwn, closed(toOwn))).toBeNull();
    expect(corrected(until('2025-01-01'), closed(toOwn))).toBeNull();
    expect(corrected(toOwn)).toEqual(narrower);
    expect(corrected(until('2025-01-01'))).toEqual(narrower);
    expect(corrected({ scope: 'region' })).toBeNull();
    expect(corrected({ scope: 'public' })).toBeNull();
    expect(corrected({ scope: 'region' }, closed({ scope: 'public' }))).toEqual(narrower);
    expect(corrected({ scope: 'public' }, closed({ scope: 'public' }))).toBeNull();
  });

  it('may become so when the body decides again', () => {
    expect(refused({ revises: closed(), release: toOwn })).toBeNull();
  });

  it('and then taken back is not there for the region: it may record what was decided', () => {
    const decision = closed(toOwn);
    staged.give('withdraw-decision', vast, { decision, on: begin, reason }, own(oost));
    expect(refused({ evidence }, lead)).toBeNull();
  });
});
