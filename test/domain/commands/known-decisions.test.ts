// Which decisions may be named when one corrects or decides again: those that one may know of, in their own round.
import { admit } from '../../../src/domain/commands/commands.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Day, Id } from '../../../src/domain/vocabulary.js';
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { Corrections } from '../../support/corrections.js';
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
import { told } from '../../support/told.js';

const plan = planOf({ vast: asking() });
const vast = { gate: 'vast' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'verkeerd overgenomen';
const toOwn = { release: { scope: 'own', ground: 'art. 87' } as const };

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('vast');
});
const asked = (more: Partial<RecordDecision>): RecordDecision => ({ body: oost, ...more });
const agreed = (more: Partial<RecordDecision>) => asked({ decision: 'agree', decidedOn: begin, ...more });
const refused = (payload: RecordDecision, as = own(oost)) => staged.refused('record-decision', vast, payload, as);
const give = (payload: RecordDecision, as = own(oost)): Id => {
  const [event] = staged.give('record-decision', vast, payload, as);
  return event && 'decision' in event.facts ? event.facts.decision : '';
};

describe('what one corrects', () => {
  const unknown = (...allowed: Id[]) => [{ pointer: '/corrects', code: 'unknown-decision', allowed }];

  it('is one of those that one may know of; the body itself knows its own', () => {
    const closed = staged.decide('vast', oost, 'deferred', begin, toOwn);
    const open = staged.decide('vast', oost, 'agree', '2024-02-02');
    const wrong = asked({ corrects: 'feest', reason, evidence });
    expect(refused(wrong)).toEqual(unknown(closed, open));
    expect(refused(wrong, lead)).toEqual(unknown(open));
    expect(refused({ ...wrong, corrects: closed }, lead)).toEqual(unknown(open));
    expect(refused({ ...wrong, corrects: closed })).toBeNull();
    expect(refused({ ...wrong, corrects: open }, lead)).toBeNull();
  });

  it('may be what holds or what waits beside it, for the body; for the region what waits', () => {
    const first = staged.decide('vast', oost, 'agree');
    const proposal = give(asked({ corrects: first, reason, evidence, decision: 'disagree' }), lead);
    expect(refused(asked({ corrects: first, reason }))).toBeNull();
    expect(refused(asked({ corrects: proposal, reason }))).toBeNull();
    const byRegion = (corrects: Id) => refused(asked({ corrects, reason, evidence }), lead);
    expect(byRegion(first)).toEqual({ code: 'not-the-latest', exists: [proposal] });
    expect(byRegion(proposal)).toBeNull();
  });

  it('tells as many as the reading that it corrects, whatever the first one told', () => {
    const first = staged.decide('vast', oost, 'agree', begin, toOwn);
    const open = give(asked({ corrects: first, reason, release: { scope: 'public' } }));
    expect(refused(asked({ corrects: open, reason, release: { scope: 'region' } }))).toMatchObject([
      { pointer: '/release', code: 'not-allowed-here' },
    ]);
    give(asked({ corrects: open, reason, text: '1.' }));
    expect(staged.decisions('vast').at(-1)?.release).toEqual({ scope: 'public', from: null, ground: null });
  });

  it('stays open to the region once it was, however it began', () => {
    const first = staged.decide('vast', oost, 'agree', begin, toOwn);
    const open = give(asked({ corrects: first, reason, release: { scope: 'region' } }));
    give(asked({ corrects: open, reason, text: '1.' }));
    expect(staged.decisions('vast').at(-1)?.release).toEqual({ scope: 'region', from: null, ground: null });
  });

  it('is corrected by the chair too, who records nothing for a body', () => {
    const first = staged.decide('vast', oost, 'agree');
    expect(refused(agreed({ body: west, evidence }), chair)).toMatchObject({ code: 'not-your-role' });
    expect(refused(asked({ corrects: first, reason, evidence }), chair)).toBeNull();
    expect(refused(asked({ corrects: first, reason }), own(west))).toMatchObject({ code: 'not-your-body' });
  });
});

