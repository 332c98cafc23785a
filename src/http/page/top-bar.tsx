// The bar at the top of every page: where one can go, what one looks for, and who is signed in. Where there is no room for all
// of it, a button opens it as a panel, which a browser does by itself.
import type { Day, Role } from '../../domain/vocabulary.js';
import type { House, MenuEntry } from '../places.js';
import { Link } from './basics.js';
import { SearchBox, searchPath } from './search-form.js';
import { useWording } from './wording.js';

export interface AtTop {
  /** Who is signed in, with the roles; null before that. */
  person: { name: string; roles: Role[] } | null;
  demonstration: boolean;
  /** The day that it is in a demonstration, which has a time of its own; null where the clock is that of everyone. */
  present: Day | null;
  /** The documents that the dossier was played back from; absent on other pages. */
  source?: string | null;
  /** What is at the top of every page for who is signed in. */
  menu: readonly MenuEntry[];
  /** Which of them this page belongs to, by its address. */
  here: string | null;
  /** How it looks; null for as the product does. */
  house: House | null;
}

/** The page about oneself. */
export const accountPath = '/account';
/** Where the second step of signing in is set. */
export const factorPath = `${accountPath}/tweede-stap`;

const panel = 'menu';

export const TopBar = ({ around }: { around: AtTop }) => {
  const { person, here, demonstration, present, source } = around;
  const { frame, searching } = useWording();
  return (
    <header className="sluis-top">
      {demonstration && <p className="sluis-banner">{frame.demonstration(present)}</p>}
      {source && <p className="sluis-banner">{demonstration ? frame.played(source) : frame.playedBack(source)}</p>}
      <div className="sluis-page sluis-top__row">
        <Brand house={around.house} />
        {person && (
          <>
            <a className="sluis-find__link" href={searchPath} aria-current={here === searchPath ? 'page' : undefined}>
              {searching.title}
            </a>
            <button className="nl-button nl-button--subtle sluis-opener" type="button" popoverTarget={panel}>
              {frame.openMenu}
            </button>
            <div className="sluis-panel" id={panel} popover="auto">
              <button
                className="nl-button nl-button--subtle sluis-closer"
                type="button"
                autoFocus // when the panel opens, as it lies over what opened it
                popoverTarget={panel}
                popoverTargetAction="hide"
              >
                {frame.closeMenu}
              </button>
              <Menu around={around} />
              {here !== searchPath && <SearchBox />}
              <Oneself person={person} demonstration={demonstration} />
            </div>
          </>
        )}
      </div>
    </header>
  );
};

/** Whose pages these are: the logo and the name of the region, or the product. */
const Brand = ({ house }: { house: House | null }) => {
  const { frame } = useWording();
  const name = house?.name ?? null;
  return (
    <a className={`sluis-brand${name === null ? '' : ' sluis-brand--own'}`} href="/">
      {house?.logo ? (
        <Logo {...house.logo} alt="" />
      ) : (
        <svg className="sluis-brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <path d="M3 4h5v24H3zM24 4h5v24h-5zM10 7l5 7v4l-5 7zM22 7l-5 7v4l5 7z" />
        </svg>
      )}
      <span>{name ?? frame.product}</span>
    </a>
  );
};

/** @param alt empty where its name stands beside it */
export const Logo = ({ path, width, height, alt }: NonNullable<House['logo']> & { alt: string }) => (
  <img className="sluis-brand__logo" src={path} width={width} height={height} alt={alt} />
);

/** One entry for each group: the first of it, which leads to the others. */
const Menu = ({ around: { menu, here } }: { around: AtTop }) => {
  const wording = useWording();
  const group = menu.find(({ href }) => href === here)?.group;
  const isFirst = (one: MenuEntry) => one.group === undefined || menu.find((e) => e.group === one.group) === one;
  return (
    <nav className="sluis-menu" aria-label={wording.frame.menu}>
      {menu.filter(isFirst).map((one) => (
        <Link
          key={one.href}
          href={one.href}
          current={here === one.href || (one.group !== undefined && one.group === group)}
        >
          {one.label(wording)}
        </Link>
      ))}
    </nav>
  );
};

/** The other entries of the group that the page belongs to, as links above it. */
export const PartsOfEntry = ({ around: { menu, here, person } }: { around: AtTop }) => {
  const wording = useWording();
  const group = menu.find(({ href }) => href === here)?.group;
  return person && group !== undefined ? (
    <nav className="sluis-tabs" aria-label={wording.frame.parts}>
      {menu
        .filter((one) => one.group === group)
        .map(({ href, label }) => (
          <Link key={href} href={href} current={here === href}>
            {label(wording)}
          </Link>
        ))}
    </nav>
  ) : null;
};

const Oneself = ({ person, demonstration }: { person: NonNullable<AtTop['person']>; demonstration: boolean }) => {
  const { frame, listWords, roleWords } = useWording();
  return (
    <form className="sluis-person" method="post" action="/afmelden">
      <span>
        <strong>{demonstration ? person.name : <Link href={accountPath}>{person.name}</Link>}</strong>
        <span className="sluis-quiet">{listWords(person.roles.map((role) => roleWords[role]))}</span>
      </span>
      <button className="nl-button nl-button--subtle" type="submit">
        {frame.signOut}
      </button>
    </form>
  );
};
