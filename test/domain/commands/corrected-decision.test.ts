// A decision that is put right: it keeps every field that the correction neither names nor empties.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { Id } from '../../../src/domain/vocabulary.js';
import { asking, begin, colleges, evidence, own, planOf, Staged, today } from '../../support/staged-play.js';

const questions = ['tekst', 'geld'].map((id) => ({ id, text: `${id}?` }));
/** A plain gate, and one of two questions. */
const plan = planOf({ vast: asking(), twee: asking({ questions }) });
const [oost = '', west = ''] = colleges;
const reason = 'verkeerd overgenomen';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('vast').put('twee');
});

/** How a decision of oost stands in the record after a correction. */
const corrected = (corrects: Id, more: Partial<RecordDecision>, gate = 'vast', body = oost) => {
  const [event] = staged.give('record-decision', { gate }, { body, corrects, reason, ...more }, own(body));
  if (event?.type !== 'DecisionCorrected') throw new Error('it was not corrected');
  return { event, decision: newest(gate) };
};
const newest = (gate = 'vast') => {
  const found = staged.decisions(gate).at(-1);
  if (!found) throw new Error('nothing was decided');
  return found;
};
const refused = (corrects: Id, more: Partial<RecordDecision>, gate = 'vast', as = own(oost)) =>
  staged.refused('record-decision', { gate }, { body: oost, corrects, reason, ...more }, as);

describe('a correction keeps', () => {
  const said: Partial<RecordDecision> = {
    reference: 'Z-24-1',
    remarks: ['Let op.'],
    form: 'letter',
    text: '1. Akkoord.',
    portfolioHolder: 'wethouder Oost',
    conform: true,
    proposalVersion: 1,
    listAdoptedOn: '2024-02-05',
    publishedOn: '2024-02-06',
    publicationUrl: 'https://example.org/b',
    evidence,
  };

  it('every field that it does not name, and not why it was decided so', () => {
    const first = staged.decide('vast', oost, 'agree-with-remarks', '2024-02-03', { ...said, reason: 'Zo besloten.' });
    const { event, decision } = corrected(first, { portfolioHolder: 'wethouder West' });
    expect(event.on).toBe('2024-02-03');
    expect(event.texts.reason).toBe(reason);
    expect(event.facts).not.toHaveProperty('release');
    expect(decision).toMatchObject({
      ...said,
      kind: 'agree-with-remarks',
      answers: { vraag: 'agree-with-remarks' },
      decidedOn: '2024-02-03',
      portfolioHolder: 'wethouder West',
      reason,
      corrects: first,
      act: first,
      revises: null,
    });
    expect(corrected(decision.id, { reason: 'nog eens', text: '2. Akkoord.' }).decision).toMatchObject({
      reference: 'Z-24-1',
      portfolioHolder: 'wethouder West',
      text: '2. Akkoord.',
      reason: 'nog eens',
    });
  });

  it('its round and its text, whatever was put since; unless it names another', () => {
    const first = staged.decide('vast', oost, 'agree', '2024-02-03');
    staged.give('revise-proposal', { gate: 'vast' }, { on: '2024-02-02', title: 'Tweede' });
    expect(corrected(first, { reference: 'Z' }).decision).toMatchObject({ round: 1, proposalVersion: 1 });
    expect(corrected(newest().id, { proposalVersion: 2 }).decision).toMatchObject({ proposalVersion: 2 });
    staged.give('withdraw-gate', { gate: 'vast' }, { on: '2024-02-04', reason });
    staged.give('submit-gate', { gate: 'vast' }, { on: '2024-02-05' });
    const last = staged.dossier.acts.vast?.[0]?.holds ?? '';
    expect(staged.give('record-decision', { gate: 'vast' }, again(last, { reference: 'Y' }), own(oost))).toMatchObject([
      { facts: { round: 1, proposalVersion: 2 } },
    ]);
    const moved = staged.dossier.acts.vast?.[0]?.holds ?? '';
    const asked = again(moved, { round: 2, proposalVersion: 1, decidedOn: '2024-02-06' });
    expect(staged.give('record-decision', { gate: 'vast' }, asked, own(oost))).toMatchObject([{ facts: { round: 2 } }]);
  });

  const again = (corrects: Id, more: Partial<RecordDecision>): RecordDecision => ({
    body: oost,
    corrects,
    reason,
    ...more,
  });

  it('a closure with its day and ground, and says nothing of what was open to the region', () => {
    const closed = { scope: 'region', from: today, ground: 'art. 87' } as const;
    const first = staged.decide('vast', oost, 'agree', begin, { release: closed });
    const { event, decision } = corrected(first, { reference: 'Z' });
    expect(event.facts.release).toEqual({ scope: 'region', from: today });
    expect(decision.release).toEqual(closed);
    for (const release of [
      { scope: 'public' } as const,
      { scope: 'region', from: begin } as const,
      { scope: 'region', ground: 'art. 87' } as const,
    ]) {
      const open = staged.decide('vast', west, 'deferred', begin, { release });
      expect(corrected(open, { reference: 'Z' }, 'vast', west).event.facts.release).toMatchObject({
        scope: release.scope,
      });
    }
  });

  it('answers that it does not name; a kind alone sets them all', () => {
    const first = staged.decide('twee', oost, 'agree', begin, { answers: { geld: 'disagree' } });
    const { decision } = corrected(first, { answers: { geld: 'noted' } }, 'twee');
    expect(decision).toMatchObject({ kind: 'agree', answers: { tekst: 'agree', geld: 'noted' } });
    const all = corrected(decision.id, { decision: 'disagree' }, 'twee').decision;
    expect(all).toMatchObject({ kind: 'disagree', answers: { tekst: 'disagree', geld: 'disagree' } });
    const both = corrected(all.id, { decision: 'agree', answers: { geld: 'noted' } }, 'twee').decision;
    expect(both).toMatchObject({ kind: 'agree', answers: { tekst: 'agree', geld: 'noted' } });
  });

  it('the kind by which it was called while an answer still has it, else that of another', () => {
    const first = staged.decide('twee', oost, 'agree', begin, { answers: { tekst: 'noted' } });
    const { decision } = corrected(first, { answers: { tekst: 'deferred' } }, 'twee');
    expect(decision.kind).toBe('agree');
    expect(corrected(decision.id, { answers: { geld: 'deferred' } }, 'twee').decision.kind).toBe('deferred');
  });

  it('leaves out what only goes with a kind that its answers no longer have', () => {
    const answers = { geld: 'agree-subject-to' } as const;
    const subjectTo = { gate: 'vast', body: west };
    const first = staged.decide('twee', oost, 'deferred', begin, { nextDate: today, answers, subjectTo });
    const one = corrected(first, { answers: { tekst: 'agree' } }, 'twee').decision;
    expect(one).toMatchObject({ nextDate: null, subjectTo });
    expect(corrected(one.id, { decision: 'agree' }, 'twee').decision).toMatchObject({
      nextDate: null,
      subjectTo: null,
    });
    const view = staged.decide('vast', west, 'view', begin, { tenor: 'positive', points: ['Meer geld.'] });
    const agreed = corrected(view, { decision: 'agree' }, 'vast', west);
    expect(agreed.decision).toMatchObject({ tenor: null, points: [] });
    expect(agreed.event.texts).not.toHaveProperty('points/0');
  });
});

