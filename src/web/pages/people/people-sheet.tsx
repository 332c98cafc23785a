// People out of a sheet: where it is pasted or chosen, what each of its rows would do or lacks, and the links once they are in.
import type { ReactNode } from 'react';
import type { PersonLine } from '../../../domain/roles/people-sheet.js';
import type { HeadingFault } from '../../../domain/roles/sheet-said.js';
import type { FieldError } from '../../../domain/refusal.js';
import { Alert, Button, Link, Paragraph } from '../../../http/page/basics.js';
import { Carried, KeepingForm } from '../../../http/page/keeping.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import { multipartType } from '../../../http/multipart.js';
import { peopleSheetPath, rolesPath } from './roles.js';
import { LineFaults, SheetFields, SheetNotes, SheetSample, SheetUnread } from '../sheets/sheet-parts.js';

/** A row, and what it would do; null where something is wrong with it. */
export interface LineToGive extends PersonLine {
  does: 'fresh' | 'again' | 'known' | null;
}

/** A sheet as it was read; its rows once more as text, to be sent again. */
export interface SheetSaid {
  text: string;
  /** What the file said beside that text, to be kept with it. */
  beside: string;
  /** What is wrong with it as a whole. */
  wrong: { error: FieldError } | { heading: HeadingFault } | null;
  lines: LineToGive[];
  /** Columns that were not read. */
  unread: string[];
  /** Sheets that were not. */
  others: string[];
  /** Rows that were, though nobody sees them. */
  hidden: number[];
  /** By which it is known whether the people in it are still as they were. */
  readAt: string;
}

interface SheetProps {
  around: Surroundings;
  /** Null where nothing was sent yet. */
  said: SheetSaid | null;
  formKey: string;
  /** What is to be known before anything else. */
  notice: string | null;
}

export const PeopleSheetPage = ({ around, said, formKey, notice }: SheetProps) => {
  const { peopleSheetWords: words, peoplePages } = useWording();
  const wrong = said?.lines.filter(({ does }) => does === null) ?? [];
  const isReady = said?.wrong === null && wrong.length === 0;
  return (
    <Frame
      title={isReady ? words.readyTitle(said.lines.length) : words.title}
      around={around}
      trail={[
        { href: '/mensen', label: peoplePages.title },
        ...(said === null ? [] : [{ href: peopleSheetPath, label: words.title }]),
      ]}
      wrong={said !== null && !isReady}
    >
      {notice !== null && (
        <Alert tone="warning" live>
          <Paragraph>{notice}</Paragraph>
        </Alert>
      )}
      {isReady ? <Ready said={said} formKey={formKey} /> : <Asking said={said} wrong={wrong} formKey={formKey} />}
    </Frame>
  );
};

const Asking = ({ said, wrong, formKey }: Pick<SheetProps, 'said' | 'formKey'> & { wrong: LineToGive[] }) => {
  const { peopleSheetWords: words } = useWording();
  const right = said?.lines.filter(({ does }) => does !== null) ?? [];
  return (
    <>
      {said === null && <Paragraph>{words.why}</Paragraph>}
      {said?.wrong && <Unread wrong={said.wrong} />}
      {said && wrong.length > 0 && (
        <>
          <Alert tone="error" title={words.wrongTitle(wrong.length, said.lines.length)} live>
            <Paragraph>{words.wrongWhy}</Paragraph>
          </Alert>
          <Table label={words.onlyWrong} kind="sluis-stacked" heads={[words.row, words.columns.name, words.wrong]}>
            {wrong.map((line) => (
              <Row key={line.row} head={`${words.row} ${line.row}`}>
                <Cell head={words.columns.name}>
                  <Who line={line} />
                </Cell>
                <Cell head={words.wrong}>
                  <LineFaults said={line.faults.map(words.faultWords)} />
                </Cell>
              </Row>
            ))}
          </Table>
        </>
      )}
      {said && <SheetNotes {...said} />}
      <RowsForm text={said?.text ?? ''} formKey={formKey} again={said !== null} />
      {said === null && <SheetSample title={words.sampleTitle} asked={words.asked} sample={words.sample} />}
      {right.length > 0 && (
        <details className="sluis-details">
          <summary>{words.others(right.length)}</summary>
          <Lines lines={right} />
        </details>
      )}
    </>
  );
};

