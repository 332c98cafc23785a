// Whatever was recorded can be put right: every type of event, and how. A new type is not forgotten, as it has no row here.
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { actsOf, readingOf } from '../../src/domain/dossier/acts.js';
import type { DossierEvent, EventType } from '../../src/domain/dossier/events.js';
import { tableOfEvent } from '../../src/domain/dossier/said.js';
import { currentRound, type Dossier } from '../../src/domain/dossier/state.js';
import { admitCorrection } from '../../src/domain/fold/correcting.js';
import { kindOfFact } from '../../src/domain/fold/fact-kinds.js';
import { now } from '../../src/domain/fold/history.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Rule } from '../../src/domain/rule.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { openStanding } from '../../src/domain/stand/at-gate.js';
import { isOtherwise } from '../../src/domain/stand/changed.js';
import { standOf } from '../../src/domain/stand/stand.js';
import { wordRefusal } from '../../src/wording/refusals/problems.js';
import type { Role } from '../../src/domain/vocabulary.js';
import { atOnce, fold } from '../support/fold.js';
import { errorsOf, mended, type Mend } from '../support/mend.js';
import { Play } from '../support/play.js';
import { asking, begin, chair, colleges, evidence, lead, own, planOf, today } from '../support/staged-play.js';

/** By what it is put right: said anew with `corrects`, or by the decision that it is about. */
const how: Record<EventType, 'itself' | 'its decision'> = {
  DossierStarted: 'itself',
  DossierMigrated: 'itself',
  DossierStopped: 'itself',
  PhaseStarted: 'itself',
  PhaseCompleted: 'itself',
  PhaseReworked: 'itself',
  PhasePlanned: 'itself',
  BodyVisited: 'itself',
  PublicationRecorded: 'itself',
  MeetingRecorded: 'itself',
  FactRecorded: 'itself',
  GateSubmitted: 'itself',
  GateWithdrawn: 'itself',
  GateReopened: 'itself',
  GateRuled: 'itself',
  GateSplit: 'itself',
  ProposalRevised: 'itself',
  ReceiptRecorded: 'itself',
  ItemScheduled: 'itself',
  TermExtended: 'itself',
  PaperLaid: 'itself',
  CriterionStated: 'itself',
  ElectorateChanged: 'itself',
  BodyLeft: 'itself',
  PartiesMerged: 'itself',
  RuleAmended: 'itself',
  AmendmentNotified: 'itself',
  DecisionConfirmed: 'itself',
  DecisionDisputed: 'itself',
  DecisionWithdrawn: 'itself',
  PointAnswered: 'itself',
  RemarkAnswered: 'itself',
  ConditionAnswered: 'itself',
  SecrecyLifted: 'itself',
  MandateRecorded: 'itself',
  MandateEnded: 'itself',
  MandateConfirmed: 'itself',
  DecisionRecorded: 'its decision',
  DecisionCorrected: 'its decision',
  DecisionRevised: 'its decision',
  ListAdopted: 'its decision',
  DecisionReleased: 'its decision',
};

it.each(Object.keys(tableOfEvent) as EventType[])('%s can be corrected', (type) => {
  expect(kindOfFact(type) === undefined ? 'its decision' : 'itself').toBe(how[type]);
});

const plan = planOf({ moment: asking(), later: asking() });
const next = planOf({ akkoord: asking(), later: asking() }, { version: 2 });
const plans = new PlanCatalogue([plan, next]);
const gate = 'moment';
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'Zo besloten.';
let play: Play;
let events: readonly DossierEvent[];

beforeEach(() => {
  play = Play.start(plan, begin, next);
  events = play.events;
});

const give: Play['give'] = (...asked) => play.give(...asked);
const put = (on = '2024-02-10'): void => {
  give('start-phase', { phase: gate }, { on: begin }, lead, today);
  give('submit-gate', { gate }, { on }, lead, today);
};
const decided = (body: string, more: object = {}, as = own(body)): string => {
  const said = { body, decision: 'agree' as const, decidedOn: '2024-02-20', ...more };
  const [event] = give('record-decision', { gate }, said, as, today);
  return event && 'decision' in event.facts ? event.facts.decision : '';
};
const newest = (type: EventType): DossierEvent => {
  const found = events.findLast((event) => event.type === type);
  if (!found) throw new Error(`no ${type} was recorded`);
  return found;
};
/** Puts the newest of a type right. @returns the dossier that is read then */
function mend(type: EventType, said: Mend): Dossier {
  const found = mended(plans, events, newest(type), said, today);
  if (found instanceof Refusal) throw found;
  events = found;
  return fold(plans, events, now);
}
const refused = (type: EventType, said: Mend): string => {
  const found = mended(plans, events, newest(type), said, today);
  if (!(found instanceof Refusal)) return '';
  return found.errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ') || found.code;
};
function standing(dossier: Dossier, body: string, day = today) {
  const round = currentRound(dossier, gate);
  if (!round) throw new Error('the gate is put');
  const { side, why } = standOf({ dossier, id: gate, gate: round.terms.gate, round, day }, body);
  return why ?? side;
}

