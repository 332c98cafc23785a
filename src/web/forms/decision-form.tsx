// Recording what a body decided: by its own secretary or clerk, or by the region with evidence; new, corrected or revised.
import { recordsFor, refusalOf } from '../../domain/commands/commands.js';
import { clearable } from '../../domain/commands/decision-reading.js';
import { actOf, decisionsAt } from '../../domain/dossier/acts.js';
import { askedAt } from '../../domain/dossier/electorate.js';
import { currentRound, type Decision } from '../../domain/dossier/state.js';
import { standing } from '../../domain/stand/at-gate.js';
import { hasDecided, isAskedAgain, standOf, type Stand } from '../../domain/stand/stand.js';
import { dueOn } from '../../domain/stand/term.js';
import { newestDecision } from '../../domain/stand/superseded.js';
import type { RefusalCode } from '../../domain/refusal.js';
import type { BodyId, DecisionKind, Id } from '../../domain/vocabulary.js';
import { canSee } from '../../domain/views/visibility.js';
import { withDays } from './offered-days.js';
import { meetingDays } from '../../domain/views/meeting-days.js';
import { askedGate } from '../../domain/views/gate-view.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { signOf } from '../../http/page/sign.js';
import { Asked } from '../pages/asked.js';
import {
  companionSections,
  detailSections,
  evidenceSection,
  kindsIn,
  openedBy,
  optionSection,
  perQuestion,
  type Filling,
} from './decision-sections.js';
import { asPredecessors, predecessorsHint } from './predecessors.js';
import { fieldsOf } from './fields-of.js';
import { asPlanned, seesEvidence, valuesOfDecision } from './decision-values.js';
import { decisionFacts } from '../../domain/facts/of-decisions.js';
import type { Form, FormSection, Values } from './form.js';
import { defineForm, type FormContext } from './form-kind.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const recordDecision = defineForm<'record-decision'>({
  command: 'record-decision',
  without: 'all',
  place: ({ gate }) => ({ gate }),
  said: (context) => {
    const body = context.query.orgaan ?? replaced(context)?.body ?? recordable(context)[0] ?? anyOf(context);
    return body === undefined ? {} : { body };
  },
  begins: (context) => {
    const former = replaced(context);
    if (!former) return { ...asPredecessors(context, bodyAsked(context)), ...asPlanned(context, bodyAsked(context)) };
    return context.query.corrigeert === undefined ? {} : valuesOfDecision(context.reading, former);
  },
  // Another round or another text is another question.
  rests: ({ reading: { dossier }, place }) => {
    const round = currentRound(dossier, place.gate);
    return [round?.number, round?.proposals.map(({ version }) => version)];
  },
  instead: (context) => {
    const { at, place } = context;
    if (replaced(context)) return null;
    const body = bodyAsked(context);
    const left = askedAgain(context, body);
    if (left) return at.now.decide(place.gate, { revises: left.id });
    const decided = decidedBy(context, body);
    if (decided) return at.now.decision(place.gate, decided.id);
    const isPut = currentRound(context.reading.dossier, place.gate) !== null;
    return (body === null || !isPut) && toBeDecided(context).length === 0 ? at.now.gate(place.gate) : null;
  },
  together: (context) => {
    const { at, place, query, wording } = context;
    const isForOne = query.orgaan !== undefined || replaced(context) !== null;
    if (isForOne || toBeDecided(context).length < 2) return null;
    return { href: at.now.form(place.gate, 'namens-organen'), label: wording.gridWords.decisions.title };
  },
  form,
  after: ({ at, place }, { reading: { dossier } }) => {
    const recorded = newestDecision(dossier, place.gate);
    return recorded ? at.now.decision(place.gate, recorded.id) : at.now.gate(place.gate);
  },
});

