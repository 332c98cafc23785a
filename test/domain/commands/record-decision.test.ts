// How a decision is recorded: its facts and texts, and what it may follow.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { NewEvent } from '../../../src/domain/dossier/events.js';
import { versionOf } from '../../../src/domain/dossier/decision-order.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { type BodyId } from '../../../src/domain/vocabulary.js';
import {
  asking,
  begin,
  chair,
  colleges,
  evidence,
  lead,
  own,
  planOf,
  Staged,
  today,
} from '../../support/staged-play.js';

const options = ['bvo', 'lichaam'].map((id) => ({ id, title: id }));
const questions = ['tekst', 'geld'].map((id) => ({ id, text: `${id}?` }));
/** A plain gate, one of two questions, and a poll. */
const plan = planOf({ vast: asking(), weer: asking({ questions }), peiling: asking({ polls: options }) });
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

describe('a decision that is recorded', () => {
  it('answers every question of the gate and of the round, as it says or as the whole', () => {
    staged.put('weer', begin, { questions: [{ id: 'tijd', text: 'tijd?' }] });
    const [event] = give('weer', { decision: 'agree', answers: { geld: 'disagree' } });
    expect(event).toEqual({
      type: 'DecisionRecorded',
      on: begin,
      texts: {},
      facts: {
        gate: 'weer',
        round: 1,
        decision: 'id-1',
        body: oost,
        kind: 'agree',
        confirmation: 'by-body',
        answers: { tekst: 'agree', geld: 'disagree', tijd: 'agree' },
      },
    });
  });

  it('keeps codes and days among its facts', () => {
    staged.put('vast');
    const said: Partial<RecordDecision> = {
      answers: { vraag: 'agree-with-conditions' },
      decision: 'deferred',
      nextDate: today,
      form: 'letter',
      listAdoptedOn: begin,
      publishedOn: begin,
      conform: true,
      proposalVersion: 1,
      conditions: [
        { text: 'Eerst het geld.', effect: 'suspensive', owner: 'de regio', dueOn: today },
        { text: 'Dan de tijd.', effect: 'elaboration' },
      ],
      release: { scope: 'region', from: '2024-02-03', ground: 'art. 87 Gemeentewet' },
    };
    expect(give('vast', said)).toEqual([
      {
        type: 'DecisionRecorded',
        on: begin,
        facts: {
          gate: 'vast',
          round: 1,
          decision: 'id-1',
          body: oost,
          kind: 'deferred',
          confirmation: 'by-body',
          answers: { vraag: 'agree-with-conditions' },
          nextDate: today,
          form: 'letter',
          conform: true,
          listAdoptedOn: begin,
          publishedOn: begin,
          proposalVersion: 1,
          conditions: [
            { id: 'id-2', effect: 'suspensive', dueOn: today },
            { id: 'id-3', effect: 'elaboration' },
          ],
          release: { scope: 'region', from: '2024-02-03' },
        },
        texts: {
          'conditions/0/text': 'Eerst het geld.',
          'conditions/0/owner': 'de regio',
          'conditions/1/text': 'Dan de tijd.',
          'release/ground': 'art. 87 Gemeentewet',
        },
      },
    ]);
  });

  it.each<[Partial<RecordDecision>, object]>([
    [{ decision: 'consent-withheld', ground: 'not-stated' }, { ground: 'not-stated' }],
    [{ decision: 'view', tenor: 'negative' }, { tenor: 'negative' }],
    [{ decision: 'signed', authorisedOn: begin }, { authorisedOn: begin }],
    [
      { decision: 'agree-subject-to', subjectTo: { gate: 'weer', body: west } },
      { subjectTo: { gate: 'weer', body: west } },
    ],
  ])('keeps %j', (asked, facts) => {
    staged.put('vast');
    const [event] = give('vast', asked);
    expect(event?.facts).toMatchObject({ kind: asked.decision, ...facts });
  });

  it('keeps the option of a poll, and what a council took without debate', () => {
    staged.put('peiling');
    expect(give('peiling', { option: 'bvo' })[0]?.facts).toMatchObject({ option: 'bvo' });
    const raden = new Staged(planOf({ vast: asking({ electorate: 'councils', rule: threshold(2, 'councils') }) }));
    raden.put('vast').decide('vast', 'oost/raad', 'agree', begin, { consentItem: true });
    expect(raden.round('vast').decisions[0]).toMatchObject({ consentItem: true });
  });

  it('keeps every free text under a key of its own', () => {
    staged.put('vast');
    const texts = {
      reference: 'Z-24-1',
      reason: 'Zo besloten.',
      text: '1. Akkoord.',
      portfolioHolder: 'wethouder Oost',
      publicationUrl: 'https://example.org/b',
      signatory: 'de burgemeester',
      capacity: 'voorzitter',
    };
    const lists = { remarks: ['Let op.', 'En hierop.'], points: ['Het geld.', 'De tijd.'] };
    const two = [...evidence, { title: 'Brief', url: 'https://example.org/brief' }];
    const [event] = give('vast', { decision: 'signed', answers: { vraag: 'view' }, ...texts, ...lists, evidence: two });
    expect(event?.texts).toEqual({
      ...texts,
      'remarks/0': 'Let op.',
      'remarks/1': 'En hierop.',
      'points/0': 'Het geld.',
      'points/1': 'De tijd.',
      'evidence/0/title': 'Besluitenlijst',
      'evidence/0/url': 'https://example.org/lijst',
      'evidence/1/title': 'Brief',
      'evidence/1/url': 'https://example.org/brief',
    });
  });

  it('keeps what a council added', () => {
    const raden = new Staged(planOf({ vast: asking({ electorate: 'councils', rule: threshold(2, 'councils') }) }));
    const added = { amendments: ['Punt 2 vervalt.'], motions: ['Motie 3'], commitments: ['Het college komt terug.'] };
    raden.put('vast').decide('vast', 'oost/raad', 'agree', begin, added);
    expect(raden.round('vast').decisions[0]).toMatchObject(added);
  });

  it('waits for its body when the region recorded it', () => {
    staged.put('vast');
    expect(give('vast', { evidence }, lead)[0]?.facts).toMatchObject({ confirmation: 'unconfirmed' });
  });

  it('is about the version that it names, or the newest of its day', () => {
    staged.put('vast', '2024-02-05');
    const version = (body: BodyId, decidedOn: string, proposalVersion?: number) => {
      staged.decide('vast', body, 'agree', decidedOn, { proposalVersion });
      const decision = staged.round('vast').decisions.at(-1);
      return decision && versionOf(staged.round('vast'), decision);
    };
    for (const [on, title] of [
      ['2024-02-07', 'Tweede'],
      ['2024-02-07', 'Derde'],
      ['2024-02-09', 'Vierde'],
    ] as const)
      staged.give('revise-proposal', vast, { on, title });
    expect(version(oost, '2024-02-06')).toBe(1);
    expect(version(west, '2024-02-07')).toBe(3);
    expect(version(eiland, '2024-02-10', 2)).toBe(2);
  });
});

