// A decision as it is asked to be recorded, and what of it could not succeed as written.
import { isClosedFrom } from '../dossier/release.js';
import { everAsked } from '../dossier/electorate.js';
import { isOwnWord } from '../dossier/successors.js';
import { companyErrors } from '../facts/company.js';
import { decisionFacts } from '../facts/of-decisions.js';
import type { FieldError } from '../refusal.js';
import { kindOfDecision, kindsBeside, worksAs, type BodyKind, type Day, type DecisionKind } from '../vocabulary.js';
import { questionsOf } from '../workflow/workflow.js';
import type { Context } from './command.js';
import { between, happened, notBefore } from './dates.js';
import { detailFields } from './detail-fields.js';
import { knownBody, type GateTarget } from './targets.js';
import { versionsOf, type WholeDecision } from './decision-reading.js';
import { reservationFields } from './reservation-fields.js';

export function decisionFields(target: GateTarget, asked: WholeDecision, context: Context): FieldError[] {
  const { today, by } = context;
  const isOfRegion = !isOwnWord(target.dossier, asked.body, by.body);
  return [
    ...bodyFields(target, asked),
    ...kindFields(target, asked),
    ...happened('/decidedOn', asked.decidedOn, today, target.dossier),
    ...companionFields(target, asked),
    ...optionFields(target, asked),
    ...detailFields(asked),
    ...reservationFields(target, asked),
    ...formFields(target, asked),
    ...roundFields(target, asked),
    ...secrecyFields(target, asked, today),
    ...publicationFields(asked, today, isOfRegion),
    ...replacementFields(target, asked),
    ...(isOfRegion && !asked.evidence?.length ? [field('/evidence', 'evidence-required')] : []),
  ];
}

const field = (pointer: string, code: FieldError['code'], allowed?: readonly string[]): FieldError => ({
  pointer,
  code,
  ...(allowed ? { allowed } : {}),
});

/** Who was asked once may still have its act of then recorded. */
function bodyFields({ dossier, phase, electorate }: GateTarget, asked: WholeDecision): FieldError[] {
  const body = knownBody(dossier, asked.body);
  if (body === undefined) return [field('/body', 'unknown-body', electorate)];
  const isAsked = electorate.includes(body) || everAsked(dossier, phase.id).has(body);
  return isAsked ? [] : [field('/body', 'not-in-electorate', electorate)];
}

/** What a body of its kind never says is a slip; what it may say and the plan does not name is recorded as it was said. */
function kindFields({ dossier, gate, round }: GateTarget, asked: WholeDecision): FieldError[] {
  const questions = questionsOf(gate, round).map(({ id }) => id);
  const kinds = [...gate.kinds, ...kindsBeside(gate.kinds, dossier.plan.bodies.get(asked.body)?.kind)];
  const foreign = (kind: DecisionKind) => !kinds.includes(kind);
  return [
    ...(foreign(asked.decision) ? [field('/decision', 'not-offered-here', kinds)] : []),
    ...Object.entries(asked.answers).flatMap(([question, kind]) => {
      const pointer = `/answers/${question}`;
      if (!questions.includes(question)) return [field(pointer, 'unknown-property', questions)];
      return kind !== asked.decision && foreign(kind) ? [field(pointer, 'not-offered-here', kinds)] : [];
    }),
    ...(Object.values(asked.answers).includes(asked.decision) ? [] : [noSuchAnswer(asked)]),
  ];
}

const noSuchAnswer = ({ answers }: WholeDecision): FieldError => ({
  ...field('/decision', 'not-allowed-here', [...new Set(Object.values(answers))]),
  because: { code: 'no-such-answer' },
});

function companionFields({ dossier }: GateTarget, asked: WholeDecision): FieldError[] {
  const given = new Set(Object.values(asked.answers));
  const by = dossier.plan.bodies.get(asked.body)?.kind;
  return [
    ...companyErrors(decisionFacts, { ...asked }, given, by),
    ...notBefore('/nextDate', asked.nextDate, asked.decidedOn),
  ];
}