function form(context: FormContext, values: Values): Form {
  const { capital, choiceLabel, decisionForm: words, decisionWords } = context.wording;
  const { reading, place, at, query } = context;
  const { plan } = reading.dossier;
  const gate = askedGate(reading, place.gate);
  const body = bodyAsked(context);
  const former = replaced(context);
  const filling = { wording: context.wording, dossier: reading.dossier, gate, body, values };
  const choice = (kind: DecisionKind): Choice => ({
    value: kind,
    label: choiceLabel(kind, gate.verb),
    hint: words.hints[kind],
    sign: signOf(kind),
    opens: openedBy(gate, kind),
  });
  const { named, beside } = kindsIn(filling);
  const kinds = named.map(choice);
  const others = beside.map((kind): Choice => ({
    ...choice(kind),
    label: capital(decisionWords[kind]),
    sign: undefined,
  }));
  const title = query.corrigeert ? words.correct : query.herziet ? words.revise : words.submit;
  // Who is chosen from a list may have decided on an older text: then this is said of that decision.
  const again = former ? null : askedAgain(context, values.body ?? null);
  return {
    title,
    kicker: body === null ? gate.title : titleOf(plan, body),
    submit: query.corrigeert ? words.submitCorrection : words.submit,
    cancel: former ? at.now.decision(place.gate, former.id) : at.now.gate(place.gate),
    ...(again ? { adds: { revises: again.id } } : {}),
    ...(former && query.corrigeert ? { adds: { clears: cleared(context, former, values) } } : {}),
    beside: <WhatIsAsked context={context} />,
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
            groups: others.length > 0 ? [{ title: words.beside, hint: words.besideHint, choices: others }] : [],
            label: body === null ? words.whatOf : words.what(titleOf(plan, body)),
          },
          ...replacing(context),
        ],
      },
      ...companionSections(filling),
      ...optionSection(gate, context.wording),
      datesOf(context, body, values),
      ...evidenceIn(context, filling, former),
      ...perQuestion(gate.questions, [...kinds, ...others], context.wording),
      ...detailSections(filling),
      ...neverSection(context),
    ],
  };
}

/** A correction does not ask for papers of which some are not for who makes it: they stay as they are. */
function evidenceIn(context: FormContext, filling: Filling, former: Decision | null): FormSection[] {
  const stays = context.query.corrigeert !== undefined && former && !seesEvidence(context.reading.viewer, former);
  return stays ? [] : [evidenceSection(filling, isOwn(context, filling.body))];
}

/** Made when it is shown: whoever sends the form needs nothing of it. */
function WhatIsAsked({ context }: { context: FormContext }) {
  const { reading, place, today, wording } = context;
  const round = currentRound(reading.dossier, place.gate);
  const { option = null } = round ?? {};
  const own = round && dueOn(round, bodyAsked(context) ?? '', today);
  const gate = wording.gateView(reading, place.gate);
  return <Asked gate={gate} proposed={option} plan={reading.dossier.plan} today={today} own={own} brief />;
}

/** What one must know of the decision that is replaced. */
function hintOf(context: FormContext): { hint?: string } {
  const { decisionForm: words } = context.wording;
  const { corrigeert, herziet } = context.query;
  if (corrigeert !== undefined)
    return { hint: waitsForBody(context, corrigeert) ? words.correctWaits : words.correctHint };
  if (herziet === undefined) return predecessorsHint(context, bodyAsked(context));
  const former = replaced(context);
  return { hint: askedAgain(context, former?.body ?? null) ? words.againHint : words.reviseHint };
}

/** Whether a correction by this person only stands beside what the body itself said. */
function waitsForBody({ reading: { dossier }, place, occasion }: FormContext, corrects: Id): boolean {
  const act = actOf(dossier, place.gate, corrects);
  return act !== undefined && act.own && !recordsFor(occasion, act.body);
}

/** The bodies for which this person may record here. */
export const recordable = (context: FormContext): BodyId[] =>
  (currentRound(context.occasion.dossier, context.place.gate)?.electorate ?? []).filter(
    (body) => refusedFor(context, body) === undefined,
  );

/** Why this person may not record here for a body. */
const refusedFor = ({ occasion, place }: FormContext, body: BodyId): RefusalCode | undefined =>
  refusalOf(occasion, 'record-decision', { gate: place.gate }, { body })?.code;

/** Of those, the ones that have still to decide, or are asked again. */
export const toBeDecided = (context: FormContext, bodies = recordable(context)): BodyId[] =>
  bodies.filter((body) => decidedBy(context, body) === null || askedAgain(context, body) !== null);

/** The decision of a body that a newer text left behind. */
export function askedAgain(context: FormContext, body: BodyId | null): Decision | null {
  const round = currentRound(context.reading.dossier, context.place.gate);
  const decision = body === null ? null : (standIn(context, body)?.decision ?? null);
  return round && decision && isAskedAgain(round, decision, context.today) ? decision : null;
}

/** What a body decided, as far as this person may know: the body itself knows what it keeps to itself. */
export function decidedBy(context: FormContext, body: BodyId | null): Decision | null {
  const stand = body === null ? null : standIn(context, body);
  if (!stand || body === null) return null;
  if (stand.hidden && recordsFor(context.occasion, body)) return stand.hidden;
  return hasDecided(stand) ? stand.decision : null;
}

/** How a body stands in the round that the gate is in; null while it is not put. */
export function standIn({ reading: { dossier }, place, today: day }: FormContext, body: BodyId): Stand | null {
  const round = currentRound(dossier, place.gate);
  if (!round) return null;
  const { gate } = place;
  return (
    standing(dossier, gate, round, day).standOf.get(body) ??
    standOf({ dossier, id: gate, gate: round.terms.gate, round, day }, body)
  );
}

