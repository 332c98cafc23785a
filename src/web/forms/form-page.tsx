// Every form: what is asked, what is wrong, the fields, and the one button; and the page that shows it once more.
import { isDay } from '../../domain/calendar.js';
import type { FieldError } from '../../domain/refusal.js';
import type { Day } from '../../domain/vocabulary.js';
import { longDay } from '../../wording/dates.js';
import { form as words } from '../../wording/forms.js';
import { listWords } from '../../wording/words.js';
import { wordFieldOn, type FormError } from '../../wording/fields.js';
import { Alert, Button, Heading, Link, Paragraph, Recorded, Terms } from '../../http/page/basics.js';
import { FormField, type Field } from '../../http/page/fields.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { chosen, isoDay, shownIn, tickedIn, type Form, type FormSection, type Values } from './form.js';

export interface FormPageProps {
  around: Surroundings;
  trail: { href: string; label: string }[];
  form: Form;
  action: string;
  /** By which the same form sent twice is recognised. */
  formKey: string;
  values: Values;
  errors: FieldError[];
  /** Why it was refused as a whole. */
  refused: string | null;
  /** Days that are recorded as they are, and asked about once. */
  doubts?: Day[];
  /** Whether the same form was accepted just now. */
  recorded?: boolean;
}

export function FormPage(props: FormPageProps) {
  const { around, trail, form, action, formKey, values, refused, doubts = [] } = props;
  const faults = faultsOf(props);
  return (
    <Frame title={form.title} around={around} kicker={form.kicker} trail={trail} wrong={refused !== null}>
      {refused !== null && <Summary refused={refused} faults={faults} />}
      {props.recorded && <Recorded />}
      <Doubts days={doubts} hint={words.doubtHint} />
      {form.about && <About terms={form.about} />}
      {form.before}
      <form className="sluis-form" method="post" action={action} acceptCharset="utf-8">
        <input type="hidden" name="sleutel" value={formKey} />
        {doubts.length > 0 && <input type="hidden" name="gezien" value={doubts.join(' ')} />}
        {/* What Enter presses in a field: without it, the first of the buttons that ask for more room. */}
        <button className="sluis-default" type="submit" tabIndex={-1} aria-hidden="true" />
        {form.sections.map((section, i) => (
          <Part
            key={section.title ?? section.folded ?? i}
            section={section}
            values={values}
            faults={faults}
            action={action}
          />
        ))}
        <p className="sluis-actions">
          <Button primary>{form.submit}</Button>
          <Link href={form.cancel}>{words.cancel}</Link>
        </p>
      </form>
    </Frame>
  );
}

const Doubts = ({ days, hint }: { days: readonly Day[]; hint?: string }) =>
  days.length === 0 ? null : (
    <Alert tone="warning" live>
      {days.map((day) => (
        <p key={day} className="sluis-strong">
          {words.doubt(day)}
        </p>
      ))}
      {hint !== undefined && <Paragraph>{hint}</Paragraph>}
    </Alert>
  );

const About = ({ terms }: { terms: NonNullable<Form['about']> }) => (
  <div className="sluis-asked">
    <Terms items={terms} />
  </div>
);

interface Fault {
  field: Field | undefined;
  name: string;
  sentence: string;
}

function faultsOf({ form, errors, values }: FormPageProps): Fault[] {
  const fields = form.sections.flatMap((section) => section.fields);
  return errors.map((error) => {
    const name = error.pointer.slice(1);
    const box = boxAt(name, fields, values);
    if (box) return { ...box, sentence: wordFieldOn(error, box.choice.label) };
    const field = fields.find((one) => one.name === name) ?? fields.find((one) => one.name.startsWith(`${name}/`));
    // Of boxes to tick, what is wrong with them together goes by the name of their section.
    const boxes =
      field?.kind === 'check' && field.name !== name ? form.sections.find((s) => s.fields.includes(field)) : null;
    const label = boxes?.folded ?? field?.label ?? name;
    return { field, name: field?.name ?? name, sentence: wordFieldOn(told(error, field, name), label) };
  });
}

/** The box that was sent as this entry of a list. */
function boxAt(name: string, fields: Field[], values: Values) {
  const [, list, index] = /^(.+)\/(\d+)$/.exec(name) ?? [];
  const field = fields.find((one) => one.kind === 'checks' && one.name === list);
  const choice = field && tickedIn(field, values)[Number(index)];
  return choice && { field, choice, name: `${list}/${choice.value}` };
}

