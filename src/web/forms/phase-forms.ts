// What the process lead keeps of a phase beside its start and end: its plan,
// what became of a meeting, and what it waits for.
import { meetingsOf } from '../../domain/dossier/meetings.js';
import { plannedOf } from '../../domain/dossier/state.js';
import { factsView } from '../../domain/views/fact-view.js';
import { goalsView } from '../../domain/views/meeting-view.js';
import { meetingForm as words, planForm } from '../../wording/process-forms.js';
import { windowWords } from '../../wording/dates.js';
import { meetingStatusWords } from '../../wording/words.js';
import type { Field } from '../../http/page/fields.js';
import type { FormContext } from './form-kind.js';
import { rowsOf } from './fields-of.js';
import { about, dossier, phase } from './short-forms.js';

/** A day on which people meet, where it is asked at all. */
const held = { required: true, meets: true };

const choice = (value: 'held' | 'moved' | 'cancelled') => ({ value, label: words.outcomes[value] });

/** The meetings of the phase, the first of which something is due chosen beforehand. */
function expectedField({ reading: { dossier }, place, today }: FormContext): Field[] {
  const found = dossier.plan.phases.get(place.phase);
  const meetings = found ? meetingsOf(dossier, found, today) : [];
  const due = meetings.find(({ status }) => status === 'missed' || status === 'moved' || status === 'expected');
  const choices = meetings.map(({ expectedOn, status }) => ({
    value: expectedOn,
    label: words.choice(expectedOn, meetingStatusWords[status]),
  }));
  return rowsOf('record-meeting', ['expectedOn'], { expectedOn: { kind: 'select', choices, value: due?.expectedOn } });
}

function goalFields({ reading: { dossier }, place }: FormContext): Field[] {
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
            choices: [choice('held'), choice('moved'), choice('cancelled')],
          },
        ],
      },
      { when: 'held', fields: rowsOf('record-meeting', ['heldOn'], { heldOn: held }) },
      ...(goals.length > 0 ? [{ when: 'held', title: words.values, hint: words.valuesHint, fields: goals }] : []),
      { when: 'moved', fields: rowsOf('record-meeting', ['movedTo'], { movedTo: held }) },
      {
        when: 'cancelled',
        fields: [{ name: 'cancelled', label: words.outcomes.cancelled, kind: 'hidden', value: 'ja', yesNo: true }],
      },
      { fields: rowsOf('record-meeting', ['reason']) },
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
  ({ reading }) => [
    {
      fields: rowsOf('record-fact', ['fact', 'on', 'source'], {
        fact: { kind: 'select', choices: factsView(reading).map(({ id, title }) => ({ value: id, label: title })) },
      }),
    },
  ],
  { instead: ({ reading, at }) => (factsView(reading).length > 0 ? null : at.now.dossier) },
);

export const planPhase = about(phase, 'plan-phase', ({ reading, place }) => {
  const found = reading.dossier.plan.phases.get(place.phase);
  return [
    {
      ...(found ? { hint: planForm.hint(windowWords(plannedOf(reading.dossier, found))) } : {}),
      fields: rowsOf('plan-phase', ['on', 'from', 'until', 'reason']),
    },
  ];
});
