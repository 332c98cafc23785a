// Decisions out of a sheet: where it is pasted or chosen, which column holds what, and what each of its lines would do or lacks.
import type { ReactNode } from 'react';
import { Alert, Button, Link, Paragraph } from '../../../http/page/basics.js';
import type { Choice } from '../../../http/page/fields.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';
import { multipartType } from '../../../http/multipart.js';
import { DecisionsSheetForm, wordOf } from './decisions-sheet-form.js';
import { RightLines, WrongLines, type SheetRows } from './decisions-sheet-rows.js';
import { SheetNotes, SheetSample, SheetUnread } from './sheet-parts.js';
import type { DecisionsSaid, LineToRecord } from './decisions-said.js';

export interface DecisionsSheetProps {
  around: Surroundings;
  trail: { href: string; label: string }[];
  action: string;
  cancel: string;
  /** The gates that were put, to choose from. */
  gates: readonly Choice[];
  /** Null where nothing was sent yet. */
  said: DecisionsSaid | null;
  formKey: string;
  /** The lines of the sheet as they were drawn. */
  rows: SheetRows;
  /** What is to be known before anything else. */
  notice: ReactNode;
}

export const isReadyToRecord = ({ wrong, lines, sourceFaults }: DecisionsSaid): boolean =>
  wrong === null && sourceFaults.length === 0 && lines.every(({ does }) => does !== null);

export const DecisionsSheetPage = (props: DecisionsSheetProps) => {
  const { decisionsSheetWords: words } = useWording();
  const { around, trail, said, notice, action } = props;
  const isReady = said !== null && isReadyToRecord(said);
  const n = said?.lines.filter(({ does }) => does !== 'stands').length ?? 0;
  return (
    <Frame
      title={isReady ? (n === 0 ? words.nothingNew : words.readyTitle(n)) : words.title}
      around={around}
      trail={[...trail, ...(said === null ? [] : [{ href: action, label: words.title }])]}
      wrong={said !== null && !isReady}
    >
      {notice}
      {isReady ? <Ready {...props} said={said} n={n} /> : <Asking {...props} />}
    </Frame>
  );
};

const Asking = (props: DecisionsSheetProps) => {
  const { decisionsSheetWords: words } = useWording();
  const { said, rows } = props;
  const wrong = said?.lines.filter(({ does }) => does === null) ?? [];
  const right = (said?.lines.length ?? 0) - wrong.length;
  return (
    <>
      {said === null && <Paragraph>{words.why}</Paragraph>}
      {said?.wrong && <Unread wrong={said.wrong} />}
      {said && wrong.length > 0 && (
        <>
          <Alert tone="error" title={words.wrongTitle(wrong.length, said.lines.length)} live>
            <Paragraph>{words.wrongWhy}</Paragraph>
          </Alert>
          <WrongLines rows={rows.wrong} />
        </>
      )}
      {said && <SheetNotes {...said} unread={unreadIn(said)} />}
      <DecisionsSheetForm {...props} />
      {said === null && <SheetSample title={words.sampleTitle} asked={words.asked} sample={words.sample} />}
      {right > 0 && (
        <details className="sluis-details">
          <summary>{words.others(right)}</summary>
          <RightLines rows={rows.right} />
        </details>
      )}
    </>
  );
};

const Unread = ({ wrong }: { wrong: NonNullable<DecisionsSaid['wrong']> }) => {
  const { decisionsSheetWords: words, peopleSheetWords, wordFieldOn } = useWording();
  return (
    <SheetUnread>
      {'error' in wrong ? wordFieldOn(wrong.error, peopleSheetWords.sheet) : words.columnsWords(wrong.columns)}
    </SheetUnread>
  );
};

/** The columns whose head says nothing that is known. */
const unreadIn = ({ columns, wrong }: DecisionsSaid): string[] =>
  wrong === null ? columns.heads.filter((head, i) => head !== '' && !columns.meanings[i]) : [];

const Ready = (props: DecisionsSheetProps & { said: DecisionsSaid; n: number }) => {
  const { decisionsSheetWords: words, peopleSheetWords, form } = useWording();
  const { said, n, action, cancel, formKey, rows } = props;
  const count = (does: LineToRecord['does']): number => said.lines.filter((line) => line.does === does).length;
  const carried: [name: string, value: string][] = [
    ['sleutel', formKey],
    ['gelezen', said.readAt],
    ['sheet', said.text],
    ['bron', said.source.title],
    ['bronLink', said.source.url],
    ['moment', said.at ?? ''],
    ...said.columns.meanings.map((one, i): [string, string] => [`kolom/${i}`, wordOf(one)]),
  ];
  return (
    <>
      <Paragraph>{words.sums(count('records'), count('stands'), said.open)}</Paragraph>
      <SheetNotes {...said} unread={unreadIn(said)} />
      <form method="post" action={action} encType={multipartType} acceptCharset="utf-8">
        {carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="sluis-actions">
          {n > 0 && (
            <Button primary name="bevestigd" value="ja">
              {words.submit(n)}
            </Button>
          )}
          <Link href={cancel}>{form.cancel}</Link>
        </p>
      </form>
      <RightLines rows={rows.right} />
      <details className="sluis-details">
        <summary>{peopleSheetWords.change}</summary>
        <DecisionsSheetForm {...props} />
      </details>
    </>
  );
};
