// Which dossiers there are, and how each goes.
import { damagedTitle, type DamagedDossier } from '../../../domain/views/damaged-view.js';
import type { OverviewView } from '../../../domain/views/overview-view.js';
import type { Instant } from '../../../domain/vocabulary.js';
import { useWording } from '../../../http/page/wording.js';
import { Alert, Button, ButtonLink, Link, Paragraph } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { choiceQuery, ListChoices, UnknownChoice } from '../list-choice.js';
import type { AskedOverview, ListedRow, OverviewList, Room } from './overview-choice.js';
import { PastEnd } from '../past-end.js';
import { exportAddress, listStream } from '../addresses.js';
import { ExportMenu } from '../export-menu.js';
import { NotCounting } from '../gate/gate-verdict.js';

interface OverviewProps {
  around: Surroundings;
  asked: AskedOverview;
  list: OverviewList;
  /** When it was made. */
  since: Instant;
  /** Its own address. */
  again: string;
  mayStart: boolean;
  /** Whether who looks gives others their roles. */
  administers: boolean;
  /** Whether examples can be added to the demonstration. */
  examples: boolean;
}

const path = '/trajecten';
const addressOf = (query: Record<string, string>, at = path): string =>
  Object.keys(query).length === 0 ? at : `${at}?${new URLSearchParams(query).toString()}`;

/** The file of what is under this filter, in this order. */
const fileAt =
  (asked: AskedOverview) =>
  (file: string): string =>
    addressOf(choiceQuery(asked, asked.offers), exportAddress(file));

export const OverviewPage = (props: OverviewProps) => {
  const { around, asked, list, since, again, mayStart, administers, examples } = props;
  const { overview, overviewWords, forecastWords, listChoiceWords } = useWording();
  const { rows, folded, next, last, isCut } = list;
  const isEmpty = rows.length + folded.length === 0 && last === null;
  const live = { stream: listStream(since), again, ofAll: true } as const;
  return (
    <Frame title={overview.title} around={{ ...around, here: path }} live={live}>
      <UnknownChoice asked={asked} />
      {isEmpty && asked.toon === 'alles' ? (
        <Alert tone="info">
          <Paragraph>{overview.empty}</Paragraph>
          <Paragraph>{administers ? overview.administers : overview.emptyWhy}</Paragraph>
        </Alert>
      ) : (
        <>
          <ListChoices
            asked={asked}
            offers={asked.offers}
            hrefOf={addressOf}
            words={{ ...overviewWords, order: listChoiceWords.order }}
          />
          <PastEnd last={last && addressOf(last)} />
          {rows.length === 0 && last === null ? (
            <Paragraph>{overviewWords.none[asked.toon]}</Paragraph>
          ) : (
            <Rows rows={rows} />
          )}
        </>
      )}
      {rows.some((row) => !('before' in row) && row.room?.assumed) && (
        <Paragraph quiet>{forecastWords.assumed}</Paragraph>
      )}
      {isCut && <Paragraph quiet>{overviewWords.cut}</Paragraph>}
      {next !== null && (
        <p className="sluis-actions">
          <Link href={addressOf(next)}>{overview.more}</Link>
        </p>
      )}
      {folded.length > 0 && (
        <details className="sluis-details" open={rows.length === 0}>
          <summary>{overviewWords.folded(folded.length)}</summary>
          <Rows rows={folded} />
          <Paragraph>
            <Link href={addressOf({ toon: 'afgerond' })}>{overviewWords.allOver}</Link>
          </Paragraph>
        </details>
      )}
      {examples && <Examples />}
      {mayStart && (
        <p className="sluis-actions">
          <ButtonLink href="/trajecten/nieuw">{overview.start}</ButtonLink>
        </p>
      )}
      {!isEmpty && <ExportMenu lists={['trajecten']} hrefOf={fileAt(asked)} />}
    </Frame>
  );
};

const Examples = () => {
  const { overview } = useWording();
  return (
    <form className="sluis-examples" method="post" action="/demonstratie/voorbeelden">
      <Paragraph>{overview.examples}</Paragraph>
      <Button>{overview.addExamples}</Button>
    </form>
  );
};

const Rows = ({ rows }: { rows: readonly ListedRow[] }) => (
  <ul className="sluis-cards">
    {rows.map((row) => ('before' in row ? <Damaged key={row.id} row={row} /> : <Row key={row.id} row={row} />))}
  </ul>
);

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

const Row = ({ row }: { row: OverviewView & { room: Room | null } }) => {
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
          {row.room && <dd className="sluis-quiet">{forecastWords.slackCell(row.room.days)}</dd>}
        </div>
      </dl>
    </li>
  );
};
