// What every page has around it: who is signed in, where one is, and the mark of a look back.
import type { ReactNode } from 'react';
import type { Wording } from '../../wording/wording.js';
import type { Moment } from '../../domain/fold/history.js';
import type { PaperAbout } from '../../domain/papers.js';
import type { Day, DossierId, Hex, Instant } from '../../domain/vocabulary.js';
import { useWording } from './wording.js';
import { productVersion } from '../../store/process/version.js';
import { liveScript, type Script } from './scripts.js';
import { sheet } from './stylesheet.js';
import { Link } from './basics.js';
import { accessibilityPath, contactPath, helpPath, privacyPath } from './help-paths.js';
import { PapersOfPage } from './paper-link.js';
import { Shapes } from './sign.js';
import { PartsOfEntry, TopBar, type AtTop } from './top-bar.js';

/** What a page knows of its surroundings. */
export interface Surroundings extends AtTop {
  /** In which language it is answered. */
  wording: Wording;
  today: Day;
  /** From which moment on records are read as they are now; null where they always were. */
  readAnew: Instant | null;
  /** The dossier that it is a page of; absent on other pages. */
  dossier?: DossierId;
  /** What is known of the papers that facts of that dossier refer to, also of those that are not shown on it. */
  papers: ReadonlyMap<Hex, PaperAbout>;
}

/** The same around a page of one dossier: what was once invented, or was played back, says so for ever. */
export const inDossier = (
  around: Surroundings,
  { id, demonstration, source }: { id: DossierId; demonstration: boolean; source: string | null },
): Surroundings => ({
  ...around,
  here: '/trajecten',
  dossier: id,
  source,
  demonstration: demonstration || (around.demonstration && source === null),
});

interface Scripted {
  /**
   * Where it hears that there is something new, the address at which that is seen, and whether it is of more than one dossier;
   * null where it does not listen.
   */
  live?: { stream: string; again: string; ofAll?: true } | null | undefined;
  /** The script that it has. */
  script?: Script | null | undefined;
}

interface FrameProps extends Scripted {
  title: string;
  around: Surroundings;
  /** What stands above the title. */
  kicker?: ReactNode;
  /** From the outside in, without the page itself. */
  trail?: { href: string; label: string }[];
  /** Whether something on the page is wrong: the browser's title says so first. */
  wrong?: boolean;
  past?: Looking;
  children: ReactNode;
}

/** Where the same page is on other days on which something happened; null where there is no such day. */
export interface Course {
  first: string | null;
  previous: string | null;
  next: string | null;
}

/** A look back: at which moment, and where the same page is now and on the days before and after. */
interface Looking extends Partial<Course> {
  moment: Moment;
  toNow: string;
}

export function Frame({ title, around, kicker, trail = [], wrong, past, live, script, children }: FrameProps) {
  const { frame, language } = useWording();
  const isPast = (past?.moment.asOf ?? past?.moment.knownAt ?? null) !== null;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${wrong ? `${frame.error}: ` : ''}${title} – ${frame.product}`}</title>
        <link rel="stylesheet" href={sheet.path} />
        {around.house?.styles != null && <link rel="stylesheet" href={around.house.styles} />}
        <OwnScript live={live} script={script} />
        <link rel="icon" href="/sluis.svg" type="image/svg+xml" />
      </head>
      <body>
        <a className="nl-skip-link nl-skip-link--visible-on-focus sluis-skip" href="#inhoud">
          {frame.skip}
        </a>
        <Shapes />
        <TopBar around={around} />
        {past && isPast && <Past {...past} since={around.readAnew} />}
        <main className="sluis-page" id="inhoud" tabIndex={-1}>
          <PartsOfEntry around={around} />
          {trail.length > 0 && <Trail steps={trail} />}
          {kicker !== undefined && <p className="sluis-kicker">{kicker}</p>}
          <h1 className="nl-heading nl-heading--level-1">{title}</h1>
          {!isPast && <p className="sluis-onpaper">{frame.asOf(around.today)}</p>}
          <PapersOfPage value={around}>{children}</PapersOfPage>
          <Live live={live} />
        </main>
        <Footer />
      </body>
    </html>
  );
}

const OwnScript = ({ live, script = live ? liveScript : null }: Scripted) =>
  script && <script src={script.path} defer />;

/** Empty until there is something new. */
const Live = ({ live }: Scripted) => {
  const { frame } = useWording();
  return live ? (
    <div className="sluis-live" role="status" data-nieuws={live.stream}>
      <template>
        <p>
          {live.ofAll ? frame.freshInAll : frame.fresh} <Link href={live.again}>{frame.again}</Link>
        </p>
      </template>
    </div>
  ) : null;
};

/** Whom to ask, and what has to be told on every page. */
const Footer = () => {
  const { footer, frame } = useWording();
  return (
    <footer className="sluis-footer">
      <div className="sluis-page">
        <nav aria-label={footer.label}>
          <Link href={helpPath}>{footer.help}</Link>
          <Link href={contactPath}>{footer.contact}</Link>
          <Link href={privacyPath}>{footer.privacy}</Link>
          <Link href={accessibilityPath}>{footer.accessibility}</Link>
        </nav>
        <p>
          {frame.footer} {footer.version(productVersion)}
        </p>
      </div>
    </footer>
  );
};

const Past = ({ moment: { asOf, knownAt }, toNow, previous, next, since }: Looking & { since: Instant | null }) => {
  const { frame, otherwise } = useWording();
  return (
    <aside className="sluis-past">
      <p className="sluis-page">
        <strong>
          {asOf !== null && frame.asOf(asOf)}
          {asOf !== null && knownAt !== null && ' · '}
          {knownAt !== null && frame.knownAt(knownAt)}
        </strong>{' '}
        {frame.past} <Link href={toNow}>{frame.toNow}</Link>
        {knownAt !== null && since !== null && knownAt < since && ` ${otherwise.readAnew(since)}`}
      </p>
      {(previous ?? next) && (
        <nav className="sluis-page sluis-past__steps" aria-label={frame.steps}>
          {previous && <Link href={previous}>{frame.previous}</Link>}
          {next && <Link href={next}>{frame.next}</Link>}
        </nav>
      )}
    </aside>
  );
};

const Trail = ({ steps }: { steps: { href: string; label: string }[] }) => {
  const { frame } = useWording();
  return (
    <nav className="utrecht-breadcrumb-nav sluis-trail" aria-label={frame.path}>
      <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {steps.map(({ href, label }) => (
          <li className="utrecht-breadcrumb-nav__item" key={href}>
            <a className="utrecht-link utrecht-breadcrumb-nav__link nl-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
};
