// Municipalities by phases: how each stands at every gate. What runs has its words, what is done its sign, and what is still
// to come is folded until it is asked for.
import type { InSteps } from '../../../domain/fold/in-steps.js';
import type { BoardCell, BoardColumn, BoardRow, BoardView } from '../../../domain/views/board-view.js';
import type { Day } from '../../../domain/vocabulary.js';
import type { WordPart } from '../../../wording/gates/stand.js';
import type { Wording } from '../../../wording/wording.js';
import { drawnInSteps } from '../../../http/page/drawn-in-steps.js';
import { useWording } from '../../../http/page/wording.js';
import { Link, Paragraph } from '../../../http/page/basics.js';
import { signOfCell, Verdict } from '../../../http/page/sign.js';
import { Scrolling } from '../../../http/page/table.js';
import type { Addresses } from '../addresses.js';
import { missingFirst, missingFirstFrom } from '../body-lines.js';
import { NotCounting } from '../gate/gate-verdict.js';

interface OnBoard {
  board: BoardView;
  at: Addresses;
  today: Day;
  /** Whether also what is over and what is to come has its words. */
  unfolded: boolean;
}

interface MatrixProps extends OnBoard {
  /** Its rows as they were drawn. */
  rows: string;
}

/** So many cells are drawn at once; there can be thousands. */
const cellsAtOnce = 400;

export function matrixRows(on: OnBoard, wording: Wording): InSteps<string> {
  const folds = foldsOf(on);
  const atOnce = Math.ceil(cellsAtOnce / Math.max(1, folds.length));
  return drawnInSteps(inOrder(on.board), atOnce, (rows) => <Rows rows={rows} folds={folds} {...on} />, wording);
}

type Fold = 'open' | 'sign' | 'dot';

const isNow = ({ status }: BoardColumn): boolean =>
  status === 'at-gate' || status === 'underway' || status === 'refused';

/** A single column needs no folding. */
function foldOf(column: BoardColumn, { columns }: BoardView, unfolded: boolean): Fold {
  if (unfolded || columns.length === 1 || isNow(column)) return 'open';
  return column.passedOn === null ? 'dot' : 'sign';
}

const foldsOf = ({ board, unfolded }: OnBoard): Fold[] =>
  board.columns.map((column) => foldOf(column, board, unfolded));

export function Matrix({ rows, ...on }: MatrixProps) {
  const { board, at, today, unfolded } = on;
  const { dossierPage } = useWording();
  if (board.rows.length === 0) return <Paragraph quiet>{dossierPage.nothingAsked}</Paragraph>;
  const folds = foldsOf(on);
  const isFolded = folds.some((fold) => fold !== 'open');
  return (
    <>
      <p className="nl-paragraph sluis-quiet sluis-noprint">
        {isFolded && dossierPage.folded}{' '}
        {(isFolded || unfolded) && (
          <Link href={isFolded ? at.board({ fasen: 'alle' }) : at.board()}>
            {isFolded ? dossierPage.unfold : dossierPage.fold}
          </Link>
        )}{' '}
        {board.rows.length > missingFirstFrom && dossierPage.missingFirst}
      </p>
      <Scrolling label={dossierPage.matrix}>
        <table className="utrecht-table sluis-matrix">
          <caption className="sluis-unseen">{dossierPage.matrix}</caption>
          <thead>
            <tr>
              <th scope="col">{dossierPage.party}</th>
              {board.columns.map((column, i) => (
                <ColumnHead key={column.phase} column={column} fold={folds[i] ?? 'open'} at={at} today={today} />
              ))}
            </tr>
          </thead>
          <tbody dangerouslySetInnerHTML={{ __html: rows }} />
          <Totals columns={board.columns} folds={folds} />
        </table>
      </Scrolling>
    </>
  );
}

const Rows = ({ rows, folds, board: { columns }, at, today }: OnBoard & { rows: readonly BoardRow[]; folds: Fold[] }) =>
  rows.map((row) => (
    <tr key={row.party}>
      <th scope="row">{row.title}</th>
      {row.cells.map((cell, i) => (
        <td key={columns[i]?.phase} className={kindOf(folds[i], columns[i], cell)}>
          <Stand cell={cell} column={columns[i]} fold={folds[i] ?? 'open'} at={at} today={today} />
        </td>
      ))}
    </tr>
  ));

