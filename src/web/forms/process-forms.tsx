// What the process lead does to move a dossier on, and what the chair does to take it back: short forms.
import { refusalOf } from '../../domain/commands/commands.js';
import { unvisited } from '../../domain/commands/targets.js';
import { submissionFacts } from '../../domain/facts/of-gates.js';
import type { Paper } from '../../domain/workflow/requirements.js';
import { completionFacts, visitFacts } from '../../domain/facts/of-phases.js';
import { Alert, Paragraph } from '../../http/page/basics.js';
import type { Field } from '../../http/page/fields.js';
import { Asked } from '../pages/asked.js';
import type { FormSection, Values } from './form.js';
import { defineForm, type FormContext } from './form-kind.js';
import { moreOf, rowsOf } from './fields-of.js';
import { about, gate, phase, short } from './short-forms.js';
import { papersBefore } from '../../domain/stand/requirements.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const startPhase = about(phase, 'start-phase', ['on']);
/** Where the law asks it, where it was published and from when it holds are asked first; elsewhere they can be said. */
export const completePhase = about(phase, 'complete-phase', ({ reading, place, wording }, values) => {
  const step = reading.dossier.plan.phases.get(place.phase)?.step;
  const isProven = step === 'publication' || step === 'registration';
  const { proofWords: words } = wording;
  const publications: FormSection = {
    fields: rowsOf('complete-phase', ['publications'], wording, { 'publications.where': { required: false } }, values),
    ...moreOf('publications', completionFacts.publications, wording),
    ...(isProven ? { title: words.publication } : { folded: words.publication }),
  };
  const force = rowsOf('complete-phase', ['entersIntoForceOn', 'operationalOn'], wording);
  const evidence: FormSection = {
    folded: words.evidence,
    fields: rowsOf('complete-phase', ['evidence'], wording, {}, values),
    ...moreOf('evidence', completionFacts.evidence, wording),
  };
  const on = { fields: rowsOf('complete-phase', ['on'], wording) };
  return isProven
    ? [on, publications, { fields: force }, evidence]
    : [on, publications, { folded: words.force, fields: force }, evidence];
});
export const reworkPhase = about(phase, 'rework-phase', ['on', 'reason']);
export const reopenGate = about(
  gate,
  'reopen-gate',
  (context) => [
    { hint: context.wording.processForm.reopenHint, fields: rowsOf('reopen-gate', ['on', 'reason'], context.wording) },
  ],
  {
    confirmed: ({ form }) => form.confirmTitle,
  },
);

export const stopDossier = defineForm<'stop-dossier'>({
  command: 'stop-dossier',
  place: () => ({}),
  confirmed: ({ form }) => form.confirmTitle,
  form: (context) => ({
    ...short(context.wording, 'stop-dossier', context.reading.dossier.title ?? '', context.at.now.dossier, [
      { fields: rowsOf('stop-dossier', ['on', 'reason'], context.wording) },
    ]),
    before: (
      <Alert tone="warning">
        <Paragraph>{context.wording.processForm.stopHint}</Paragraph>
      </Alert>
    ),
  }),
  after: ({ at }) => at.now.dossier,
});

export const visitBody = defineForm<'visit-body'>({
  command: 'visit-body',
  place: ({ phase: id }) => ({ phase: id }),
  // Who went is asked of a visit, and by what it was told of who is informed.
  without: ['visitors', 'reference'],
  form: (context, values) => {
    const { reading, place, wording, at } = context;
    const { informedForm } = wording.processForm;
    const { phases } = reading.dossier.plan;
    const { title = place.phase, informs = false } = phases.get(place.phase) ?? {};
    const choices = unvisitedFor(context).map((value) => ({ value, label: titleOf(reading.dossier.plan, value) }));
    const rows = (names: string[]): Field[] =>
      rowsOf(
        'visit-body',
        names,
        wording,
        {
          body: { kind: 'select', choices, ...(informs ? { label: informedForm.body } : {}) },
          on: informs ? { label: informedForm.on } : {},
          skipped: { kind: 'check' },
        },
        values,
      );
    const form = short(wording, 'visit-body', title, at.now.dossier, [
      informs
        ? { fields: rows(['body', 'on', 'reference']) }
        : { fields: rows(['body', 'on', 'visitors']), ...moreOf('visitors', visitFacts.visitors, wording) },
      { fields: rows(['skipped', 'reason']) },
      {
        folded: wording.proofWords.evidence,
        fields: rows(['evidence']),
        ...moreOf('evidence', visitFacts.evidence, wording),
      },
      ...(informs ? [] : [findings(context)]),
    ]);
    return informs ? { ...form, title: informedForm.title, submit: informedForm.title } : form;
  },
  after: ({ at, place }) => at.now.phaseForm(place.phase, 'bezoek'),
  said: (context) => {
    const [body] = unvisitedFor(context);
    return body === undefined ? {} : { body };
  },
  together: (context) => {
    const { at, place, wording } = context;
    const { visits, informed } = wording.gridWords;
    const informs = context.reading.dossier.plan.phases.get(place.phase)?.informs ?? false;
    const label = informs ? informed.title : visits.title;
    return unvisitedFor(context).length > 1 ? { href: at.now.phaseForm(place.phase, 'bezoeken'), label } : null;
  },
  // The next is recorded from the same form, until everyone was visited.
  instead: (context) => (unvisitedFor(context).length > 0 ? null : context.at.now.dossier),
});

