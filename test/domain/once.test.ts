// What was recorded a moment ago is not recorded again: two people at once, or one in doubt, leave one line and are told which.
import type { CommandName, PayloadOf, PlaceOf } from '../../src/domain/commands/commands.js';
import { commands } from '../../src/domain/commands/commands.js';
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { mayCorrect } from '../../src/domain/fold/correcting.js';
import { factsIn } from '../../src/domain/fold/effective.js';
import { kindOfFact } from '../../src/domain/fold/fact-kinds.js';
import { Refusal } from '../../src/domain/refusal.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { wordRefusal } from '../../src/wording/refusals/problems.js';
import { window } from '../../src/domain/calendar.js';
import { phase } from '../../src/domain/workflow/define.js';
import { mended } from '../support/mend.js';
import { asking, begin, chair, colleges, lead, own, planOf, Staged, today, type Who } from '../support/staged-play.js';

const [oost = '', west = ''] = colleges;
const reason = 'Zo besloten.';
const gate = 'moment';
const plan = planOf(
  {
    moment: asking({
      weeksFromReceipt: 8,
      papers: [{ id: 'begroting', title: 'Begroting', weight: 'should' }],
      criteria: [{ id: 'gedragen', text: 'Gedragen', weight: 'should', statedBy: 'process-lead' }],
    }),
    ronde: phase('Ronde', window('2024'), { source: 'test', visits: 'colleges' }),
    later: asking(),
    bekend: phase('Bekend', window('2024'), { source: 'test', step: 'publication' }),
    slot: phase('Slot', window('2025'), { source: 'test', waitsFor: ['wet'] }),
  },
  { outside: { wet: { title: 'De wet geldt', source: 'test' } } },
);

type Made<T> = (staged: Staged) => T;

const made = <T extends object>(staged: Staged, asked: T | Made<T>): T =>
  typeof asked === 'function' ? asked(staged) : asked;

const plans = new PlanCatalogue([plan]);

/** A command as it is given once, and what it needs before. */
interface Once<N extends CommandName> {
  place?: PlaceOf<N> | Made<PlaceOf<N>>;
  says: PayloadOf<N> | Made<PayloadOf<N>>;
  as?: Who;
  /** Of a gate that lies open, unless this says otherwise. */
  before?: (staged: Staged) => void;
  /** What refuses it the second time; left out where it says that it stands there. */
  refused?: string;
}

const on = '2024-03-01';
const newest = (staged: Staged) => staged.decisions(gate).at(-1)?.id ?? '';
const decided = (more: object) => (staged: Staged) => void staged.decide(gate, oost, 'agree', begin, more);
const ofDecision = (staged: Staged) => ({ gate, decision: newest(staged) });
const mandate = { body: oost, holder: 'Regiomanager', from: on, source: 'mandaatbesluit (verzonnen)' };
const given = (as: Who) => (staged: Staged) => void staged.give('record-mandate', {}, mandate, as);
const ofMandate = (staged: Staged) => staged.dossier.mandates.at(-1)?.id ?? '';

