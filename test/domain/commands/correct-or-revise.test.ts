// What corrects a decision that was wrongly recorded, and what a body decides again.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { NewEvent } from '../../../src/domain/dossier/events.js';
import { asking, begin, colleges, evidence, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const plan = planOf({ vast: asking(), weer: asking() });
const vast = { gate: 'vast' };
const [oost = '', west = '', eiland = ''] = colleges;

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const give = (id: string, asked: Partial<RecordDecision>, as = own(asked.body ?? oost)): NewEvent[] =>
  staged.give('record-decision', { gate: id }, { body: oost, decision: 'agree', decidedOn: begin, ...asked }, as);
const refused = (id: string, asked: Partial<RecordDecision>, as = own(asked.body ?? oost)) =>
  staged.refused('record-decision', { gate: id }, { body: oost, decision: 'agree', decidedOn: begin, ...asked }, as);

describe('a correction or a revision', () => {
  beforeEach(() => {
    staged.put('vast');
  });

  it('is an event of its own, that points at the decision that stood', () => {
    const first = staged.decide('vast', oost, 'agree');
    const [revised] = give('vast', { decision: 'disagree', revises: first });
    expect(revised).toMatchObject({ type: 'DecisionRevised', facts: { revises: first, kind: 'disagree' } });
    const second = staged.decisions('vast').at(-1)?.id;
    const [corrected] = give('vast', { corrects: second, reason: 'verkeerd overgenomen', decidedOn: '2024-02-03' });
    expect(corrected).toMatchObject({ type: 'DecisionCorrected', on: '2024-02-03', facts: { corrects: second } });
    expect(corrected?.texts).toEqual({ reason: 'verkeerd overgenomen' });
  });

  it('is of a decision of the same body at the same gate: one revises what stands, one corrects the newest reading', () => {
    const reason = 'verkeerd overgenomen';
    const first = staged.decide('vast', oost, 'agree');
    const second = staged.decide('vast', oost, 'disagree', begin, { revises: first });
    const another = staged.decide('vast', west, 'agree');
    expect(refused('vast', { revises: first })).toEqual({ code: 'not-the-latest', exists: [second] });
    const [mended] = give('vast', { corrects: first, reason });
    const reading = mended?.type === 'DecisionCorrected' ? mended.facts.decision : '';
    expect(refused('vast', { corrects: first, reason })).toEqual({ code: 'not-the-latest', exists: [reading] });
    expect(refused('vast', { corrects: reading, reason })).toBeNull();
    const unknown = (pointer: string, allowed?: string[]) => [{ pointer, code: 'unknown-decision', allowed }];
    expect(refused('vast', { revises: another })).toEqual(unknown('/revises'));
    expect(refused('vast', { corrects: another, reason })).toEqual(unknown('/corrects', [reading, second]));
    staged.put('weer');
    expect(refused('weer', { revises: second })).toEqual(unknown('/revises'));
    expect(refused('vast', { revises: second })).toBeNull();
  });

  it('is of any day: what it points at moves nothing', () => {
    const first = staged.decide('vast', oost, 'agree', '2024-02-10');
    for (const decidedOn of ['2024-02-09', '2024-02-10', today]) {
      expect(refused('vast', { revises: first, decidedOn })).toBeNull();
      expect(refused('vast', { corrects: first, decidedOn, reason: 'x' })).toBeNull();
    }
  });

  it('may point at what was decided in a former round, which stands in none that follows', () => {
    const first = staged.decide('vast', oost, 'disagree');
    staged.all('vast', [west, eiland], 'disagree').rule('vast', 'no-go');
    staged.give('rework-phase', { phase: 'vast' }, { on: begin, reason: 'x' });
    staged.give('submit-gate', vast, { on: begin });
    expect(refused('vast', { revises: first })).toBeNull();
    expect(refused('vast', {})).toBeNull();
  });

  it('corrects what holds once the body said that a correction of the region is not so', () => {
    const fromRegion = { corrects: staged.decide('vast', oost, 'agree'), reason: 'verkeerd overgenomen', evidence };
    const [proposed] = give('vast', fromRegion, lead);
    const proposal = proposed?.type === 'DecisionCorrected' ? proposed.facts.decision : '';
    expect(refused('vast', fromRegion, lead)).toEqual({ code: 'not-the-latest', exists: [proposal] });
    const dispute = { on: today, confirmed: false, reason: 'het stond er goed' };
    staged.give('confirm-decision', { gate: 'vast', decision: proposal }, dispute, own(oost));
    expect(refused('vast', fromRegion, lead)).toBeNull();
    const again = refused('vast', { ...fromRegion, corrects: proposal }, lead);
    expect(again).toEqual({ code: 'not-the-latest', exists: [fromRegion.corrects] });
  });
});
