// A decision as it is asked to be recorded, and what of it could not succeed as written.
import type { FieldError } from '../refusal.js';
import type { BodyId, ConditionEffect, Day, DecisionKind, Id, Slug } from '../vocabulary.js';
import type { Context } from './command.js';
import { happened, notBefore } from './dates.js';
import { knownBody, type AtGate } from './places.js';

export interface RecordDecision {
  body: BodyId;
  decision: DecisionKind;
  decidedOn: Day;
  answers?: Record<Slug, DecisionKind>;
  reference?: string;
  reason?: string;
  remarks?: string[];
  conditions?: { text: string; effect: ConditionEffect; owner?: string; dueOn?: Day }[];
  option?: Slug;
  ground?: string;
  nextDate?: Day;
  evidence?: { title: string; url: string }[];
  corrects?: Id;
  revises?: Id;
}

export function decisionFields(target: AtGate, asked: RecordDecision, { today, by }: Context): FieldError[] {
  return [
    ...bodyFields(target, asked),
    ...kindFields(target, asked),
    ...happened('/decidedOn', asked.decidedOn, today, target.dossier),
    ...companionFields(asked),
    ...optionFields(target, asked),
    ...conditionFields(asked),
    ...replacementFields(asked),
    ...(by.role === 'process-lead' && !asked.evidence?.length ? [field('/evidence', 'evidence-required')] : []),
  ];
}

const field = (pointer: string, code: FieldError['code'], allowed?: readonly string[]): FieldError => ({
  pointer,
  code,
  ...(allowed ? { allowed } : {}),
});

function bodyFields({ dossier, gate, round }: AtGate, asked: RecordDecision): FieldError[] {
  const electorate = round?.electorate ?? gate.electorate;
  const body = knownBody(dossier, asked.body);
  if (body === undefined) return [field('/body', 'unknown-body', electorate)];
  return electorate.includes(body) ? [] : [field('/body', 'not-in-electorate', electorate)];
}

function kindFields({ gate }: AtGate, asked: RecordDecision): FieldError[] {
  const questions = gate.questions.map(({ id }) => id);
  const foreign = (kind: DecisionKind) => !gate.kinds.includes(kind);
  return [
    ...(foreign(asked.decision) ? [field('/decision', 'not-offered-here', gate.kinds)] : []),
    ...Object.entries(asked.answers ?? {}).flatMap(([question, kind]) => {
      const pointer = `/answers/${question}`;
      if (!questions.includes(question)) return [field(pointer, 'unknown-property', questions)];
      return foreign(kind) ? [field(pointer, 'not-offered-here', gate.kinds)] : [];
    }),
  ];
}

/** What goes only with one kind of answer. */
function companionFields(asked: RecordDecision): FieldError[] {
  const gives = (kind: DecisionKind) => asked.decision === kind || Object.values(asked.answers ?? {}).includes(kind);
  const errors: FieldError[] = [];
  if (gives('agree-with-remarks') && !asked.remarks?.length) errors.push(field('/remarks', 'remarks-required'));
  if (gives('agree-with-conditions') && !asked.conditions?.length)
    errors.push(field('/conditions', 'conditions-required'));
  if (!gives('agree-with-conditions') && asked.conditions?.length)
    errors.push(field('/conditions', 'not-allowed-here'));
  if (asked.ground !== undefined) errors.push(field('/ground', 'not-allowed-here')); // only withheld consent has a ground
  if (asked.nextDate !== undefined && !gives('deferred')) errors.push(field('/nextDate', 'not-allowed-here'));
  return [...errors, ...notBefore('/nextDate', asked.nextDate, asked.decidedOn)];
}

function optionFields({ gate }: AtGate, { option }: RecordDecision): FieldError[] {
  if (option === undefined) return [];
  const allowed = gate.options.map(({ id }) => id);
  if (allowed.length === 0) return [field('/option', 'not-allowed-here')];
  return allowed.includes(option) ? [] : [field('/option', 'unknown-option', allowed)];
}

const conditionFields = ({ conditions = [], decidedOn }: RecordDecision): FieldError[] =>
  conditions.flatMap(({ dueOn }, i) => notBefore(`/conditions/${i}/dueOn`, dueOn, decidedOn));

function replacementFields({ corrects, revises, reason }: RecordDecision): FieldError[] {
  if (corrects === undefined) return [];
  return [
    ...(revises === undefined ? [] : [field('/revises', 'not-allowed-here')]),
    ...(reason === undefined ? [field('/reason', 'reason-required')] : []),
  ];
}
