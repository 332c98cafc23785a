// The lines of a sheet of decisions, drawn a few at a time: there can be hundreds, and others are answered in between.
import type { ComponentType } from 'react';
import type { InSteps } from '../../../domain/fold/in-steps.js';
import { drawnInSteps } from '../../../http/page/drawn-in-steps.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import type { Wording } from '../../../wording/wording.js';
import type { LineToRecord } from './decisions-said.js';
import { LineFaults } from './sheet-parts.js';

/** So many lines are drawn at once: a few milliseconds. */
const atOnce = 20;

/** Those with something wrong, and the others, each as it was drawn. */
export interface SheetRows {
  wrong: string;
  right: string;
}

export function* sheetRows(lines: readonly LineToRecord[], wording: Wording): InSteps<SheetRows> {
  const wrong = lines.filter(({ does }) => does === null);
  const right = lines.filter(({ does }) => does !== null);
  const drawnBy = (Line: ComponentType<{ line: LineToRecord }>, some: readonly LineToRecord[]): InSteps<string> =>
    drawnInSteps(some, atOnce, (few) => few.map((line, n) => <Line key={n} line={line} />), wording);
  return { wrong: yield* drawnBy(WrongLine, wrong), right: yield* drawnBy(RightLine, right) };
}

export const WrongLines = ({ rows }: { rows: string }) => {
  const { decisionsSheetWords: words, peopleSheetWords } = useWording();
  const heads = [words.row, words.columns.body, words.columns.answer, peopleSheetWords.wrong];
  return <Table label={words.onlyWrong} kind="sluis-stacked" heads={heads} rows={rows} />;
};

export const RightLines = ({ rows }: { rows: string }) => {
  const { decisionsSheetWords: words, peopleSheetWords } = useWording();
  const heads = [words.row, words.columns.body, words.columns.gate, words.columns.answer, words.what];
  return <Table label={peopleSheetWords.rows} kind="sluis-stacked" heads={heads} rows={rows} />;
};

const WrongLine = ({ line: { row, body, said, faults } }: { line: LineToRecord }) => {
  const { decisionsSheetWords: words, peopleSheetWords } = useWording();
  return (
    <Row head={`${words.row} ${row}`}>
      <Cell head={words.columns.body}>{body?.title ?? said.body}</Cell>
      <Cell head={words.columns.answer}>{[said.gate, said.answer].filter(Boolean).join(': ')}</Cell>
      <Cell head={peopleSheetWords.wrong}>
        <LineFaults said={faults.map(words.faultWords)} />
      </Cell>
    </Row>
  );
};

const RightLine = ({ line }: { line: LineToRecord }) => {
  const { decisionsSheetWords: words } = useWording();
  const { row, body, gate, kind, on, reference, reason, merged, does } = line;
  const beside = [
    ...(reference !== '' || reason !== '' ? [words.beside(reference, reason)] : []),
    ...(merged.length > 0 ? [words.merged(merged)] : []),
  ];
  return (
    <Row head={`${words.row} ${row}`}>
      <Cell head={words.columns.body}>{body?.title}</Cell>
      <Cell head={words.columns.gate}>{gate?.title}</Cell>
      <Cell head={words.columns.answer}>
        {kind && on && words.decided(kind, on)}
        {beside.map((one) => (
          <span key={one}>
            <br />
            <span className="sluis-quiet">{one}</span>
          </span>
        ))}
      </Cell>
      <Cell head={words.what}>{does && words[does]}</Cell>
    </Row>
  );
};
