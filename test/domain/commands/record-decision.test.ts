// How a decision is recorded: its facts and texts, and what it may follow.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { NewEvent } from '../../../src/domain/dossier/events.js';
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
        proposalVersion: 1,
      },
    });
  });

  it('keeps codes and days among its facts', () => {
    staged.put('weer');
    const said: Partial<RecordDecision> = {
      answers: { tekst: 'agree-with-conditions' },
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
    expect(give('weer', said)).toEqual([
      {
        type: 'DecisionRecorded',
        on: begin,
        facts: {
          gate: 'weer',
          round: 1,
          decision: 'id-1',
          body: oost,
          kind: 'deferred',
          confirmation: 'by-body',
          answers: { tekst: 'agree-with-conditions', geld: 'deferred' },
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
    expect(raden.decisions('vast')[0]).toMatchObject({ consentItem: true });
  });

  it('keeps every free text under a key of its own', () => {
    staged.put('weer');
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
    const [event] = give('weer', { decision: 'signed', answers: { geld: 'view' }, ...texts, ...lists, evidence: two });
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
    expect(raden.decisions('vast')[0]).toMatchObject(added);
  });

  it('waits for its body when the region recorded it', () => {
    staged.put('vast');
    expect(give('vast', { evidence }, lead)[0]?.facts).toMatchObject({ confirmation: 'unconfirmed' });
  });

  it('is about the version that it names, else the newest before its day; of a day with a new one it is asked', () => {
    staged.put('vast', '2024-02-05');
    const version = (body: BodyId, decidedOn: string, proposalVersion?: number) => {
      staged.decide('vast', body, 'deferred', decidedOn, { proposalVersion });
      const decision = staged.decisions('vast').at(-1);
      return decision?.proposalVersion;
    };
    for (const [on, title] of [
      ['2024-02-07', 'Tweede'],
      ['2024-02-07', 'Derde'],
      ['2024-02-09', 'Vierde'],
    ] as const)
      staged.give('revise-proposal', vast, { on, title });
    expect(version(oost, '2024-02-06')).toBe(1);
    const asked = { pointer: '/proposalVersion', code: 'required', allowed: ['1', '2', '3'] };
    expect(refused('vast', { body: west, decidedOn: '2024-02-07' })).toMatchObject([asked]);
    expect(version(west, '2024-02-07', 1)).toBe(1);
    expect(version(eiland, '2024-02-08')).toBe(3);
    expect(version(eiland, '2024-02-10', 2)).toBe(2);
  });
});

describe('a decision', () => {
  it('is of the last round that was put by its day, and waits for the first', () => {
    expect(give('vast', {})[0]?.facts).toMatchObject({ round: 1 });
    staged.put('vast', '2024-02-05').all('vast', [west, eiland], 'disagree', '2024-02-05');
    expect(staged.outcome('vast')).toBe('no-go'); // what was decided before it was put counts from then on
    staged.rule('vast', 'no-go', '2024-02-06');
    staged.give('rework-phase', { phase: 'vast' }, { on: '2024-02-06', reason: 'x' });
    expect(give('vast', { decidedOn: '2024-02-08', revises: 'id-1' })[0]?.facts).toMatchObject({ round: 1 });
    expect(give('vast', { decidedOn: '2024-02-08', body: west, round: 2 })[0]?.facts).toMatchObject({ round: 2 });
    staged.give('submit-gate', vast, { on: '2024-02-08' });
    expect(give('vast', { decidedOn: '2024-02-08' })[0]?.facts).toMatchObject({ round: 2 });
    const rounds = { pointer: '/round', code: 'unknown-option', allowed: ['1', '2'] };
    for (const round of [0, 3]) expect(refused('vast', { body: eiland, round })).toEqual([rounds]);
  });

  it('is taken at a gate that there is, in a dossier that was not stopped', () => {
    expect(refused('feest', {})).toEqual({ code: 'unknown-gate', exists: ['vast', 'weer', 'peiling'] });
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

  it('is not taken twice without saying what it does to the one that stands on its day', () => {
    staged.put('vast');
    const first = staged.decide('vast', oost, 'agree', '2024-02-10');
    expect(refused('vast', { decidedOn: '2024-02-10' })).toEqual({ code: 'decision-exists', decision: first });
    expect(refused('vast', { decidedOn: today })).toEqual({ code: 'decision-exists', decision: first });
    expect(refused('vast', { decidedOn: '2024-02-09' })).toBeNull(); // a true fact of before is not shut out
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
    const unknown = [{ pointer: '/revises', code: 'unknown-decision' }];
    expect(asLead({})).toBeNull(); // as if nothing were there
    expect(asLead({ revises: first })).toEqual(unknown);
    expect(asLead({ revises: 'raden maar' })).toEqual(unknown);
    expect(refused('vast', {})).toBeNull();
  });

  it('that was released by today is no longer closed', () => {
    staged.put('vast');
    const until = (from: string) => ({ release: { scope: 'region', from, ground: 'art. 87' } as const });
    const first = staged.decide('vast', oost, 'agree', begin, until(today));
    const again = { evidence, decidedOn: today };
    expect(refused('vast', again, lead)).toEqual({ code: 'decision-exists', decision: first });
  });
});
