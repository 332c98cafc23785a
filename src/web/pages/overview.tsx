// Which dossiers there are, and how each goes.
import { damagedTitle, type DamagedDossier } from '../../domain/views/damaged-view.js';
import type { OverviewView } from '../../domain/views/overview-view.js';
import type { DossierId } from '../../domain/vocabulary.js';
import { useWording } from '../../http/page/wording.js';
import { Alert, Button, ButtonLink, Link, Paragraph } from '../../http/page/basics.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { exportAddress } from './addresses.js';
import { ExportMenu } from './export-menu.js';
import { NotCounting } from './gate-verdict.js';

interface OverviewProps {
  around: Surroundings;
  rows: (OverviewView | DamagedDossier)[];
  /** By dossier, how many days it can be done before its goal; null where nothing can be said. */
  slacks: ReadonlyMap<DossierId, number | null>;
  /** The address of what follows, if anything does. */
  more: string | null;
  /** Whether any of them rests on calendars that were made up. */
  assumed: boolean;
  mayStart: boolean;
  /** Whether who looks gives others their roles. */
  administers: boolean;
  /** Whether examples can be added to the demonstration. */
  examples: boolean;
}

export const OverviewPage = ({
  around,
  rows,
  slacks,
  assumed,
  more,
  mayStart,
  administers,
  examples,
}: OverviewProps) => {
  const { overview, forecastWords } = useWording();
  return (
    <Frame title={overview.title} around={{ ...around, here: '/trajecten' }}>
      {rows.length === 0 ? (
        <Alert tone="info">
          <Paragraph>{overview.empty}</Paragraph>
          <Paragraph>{administers ? overview.administers : overview.emptyWhy}</Paragraph>
        </Alert>
      ) : (
        <ul className="sluis-cards">
          {rows.map((row) =>
            'before' in row ? (
              <Damaged key={row.id} row={row} />
            ) : (
              <Row key={row.id} row={row} slack={slacks.get(row.id) ?? null} />
            ),
          )}
        </ul>
      )}
      {assumed && <Paragraph quiet>{forecastWords.assumed}</Paragraph>}
      {examples && (
        <form className="sluis-examples" method="post" action="/demonstratie/voorbeelden">
          <Paragraph>{overview.examples}</Paragraph>
          <Button>{overview.addExamples}</Button>
        </form>
      )}
      <p className="sluis-actions">
        {mayStart && <ButtonLink href="/trajecten/nieuw">{overview.start}</ButtonLink>}
        {more !== null && <Link href={more}>{overview.more}</Link>}
      </p>
      {rows.length > 0 && <ExportMenu lists={['trajecten']} hrefOf={exportAddress} />}
    </Frame>
  );
};

const Damaged = ({ row }: { row: DamagedDossier }) => {
  const { overview } = useWording();
  return (
    <li className="sluis-card sluis-row">
      <div className="sluis-row__main">
        <h2 className="nl-heading nl-heading--level-3">
          <Link href={`/trajecten/${row.id}`}>{damagedTitle(row)}</Link>
        </h2>
        <p className="sluis-late">{overview.damaged(row.sequence)}</p>
      </div>
    </li>
  );
};

const Row = ({ row, slack }: { row: OverviewView; slack: number | null }) => {
  const { overview, forecastWords, dossierPage, latenessWords, stateWords, longDay } = useWording();
  return (
    <li className="sluis-card sluis-row">
      <div className="sluis-row__main">
        <h2 className="nl-heading nl-heading--level-3">
          <Link href={`/trajecten/${row.id}`}>{row.title}</Link>
        </h2>
        {row.running.length === 0 ? (
          <p className="sluis-quiet">{row.state === 'running' ? dossierPage.running(0) : stateWords[row.state]}</p>
        ) : (
          <ul className="sluis-plain">
            {row.running.map(({ phase, title, stand }) => (
              <li key={phase}>
                {title}
                {stand && (
                  <>
                    {': '}
                    <strong>{stand.decided}</strong> {dossierPage.decided(stand.decided, stand.electorate)}{' '}
                    <NotCounting n={stand.notCounting} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <dl className="sluis-row__facts">
        <div>
          <dt className="sluis-quiet">{overview.next}</dt>
          <dd>{row.next === null ? '–' : longDay(row.next)}</dd>
        </div>
        <div>
          <dt className="sluis-quiet">{overview.pace}</dt>
          <dd className={`sluis-pace sluis-pace--${row.pace}`}>
            {row.late === null ? overview.paces[row.pace] : latenessWords.mark(row.late.days)}
          </dd>
          {row.late && <dd className="sluis-quiet">{row.late.title}</dd>}
          {slack !== null && <dd className="sluis-quiet">{forecastWords.slackCell(slack)}</dd>}
        </div>
      </dl>
    </li>
  );
};