const Unread = ({ wrong }: { wrong: NonNullable<SheetSaid['wrong']> }) => {
  const { peopleSheetWords: words, wordFieldOn } = useWording();
  return (
    <SheetUnread>
      {'error' in wrong ? wordFieldOn(wrong.error, words.sheet) : words.headingWords(wrong.heading)}
    </SheetUnread>
  );
};

/** Who it is, as it was written. */
const Who = ({ line: { name, email } }: { line: LineToGive }) => (
  <>
    {name}
    {name !== '' && email !== '' && <br />}
    {email !== '' && <span className="sluis-quiet">{email}</span>}
  </>
);

interface RowsFormProps {
  text: string;
  formKey: string;
  again: boolean;
}

const RowsForm = ({ text, formKey, again }: RowsFormProps) => {
  const { peopleSheetWords: words, form } = useWording();
  return (
    <KeepingForm className="sluis-form" action={peopleSheetPath} encType={multipartType} {...(again && { kept: null })}>
      <Carried name="sleutel" value={formKey} />
      <SheetFields text={text} />
      <p className="sluis-actions">
        <Button primary>{again ? words.lookAgain : words.look}</Button>
        <Link href={rolesPath}>{form.cancel}</Link>
      </p>
    </KeepingForm>
  );
};

const Ready = ({ said, formKey }: { said: SheetSaid; formKey: string }) => {
  const { peopleSheetWords: words, form } = useWording();
  const { lines, text, readAt } = said;
  const count = (does: LineToGive['does']): number => lines.filter((line) => line.does === does).length;
  return (
    <>
      <Paragraph>{words.sums(count('fresh'), count('known'), count('again'))}</Paragraph>
      <SheetNotes {...said} />
      <form method="post" action={peopleSheetPath} encType={multipartType} acceptCharset="utf-8">
        <input type="hidden" name="sleutel" value={formKey} />
        <input type="hidden" name="gelezen" value={readAt} />
        <input type="hidden" name="sheet" value={text} />
        <p className="sluis-actions">
          <Button primary name="bevestigd" value="ja">
            {words.submit(lines.length)}
          </Button>
          <Link href={rolesPath}>{form.cancel}</Link>
        </p>
      </form>
      <Lines lines={lines} />
      <details className="sluis-details">
        <summary>{words.change}</summary>
        <RowsForm text={text} formKey={formKey} again />
      </details>
    </>
  );
};

const Lines = ({ lines }: { lines: readonly LineToGive[] }) => {
  const { peopleSheetWords: words, roleIn, capital } = useWording();
  const what = { fresh: words.fresh, again: words.again, known: words.known };
  return (
    <Table
      label={words.rows}
      kind="sluis-stacked"
      heads={[words.row, words.columns.name, words.columns.role, words.what]}
    >
      {lines.map((line) => (
        <Row key={line.row} head={`${words.row} ${line.row}`}>
          <Cell head={words.columns.name}>
            <Who line={line} />
          </Cell>
          <Cell head={words.columns.role}>
            {line.role === null ? words.noRole : capital(roleIn(line.role, line.body?.title ?? null))}
            <Days line={line} />
          </Cell>
          <Cell head={words.what}>{line.does && what[line.does]}</Cell>
        </Row>
      ))}
    </Table>
  );
};

/** From when, where that is not today; and what stood in a merged cell. */
const Days = ({ line: { from, until, merged, role } }: { line: LineToGive }): ReactNode => {
  const { peopleSheetWords: words } = useWording();
  const said = [
    ...(role === null ? [] : [words.fromDay(from)]),
    ...(until === null ? [] : [words.untilDay(until)]),
    ...(merged.length === 0 ? [] : [words.merged(merged)]),
  ];
  return said.length === 0 ? null : (
    <>
      <br />
      <span className="sluis-quiet">{said.join(', ')}</span>
    </>
  );
};
