// That a list ends before the place that was asked: else its page would look as if there were nothing.
import { Alert, Link, Paragraph } from '../../http/page/basics.js';
import { useWording } from '../../http/page/wording.js';

/** @param last where its last page is; null where there is something to show */
export const PastEnd = ({ last }: { last: string | null }) => {
  const { listChoiceWords: words } = useWording();
  return last === null ? null : (
    <Alert tone="info">
      <Paragraph>
        {words.past} <Link href={last}>{words.last}</Link>
      </Paragraph>
    </Alert>
  );
};
