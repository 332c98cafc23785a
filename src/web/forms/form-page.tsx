// Every form: what is asked, what is wrong, the fields, and the one button; and the page that shows it once more.
import type { ComponentProps, ReactNode } from 'react';
import type { EventType } from '../../domain/dossier/events.js';
import { isDay } from '../../domain/calendar.js';
import type { FieldError } from '../../domain/refusal.js';
import type { Day } from '../../domain/vocabulary.js';
import type { Draft } from '../../store/drafts.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import { Alert, Button, Heading, Link, Paragraph, Recorded, Terms } from '../../http/page/basics.js';
import { ExplainedIn } from '../../http/page/explained.js';
import { FormField, type Field } from '../../http/page/fields.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { multipartType } from '../../http/multipart.js';
import { Carried, DraftShown, KeepingForm } from '../../http/page/keeping.js';
import { ChangesSince, type Changes } from '../pages/log/changes.js';
import { WhatWasTyped, type Typed } from '../pages/typed.js';
import { faultsOf, Summary, type Fault, type RowFault } from './faults.js';
import { FormRows } from './form-rows.js';
import { chosen, filledInAt, isoDay, shownIn, type Form, type FormSection, type Values } from './form.js';

export interface FormPageProps {
  around: Surroundings;
  trail: { href: string; label: string }[];
  form: Form;
  action: string;
  /** How it is sent, where that records nothing: then what was filled in stands in the address. */
  method?: 'get';
  /** By which the same form sent twice is recognised. */
  formKey: string;
  values: Values;
  errors: FieldError[];
  /** Of a form with rows: what is wrong with some of them as a whole. */
  rowFaults?: readonly RowFault[];
  /** What is wrong with it as a whole, and why. */
  refused: { title: string; why: string } | null;
  /** From what it was made, so that it is known when that changed; null where it is about no dossier. */
  shownAt: string | null;
  /** What changed since it was shown before. */
  changes?: Changes | null;
  /** What was filled in before, and has no field here any more. */
  lost?: Typed[];
  /** Days that are recorded as they are, and asked about once. */
  doubts?: Day[];
  /**
   * At which address what is being filled in is kept, and what was kept before, where the form is made of that; absent where nothing is
   * kept.
   */
  draft?: { place: string; kept?: Draft | null } | undefined;
  /** Whether the same form was accepted just now. */
  recorded?: EventType | undefined;
}

export function FormPage(props: FormPageProps) {
  const wording = useWording();
  const { form: words } = wording;
  const { around, trail, form, action, values, refused, doubts = [] } = props;
  const faults = faultsOf(props, wording);
  return (
    <Frame title={form.title} around={around} kicker={form.kicker} trail={trail} wrong={refused !== null}>
      {refused !== null && <Summary {...refused} faults={faults} elsewhere={form.cancel} />}
      <ChangesSince changes={props.changes ?? null} />
      {props.draft && <DraftShown {...props.draft} />}
      {props.recorded && <Recorded what={props.recorded} />}
      <Doubts days={doubts} hint={words.doubtHint} />
      {form.about && form.about.length > 0 && <About terms={form.about} />}
      {form.before}
      {form.together && <Together {...form.together} />}
      <Lost typed={props.lost ?? []} />
      <Beside what={form.beside}>
        <FormElement
          draft={props.draft}
          className={form.heads ? 'sluis-form sluis-form--rows' : 'sluis-form'}
          method={props.method ?? 'post'}
          action={action}
          encType={encodingOf(form)}
        >
          <Known {...props} />
          {doubts.length > 0 && <input type="hidden" name="gezien" value={doubts.join(' ')} />}
          {/* What Enter presses in a field: without it, the first of the buttons that ask for more room. */}
          <button className="sluis-default" type="submit" tabIndex={-1} aria-hidden="true" />
          {form.sections.map(
            (section, i) =>
              section.row === undefined && (
                <Part
                  key={section.title ?? section.folded ?? i}
                  section={section}
                  values={values}
                  faults={faults}
                  action={action}
                />
              ),
          )}
          <FormRows form={form} values={values} faults={faults} />
          <p className="sluis-actions">
            <Button primary>{form.submit}</Button>
            <Link href={form.cancel}>{words.cancel}</Link>
          </p>
        </FormElement>
      </Beside>
    </Frame>
  );
}

const Together = ({ href, label }: NonNullable<Form['together']>) => (
  <p>
    <Link href={href}>{label}</Link>
  </p>
);

/** A form with nothing to read beside it stands alone. */
const Beside = ({ what, children }: { what: ReactNode; children: ReactNode }) =>
  what ? (
    <div className="sluis-halves">
      <div>{what}</div>
      {children}
    </div>
  ) : (
    children
  );

/** Kept while it is filled in, where that is so. */
const FormElement = ({ draft, ...own }: Pick<FormPageProps, 'draft'> & ComponentProps<typeof KeepingForm>) =>
  draft ? <KeepingForm {...own} {...draft} isTold /> : <form {...own} acceptCharset="utf-8" />;

/** Files come with a form in a way of their own. */
const encodingOf = ({ sections }: Form): string | undefined =>
  sections.some(({ fields }) => fields.some(({ kind }) => kind === 'file')) ? multipartType : undefined;

/** By which the form is recognised when it comes back, and from what it was made. */
const Known = ({ formKey, shownAt }: Pick<FormPageProps, 'formKey' | 'shownAt'>) => (
  <>
    <Carried name="sleutel" value={formKey} />
    {shownAt !== null && <Carried name="gelezen" value={shownAt} />}
  </>
);

