// What the process lead does to move a dossier on, and what the chair does to take it back: short forms.
import type { CommandName, PlaceOf } from '../../domain/commands/commands.js';
import { phaseState } from '../../domain/dossier/state.js';
import { gateView } from '../../domain/views/gate-view.js';
import { OnReasonRequest, OnRequest, SubmitGateRequest, VisitBodyRequest } from '../../requests/dossier-requests.js';
import { form as common, labels, processForm as words } from '../../wording/forms.js';
import { Alert, Paragraph } from '../components/basics.js';
import type { Field } from '../components/fields.js';
import { titleOf } from '../pages/body-lines.js';
import { Asked } from '../pages/gate.js';
import type { Form, FormSection } from './form.js';
import { defineForm, type FormContext, type FormKind } from './form-kind.js';

const dayField = (label: string): Field => ({ name: 'on', label, kind: 'day', required: true });
const reasonField: Field = { name: 'reason', label: common.reason, kind: 'lines', required: true, max: 4000 };

const phaseTitle = ({ reading, place }: FormContext): string =>
  reading.dossier.plan.phases.get(place.phase)?.title ?? place.phase;

/** A form with one section, back to the dossier when it is cancelled. */
const short = (command: CommandName, kicker: string, { at }: FormContext, fields: Field[]): Form => ({
  title: labels[command],
  kicker,
  submit: labels[command],
  cancel: at.now.dossier,
  sections: [{ fields }],
});

/** What moves a phase: a form of a few fields, and back to the dossier. */
const moving = <N extends 'start-phase' | 'complete-phase' | 'rework-phase'>(
  command: N,
  shape: FormKind<N>['shape'],
  fields: Field[],
): FormKind =>
  defineForm<N>({
    ...{ command, shape },
    place: ({ phase }) => ({ phase }) as PlaceOf<N>, // each of the three is at a phase
    form: (context) => short(command, phaseTitle(context), context, fields),
    after: ({ at }) => at.now.dossier,
  });

export const startPhase = moving('start-phase', OnRequest, [dayField(words.startedOn)]);
export const completePhase = moving('complete-phase', OnRequest, [dayField(words.completedOn)]);
export const reworkPhase = moving('rework-phase', OnReasonRequest, [dayField(common.on), reasonField]);

export const reopenGate = defineForm<'reopen-gate'>({
  command: 'reopen-gate',
  shape: OnReasonRequest,
  place: ({ gate }) => ({ gate }),
  form: (context) => {
    const { title } = gateView(context.reading, context.place.gate);
    const fields = [dayField(common.on), reasonField];
    return { ...short('reopen-gate', title, context, fields), cancel: context.at.now.gate(context.place.gate) };
  },
  after: ({ at, place }) => at.now.gate(place.gate),
});

export const stopDossier = defineForm<'stop-dossier'>({
  command: 'stop-dossier',
  shape: OnReasonRequest,
  place: () => ({}),
  confirmed: { title: common.confirmTitle, submit: labels['stop-dossier'] },
  form: (context) => ({
    ...short('stop-dossier', context.reading.dossier.title ?? '', context, [dayField(common.on), reasonField]),
    before: (
      <Alert tone="warning">
        <Paragraph>{words.stopHint}</Paragraph>
      </Alert>
    ),
  }),
  after: ({ at }) => at.now.dossier,
});

export const visitBody = defineForm<'visit-body'>({
  command: 'visit-body',
  shape: VisitBodyRequest,
  place: ({ phase }) => ({ phase }),
  form: (context) => {
    const { dossier } = context.reading;
    const made = new Set(phaseState(dossier, context.place.phase).visits.map(({ body }) => body));
    const bodies = (dossier.plan.phases.get(context.place.phase)?.visits ?? []).filter((body) => !made.has(body));
    const choices = bodies.map((value) => ({ value, label: titleOf(dossier.plan, value) }));
    const form = short('visit-body', phaseTitle(context), context, [
      { name: 'body', label: words.visited, kind: 'select', required: true, choices },
      dayField(words.visitedOn),
      { name: 'skipped', label: words.skipped, kind: 'check', hint: words.skippedHint },
      { ...reasonField, required: false },
    ]);
    return { ...form, sections: [...form.sections, findings] };
  },
  after: ({ at, place }) => at.now.phaseForm(place.phase, 'bezoek'),
  // The next visit is recorded from the same form, until everyone was visited.
  instead: ({ reading: { dossier }, place, at }) => {
    const all = dossier.plan.phases.get(place.phase)?.visits.length ?? 0;
    return phaseState(dossier, place.phase).visits.length < all ? null : at.now.dossier;
  },
});

/** So many findings fit in one visit. */
const findingsMax = 6;

const findings: FormSection = {
  title: words.findings,
  hint: words.findingsHint,
  fields: Array.from({ length: findingsMax }, (_, i): Field => ({
    ...{ name: `findings/bevinding-${i + 1}`, label: words.finding(i + 1), kind: 'lines', max: 4000 },
  })),
};

export const submitGate = defineForm<'submit-gate'>({
  command: 'submit-gate',
  shape: SubmitGateRequest,
  place: ({ gate }) => ({ gate }),
  form: (context) => {
    const { reading, place, today, at } = context;
    const gate = gateView(reading, place.gate);
    const choices = gate.options.map(({ id, title }) => ({ value: id, label: title }));
    const option: Field = { name: 'option', label: words.option, kind: 'select', required: true, choices };
    const form = short('submit-gate', gate.title, context, [
      dayField(words.submittedOn),
      { name: 'replyBy', label: words.replyBy, kind: 'day' },
      ...(choices.length > 0 ? [option] : []),
      { name: 'proposal/title', label: words.proposal, kind: 'text', max: 200 },
      { name: 'proposal/url', label: words.proposalUrl, kind: 'url', max: 2000 },
    ]);
    return {
      ...form,
      cancel: at.now.gate(place.gate),
      before: <Asked gate={gate} proposed={null} plan={reading.dossier.plan} today={today} />,
    };
  },
  after: ({ at, place }) => at.now.gate(place.gate),
});
