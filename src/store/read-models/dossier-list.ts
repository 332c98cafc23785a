// Which dossiers there are, how each stands, and which bodies it concerns: for lists, and for who may see them.
import { Brackets, Column, Entity, In, Index, Not, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DossierEvent, EventType } from '../../domain/dossier/events.js';
import { machineEvent } from '../../domain/dossier/machine-event.js';
import { runningState, type Dossier } from '../../domain/dossier/state.js';
import type { TurnHolder } from '../../domain/turns/turn-holders.js';
import type { BodyId, Day, DossierId, Slug } from '../../domain/vocabulary.js';
import type { Connection } from '../connection.js';
import { insertOf, upsertOf } from '../prepared.js';
import { OpenTurn } from './open-turns.js';
import type { Projection } from './projection.js';

/** A dossier as the list has it, without its record. */
@Entity('dossier')
@Index('dossier_in_order', ['startedOn', 'id'])
export class ListedDossier {
  @PrimaryColumn('text') id!: DossierId;
  @Column('text') region!: Slug;
  @Column('text') workflow!: Slug;
  @Column('integer') version!: number;
  @Column('text') state!: ReturnType<typeof runningState>;
  @Column('text', { name: 'started_on' }) startedOn!: Day;
}

/** A body that a dossier concerns. */
@Entity('dossier_body')
@Index('dossier_body_of_dossier', ['dossier'])
class ListedBody {
  @PrimaryColumn('text') body!: BodyId;
  @PrimaryColumn('text') dossier!: DossierId;
}

export const dossierList: Projection = {
  name: 'dossier-list',
  version: 6,
  tables: [
    { entity: ListedDossier, dossier: 'id' },
    { entity: ListedBody, dossier: 'dossier' },
  ],
  apply,
};

const putDossier = upsertOf(ListedDossier);
const addBody = insertOf(ListedBody);

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  const migrates = events.some(({ type }) => bringsBodies.has(type));
  if (migrates) await connection.run('DELETE FROM dossier_body WHERE dossier = ?', [dossier.id]);
  if (migrates || events.some(({ sequence }) => sequence === 1))
    await storeListed(connection, rowOf(dossier), [...dossier.plan.bodies.keys()]);
  else if (events.some(isListed)) await putDossier(connection, rowOf(dossier));
}

/** With which other bodies come into a dossier. */
const bringsBodies: ReadonlySet<EventType> = new Set<EventType>([
  'DossierMigrated',
  'PartiesMerged',
  'ElectorateChanged',
]);

/** Also how it began can be corrected. */
const isListed = (event: DossierEvent): boolean => event.type === 'DossierStarted' || machineEvent(event) !== null;

function rowOf(dossier: Dossier): ListedDossier {
  const { plan, id, startedOn } = dossier;
  const { id: workflow, version } = plan.workflow;
  return { id, region: plan.region, workflow, version, state: runningState(dossier), startedOn };
}

/** Of a dossier that has no bodies in the list yet. */
async function storeListed(connection: Connection, row: ListedDossier, bodies: readonly BodyId[]): Promise<void> {
  await putDossier(connection, row);
  for (const body of bodies) await addBody(connection, { body, dossier: row.id });
}

/** Where a dossier stands in the list. */
export interface DossierCursor {
  startedOn: Day;
  id: DossierId;
}

export interface ListQuery {
  regions: Slug[];
  bodies: BodyId[];
  /** Left out, all but those that never were. */
  state?: string;
  workflow?: Slug;
  after?: DossierCursor;
  /** This one alone. */
  id?: DossierId;
  /** Those in which one of these may have a turn. */
  turnOf?: readonly TurnHolder[];
  /** Those in which something was recorded after this place in the log, the newest first. */
  changedAfter?: number;
  /** These too, whatever their state and whoever may have a turn in them. */
  also?: readonly DossierId[];
  limit: number;
}

const columns = [
  'id',
  'region',
  'workflow',
  'version',
  'state',
  'startedOn',
] as const satisfies (keyof ListedDossier)[];

/** Where in the log of everything the last event of a dossier is: read from the index of its chain. */
const lastPlace =
  '(SELECT log.position FROM event log WHERE log.dossier = dossier.id ORDER BY log.sequence DESC LIMIT 1)';

/** The dossiers of these regions or with these bodies, by start and id. */
export function listDossiers(manager: EntityManager, query: ListQuery): Promise<ListedDossier[]> {
  const { regions, bodies, state, workflow, after, id, turnOf, changedAfter, also = [], limit } = query;
  const found = manager.createQueryBuilder(ListedDossier, 'dossier');
  const concerned = found
    .subQuery()
    .select('listed.dossier')
    .from(ListedBody, 'listed')
    .where({ body: In(bodies) });
  found.where(
    new Brackets((either) =>
      either.where({ region: In(regions) }).orWhere(`dossier.id IN ${concerned.getQuery()}`, concerned.getParameters()),
    ),
  );
  const named = also.length > 0 ? [{ id: In([...also]) }] : [];
  if (state !== undefined) found.andWhere([{ state }, ...named]);
  else if (id === undefined) found.andWhere({ state: Not('never') }); // what never was is found by its address alone
  if (workflow !== undefined) found.andWhere({ workflow });
  if (id !== undefined) found.andWhere({ id });
  if (turnOf) {
    const turns = found
      .subQuery()
      .select('turn.dossier')
      .from(OpenTurn, 'turn')
      .where([...turnOf]);
    const hasTurn = turnOf.length > 0 ? `dossier.id IN ${turns.getQuery()}` : '1 = 0';
    found.andWhere(
      new Brackets((either) => {
        either.where(hasTurn, turns.getParameters());
        for (const one of named) either.orWhere(one);
      }),
    );
  }
  if (after)
    found.andWhere('(dossier.startedOn > :startedOn OR (dossier.startedOn = :startedOn AND dossier.id > :id))', after);
  // Plain rows: making entities of them takes three times as long.
  found.select([]);
  for (const name of columns) found.addSelect(`dossier.${name}`, name);
  if (changedAfter !== undefined)
    found.andWhere(`${lastPlace} > :changedAfter`, { changedAfter }).orderBy(lastPlace, 'DESC');
  else found.orderBy({ 'dossier.startedOn': 'ASC', 'dossier.id': 'ASC' });
  return found.limit(limit).getRawMany<ListedDossier>();
}

/** In which region a dossier runs; null where there is none. */
export async function regionOfDossier(manager: EntityManager, id: DossierId): Promise<Slug | null> {
  return (await manager.findOne(ListedDossier, { where: { id }, select: { id: true, region: true } }))?.region ?? null;
}

/** The bodies that a running dossier concerns, with the region of each such dossier. */
export async function runningBodies(manager: EntityManager): Promise<{ region: Slug; body: BodyId }[]> {
  return manager
    .createQueryBuilder(ListedBody, 'listed')
    .innerJoin(ListedDossier, 'dossier', 'dossier.id = listed.dossier')
    .where('dossier.state = :state', { state: 'running' })
    .select('dossier.region', 'region')
    .addSelect('listed.body', 'body')
    .distinct()
    .orderBy('listed.body')
    .getRawMany<{ region: Slug; body: BodyId }>();
}
