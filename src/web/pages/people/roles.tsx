// Who holds which role for which body: first what is missing and what that stops, then every place.
import type { Holder, PlaceInGrid, RowOfGrid } from '../../../domain/roles/places.js';
import type { BodyId, Day, Id, Role, WorksAs } from '../../../domain/vocabulary.js';
import { Alert, ButtonLink, Heading, Link, Paragraph, Section } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { SignIcon } from '../../../http/page/sign.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';

export const rolesPath = '/beheer';
/** Where people are let in by a sheet. */
export const peopleSheetPath = '/mensen/lijst';

/** Where somebody is added in a role for a body, or somebody more while another is away. */
export function toAdd(role?: Role, body?: BodyId | null, { replaces = false } = {}): string {
  const asked = new URLSearchParams();
  if (role !== undefined) asked.set('rol', role);
  if (body != null) asked.set('orgaan', body);
  if (replaces) asked.set('vervangt', 'ja');
  return `/mensen/nieuw${asked.size > 0 ? `?${asked.toString()}` : ''}`;
}

const historyOf = (body: BodyId): string => `${rolesPath}/verloop?${new URLSearchParams({ orgaan: body }).toString()}`;

interface RolesProps {
  around: Surroundings;
  today: Day;
  regions: readonly { id: string; title: string; rows: readonly RowOfGrid[] }[];
  lacks: readonly { role: Role; works: WorksAs; bodies: readonly { id: BodyId; title: string }[] }[];
  needed: number;
  empty: number;
  /** Who never chose a password. */
  awaited: ReadonlySet<Id>;
  isOnlyOne: boolean;
  onlyEmpty: boolean;
  /** Regions of the plans that do not work with this installation yet. */
  others: readonly { id: string; title: string }[];
}

export const RolesPage = (props: RolesProps) => {
  const { around, regions, empty, onlyEmpty } = props;
  const { rolesPages: words } = useWording();
  return (
    <Frame title={words.roles} around={around}>
      <p className="sluis-actions sluis-noprint">
        <ButtonLink href={toAdd()} primary>
          {words.add}
        </ButtonLink>
        <ButtonLink href={peopleSheetPath}>{words.addMany}</ButtonLink>
        <ButtonLink href="/mensen">{words.everyone}</ButtonLink>
        <ButtonLink href={`${rolesPath}/verloop`}>{words.history}</ButtonLink>
      </p>
      {props.isOnlyOne && (
        <Alert tone="warning">
          <Paragraph>
            {words.onlyOne} <Link href={toAdd('administrator')}>{words.addSecond}</Link>
          </Paragraph>
        </Alert>
      )}
      {props.needed > 0 && <Missing {...props} />}
      {regions.length === 0 && <Paragraph>{props.others.length > 0 ? words.noneInUse : words.noRegions}</Paragraph>}
      {empty > 0 && (
        <p className="sluis-noprint">
          <Link href={onlyEmpty ? rolesPath : `${rolesPath}?toon=leeg`}>
            {onlyEmpty ? words.all : words.onlyEmpty(empty)}
          </Link>
        </p>
      )}
      {regions.map((region) => (
        <Section key={region.id} title={region.title || words.unnamed}>
          <Grids {...props} rows={onlyEmpty ? region.rows.filter(hasEmpty) : region.rows} />
        </Section>
      ))}
      <Others regions={props.others} />
    </Frame>
  );
};

const hasEmpty = ({ places }: RowOfGrid): boolean => places.some(({ isEmpty }) => isEmpty);

