// The form of a sheet of decisions: the sheet, from what it appears, and which column holds what.
import { decisionColumns, type Meaning } from '../../../domain/sheets/decision-said.js';
import { Button, Link } from '../../../http/page/basics.js';
import { Carried, KeepingForm } from '../../../http/page/keeping.js';
import { FormField, type Choice } from '../../../http/page/fields.js';
import { useWording } from '../../../http/page/wording.js';
import { multipartType } from '../../../http/multipart.js';
import type { DecisionsSaid } from './decisions-said.js';
import { SheetFields } from './sheet-parts.js';

interface FormProps {
  action: string;
  cancel: string;
  gates: readonly Choice[];
  said: DecisionsSaid | null;
  formKey: string;
}

/** What a column holds, as the form sends it. */
export const wordOf = (meaning: Meaning | null): string => {
  if (meaning === null) return '';
  return meaning.column === 'answer' && meaning.gate !== null ? `answer:${meaning.gate}` : meaning.column;
};

export const DecisionsSheetForm = ({ said, action, cancel, gates, formKey }: FormProps) => {
  const { peopleSheetWords: words, form } = useWording();
  return (
    <KeepingForm className="sluis-form" action={action} encType={multipartType} {...(said && { kept: null })}>
      <Carried name="sleutel" value={formKey} />
      <SheetFields text={said?.text ?? ''} />
      <SourceFields said={said} />
      {said && said.columns.heads.length > 0 && <ColumnFields said={said} gates={gates} />}
      <p className="sluis-actions">
        <Button primary>{said === null ? words.look : words.lookAgain}</Button>
        <Link href={cancel}>{form.cancel}</Link>
      </p>
    </KeepingForm>
  );
};

const SourceFields = ({ said }: { said: DecisionsSaid | null }) => {
  const { decisionsSheetWords: words } = useWording();
  const at = (end: string): boolean => said?.sourceFaults.some(({ pointer }) => pointer.endsWith(end)) ?? false;
  return (
    <>
      <FormField
        field={{ name: 'bron', label: words.source, kind: 'text', hint: words.sourceHint, max: 200, sometimes: true }}
        value={said?.source.title ?? ''}
        error={at('/evidence') || at('/title') ? words.sourceMissing : undefined}
      />
      <FormField
        field={{ name: 'bronLink', label: words.sourceLink, kind: 'url', max: 2000, sometimes: true }}
        value={said?.source.url ?? ''}
        error={at('/url') || at('/evidence') ? words.linkMissing : undefined}
      />
    </>
  );
};

/** What each column holds, as it was recognised or said. */
const ColumnFields = ({ said, gates }: { said: DecisionsSaid; gates: readonly Choice[] }) => {
  const { decisionsSheetWords: words } = useWording();
  const { heads, meanings } = said.columns;
  const choices: Choice[] = [
    { value: '', label: words.notRead },
    ...decisionColumns.map((value) => ({ value, label: words.columns[value] })),
    ...gates.map(({ value, label }) => ({ value: `answer:${value}`, label: words.answerAt(label) })),
  ];
  const isGateSaid = meanings.some((one) => one?.column === 'gate' || (one?.column === 'answer' && one.gate !== null));
  return (
    <details className="sluis-details" open={said.wrong !== null && 'columns' in said.wrong}>
      <summary>{words.columnTitle}</summary>
      {heads.map((head, i) => (
        <FormField
          key={`kolom/${i}`}
          field={{ name: `kolom/${i}`, label: words.column(head, i), kind: 'select', choices, sometimes: true }}
          value={wordOf(meanings[i] ?? null)}
          error={undefined}
        />
      ))}
      {!isGateSaid && (
        <FormField
          field={{
            name: 'moment',
            label: words.gate,
            hint: words.gateHint,
            kind: 'select',
            choices: [...gates],
            sometimes: true,
          }}
          value={said.at ?? ''}
          error={undefined}
        />
      )}
    </details>
  );
};
