// Fields of a form: label, hint, what is wrong with it, and the control itself, tied together for who cannot see it.
import type { ReactNode } from 'react';
import { Lines } from './basics.js';
import { ExplainedIn } from './explained.js';
import { ChosenFile, fileInput } from './file-field.js';
import { SignIcon, type Sign } from './sign.js';
import type { Day } from '../../domain/vocabulary.js';
import { DayInput } from './day-field.js';
import { describedBy, fieldClass, hasHint, opensClass, takenOf, textbox } from './field-parts.js';
import { useFilledIn } from './keeping.js';
import { useWording } from './wording.js';

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  sign?: Sign | undefined;
  /** Why it cannot be chosen; it is then shown, and no control. */
  why?: string | undefined;
  /** The sections that are asked for with this choice, by their `when`. */
  opens?: string | undefined;
}

export interface Field {
  /** Where it stands in what is sent: a JSON pointer without its first slash. */
  name: string;
  label: string;
  kind: 'text' | 'lines' | 'day' | 'url' | 'radio' | 'select' | 'check' | 'checks' | 'file' | 'hidden';
  hint?: string | undefined;
  required?: boolean;
  /** Required with some answers, as its hint or its heading says: then it is not called optional. */
  sometimes?: boolean;
  /** What it holds before anyone filled it in. */
  value?: string | undefined;
  choices?: Choice[];
  /** Of checks and radios: more choices, each group behind its title. */
  groups?: { title: string; hint?: string; choices: Choice[] }[];
  /** What stands below it. */
  source?: string;
  /** Whether `ja` and `nee` stand for true and false. */
  yesNo?: boolean;
  /** Whether what is chosen is a whole number. */
  whole?: boolean;
  /** Whether it only says which sections belong, and is no part of what is sent. */
  steers?: boolean;
  /** A day on which a body meets: seldom one in a weekend. */
  meets?: boolean;
  /** Days to choose from, beside any other. */
  days?: readonly Day[];
  /** Whose it is, where many alike stand in a table under one head: then that head has its hint. */
  of?: string;
  max?: number;
  /** Of a file that is no paper: what can be chosen. */
  accept?: string;
  /** Of lines: how many are shown. */
  rows?: number;
}

/** Everything that can be chosen in it. */
export const choicesIn = ({ choices = [], groups = [] }: Field): Choice[] => [
  ...choices,
  ...groups.flatMap((group) => group.choices),
];

interface FieldProps {
  field: Field;
  /** Of a file: how the one that was chosen is called, where that is known. */
  fileName?: string | undefined;
  /** Of checks: those that are ticked, with spaces between. */
  value: string;
  error: string | undefined;
}

export function FormField({ field, value: said, fileName, error }: FieldProps) {
  const value = useFilledIn(field, said);
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={value} />;
  if (field.kind === 'radio') return <Radios field={field} value={value} error={error} />;
  if (field.kind === 'checks') return <Checks field={field} value={value} error={error} />;
  if (field.kind === 'check') return <Check field={field} value={value} error={error} />;
  return (
    <div className={fieldClass(error)}>
      <label className="utrecht-form-label utrecht-form-field__label" htmlFor={field.name}>
        {field.label}
        <Whose field={field} />
        <Optional field={field} />
      </label>
      <Hint field={field} />
      <Fault field={field} error={error} />
      {field.kind === 'file' && <ChosenFile name={field.name} value={value} fileName={fileName} />}
      <Control field={field} value={value} error={error} />
      <Explained field={field} />
    </div>
  );
}

const Optional = ({ field: { required, sometimes } }: { field: Field }) => {
  const { form } = useWording();
  return required || sometimes ? null : <span className="sluis-optional"> {form.optional}</span>;
};

/** For who hears one field and not its table. */
const Whose = ({ field: { of } }: { field: Field }) =>
  of === undefined ? null : <span className="sluis-unseen">: {of}</span>;

const Hint = ({ field }: { field: Field }) => {
  const { form } = useWording();
  return hasHint(field) ? (
    <div className="utrecht-form-field-description utrecht-form-field__description" id={`${field.name}-hint`}>
      {field.hint ?? (field.kind === 'file' ? form.fileHint : form.dayHint)}
    </div>
  ) : null;
};

/** What the terms mean that it asks about, where its hints do not say it. */
const Explained = ({ field }: { field: Field }) => {
  if (field.of !== undefined) return null;
  const choices = choicesIn(field);
  const hints = [field.hint, ...choices.map(({ hint }) => hint)];
  return (
    <ExplainedIn text={saidTogether([field.label, ...choices.map(({ label }) => label)])} but={saidTogether(hints)} />
  );
};

const saidTogether = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('; ');

const Fault = ({ field, error }: { field: Field; error: string | undefined }) =>
  error === undefined ? null : (
    <div className="utrecht-form-field-error-message utrecht-form-field__error-message" id={`${field.name}-fout`}>
      {error}
    </div>
  );