type Table = { [N in CommandName]: Once<N> | 'its own test' };
const table: Table = {
  'start-phase': { place: { phase: 'ronde' }, says: { on }, refused: 'not-in-this-state' },
  'complete-phase': 'its own test',
  'rework-phase': 'its own test',
  'visit-body': {
    place: { phase: 'ronde' },
    says: { body: oost, on },
    before: (staged) => void staged.start('ronde'),
    refused: 'visit-exists',
  },
  'record-publication': {
    place: { phase: 'bekend' },
    says: { body: oost, where: 'gemeenteblad', on, number: 'gmb-2024-1' },
    as: own(oost),
    before: (staged) => void staged.start('bekend'),
  },
  'plan-phase': { place: { phase: 'later' }, says: { on, until: '2025-03-01', reason } },
  'record-meeting': 'its own test', // a second one says why it corrects the first
  'submit-gate': {
    place: { gate: 'later' },
    says: { on },
    before: (staged) => void staged.start('later'),
    refused: 'not-in-this-state',
  },
  'withdraw-gate': { place: { gate }, says: { on, reason }, refused: 'not-in-this-state' },
  'revise-proposal': { place: { gate }, says: { on, title: 'Tweede versie' } },
  'record-receipt': { place: { gate }, says: { body: oost, on } },
  'schedule-item': { place: { gate }, says: { body: oost, meetingOn: '2024-12-20', stage: 'college' } },
  'extend-term': {
    place: { gate },
    says: { body: oost, on: '2024-03-02', until: '2024-09-01', reason },
    as: chair,
    before: (staged) => void staged.give('record-receipt', { gate }, { body: oost, on }),
    refused: 'validation',
  },
  'lay-paper': { place: { gate }, says: { paper: 'begroting', on, title: 'Begroting 2027' } },
  'state-criterion': { place: { gate }, says: { criterion: 'gedragen', state: 'not-met', on, text: reason } },
  'change-electorate': {
    place: { gate },
    says: { on, reason, leaves: [west], meeting: { form: 'session' }, ground: 'Wgr', notifiedOn: on },
    as: chair,
    refused: 'validation',
  },
  'leave-gate': { place: { gate }, says: { body: oost, on, reason }, as: own(oost), refused: 'validation' },
  'amend-rule': {
    place: { gate },
    says: { on, reason, rule: unanimity('colleges'), meeting: { form: 'session' } },
    as: chair,
  },
  'notify-amendment': {
    place: { gate },
    says: { on: '2024-03-02' },
    as: chair,
    before: (staged) =>
      void staged.give(
        'amend-rule',
        { gate },
        { on, reason, rule: unanimity('colleges'), meeting: { form: 'session' } },
        chair,
      ),
    refused: 'validation',
  },
  'record-decision': {
    place: { gate },
    says: { body: oost, decision: 'agree', decidedOn: on },
    as: own(oost),
    refused: 'decision-exists',
  },
  'confirm-decision': {
    place: ofDecision,
    says: { on, confirmed: true },
    as: own(oost),
    before: (staged) =>
      void staged.decide(
        gate,
        oost,
        'agree',
        begin,
        { evidence: [{ title: 'Lijst', url: 'https://example.org' }] },
        lead,
      ),
    refused: 'not-in-this-state',
  },
  'withdraw-decision': {
    place: { gate },
    says: (staged) => ({ decision: newest(staged), on, reason }),
    as: own(oost),
    before: decided({}),
    refused: 'not-in-this-state',
  },
  'release-decision': {
    place: ofDecision,
    says: { on, scope: 'public' },
    as: own(oost),
    before: decided({ release: { scope: 'own', ground: reason } }),
    refused: 'validation',
  },
  'adopt-list': { place: ofDecision, says: { on, publishedOn: on }, as: own(oost), before: decided({}) },
  'lift-secrecy': {
    place: ofDecision,
    says: { on, secret: 0, liftedBy: 'executive' },
    as: own(oost),
    before: decided({ secrecy: [{ object: 'Bijlage 2', interest: '2b' }] }),
  },
  'answer-point': {
    place: ofDecision,
    says: { on, point: 0, answer: 'Ja.' },
    before: (staged) => void staged.decide(gate, oost, 'view', begin, { tenor: 'positive', points: ['Meer geld.'] }),
  },
  'answer-remark': {
    place: ofDecision,
    says: { on, remark: 0, answer: 'Ja.' },
    before: (staged) => void staged.decide(gate, oost, 'agree-with-remarks', begin, { remarks: ['Let op.'] }),
  },
  'answer-condition': 'its own test',
  'rule-gate': { place: { gate }, says: { ruling: 'no-go', ruledOn: on, reason }, as: chair, refused: 'gate-not-open' },
  'split-gate': 'its own test',
  'reopen-gate': 'its own test',
  'record-fact': { place: {}, says: { fact: 'wet', on, source: 'Staatsblad' } },
  'record-mandate': { place: {}, says: mandate, as: own(oost) },
  'end-mandate': {
    place: {},
    says: (staged) => ({ mandate: ofMandate(staged), until: on, reason }),
    as: own(oost),
    before: given(own(oost)),
  },
  'confirm-mandate': {
    place: {},
    says: (staged) => ({ mandate: ofMandate(staged), on, confirmed: true }),
    as: own(oost),
    before: given(lead),
  },
  'merge-parties': 'its own test',
  'migrate-dossier': 'its own test',
  'stop-dossier': { place: {}, says: { on, reason }, as: chair, refused: 'not-in-this-state' },
};

const rows = Object.entries(table).flatMap(([name, row]) => (row === 'its own test' ? [] : [[name, row] as const]));

it.each(rows)('%s, twice', (name, row) => {
  const staged = new Staged(plan).put(gate);
  const { place = {}, says, as = lead, before, refused = 'already-recorded' } = row as Once<CommandName>;
  before?.(staged);
  const where = made(staged, place);
  const asked = made(staged, says);
  const [event] = staged.give(name as CommandName, where, asked, as);
  const line = staged.events.at(-1)?.sequence;
  let told: unknown = event && 'was recorded twice';
  try {
    staged.give(name as CommandName, where, asked, as);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    told = error.code;
    if (refused === 'already-recorded') expect(wordRefusal(error)).toMatch(/corrigeer (wat er staat|die regel)/);
    const { line: named } = error.told['already-recorded'] ?? {};
    if (named) expect(named).toBe(line);
  }
  expect(told).toBe(refused);
  expect(offeredAndRefused(staged)).toEqual([]);
});

/** To whom the log offers the correction of its newest line, which is then refused; and the other way round. */
function offeredAndRefused({ dossier, events }: Staged): Who[] {
  const fact = factsIn(events).at(-1);
  const kind = fact && kindOfFact(fact.first.type);
  if (!kind) return [];
  return [lead, chair, own(oost), own(west)].filter((as) => {
    const person = { id: 'een', assignments: [{ ...as, from: '2000-01-01', until: null }] };
    const isOffered = mayCorrect({ dossier, person, today }, kind, fact);
    const found = mended(plans, events, fact.newest, {}, today, as);
    return isOffered === found instanceof Refusal;
  });
}

it('every command has its row', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(commands).sort());
});

it('says otherwise what was lifted or ended by a correction, and again once that never was', () => {
  const staged = new Staged(plan).put(gate);
  given(own(oost))(staged);
  const end = (until: string) =>
    staged.refused('end-mandate', {}, { mandate: ofMandate(staged), until, reason }, own(oost), today);
  expect(end('2024-06-30')).toBeNull();
  staged.give('end-mandate', {}, { mandate: ofMandate(staged), until: '2024-06-30', reason }, own(oost));
  expect(end('2024-05-31')).toMatchObject({ code: 'already-recorded', line: staged.events.at(-1)?.sequence });
  expect(staged.refused('record-mandate', {}, { ...mandate, covers: 'Alleen inkoop.' }, own(oost))).toBeNull();
  expect(staged.refused('record-mandate', {}, { ...mandate, url: 'https://example.org/m' }, own(oost))).toMatchObject({
    code: 'already-recorded',
  });
});