/** What is missing, and what it stops. */
const Missing = ({ lacks, needed, empty, awaited }: RolesProps) => {
  const { rolesPages: words } = useWording();
  const stops: Partial<Record<Role, string>> = words.stops;
  return (
    <section className="sluis-gate" aria-labelledby="plekken">
      <div className="sluis-gate__head">
        <SignIcon sign={empty > 0 ? 'lacking' : 'for'} />
        <h2 className="sluis-headline" id="plekken">
          {words.verdict(empty, needed)}
        </h2>
        {awaited.size > 0 && <p className="sluis-gate__when">{words.waiting(awaited.size)}</p>}
      </div>
      <ul className="sluis-needed">
        {lacks.map(({ role, works, bodies }) => (
          <li key={`${role} ${works}`} className="sluis-act sluis-act--many">
            <SignIcon sign="lacking" />
            <span className="sluis-act__who">
              <strong>
                {words.missing(
                  role,
                  works,
                  bodies.map(({ title }) => title),
                )}
              </strong>
            </span>
            <span className="sluis-act__why">{stops[role]}</span>
            {bodies[0] && bodies.length === 1 && (
              <a className="nl-button nl-button--secondary sluis-act__do" href={toAdd(role, bodies[0].id)}>
                <span className="nl-button__label">{words.invite(role)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

type GridsProps = Pick<RolesProps, 'around' | 'awaited'> & { rows: readonly RowOfGrid[] };

const Grids = (props: GridsProps) => {
  const { rows } = props;
  const { rolesPages: words } = useWording();
  const { heads } = words;
  const of = (...kinds: WorksAs[]) => rows.filter(({ body }) => kinds.includes(body.works));
  const tables = [
    { title: words.consultations, heads: [heads.chair, heads.lead, heads.readers], rows: of('consultation') },
    { title: words.others, heads: [heads.secretary, heads.chair], rows: of('provider', 'minister', 'board') },
  ];
  const [consultations, others] = tables;
  return (
    <>
      {consultations && <Grid {...props} {...consultations} />}
      <Municipalities {...props} rows={of('college', 'council')} />
      {others && <Grid {...props} {...others} />}
    </>
  );
};

interface GridProps extends GridsProps {
  title: string;
  heads: readonly string[];
}

const Grid = ({ title, heads, rows, awaited, around }: GridProps) => {
  const { rolesPages: words } = useWording();
  if (rows.length === 0) return null;
  return (
    <>
      <Heading level={3}>{title}</Heading>
      <Table label={title} kind="sluis-stacked sluis-places" heads={[words.body, ...heads]}>
        {rows.map(({ body, places }) => (
          <Row key={body.id} head={<Link href={historyOf(body.id)}>{body.title}</Link>}>
            {heads.map((head, i) => (
              <Cell key={head} head={head}>
                {places[i] && <Place place={places[i]} title={body.title} awaited={awaited} today={around.today} />}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </>
  );
};

/** A municipality is one row: its college and its council. */
const Municipalities = ({ rows, awaited, around }: GridsProps) => {
  const { rolesPages: words } = useWording();
  if (rows.length === 0) return null;
  const parties = [...new Map(rows.map(({ body }) => [body.party, body.partyTitle]))];
  const columns = [
    { works: 'college', head: words.heads.college },
    { works: 'council', head: words.heads.council },
  ] as const;
  return (
    <>
      <Heading level={3}>{words.municipalities}</Heading>
      <Table
        label={words.municipalities}
        kind="sluis-stacked sluis-places"
        heads={[words.municipality, ...columns.map(({ head }) => head)]}
      >
        {parties.map(([party, title]) => (
          <Row key={party} head={title}>
            {columns.map(({ works, head }) => {
              const found = rows.find(({ body }) => body.party === party && body.works === works);
              const [place] = found?.places ?? [];
              return (
                <Cell key={works} head={head}>
                  {found && place && (
                    <Place place={place} title={found.body.title} awaited={awaited} today={around.today} />
                  )}
                </Cell>
              );
            })}
          </Row>
        ))}
      </Table>
    </>
  );
};

interface PlaceProps {
  place: PlaceInGrid;
  title: string;
  awaited: ReadonlySet<Id>;
  today: Day;
}

const Place = ({ place, title, awaited, today }: PlaceProps) => {
  const { rolesPages: words } = useWording();
  const { roles, holders, isEmpty, isNeeded, body } = place;
  const [role] = roles;
  if (role === undefined) return null;
  return (
    <>
      {isEmpty && (
        <span className="sluis-empty">
          <span className="sluis-verdict sluis-verdict--lacking">
            <SignIcon sign="lacking" />
            {words.nobodyYet}
          </span>
          <a className="nl-link" href={toAdd(role, body)} aria-label={words.addTo(role, title)}>
            {words.optional}
          </a>
        </span>
      )}
      {holders.length > 0 && (
        <ul>
          {holders.map((holder) => (
            <HolderLine key={holder.assignment} holder={holder} first={role} awaited={awaited} today={today} />
          ))}
        </ul>
      )}
      {!isEmpty && (
        <a
          className="nl-link sluis-noprint"
          href={toAdd(role, body, { replaces: isNeeded && holders.length > 0 })}
          aria-label={isNeeded && holders.length > 0 ? words.replaceOf(role, title) : words.addTo(role, title)}
        >
          {isNeeded && holders.length > 0 ? words.replace : words.optional}
        </a>
      )}
    </>
  );
};

interface HolderProps {
  holder: Holder;
  /** The role that needs no word in this place. */
  first: Role;
  awaited: ReadonlySet<Id>;
  today: Day;
}

const HolderLine = ({ holder, first, awaited, today }: HolderProps) => {
  const { rolesPages: words, roleWords, briefDay } = useWording();
  const { person, name, role, status, from, until } = holder;
  const states = [
    ...(role === first ? [] : [roleWords[role]]),
    ...(status === 'to-come' ? [words.from(briefDay(from, today))] : []),
    ...(until === null ? [] : [words.until(briefDay(until, today))]),
    ...(awaited.has(person) ? [words.awaits] : []),
  ];
  return (
    <li>
      <Link href={`/mensen/${encodeURIComponent(person)}`}>{name}</Link>
      {states.length > 0 && <span className="sluis-quiet"> {states.join(', ')}</span>}
    </li>
  );
};

const Others = ({ regions }: { regions: RolesProps['others'] }) => {
  const { rolesPages: words } = useWording();
  return regions.length === 0 ? null : (
    <Section title={words.otherRegions}>
      <ul>
        {regions.map(({ id, title }) => (
          <li key={id}>
            <Link href={`${rolesPath}?${new URLSearchParams({ regio: id }).toString()}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
};
