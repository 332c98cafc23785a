// The cases of the conformance set, and how one is read: its plan, and each step as a command by whoever gives it.
// The same for whoever plays it, through the domain alone or over HTTP.
import { readFileSync, readdirSync } from 'node:fs';
import { window } from '../../src/domain/calendar.js';
import type { CommandName, PayloadOf, PlaceOf } from '../../src/domain/commands/commands.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import type { Missing } from '../../src/domain/refusal.js';
import type { Explanation, Rule } from '../../src/domain/rule.js';
import type { BodyId, ConditionAnswer, Day, Id, Outcome, Role, Slug } from '../../src/domain/vocabulary.js';
import { defineWorkflow, gate, municipality, phase, region, type GatePlan } from '../../src/domain/workflow/define.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';

export interface Case {
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

export interface Step {
  on: Day;
  by?: 'region';
  decide?: Decide;
  answer?: { body: BodyId; condition: number; answer: ConditionAnswer };
  receipt?: { body: BodyId };
  propose?: { title: string; textualMandate?: BodyId[] };
  withdraw?: { body: BodyId; reason: string };
  confirm?: { body: BodyId; confirmed: boolean };
  look?: true;
  expect: Expected;
}

/** How the gate stands after a step. */
export interface Expected {
  outcome: string;
  certain: boolean;
  missing: Record<BodyId, string>;
  because: BodyId[];
}

const folder = new URL('../conformance/', import.meta.url);
export const caseFiles = readdirSync(folder).filter((file) => file.endsWith('.json'));
export const casesIn = (file: string): Case[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[];

const ruledBy = 'de-regio/overleg';
const nouns = (group: string) => ({ one: group, many: group });
/** The only phase of a case, and its gate. */
export const asked = 'vraag';

/** The case as a plan of one phase. */
export function workflowOf({ groups, electorate, gate: terms, rule }: Case, id: Slug): Workflow {
  const parties = [...new Set(Object.values(groups).flat())].map((body) => body.replace(/\/.*/, ''));
  return defineWorkflow({
    id,
    version: 1,
    title: 'Proef',
    source: 'conformance set',
    parties: [
      ...[...new Set(parties)].map((party) => municipality(party, party, 'GM0000')),
      region('de-regio', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    groups: Object.fromEntries(Object.entries(groups).map(([name, bodies]) => [name, { noun: nouns(name), bodies }])),
    phases: {
      [asked]: phase('Vraag', window('2024'), {
        source: 'conformance set',
        gate: gate('Vraag', { verb: 'instemmen', ...terms, electorate, ruledBy, rule }),
      }),
    },
  });
}

/** Gives a command on a day, as someone with one role. */
export type Give<T> = <N extends CommandName>(
  name: N,
  place: PlaceOf<N>,
  payload: PayloadOf<N>,
  as: { role: Role; body: BodyId },
  on: Day,
) => T;

/** The newest decision of a body, for what is said about it. */
export type Latest = (body: BodyId) => { id: Id; conditions: readonly Id[] };

export const lead = { role: 'process-lead', body: ruledBy } as const;
const chair = { role: 'chair', body: ruledBy } as const;
const own = (body: BodyId) => ({ role: body.endsWith('/raad') ? 'clerk' : 'secretary', body }) as const;
const gateOf = { gate: asked };

/** The question is put, before the first step. */
export const openings = <T>({ submittedOn: on, replyBy }: Case, give: Give<T>): (() => T)[] => [
  () => give('start-phase', { phase: asked }, { on }, lead, on),
  () => give('submit-gate', gateOf, { on, replyBy }, lead, on),
];

/** Takes a step; one that only looks gives no command. */
export function take<T>({ on, by, decide, answer, ...step }: Step, latest: Latest, give: Give<T>): T | undefined {
  if (decide) {
    const { corrects, revises, ...said } = decide;
    const former = (corrects ?? revises) ? latest(decide.body).id : undefined;
    const replaces = { ...(corrects ? { corrects: former } : {}), ...(revises ? { revises: former } : {}) };
    const who = by === 'region' ? lead : own(decide.body);
    return give('record-decision', gateOf, { ...said, decidedOn: on, ...replaces }, who, on);
  }
  if (answer) {
    const condition = latest(answer.body).conditions[answer.condition] ?? '';
    const who = ['adopted', 'carried', 'rejected'].includes(answer.answer) ? chair : own(answer.body);
    const reason = ['rejected', 'waived'].includes(answer.answer) ? { reason: 'zie het overleg' } : {};
    return give('answer-condition', { ...gateOf, condition }, { answer: answer.answer, on, ...reason }, who, on);
  }
  return takeOther({ on, ...step }, latest, give);
}

function takeOther<T>(
  { on, receipt, propose, withdraw, confirm }: Omit<Step, 'expect'>,
  latest: Latest,
  give: Give<T>,
) {
  if (receipt) return give('record-receipt', gateOf, { ...receipt, on }, lead, on);
  if (propose) return give('revise-proposal', gateOf, { ...propose, on }, lead, on);
  if (withdraw) {
    const { body, reason } = withdraw;
    return give('withdraw-decision', gateOf, { decision: latest(body).id, on, reason }, own(body), on);
  }
  if (!confirm) return undefined;
  const { body, confirmed } = confirm;
  return give('confirm-decision', { ...gateOf, decision: latest(body).id }, { on, confirmed }, own(body), on);
}

interface Stood {
  outcome: Outcome | null;
  certain: boolean;
  missing: readonly Missing[];
  explanation: Pick<Explanation, 'because'> | null;
}

/** How a gate stands, in the words of a case. */
export const expectedOf = ({ outcome, certain, missing, explanation }: Stood): Expected => ({
  outcome: outcome ?? '',
  certain,
  missing: Object.fromEntries(missing.map(({ body, why }) => [body, why])),
  because: [...(explanation?.because ?? [])].sort(),
});
