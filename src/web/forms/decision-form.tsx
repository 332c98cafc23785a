// Recording what a body decided: by its own secretary or clerk, or by the region with evidence; new, corrected or revised.
import { refusalOf } from '../../domain/commands/commands.js';
import { hasStillToDecide, isAskedAgain } from '../../domain/dossier/position.js';
import { isClosed } from '../../domain/dossier/release.js';
import { countingDecision, currentRound, type Decision } from '../../domain/dossier/state.js';
import { newestDecision } from '../../domain/dossier/decision-order.js';
import { speaksFor } from '../../domain/permissions.js';
import type { BodyId } from '../../domain/vocabulary.js';
import { sees } from '../../domain/views/closed.js';
import { gateView } from '../../wording/views.js';
import { decisionForm as words } from '../../wording/decision-form.js';
import { capital, decisionWords } from '../../wording/words.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { signOf } from '../../http/page/sign.js';
import { Asked } from '../pages/gate.js';
import { companionSections, detailSections, evidenceSection, openedBy, optionSection } from './decision-sections.js';
import { fieldsOf } from './fields-of.js';
import { valuesOfDecision } from './decision-values.js';
import { decisionFacts } from '../../domain/facts/of-decisions.js';
import type { Form, FormSection, Values } from './form.js';
import { defineForm, type FormContext } from './form-kind.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const decisionForm = defineForm<'record-decision'>({
  command: 'record-decision',
  without: 'all',
  place: ({ gate }) => ({ gate }),
  said: (context) => {
    const body = context.query.orgaan ?? replaced(context)?.body ?? recordable(context)[0] ?? anyOf(context);
    return body === undefined ? {} : { body };
  },
  begins: (context) => {
    const former = replaced(context);
    return former && context.query.corrigeert !== undefined ? valuesOfDecision(context.reading.dossier, former) : {};
  },
  instead: (context) => {
    const { at, place } = context;
    if (replaced(context)) return null;
    const body = bodyAsked(context);
    const decided = latestOf(context, body);
    const left = askedAgain(context, body);
    if (left) return at.now.decide(place.gate, { revises: left.id });
    if (decided && !hasStillToDecide(decided)) return at.now.decision(place.gate, decided.id);
    return body === null && toBeDecided(context).length === 0 ? at.now.gate(place.gate) : null;
  },
  form,
  after: ({ at, place }, { reading: { dossier } }) => {
    const recorded = newestDecision(dossier, place.gate);
    return recorded ? at.now.decision(place.gate, recorded.id) : at.now.gate(place.gate);
  },
});

function form(context: FormContext, values: Values): Form {
  const { reading, place, today, at, query } = context;
  const { plan } = reading.dossier;
  const gate = gateView(reading, place.gate);
  const round = currentRound(reading.dossier, place.gate);
  const body = bodyAsked(context);
  const former = replaced(context);
  const filling = { dossier: reading.dossier, gate, body, values };
  const kinds = gate.kinds.map((kind): Choice => {
    const label = capital(decisionWords[kind]) + (kind === 'agree' ? `: ${gate.verb}` : '');
    return { value: kind, label, hint: words.hints[kind], sign: signOf(kind), opens: openedBy(gate, kind) };
  });
  const title = query.corrigeert ? words.correct : query.herziet ? words.revise : words.submit;
  // Who is chosen from a list may have decided on an older text: then this is said of that decision.
  const again = former ? null : askedAgain(context, values.body ?? null);
  return {
    title,
    kicker: body === null ? gate.title : titleOf(plan, body),
    submit: words.submit,
    cancel: former ? at.now.decision(place.gate, former.id) : at.now.gate(place.gate),
    ...(again ? { adds: { revises: again.id } } : {}),
    before: <Asked gate={gate} proposed={round?.option ?? null} plan={plan} today={today} brief />,
    sections: [
      {
        ...hintOf(context),
        fields: [
          ...bodyFields(context, body),
          {
            name: 'decision',
            kind: 'radio',
            required: true,
            choices: kinds,
            label: body === null ? words.whatOf : words.what(titleOf(plan, body)),
          },
          ...replacing(context),
        ],
      },
      ...companionSections(filling),
      ...optionSection(gate),
      datesOf(context, values),
      evidenceSection(filling, isOwn(context, body)),
      ...perQuestion(gate.questions, kinds),
      ...detailSections(filling),
    ],
  };
}

