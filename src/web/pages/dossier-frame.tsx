// The frame of a page of one dossier: what was invented in it says so, and the way back leads through it.
import type { ComponentProps } from 'react';
import type { DossierHeading } from '../../domain/views/dossier-view.js';
import { Frame, inDossier } from '../../http/page/frame.js';
import { useWording } from '../../http/page/wording.js';
import type { Addresses } from './addresses.js';

interface DossierFrameProps extends ComponentProps<typeof Frame> {
  at: Addresses;
  dossier: DossierHeading;
}

/** @param trail from the dossier inwards, without the page itself */
export function DossierFrame({ at, dossier, around, trail = [], ...rest }: DossierFrameProps) {
  const { frame } = useWording();
  return (
    <Frame
      {...rest}
      around={inDossier(around, dossier)}
      trail={[{ href: '/trajecten', label: frame.dossiers }, { href: at.dossier, label: dossier.title }, ...trail]}
    />
  );
}
