// Which dossiers there are, how each stands, and which bodies it concerns: for lists, and for who may see them.
import { Brackets, Column, Entity, In, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DossierEvent } from '../../domain/dossier/events.js';
import { machineEvent } from '../../domain/dossier/machine-event.js';
import { runningState, type Dossier } from '../../domain/dossier/state.js';
import type { Whose } from '../../domain/turns/whose.js';
import type { BodyId, Day, DossierId, Slug } from '../../domain/vocabulary.js';
import type { Connection } from '../connection.js';
import { insertOf, upsertOf } from '../prepared.js';
import { OpenTurn } from './open-turns.js';
import type { Keep, Projection } from './projection.js';

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
class ListedBody {
  @PrimaryColumn('text') body!: BodyId;
  @PrimaryColumn('text') dossier!: DossierId;
}

export const dossierList: Projection = {
  name: 'dossier-list',
  version: 4,
  entities: [ListedDossier, ListedBody],
  apply,
  former,
};

const putDossier = upsertOf(ListedDossier);
const addBody = insertOf(ListedBody);

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  const takesUp = events.some(({ type }) => type === 'DossierStarted' || type === 'DossierMigrated');
  if (takesUp) await put(connection, rowOf(dossier), [...dossier.plan.bodies.keys()]);
  else if (events.some((event) => machineEvent(event) !== null)) await putDossier(connection, rowOf(dossier));
}

function rowOf(dossier: Dossier): ListedDossier {
  const { plan, id, startedOn } = dossier;
  const { id: workflow, version } = plan.workflow;
  return { id, region: plan.region, workflow, version, state: runningState(dossier), startedOn };
}

/** After a migration a dossier concerns the bodies of its new plan. */
async function put(connection: Connection, row: ListedDossier, bodies: readonly BodyId[]): Promise<void> {
  await putDossier(connection, row);
  await connection.run('DELETE FROM dossier_body WHERE dossier = ?', [row.id]);
  for (const body of bodies) await addBody(connection, { body, dossier: row.id });
}

/** Nothing where there is no list yet. */
async function former(manager: EntityManager): Promise<Keep> {
  const rows = new Map<DossierId, ListedDossier>();
  const bodies = new Map<DossierId, BodyId[]>();
  if (await manager.queryRunner?.hasTable('dossier')) {
    for (const row of await manager.find(ListedDossier)) rows.set(row.id, row);
    for (const { dossier, body } of await manager.find(ListedBody))
      bodies.set(dossier, (bodies.get(dossier) ?? []).concat(body));
  }
  return async (connection, id) => {
    const row = rows.get(id);
    if (row) await put(connection, row, bodies.get(id) ?? []);
  };
}

/** Where a dossier stands in the list. */
export interface ListPlace {
  startedOn: Day;
  id: DossierId;
}

export interface ListQuery {
  regions: Slug[];
  bodies: BodyId[];
  state?: string;
  workflow?: Slug;
  after?: ListPlace;
  /** This one alone. */
  id?: DossierId;
  /** Those in which one of these may have a turn. */
  turnOf?: readonly Whose[];
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

/** The dossiers of these regions or with these bodies, by start and id. */
export function listDossiers(manager: EntityManager, query: ListQuery): Promise<ListedDossier[]> {
  const { regions, bodies, state, workflow, after, id, turnOf, limit } = query;
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
  if (state !== undefined) found.andWhere({ state });
  if (workflow !== undefined) found.andWhere({ workflow });
  if (id !== undefined) found.andWhere({ id });
  if (turnOf) {
    const turns = found
      .subQuery()
      .select('turn.dossier')
      .from(OpenTurn, 'turn')
      .where([...turnOf]);
    found.andWhere(turnOf.length > 0 ? `dossier.id IN ${turns.getQuery()}` : '1 = 0', turns.getParameters());
  }
  if (after)
    found.andWhere('(dossier.startedOn > :startedOn OR (dossier.startedOn = :startedOn AND dossier.id > :id))', after);
  // Plain rows: making entities of them takes three times as long.
  found.select([]);
  for (const name of columns) found.addSelect(`dossier.${name}`, name);
  return found.orderBy({ 'dossier.startedOn': 'ASC', 'dossier.id': 'ASC' }).limit(limit).getRawMany<ListedDossier>();
}