/** On a poll every decision that counts for names its choice; elsewhere it is a preference. */
function optionFields({ gate }: GateTarget, { option, decision }: WholeDecision): FieldError[] {
  const allowed = gate.options.map(({ id }) => id);
  const isChoice = gate.poll === true && gate.kinds.includes(decision) && kindOfDecision(decision).side === 'for';
  if (option === undefined) return isChoice ? [field('/option', 'option-required', allowed)] : [];
  if (allowed.length === 0) return [field('/option', 'not-allowed-here')];
  return allowed.includes(option) ? [] : [field('/option', 'unknown-option', allowed)];
}

/** A council takes no decision of a college, nor the other way round; of other bodies it was never refused. */
const isFormOfOthers = (form: WholeDecision['form'], kind: BodyKind): boolean =>
  (form === 'college-decision' && worksAs(kind) === 'council') ||
  (form === 'council-decision' && worksAs(kind) === 'college');

/** A mandated decision is taken as it was told: `stand/mandates.ts` says whether a mandate covers it. */
function formFields(target: GateTarget, asked: WholeDecision): FieldError[] {
  const { dossier, phase } = target;
  const { form, body, decidedOn, proposalVersion } = asked;
  const kind = dossier.plan.bodies.get(body)?.kind;
  const round = dossier.rounds[phase.id]?.find(({ number }) => number === asked.round);
  const versions = versionsOf(target, asked.round, decidedOn);
  const later = round?.proposals.some(
    ({ version, on }) => version === proposalVersion && version > 1 && on > decidedOn,
  );
  const errors: FieldError[] = [];
  if (kind && isFormOfOthers(form, kind)) errors.push(field('/form', 'not-allowed-here'));
  if (later)
    errors.push({
      ...field('/proposalVersion', 'not-allowed-here'),
      because: { code: 'version-not-yet', decidedOn },
    });
  else if (!versions.includes(proposalVersion))
    errors.push(field('/proposalVersion', 'unknown-option', versions.map(String)));
  return errors;
}

/** It may rest there before the decision and be imposed later, but not in a time that is still to come. */
const secrecyFields = ({ dossier }: GateTarget, { secrecy = [] }: WholeDecision, today: Day): FieldError[] =>
  secrecy.flatMap(({ imposedOn, sharedWith }, i): FieldError[] => [
    ...(imposedOn !== undefined && imposedOn > today
      ? [{ ...field(`/secrecy/${i}/imposedOn`, 'date-in-future'), limit: today }]
      : []),
    ...(sharedWith !== undefined && knownBody(dossier, sharedWith) === undefined
      ? [field(`/secrecy/${i}/sharedWith`, 'unknown-body', [...dossier.plan.bodies.keys()])]
      : []),
  ]);

/** Closed decisions are recorded by their own body alone, with the ground on which they are closed. */
function publicationFields(asked: WholeDecision, today: Day, isOfRegion: boolean): FieldError[] {
  const { release, decidedOn, corrects } = asked;
  // A correction keeps what was said of a closure that is over, and says nothing of it.
  const closed = release !== undefined && isClosedFrom(release, corrects === undefined ? decidedOn : today);
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

function replacementFields(
  { dossier }: GateTarget,
  { corrects, revises, reason, noDecision, belongsTo }: WholeDecision,
): FieldError[] {
  if (corrects === undefined)
    return [
      ...(noDecision ? [field('/noDecision', 'not-allowed-here')] : []),
      ...(belongsTo === undefined ? [] : [field('/belongsTo', 'not-allowed-here')]),
    ];
  return [
    ...(revises === undefined ? [] : [field('/revises', 'not-allowed-here')]),
    ...(belongsTo !== undefined && (noDecision || belongsTo === dossier.id)
      ? [field('/belongsTo', 'not-allowed-here')]
      : []),
    ...(reason === undefined ? [field('/reason', 'reason-required')] : []),
  ];
}

/** The rounds that there are, and the one that is to come. */
function roundFields({ state }: GateTarget, { round }: WholeDecision): FieldError[] {
  const rounds = Array.from({ length: state.round }, (_, i) => i + 1);
  return rounds.includes(round) ? [] : [field('/round', 'unknown-option', rounds.map(String))];
}