describe('another dossier, to which it belongs', () => {
  /** What refuses it for somebody who may see these dossiers, or of whom nobody knows what they see. */
  const faults = (payload: RecordDecision, seen?: string[]) => {
    const person = { id: 'p9', assignments: [{ ...own(oost), from: begin, until: null }] };
    const admitted = admit({ dossier: staged.dossier, person, today }, 'record-decision', vast, { payload });
    const sees = seen && { sees: (dossier: string) => seen.includes(dossier) };
    try {
      admitted.validate({ today, by: admitted.acting, newId: () => 'x', plans: new PlanCatalogue([plan]), ...sees });
      return { names: admitted.names, errors: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { names: admitted.names, errors: error.errors };
    }
  };
  const notSeen = { pointer: '/belongsTo', code: 'unknown-dossier' };

  it('is one that who says so may see', () => {
    const corrects = staged.decide('vast', oost, 'agree');
    const elsewhere = asked({ corrects, reason, belongsTo: 'dossier-2' });
    const names = ['dossier-2'];
    expect(faults(elsewhere, ['dossier-2'])).toEqual({ names, errors: [] });
    expect(faults(elsewhere, ['dossier-3'])).toEqual({ names, errors: [notSeen] });
    expect(faults(elsewhere)).toEqual({ names, errors: [] });
    expect(faults(asked({ corrects, reason }), [])).toStrictEqual({ names: [], errors: [] });
  });

  it('is told beside what else is wrong, and never twice', () => {
    const corrects = staged.decide('vast', oost, 'agree');
    const late = { pointer: '/decidedOn', code: 'date-in-future', limit: today };
    const both = asked({ corrects, reason, belongsTo: 'dossier-2', decidedOn: '2025-01-01' });
    expect(faults(both, []).errors).toEqual([late, notSeen]);
    const itself = { pointer: '/belongsTo', code: 'not-allowed-here' };
    expect(faults({ ...both, belongsTo: 'dossier-1' }, []).errors).toEqual([late, itself]);
  });

  it('may be said again by who does not see it, once it was said', () => {
    const first = staged.decide('vast', oost, 'agree');
    const corrects = give(asked({ corrects: first, reason, belongsTo: 'dossier-2' }));
    expect(faults(asked({ corrects, reason, belongsTo: 'dossier-2' }), []).errors).toEqual([]);
    expect(faults(asked({ corrects, reason, belongsTo: 'dossier-3' }), []).errors).toEqual([notSeen]);
  });
});

describe('what one decides again', () => {
  it('names what stood by any of its readings that is known', () => {
    const first = staged.decide('vast', oost, 'agree', begin, toOwn);
    const open = give(asked({ corrects: first, reason, release: { scope: 'region' } }));
    const again = (revises: Id) => refused(agreed({ decision: 'disagree', revises, evidence }), lead);
    expect(again(first)).toEqual([{ pointer: '/revises', code: 'unknown-decision' }]);
    expect(again(open)).toBeNull();
  });

  it('need not name what the region recorded, nor what was before the body joined', () => {
    staged.decide('vast', oost, 'agree', begin, { evidence }, lead);
    expect(refused(agreed({ decision: 'disagree' }))).toBeNull();
    staged.decide('vast', eiland, 'agree', '2024-02-03');
    expect(refused(agreed({ body: eiland, decidedOn: '2024-02-12' }), own(eiland))).toMatchObject({
      code: 'decision-exists',
    });
    staged = new Staged(plan).put('vast');
    const change = (on: Day, more: object) =>
      staged.give('change-electorate', vast, { on, reason, ...told(on), ...more }, chair);
    change('2024-02-05', { leaves: [eiland] });
    change('2024-02-10', { joins: [eiland] });
    staged.decide('vast', eiland, 'agree', '2024-02-03');
    expect(refused(agreed({ body: eiland, decidedOn: '2024-02-12' }), own(eiland))).toBeNull();
  });
});

describe('a decision of which not all is said', () => {
  it('has a kind and a day', () => {
    const required = (...names: string[]) => names.map((name) => ({ pointer: `/${name}`, code: 'required' }));
    expect(refused(asked({}))).toEqual(required('decision', 'decidedOn'));
    expect(refused(asked({ decision: 'agree' }))).toEqual(required('decidedOn'));
    expect(refused(asked({ decidedOn: begin }))).toEqual(required('decision'));
  });

  it('is of the round of its day, about the text of that round', () => {
    staged.give('revise-proposal', vast, { on: '2024-02-03', title: 'Tweede' });
    staged.give('withdraw-gate', vast, { on: '2024-02-05', reason });
    const text = { title: 'Eerste' };
    staged.give('submit-gate', vast, { on: '2024-02-08', proposal: text });
    give(agreed({ decidedOn: '2024-02-07' }));
    expect(staged.dossier.acts.vast?.[0]?.readings).toMatchObject([{ round: 1, proposalVersion: 2 }]);
    give(agreed({ decidedOn: '2024-02-08' })); // the first text of a round is asked of nobody
    expect(staged.dossier.acts.vast?.[1]?.readings).toMatchObject([{ round: 2, proposalVersion: 1 }]);
  });

  it('is after the ruling where its own round was concluded', () => {
    staged.decide('vast', eiland, 'disagree');
    staged.all('vast', [west], 'disagree').rule('vast', 'no-go', '2024-02-05');
    staged.give('rework-phase', { phase: 'vast' }, { on: '2024-02-05', reason });
    staged.give('submit-gate', vast, { on: '2024-02-05' });
    give(agreed({ decidedOn: '2024-02-04', round: 1 }));
    give(agreed({ decidedOn: '2024-02-06' }));
    const all = Object.values(staged.dossier.acts.vast ?? []).flatMap(({ readings }) => readings);
    expect(all.map(({ body, round: of, afterRuling }) => [body, of, afterRuling])).toEqual([
      [eiland, 1, false],
      [west, 1, false],
      [oost, 1, true],
      [oost, 2, false],
    ]);
    expect(all.map(({ conditions }) => conditions)).toStrictEqual([[], [], [], []]);
  });

  it('of before versions were asked is about the newest text of before its day', () => {
    staged.give('revise-proposal', vast, { on: '2024-02-03', title: 'Tweede' });
    staged.give('revise-proposal', vast, { on: '2024-02-05', title: 'Derde' });
    const version = (decidedOn: Day) => {
      const play = new Corrections(staged.events, plan).was(
        'DecisionRecorded',
        ({ facts: { proposalVersion: _, ...facts } }) => ({
          on: decidedOn,
          facts,
        }),
      );
      return play.dossier.acts.vast?.[0]?.readings[0]?.proposalVersion;
    };
    staged.decide('vast', oost, 'agree', '2024-02-06');
    expect(['2024-02-03', '2024-02-04', '2024-02-05', '2024-02-06'].map(version)).toEqual([1, 2, 2, 3]);
    staged = new Staged(plan);
    staged.give('record-decision', vast, agreed({}), own(oost));
    expect(version(begin)).toBe(1); // it waits for the first round
  });
});