function Control({ field, value, error }: FieldProps): ReactNode {
  const { form } = useWording();
  const described = describedBy(field, error);
  const shared = {
    id: field.name,
    name: field.name,
    required: field.required,
    'aria-describedby': described,
    'aria-invalid': error === undefined ? undefined : true,
  };
  const invalid = error === undefined ? '' : '--invalid';
  if (field.kind === 'lines')
    return (
      <textarea
        {...shared}
        className={`utrecht-textarea utrecht-textarea--html-textarea ${invalid && 'utrecht-textarea--invalid'}`}
        rows={field.rows ?? 3}
        maxLength={takenOf(field)}
        defaultValue={value}
      />
    );
  if (field.kind === 'select')
    return (
      <select {...shared} className="utrecht-select utrecht-select--html-select" defaultValue={value}>
        {!field.choices?.some((choice) => choice.value === '') && <option value="">{form.choose}</option>}
        {field.choices?.map((choice) => (
          <option key={choice.value} value={choice.value} className={opensClass(choice) || undefined}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'file')
    return <input {...shared} {...fileInput(field, value)} className={textbox(invalid)} type="file" />;
  if (field.kind === 'day')
    return <DayInput field={field} input={{ ...shared, className: textbox(invalid), defaultValue: value }} />;
  const type = field.kind === 'url' ? 'url' : 'text';
  return <input {...shared} className={textbox(invalid)} type={type} maxLength={takenOf(field)} defaultValue={value} />;
}

const Group = ({ field, error, children }: Pick<FieldProps, 'field' | 'error'> & { children: ReactNode }) => (
  <fieldset
    className={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset sluis-field${error === undefined ? '' : ' utrecht-form-field--invalid'}`}
    aria-describedby={describedBy(field, error)}
    id={field.name}
    tabIndex={-1}
  >
    <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
      {field.label}
      <Optional field={field} />
    </legend>
    <Hint field={field} />
    <Fault field={field} error={error} />
    {children}
    <Explained field={field} />
  </fieldset>
);

const Radios = ({ field, value, error }: FieldProps) => {
  // One that is required makes all of its name so, and a browser stumbles over one that it does not show.
  const leftToFirst = { ...field, required: false };
  const boxes = (choices: Choice[]) =>
    choices.map((choice) => <Radio key={choice.value} choice={choice} field={field} value={value} error={error} />);
  return (
    <Group field={field} error={error}>
      {boxes(field.choices ?? [])}
      {field.groups?.map(({ title, hint, choices }) => (
        <details key={title} className="sluis-details" open={choices.some((choice) => choice.value === value)}>
          <summary>{title}</summary>
          {hint !== undefined && <p className="sluis-quiet">{hint}</p>}
          {choices.map((choice) => (
            <Radio key={choice.value} choice={choice} field={leftToFirst} value={value} error={error} />
          ))}
        </details>
      ))}
    </Group>
  );
};

const Radio = ({ choice, field, value, error }: FieldProps & { choice: Choice }) =>
  choice.why === undefined ? (
    <label className="sluis-choice">
      <input
        className={`utrecht-radio-button utrecht-radio-button--html-input ${opensClass(choice)}`}
        type="radio"
        name={field.name}
        value={choice.value}
        required={field.required}
        aria-invalid={error === undefined ? undefined : true}
        defaultChecked={choice.value === value}
      />
      {choice.sign && <SignIcon sign={choice.sign} />}
      <span>
        <span className="sluis-strong">{choice.label}</span>
        {choice.hint !== undefined && <span className="sluis-quiet">{choice.hint}</span>}
      </span>
    </label>
  ) : (
    <div className="sluis-choice sluis-choice--not">
      <span>
        <span className="sluis-strong">{choice.label}</span>
        <span className="sluis-quiet">
          <Lines text={choice.why} />
        </span>
      </span>
    </div>
  );

/** Many boxes of which some are ticked: the likely ones first, the others behind the title of their group. */
function Checks({ field, value, error }: FieldProps) {
  const ticked = new Set(value.split(' '));
  const boxes = (choices: Choice[]) => (
    <div className="sluis-boxes">
      {choices.map((choice) => (
        <label key={choice.value} className="sluis-check">
          <input
            className="utrecht-checkbox utrecht-checkbox--html-input"
            type="checkbox"
            id={`${field.name}/${choice.value}`}
            name={`${field.name}/${choice.value}`}
            value="ja"
            defaultChecked={ticked.has(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
  return (
    <Group field={field} error={error}>
      {boxes(field.choices ?? [])}
      {field.groups?.map(({ title, choices }) => (
        <details key={title} className="sluis-details" open={choices.some((choice) => ticked.has(choice.value))}>
          <summary>{title}</summary>
          {boxes(choices)}
        </details>
      ))}
      {field.source !== undefined && <p className="sluis-quiet">{field.source}</p>}
    </Group>
  );
}

const Check = ({ field, value, error }: FieldProps) => (
  <div className={fieldClass(error)}>
    <label className="sluis-check">
      <input
        className="utrecht-checkbox utrecht-checkbox--html-input"
        type="checkbox"
        id={field.name}
        name={field.name}
        value={field.value ?? 'ja'}
        aria-invalid={error === undefined ? undefined : true}
        defaultChecked={value !== ''}
        aria-describedby={describedBy(field, error)}
      />
      {field.label}
      <Whose field={field} />
    </label>
    <Hint field={field} />
    <Fault field={field} error={error} />
  </div>
);
