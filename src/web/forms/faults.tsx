// What is wrong with a form that was refused: with which field, in the words of the form; or with the whole.
import type { FieldError } from '../../domain/refusal.js';
import type { FormError } from '../../wording/refusals/fields.js';
import type { Wording } from '../../wording/wording.js';
import { Alert, Link, Paragraph } from '../../http/page/basics.js';
import type { Field } from '../../http/page/fields.js';
import { useWording } from '../../http/page/wording.js';
import { tickedIn, type Form, type Values } from './form.js';

/** What is wrong with a field, in the words of the form. */
export interface Fault {
  field: Field | undefined;
  name: string;
  sentence: string;
  /** Whose row it is in. */
  of?: string | undefined;
}

/** What is wrong with a row as a whole. */
export interface RowFault {
  id: string;
  title: string;
  sentence: string;
}

interface Judged {
  rowFaults?: readonly RowFault[];
  form: Form;
  errors: readonly FieldError[];
  values: Values;
}

export function faultsOf({ form, errors, values, rowFaults = [] }: Judged, { wordFieldOn }: Wording): Fault[] {
  const fields = form.sections.flatMap((section) => section.fields);
  const ofRows = rowFaults.map(({ id, title, sentence }): Fault => ({
    field: undefined,
    name: id,
    sentence,
    of: title,
  }));
  const ofFields = errors.filter(isForPerson).map((error): Fault => {
    const name = error.pointer.slice(1);
    const box = boxAt(name, fields, values);
    if (box) return { ...box, sentence: wordFieldOn(error, box.choice.label) };
    const field = fields.find((one) => one.name === name) ?? fields.find((one) => one.name.startsWith(`${name}/`));
    // Of boxes to tick, what is wrong with them together goes by the name of their section.
    const boxes =
      field?.kind === 'check' && field.name !== name ? form.sections.find((s) => s.fields.includes(field)) : null;
    const label = boxes?.folded ?? field?.label ?? name;
    return { field, name: field?.name ?? name, sentence: wordFieldOn(told(error, field, name), label), of: field?.of };
  });
  return [...ofFields, ...ofRows];
}

/** A paper is called as its file, unless it is given a name: of one that was not taken the name is not missed as well. */
function isForPerson({ pointer, code }: FieldError, _: number, all: readonly FieldError[]): boolean {
  const file = pointer.endsWith('/title') && code === 'required' ? pointer.replace(/title$/, 'file') : null;
  return !all.some((other) => other.pointer === file);
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

/** The error in the words of the form: labels for codes, and what is wrong with a whole list. */
function told(error: FieldError, field: Field | undefined, name: string): FormError {
  const labels = new Map(field?.choices?.map(({ value, label }) => [value, label]));
  const { allowed, ...rest } = error;
  if (field?.kind === 'hidden' && error.code === 'unknown-workflow') return { ...rest, code: 'plan-gone' };
  if (allowed) return { ...rest, allowed: allowed.flatMap((value) => labels.get(value) ?? []) };
  if (isNotChosen(error, field)) return { ...rest, code: 'not-chosen' };
  const isText = field?.name === name && field.kind !== 'checks';
  return error.code === 'too-long' && !isText ? { ...rest, code: 'too-many' } : error;
}

interface SummaryProps {
  title: string;
  why: string;
  faults: Fault[];
  /** Where it can be seen how things stand now. */
  elsewhere: string;
}

/** What is wrong with the fields; where it is none of them, why the whole cannot be given now, and where to look. */
export const Summary = ({ title, why, faults, elsewhere }: SummaryProps) => {
  const { form: words } = useWording();
  return (
    <Alert tone="error" title={faults.length === 0 ? title : words.wrong} live>
      {faults.length === 0 && <Paragraph>{why}</Paragraph>}
      {faults.length > 0 && (
        <ul className="sluis-plain">
          {faults.map(({ field, name, sentence, of }) => {
            const said = of === undefined ? sentence : `${of}: ${sentence}`;
            const isThere = field ? field.kind !== 'hidden' : of !== undefined;
            return <li key={`${name} ${sentence}`}>{isThere ? <Link href={`#${name}`}>{said}</Link> : said}</li>;
          })}
        </ul>
      )}
      <Paragraph>{words.kept}</Paragraph>
      {faults.length === 0 && (
        <Paragraph>
          <Link href={elsewhere}>{words.elsewhere}</Link>
        </Paragraph>
      )}
    </Alert>
  );
};
