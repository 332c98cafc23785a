// Recording that parties went on as one: those mergers are offered that the register has and the record has not.
import { dueMergers, type DueMerger } from '../../domain/commands/merge-parties.js';
import type { Wording } from '../../wording/wording.js';
import type { Field } from '../../http/page/fields.js';
import { rowsOf } from './fields-of.js';
import { defineForm, type FormContext } from './form-kind.js';
import { short } from './short-forms.js';

/** Under the name of what it stands for in the request, so that what is wrong with that finds it. */
const mergerField = 'into/merger';

export const mergeParties = defineForm<'merge-parties'>({
  command: 'merge-parties',
  place: () => ({}),
  confirmed: ({ form }) => form.confirmTitle,
  form: (context, values) => {
    const due = dueIn(context);
    const chosen = due.find((one) => valueOf(one) === values[mergerField]) ?? due[0];
    const { wording, reading, at } = context;
    return {
      ...short(wording, 'merge-parties', reading.dossier.title ?? '', at.now.dossier, [
        {
          hint: wording.mergerForm.hint,
          fields: [whichField(due, wording), ...rowsOf('merge-parties', ['reason', 'reference'], wording)],
        },
      ]),
      ...(chosen ? { adds: { from: chosen.from.map(({ id }) => id), into: chosen.into.id } } : {}),
    };
  },
  after: ({ at }) => at.now.dossier,
  instead: (context) => (dueIn(context).length === 0 ? context.at.now.dossier : null),
});

/** Those that can be recorded now; of what was played back nobody keeps the record. */
export const dueIn = ({ occasion: { dossier, plans }, today }: FormContext): DueMerger[] =>
  dossier.source === null ? dueMergers(dossier, plans.register, dossier.endedOn ?? today) : [];

const valueOf = ({ from, into }: DueMerger): string => `${from.map(({ id }) => id).join('+')}>${into.id}`;

const whichField = (due: readonly DueMerger[], { mergerForm: words, partiesMerged }: Wording): Field => ({
  name: mergerField,
  label: words.which,
  kind: 'select',
  required: true,
  steers: true,
  choices: due.map((one) => ({
    value: valueOf(one),
    label: words.since(partiesMerged({ from: one.from.map(({ name }) => name), into: one.into.name }), one.on),
  })),
});