/** Of those who were not visited yet, the ones that this person may record; all, where that is nobody, to learn why not. */
function unvisitedFor({ occasion, reading: { dossier }, place }: FormContext): string[] {
  const found = dossier.plan.phases.get(place.phase);
  const all = found ? unvisited(dossier, found) : [];
  const own = all.filter((body) => refusalOf(occasion, 'visit-body', { phase: place.phase }, { body }) === null);
  return own.length > 0 ? own : all;
}

/** So many findings fit in one visit, beside those under the headings of the plan. */
const findingsMax = 6;

function findings({ reading: { dossier }, place, wording }: FormContext): FormSection {
  const headings = dossier.plan.phases.get(place.phase)?.headings ?? [];
  const own = headings.map((id) => ({ id, label: wording.capital(wording.called(id)) }));
  const free = Array.from({ length: findingsMax - headings.length }, (_, i) => ({
    id: `bevinding-${i + 1}`,
    label: wording.processForm.finding(i + 1),
  }));
  return {
    title: wording.processForm.findings,
    hint: wording.processForm.findingsHint,
    fields: [...own, ...free].map(({ id, label }): Field => ({
      name: `findings/${id}`,
      label,
      kind: 'lines',
      max: 4000,
    })),
  };
}

export const submitGate = defineForm<'submit-gate'>({
  command: 'submit-gate',
  confirmed: ({ form }) => form.confirmTitle,
  without: ['option', 'variants'],
  place: ({ gate: id }) => ({ gate: id }),
  // Each round asks its papers anew: those of the one before stand there, to be looked at again.
  begins: ({ occasion, place }) =>
    Object.fromEntries(
      papersBefore(occasion.dossier, place.gate).flatMap(({ title, url, file, paper, scope }, i) =>
        Object.entries({ title, url, file, paper, scope }).map(([name, value]) => [
          `documents/${i}/${name}`,
          value ?? '',
        ]),
      ),
    ),
  form: (context, values) => {
    const { reading, place, today, at } = context;
    const view = context.wording.gateView(reading, place.gate);
    // On a poll each body names its own, and the submission none.
    const choices = view.poll ? [] : view.options.map(({ id, title }) => ({ value: id, label: title }));
    const asked = ['on', 'replyBy', ...(choices.length > 0 ? ['option'] : []), 'proposal'];
    const fields = rowsOf('submit-gate', asked, context.wording, {
      option: { kind: 'select', required: true, choices },
      'proposal.title': { sometimes: true },
    });
    const asks = <Asked gate={view} proposed={null} plan={reading.dossier.plan} today={today} />;
    return {
      ...short(context.wording, 'submit-gate', view.title, at.now.gate(place.gate), [
        { fields },
        documentsIn(context, view.papers, values),
      ]),
      beside: asks,
      will: asks,
    };
  },
  after: ({ at, place }) => at.now.gate(place.gate),
});

/** The papers beside the proposal, each one of those that the plan asks or another. */
function documentsIn({ wording }: FormContext, papers: readonly Paper[], values: Values): FormSection {
  const { requirementPage: words } = wording;
  const none = { value: '', label: words.noneAsked };
  const choices = papers.map(({ id, title, weight }) => ({ value: id, label: `${title} (${words.weights[weight]})` }));
  const fields = rowsOf(
    'submit-gate',
    ['documents'],
    wording,
    { 'documents.paper': { kind: 'select', choices: [none, ...choices] }, 'documents.title': { sometimes: true } },
    values,
  ).filter(({ name }) => !name.endsWith('/sha256') && (papers.length > 0 || !name.endsWith('/paper')));
  return { folded: words.documents, fields, ...moreOf('documents', submissionFacts.documents, wording) };
}
