// Which dossiers there are, how each stands, and which bodies it concerns: for lists, and for who may see them.
import type { DossierEvent } from '../domain/dossier/events.js';
import { machineEvent } from '../domain/dossier/evolve.js';
import { runningState, type Dossier } from '../domain/dossier/state.js';
import type { Whose } from '../domain/turns/whose.js';
import type { BodyId, Day, DossierId, Slug } from '../domain/vocabulary.js';
import { placeholders, type Connection, type Value } from '../store/connection.js';
import type { Keep, Projection } from './projection.js';

export const dossierList: Projection = {
  name: 'dossier-list',
  version: 4,
  tables: {
    dossier: [
      `CREATE TABLE dossier (
        id TEXT PRIMARY KEY,
        region TEXT NOT NULL,
        workflow TEXT NOT NULL,
        version INTEGER NOT NULL,
        state TEXT NOT NULL,
        started_on TEXT NOT NULL
      )`,
      'CREATE INDEX dossier_in_order ON dossier (started_on, id)',
    ],
    dossier_body: [
      'CREATE TABLE dossier_body (body TEXT NOT NULL, dossier TEXT NOT NULL, PRIMARY KEY (body, dossier))',
    ],
  },
  apply,
  former,
};

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  if (events.some((event) => event.type === 'DossierStarted')) return add(connection, dossier);
  if (events.some((event) => event.type === 'DossierMigrated')) return replace(connection, dossier);
  if (events.some((event) => machineEvent(event) !== null))
    await connection.run('UPDATE dossier SET state = ? WHERE id = ?', [runningState(dossier), dossier.id]);
}

async function add(connection: Connection, dossier: Dossier): Promise<void> {
  const { plan, id, startedOn } = dossier;
  const { id: workflow, version } = plan.workflow;
  const row = { id, region: plan.region, workflow, version, state: runningState(dossier), started_on: startedOn };
  await insert(connection, row, [...plan.bodies.keys()]);
}

async function insert(connection: Connection, row: Row, bodies: readonly BodyId[]): Promise<void> {
  const { id, region, workflow, version, state, started_on: startedOn } = row;
  await connection.run(
    'INSERT INTO dossier (id, region, workflow, version, state, started_on) VALUES (?, ?, ?, ?, ?, ?)',
    [id, region, workflow, version, state, startedOn],
  );
  if (bodies.length === 0) return;
  await connection.run(
    `INSERT INTO dossier_body (body, dossier) VALUES ${placeholders(bodies.length, 2)}`,
    bodies.flatMap((body) => [body, id]),
  );
}

/** After a migration it concerns the bodies of its new plan. */
async function replace(connection: Connection, dossier: Dossier): Promise<void> {
  for (const [table, key] of [
    ['dossier_body', 'dossier'],
    ['dossier', 'id'],
  ])
    await connection.run(`DELETE FROM ${table} WHERE ${key} = ?`, [dossier.id]);
  await add(connection, dossier);
}

interface Row {
  id: DossierId;
  region: Slug;
  workflow: Slug;
  version: number;
  state: ReturnType<typeof runningState>;
  started_on: Day;
}

/** Nothing where there is no list yet. */
async function former(connection: Connection): Promise<Keep> {
  const rows = new Map<DossierId, Row>();
  const bodies = new Map<DossierId, BodyId[]>();
  if (await connection.row(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'dossier'`)) {
    for (const row of await connection.rows<Row>(
      'SELECT id, region, workflow, version, state, started_on FROM dossier ORDER BY id',
    ))
      rows.set(row.id, row);
    for (const { dossier, body } of await connection.rows<{ dossier: DossierId; body: BodyId }>(
      'SELECT dossier, body FROM dossier_body ORDER BY dossier, body',
    ))
      bodies.set(dossier, (bodies.get(dossier) ?? []).concat(body));
  }
  return async (id) => {
    const row = rows.get(id);
    if (row) await insert(connection, row, bodies.get(id) ?? []);
  };
}

/** Where a dossier stands in the list. */
export interface ListPlace {
  startedOn: Day;
  id: DossierId;
}

/** A dossier as the list has it, without its record. */
export interface ListRow extends ListPlace {
  workflow: Slug;
  version: number;
  state: ReturnType<typeof runningState>;
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

/** The dossiers of these regions or with these bodies, by start and id. */
export async function listDossiers(connection: Connection, query: ListQuery): Promise<ListRow[]> {
  const { regions, bodies, state, workflow, after, id, turnOf, limit } = query;
  const values: Value[] = [...regions, ...bodies];
  const marks = (list: string[]) => list.map(() => '?').join(', ') || 'NULL';
  const conditions = [
    `(region IN (${marks(regions)}) OR id IN (SELECT dossier FROM dossier_body WHERE body IN (${marks(bodies)})))`,
  ];
  const also = (condition: string, ...more: Value[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (state !== undefined) also('state = ?', state);
  if (workflow !== undefined) also('workflow = ?', workflow);
  if (id !== undefined) also('id = ?', id);
  if (turnOf) {
    const one = turnOf.map(() => '(role = ? AND whose = ?)').join(' OR ') || 'FALSE';
    also(`id IN (SELECT dossier FROM open_turn WHERE ${one})`, ...turnOf.flatMap(({ role, whose }) => [role, whose]));
  }
  if (after) also('(started_on > ? OR (started_on = ? AND id > ?))', after.startedOn, after.startedOn, after.id);
  return connection.rows<ListRow>(
    `SELECT id, started_on AS "startedOn", workflow, version, state FROM dossier WHERE ${conditions.join(' AND ')} ORDER BY started_on, id LIMIT ?`,
    [...values, limit],
  );
}
