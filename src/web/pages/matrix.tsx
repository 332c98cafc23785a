// Municipalities by phases: how each stands at every gate, finished ones calm, the current one tinted.
import type { BoardCell, BoardColumn, BoardRow, BoardView } from '../../domain/views/board-view.js';
import type { WordPart } from '../../wording/stand.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import { Link, Paragraph } from '../../http/page/basics.js';
import { signOfCell, Verdict } from '../../http/page/sign.js';
import { Cell, Head, Row, Scrolling } from '../../http/page/table.js';
import { missingFirst, missingFirstFrom } from './body-lines.js';
import { NotCounting } from './gate-card.js';

interface MatrixProps {
  board: BoardView;
  href: (phase: string) => string;
}

/** So many columns fit on a wide screen. */
const fitting = 8;

const isCurrent = ({ status }: BoardColumn): boolean => status === 'at-gate' || status === 'underway';

export function Matrix({ board, href }: MatrixProps) {
  const wording = useWording();
  const { dossierPage } = wording;
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
      <Scrolling label={dossierPage.matrix}>
        <table className="utrecht-table sluis-matrix">
          <thead className="utrecht-table__header">
            <tr className="utrecht-table__row">
              <Head>{dossierPage.party}</Head>
              {columns.map((column) => (
                <Head key={column.phase} kind={current(column)}>
                  <span className="sluis-quiet">{column.number}</span>{' '}
                  {column.put ? <Link href={href(column.phase)}>{column.title}</Link> : column.title}
                  <span className="sluis-quiet">{underTitle(column, wording)}</span>
                </Head>
              ))}
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {rows.map((row) => (
              <Row key={row.party} head={row.title}>
                {row.cells.map((cell, i) => (
                  <Cell key={columns[i]?.phase} kind={current(columns[i])}>
                    {cell ? (
                      <Stand cell={cell} informs={columns[i]?.informs ?? false} />
                    ) : (
                      <span className="sluis-quiet">–</span>
                    )}
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
          <tfoot className="utrecht-table__footer">
            <Row head={dossierPage.total}>
              {columns.map((column) => (
                <Cell key={column.phase} kind={current(column)}>
                  {column.asked > 0 ? dossierPage.totalOf(column.decided, column.asked) : '–'}{' '}
                  <NotCounting n={column.notCounting} />
                </Cell>
              ))}
            </Row>
          </tfoot>
        </table>
      </Scrolling>
    </>
  );
}

const Stand = ({ cell, informs }: { cell: BoardCell; informs: boolean }) => {
  const wording = useWording();
  const { capitalFirst, shortDay } = wording;
  const word = capitalFirst(wordIn(cell, informs, wording));
  return (
    <>
      <Verdict sign={signOfCell(cell)} word={word} {...(cell.stand ? { of: cell.stand } : {})} />
      <span className="sluis-quiet">{cell.on !== null && shortDay(cell.on)}</span>
    </>
  );
};

const wordIn = (
  { visit, stand }: BoardCell,
  informs: boolean,
  { visitWords, informedWords, wordParts }: Wording,
): WordPart[] =>
  stand && visit === null ? wordParts(stand) : [{ text: (informs ? informedWords : visitWords)[visit ?? 'waiting'] }];

function underTitle(
  { status, passedOn, dueOn, planned }: BoardColumn,
  { phaseWords, shortDay, dossierPage }: Wording,
): string {
  if (passedOn !== null) return ` ${phaseWords[status]} ${shortDay(passedOn)}`;
  if (dueOn !== null) return ` ${dossierPage.dueOn(dueOn)}`;
  return ` ${planned.until === null ? phaseWords[status] : shortDay(planned.until)}`;
}

const current = (column: BoardColumn | undefined): string | undefined =>
  column && isCurrent(column) ? 'sluis-current' : undefined;

/** Among many, those that are missing now come first. */
const inOrder = ({ columns, rows }: BoardView): BoardRow[] =>
  missingFirst(rows, ({ cells }) => cells.some((cell, i) => cell?.stand?.why && columns[i]?.status === 'at-gate'));
