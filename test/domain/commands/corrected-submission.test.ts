// What was put, taken back or put in a new version is put right: it keeps what the correction does not name, and what came
// after it must still be able to follow.
import { window } from '../../../src/domain/calendar.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { gate, phase } from '../../../src/domain/workflow/define.js';
import { Corrections } from '../../support/corrections.js';
import {
  asking,
  begin,
  chair,
  colleges,
  lead,
  own,
  planOf,
  ruledBy,
  Staged,
  today,
} from '../../support/staged-play.js';
import { told } from '../../support/told.js';
import * as voorne from '../../support/voorne.js';

const source = 'test';
/** A gate of colleges; one that waits for a fact from outside; a phase without a gate. */
const plan = planOf(
  {
    moment: asking({ weeksFromReceipt: 8 }),
    later: phase('Later', window('2024'), {
      source,
      gateWaitsFor: ['wet'],
      gate: gate('Later', { verb: 'instemmen', electorate: 'colleges', ruledBy, rule: threshold(2, 'colleges') }),
    }),
  },
  { outside: { wet: { title: 'De wet', source } } },
);
const moment = { gate: 'moment' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const proposal = { title: 'Voorstel', url: 'https://example.org/1', sha256: 'a'.repeat(64) };
const questions = [
  { id: 'geld', text: 'Ook het geld?' },
  { id: 'tijd', text: 'Ook de tijd?' },
];
const texts = {
  'proposal/title': 'Voorstel',
  'proposal/url': 'https://example.org/1',
  'questions/geld': 'Ook het geld?',
  'questions/tijd': 'Ook de tijd?',
};
const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
const inTheWay = (what: string) => ({ code: 'not-in-this-state', followedBy: expect.objectContaining({ what }) });

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
  staged.start('moment');
});
const record = () => new Corrections(staged.events, plan);
const put = (more: object = {}, on = '2024-02-05') => staged.give('submit-gate', moment, { on, ...more });

describe('a submission that is put right', () => {
  it('keeps its text, the mark of that and its questions', () => {
    put({ proposal, questions });
    const { facts, texts: kept } = record().correct('GateSubmitted', { replyBy: today });
    expect(facts).toMatchObject({ replyBy: today, sha256: proposal.sha256, questions: ['geld', 'tijd'] });
    expect(kept).toMatchObject(texts);
  });

  it('has no text, address, mark or question that was never said', () => {
    put();
    const plain = record().correct('GateSubmitted', { replyBy: today });
    expect(Object.keys(plain.texts).sort()).toEqual(['correction/reason', 'said/rule']);
    expect(plain.facts).not.toHaveProperty('questions');
    staged = new Staged(plan);
    staged.start('moment');
    put({ proposal: { title: 'Voorstel' } });
    const titled = record().correct('GateSubmitted', { replyBy: today });
    expect(titled.texts).toMatchObject({ 'proposal/title': 'Voorstel' });
    expect(titled.texts).not.toHaveProperty('proposal/url');
    expect(titled.facts).not.toHaveProperty('sha256');
  });

  it('says no text again that was erased', () => {
    put({ proposal, questions });
    const erased = record().was('GateSubmitted', ({ texts: said }) => ({
      texts: { ...said, 'proposal/title': null, 'questions/geld': null },
    }));
    const { facts, texts: kept } = erased.correct('GateSubmitted', { replyBy: today });
    expect(facts.questions).toEqual(['tijd']);
    expect(kept).not.toHaveProperty('proposal/title');
    expect(kept).not.toHaveProperty('questions/geld');
    staged = new Staged(plan);
    staged.start('moment');
    put({ proposal });
    const address = record().was('GateSubmitted', ({ texts: said }) => ({ texts: { ...said, 'proposal/url': null } }));
    const after = address.correct('GateSubmitted', { replyBy: today });
    expect(after.texts).toMatchObject({ 'proposal/title': 'Voorstel' });
    expect(after.facts.sha256).toBe(proposal.sha256);
  });

  it('stays put to those to whom it was, whatever is known now of who decide', () => {
    put();
    const leaves = { on: '2024-02-06', reason, ...told('2024-02-06'), leaves: [eiland] };
    staged.give('change-electorate', moment, leaves, chair);
    staged.give('withdraw-gate', moment, { on: '2024-02-07', reason });
    put({}, '2024-02-08');
    expect(staged.round('moment').electorate).toEqual([oost, west]);
    const played = record();
    played.correct('ElectorateChanged', { never: true });
    const { facts } = played.correct('GateSubmitted', { replyBy: today });
    expect(facts.electorate).toEqual([oost, west]);
  });

  it('is said again by the rule of its day, where that turns out to be another', () => {
    const meeting = { form: 'session' } as const;
    staged.give('amend-rule', moment, { on: begin, reason, meeting, rule: threshold(1, 'colleges') }, chair);
    put();
    const played = record();
    played.correct('RuleAmended', { rule: threshold(3, 'colleges') });
    expect(played.newest('GateSubmitted').facts.rule).toEqual(threshold(3, 'colleges'));
  });

  it('has what came before it on its day or earlier', () => {
    put();
    expect(record().refused('GateSubmitted', { on: '2024-01-31' })).toEqual(tooEarly('/on', begin));
    expect(record().refused('PhaseStarted', { on: '2024-02-06' })).toMatchObject(inTheWay('GateSubmitted'));
    expect(record().refused('PhaseStarted', { on: '2024-02-05' })).toBeNull();
  });

  it('may be put right by the chair too, and by no body', () => {
    put();
    for (const who of [lead, chair]) expect(record().refused('GateSubmitted', { replyBy: today }, who)).toBeNull();
    expect(record().refused('GateSubmitted', { replyBy: today }, own(oost))).toMatchObject({ code: 'not-your-role' });
  });
});

