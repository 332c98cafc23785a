// Forms of a few fields: about a phase, a gate or a decision, and back to where it is shown.
import type { CommandName } from '../../domain/commands/commands.js';
import { decisionAt } from '../../domain/commands/targets.js';
import { askedAt } from '../../domain/workflow/asks.js';
import { erased } from '../../domain/facts/shown.js';
import { meetingForms } from '../../domain/vocabulary.js';
import { canSee } from '../../domain/views/visibility.js';
import type { Wording } from '../../wording/wording.js';
import type { Addresses } from '../pages/addresses.js';
import type { Field } from '../../http/page/fields.js';
import type { Form, FormSection, Values } from './form.js';
import { rowsOf } from './fields-of.js';
import { defineForm, type FormContext, type FormKind, type Place } from './form-kind.js';
import { titleOf } from '../../domain/workflow/plan.js';

/** Where it was concluded. */
export const meetingFields = (
  command: 'rule-gate' | 'amend-rule' | 'migrate-dossier' | 'change-electorate',
  required: boolean,
  wording: Wording,
): Field[] =>
  rowsOf(command, ['meeting'], wording, {
    'meeting.form': {
      required,
      choices: meetingForms.map((value) => ({ value, label: wording.capital(wording.meetingWords[value] ?? value) })),
    },
  });

/** A form named after its command, about this, back to there when it is cancelled. */
export const short = (
  { labels }: Wording,
  command: CommandName,
  kicker: string,
  cancel: string,
  sections: FormSection[],
): Form => ({
  title: labels[command],
  submit: labels[command],
  kicker,
  cancel,
  sections,
});

/** What a short form is about: the part of the place that its command takes, its title, and where it is shown. */
interface Subject {
  place(place: Place): object;
  title(context: FormContext): string;
  shown(at: Addresses, place: Place): string;
  /** What must be known of it, where its title does not say it. */
  about?(context: FormContext): NonNullable<Form['about']>;
}

export const dossier: Subject = {
  place: () => ({}),
  title: ({ reading }) => reading.dossier.title ?? erased,
  shown: (at) => at.now.dossier,
};

export const phase: Subject = {
  place: ({ phase: id }) => ({ phase: id }),
  title: ({ reading, place }) => reading.dossier.plan.phases.get(place.phase)?.title ?? place.phase,
  shown: (at) => at.now.dossier,
};

export const gate: Subject = {
  place: ({ gate: id }) => ({ gate: id }),
  title: ({ reading, place }) => reading.dossier.plan.gates.get(place.gate)?.title ?? place.gate,
  shown: (at, place) => at.now.gate(place.gate),
};

export const decision: Subject = {
  place: ({ gate: id, decision: one }) => ({ gate: id, decision: one }),
  title: ({ reading, place }) => {
    const { decision: one } = decisionAt(reading.dossier, place, (each) => canSee(reading, each));
    return titleOf(reading.dossier.plan, one.body);
  },
  shown: (at, place) => at.now.decision(place.gate, place.decision),
  about: ({ reading, place, wording: { receipt, capital, saidWord, longDay } }) => {
    const { dossier } = reading;
    const { decision: found } = decisionAt(dossier, place, (each) => canSee(reading, each));
    const said = { ...found, asks: askedAt(dossier.plan, place.gate) };
    return [
      [receipt.decision, capital(saidWord(said))],
      [receipt.decidedOn, longDay(found.decidedOn)],
      [receipt.gate, dossier.plan.gates.get(place.gate)?.title ?? place.gate],
    ];
  },
};

/**
 * A short form about a subject; `more` is what it has beyond that.
 * @param sections what it asks, or the rows of its table where that is all
 */
export const about = <N extends CommandName>(
  subject: Subject,
  command: N,
  sections: readonly string[] | ((context: FormContext, values: Values) => FormSection[]),
  more: Partial<FormKind<N>> = {},
): FormKind =>
  defineForm<N>({
    command,
    place: (place) => subject.place(place),
    form: (context, values) => ({
      ...(subject.about ? { about: subject.about(context) } : {}),
      ...short(
        context.wording,
        command,
        subject.title(context),
        subject.shown(context.at, context.place),
        typeof sections === 'function'
          ? sections(context, values)
          : [{ fields: rowsOf(command, sections, context.wording) }],
      ),
    }),
    after: ({ at, place }) => subject.shown(at, place),
    ...more,
  });