describe('what is said of a decision', () => {
  it('that it was taken back, on another day or never', () => {
    put();
    const decision = decided(oost);
    give('withdraw-decision', { gate }, { decision, on: '2024-03-01', reason }, own(oost), today);
    const later = mend('DecisionWithdrawn', { on: '2024-03-05' });
    expect(['2024-03-04', '2024-03-05'].map((day) => standing(later, oost, day))).toEqual(['for', 'silent']);
    expect(refused('DecisionWithdrawn', { on: '2024-02-19' })).toBe('/on date-too-early');
    expect(standing(mend('DecisionWithdrawn', { never: true }), oost)).toBe('for');
  });

  it('of what its body keeps to itself, by that body alone; for others it stays where it was recorded', () => {
    put();
    const closed = { release: { scope: 'own', ground: 'Gemeentewet art. 86' } };
    const decision = decided(oost, closed);
    give('withdraw-decision', { gate }, { decision, on: '2024-03-01', reason }, own(oost), '2024-04-01');
    const taken = newest('DecisionWithdrawn');
    const kind = kindOfFact('DecisionWithdrawn');
    if (!kind) throw new Error('that a decision was taken back can be corrected');
    const asked = { payload: { corrects: taken.sequence, never: true as const, reason } };
    const by = (role: Role, body: string) => {
      const person = { id: 'p9', assignments: [{ role, body, from: begin, until: null }] };
      const asker = { dossier: fold(plans, events, now), person, today };
      return () => atOnce(admitCorrection(asker, kind, { gate }, asked, events).decide(plans, context));
    };
    const context = { today, by: { person: 'p9', role: 'secretary' as const, body: oost }, newId: () => 'x', plans };
    expect(by('secretary', oost)()).toHaveLength(1);
    expect(errorsOf(by('secretary', west))).toEqual([{ pointer: '/corrects', code: 'unknown-option', allowed: [] }]);
    const mine = mend('DecisionWithdrawn', { on: '2024-03-05' });
    expect(mine.takenBack[gate]?.[0]).toMatchObject({ on: '2024-03-05', recordedAt: taken.recordedAt });
  });

  it('that it is so or not, and not by saying the other', () => {
    put();
    const decision = decided(oost, { evidence }, lead);
    give('confirm-decision', { gate, decision }, { on: '2024-03-01', confirmed: false, reason }, own(oost), today);
    expect(standing(fold(plans, events, now), oost)).toBe('disputed');
    expect(refused('DecisionDisputed', { confirmed: true })).toBe('/confirmed not-allowed-here');
    const [act] = actsOf(mend('DecisionDisputed', { on: '2024-03-02' }), gate, oost);
    expect(act && readingOf(act)).toMatchObject({ confirmation: 'disputed', confirmedOn: '2024-03-02' });
    expect(standing(mend('DecisionDisputed', { never: true }), oost)).toBe('unconfirmed');
  });

  it('what was answered to its points and remarks, as long as something was', () => {
    put();
    const remarks = decided(oost, { decision: 'agree-with-remarks', remarks: ['Let op.'] });
    give('answer-remark', { gate, decision: remarks }, { remark: 0, answer: 'Ja', on: '2024-03-01' }, lead, today);
    const points = decided(west, { decision: 'view', tenor: 'positive', points: ['Meer geld.'] });
    give('answer-point', { gate, decision: points }, { point: 0, answer: 'Nee', on: '2024-03-01' }, lead, today);
    const told = (dossier: Dossier) =>
      [oost, west]
        .flatMap((body) => actsOf(dossier, gate, body).map(readingOf))
        .map((one) => [...one.remarkAnswers, ...one.pointAnswers]);
    expect(told(mend('RemarkAnswered', { answer: 'Jazeker' }))).toEqual([['Jazeker'], ['Nee']]);
    expect(told(mend('PointAnswered', { never: true }))).toEqual([['Jazeker'], [null]]);
    expect(refused('RemarkAnswered', { remark: 1 })).toBe('/remark unknown-option');
  });
});

