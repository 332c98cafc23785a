// Answering a condition: the chair adopts, carries or rejects; the body says that it is met, waives it, or disputes.
import { rehearse } from '../../domain/commands/commands.js';
import { statusOf } from '../../domain/dossier/state.js';
import { conditionAnswers, type ConditionAnswer } from '../../domain/vocabulary.js';
import { conditionView } from '../../domain/views/decision-view.js';
import type { Wording } from '../../wording/wording.js';
import type { Choice, Field } from '../../http/page/fields.js';
import type { Form } from './form.js';
import { rowsOf } from './fields-of.js';
import { defineForm, type FormContext } from './form-kind.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const conditionForm = defineForm<'answer-condition'>({
  command: 'answer-condition',
  place: ({ gate, condition }) => ({ gate, condition }),
  form,
  rests: ({ reading, place }) => {
    const condition = reading.dossier.conditions[place.condition];
    return condition && conditionView(reading, condition);
  },
  instead: (context) => (answersFor(context).length > 0 ? null : context.at.now.gate(context.place.gate)),
  after: ({ at, place }) => at.now.gate(place.gate),
});

function form(context: FormContext): Form {
  const { conditionForm: words, effectWords, conditionWords } = context.wording;
  const { reading, place, at } = context;
  const condition = reading.dossier.conditions[place.condition];
  if (!condition) throw new Error(`condition ${place.condition} was found and is not there`);
  const { body, text, effect, status } = conditionView(reading, condition);
  const choices = answersFor(context);
  return {
    title: words.title,
    kicker: words.of(titleOf(reading.dossier.plan, body)),
    submit: words.submit,
    cancel: at.now.gate(place.gate),
    before: (
      <blockquote className="sluis-asked">
        <p className="sluis-lines">{text}</p>
        <p className="sluis-quiet">
          {effectWords[effect]}, {conditionWords[status]}
        </p>
      </blockquote>
    ),
    sections: [
      { fields: rowsOf('answer-condition', ['answer'], context.wording, { answer: { kind: 'radio', choices } }) },
      ...(choices.some(({ value }) => value === 'carried')
        ? [
            {
              when: 'carried',
              fields: rowsOf('answer-condition', ['phase'], context.wording, {
                phase: { kind: 'select', sometimes: true, choices: otherGates(context) },
              }),
            },
          ]
        : []),
      {
        fields: rowsOf('answer-condition', ['on', 'reason'], context.wording, {
          reason: reasonFor(choices, context.wording),
        }),
      },
    ],
  };
}

/** With which of the answers that can be given a reason is asked. */
function reasonFor(choices: Choice[], { conditionForm: words }: Wording): Pick<Field, 'hint' | 'sometimes'> {
  const asking = (['rejected', 'waived'] as const).filter((one) => choices.some(({ value }) => value === one));
  const hint = asking.map((one) => words.reasonHint[one]).join(' ');
  return hint === '' ? {} : { hint, sometimes: true };
}

/** The answers that this person may give to it as it stands. */
function answersFor(context: FormContext): Choice[] {
  const { occasion, today, place } = context;
  const later = otherGates(context)[0]?.value;
  const fits = (answer: ConditionAnswer): boolean => {
    const asked = {
      answer,
      on: today,
      reason: context.wording.conditionForm.what,
      ...(answer === 'carried' && later ? { phase: later } : {}),
    };
    return rehearse(occasion, 'answer-condition', place, { payload: asked }) === null;
  };
  return conditionAnswers.filter(fits).map((value) => ({ value, label: context.wording.conditionForm.answers[value] }));
}

/** The conditions to which this person may give some answer now. */
export const answerableAmong = (
  context: FormContext,
  conditions: { id: string; gate: string }[],
): ReadonlySet<string> =>
  new Set(
    conditions
      .filter(({ id, gate }) => answersFor({ ...context, place: { ...context.place, gate, condition: id } }).length > 0)
      .map(({ id }) => id),
  );

const otherGates = ({ reading: { dossier }, place }: FormContext): Choice[] =>
  [...dossier.plan.gates.keys()]
    .filter((gate) => gate !== place.gate && statusOf(dossier, gate) !== 'passed')
    .map((gate) => ({ value: gate, label: dossier.plan.phases.get(gate)?.title ?? gate }));
