// What changed in a dossier while a form was open, for whoever filled it in: the stands first, then the log.
import { useWording } from '../../../http/page/wording.js';
import { Alert, Paragraph } from '../../../http/page/basics.js';
import { standFor } from '../../../http/page/sign.js';
import type { StandView } from '../../../wording/gates/views.js';
import type { LogLine } from './log.js';

export interface StandChange {
  /** Whose it is, and where, when the form is about several gates. */
  title: string;
  from: string;
  to: string;
  /** As it is now; null of who decides there no more. */
  stand: Pick<StandView, 'body' | 'side' | 'why'> | null;
}

export interface Changes {
  /** Who filled it in is another than who sends it. */
  otherPerson: boolean;
  stands: readonly StandChange[];
  /** How the gate stands now, where that reads otherwise. */
  sentence: string | null;
  /** What was recorded since, as it stands in the log; the first so many. */
  lines: readonly LogLine[];
  /** How many lines there are beside these. */
  more: number;
}

export const ChangesSince = ({ changes }: { changes: Changes | null }) => {
  const { changed: words, log, capital } = useWording();
  if (changes === null) return null;
  const { otherPerson, stands, sentence, lines, more } = changes;
  return (
    <Alert tone="warning" title={words.title} live>
      {otherPerson && <Paragraph>{words.otherPerson}</Paragraph>}
      {stands.length > 0 && (
        <ul>
          {stands.map(({ title, from, to, stand }) => (
            <li key={title}>
              {words.stood(title, from)} <span {...(stand ? standFor(stand) : {})}>{to}</span>
            </li>
          ))}
        </ul>
      )}
      {sentence !== null && <Paragraph>{words.now(sentence)}</Paragraph>}
      {lines.length > 0 && (
        <>
          <Paragraph>{words.recorded}</Paragraph>
          <ul>
            {lines.map(({ sequence, sentence: line, who }) => (
              <li key={sequence}>
                {line} <span className="sluis-quiet">{capital(log.by(who))}.</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {more > 0 && <Paragraph>{words.more(more)}</Paragraph>}
      <Paragraph>{words.hint}</Paragraph>
    </Alert>
  );
};
