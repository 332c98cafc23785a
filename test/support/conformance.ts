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
  /** How what is expected was worked out by hand. */
  comment?: string;
  groups: Record<string, BodyId[]>;
  electorate: string;
  gate?: Partial<GatePlan>;
  rule: Rule;
  /** A second gate for the same electorate, which is put with the first or comes after it in the plan. */
  second?: { place: 'beside' | 'later'; gate?: Partial<GatePlan>; rule: Rule };
  submittedOn: Day;
  replyBy?: Day;
  steps: Step[];
}

/** Of the day of its step, or of the day that it names; a correction changes what it names alone. */
type Decide = Omit<RecordDecision, 'corrects' | 'revises'> & { corrects?: true; revises?: true };

/** What is recorded on a day, at the first gate or the second; then it is looked at as of that day. */
export interface Step {
  on: Day;
  gate?: 'second';
  by?: 'region';
  decide?: Decide;
  answer?: { body: BodyId; condition: number; answer: ConditionAnswer; on?: Day };
  receipt?: { body: BodyId };
  extend?: { body?: BodyId; until: Day; reason: string; on?: Day };
  propose?: { title: string; textualMandate?: BodyId[]; on?: Day };
  withdraw?: { body: BodyId; reason: string };
  confirm?: { body: BodyId; confirmed: boolean };
  /** It is taken back and put once more, for a second round. */
  putAgain?: { reason: string };
  /** Nothing is recorded; the day may be an earlier one. */
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
const [first, second] = ['vraag', 'ander'] as const;
/** The gate of a step, which is also a phase. */
export const gateOf = ({ gate: named }: Pick<Step, 'gate'>): Slug => (named === 'second' ? second : first);

/** The case as a plan of one phase, or of two. */
export function workflowOf({ groups, electorate, gate: terms, rule, second: other }: Case, id: Slug): Workflow {
  const asking = (more: Partial<GatePlan> | undefined, judged: Rule) =>
    gate('Vraag', { verb: 'instemmen', ...more, electorate, ruledBy, rule: judged });
  const source = 'conformance set';
  const parties = [...new Set(Object.values(groups).flat())].map((body) => body.replace(/\/.*/, ''));
  return defineWorkflow({
    id,
    version: 1,
    title: 'Proef',
    source,
    parties: [
      ...[...new Set(parties)].map((party) => municipality(party, party, 'GM0000')),
      region('de-regio', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    groups: Object.fromEntries(Object.entries(groups).map(([name, bodies]) => [name, { noun: nouns(name), bodies }])),
    phases: {
      [first]: phase('Vraag', window('2024'), { source, gate: asking(terms, rule) }),
      ...(other
        ? {
            [second]: phase('Ander', window('2024'), {
              source,
              gate: asking(other.gate, other.rule),
              startsAfter: other.place === 'later' ? [first] : [],
            }),
          }
        : {}),
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

/** The questions are put, before the first step. */
export const openings = <T>({ submittedOn: on, replyBy, second: other }: Case, give: Give<T>): (() => T)[] =>
  [first, ...(other?.place === 'beside' ? [second] : [])].flatMap((phase) => [
    () => give('start-phase', { phase }, { on }, lead, on),
    () => give('submit-gate', { gate: phase }, { on, replyBy }, lead, on),
  ]);

/** The commands of a step; one that only looks gives none. */
export function taking<T>(step: Step, latest: Latest, give: Give<T>): (() => T)[] {
  const { on, decide, answer } = step;
  const place = { gate: gateOf(step) };
  if (decide) {
    const { corrects, revises, ...said } = decide;
    const former = (corrects ?? revises) ? latest(decide.body).id : undefined;
    const replaces = { ...(corrects ? { corrects: former } : {}), ...(revises ? { revises: former } : {}) };
    const day = corrects ? {} : { decidedOn: on };
    const who = step.by === 'region' ? lead : own(decide.body);
    return [() => give('record-decision', place, { ...day, ...said, ...replaces }, who, on)];
  }
  if (answer) {
    const condition = latest(answer.body).conditions[answer.condition] ?? '';
    const who = ['adopted', 'carried', 'rejected'].includes(answer.answer) ? chair : own(answer.body);
    const reason = ['rejected', 'waived'].includes(answer.answer) ? { reason: 'zie het overleg' } : {};
    const said = { answer: answer.answer, on: answer.on ?? on, ...reason };
    return [() => give('answer-condition', { ...place, condition }, said, who, on)];
  }
  return takingOther(step, latest, give);
}

function takingOther<T>(step: Step, latest: Latest, give: Give<T>): (() => T)[] {
  const { on, receipt, extend, propose, withdraw, confirm, putAgain } = step;
  const place = { gate: gateOf(step) };
  if (receipt) return [() => give('record-receipt', place, { ...receipt, on }, lead, on)];
  if (extend) return [() => give('extend-term', place, { on, ...extend }, chair, on)];
  if (propose) return [() => give('revise-proposal', place, { on, ...propose }, lead, on)];
  if (withdraw) {
    const { body, reason } = withdraw;
    return [() => give('withdraw-decision', place, { decision: latest(body).id, on, reason }, own(body), on)];
  }
  if (putAgain)
    return [
      () => give('withdraw-gate', place, { on, ...putAgain }, lead, on),
      () => give('submit-gate', place, { on }, lead, on),
    ];
  if (!confirm) return [];
  const { body, confirmed } = confirm;
  const said = { on, confirmed, ...(confirmed ? {} : { reason: 'zo niet besloten' }) };
  return [() => give('confirm-decision', { ...place, decision: latest(body).id }, said, own(body), on)];
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
