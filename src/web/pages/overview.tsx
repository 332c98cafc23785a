// Which dossiers there are, and how each goes.
import type { OverviewView } from '../../domain/views/overview-view.js';
import { longDay } from '../../wording/dates.js';
import { dossierPage, overview } from '../../wording/pages.js';
import { stateWords } from '../../wording/words.js';
import { Alert, ButtonLink, Link, Paragraph } from '../components/basics.js';
import { Frame, type Surroundings } from '../components/frame.js';
import { NotCounting } from './gate-card.js';

interface OverviewProps {
  around: Surroundings;
  rows: OverviewView[];
  /** The address of what follows, if anything does. */
  more: string | null;
  mayStart: boolean;
  /** The day on which the story of the demonstration stands. */
  story: string | null;
}

export const OverviewPage = ({ around, rows, more, mayStart, story }: OverviewProps) => (
  <Frame title={overview.title} around={{ ...around, here: 'dossiers' }}>
    {rows.length === 0 ? (
      <Alert tone="info">
        <Paragraph>{overview.empty}</Paragraph>
        <Paragraph>{overview.emptyWhy}</Paragraph>
      </Alert>
    ) : (
      <ul className="sluis-cards">
        {rows.map((row) => (
          <Row key={row.id} row={row} story={row.demonstration ? story : null} />
        ))}
      </ul>
    )}
    <p className="sluis-actions">
      {mayStart && <ButtonLink href="/trajecten/nieuw">{overview.start}</ButtonLink>}
      {more !== null && <Link href={more}>{overview.more}</Link>}
    </p>
  </Frame>
);

const Row = ({ row, story }: { row: OverviewView; story: string | null }) => (
  <li className="sluis-card sluis-row">
    <div className="sluis-row__main">
      <h2 className="nl-heading nl-heading--level-3">
        <Link href={`/trajecten/${row.id}${story === null ? '' : `?asOf=${story}`}`}>{row.title}</Link>
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
                  <strong>{stand.decided}</strong> {dossierPage.decided(stand.electorate)}{' '}
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
        <dd className={`sluis-pace sluis-pace--${row.pace}`}>{overview.paces[row.pace]}</dd>
      </div>
    </dl>
  </li>
);