const Totals = ({ columns, folds }: { columns: BoardColumn[]; folds: Fold[] }) => {
  const { dossierPage } = useWording();
  return (
    <tfoot>
      <tr>
        <th scope="row">{dossierPage.total}</th>
        {columns.map((column, i) => (
          <td key={column.phase} className={kindOf(folds[i], column)}>
            {column.asked > 0 && (
              <>
                {dossierPage.totalOf(column.decided, column.asked)} <NotCounting n={column.notCounting} />
              </>
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  );
};

function kindOf(fold: Fold = 'open', column?: BoardColumn, cell: BoardCell | null = null): string {
  return [
    `sluis-cell sluis-cell--is-${fold}`,
    ...(column && isNow(column) ? ['sluis-current'] : []),
    ...(fold === 'open' && cell ? [`sluis-cell--${signOfCell(cell)}`] : []),
  ].join(' ');
}

interface HeadProps extends Pick<OnBoard, 'at' | 'today'> {
  column: BoardColumn;
  fold: Fold;
}

function ColumnHead({ column, fold, at, today }: HeadProps) {
  const wording = useWording();
  const { shortTitle } = wording;
  const { number, title, phase, put } = column;
  const name = fold === 'open' ? shortTitle(title) : '';
  const words = `${number} ${name}`.trim();
  return (
    <th scope="col" className={kindOf(fold, column)} title={title}>
      {put ? <Link href={at.gate(phase)}>{words}</Link> : words}
      {fold !== 'open' && <span className="sluis-unseen"> {title}</span>}
      <span className="sluis-quiet">{underTitle(column, today, wording)}</span>
    </th>
  );
}

function underTitle(
  { status, passedOn, dueOn, planned }: BoardColumn,
  today: Day,
  { phaseWords, briefDay, monthOf, dossierPage }: Wording,
): string {
  if (passedOn !== null) return briefDay(passedOn, today);
  if (dueOn !== null) return dossierPage.until(briefDay(dueOn, today));
  if (planned.until === null) return phaseWords[status];
  return status === 'planned' ? monthOf(planned.until) : dossierPage.until(briefDay(planned.until, today));
}

interface StandProps extends Pick<OnBoard, 'at' | 'today'> {
  cell: BoardCell | null;
  column: BoardColumn | undefined;
  fold: Fold;
}

function Stand({ cell, column, fold, at, today }: StandProps) {
  const wording = useWording();
  if (!cell || !column) return <span className="sluis-dot">{fold === 'dot' ? '·' : '–'}</span>;
  const word = wording.capitalFirst(wordIn(cell, column.informs, wording));
  const told = <Verdict sign={signOfCell(cell)} word={word} {...(cell.stand ? { of: cell.stand } : {})} />;
  const content = (
    <>
      {told}
      {cell.on !== null && <span className="sluis-cell__day">{wording.briefDay(cell.on, today)}</span>}
    </>
  );
  const href = hrefOf(cell, column, at);
  return href === null ? (
    <span className="sluis-cell__box">{content}</span>
  ) : (
    <a className="sluis-cell__box" href={href} title={fold === 'sign' ? wording.wordOf(word) : undefined}>
      {content}
    </a>
  );
}

/** The decision that stands, else the gate; a visit has no page. */
function hrefOf({ stand }: BoardCell, { phase }: BoardColumn, at: Addresses): string | null {
  if (!stand) return null;
  return stand.act === null ? at.gate(phase) : at.decision(phase, stand.act);
}

const wordIn = (
  { visit, stand }: BoardCell,
  informs: boolean,
  { visitWords, informedWords, wordParts }: Wording,
): WordPart[] =>
  stand && visit === null
    ? wordParts(stand, true)
    : [{ text: (informs ? informedWords : visitWords)[visit ?? 'waiting'] }];

/** Among many, those that are missing now come first. */
const inOrder = ({ columns, rows }: BoardView): BoardRow[] =>
  missingFirst(rows, ({ cells }) => cells.some((cell, i) => cell?.stand?.why && columns[i]?.status === 'at-gate'));
