// What the process lead does to move a dossier on, and what the chair does to take it back: short forms.
import { phaseState } from '../../domain/dossier/state.js';
import { gateView } from '../../wording/views.js';
import { form as common, labels } from '../../wording/forms.js';
import { processForm as words } from '../../wording/process-forms.js';
import { Alert, Paragraph } from '../../http/page/basics.js';
import type { Field } from '../../http/page/fields.js';
import { Asked } from '../pages/gate.js';
import type { FormSection } from './form.js';
import { defineForm } from './form-kind.js';
import { rowsOf } from './fields-of.js';
import { about, gate, phase, short } from './short-forms.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const startPhase = about(phase, 'start-phase', [{ fields: rowsOf('start-phase', ['on']) }]);
export const completePhase = about(phase, 'complete-phase', [{ fields: rowsOf('complete-phase', ['on']) }]);
export const reworkPhase = about(phase, 'rework-phase', [{ fields: rowsOf('rework-phase', ['on', 'reason']) }]);
export const reopenGate = about(
  gate,
  'reopen-gate',
  [{ hint: words.reopenHint, fields: rowsOf('reopen-gate', ['on', 'reason']) }],
  {
    confirmed: { title: common.confirmTitle, submit: labels['reopen-gate'] },
  },
);

export const stopDossier = defineForm<'stop-dossier'>({
  command: 'stop-dossier',
  place: () => ({}),
  confirmed: { title: common.confirmTitle, submit: labels['stop-dossier'] },
  form: (context) => ({
    ...short('stop-dossier', context.reading.dossier.title ?? '', context.at.now.dossier, [
      { fields: rowsOf('stop-dossier', ['on', 'reason']) },
    ]),
    before: (
      <Alert tone="warning">
        <Paragraph>{words.stopHint}</Paragraph>
      </Alert>
    ),
  }),
  after: ({ at }) => at.now.dossier,
});

export const visitBody = about(
  phase,
  'visit-body',
  ({ reading: { dossier }, place }) => {
    const made = new Set(phaseState(dossier, place.phase).visits.map(({ body }) => body));
    const bodies = (dossier.plan.phases.get(place.phase)?.visits ?? []).filter((body) => !made.has(body));
    const choices = bodies.map((value) => ({ value, label: titleOf(dossier.plan, value) }));
    return [
      {
        fields: rowsOf('visit-body', ['body', 'on', 'skipped', 'reason'], {
          body: { kind: 'select', choices },
          skipped: { kind: 'check' },
        }),
      },
      findings,
    ];
  },
  {
    after: ({ at, place }) => at.now.phaseForm(place.phase, 'bezoek'),
    // The next visit is recorded from the same form, until everyone was visited.
    instead: ({ reading: { dossier }, place, at }) => {
      const all = dossier.plan.phases.get(place.phase)?.visits.length ?? 0;
      return phaseState(dossier, place.phase).visits.length < all ? null : at.now.dossier;
    },
  },
);

/** So many findings fit in one visit. */
const findingsMax = 6;

const findings: FormSection = {
  title: words.findings,
  hint: words.findingsHint,
  fields: Array.from({ length: findingsMax }, (_, i): Field => ({
    name: `findings/bevinding-${i + 1}`,
    label: words.finding(i + 1),
    kind: 'lines',
    max: 4000,
  })),
};

export const submitGate = defineForm<'submit-gate'>({
  command: 'submit-gate',
  without: ['option', 'variants'],
  place: ({ gate: id }) => ({ gate: id }),
  form: (context) => {
    const { reading, place, today, at } = context;
    const view = gateView(reading, place.gate);
    // On a poll each body names its own, and the submission none.
    const choices = view.poll ? [] : view.options.map(({ id, title }) => ({ value: id, label: title }));
    const asked = ['on', 'replyBy', ...(choices.length > 0 ? ['option'] : []), 'proposal'];
    const fields = rowsOf('submit-gate', asked, {
      option: { kind: 'select', required: true, choices },
      'proposal.title': { sometimes: true },
    });
    return {
      ...short('submit-gate', view.title, at.now.gate(place.gate), [{ fields }]),
      before: <Asked gate={view} proposed={null} plan={reading.dossier.plan} today={today} />,
    };
  },
  after: ({ at, place }) => at.now.gate(place.gate),
});
