// The parts of a dossier, as links.
import { useWording } from '../../http/page/wording.js';
import { Link } from '../../http/page/basics.js';
import type { Addresses } from './addresses.js';

export const Tabs = ({ at, here }: { at: Addresses; here: 'board' | 'decided' | 'log' }) => {
  const { dossierPage } = useWording();
  return (
    <nav className="sluis-tabs" aria-label={dossierPage.tabs}>
      <Link href={at.dossier} current={here === 'board'}>
        {dossierPage.board}
      </Link>
      <Link href={at.decided()} current={here === 'decided'}>
        {dossierPage.allDecided}
      </Link>
      <Link href={at.log()} current={here === 'log'}>
        {dossierPage.log}
      </Link>
    </nav>
  );
};
