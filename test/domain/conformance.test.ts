// The conformance set: cases as data, for whoever builds another engine. Each is played through the commands of the
// domain, and after every step the gate must stand as the case says. Their expectations were not made by this engine.
import { readFileSync, readdirSync } from 'node:fs';
import { loadRules } from '../../src/app/shelf.js';
import { window } from '../../src/domain/calendar.js';
import type { RecordDecision } from '../../src/domain/commands/decision-fields.js';
import { standing } from '../../src/domain/dossier/standing.js';
import { countingDecision, currentRound, type Round } from '../../src/domain/dossier/state.js';
import type { Rule } from '../../src/domain/rule.js';
import type { BodyId, ConditionAnswer, Day } from '../../src/domain/vocabulary.js';
import { publish, type Plan } from '../../src/domain/workflow/plan.js';
import { defineWorkflow, gate, municipality, phase, region, type GatePlan } from '../../src/domain/workflow/define.js';
import { Play } from '../support/play.js';

interface Case {
  name: string;
  source: string;
  groups: Record<string, BodyId[]>;
  electorate: string;
  gate?: Partial<GatePlan>;
  rule: Rule;
  submittedOn: Day;
  replyBy?: Day;
  steps: Step[];
}

type Decide = Omit<RecordDecision, 'decidedOn' | 'corrects' | 'revises'> & { corrects?: true; revises?: true };

interface Step {
  on: Day;
  by?: 'region';
  decide?: Decide;
  answer?: { body: BodyId; condition: number; answer: ConditionAnswer };
  receipt?: { body: BodyId };
  propose?: { title: string; textualMandate?: BodyId[] };
  withdraw?: { body: BodyId; reason: string };
  confirm?: { body: BodyId; confirmed: boolean };
  look?: true;
  expect: { outcome: string; certain: boolean; missing: Record<BodyId, string>; because: BodyId[] };
}

const folder = new URL('../conformance/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const casesIn = (file: string): Case[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[];

const rules = await loadRules();
const ruledBy = 'de-regio/overleg';
const nouns = (group: string) => ({ one: group, many: group });

function planOf({ groups, electorate, gate: terms, rule }: Case): Plan {
  const parties = [...new Set(Object.values(groups).flat())].map((body) => body.replace(/\/.*/, ''));
  const workflow = defineWorkflow({
    ...{ id: 'proef', version: 1, title: 'Proef', source: 'conformance set' },
    parties: [
      ...[...new Set(parties)].map((party) => municipality(party, party, 'GM0000')),
      region('de-regio', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    groups: Object.fromEntries(Object.entries(groups).map(([id, bodies]) => [id, { noun: nouns(id), bodies }])),
    phases: {
      vraag: phase('Vraag', window('2024'), {
        source: 'conformance set',
        gate: gate('Vraag', { verb: 'instemmen', ...terms, electorate, ruledBy, rule }),
      }),
    },
  });
  return publish(workflow, '0'.repeat(64), rules);
}

const lead = { role: 'process-lead', body: ruledBy } as const;
const own = (body: BodyId) => ({ role: body.endsWith('/raad') ? 'clerk' : 'secretary', body }) as const;

function roundOf(play: Play): Round {
  const round = currentRound(play.dossier, 'vraag');
  if (!round) throw new Error('the gate of the case is not open');
  return round;
}

function latest(play: Play, body: BodyId) {
  const decision = countingDecision(play.dossier, roundOf(play), body);
  if (!decision) throw new Error(`${body} has decided nothing yet`);
  return decision;
}

function take(play: Play, { on, by, decide, answer, receipt, propose, withdraw, confirm }: Step): void {
  const place = { gate: 'vraag' };
  if (decide) {
    const { corrects, revises, ...asked } = decide;
    const former = (corrects ?? revises) ? latest(play, decide.body).id : undefined;
    const replaces = { ...(corrects ? { corrects: former } : {}), ...(revises ? { revises: former } : {}) };
    const who = by === 'region' ? lead : own(decide.body);
    play.give('record-decision', place, { ...asked, decidedOn: on, ...replaces }, who, on);
  }
  if (answer) {
    const condition = latest(play, answer.body).conditions[answer.condition] ?? '';
    const byChair = ['adopted', 'carried', 'rejected'].includes(answer.answer);
    const who = byChair ? ({ role: 'chair', body: ruledBy } as const) : own(answer.body);
    const reason = ['rejected', 'waived'].includes(answer.answer) ? { reason: 'zie het overleg' } : {};
    play.give('answer-condition', { ...place, condition }, { answer: answer.answer, on, ...reason }, who, on);
  }
  if (receipt) play.give('record-receipt', place, { ...receipt, on }, lead, on);
  if (propose) play.give('revise-proposal', place, { ...propose, on }, lead, on);
  if (withdraw) {
    const { body, reason } = withdraw;
    play.give('withdraw-decision', place, { decision: latest(play, body).id, on, reason }, own(body), on);
  }
  if (confirm) {
    const { body, confirmed } = confirm;
    const decision = latest(play, body).id;
    play.give('confirm-decision', { ...place, decision }, { on, confirmed }, own(body), on);
  }
}

function standAfter(play: Play, day: Day): Step['expect'] {
  const { outcome, certain, missing, explanation } = standing(play.dossier, 'vraag', roundOf(play), day);
  return {
    outcome,
    certain,
    missing: Object.fromEntries(missing.map(({ body, why }) => [body, why])),
    because: [...explanation.because].sort(),
  };
}

it('has at least 150 cases, each with a name of its own', () => {
  const names = files.flatMap((file) => casesIn(file).map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(files)('%s', (file) => {
  it.each(casesIn(file).map((one): [string, Case] => [one.name, one]))('%s', (_, one) => {
    const { submittedOn, replyBy, steps } = one;
    const play = Play.start(planOf(one), submittedOn);
    play.give('start-phase', { phase: 'vraag' }, { on: submittedOn }, lead, submittedOn);
    play.give('submit-gate', { gate: 'vraag' }, { on: submittedOn, replyBy }, lead, submittedOn);
    steps.forEach((step, i) => {
      take(play, step);
      expect([i, standAfter(play, step.on)]).toEqual([i, step.expect]);
    });
  });
});
