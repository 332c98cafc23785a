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
}

export function ExportMenu({ lists, hrefOf }: ExportMenuProps) {
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
      <Paragraph quiet>{out.hint}</Paragraph>
    </details>
  );
}
