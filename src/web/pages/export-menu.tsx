// What of a page can be taken along: quiet, under what it is about.
import { useWording } from '../../http/page/wording.js';
import { Paragraph } from '../../http/page/basics.js';
import type { Wording } from '../../wording/wording.js';

export type ExportList = keyof Wording['out']['lists'];

const formats = ['xlsx', 'csv'] as const;

interface ExportMenuProps {
  lists: readonly ExportList[];
  /** Where the file is of which that is the name. */
  hrefOf: (file: string) => string;
  /** Where a document is, where the whole dossier is offered too. */
  documentAt?: (file: string) => string;
}

const wholeFiles = ['besluitenoverzicht.docx', 'traject.html', 'archief.zip'] as const;

export function ExportMenu({ lists, hrefOf, documentAt }: ExportMenuProps) {
  const { out } = useWording();
  return (
    <details className="sluis-details sluis-noprint">
      <summary>{out.menu}</summary>
      <ul className="sluis-plain">
        {lists.map((list) => (
          <li key={list}>
            {out.lists[list]}:{' '}
            {formats.map((format, i) => (
              <span key={format}>
                {i > 0 && ' · '}
                <a
                  className="nl-link"
                  href={hrefOf(`${list}.${format}`)}
                  aria-label={out.of(out.lists[list], out.formats[format])}
                >
                  {out.formats[format]}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {documentAt && (
        <p>
          {out.whole}:{' '}
          {wholeFiles.map((file, i) => (
            <span key={file}>
              {i > 0 && ' · '}
              <a className="nl-link" href={documentAt(file)}>
                {out.wholeAs[file]}
              </a>
            </span>
          ))}
        </p>
      )}
      <Paragraph quiet>{out.hint}</Paragraph>
    </details>
  );
}