/** Any body of the electorate, to learn why this person may record for none. */
const anyOf = ({ reading: { dossier }, place }: FormContext): BodyId | undefined =>
  currentRound(dossier, place.gate)?.electorate[0];

/** For whom the decision is, also where it can no longer be recorded; null while the region has still to choose. */
function bodyAsked(context: FormContext): BodyId | null {
  const former = replaced(context);
  if (former) return former.body;
  const bodies = askedAt(context.occasion.dossier, context.place.gate).filter((body) =>
    [undefined, 'not-in-this-state'].includes(refusedFor(context, body)),
  );
  const named = bodies.find((body) => body === context.query.orgaan);
  return named ?? (bodies.length === 1 ? (bodies[0] ?? null) : null);
}

function replaced({ reading, place, query }: FormContext): Decision | null {
  const id = query.corrigeert ?? query.herziet;
  return (
    decisionsAt(reading.dossier, place.gate).find((decision) => decision.id === id && canSee(reading, decision)) ?? null
  );
}

/** The fields that held something when the correction began, and were emptied. */
function cleared({ reading }: FormContext, former: Decision, values: Values): string[] {
  const fieldsIn = (all: Values) =>
    new Set(Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [name.split('/')[0] ?? name])));
  const said = fieldsIn(values);
  return [...fieldsIn(valuesOfDecision(reading, former))].filter((name) => clearable.includes(name) && !said.has(name));
}

function bodyFields(context: FormContext, body: BodyId | null): Field[] {
  if (body !== null) return [{ name: 'body', label: context.wording.decisionForm.body, kind: 'hidden', value: body }];
  const { plan } = context.reading.dossier;
  const choices = toBeDecided(context).map((one) => ({ value: one, label: titleOf(plan, one) }));
  return [{ name: 'body', label: context.wording.decisionForm.body, kind: 'select', required: true, choices }];
}

function replacing({ query, wording: { decisionForm: words } }: FormContext): Field[] {
  const field = (name: string, value: string, label: string): Field => ({ name, value, label, kind: 'hidden' });
  if (query.corrigeert !== undefined) return [field('corrects', query.corrigeert, words.correct)];
  return query.herziet === undefined ? [] : [field('revises', query.herziet, words.revise)];
}

const datesOf = ({ wording, reading, place, query, calendars }: FormContext, body: BodyId | null, values: Values) => {
  const { decisionForm: words } = wording;
  const offered = body === null ? null : meetingDays(reading, calendars, place.gate, body);
  const isCorrection = query.corrigeert !== undefined;
  const more = {
    decidedOn: { label: words.decidedOn, meets: true, ...withDays(offered, wording, words.decidedOnHint) },
    reason: { hint: isCorrection ? words.correctionReasonHint : words.reasonHint, sometimes: isCorrection },
  };
  const asking = { wording, values, table: 'record-decision', more };
  return {
    fields: (['decidedOn', 'reference', 'reason'] as const).flatMap((name) =>
      fieldsOf(name, decisionFacts[name], asking, name === 'decidedOn'),
    ),
  };
};

/** A correction can also say that there was no such decision, or that it belongs to another dossier. */
function neverSection(context: FormContext): FormSection[] {
  const { query, wording } = context;
  if (query.corrigeert === undefined) return [];
  const { name = '', hint = '' } = wording.wordsOfFact('noDecision') ?? {};
  const choices = [{ value: 'ja', label: wording.yesNoWords.ja }];
  return [
    { folded: name, hint, fields: [{ name: 'noDecision', kind: 'select', label: name, yesNo: true, choices }] },
    ...elsewhereSection(context),
  ];
}

/** Two dossiers may bear one title: the day of their start tells them apart. */
function elsewhereSection(context: FormContext): FormSection[] {
  const { others, wording } = context;
  const { name = '', hint = '' } = wording.wordsOfFact('belongsTo') ?? {};
  const known = others.map(({ id: value, title, startedOn }): Choice => {
    return { value, label: wording.decisionForm.dossierOf(title, startedOn) };
  });
  const said = replaced(context)?.belongsTo ?? null;
  const isKnown = said === null || others.some(({ id }) => id === said);
  const choices = isKnown ? known : [...known, { value: said, label: wording.receipt.unseenDossier }];
  if (choices.length === 0) return [];
  return [{ folded: name, hint, fields: [{ name: 'belongsTo', kind: 'select', label: name, choices }] }];
}

/** Whether the body records it itself. */
const isOwn = ({ occasion }: FormContext, body: BodyId | null): boolean => body !== null && recordsFor(occasion, body);
