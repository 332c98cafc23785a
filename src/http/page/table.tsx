// A table as every page has it: where it is too wide for the screen it scrolls by itself, also with the keys.
import type { ReactNode } from 'react';

interface TableProps {
  /** What it is about, for who does not see it. */
  label: string;
  /** A class that says how wide its columns are. */
  kind?: string;
  heads: readonly string[];
  /** Its rows. */
  children?: ReactNode;
  /** Many rows, as they were drawn a few at a time; in the place of its children. */
  rows?: string;
}

export const Table = ({ label, kind, heads, children, rows }: TableProps) => (
  <Scrolling label={label}>
    <table className={kind === undefined ? 'utrecht-table' : `utrecht-table ${kind}`}>
      <thead className="utrecht-table__header">
        <tr className="utrecht-table__row">
          {heads.map((head) => (
            <Head key={head}>{head}</Head>
          ))}
        </tr>
      </thead>
      {rows === undefined ? (
        <tbody className="utrecht-table__body">{children}</tbody>
      ) : (
        <tbody className="utrecht-table__body" dangerouslySetInnerHTML={{ __html: rows }} />
      )}
    </table>
  </Scrolling>
);

export const Scrolling = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="sluis-scroll" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);

const classOf = (part: 'header-cell' | 'cell', kind?: string): string =>
  kind === undefined ? `utrecht-table__${part}` : `utrecht-table__${part} ${kind}`;

interface CellProps {
  kind?: string;
  /** Its head, where it stands below the others of its row. */
  head?: string;
  children: ReactNode;
}

export const Head = ({ kind, children }: CellProps) => (
  <th className={classOf('header-cell', kind)} scope="col">
    {children}
  </th>
);

/** A row, by what it is about. */
export const Row = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <tr className="utrecht-table__row">
    <th className="utrecht-table__header-cell" scope="row">
      {head}
    </th>
    {children}
  </tr>
);

/** Stands where there is nothing; below the others of its row it is left out. */
const nothing = '–';

export const Cell = ({ kind, head, children }: CellProps) => (
  <td className={classOf('cell', children === nothing ? 'sluis-nothing' : kind)} data-head={head?.replace(/\?$/, '')}>
    {children}
  </td>
);
