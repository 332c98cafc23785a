// Municipalities by phases: how each stands at every gate, finished ones calm, the current one tinted.
import type { WhyWords } from '../../domain/dossier/sentence.js';
import type { BoardCell, BoardColumn, BoardRow, BoardView } from '../../domain/views/board-view.js';
import { shortDay } from '../../wording/dates.js';
import { dossierPage } from '../../wording/pages.js';
import { capital, decisionShort, phaseWords, visitWords } from '../../wording/words.js';
import { Link, Paragraph } from '../components/basics.js';
import { signOfCell, Verdict } from '../components/sign.js';
import { missingFirst, missingFirstFrom, whyOf } from './body-lines.js';
import { NotCounting } from './gate-card.js';

interface MatrixProps {
  board: BoardView;
  /** Why a body does not count yet, in this dossier. */
  words: WhyWords;
  href: (phase: string) => string;
}

/** So many columns fit on a wide screen. */
const fitting = 8;

const isCurrent = ({ status }: BoardColumn): boolean => status === 'at-gate' || status === 'underway';

export function Matrix({ board, words, href }: MatrixProps) {
  const { columns } = board;
  const rows = inOrder(board);
  if (rows.length === 0) return <Paragraph quiet>{dossierPage.nothingAsked}</Paragraph>;
  return (
    <>
      <p className="nl-paragraph sluis-quiet sluis-noprint">
        {dossierPage.matrixHint}{' '}
        <span className={columns.length <= fitting ? 'sluis-hint--narrow' : undefined}>{dossierPage.matrixScroll}</span>{' '}
        {rows.length > missingFirstFrom && dossierPage.missingFirst}
      </p>
      <div className="sluis-scroll" role="region" aria-label={dossierPage.matrix} tabIndex={0}>
        <table className="utrecht-table sluis-matrix">
          <thead className="utrecht-table__header">
            <tr className="utrecht-table__row">
              <th className="utrecht-table__header-cell" scope="col">
                {dossierPage.party}
              </th>
              {columns.map((column) => (
                <th key={column.phase} className={cellClass(column, 'header-cell')} scope="col">
                  <span className="sluis-quiet">{column.number}</span>{' '}
                  {column.put ? <Link href={href(column.phase)}>{column.title}</Link> : column.title}
                  <span className="sluis-quiet">{underTitle(column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {rows.map((row) => (
              <tr key={row.party} className="utrecht-table__row">
                <th className="utrecht-table__header-cell" scope="row">
                  {row.title}
                </th>
                {row.cells.map((cell, i) => (
                  <td key={columns[i]?.phase} className={cellClass(columns[i], 'cell')}>
                    {cell ? <Cell cell={cell} words={words} /> : <span className="sluis-quiet">–</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot className="utrecht-table__footer">
            <tr className="utrecht-table__row">
              <th className="utrecht-table__header-cell" scope="row">
                {dossierPage.total}
              </th>
              {columns.map((column) => (
                <td key={column.phase} className={cellClass(column, 'cell')}>
                  {column.asked > 0 ? dossierPage.totalOf(column.decided, column.asked) : '–'}{' '}
                  <NotCounting n={column.notCounting} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

const Cell = ({ cell, words }: { cell: BoardCell; words: WhyWords }) => (
  <>
    <Verdict sign={signOfCell(cell)} word={capital(wordOf(cell, words))} />
    <span className="sluis-quiet">
      {cell.on !== null && shortDay(cell.on)}
      {cell.decision !== null && cell.missing && addition(cell, words)}
    </span>
  </>
);

const wordOf = ({ decision, visit, missing }: BoardCell, words: WhyWords): string => {
  if (visit !== null) return visitWords[visit];
  if (decision !== null) return decisionShort[decision];
  return missing ? whyOf(missing, false, words) : visitWords.waiting;
};

/** What the word of the decision does not say already. */
const addition = ({ missing }: BoardCell, words: WhyWords): string =>
  missing && !['deferred', 'noted'].includes(missing.why) ? ` · ${whyOf(missing, true, words)}` : '';

function underTitle({ status, passedOn, replyBy, planned }: BoardColumn): string {
  if (passedOn !== null) return ` ${phaseWords[status]} ${shortDay(passedOn)}`;
  if (replyBy !== null) return ` ${dossierPage.replyBy(replyBy)}`;
  return ` ${planned.until === null ? phaseWords[status] : shortDay(planned.until)}`;
}

const cellClass = (column: BoardColumn | undefined, part: 'cell' | 'header-cell'): string =>
  `utrecht-table__${part}${column && isCurrent(column) ? ' sluis-current' : ''}`;

/** Among many, those that are missing now come first. */
const inOrder = ({ columns, rows }: BoardView): BoardRow[] =>
  missingFirst(rows, ({ cells }) => cells.some((cell, i) => cell?.missing && columns[i]?.status === 'at-gate'));