const chosenFrom = new Set<string | undefined>(['radio', 'select', 'checks']);

/** Whether nothing was chosen where there is something to choose. */
const isNotChosen = ({ code, because }: FieldError, field: Field | undefined): boolean =>
  code === 'required' && because === undefined && chosenFrom.has(field?.kind);

/** The error in the words of the form: labels for codes, and what is wrong with an address or with a whole list. */
function told(error: FieldError, field: Field | undefined, name: string): FormError {
  const labels = new Map(field?.choices?.map(({ value, label }) => [value, label]));
  const { allowed, ...rest } = error;
  if (allowed) return { ...rest, allowed: allowed.flatMap((value) => labels.get(value) ?? []) };
  if (isNotChosen(error, field)) return { ...rest, code: 'not-chosen' };
  if (error.code === 'bad-text' && field?.kind === 'url') return { ...rest, code: 'bad-address' };
  return error.code === 'too-long' && field?.name !== name ? { ...rest, code: 'too-many' } : error;
}

const Summary = ({ refused, faults }: { refused: string; faults: Fault[] }) => (
  <Alert tone="error" title={words.wrong} live>
    {faults.length === 0 && <Paragraph>{refused}</Paragraph>}
    <ul className="sluis-plain">
      {faults.map(({ field, name, sentence }) => (
        <li key={`${name} ${sentence}`}>
          {field && field.kind !== 'hidden' ? <Link href={`#${name}`}>{sentence}</Link> : sentence}
        </li>
      ))}
    </ul>
    <Paragraph>{words.kept}</Paragraph>
  </Alert>
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
  const content = (
    <>
      {title !== undefined && <Heading level={2}>{title}</Heading>}
      {hint !== undefined && <Paragraph quiet>{hint}</Paragraph>}
      {fields.map((field) => (
        <FormField
          key={field.name}
          field={isAlwaysShown ? field : leftToServer(field)}
          value={shownIn(field, values)}
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
      <div id={more?.list} className={when === undefined ? undefined : `sluis-when sluis-when--${when}`}>
        {content}
      </div>
    );
  const used = fields.some(({ name }) => (values[name] ?? '') !== '' || faults.some((fault) => fault.name === name));
  return (
    <details className="sluis-details" open={used}>
      <summary>{folded}</summary>
      {content}
    </details>
  );
}

/** A browser lets no form through with a required field that is empty, not even one that it does not show. */
const leftToServer = (field: Field): Field => (field.required ? { ...field, required: false, sometimes: true } : field);

/** What was filled in, to be read once more before it is recorded. */
export function ConfirmPage({
  around,
  trail,
  form,
  action,
  formKey,
  values,
  confirmed,
  doubts = [],
}: FormPageProps & { confirmed: { title: string; submit: string } }) {
  const fields = form.sections.flatMap((section) => section.fields);
  const filled = fields.filter(({ name, kind }) => kind !== 'hidden' && (values[name] ?? '') !== '');
  return (
    <Frame title={confirmed.title} around={around} kicker={form.kicker} trail={trail}>
      <div className="sluis-asked">
        <Terms
          items={[
            ...(form.about ?? []),
            ...chosen(form.sections, values).flatMap((section) => termsOf(section, values)),
          ]}
        />
      </div>
      {form.will}
      <Doubts days={doubts} />
      <Paragraph>{words.confirmHint}</Paragraph>
      <form method="post" action={action} acceptCharset="utf-8">
        <input type="hidden" name="sleutel" value={formKey} />
        {filled.map(({ name }) => (
          <input key={name} type="hidden" name={name} value={values[name]} />
        ))}
        <p className="sluis-actions">
          <Button primary name="bevestigd" value="ja">
            {confirmed.submit}
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
function termsOf({ fields, folded }: FormSection, values: Values): [string, string][] {
  const filled = fields.filter(({ name, kind }) => kind !== 'hidden' && (values[name] ?? '') !== '');
  const ticked = filled.filter(({ kind }) => kind === 'check').map(({ label }) => label);
  const others = filled.filter(({ kind }) => kind !== 'check');
  return [
    ...others.map((field): [string, string] => [field.label, wordsOf(field, values[field.name] ?? '')]),
    ...(ticked.length > 0 ? [[folded ?? '', listWords(ticked)] satisfies [string, string]] : []),
  ];
}

function wordsOf({ choices, kind }: Field, value: string): string {
  if (kind === 'day' && isDay(isoDay(value))) return longDay(isoDay(value));
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}
