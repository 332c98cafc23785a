// What makes a command into a form: where it is, what it asks, and where one goes when it was accepted.
import type { Calendars } from '../../domain/calendars/body-calendar.js';
import type { DossierEvent } from '../../domain/dossier/events.js';
import type { CommandName, PayloadOf, PlaceOf, Rehearsal } from '../../domain/commands/commands.js';
import type { CommandResult } from '../../app/recorder.js';
import type { Day, DossierId, Id, Slug } from '../../domain/vocabulary.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Wording } from '../../wording/wording.js';
import type { Addresses } from '../pages/addresses.js';
import { restOf } from './fields-of.js';
import type { Form, Values } from './form.js';

/** What the address names. */
export interface Place {
  dossier: string;
  gate: Slug;
  phase: Slug;
  decision: Id;
  condition: Id;
}

export interface FormContext {
  wording: Wording;
  reading: Reading;
  person: KnownPerson;
  today: Day;
  /** The same three as the engine takes them. */
  occasion: Rehearsal;
  at: Addresses;
  place: Place;
  /** What the address asks beside the place: for whom, and what it replaces. */
  query: Readonly<Record<string, string | undefined>>;
  /** What this person just recorded, where they come back from the form of it. */
  recorded: DossierEvent | null;
  /** The other dossiers to which what is corrected may belong. */
  others: readonly { id: DossierId; title: string; startedOn: Day }[];
  /** When bodies meet, as it was entered; nothing is known of them in a look back. */
  calendars: Calendars;
}

export interface FormKind<N extends CommandName = CommandName> {
  command: N;
  place(place: Place): PlaceOf<N>;
  form(context: FormContext, values: Values): Form;
  after(context: FormContext, done: CommandResult): string;
  /** What it holds before anyone filled it in, where it changes something. */
  begins?(context: FormContext): Values;
  /** What is known of the command before it is filled in: for whom it is. */
  said?(context: FormContext): Partial<PayloadOf<N>>;
  /** The rows of its table that it does not ask; all, where it asks every row in its own place. */
  without?: readonly string[] | 'all';
  /**
   * What it shows that is answered by giving it: where that is another by then, it comes again. A form that is confirmed
   * answers to the whole dossier; one that says nothing here records a fact, whatever else is recorded.
   */
  rests?(context: FormContext): unknown;
  /** Where the same is recorded for many at once, where there are more than one. */
  together?(context: FormContext): { href: string; label: string } | null;
  /** Shown once more before it is given, under this title. */
  confirmed?(wording: Wording): string;
  /** Where one is sent instead, when there is nothing to fill in. */
  instead?(context: FormContext): string | null;
}

/**
 * What somebody does by recording it, mostly on the same day: today stands there already, and says so. What a body decided, what
 * was concluded, and what a term runs from is of a day that has to be said: a wrong one would look right.
 */
const doneToday: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['start-phase', 'complete-phase', 'rework-phase', 'plan-phase', 'submit-gate', 'withdraw-gate'] as const),
  ...([
    'revise-proposal',
    'lay-paper',
    'state-criterion',
    'answer-condition',
    'answer-point',
    'answer-remark',
  ] as const),
  ...(['confirm-decision', 'release-decision'] as const),
]);

/** The kind as it is written, and as the register holds it: the one place where its command is let go. */
export const defineForm = <N extends CommandName>(kind: FormKind<N>): FormKind => ({
  ...kind,
  form: (context, values) => {
    const written = { ...kind.form(context, values), together: kind.together?.(context) ?? undefined };
    const form = doneToday.has(kind.command) ? withToday(written, context) : written;
    if (kind.without === 'all') return form;
    const rest = restOf(kind.command, form, values, context.wording, kind.without);
    return rest.length > 0 ? { ...form, sections: [...form.sections, { fields: rest }] } : form;
  },
}); // each is used with its own place and payload

const withToday = (form: Form, { today, wording }: FormContext): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.name === 'on' ? { ...field, ...todayIn(today, wording, field) } : field,
    ),
  })),
});

/** A day that is filled in, and says that it is. */
export const todayIn = (
  today: Day,
  { form: { today: words } }: Wording,
  { hint }: { hint?: string | undefined } = {},
) => ({
  value: today,
  hint: hint === undefined ? words : `${hint} ${words}`,
});