describe('a correction empties', () => {
  const allowed = expect.arrayContaining(['reference', 'remarks', 'conditions', 'evidence', 'noDecision', 'belongsTo']);

  it('what it names, and nothing else', () => {
    const first = staged.decide('vast', oost, 'agree', begin, { reference: 'Z', text: '1.', remarks: ['Let op.'] });
    const { decision, event } = corrected(first, { clears: ['reference', 'remarks'] });
    expect(decision).toMatchObject({ reference: null, remarks: [], text: '1.' });
    expect(event.texts).toEqual({ reason, text: '1.' });
    expect(corrected(decision.id, { text: '2.' }).decision).toMatchObject({ reference: null, text: '2.' });
  });

  it('what can be empty: not what a decision cannot be without, nor what a correction says of itself', () => {
    const first = staged.decide('vast', oost, 'agree');
    const names = ['text', 'body', 'decision', 'answers', 'decidedOn', 'round', 'proposalVersion'];
    const itself = ['corrects', 'revises', 'clears', 'reason', 'feest'];
    const wrong = [...names.slice(1), ...itself];
    expect(refused(first, { clears: [...names, ...itself] })).toEqual(
      wrong.map((_, i) => ({ pointer: `/clears/${i + 1}`, code: 'unknown-option', allowed })),
    );
    const [fault] = refused(first, { clears: ['feest'] }) as { allowed: string[] }[];
    expect(fault?.allowed.filter((name) => wrong.includes(name))).toEqual([]);
  });

  it('nothing that it says as well', () => {
    const first = staged.decide('vast', oost, 'agree', begin, { reference: 'Z' });
    expect(refused(first, { clears: ['text', 'reference'], reference: 'Y' })).toEqual([
      { pointer: '/clears/1', code: 'not-allowed-here' },
    ]);
  });
});

describe('that there was no such decision', () => {
  it('stays until a correction says what was decided, or empties it', () => {
    const first = staged.decide('vast', oost, 'agree');
    const none = corrected(first, { noDecision: true }).decision;
    expect(none.noDecision).toBe(true);
    const still = corrected(none.id, { reference: 'Z' }).decision;
    expect(still).toMatchObject({ noDecision: true, reference: 'Z' });
    expect(corrected(still.id, { clears: ['noDecision'] }).decision.noDecision).toBeNull();
  });

  it.each<Partial<RecordDecision>>([
    { decision: 'disagree' },
    { answers: { vraag: 'disagree' } },
    { decidedOn: '2024-02-02' },
    { belongsTo: 'dossier-2' },
  ])('is over with %j', (said) => {
    const first = staged.decide('vast', oost, 'agree');
    const none = corrected(first, { noDecision: true }).decision;
    expect(corrected(none.id, said).decision).toMatchObject({ noDecision: null, belongsTo: said.belongsTo ?? null });
  });

  it('is said in the place of where it belonged', () => {
    const first = staged.decide('vast', oost, 'agree');
    const elsewhere = corrected(first, { belongsTo: 'dossier-2' }).decision;
    expect(elsewhere.belongsTo).toBe('dossier-2');
    expect(corrected(elsewhere.id, { reference: 'Z' }).decision.belongsTo).toBe('dossier-2');
    expect(corrected(newest().id, { noDecision: true }).decision).toMatchObject({ noDecision: true, belongsTo: null });
    expect(refused(newest().id, { belongsTo: 'dossier-1' })).toEqual([
      { pointer: '/belongsTo', code: 'not-allowed-here' },
    ]);
  });
});
