// A decision as it is asked to be recorded, and what of it could not succeed as written.
import { isClosedFrom } from '../dossier/release.js';
import { companyErrors } from '../facts/company.js';
import { decisionFacts, type RecordDecision } from '../facts/of-decisions.js';
import type { FieldError } from '../refusal.js';
import { kindOfDecision, type Day, type DecisionKind } from '../vocabulary.js';
import { questionsOf } from '../workflow/workflow.js';
import type { Context } from './command.js';
import { between, happened, notBefore } from './dates.js';
import { knownBody, type GateTarget } from './targets.js';
import { reservationFields } from './reservation-fields.js';

export function decisionFields(target: GateTarget, asked: RecordDecision, context: Context): FieldError[] {
  const { today, by } = context;
  const isOfRegion = by.role === 'process-lead';
  return [
    ...bodyFields(target, asked),
    ...kindFields(target, asked),
    ...happened('/decidedOn', asked.decidedOn, today, target.dossier),
    ...companionFields(target, asked),
    ...optionFields(target, asked),
    ...conditionFields(asked),
    ...reservationFields(target, asked, context),
    ...formFields(target, asked),
    ...publicationFields(asked, today, isOfRegion),
    ...replacementFields(asked),
    ...(isOfRegion && !asked.evidence?.length ? [field('/evidence', 'evidence-required')] : []),
  ];
}

const field = (pointer: string, code: FieldError['code'], allowed?: readonly string[]): FieldError => ({
  pointer,
  code,
  ...(allowed ? { allowed } : {}),
});

function bodyFields({ dossier, electorate }: GateTarget, asked: RecordDecision): FieldError[] {
  const body = knownBody(dossier, asked.body);
  if (body === undefined) return [field('/body', 'unknown-body', electorate)];
  return electorate.includes(body) ? [] : [field('/body', 'not-in-electorate', electorate)];
}

function kindFields({ gate, round }: GateTarget, asked: RecordDecision): FieldError[] {
  const questions = questionsOf(gate, round).map(({ id }) => id);
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

function companionFields({ dossier }: GateTarget, asked: RecordDecision): FieldError[] {
  const given = new Set([asked.decision, ...Object.values(asked.answers ?? {})]);
  const by = dossier.plan.bodies.get(asked.body)?.kind;
  return [
    ...companyErrors(decisionFacts, asked, given, by),
    ...notBefore('/nextDate', asked.nextDate, asked.decidedOn),
  ];
}

/** On a poll every decision that counts for names its choice; elsewhere it is a preference. */
function optionFields({ gate }: GateTarget, { option, decision }: RecordDecision): FieldError[] {
  const allowed = gate.options.map(({ id }) => id);
  const isChoice = gate.poll === true && kindOfDecision(decision).side === 'for';
  if (option === undefined) return isChoice ? [field('/option', 'option-required', allowed)] : [];
  if (allowed.length === 0) return [field('/option', 'not-allowed-here')];
  return allowed.includes(option) ? [] : [field('/option', 'unknown-option', allowed)];
}

const conditionFields = ({ conditions = [], decidedOn }: RecordDecision): FieldError[] =>
  conditions.flatMap(({ dueOn }, i) => notBefore(`/conditions/${i}/dueOn`, dueOn, decidedOn));

/** A mandated decision only where the gate knows mandates, and one of them covers this body on that day. */
function formFields({ dossier, gate, round }: GateTarget, asked: RecordDecision): FieldError[] {
  const { form, body, decidedOn, proposalVersion } = asked;
  const kind = dossier.plan.bodies.get(body)?.kind;
  const versions = [1, ...(round?.proposals.map(({ version }) => version) ?? [])];
  const later = round?.proposals.some(
    ({ version, on }) => version === proposalVersion && version > 1 && on > decidedOn,
  );
  const errors: FieldError[] = [];
  if (form === 'college-decision' && kind === 'council') errors.push(field('/form', 'not-allowed-here'));
  if (form === 'council-decision' && kind === 'college') errors.push(field('/form', 'not-allowed-here'));
  if (form === 'mandated-decision') {
    if (!gate.mandates) errors.push(field('/form', 'not-offered-here'));
    else if (!gate.mandates.some((m) => m.body === body && m.from <= decidedOn && (m.until ?? decidedOn) >= decidedOn))
      errors.push(field('/form', 'not-allowed-here'));
  }
  if (proposalVersion !== undefined && !versions.includes(proposalVersion))
    errors.push(field('/proposalVersion', 'unknown-option', [...new Set(versions)].map(String)));
  if (later)
    errors.push({
      ...field('/proposalVersion', 'not-allowed-here'),
      because: { code: 'version-not-yet', decidedOn },
    });
  return errors;
}

/** Closed decisions are recorded by their own body alone, with the ground on which they are closed. */
function publicationFields(asked: RecordDecision, today: Day, isOfRegion: boolean): FieldError[] {
  const { release, decidedOn } = asked;
  const closed = release !== undefined && isClosedFrom(release, decidedOn);
  return [
    ...between('/listAdoptedOn', asked.listAdoptedOn, decidedOn, today),
    ...between('/publishedOn', asked.publishedOn, decidedOn, today),
    ...notBefore('/release/from', release?.from, decidedOn),
    ...(release?.scope === 'own' && release.from !== undefined
      ? [
          {
            ...field('/release/from', 'not-allowed-here'),
            because: { code: 'day-with-own' } as const,
          },
        ]
      : []),
    ...(closed && release.ground === undefined
      ? [
          {
            ...field('/release/ground', 'ground-required'),
            because: { code: 'no-ground-of-closure' } as const,
          },
        ]
      : []),
    ...(closed && isOfRegion ? [field('/release', 'not-allowed-here')] : []),
  ];
}

function replacementFields({ corrects, revises, reason }: RecordDecision): FieldError[] {
  if (corrects === undefined) return [];
  return [
    ...(revises === undefined ? [] : [field('/revises', 'not-allowed-here')]),
    ...(reason === undefined ? [field('/reason', 'reason-required')] : []),
  ];
}
