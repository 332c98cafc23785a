// What the process lead does to move a dossier on, and what the chair does to take it back: short forms.
import { unvisited } from '../../domain/commands/targets.js';
import { submissionFacts } from '../../domain/facts/of-gates.js';
import type { Paper } from '../../domain/workflow/requirements.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { Alert, Paragraph } from '../../http/page/basics.js';
import type { Field } from '../../http/page/fields.js';
import { Asked } from '../pages/gate.js';
import type { FormSection, Values } from './form.js';
import { defineForm, type FormContext } from './form-kind.js';
import { moreOf, rowsOf } from './fields-of.js';
import { about, gate, phase, short } from './short-forms.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const startPhase = about(phase, 'start-phase', ['on']);
export const completePhase = about(phase, 'complete-phase', ['on']);
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

export const visitBody = about(
  phase,
  'visit-body',
  (context) => {
    const { reading, place } = context;
    const { dossier } = reading;
    const choices = unvisitedIn(dossier, place.phase).map((value) => ({ value, label: titleOf(dossier.plan, value) }));
    return [
      {
        fields: rowsOf('visit-body', ['body', 'on', 'skipped', 'reason'], context.wording, {
          body: { kind: 'select', choices },
          skipped: { kind: 'check' },
        }),
      },
      findings(context),
    ];
  },
  {
    after: ({ at, place }) => at.now.phaseForm(place.phase, 'bezoek'),
    // The next visit is recorded from the same form, until everyone was visited.
    instead: ({ reading: { dossier }, place, at }) =>
      unvisitedIn(dossier, place.phase).length > 0 ? null : at.now.dossier,
  },
);

function unvisitedIn(dossier: Dossier, id: string): string[] {
  const found = dossier.plan.phases.get(id);
  return found ? unvisited(dossier, found) : [];
}

/** So many findings fit in one visit. */
const findingsMax = 6;

const findings = ({ wording }: FormContext): FormSection => ({
  title: wording.processForm.findings,
  hint: wording.processForm.findingsHint,
  fields: Array.from({ length: findingsMax }, (_, i): Field => ({
    name: `findings/bevinding-${i + 1}`,
    label: wording.processForm.finding(i + 1),
    kind: 'lines',
    max: 4000,
  })),
});

export const submitGate = defineForm<'submit-gate'>({
  command: 'submit-gate',
  without: ['option', 'variants'],
  place: ({ gate: id }) => ({ gate: id }),
  rests: ({ reading, place, wording }) => {
    const { rule, electorate, questions, options } = wording.gateView(reading, place.gate);
    return [rule, electorate, questions, options];
  },
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
    return {
      ...short(context.wording, 'submit-gate', view.title, at.now.gate(place.gate), [
        { fields },
        documentsIn(context, view.papers, values),
      ]),
      before: <Asked gate={view} proposed={null} plan={reading.dossier.plan} today={today} />,
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
