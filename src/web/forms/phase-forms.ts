// What the process lead keeps of a phase beside its start and end: its plan,
// what became of a meeting, and what it waits for.
import { meetingsOf } from '../../domain/dossier/meetings.js';
import { plannedOf } from '../../domain/dossier/state.js';
import { factsView } from '../../domain/views/fact-view.js';
import type { Window } from '../../domain/calendar.js';
import { goalsView } from '../../domain/views/meeting-view.js';
import type { Field } from '../../http/page/fields.js';
import type { FormContext } from './form-kind.js';
import { rowsOf } from './fields-of.js';
import { about, dossier, phase } from './short-forms.js';

/** A day on which people meet, where it is asked at all. */
const held = { required: true, meets: true };

const outcomes = ['held', 'moved', 'cancelled'] as const;

/** The meetings of the phase, the first of which something is due chosen beforehand. */
function expectedField({ reading: { dossier }, place, today, wording }: FormContext): Field[] {
  const found = dossier.plan.phases.get(place.phase);
  const meetings = found ? meetingsOf(dossier, found, today) : [];
  const due = meetings.find(({ status }) => status === 'missed' || status === 'moved' || status === 'expected');
  const choices = meetings.map(({ expectedOn, status }) => ({
    value: expectedOn,
    label: wording.meetingForm.choice(expectedOn, wording.meetingStatusWords[status]),
  }));
  return rowsOf('record-meeting', ['expectedOn'], wording, {
    expectedOn: { kind: 'select', choices, value: due?.expectedOn },
  });
}

function goalFields({ reading: { dossier }, place, wording: { meetingForm: words } }: FormContext): Field[] {
  const found = dossier.plan.phases.get(place.phase);
  return (found ? goalsView(found) : []).map(({ id, title, unit }) => ({
    name: `values/${id}`,
    label: words.goal(title, unit),
    kind: 'text',
    max: 200,
  }));
}

export const recordMeeting = about(
  phase,
  'record-meeting',
  (context) => {
    const { wording } = context;
    const { meetingForm: words } = wording;
    const goals = goalFields(context);
    return [
      {
        fields: [
          ...expectedField(context),
          {
            name: 'what',
            label: words.what,
            kind: 'radio',
            required: true,
            steers: true,
            choices: outcomes.map((value) => ({ value, label: words.outcomes[value] })),
          },
        ],
      },
      { when: 'held', fields: rowsOf('record-meeting', ['heldOn'], wording, { heldOn: held }) },
      ...(goals.length > 0 ? [{ when: 'held', title: words.values, hint: words.valuesHint, fields: goals }] : []),
      { when: 'moved', fields: rowsOf('record-meeting', ['movedTo'], wording, { movedTo: held }) },
      {
        when: 'cancelled',
        fields: [{ name: 'cancelled', label: words.outcomes.cancelled, kind: 'hidden', value: 'ja', yesNo: true }],
      },
      { fields: rowsOf('record-meeting', ['reason'], wording) },
    ];
  },
  {
    instead: ({ reading: { dossier }, place, at }) =>
      dossier.plan.phases.get(place.phase)?.recurs ? null : at.now.dossier,
  },
);

export const recordFact = about(
  dossier,
  'record-fact',
  ({ reading, wording }) => [
    {
      fields: rowsOf('record-fact', ['fact', 'on', 'source'], wording, {
        fact: { kind: 'select', choices: factsView(reading).map(({ id, title }) => ({ value: id, label: title })) },
      }),
    },
  ],
  { instead: ({ reading, at }) => (factsView(reading).length > 0 ? null : at.now.dossier) },
);

/** When the phase is planned now. */
const plannedNow = ({ reading: { dossier }, place }: FormContext): Window | null => {
  const found = dossier.plan.phases.get(place.phase);
  return found ? plannedOf(dossier, found) : null;
};

export const planPhase = about(
  phase,
  'plan-phase',
  (context) => {
    const planned = plannedNow(context);
    const { planForm, windowWords } = context.wording;
    return [
      {
        ...(planned ? { hint: planForm.hint(windowWords(planned)) } : {}),
        fields: rowsOf('plan-phase', ['on', 'from', 'until', 'reason'], context.wording),
      },
    ];
  },
  {
    rests: plannedNow,
    together: ({ reading: { dossier }, at, wording }) =>
      dossier.plan.phases.size > 1 ? { href: at.now.plans, label: wording.gridWords.plans.title } : null,
  },
);