describe('a submission', () => {
  it('waits for what must be known, and is not of before that', () => {
    staged.start('later');
    const refused = (on: string) => staged.refused('submit-gate', { gate: 'later' }, { on });
    expect(refused(today)).toMatchObject({ code: 'prerequisite-open', exists: ['wet'] });
    staged.give('record-fact', {}, { fact: 'wet', on: '2024-02-08', source: 'Stb. 2024, 1' });
    expect(refused('2024-02-07')).toEqual(tooEarly('/on', '2024-02-08'));
    expect(refused('2024-02-08')).toBeNull();
  });

  it('is not of before parties went on as one', () => {
    const merged = new Staged(voorne.voornesPlan({ moment: asking({ rule: majority('colleges') }) }), voorne.begin);
    merged.start('moment', voorne.begin);
    const { from, into } = voorne;
    merged.give('merge-parties', {}, { from, into, reason, reference: 'Stb. 2022, 1' }, lead, voorne.today);
    expect(merged.refused('submit-gate', moment, { on: voorne.before })).toEqual(tooEarly('/on', voorne.day));
    expect(merged.refused('submit-gate', moment, { on: voorne.day })).toBeNull();
  });

  it('begins a round of its own: with the first text, and nothing that was said in it yet', () => {
    const variants = [{ title: 'Voor Oost', bodies: [oost] }];
    put({ proposal, questions, replyBy: today, variants });
    const { number, terms, ruleTold, ...round } = staged.round('moment');
    expect([number, terms.gate.title, ruleTold]).toEqual([1, 'Moment', 'ten minste 2 van de 3 colleges zijn akkoord']);
    const rule = threshold(2, 'colleges');
    expect(round).toEqual({
      replyBy: today,
      option: null,
      proposal: { title: 'Voorstel', url: 'https://example.org/1', file: null },
      variants: [{ title: 'Voor Oost', url: null, sha256: null, file: null, bodies: [oost] }],
      submittedOn: '2024-02-05',
      proposals: [{ ...proposal, file: null, on: '2024-02-05', version: 1, sequence: 3, textualMandate: [] }],
      added: questions,
      electorate: colleges,
      submittedTo: colleges,
      electorateChanges: [],
      receipts: {},
      extensions: [],
      reopenings: [],
      agendas: {},
      documents: [],
      withdrawn: null,
      rule,
      submittedRule: rule,
      rulings: [],
      split: null,
      settled: null,
    });
    expect(staged.dossier.phases.moment).toMatchObject({ movedOn: '2024-02-05' });
  });

  it('without a text begins a round without one, and a text without a mark has none', () => {
    put();
    expect(staged.round('moment')).toMatchObject({ proposal: null, proposals: [], added: [], variants: [] });
    staged = new Staged(plan);
    staged.start('moment');
    put({ proposal: { title: 'Voorstel' } });
    expect(staged.round('moment').proposals).toMatchObject([{ title: 'Voorstel', url: null, sha256: null }]);
  });

  it('of which a text was erased is there without it', () => {
    put({ proposal, questions });
    const erased = record().was('GateSubmitted', ({ texts: said }) => ({
      texts: { ...said, 'questions/geld': null, 'said/rule': null },
    }));
    const [round] = erased.dossier.rounds.moment ?? [];
    expect(round).toMatchObject({ ruleTold: null, added: [{ id: 'geld', text: null }, questions[1]] });
  });

  it('of the first release holds the words of its rule itself, and names nobody twice', () => {
    put();
    const first = record().was('GateSubmitted', ({ facts }) => ({
      facts: { ...facts, ruleText: 'Zelf.', electorate: [oost, ...colleges] },
    }));
    const [round] = first.dossier.rounds.moment ?? [];
    expect(round).toMatchObject({ ruleTold: 'Zelf.', electorate: colleges, submittedTo: colleges });
  });
});

