// A decision as it is asked to be recorded, and what of it could not succeed as written.
import { isClosedFrom } from '../dossier/release.js';
import type { FieldError } from '../refusal.js';
import type {
  BodyId,
  ConditionEffect,
  ConsentGround,
  Day,
  DecisionForm,
  DecisionKind,
  Id,
  ReleaseScope,
  Slug,
  Tenor,
} from '../vocabulary.js';
import { questionsOf } from '../workflow/workflow.js';
import type { Context } from './command.js';
import { sideOfKind } from '../dossier/position.js';
import { between, happened, notBefore } from './dates.js';
import { knownBody, type AtGate } from './places.js';
import { reservationFields } from './reservation-fields.js';

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
  ground?: ConsentGround;
  subjectTo?: { gate: Slug; body: BodyId };
  nextDate?: Day;
  form?: DecisionForm;
  listAdoptedOn?: Day;
  publishedOn?: Day;
  publicationUrl?: string;
  text?: string;
  conform?: boolean;
  release?: { scope: ReleaseScope; from?: Day; ground?: string };
  /** The version of the proposal that was decided on; the newest of that day when left out. */
  proposalVersion?: number;
  portfolioHolder?: string;
  /** Taken by a council without debate: a hamerstuk. */
  consentItem?: boolean;
  amendments?: string[];
  motions?: string[];
  /** What was promised to the council: toezeggingen. */
  commitments?: string[];
  tenor?: Tenor;
  /** The points of a zienswijze, each to be answered in the response note. */
  points?: string[];
  signatory?: string;
  capacity?: string;
  /** When the body authorised its signatory. */
  authorisedOn?: Day;
  evidence?: { title: string; url: string }[];
  corrects?: Id;
  revises?: Id;
}

export function decisionFields(target: AtGate, asked: RecordDecision, context: Context): FieldError[] {
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

function bodyFields({ dossier, electorate }: AtGate, asked: RecordDecision): FieldError[] {
  const body = knownBody(dossier, asked.body);
  if (body === undefined) return [field('/body', 'unknown-body', electorate)];
  return electorate.includes(body) ? [] : [field('/body', 'not-in-electorate', electorate)];
}

function kindFields({ gate, round }: AtGate, asked: RecordDecision): FieldError[] {
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

/** Fields that go only with one kind of answer. */
const companions: { name: keyof RecordDecision; kind: DecisionKind }[] = [
  { name: 'conditions', kind: 'agree-with-conditions' },
  { name: 'subjectTo', kind: 'agree-subject-to' },
  { name: 'ground', kind: 'consent-withheld' },
  { name: 'nextDate', kind: 'deferred' },
  { name: 'tenor', kind: 'view' },
  { name: 'points', kind: 'view' },
  { name: 'signatory', kind: 'signed' },
  { name: 'capacity', kind: 'signed' },
  { name: 'authorisedOn', kind: 'signed' },
];

/** Answers that say nothing without a field of their own. */
const needs: { kind: DecisionKind; name: keyof RecordDecision; code: FieldError['code'] }[] = [
  { kind: 'agree-with-remarks', name: 'remarks', code: 'remarks-required' },
  { kind: 'agree-with-conditions', name: 'conditions', code: 'conditions-required' },
  { kind: 'consent-withheld', name: 'ground', code: 'ground-required' },
  { kind: 'agree-subject-to', name: 'subjectTo', code: 'required' },
];

function companionFields({ dossier }: AtGate, asked: RecordDecision): FieldError[] {
  const given = new Set([asked.decision, ...Object.values(asked.answers ?? {})]);
  const isSaid = (name: keyof RecordDecision) => {
    const value = asked[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const missing = needs.filter(({ kind, name }) => given.has(kind) && !isSaid(name));
  const foreign = companions.filter(({ name, kind }) => isSaid(name) && !given.has(kind));
  const council = dossier.plan.bodies.get(asked.body)?.kind === 'council';
  const ofCouncils = (['consentItem', 'amendments', 'motions', 'commitments'] as const).filter((name) => isSaid(name));
  return [
    ...missing.map(({ name, code }) => field(`/${name}`, code)),
    ...foreign.map(({ name }) => field(`/${name}`, 'not-allowed-here')),
    ...(council ? [] : ofCouncils.map((name) => field(`/${name}`, 'not-allowed-here'))),
    ...notBefore('/nextDate', asked.nextDate, asked.decidedOn),
  ];
}

/** On a poll every decision that counts for names its choice; elsewhere it is a preference. */
function optionFields({ gate }: AtGate, { option, decision }: RecordDecision): FieldError[] {
  const allowed = gate.options.map(({ id }) => id);
  const isChoice = gate.poll === true && sideOfKind(decision) === 'for';
  if (option === undefined) return isChoice ? [field('/option', 'option-required', allowed)] : [];
  if (allowed.length === 0) return [field('/option', 'not-allowed-here')];
  return allowed.includes(option) ? [] : [field('/option', 'unknown-option', allowed)];
}

const conditionFields = ({ conditions = [], decidedOn }: RecordDecision): FieldError[] =>
  conditions.flatMap(({ dueOn }, i) => notBefore(`/conditions/${i}/dueOn`, dueOn, decidedOn));

/** A mandated decision only where the gate knows mandates, and one of them covers this body on that day. */
function formFields({ dossier, gate, round }: AtGate, asked: RecordDecision): FieldError[] {
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