const Lost = ({ typed }: { typed: Typed[] }) => {
  const { form: words } = useWording();
  return typed.length === 0 ? null : (
    <section className="sluis-asked">
      <Paragraph>{words.lost}</Paragraph>
      <WhatWasTyped typed={typed} />
    </section>
  );
};

const Doubts = ({ days, hint }: { days: readonly Day[]; hint?: string }) => {
  const { form: words } = useWording();
  return days.length === 0 ? null : (
    <Alert tone="warning" live>
      {days.map((day) => (
        <p key={day} className="sluis-strong">
          {words.doubt(day)}
        </p>
      ))}
      {hint !== undefined && <Paragraph>{hint}</Paragraph>}
    </Alert>
  );
};

const About = ({ terms }: { terms: NonNullable<Form['about']> }) => (
  <div className="sluis-asked">
    <Terms items={terms} />
  </div>
);

interface PartProps {
  section: FormSection;
  values: Values;
  faults: Fault[];
  action: string;
}

function Part({ section, values, faults, action }: PartProps) {
  const { title, hint, fields, when, more, folded } = section;
  const isAlwaysShown = when === undefined && folded === undefined;
  const listAt = fields.some(({ name }) => name === more?.list) ? undefined : more?.list; // that field is its own place
  const content = (
    <>
      {title !== undefined && <Heading level={2}>{title}</Heading>}
      {hint !== undefined && <Paragraph quiet>{hint}</Paragraph>}
      {folded !== undefined && <ExplainedIn text={folded} but={hint} />}
      {fields.map((field) => (
        <FormField
          key={field.name}
          field={isAlwaysShown ? field : leftToServer(field)}
          value={shownIn(field, values)}
          fileName={values[`${field.name}Name`]}
          error={faults.find((fault) => fault.name === field.name || fault.field === field)?.sentence}
        />
      ))}
      {more && (
        <p>
          <Button name="meer" value={more.list} draft action={`${action}#${more.list}`}>
            {more.label}
          </Button>
        </p>
      )}
    </>
  );
  if (folded === undefined)
    return (
      <div id={listAt} className={when === undefined ? undefined : shownWith(when)}>
        {content}
      </div>
    );
  const used = fields.some(({ name }) => (values[name] ?? '') !== '' || faults.some((fault) => fault.name === name));
  return (
    <details id={listAt} className="sluis-details" open={used}>
      <summary>{folded}</summary>
      {content}
    </details>
  );
}

const shownWith = (when: string): string =>
  ['sluis-when', ...when.split(' ').map((one) => `sluis-when--${one}`)].join(' ');

/** A browser lets no form through with a required field that is empty, not even one that it does not show. */
const leftToServer = (field: Field): Field => (field.required ? { ...field, required: false, sometimes: true } : field);

/** What was filled in, to be read once more before it is recorded. */
export function ConfirmPage({
  around,
  trail,
  form,
  action,
  formKey,
  shownAt,
  changes = null,
  values,
  title,
  submit,
  doubts = [],
}: FormPageProps & { title: string; submit: string }) {
  const wording = useWording();
  const { form: words } = wording;
  const fields = form.sections.flatMap((section) => section.fields);
  const filled = fields.filter((field) => field.kind !== 'hidden' && filledInAt(field, values) !== '');
  return (
    <Frame title={title} around={around} kicker={form.kicker} trail={trail}>
      <ChangesSince changes={changes} />
      <div className="sluis-asked">
        <Terms
          items={[
            ...(form.about ?? []),
            ...chosen(form.sections, values).flatMap((section) => termsOf(section, values, wording)),
          ]}
        />
      </div>
      {form.will}
      <Doubts days={doubts} />
      <Paragraph>{words.confirmHint}</Paragraph>
      <form method="post" action={action} acceptCharset="utf-8">
        <Known formKey={formKey} shownAt={shownAt} />
        {filled
          .flatMap(({ kind, name }) => (kind === 'file' ? [name, `${name}Name`] : [name]))
          .map((name) => (
            <input key={name} type="hidden" name={name} value={values[name]} />
          ))}
        <p className="sluis-actions">
          <Button primary name="bevestigd" value="ja">
            {submit}
          </Button>
          <Button name="wijzigen" value="ja">
            {words.back}
          </Button>
          <Link href={form.cancel}>{words.cancel}</Link>
        </p>
      </form>
    </Frame>
  );
}

/** The boxes that were ticked in a section stand together under its name. */
function termsOf({ fields, folded }: FormSection, values: Values, wording: Wording): [string, string][] {
  const filled = fields.filter((field) => field.kind !== 'hidden' && filledInAt(field, values) !== '');
  const ticked = filled.filter(({ kind }) => kind === 'check').map(({ label }) => label);
  const others = filled.filter(({ kind }) => kind !== 'check');
  return [
    ...others.map((field): [string, string] => [field.label, wordsOf(field, values, wording)]),
    ...(ticked.length > 0 ? [[folded ?? '', wording.listWords(ticked)] satisfies [string, string]] : []),
  ];
}

function wordsOf({ name, choices, kind }: Field, values: Values, { longDay, form }: Wording): string {
  const value = values[name] ?? '';
  if (kind === 'file') return form.fileSent(values[`${name}Name`] ?? '');
  if (kind === 'day' && isDay(isoDay(value))) return longDay(isoDay(value));
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}