describe('that a gate was taken back', () => {
  beforeEach(() => {
    put();
    staged.give('withdraw-gate', moment, { on: '2024-02-08', reason });
  });

  it('stays with its round, and the next one is of after it', () => {
    expect(staged.dossier.rounds.moment).toMatchObject([{ withdrawn: { on: '2024-02-08', reason } }]);
    expect(staged.dossier.phases.moment).toMatchObject({ round: 2, movedOn: '2024-02-08' });
    put({}, '2024-02-09');
    const rounds = staged.dossier.rounds.moment ?? [];
    expect(rounds.map(({ withdrawn }) => withdrawn?.on ?? null)).toEqual(['2024-02-08', null]);
    const erased = record().was('GateWithdrawn', () => ({ texts: { reason: null } }));
    expect(erased.dossier.rounds.moment?.[0]?.withdrawn).toEqual({ on: '2024-02-08', reason: null });
  });

  it('is put right between what came before and after it, by who leads and by the chair', () => {
    put({}, '2024-02-10');
    expect(record().refused('GateWithdrawn', { on: '2024-02-04' })).toEqual(tooEarly('/on', '2024-02-05'));
    expect(record().refused('GateWithdrawn', { on: '2024-02-11' })).toMatchObject(inTheWay('GateSubmitted'));
    for (const who of [lead, chair]) expect(record().refused('GateWithdrawn', { on: '2024-02-10' }, who)).toBeNull();
    const first = staged.events.find(({ type }) => type === 'GateSubmitted');
    expect(first && record().refused(first, { on: '2024-02-09' })).toMatchObject(inTheWay('GateWithdrawn'));
  });
});

describe('a version that is put right', () => {
  const version = { title: 'Tweede', url: 'https://example.org/2', sha256: 'b'.repeat(64) };
  const revise = (on: string, more: object = {}) =>
    staged.give('revise-proposal', moment, { on, title: 'Tweede', ...more });

  it('keeps its title, address, mark and whose wording it is', () => {
    put({ proposal });
    revise('2024-02-08', { ...version, textualMandate: [oost] });
    const played = record();
    const { facts, texts: kept } = played.correct('ProposalRevised', { on: '2024-02-07' });
    expect(facts).toMatchObject({ version: 2, sha256: version.sha256, textualMandate: [oost] });
    expect(kept).toMatchObject({ 'proposal/title': 'Tweede', 'proposal/url': version.url });
    expect(played.dossier.rounds.moment?.[0]?.proposals).toMatchObject([
      { version: 1 },
      { ...version, on: '2024-02-07', version: 2, textualMandate: [oost] },
    ]);
    expect(record().correct('ProposalRevised', { title: 'Beter' }).texts).toMatchObject({
      'proposal/title': 'Beter',
      'proposal/url': version.url,
    });
  });

  it('has no address or mark that was never said, and none that was erased', () => {
    put();
    revise('2024-02-08');
    expect(staged.round('moment').proposals).toMatchObject([{ title: 'Tweede', url: null, sha256: null }]);
    const plain = record().correct('ProposalRevised', { on: '2024-02-07' });
    expect(plain.texts['proposal/url']).toBeUndefined();
    expect(plain.texts['proposal/title']).toBe('Tweede');
    const erased = record().was('ProposalRevised', () => ({ texts: { 'proposal/title': null, 'proposal/url': null } }));
    expect(erased.dossier.rounds.moment?.[0]?.proposals).toMatchObject([{ title: null, url: null }]);
    const kept = erased.correct('ProposalRevised', { textualMandate: [west] }).texts;
    expect([kept['proposal/title'], kept['proposal/url']]).toEqual([undefined, undefined]);
  });

  it('comes after the submission and the version before it', () => {
    put();
    revise('2024-02-08');
    expect(record().refused('GateSubmitted', { on: '2024-02-09' })).toMatchObject(inTheWay('ProposalRevised'));
    expect(record().refused('GateSubmitted', { on: '2024-02-08' })).toBeNull();
    revise('2024-02-10', { title: 'Derde' });
    expect(record().refused('ProposalRevised', { on: '2024-02-07' })).toEqual(tooEarly('/on', '2024-02-08'));
    const second = staged.events.find(({ type }) => type === 'ProposalRevised');
    expect(second && record().refused(second, { on: '2024-02-11' })).toMatchObject(inTheWay('ProposalRevised'));
  });
});
