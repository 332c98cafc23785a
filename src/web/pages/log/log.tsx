// The record in sentences, by day, newest first, with how far it was found unchanged.
import { dayOf } from '../../../domain/calendar.js';
import type { EventType } from '../../../domain/dossier/events.js';
import type { Moment } from '../../../domain/fold/history.js';
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import type { Day, Hex, Instant } from '../../../domain/vocabulary.js';
import { useWording } from '../../../http/page/wording.js';
import { Alert, Link, Lines, Paragraph } from '../../../http/page/basics.js';
import { PaperLink } from '../../../http/page/paper-link.js';
import { Frame, inDossier, type Course, type Surroundings } from '../../../http/page/frame.js';
import { standFor, type StandOf } from '../../../http/page/sign.js';
import type { Addresses } from '../addresses.js';
import { ExportMenu } from '../export-menu.js';
import { PastEnd } from '../past-end.js';
import { LogFilterForm, type AskedLog } from './log-filter-form.js';
import { Tabs } from '../tabs.js';

/** The dossier to which something belongs, under its name; without an address for who may not see it. */
export interface Elsewhere {
  name: string;
  title: string;
  href: string | null;
}

/** What was said with an event: under which name, in words; of a paper that was uploaded its hash. */
export type LogDetail = [name: string, text: string, isPaper: boolean];

export interface LogLine {
  sequence: number;
  type: EventType;
  on: Day;
  sentence: string;
  /** Free texts that belong to it, each under its name. */
  details: LogDetail[];
  /** Of a decision that was recorded here and belongs to another dossier. */
  elsewhere: Elsewhere | null;
  /** Where it stands written, of what was played back. */
  source: string | null;
  recordedAt: Instant;
  who: string;
  hash: Hex;
  href: string | null;
  /** The line that it corrects. */
  mends: number | null;
  /** The line that corrects it, and who says so, when and why. */
  mended: { sequence: number; at: Instant; who: string; why: string } | null;
  /** Where it can be corrected; null where it cannot, or not by this person. */
  correct: string | null;
  /** What a decision says by itself, and of whom. */
  said: StandOf | null;
}

interface LogPageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  moment: Moment;
  lines: LogLine[];
  head: { sequence: number; recordedAt: Instant };
  asked: AskedLog;
  /** The same as its address says it. */
  said: Record<string, string>;
  filters: { name: string; label: string; href: string }[];
  older: string | null;
  /** Where the last page is, for who came past the end; null for others. */
  last: string | null;
  /** After which line it begins; 0 for all of it. */
  after: number;
  course: Course;
  /** The dossier as it stood on a day; null for one that is still to come. */
  hrefOf: (day: Day) => string | null;
  today: Day;
}

const digits = 12;

export const LogPage = ({ around, at, dossier, lines, head, asked, said, filters, ...rest }: LogPageProps) => {
  const { log: words, news, frame } = useWording();
  return (
    <Frame
      title={dossier.title}
      around={inDossier(around, dossier)}
      kicker={words.title}
      trail={[{ href: '/trajecten', label: frame.dossiers }]}
      past={{ moment: rest.moment, toNow: at.now.log, ...rest.course }}
    >
      <Tabs at={at} here="log" />
      <Alert tone="ok">
        <Paragraph>
          <strong>{words.unchanged(head.sequence, head.recordedAt)}</strong> {words.checked}
        </Paragraph>
      </Alert>
      <nav className="sluis-filters" aria-label={words.filter}>
        {filters.map(({ name, label, href }) => (
          <Link key={name} href={href} current={name === asked.filter.toon}>
            {label}
          </Link>
        ))}
      </nav>
      <LogFilterForm action={at.now.log} all={at.log()} moment={rest.moment} asked={asked} />
      <ExportMenu lists={['logboek']} hrefOf={(file) => at.export(file, said)} />
      {rest.after > 0 && (
        <Paragraph>
          {news.after(rest.after)} <Link href={at.log()}>{news.whole}</Link>
        </Paragraph>
      )}
      <PastEnd last={rest.last} />
      {lines.length === 0 && rest.last === null && <Paragraph quiet>{words.empty}</Paragraph>}
      {byDay(lines).map(([day, some]) => (
        <section key={`${day} ${some[0]?.sequence ?? 0}`} className="sluis-day">
          <h2 className="nl-heading nl-heading--level-3">{words.day(day)}</h2>
          <StandOf day={day} href={rest.hrefOf(day)} />
          <ul className="sluis-log">
            {some.map((line) => (
              <Line key={line.sequence} line={line} today={rest.today} />
            ))}
          </ul>
        </section>
      ))}
      {rest.older !== null && <Link href={rest.older}>{words.older}</Link>}
    </Frame>
  );
};

const StandOf = ({ day, href }: { day: Day; href: string | null }) => {
  const { log: words } = useWording();
  return href === null ? null : (
    <p className="sluis-noprint">
      <Link href={href}>{words.standOf(day)}</Link>
    </p>
  );
};

const Line = ({ line, today }: { line: LogLine; today: Day }) => {
  const { log: words, corrections } = useWording();
  return (
    <li className="sluis-log__line" id={`regel-${line.sequence}`}>
      <p {...(line.said ? standFor(line.said) : {})}>
        <Sentence line={line} />
      </p>
      {line.mended !== null && (
        <p>
          <Link href={`#regel-${line.mended.sequence}`}>{corrections.mended(line.mended)}</Link>
        </p>
      )}
      {line.mends !== null && (
        <p>
          <Link href={`#regel-${line.mends}`}>{corrections.mends(line.mends)}</Link>
        </p>
      )}
      {line.details.map(([name, text, isPaper]) => (
        <p key={name} className="sluis-log__detail">
          <span className="sluis-quiet">{name}:</span>{' '}
          {isPaper ? <PaperLink title={words.openPaper} url={null} file={text} /> : <Lines text={text} />}
        </p>
      ))}
      {line.elsewhere !== null && (
        <p className="sluis-log__detail">
          <span className="sluis-quiet">{line.elsewhere.name}:</span> <OtherDossier {...line.elsewhere} />
        </p>
      )}
      <p className="sluis-quiet">
        {words.line(line.sequence)}, {words.recordedAt(line.recordedAt)}, {words.by(line.who)}
        {dayOf(line.recordedAt) > today && `; ${words.clockWasAhead}`}.{' '}
        <abbr title={line.hash}>{`${words.fingerprint} ${line.hash.slice(0, digits)}`}</abbr>
      </p>
      {line.correct !== null && (
        <p className="sluis-noprint">
          <Link href={line.correct}>{corrections.correct(line.sequence)}</Link>
        </p>
      )}
    </li>
  );
};

export const OtherDossier = ({ title, href }: Omit<Elsewhere, 'name'>) =>
  href === null ? title : <Link href={href}>{title}</Link>;

function Sentence({ line: { href, sentence, mended } }: { line: LogLine }) {
  const told = href === null ? sentence : <Link href={href}>{sentence}</Link>;
  return mended === null ? told : <del>{told}</del>;
}

/** The lines of one day together. */
function byDay(lines: LogLine[]): [Day, LogLine[]][] {
  const days: [Day, LogLine[]][] = [];
  for (const line of lines) {
    const last = days.at(-1);
    if (last?.[0] === line.on) last[1].push(line);
    else days.push([line.on, [line]]);
  }
  return days;
}
