// What the pages have in common on which a sheet is brought: where it is pasted or chosen, how it can look, what was not read of
// it, and what is wrong with a line.
import type { ReactNode } from 'react';
import { Alert, Paragraph, Section } from '../../../http/page/basics.js';
import { FormField } from '../../../http/page/fields.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';

/** @param text what was pasted before, or read out of a file */
export const SheetFields = ({ text }: { text: string }) => {
  const { peopleSheetWords: words } = useWording();
  return (
    <>
      <FormField
        field={{ name: 'sheet', label: words.paste, kind: 'lines', hint: words.pasteHint, sometimes: true, rows: 10 }}
        value={text}
        error={undefined}
      />
      <div className="utrecht-form-field utrecht-form-field--text sluis-field">
        <label className="utrecht-form-label utrecht-form-field__label" htmlFor="file">
          {words.file}
        </label>
        <div className="utrecht-form-field-description utrecht-form-field__description" id="file-hint">
          {words.fileHint}
        </div>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          type="file"
          id="file"
          name="file"
          accept=".xlsx,.csv,.txt"
          aria-describedby="file-hint"
        />
      </div>
    </>
  );
};

interface SheetSampleProps {
  title: string;
  asked: string;
  sample: { heads: string[]; rows: string[][] };
}

/** How a sheet can look, with a few lines that were made up. */
export const SheetSample = ({ title, asked, sample: { heads, rows } }: SheetSampleProps) => (
  <Section title={title}>
    <Paragraph>{asked}</Paragraph>
    <Table label={title} heads={heads}>
      {rows.map(([first = '', ...others]) => (
        <Row key={first} head={first}>
          {others.map((cell, i) => (
            <Cell key={`${i} ${cell}`}>{cell}</Cell>
          ))}
        </Row>
      ))}
    </Table>
  </Section>
);

/** That nothing of it could be read, and why. */
export const SheetUnread = ({ children }: { children: ReactNode }) => {
  const { peopleSheetWords: words } = useWording();
  return (
    <Alert tone="error" title={words.unreadTitle} live>
      <Paragraph>{children}</Paragraph>
    </Alert>
  );
};

interface SheetNotesProps {
  unread: readonly string[];
  others: readonly string[];
  hidden: readonly number[];
}

/** Which columns and which other sheets of a workbook were left alone, and what was read that its spreadsheet does not show. */
export const SheetNotes = ({ unread, others, hidden }: SheetNotesProps) => {
  const { peopleSheetWords: words } = useWording();
  return (
    <>
      {unread.length > 0 && <Paragraph quiet>{words.unread(unread)}</Paragraph>}
      {others.length > 0 && <Paragraph quiet>{words.otherSheets(others)}</Paragraph>}
      {hidden.length > 0 && <Paragraph>{words.hiddenRows(hidden)}</Paragraph>}
    </>
  );
};

/** What is wrong with one line, each in its sentence. */
export const LineFaults = ({ said }: { said: readonly string[] }) => (
  <ul className="sluis-plain">
    {said.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
);