/** What one must know of the decision that is replaced. */
function hintOf(context: FormContext): { hint?: string } {
  const { corrigeert, herziet } = context.query;
  if (corrigeert !== undefined) return { hint: words.correctHint };
  if (herziet === undefined) return {};
  const former = replaced(context);
  return { hint: askedAgain(context, former?.body ?? null) ? words.againHint : words.reviseHint };
}

/** The bodies for which this person may record here. */
export function recordable({ occasion, place }: FormContext): BodyId[] {
  const round = currentRound(occasion.dossier, place.gate);
  const refused = (body: BodyId) => refusalOf(occasion, 'record-decision', { gate: place.gate }, { body });
  return (round?.electorate ?? []).filter((body) => refused(body) === null);
}

/** Of those, the ones that have still to decide, or are asked again. */
export const toBeDecided = (context: FormContext, bodies = recordable(context)): BodyId[] =>
  bodies.filter((body) => hasStillToDecide(latestOf(context, body)) || askedAgain(context, body) !== null);

/** The decision of a body that a newer text left behind, where this person may replace it. */
function askedAgain(context: FormContext, body: BodyId | null): Decision | null {
  const { reading, place, person, today } = context;
  const round = currentRound(reading.dossier, place.gate);
  const latest = latestOf(context, body);
  if (!round || !latest || !isAskedAgain(round, latest)) return null;
  return isClosed(latest, today) && !speaksFor(person, latest.body, today) ? null : latest;
}

/** Any body of the electorate, to learn why this person may record for none. */
const anyOf = ({ reading: { dossier }, place }: FormContext): BodyId | undefined =>
  currentRound(dossier, place.gate)?.electorate[0];

/** For whom the decision is; null while the region has still to choose. */
function bodyAsked(context: FormContext): BodyId | null {
  const former = replaced(context);
  if (former) return former.body;
  const bodies = recordable(context);
  const named = bodies.find((body) => body === context.query.orgaan);
  return named ?? (bodies.length === 1 ? (bodies[0] ?? null) : null);
}

function replaced({ reading, place, query }: FormContext): Decision | null {
  const id = query.corrigeert ?? query.herziet;
  const decisions = (reading.dossier.rounds[place.gate] ?? []).flatMap((round) => round.decisions);
  return decisions.find((decision) => decision.id === id && sees(reading, decision)) ?? null;
}

function latestOf({ reading: { dossier }, place }: FormContext, body: BodyId | null): Decision | null {
  const round = currentRound(dossier, place.gate);
  return round && body !== null ? (countingDecision(dossier, round, body) ?? null) : null;
}

function bodyFields(context: FormContext, body: BodyId | null): Field[] {
  if (body !== null) return [{ name: 'body', label: words.body, kind: 'hidden', value: body }];
  const { plan } = context.reading.dossier;
  const choices = toBeDecided(context).map((one) => ({ value: one, label: titleOf(plan, one) }));
  return [{ name: 'body', label: words.body, kind: 'select', required: true, choices }];
}

function replacing({ query }: FormContext): Field[] {
  const field = (name: string, value: string, label: string): Field => ({ name, value, label, kind: 'hidden' });
  if (query.corrigeert !== undefined) return [field('corrects', query.corrigeert, words.correct)];
  return query.herziet === undefined ? [] : [field('revises', query.herziet, words.revise)];
}

const datesOf = ({ query: { corrigeert } }: FormContext, values: Values): FormSection => {
  const isCorrection = corrigeert !== undefined;
  const more = {
    decidedOn: { label: words.decidedOn, hint: words.decidedOnHint, meets: true },
    reason: { hint: isCorrection ? words.correctionReasonHint : words.reasonHint, sometimes: isCorrection },
  };
  const asking = { values, table: 'record-decision', more };
  return {
    fields: (['decidedOn', 'reference', 'reason'] as const).flatMap((name) =>
      fieldsOf(name, decisionFacts[name], asking),
    ),
  };
};

/** Whether the body records it itself. */
const isOwn = ({ person, today }: FormContext, body: BodyId | null): boolean =>
  body !== null && speaksFor(person, body, today);

function perQuestion(questions: { id: string; text: string }[], kinds: Choice[]): FormSection[] {
  if (questions.length < 2) return [];
  const choices = [{ value: '', label: words.same }, ...kinds];
  return [
    {
      folded: words.perQuestion,
      hint: words.perQuestionHint,
      fields: questions.map(({ id, text }) => ({ name: `answers/${id}`, label: text, kind: 'select', choices })),
    },
  ];
}