describe('a decision', () => {
  it('is taken at a gate that was put in this round, in a dossier that was not stopped', () => {
    expect(refused('vast', {})).toEqual({ code: 'gate-not-open', phase: 'Fase', state: 'planned' });
    expect(refused('feest', {})).toEqual({ code: 'unknown-gate', exists: ['vast', 'weer', 'peiling'] });
    staged.put('vast').all('vast', colleges, 'disagree').rule('vast', 'no-go');
    staged.give('rework-phase', { phase: 'vast' }, { on: begin, reason: 'x' });
    expect(refused('vast', {})).toEqual({ code: 'gate-not-open', phase: 'Fase', state: 'underway' });
    staged.put('weer');
    expect(refused('weer', {})).toBeNull();
    staged.give('stop-dossier', {}, { on: begin, reason: 'x' }, chair);
    expect(refused('weer', {})).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });

  it('is still taken once everything has passed', () => {
    const single = new Staged(planOf({ vast: asking() }));
    single.put('vast').all('vast', [oost, west]).rule('vast', 'go');
    expect(single.decide('vast', eiland, 'disagree')).toBeDefined();
  });

  it('is not taken twice without saying what it does to the first', () => {
    staged.put('vast');
    const first = staged.decide('vast', oost, 'agree');
    expect(refused('vast', {})).toEqual({ code: 'decision-exists', decision: first });
    expect(refused('vast', { body: west })).toBeNull();
  });

  it.each(['deferred', 'noted'] as const)('that was %s is simply followed by another', (kind) => {
    staged.put('vast').decide('vast', oost, kind);
    expect(refused('vast', {})).toBeNull();
  });

  it('that is closed to the region is there for it, and nothing more', () => {
    staged.put('vast');
    const closed = { release: { scope: 'own', ground: 'art. 87' } as const };
    const first = staged.decide('vast', oost, 'deferred', begin, closed);
    const asLead = (more: Partial<RecordDecision>) => refused('vast', { evidence, ...more }, lead);
    expect(asLead({})).toEqual({ code: 'decision-exists' });
    expect(asLead({ revises: first })).toEqual({ code: 'decision-exists' });
    expect(asLead({ revises: 'raden maar' })).toEqual({ code: 'decision-exists' });
    expect(refused('vast', {})).toBeNull();
  });

  it('that was released by today is no longer closed', () => {
    staged.put('vast');
    const until = (from: string) => ({ release: { scope: 'region', from, ground: 'art. 87' } as const });
    const first = staged.decide('vast', oost, 'agree', begin, until(today));
    expect(refused('vast', { evidence }, lead)).toEqual({ code: 'decision-exists', decision: first });
  });
});