describe('an amended rule', () => {
  const meeting = { form: 'session' } as const;
  const amend = (rule: Rule = threshold(1, 'colleges'), more: object = {}): void => {
    give('amend-rule', { gate }, { on: '2024-02-05', reason, rule, meeting, ...more }, chair, today);
  };
  const outcome = (dossier: Dossier): string => {
    const round = currentRound(dossier, gate);
    return round ? openStanding(dossier, gate, round, today).outcome : 'not put';
  };
  const ruleOf = (dossier: Dossier) => currentRound(dossier, gate)?.rule;

  it('that was typed wrong is right in what was put by it since, and so is what the next one says it replaced', () => {
    amend(threshold(1, 'colleges'));
    put();
    decided(oost);
    amend(unanimity('colleges'), { on: '2024-02-25' });
    expect(outcome(fold(plans, events, now))).toBe('go');
    const found = mended(
      plans,
      events,
      events.find(({ type }) => type === 'RuleAmended') ?? newest('RuleAmended'),
      { rule: threshold(3, 'colleges') },
      today,
    );
    if (found instanceof Refusal) throw found;
    expect(found.slice(events.length).map(({ type, texts }) => [type, texts['correction/reason']])).toEqual([
      ['RuleAmended', 'Verkeerd getypt.'],
      ['GateSubmitted', 'Verkeerd getypt.'],
      ['RuleAmended', 'Verkeerd getypt.'],
    ]);
    expect(found.at(-2)?.texts['said/rule']).toBe('ten minste 3 van de 3 colleges zijn akkoord');
    const dossier = fold(plans, found, now);
    expect([ruleOf(dossier), outcome(dossier)]).toEqual([threshold(3, 'colleges'), 'open']);
    expect(dossier.amendments[gate]?.map(({ former }) => former)).toEqual([
      threshold(2, 'colleges'),
      threshold(3, 'colleges'),
    ]);
  });

  it('that never was leaves what was put by it to the rule of the plan, and a conclusion to other facts', () => {
    amend();
    put();
    decided(oost);
    give('rule-gate', { gate }, { ruling: 'go', ruledOn: '2024-03-01', reason }, chair, today);
    const dossier = mend('RuleAmended', { never: true });
    expect(dossier.amendments[gate]).toBeUndefined();
    expect([ruleOf(dossier), outcome(dossier)]).toEqual([threshold(2, 'colleges'), 'open']);
    const settled = currentRound(dossier, gate)?.settled;
    expect([settled?.outcome, currentRound(dossier, gate)?.rulings.at(-1)?.ruling]).toEqual(['go', 'go']);
    expect(isOtherwise(dossier, gate, today)).toBe(true);
  });

  it('of which only the reason was wrong changes nothing else', () => {
    amend();
    put();
    const before = events.length;
    expect(mend('RuleAmended', { ownReason: 'Anders.' }).amendments[gate]).toMatchObject([{ reason: 'Anders.' }]);
    expect(events.length).toBe(before + 1);
  });

  it('at once is right in its own round, and not without all who agreed', () => {
    put();
    amend(threshold(1, 'colleges'), { on: '2024-02-15', agreedBy: [oost, west, eiland] });
    expect(ruleOf(mend('RuleAmended', { rule: unanimity('colleges') }))).toEqual(unanimity('colleges'));
    expect(refused('RuleAmended', { agreedBy: [oost] })).toBe('/agreedBy not-allowed-here');
    const dossier = mend('RuleAmended', { clears: ['agreedBy'] });
    expect(ruleOf(dossier)).toEqual(threshold(2, 'colleges'));
  });

  it('of which all were told on another day, or not yet', () => {
    amend();
    give('notify-amendment', { gate }, { on: '2024-02-07' }, chair, today);
    expect(refused('AmendmentNotified', { on: '2024-02-04' })).toBe('/on date-too-early');
    expect(mend('AmendmentNotified', { on: '2024-02-08' }).amendments[gate]).toMatchObject([
      { notifiedOn: '2024-02-08' },
    ]);
    expect(refused('RuleAmended', { never: true })).toBe('not-in-this-state');
    expect(mend('AmendmentNotified', { never: true }).amendments[gate]).toMatchObject([{ notifiedOn: null }]);
  });
});

describe('a migration', () => {
  const go = (): void => {
    give('migrate-dossier', {}, { toVersion: 2, on: '2024-03-01', reason, map: { moment: 'akkoord' } }, chair, today);
  };

  it('has its day, its reason and its meeting put right, and stays where it stands', () => {
    put();
    go();
    const dossier = mend('DossierMigrated', {
      on: '2024-03-04',
      ownReason: 'Beter.',
      meeting: { form: 'in-writing', reference: 'Ronde 3' },
    });
    expect(dossier.migrations).toMatchObject([
      { on: '2024-03-04', reason: 'Beter.', meeting: { form: 'in-writing', reference: 'Ronde 3' }, place: 4 },
    ]);
    expect(dossier.plan).toBe(next);
    expect(fold(plans, events, { asOf: '2024-03-03', knownAt: null }).plan).toBe(plan);
    expect(Object.keys(dossier.rounds)).toEqual(['akkoord']);
    expect(refused('DossierMigrated', { on: '2024-02-09' })).toBe('/on date-too-early');
  });

  it('that never was can be said while nothing rests on it; else one goes back', () => {
    put();
    go();
    give('start-phase', { phase: 'later' }, { on: '2024-03-05' }, lead, today);
    const found = mended(plans, events, newest('DossierMigrated'), { never: true }, today);
    if (!(found instanceof Refusal)) throw new Error('what was recorded since rests on it');
    expect([found.code, found.facts.exists]).toEqual(['not-in-this-state', ['5']]);
    expect(wordRefusal(found)).toContain('ga naar het vorige procesplan terug');
    mend('PhaseStarted', { never: true });
    expect(mend('DossierMigrated', { never: true }).plan).toBe(plan);
  });
});
