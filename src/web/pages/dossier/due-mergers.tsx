// That the register has a merger of parties of a dossier which is not recorded in it: until it is, who is no more decides on.
import type { DueMerger } from '../../../domain/commands/merge-parties.js';
import { Alert, Link, Paragraph } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';

/** @param href where it can be recorded; null for who may not */
export const DueMergers = ({ due, href }: { due: readonly DueMerger[]; href: string | null }) => {
  const { labels, mergerForm: words, partiesMerged } = useWording();
  return due.length === 0 ? null : (
    <Alert tone="warning">
      {due.map(({ on, from, into }) => (
        <Paragraph key={into.id}>
          {words.due(partiesMerged({ from: from.map(({ name }) => name), into: into.name, since: on }))}
        </Paragraph>
      ))}
      {href !== null && <Link href={href}>{labels['merge-parties']}</Link>}
    </Alert>
  );
};