describe('a correction or a revision', () => {
  beforeEach(() => {
    staged.put('vast');
  });

  it('is an event of its own, that points at the decision that stood', () => {
    const first = staged.decide('vast', oost, 'agree');
    const [revised] = give('vast', { decision: 'disagree', revises: first });
    expect(revised).toMatchObject({ type: 'DecisionRevised', facts: { revises: first, kind: 'disagree' } });
    const second = staged.round('vast').decisions.at(-1)?.id;
    const [corrected] = give('vast', { corrects: second, reason: 'verkeerd overgenomen', decidedOn: '2024-02-03' });
    expect(corrected).toMatchObject({ type: 'DecisionCorrected', on: '2024-02-03', facts: { corrects: second } });
    expect(corrected?.texts).toEqual({ reason: 'verkeerd overgenomen' });
  });

  it('is of the latest decision of the same body at the same gate', () => {
    const reason = 'verkeerd overgenomen';
    const first = staged.decide('vast', oost, 'agree');
    const second = staged.decide('vast', oost, 'disagree', begin, { revises: first });
    const another = staged.decide('vast', west, 'agree');
    expect(refused('vast', { revises: first })).toEqual({ code: 'not-the-latest', exists: [second] });
    expect(refused('vast', { corrects: first, reason })).toEqual({ code: 'not-the-latest', exists: [second] });
    const unknown = (pointer: string) => [{ pointer, code: 'unknown-decision' }];
    expect(refused('vast', { revises: another })).toEqual(unknown('/revises'));
    expect(refused('vast', { corrects: another, reason })).toEqual(unknown('/corrects'));
    staged.put('weer');
    expect(refused('weer', { revises: second })).toEqual(unknown('/revises'));
    expect(refused('vast', { revises: second })).toBeNull();
  });

  it('was taken after the one before it, when the body decided again; a correction is of any day', () => {
    const first = staged.decide('vast', oost, 'agree', '2024-02-10');
    const day = '2024-02-09';
    expect(refused('vast', { revises: first, decidedOn: day })).toEqual([
      { pointer: '/decidedOn', code: 'date-too-early', limit: '2024-02-10' },
    ]);
    expect(refused('vast', { revises: first, decidedOn: '2024-02-10' })).toBeNull();
    expect(refused('vast', { corrects: first, decidedOn: day, reason: 'x' })).toBeNull();
  });

  it('is of this round: what was decided in the former one is no longer the latest', () => {
    const first = staged.decide('vast', oost, 'disagree');
    staged.all('vast', [west, eiland], 'disagree').rule('vast', 'no-go');
    staged.give('rework-phase', { phase: 'vast' }, { on: begin, reason: 'x' });
    staged.give('submit-gate', vast, { on: begin });
    expect(refused('vast', { revises: first })).toEqual({ code: 'not-the-latest' });
    expect(refused('vast', {})).toBeNull();
  });
});
