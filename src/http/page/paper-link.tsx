// A paper as a page names it: with a link to the paper itself where it was uploaded, or to where it stands on the web.
import { createContext, useContext } from 'react';
import type { PaperAbout } from '../../domain/papers.js';
import type { DossierId, Hex, ReleaseScope } from '../../domain/vocabulary.js';
import { Link } from './basics.js';
import { useWording } from './wording.js';

/** The dossier that a page is of, and what is known of its papers. */
export const PapersOfPage = createContext<{ dossier?: DossierId; papers: ReadonlyMap<Hex, PaperAbout> }>({
  papers: new Map(),
});

/** The page on which a paper is shown, where a browser can, and else taken along. */
export const paperAddress = (dossier: DossierId, file: Hex): string => `/trajecten/${dossier}/stukken/${file}`;

interface PaperLinkProps {
  title: string;
  /** Empty or null where there is none. */
  url: string | null;
  file: Hex | null;
  /** Whether it is for fewer than who see what it goes with; who may not see it gets no file and no address. */
  scope?: ReleaseScope | null;
}

export function PaperLink({ title, url, file, scope }: PaperLinkProps) {
  const { form } = useWording();
  const isOfFew = scope === 'own' && (file !== null || (url ?? '') !== '');
  return (
    <>
      <Linked title={title} url={url} file={file} />
      {isOfFew && <span className="sluis-quiet"> {form.paperOfFew}</span>}
    </>
  );
}

function Linked({ title, url, file }: Omit<PaperLinkProps, 'scope'>) {
  const { dossier, papers } = useContext(PapersOfPage);
  const { form, aboutPaper, erasedPaper } = useWording();
  const about = papers.get(file ?? '');
  const web = url === '' ? null : url;
  if (file === null || dossier === undefined) return web === null ? <>{title}</> : <Link href={web}>{title}</Link>;
  return (
    <>
      {about?.erased ? title : <Link href={paperAddress(dossier, file)}>{title}</Link>}
      {about && <span className="sluis-quiet"> {about.erased ? erasedPaper(about.erased) : aboutPaper(about)}</span>}
      {web !== null && (
        <>
          {' ('}
          <Link href={web}>{form.onTheWeb}</Link>)
        </>
      )}
    </>
  );
}
